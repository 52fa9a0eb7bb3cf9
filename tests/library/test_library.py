"""The library: add, list, find, read, remove, and what happens to files meanwhile."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from reader.domain.article import ArticleId, KnownFile
from reader.errors import ContentError, NotFoundError, UsageError
from reader.library.formats.document import FrontMatter
from reader.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path

NOTHING = FrontMatter()
ADDED = "2026-05-01T10:00:00Z"


def add(library: Library, text: str, added: str = ADDED, **front: str) -> ArticleId:
    return library.add(text.encode(), "note.txt", FrontMatter(**front), added).head.id  # type: ignore[arg-type]


def titles(library: Library) -> list[str]:
    return [head.title for head in library.heads()]


def test_a_text_becomes_one_markdown_file(library: Library, folder: Path) -> None:
    added = library.add(
        b"Published: July 11, 2020\nA headline here\nBy Ann Lee in Lyon\n\nThe text of it, said she.\n",
        "x.txt",
        FrontMatter(source="The Paper", tags=("a", "b")),
        ADDED,
    )
    assert added.is_new
    assert re.fullmatch(r"[a-z][a-z0-9]{9}", added.head.id)
    files = [path.name for path in folder.iterdir()]
    assert files == [f"a-headline-here-{added.head.id}.md"]
    assert added.head.path == str(folder / files[0])
    article = library.read(added.head.id)
    assert article.head == added.head == library.head(added.head.id)
    assert article.text == "The text of it, said she."
    assert (article.head.authors, article.head.place, article.head.published) == (
        ("Ann Lee",),
        "Lyon",
        "2020-07-11",
    )
    assert (article.head.source, article.head.tags, article.head.added) == ("The Paper", ("a", "b"), ADDED)
    assert (article.head.words, article.head.length, article.head.minutes) == (6, 25, 1)


def test_the_same_address_or_the_same_text_gives_the_same_article(library: Library, folder: Path) -> None:
    first = add(library, "Some words.", url="https://www.example.org/a?utm_source=x&b=1#top")
    assert add(library, "Other words.", url="http://example.org/a/?b=1") == first
    assert add(library, "Some  words.\n") == first
    assert len(list(folder.iterdir())) == 1
    assert add(library, "Other words.", url="https://example.org/a?b=2") != first


def test_newest_first_and_the_bundled_pieces_last_under_the_tour(library: Library) -> None:
    add(library, "Old.", "2026-01-01T00:00:00Z", title="Old")
    add(library, "New.", "2026-02-01T00:00:00+02:00", title="New")
    assert titles(library) == ["New", "Old", "The tour", "A bundled piece"]
    assert [head.is_bundled for head in library.heads()] == [False, False, True, True]


def test_an_article_is_found_by_id_number_path_and_title(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = add(library, "Words.", title="Élan vital")
    add(library, "More words.", title="Elbows")
    head = library.head(article)
    assert head is not None
    monkeypatch.chdir(folder)
    name = os.path.basename(head.path)  # noqa: PTH119
    number = str(titles(library).index("Élan vital") + 1)
    for reference in (article, number, head.path, name, f"../library/{name}", "elan", "ÉLAN V"):
        assert library.find(reference) == head, reference
    with pytest.raises(UsageError, match="2 articles begin with “el”"):
        library.find("el")
    for reference in ("", "0", "99", "nothing", "/etc/passwd", "\x00", "-1"):
        with pytest.raises(NotFoundError):
            library.find(reference)


def test_heads_match_words_without_case_and_accents(library: Library) -> None:
    add(library, "One.", title="Café Müller", source="Die Zeit")
    add(library, "Two.", title="A cafe in Lyon")
    matching = [library.heads()[place].title for place in library.matching("CAFE zeit")]
    assert matching == ["Café Müller"]
    assert len(library.matching("cafe")) == 2
    assert library.matching("") == list(range(len(library.heads())))
    assert library.matching("no such word") == []


def test_a_dropped_file_is_noticed_and_keeps_its_id_through_a_rename(library: Library, folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "note.txt").write_text("A headline of mine\n\nWords in it.\n")
    assert library.looks_changed()
    report = library.scan(())
    assert report.changed
    assert report.problems == ()
    (known,) = report.known
    assert (known.path, library.find("a headline").id) == ("sub/note.txt", known.article)
    again = library.scan(report.known)
    assert (again.changed, again.known) == (False, ())

    (folder / "sub" / "note.txt").rename(folder / "other.txt")
    moved = library.scan(report.known)
    assert moved.known == (KnownFile(known.article, "other.txt", known.content_hash),)
    assert library.read(known.article).head.path == str(folder / "other.txt")


def test_a_rename_is_recognised_without_the_catalogue(library: Library, folder: Path, tmp_path: Path) -> None:
    (folder / "note.txt").write_text("Words in it.\n")
    report = library.scan(())
    library.close()
    for file in (tmp_path / "cache").iterdir():
        file.unlink()
    (folder / "note.txt").rename(folder / "renamed.txt")
    (folder / "note.txt").write_text("Others at its place.\n")
    fresh = Library(folder, tmp_path / "content", tmp_path / "cache")
    fresh.scan(report.known)
    assert fresh.read(report.known[0].article).text == "Words in it."
    assert len(fresh.heads()) == 4
    fresh.close()


def test_an_edit_shows_and_keeps_the_article(library: Library, folder: Path) -> None:
    path = folder / "note.md"
    path.write_text("# One\n\nWords.\n")
    known = library.scan(()).known
    path.write_text("# Two\n\nOther words.\n")
    assert library.read(known[0].article).text == "Other words."
    assert library.looks_changed() or titles(library)[0] == "Two"
    assert [file.article for file in library.scan(known).known] == [known[0].article]
    assert titles(library)[0] == "Two"


def test_of_two_files_with_one_id_the_older_keeps_it(library: Library, folder: Path) -> None:
    first = folder / "first.md"
    first.write_text("---\nid: same\n---\nFirst words.\n")
    os.utime(first, (1, 1))
    (folder / "copy.md").write_text("---\nid: same\n---\nCopied words.\n")
    report = library.scan(())
    assert library.read(ArticleId("same")).text == "First words."
    assert len(report.problems) == 1
    assert "first.md" in report.problems[0]
    assert "copy.md" in report.problems[0]
    assert len(library.heads()) == 4
    first.write_text("---\nid: same\n---\nFirst words, edited later.\n")
    library.scan(report.known)
    assert library.read(ArticleId("same")).text == "First words, edited later."
    first.unlink()
    assert library.scan(report.known).problems == ()
    assert library.read(ArticleId("same")).text == "Copied words."


def test_what_is_removed_can_be_had_back(library: Library, folder: Path) -> None:
    article = add(library, "Words.", title="Mine")
    before = library.head(article)
    trashed = library.remove(article)
    assert library.head(article) is None
    assert [path.name for path in (folder / ".trash").iterdir()] == [trashed.name]
    assert not library.scan(()).problems
    assert titles(library) == ["The tour", "A bundled piece"]
    assert library.restore(trashed) == before
    assert library.read(article).text == "Words."
    with pytest.raises(NotFoundError, match="no longer in the trash"):
        library.restore(trashed)


def test_adding_removing_and_bringing_back_show_at_once(library: Library) -> None:
    before = library.heads()
    article = add(library, "Words.", title="Mine")
    added = library.heads()
    assert titles(library) == ["Mine", "The tour", "A bundled piece"]
    trashed = library.remove(article)
    removed = library.heads()
    assert titles(library) == ["The tour", "A bundled piece"]
    library.restore(trashed)
    restored = library.heads()
    assert titles(library) == ["Mine", "The tour", "A bundled piece"]
    assert len({id(heads) for heads in (before, added, removed, restored)}) == 4
    assert not library.scan(()).changed
    assert library.heads() is restored


def test_the_ids_are_those_of_the_list(library: Library, folder: Path) -> None:
    (folder / "empty.txt").write_text("")
    add(library, "Words.", title="Mine")
    library.scan(())
    assert library.article_ids() == {head.id for head in library.heads()}
    assert len(library.article_ids()) == 3


def test_bringing_back_never_replaces_another_file(library: Library, folder: Path) -> None:
    (folder / "note.txt").write_text("First words.\n")
    known = library.scan(()).known
    trashed = library.remove(known[0].article)
    (folder / "note.txt").write_text("Second words.\n")
    library.restore(trashed)
    assert {path.read_text() for path in folder.glob("*.txt")} == {"First words.\n", "Second words.\n"}


def test_bundled_pieces_cannot_be_removed(library: Library) -> None:
    with pytest.raises(UsageError, match="cannot be removed"):
        library.remove(ArticleId("tour"))
    with pytest.raises(NotFoundError):
        library.remove(ArticleId("nobody"))


def test_a_second_process_is_seen_at_once(library: Library, another: Library) -> None:
    before = library.heads()
    assert not library.looks_changed()
    article = add(another, "From elsewhere.", title="Elsewhere")
    assert library.looks_changed()
    assert not library.scan(()).changed
    assert library.heads() is not before
    assert library.head(article) is not None
    assert titles(library)[0] == "Elsewhere"


def test_a_list_that_is_shown_does_not_move_when_an_article_goes(library: Library, another: Library) -> None:
    article = add(library, "One.", title="One")
    heads = library.heads()
    another.remove(article)
    assert len(heads) == 3
    assert heads[0].id == ""
    assert heads[1].title == "The tour"
    assert heads.position(ArticleId("tour")) == 1
    assert heads.position(article) is None


def test_counts_and_pages_are_kept_by_content_and_version(library: Library, another: Library) -> None:
    assert library.quote_count("hash", "1") is None
    another.put_quote_count("hash", "1", 4)
    assert library.looks_changed()
    assert library.quote_count("hash", "1") == 4
    assert library.quote_count("hash", "2") is None
    for number in range(520):
        library.cache(f"hash{number}", "1", bytes([number % 256]))
    assert library.cached("hash7", "1") is None
    assert library.cached("hash8", "1") == b"\x08"
    assert another.cached("hash519", "1") == bytes([519 % 256])


def test_a_text_without_words_is_not_added(library: Library, folder: Path) -> None:
    for data in (b"", b" \n", b"---\ntitle: Only this\n---\n"):
        with pytest.raises(ContentError):
            library.add(data, "x.md", NOTHING, ADDED)
    assert list(folder.iterdir()) == []


def test_importing_the_library_loads_no_parser() -> None:
    names = "('yaml', 'markdown_it', 'textual', 'tinydb')"
    code = f"import sys, reader.library; print([name for name in {names} if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
