from __future__ import annotations

from pathlib import Path

import pytest

from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import Command

SECOND = BRIDGE.replace("bridge0001", "bridge0002").replace("will wait", "has opened")


def test_list_prints_a_line_an_article(reader: Command) -> None:
    assert reader("list").lines == [
        "   1 ●  The bridge will wait  (The Example · 2 Mar 2026 · 1 min)",
        "   2 ●  A short tour  (Pullquote · 2 Jan 2026 · 1 min)",
    ]


def test_a_row_says_read_kept_and_how_many_quotations(reader: Command) -> None:
    reader("keep", "1", "1")
    reader("mark", "1", "read")
    assert reader("list").lines[0] == (
        "   1  ★ The bridge will wait  (The Example · 2 Mar 2026 · 1 min · 3 “”)"
    )


def test_an_unread_list_keeps_the_numbers_of_the_whole(reader: Command) -> None:
    reader("mark", "1", "read")
    outcome = reader("list", "--unread")
    assert outcome.code == 0
    assert [line.split()[0] for line in outcome.lines] == ["2"]


def test_nothing_unread_is_nothing_found(reader: Command) -> None:
    reader("mark", "1", "read")
    reader("mark", "2", "read")
    assert (reader("list", "--unread").code, reader("list").code) == (1, 0)


def test_show_prints_head_and_text(reader: Command) -> None:
    text = reader("show", "bridge0001", "--json").document["text"]
    assert reader("show", "bridge0001").out == (
        f"The bridge will wait\nJo Lee\nThe Example · Harbour · 2 Mar 2026\n\n{text}\n"
    )


@pytest.mark.parametrize(
    "reference",
    ["bridge0001", "1", "The bridge will wait", "the bridge", "THE BR", "bridge.md", "library/bridge.md"],
)
def test_an_article_goes_by_id_number_title_or_path(reader: Command, reference: str) -> None:
    assert reader("show", reference, "--json").document["id"] == "bridge0001"


def test_an_article_goes_by_its_whole_path(reader: Command, library: Folders) -> None:
    path = str(library.library / "bridge.md")
    assert reader("show", path, "--json").document["id"] == "bridge0001"
    assert reader("quotes", path, "--json").document[0]["article"] == "bridge0001"


def test_a_library_behind_a_link_is_the_same_library(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(reader.folders.library)
    pieces = reader("quotes", "link/bridge.md", "--json", "--library", str(tmp_path / "link")).document
    assert pieces[0]["article"] == "bridge0001"


def test_a_title_that_two_begin_with_is_asked_about(reader: Command, library: Folders) -> None:
    (library.library / "second.md").write_text(SECOND, "utf-8")
    for verb in (["show"], ["quotes"], ["remove"]):
        outcome = reader.refused(*verb, "the bridge")
        assert outcome.code == 2
        assert "2 articles begin with “the bridge”" in outcome.err
    assert reader.refused("keep", "the bridge", "1").code == 2
    assert reader.refused("mark", "the bridge", "read").code == 2
    assert reader("show", "the bridge has", "--json").document["id"] == "bridge0002"


def test_a_whole_title_goes_before_a_longer_one(reader: Command, library: Folders) -> None:
    (library.library / "second.md").write_text(SECOND.replace("has opened", "will wait again"), "utf-8")
    assert reader("show", "the bridge will wait", "--json").document["id"] == "bridge0001"


@pytest.mark.parametrize("reference", ["nowhere", "0", "3", "-", "", "library", "²"])
def test_what_is_no_article_is_not_found(reader: Command, reference: str) -> None:
    for call in (["show", reference], ["remove", reference], ["mark", reference, "read"]):
        outcome = reader.refused(*call)
        assert outcome.code == 1
        assert f"“{reference}”" in outcome.err
    assert reader.refused("keep", reference, "1").code == 1


def test_a_folder_of_the_same_name_hides_no_article(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "tour").mkdir()
    assert reader("quotes", "tour", "--json").document[0]["article"] == "tour"


def test_mark_sets_what_it_says_and_says_it(reader: Command) -> None:
    for word in ("read", "unread", "unread", "read"):
        assert reader("mark", "tour", word).lines == [f"Marked as {word}."]
        marks = {head["id"]: head["read"] for head in reader("list", "--json").document}
        assert marks == {"bridge0001": False, "tour": word == "read"}


def test_mark_leaves_everything_else_alone(reader: Command, tmp_path: Path) -> None:
    before = {path.name for path in tmp_path.iterdir()}
    reader("mark", "tour", "read")
    assert {path.name for path in tmp_path.iterdir()} - before == {"state", "cache"}


def test_remove_moves_the_file_where_it_says(reader: Command, library: Folders) -> None:
    kept = reader("keep", "bridge0001", "1").out
    outcome = reader("remove", "bridge0001")
    assert outcome.code == 0
    assert not (library.library / "bridge.md").exists()
    (trashed,) = (library.library / ".trash").iterdir()
    assert str(trashed) in outcome.out
    assert trashed.read_text("utf-8") == BRIDGE
    assert reader.refused("show", "bridge0001").code == 1
    assert reader("bookmarks").out.startswith(kept.strip())
    trashed.rename(library.library / "back.md")
    assert reader("show", "bridge0001", "--json").document["kept"] == 1


def test_a_bundled_piece_is_not_removed(reader: Command, library: Folders) -> None:
    assert reader.refused("remove", "tour").code == 2
    assert (library.content / "tour.md").exists()


def test_keys_prints_every_pane(reader: Command) -> None:
    out = reader("keys").out
    for words in ("In the list", "In the page", "Enter"):
        assert words in out


def test_where_prints_the_folders_in_use(reader: Command, library: Folders) -> None:
    names = ("library", "state", "cache", "config", "content")
    expected = [[name, str(getattr(library, name))] for name in names]
    assert [line.split() for line in reader("where").lines] == expected
    assert not library.state.exists()
