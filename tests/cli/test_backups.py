"""Backups, and having back what was let go, from the command line."""

from __future__ import annotations

import json
import os
from pathlib import Path

from reader.desk.desk import Desk
from reader.paths import Folders
from tests.cli.command import Command, run_process


def test_what_was_let_go_is_listed_and_kept_again(reader: Command) -> None:
    first, second = (reader("keep", "bridge0001", number).out.strip() for number in ("1", "3"))
    before = reader("bookmarks", "--json").document
    assert reader("bookmarks", "--removed").code == 1
    reader("drop", first)
    reader("drop", second)
    (line, _) = reader("bookmarks", "--removed").lines
    assert line.startswith(f"{second}  “")
    assert [document["id"] for document in reader("bookmarks", "--removed", "--json").document] == [
        second,
        first,
    ]
    assert reader("bookmarks", "--removed", "--json").document[0]["removed_at"].endswith("Z")
    for bookmark in (first, second):
        assert reader("restore-bookmark", bookmark).out.startswith("Kept again: “")
    assert reader("bookmarks", "--json").document == before
    outcome = reader.refused("restore-bookmark", first)
    assert outcome.code == 1
    assert "`reader bookmarks --removed` lists them" in outcome.err


def test_undo_takes_what_was_let_go_out_of_the_trash(reader: Command, library: Folders) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    with Desk(library) as desk:
        desk.drop(kept)
        assert [removed.bookmark.id for removed in desk.removed()] == [kept]
        desk.undo()
        assert desk.removed() == ()
        desk.drop(kept)
        desk.bring_back(kept)
        assert len(desk.bookmarks()) == 1
        desk.undo()
        assert [removed.bookmark.id for removed in desk.removed()] == [kept]


def test_a_backup_brings_everything_to_another_place(
    reader: Command, library: Folders, tmp_path: Path
) -> None:
    file = tmp_path / "kept.json"
    kept = reader("keep", "bridge0001", "1").out.strip()
    dropped = reader("keep", "bridge0001", "3").out.strip()
    reader("drop", dropped)
    reader("mark", "bridge0001", "read")
    before = reader("bookmarks", "--json").document
    assert reader("backup", str(file)).out.startswith("Wrote 1 kept quotation and everything else")
    there = ("--state", str(tmp_path / "there"))
    other = reader("keep", "tour", "1", *there).out.strip()
    said = reader("restore", str(file), *there).out
    assert said.startswith(f"Restored 1 kept quotation and 1 read mark from {file}. What was there before is")
    assert reader("bookmarks", "--json", *there).document == before
    assert reader("bookmarks", "--removed", *there).out.startswith(dropped)
    assert [document["id"] for document in reader("list", "--unread", "--json", *there).document] == ["tour"]
    (saved,) = (tmp_path / "there" / "backups").glob("before-restore-*.json")
    reader("restore", str(saved), *there)
    assert [document["id"] for document in reader("bookmarks", "--json", *there).document] == [other]
    assert kept != other
    assert reader("check", *there).code == 0


def test_a_backup_is_written_over_only_when_that_is_asked_for(reader: Command, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    assert reader("backup", str(file)).code == 0
    before = file.read_bytes()
    reader("keep", "bridge0001", "1")
    outcome = reader.refused("backup", str(file))
    assert outcome.code == 4
    assert "is a backup already: name another file, or write over it with --replace" in outcome.err
    assert file.read_bytes() == before
    assert reader("backup", str(file), "--replace").out.startswith("Wrote 1 kept quotation")
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    assert reader.refused("backup", str(tmp_path / "notes.txt"), "--replace").code == 4
    assert (tmp_path / "notes.txt").read_text("utf-8") == "mine"


def test_a_restore_while_the_app_is_open_is_refused_and_a_backup_is_not(
    reader: Command, library: Folders, tmp_path: Path
) -> None:
    file = str(tmp_path / "kept.json")
    with Desk(library) as desk:
        desk.take_scan(desk.scanner().scan())
        run_process("keep", "bridge0001", "1")
        assert run_process("backup", file).code == 0
        outcome = run_process("restore", file)
        assert outcome.code == 4
        assert f"process {os.getpid()}" in outcome.err
        assert outcome.err.endswith("has the store open; close it there, then restore again.\n")
    assert len(json.loads(Path(file).read_bytes())["bookmarks"]) == 1


def test_restoring_leaves_nothing_to_undo(reader: Command, library: Folders, tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    kept = reader("keep", "bridge0001", "1").out.strip()
    with Desk(library) as desk:
        desk.back_up(file)
        desk.drop(kept)
        desk.restore(file)
        assert desk.undo() == "Nothing to undo."
        assert [bookmark.id for bookmark in desk.bookmarks()] == [kept]


def test_a_check_notes_what_is_kept_of_articles_that_are_gone(reader: Command, library: Folders) -> None:
    reader("keep", "bridge0001", "1")
    (library.library / "bridge.md").unlink()
    outcome = reader("check")
    assert outcome.code == 0
    assert outcome.lines[0].startswith("Note: 1 kept quotation(s) belong to 1 article(s) not in the library")


def test_what_cannot_be_a_backup_is_one_sentence(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    for arguments in (
        ["restore", str(tmp_path / "notes.txt")],
        ["restore", str(tmp_path / "none")],
        ["backup", str(tmp_path / "notes.txt")],
        ["backup", str(tmp_path)],
    ):
        assert reader.refused(*arguments).code == 4
    assert reader.refused("backup", "").code == 2
