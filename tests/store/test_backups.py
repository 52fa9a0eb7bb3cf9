"""Copies of the whole: one a day by itself, one when a person asks, and all of it back again."""

from __future__ import annotations

import json
import threading
import time
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import InterfaceState, ReadMark
from reader.errors import StoreError
from reader.store import Store
from tests.store.samples import make_bookmark, read_tables

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = ArticleId("harbour \ud800")
DAYS = [f"2024-05-{day:02d}" for day in range(1, 11)]


def put(folder: Path, position: int) -> None:
    with Store.open(folder) as store:
        store.put_mark(HARBOUR, ReadMark(position=position))


def copies(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").glob("*"))


def set_day(monkeypatch: pytest.MonkeyPatch, day: str) -> None:
    moment = time.strptime(day, "%Y-%m-%d")
    strftime = time.strftime
    monkeypatch.setattr(time, "strftime", lambda pattern, when=moment: strftime(pattern, when))


def test_the_last_seven_days_on_which_something_changed_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, day in enumerate(DAYS):
        set_day(monkeypatch, day)
        for turn in (1, 2):
            put(tmp_path, 10 * number + turn)
        with Store.open(tmp_path) as store:
            assert store.mark(HARBOUR).position == 10 * number + 2
    assert copies(tmp_path) == [f"state-{day}.json" for day in DAYS[-7:]]
    # Each is what there was before the day's first change: the last of the day before.
    for number, day in list(enumerate(DAYS))[-7:]:
        (document,) = json.loads((tmp_path / f"backups/state-{day}.json").read_bytes())["marks"].values()
        assert document["pos"] == 10 * (number - 1) + 2


def test_days_without_a_change_push_nothing_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    set_day(monkeypatch, DAYS[0])
    put(tmp_path, 1)
    put(tmp_path, 2)
    assert copies(tmp_path) == [f"state-{DAYS[0]}.json"]
    for day in DAYS[1:]:
        set_day(monkeypatch, day)
        with Store.open(tmp_path) as store:
            store.take_in()
    assert copies(tmp_path) == [f"state-{DAYS[0]}.json"]


def test_a_clock_at_1970_costs_no_newer_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in (*DAYS[:7], "1970-01-01", DAYS[7]):
        set_day(monkeypatch, day)
        put(tmp_path, 1)
        put(tmp_path, int(day.replace("-", "")))
    assert copies(tmp_path) == [f"state-{day}.json" for day in DAYS[1:8]]


def test_the_copy_is_made_by_no_start_and_no_change(tmp_path: Path) -> None:
    put(tmp_path, 1)
    with Store.open(tmp_path) as store:
        threads = threading.active_count()
        for position in range(2, 5):
            store.put_mark(HARBOUR, ReadMark(position=position))
        # One syncs the journal.
        assert threading.active_count() == threads + 1
        assert copies(tmp_path) == []
    assert len(copies(tmp_path)) == 1


def test_a_session_of_several_days_is_copied_each_night(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as store:
        for number, day in enumerate(DAYS[:3]):
            set_day(monkeypatch, day)
            for _ in range(2):
                store.put_mark(HARBOUR, ReadMark(position=number + 1))
                store.take_in()
    for number, day in list(enumerate(DAYS[:3]))[1:]:
        (document,) = json.loads((tmp_path / f"backups/state-{day}.json").read_bytes())["marks"].values()
        assert document["pos"] == number + 1


def test_a_copy_that_cannot_be_made_is_said_and_stops_nothing(tmp_path: Path) -> None:
    put(tmp_path, 1)
    (tmp_path / "backups").write_text("a file", "utf-8")
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, ReadMark(position=2))
        give_up = time.monotonic() + 10
        while not store.notices:
            assert time.monotonic() < give_up
            store.take_in()
        assert "copy" in store.notices[0]
        assert "could not be made" in store.notices[0]
        assert len(store.notices) == 1
    with Store.open(tmp_path) as store:
        assert store.mark(HARBOUR) == ReadMark(position=2)


def test_a_copy_that_was_damaged_is_found(tmp_path: Path) -> None:
    for position in (1, 2):
        put(tmp_path, position)
    (name,) = copies(tmp_path)
    copy = tmp_path / "backups" / name
    copy.write_bytes(copy.read_bytes()[:-3])
    with Store.open(tmp_path) as store:
        (finding,) = store.check()
        assert str(copy) in finding.message
        assert store.repair() == (finding,)
        assert store.check() == ()
    assert not copy.exists()
    assert len(list((tmp_path / "set-aside").rglob(name))) == 1


def fill(store: Store) -> None:
    store.put_mark(HARBOUR, ReadMark(1.5, 2, 3, is_starred=True))
    for number in range(3):
        store.put_bookmark(make_bookmark(number, note="\ud800 “n”"))
    store.drop_bookmark("b0002")
    store.put_known_files([KnownFile(HARBOUR, "h.md", "1")])
    store.put_interface(InterfaceState("paper"))


def look(store: Store) -> list[object]:
    return [
        dict(store.marks()),
        store.bookmarks(),
        store.removed_bookmarks(),
        store.known_files(),
        store.interface(),
    ]


def test_everything_goes_into_a_backup_and_comes_back(tmp_path: Path) -> None:
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "backup.json"
    with Store.open(here) as store:
        fill(store)
        store.back_up(file)
        expected = look(store)
        store.put_bookmark(make_bookmark(8))
        # What is said after the backup was made is not in it.
        store.back_up(tmp_path / "later.json")
    with TinyDB(file) as database:
        assert len(database.table("bookmarks")) == 2
    with Store.open(there) as store:
        store.put_bookmark(make_bookmark(9, article="other"))
        assert store.kept_count(ArticleId("other")) == 1
        before = look(store)
        restored = store.restore(file)
        assert (restored.bookmark_count, restored.mark_count, restored.is_altered) == (2, 1, False)
        assert look(store) == expected
        assert store.kept_count(ArticleId("other")) == 0
    with Store.open(there) as store:
        assert look(store) == expected
        assert store.check() == ()
        store.restore(restored.before)
        assert look(store) == before
        store.restore(tmp_path / "later.json")
        assert len(store.bookmarks()) == 3
    assert len(list((there / "backups").glob("before-restore-*.json"))) == 3


def test_a_backup_can_be_made_and_made_again_beside_the_owner(tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    with Store.open(tmp_path / "state") as owner, Store.open(tmp_path / "state") as other:
        owner.put_bookmark(make_bookmark(1))
        other.take_in()
        other.put_bookmark(make_bookmark(2))
        other.back_up(file)
        with pytest.raises(StoreError, match=r"Nothing was restored: process \d+, since .* close it there"):
            other.restore(file)
        owner.put_bookmark(make_bookmark(3))
        owner.back_up(file, replaces=True)
    with Store.open(tmp_path / "new") as store:
        store.restore(file)
        # The second was still on its way when the owner wrote its backup.
        assert [bookmark.id for bookmark in store.bookmarks()] == ["b0001", "b0003"]
    assert "_spool" not in json.loads(file.read_bytes())


def test_a_restore_is_seen_by_followers_and_outlives_a_crash(tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    with Store.open(tmp_path / "state") as owner, Store.open(tmp_path / "state") as other:
        owner.put_bookmark(make_bookmark(1))
        owner.back_up(file, replaces=True)
        owner.put_bookmark(make_bookmark(2))
        other.take_in()
        owner.restore(file)
        assert other.take_in()
        assert other.bookmarks() == owner.bookmarks() == (make_bookmark(1),)
        assert [document["id"] for document in read_tables(tmp_path / "state")["bookmarks"].values()] == [
            "b0001"
        ]


def test_a_backup_never_takes_the_place_of_something_else(tmp_path: Path) -> None:
    mine = tmp_path / "article.md"
    mine.write_text("mine", "utf-8")
    with Store.open(tmp_path / "state") as store:
        fill(store)
        for file, sentence in (
            (mine, "is there already and is no backup"),
            (tmp_path, "is a folder"),
            (tmp_path / "state" / "state.json", "lies in the state's own folder"),
            (tmp_path / "missing" / "b.json", "could not be written"),
        ):
            with pytest.raises(StoreError, match=sentence):
                store.back_up(file)
    assert mine.read_text("utf-8") == "mine"
    assert len(read_tables(tmp_path / "state")["bookmarks"]) == 2


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is no backup that can be restored"),
        (b"[1]", "not a TinyDB file"),
        (b'{"_meta": {"1": {"schema": 99}}}', "newer Pullquote"),
        (b"[" * 100_000, "is no backup"),
    ],
)
def test_what_is_no_backup_changes_nothing(tmp_path: Path, data: bytes, sentence: str) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with Store.open(tmp_path / "state") as store:
        fill(store)
        expected = look(store)
        for path, words in ((file, sentence), (tmp_path / "none", "is no file"), (tmp_path, "is no file")):
            with pytest.raises(StoreError, match=words):
                store.restore(path)
        assert look(store) == expected
    assert not (tmp_path / "state" / "backups").exists()


def test_an_altered_backup_is_restored_and_said(tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    with Store.open(tmp_path / "state") as store:
        fill(store)
        store.back_up(file)
        file.write_bytes(file.read_bytes().replace(b"paper", b"night"))
        assert store.restore(file).is_altered
        assert store.interface() == InterfaceState("night")


def test_where_the_present_cannot_be_kept_nothing_is_restored(tmp_path: Path) -> None:
    file = tmp_path / "backup.json"
    with Store.open(tmp_path / "state") as store:
        fill(store)
        store.back_up(file)
        store.put_bookmark(make_bookmark(7))
        expected = look(store)
        (tmp_path / "state" / "backups").write_text("a file", "utf-8")
        with pytest.raises(StoreError, match=r"could not be copied to .* first"):
            store.restore(file)
        assert look(store) == expected
