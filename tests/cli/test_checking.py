from __future__ import annotations

import json
import os
import time
from pathlib import Path

from reader.desk.desk import Desk
from reader.paths import Folders
from tests.cli.command import Command

WHOLE = "Library, catalogue and store are whole.\n"


def test_a_whole_reader_is_clean(reader: Command) -> None:
    for _ in range(2):
        outcome = reader("check")
        assert (outcome.code, outcome.out, outcome.err) == (0, WHOLE, "")
    assert (reader("check", "--repair").code, reader("check", "--repair").out) == (0, WHOLE)


def test_a_new_file_is_no_finding(reader: Command, library: Folders) -> None:
    reader("list")
    (library.library / "new.md").write_text("New words.\n", "utf-8")
    assert reader("check").code == 0


def test_a_file_that_cannot_be_read_is_named_once_and_not_repaired(reader: Command, library: Folders) -> None:
    (library.library / "empty.md").touch()
    (library.library / "link.md").symlink_to("bridge.md")
    for arguments in (["check"], ["check", "--repair"], ["check"]):
        outcome = reader(*arguments)
        assert (outcome.code, outcome.err) == (4, "")
        assert len(outcome.lines) == 2
        assert all(line.endswith("No repair.") for line in outcome.lines)
        assert "Done" not in outcome.out


def test_what_a_crash_left_behind_is_removed_on_request(reader: Command, library: Folders) -> None:
    leftover = library.library / ".adding-4711-half.md"
    leftover.write_text("half")
    hour_ago = time.time() - 3600
    os.utime(leftover, (hour_ago, hour_ago))
    outcome = reader("check")
    assert outcome.code == 4
    assert leftover.name in outcome.out
    assert leftover.exists()
    repaired = reader("check", "--repair")
    assert repaired.code == 0
    assert f"Done: {leftover.name}" in repaired.out
    assert repaired.out.endswith(WHOLE)
    assert not leftover.exists()


def test_a_misplaced_document_is_put_right_and_nothing_is_lost(reader: Command, library: Folders) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    snapshot = library.state / "state.json"
    tables = json.loads(snapshot.read_text("utf-8"))
    tables["bookmarks"] = {"12345": next(iter(tables["bookmarks"].values()))}
    snapshot.write_text(json.dumps(tables), "utf-8")
    outcome = reader("check")
    assert outcome.code == 4
    assert "12345" in outcome.out
    repaired = reader("check", "--repair")
    assert (repaired.code, reader("check").code) == (0, 0)
    assert "Done: Document 12345" in repaired.out
    assert reader("bookmarks").out.startswith(kept)


def test_a_broken_store_is_told_and_what_can_be_had_is_had(reader: Command, library: Folders) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    (library.state / "state.json").write_text("no JSON", "utf-8")
    outcome = reader("bookmarks")
    assert outcome.code == 0
    assert outcome.out.startswith(kept)
    assert "was damaged" in outcome.err
    assert reader("check").code == 4
    assert reader("check", "--repair").code == 0
    assert (reader("check").out, reader("bookmarks").err) == (WHOLE, "")


def test_a_repair_leaves_a_store_alone_that_another_has_open(reader: Command, library: Folders) -> None:
    (library.library / "empty.md").touch()
    with Desk(library):
        outcome = reader("check", "--repair")
    assert outcome.code == 4
    (refusal,) = outcome.err.splitlines()
    assert f"process {os.getpid()}" in refusal


def test_files_known_by_their_path_stay_known_after_a_repair(reader: Command, library: Folders) -> None:
    bare = library.library / "bare.md"
    bare.write_text("Bare words, said Ana Rivera.\n", "utf-8")
    article = reader("show", "bare", "--json").document["id"]
    for path in library.cache.iterdir():
        path.write_bytes(b"broken" * 1000)
    assert reader("check", "--repair").code == 0
    bare.rename(bare.with_name("renamed.md"))
    for path in Path(library.cache).iterdir():
        path.unlink()
    assert reader("show", "renamed.md", "--json").document["id"] == article
