"""A bookmark that was taken away waits in the trash for thirty days, through restarts and other processes."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from tinydb import TinyDB

from reader.store import Store
from tests.store.samples import make_bookmark, read_tables, write_tables

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

DAY = 86_400.0


def removed_ids(store: Store) -> list[str]:
    return [removed.bookmark.id for removed in store.removed_bookmarks()]


def test_what_is_dropped_can_be_had_back_whole_after_a_restart(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for number in (1, 2):
            store.put_bookmark(make_bookmark(number, note="in print"))
    tables = read_tables(tmp_path)
    for document in tables["bookmarks"].values():
        document["colour"] = "teal"
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        before = time.time()
        store.drop_bookmark("b0001")
        store.drop_bookmark("b0002")
        store.drop_bookmark("b0002")
        assert store.bookmarks() == ()
    with Store.open(tmp_path) as store:
        later, earlier = store.removed_bookmarks()
        assert (later.bookmark, earlier.bookmark) == (
            make_bookmark(2, note="in print"),
            make_bookmark(1, note="in print"),
        )
        assert before <= earlier.removed_at <= later.removed_at <= time.time()
        store.put_bookmark(earlier.bookmark)
        assert store.bookmarks() == (make_bookmark(1, note="in print"),)
        assert removed_ids(store) == ["b0002"]
        assert store.check() == ()
    assert read_tables(tmp_path)["bookmarks"] == {
        doc_id: document for doc_id, document in tables["bookmarks"].items() if document["id"] == "b0001"
    }
    with TinyDB(tmp_path / "state.json") as database:
        assert [document["id"] for document in database.table("removed")] == ["b0002"]


def test_the_trash_is_emptied_of_what_is_older_than_thirty_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    with Store.open(tmp_path) as store:
        for number, age in ((1, 31), (2, 29), (3, -400)):
            store.put_bookmark(make_bookmark(number))
            # The third was removed by a clock that was ahead: it is kept all the longer.
            monkeypatch.setattr(time, "time", lambda age=age: now - age * DAY)
            store.drop_bookmark(make_bookmark(number).id)
        monkeypatch.setattr(time, "time", lambda: now)
        assert removed_ids(store) == ["b0003", "b0002", "b0001"]
    with Store.open(tmp_path) as store:
        assert removed_ids(store) == ["b0003", "b0002"]


def test_a_follower_removes_and_brings_back(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner:
        for number in (1, 2):
            owner.put_bookmark(make_bookmark(number))
        with Store.open(tmp_path) as other:
            other.drop_bookmark("b0001")
            other.drop_bookmark("b0002")
            assert sorted(removed_ids(other)) == ["b0001", "b0002"]
            owner.take_in()
            assert sorted(removed_ids(owner)) == ["b0001", "b0002"]
            other.take_in()
            other.put_bookmark(make_bookmark(2))
            owner.take_in()
            assert removed_ids(owner) == removed_ids(other) == ["b0001"]
            assert owner.bookmarks() == (make_bookmark(2),)


def test_a_crash_between_the_two_lines_leaves_the_bookmark_in_place(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_bookmark(make_bookmark(1))
    with Store.open(tmp_path) as store:
        store.drop_bookmark("b0001")
        journal = (tmp_path / "state.journal").read_bytes()
    for name in ("state.json", "state.journal"):
        (tmp_path / name).unlink()
    (tmp_path / "state.json").write_bytes((tmp_path / "state.json.previous").read_bytes())
    lines = journal.splitlines(keepends=True)
    (tmp_path / "state.journal").write_bytes(b"".join(lines[:-1]))
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == (make_bookmark(1),)
        assert store.removed_bookmarks() == ()
        store.drop_bookmark("b0001")
        assert removed_ids(store) == ["b0001"]


def test_a_damaged_document_in_the_trash_is_found_and_stops_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_bookmark(replace(make_bookmark(1), note="\ud800"))
        store.drop_bookmark("b0001")
    tables = read_tables(tmp_path)
    tables["removed"]["7"] = {"id": "b7"}
    tables["removed"]["8"] = 4  # type: ignore[assignment]
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        assert removed_ids(store) == ["b0001"]
        assert len(store.check()) == len(store.repair()) == 2
        assert store.check() == ()
        assert removed_ids(store) == ["b0001"]
