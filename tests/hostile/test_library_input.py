"""Files that were made to do harm, or by a machine that was."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

import pytest

from reader.domain.clean import clean
from reader.errors import ContentError
from reader.library.files import read_file
from reader.library.formats.document import FrontMatter
from reader.library.formats.markdown import parse_markdown
from reader.library.formats.plain_text import parse_plain_text
from reader.library.formats.reading import parse_bytes
from reader.library.library import Library

SECONDS = 20.0


def repeat_name(source: str) -> str:
    """Name a case by its first characters; pytest would write out all of them."""
    return ascii(source[:12])


@pytest.fixture
def library(tmp_path: Path) -> Library:
    (tmp_path / "content").mkdir()
    return Library(tmp_path / "library", tmp_path / "content", tmp_path / "cache")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9 words", "Café words"),
        ("Café words".encode("utf-16"), "Café words"),
        ("Café words of a mail, and more".encode("utf-16-le"), "Café words of a mail, and more"),
        (b"He said \x93Caf\xe9\x94.", "He said “Café”."),
        ("Ärger über Öl und Käse".encode() + b"\xff", "Ärger über Öl und Käse\ufffd"),
        (b"+AGEAYg- stays", "+AGEAYg- stays"),
        (b"A\x00B words and words and more words of it" * 20, None),
        (bytes(range(256)) * 8, None),
        (b"%PDF-1.7\nwords", None),
        (b"\x81\x8d\x8f\xff\xfe\xfd" * 50, None),
        (b"", None),
        (b" \r\n\t", None),
    ],
)
def test_bytes_become_text_or_one_sentence(data: bytes, words: str | None) -> None:
    if words is None:
        with pytest.raises(ContentError, match=r"^a\.md .+[.]$"):
            parse_bytes(data, "a.md")
    else:
        assert parse_bytes(data, "a.md").text == words


@pytest.mark.parametrize(
    "source",
    [
        "[" * 200_000, "![" * 100_000, "[" * 5_000 + "]" * 5_000, "[a](" * 20_000, "*a " * 50_000,
        "`" * 200_000, "*a " * 30_000 + "b* " * 30_000,
        "<!--" * 50_000, "&a" * 50_000, "> " * 50_000, "- " * 50_000,
        "\\" * 100_000,
        "# a\n" * 20_000, "x\n=\n" * 20_000, "| a " * 500 + "|\n" + "|---" * 500 + "|\n", "[a]: b\n" * 30_000,
        "---\na: " + "[" * 90_000 + "\n---\nx", "---\na:\n  " + "- " * 40_000 + "x\n---\nx",
        "---\na: &a [x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(900)) + "---\nx",
        "".join("  " * n + "- a\n" for n in range(400)),
        "<p>\n" * 20_000, "w" * 5_000_000,
        "READ MORE:" + " " * 100_000,
        "By " + "A " * 50_000, "(" * 100_000 + "AFP)", "Published: " + "1" * 100_000, "\u0301" * 300_000,
    ],
    ids=repeat_name,
)  # fmt: skip
def test_no_text_takes_long_or_breaks_the_parser(source: str) -> None:
    start = time.process_time()
    for parse in (parse_markdown, parse_plain_text):
        with contextlib.suppress(ContentError):
            document = parse(source)
            assert clean(document.text) == document.text
    assert time.process_time() - start < SECONDS


def test_what_commands_a_terminal_is_cleaned_everywhere() -> None:
    evil = "x\x1b]52;c;eA==\x07\x9b31m\u202ey"
    document = parse_markdown(
        f'---\ntitle: "{evil}\\e[31m"\nauthors: ["{evil}"]\nurl: "javascript:{evil}"\n---\n{evil}\n'
    )
    shown = repr(document)
    assert "\\x1b" not in shown
    assert "\\x9b" not in shown
    assert "\\u202e" not in shown
    assert document.front.url is None


def test_markup_of_a_console_stays_words(library: Library) -> None:
    library.scan(())
    added = library.add(b"[@click=app.quit]Read[/] and [/b]", "a.txt", FrontMatter(title="[/]"), "2026-01-01")
    assert (library.read(added.head.id).text, added.head.title) == (
        "[@click=app.quit]Read[/] and [/b]",
        "[/]",
    )


def test_only_regular_files_are_read(library: Library, tmp_path: Path) -> None:
    library.scan(())
    folder = tmp_path / "library"
    (folder / "link.md").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.md").mkdir()
    (folder / ".hidden.md").write_text("Hidden.")
    report = library.scan(())
    assert len(library.heads()) == 0
    assert sorted(problem.split()[0] for problem in report.problems) == ["link.md", "pipe.txt"]
    for path in (
        folder / "link.md",
        folder / "pipe.txt",
        folder / "folder.md",
        Path("/dev/zero"),
        folder / "none.md",
    ):
        with pytest.raises(ContentError, match=r"[.]$"):
            read_file(path)


def test_names_of_any_bytes_are_read_and_shown_clean(library: Library, tmp_path: Path) -> None:
    library.scan(())
    folder = os.fsencode(tmp_path / "library")
    names = [b"\xff\xfe.md", b"a\x1b[31m\nb.txt", b"x" * 251 + b".txt", "é\u202e.md".encode(), b"-rf.md"]
    for number, name in enumerate(names):
        Path(os.fsdecode(folder + b"/" + name)).write_text(f"Words number {number}.\n")
    report = library.scan(())
    assert len(library.heads()) == len(report.known) == len(names)
    for head in library.heads():
        assert clean(head.title) == head.title
        assert not head.id.startswith("-")
        assert library.read(head.id).text.startswith("Words number")
        assert library.find(head.path) == head
    for known in report.known:
        known.path.encode("utf-8")
        trashed = library.remove(known.article)
        library.restore(trashed)
    assert len(library.scan(report.known).problems) == 0


def test_an_id_or_a_title_never_leads_out_of_the_folder(library: Library, tmp_path: Path) -> None:
    library.scan(())
    data = b"---\nid: ../../evil\ntitle: ../../../etc/passwd\n---\nWords.\n"
    added = library.add(data, "../../x.md", FrontMatter(), "2026-01-01")
    assert Path(added.head.path).parent == tmp_path / "library"
    assert [path.name for path in tmp_path.rglob("*evil*")] == []
    assert [path.parent.name for path in tmp_path.rglob("*passwd*")] == ["library"]


def test_a_file_too_large_is_refused_with_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * 2_100_000)
    with pytest.raises(ContentError, match="larger than 10 MB"):
        read_file(path)


def test_one_bad_file_spoils_nothing_else(library: Library, tmp_path: Path) -> None:
    library.scan(())
    folder = tmp_path / "library"
    (folder / "bad.md").write_text("---\ntitle: [\n---\nx")
    (folder / "good.md").write_text("# Good\n\nWords.\n")
    report = library.scan(())
    assert [head.title for head in library.heads()] == ["Good"]
    assert len(report.problems) == 1
    assert report.problems[0].startswith("bad.md cannot be read: the front matter")


def test_a_folder_that_cannot_be_one_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "library").write_text("a file")
    library = Library(tmp_path / "library", tmp_path / "content", tmp_path / "cache")
    for attempt in (
        lambda: library.scan(()),
        lambda: library.add(b"x", "x.txt", FrontMatter(), "2026-01-01"),
    ):
        with pytest.raises(ContentError, match="is a file and not a folder"):
            attempt()
    assert (tmp_path / "library").read_text() == "a file"
