"""Every verb works while another process has the store open, and that one sees what was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.desk.desk import Desk
from reader.paths import Folders
from tests.cli.command import Command, run_process


@pytest.fixture
def owner(reader: Command, library: Folders) -> Iterator[Desk]:
    with Desk(library) as desk:
        desk.take_scan(desk.scanner().scan())
        assert desk.is_owner
        yield desk


def test_a_process_keeps_marks_drops_and_adds_beside_the_owner(owner: Desk, tmp_path: Path) -> None:
    first = run_process("keep", "bridge0001", "1")
    second = run_process("keep", "bridge0001", "3")
    assert (first.code, second.code, first.err) == (0, 0, "")
    assert owner.take_in()
    assert [bookmark.id for bookmark in owner.bookmarks()] == [first.out.strip(), second.out.strip()]
    assert owner.entry(owner.find("bridge0001")).kept_count == 2

    assert run_process("drop", first.out.strip()).code == 0
    assert run_process("mark", "bridge0001", "read").out == "Marked as read.\n"
    assert owner.take_in()
    assert [bookmark.id for bookmark in owner.bookmarks()] == [second.out.strip()]
    assert owner.entry(owner.find("bridge0001")).mark.is_read
    assert not owner.take_in()

    (tmp_path / "new.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    added = run_process("add", "new.txt")
    assert added.code == 0
    assert owner.library_looks_changed()
    owner.take_scan(owner.scanner().scan())
    head = owner.heads[0]
    assert head.id == added.out.strip()
    assert owner.entry(head).quote_count == 1
    assert owner.is_owner


def test_the_other_sees_its_own_changes_before_the_owner_has_taken_them(owner: Desk, reader: Command) -> None:
    kept = reader("keep", "bridge0001", "2").out.strip()
    reader("mark", "tour", "read")
    assert reader("bookmarks").out.startswith(kept)
    assert {head["id"]: head["read"] for head in reader("list", "--json").document} == {
        "bridge0001": False,
        "tour": True,
    }
    assert owner.bookmarks() == ()


def test_the_other_sees_what_the_owner_does(owner: Desk, reader: Command) -> None:
    reading = owner.reading(owner.find("bridge0001"))
    bookmark = owner.keep(reading, reading.quotations[0])
    owner.finish(owner.find("tour"))
    assert reader("bookmarks").out.startswith(bookmark.id)
    assert reader("keep", "bridge0001", "1").out.strip() == bookmark.id
    assert reader("list", "--unread", "--json").document[0]["id"] == "bridge0001"


def test_the_last_change_wins_whoever_made_it(owner: Desk, reader: Command) -> None:
    head = owner.find("tour")
    reader("mark", "tour", "read")
    owner.take_in()
    owner.reopen(head)
    assert reader("list", "--unread").code == 0
    reader("mark", "tour", "read")
    reader("mark", "tour", "unread")
    reader("mark", "tour", "read")
    owner.take_in()
    assert owner.mark(head.id).is_read


def test_undo_of_the_owner_takes_back_its_own_change_alone(owner: Desk, reader: Command) -> None:
    reading = owner.reading(owner.find("bridge0001"))
    owner.keep(reading, reading.quotations[0])
    other = reader("keep", "bridge0001", "3").out.strip()
    owner.take_in()
    owner.undo()
    assert [bookmark.id for bookmark in owner.bookmarks()] == [other]


def test_the_unread_are_counted_anew_after_the_other_marked(owner: Desk, reader: Command) -> None:
    assert owner.unread_count == 2
    reader("mark", "tour", "read")
    owner.take_in()
    assert owner.unread_count == 1


def test_an_article_removed_beside_the_owner_leaves_its_list(owner: Desk, reader: Command) -> None:
    reader("remove", "bridge0001")
    assert owner.library_looks_changed()
    owner.take_scan(owner.scanner().scan())
    assert [head.id for head in owner.heads] == ["tour"]


def test_what_waits_is_taken_in_at_the_next_start(reader: Command, library: Folders) -> None:
    with Desk(library):
        kept = reader("keep", "tour", "1").out.strip()
    assert reader("bookmarks").out.startswith(kept)
    with Desk(library) as desk:
        assert [bookmark.id for bookmark in desk.bookmarks()] == [kept]


def test_settings_that_cannot_be_read_are_said_and_keep_no_verb_from_its_work(
    reader: Command, library: Folders
) -> None:
    library.config.write_text('durability = "safe"\n', "utf-8")
    kept = reader("keep", "bridge0001", "1")
    assert kept.code == 0
    assert kept.err.startswith(f"reader: Line 1 of {library.config}: there is no durability “safe”")
    library.config.write_text('durability = "strict"\n', "utf-8")
    assert reader("drop", kept.out.strip()).err == ""
