"""Several processes on one folder: whoever has not the lock spools, and nothing acknowledged is lost."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import InterfaceState, ReadMark
from reader.errors import StoreError
from reader.store import Store
from reader.store.follower import Follower
from reader.store.loading import StatePaths
from reader.store.records import decode_mark
from reader.store.spool import Spool
from reader.store.storage import keep_as_is
from tests.store.samples import make_bookmark, read_tables

HARBOUR = ArticleId("harbour")
BRIDGE = ArticleId("bridge")
READ = ReadMark(read_at=5.0, position=7)


def spooled(folder: Path) -> list[Path]:
    return sorted((folder / "spool").glob("*.change"))


def test_the_second_process_sees_its_own_changes_and_the_owner_takes_them_in(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        assert owner.is_owner
        assert not other.is_owner
        assert re.fullmatch(rf"process {os.getpid()}, since \d\d:\d\d", other.holder)
        other.put_mark(HARBOUR, READ)
        other.put_bookmark(make_bookmark(1))
        other.put_bookmark(make_bookmark(1, note="second thoughts"))
        other.put_bookmark(make_bookmark(2))
        other.drop_bookmark("b0002")
        other.put_interface(InterfaceState("paper"))
        other.put_known_files([KnownFile(HARBOUR, "h.md", "1"), KnownFile(BRIDGE, "b.md", "2")])
        for store in (other, owner):
            if store is owner:
                assert owner.bookmarks() == ()
                assert owner.take_in()
                assert not owner.take_in()
            assert store.mark(HARBOUR) == READ
            assert store.bookmarks() == (make_bookmark(1, note="second thoughts"),)
            assert store.interface() == InterfaceState("paper")
            assert len(store.known_files()) == 2
        assert spooled(tmp_path) == []
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == (make_bookmark(1, note="second thoughts"),)


def test_a_follower_sees_what_the_owner_and_other_followers_do(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as second, Store.open(tmp_path) as third:
        assert not second.take_in()
        owner.put_bookmark(make_bookmark(1))
        assert second.bookmarks_of(HARBOUR) == ()
        assert second.take_in()
        assert second.bookmarks_of(HARBOUR) == (make_bookmark(1),)
        assert not second.take_in()
        third.put_bookmark(make_bookmark(2))
        assert second.take_in()
        assert second.kept_count(HARBOUR) == 2
        owner.take_in()
        owner.drop_bookmark("b0002")
        second.take_in()
        assert second.bookmarks_of(HARBOUR) == (make_bookmark(1),)


def test_a_follower_keeps_its_own_change_while_the_owner_goes_on(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        owner.put_mark(HARBOUR, ReadMark(position=1))
        other.take_in()
        other.put_mark(HARBOUR, ReadMark(position=1, is_starred=True))
        owner.put_mark(HARBOUR, ReadMark(position=900))
        other.take_in()
        assert other.mark(HARBOUR) == ReadMark(position=900, is_starred=True)
        owner.take_in()
        assert owner.mark(HARBOUR) == ReadMark(position=900, is_starred=True)


def test_a_spooled_change_alters_only_its_own_fields(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner:
        owner.put_bookmark(make_bookmark(1))
        owner.put_mark(HARBOUR, ReadMark(read_at=1.0))
        owner.put_mark(BRIDGE, ReadMark(read_at=1.0))
        with Store.open(tmp_path) as other:
            other.put_bookmark(make_bookmark(1, note="theirs"))
            other.put_mark(HARBOUR, ReadMark())
            other.put_mark(BRIDGE, ReadMark())
            assert other.mark(BRIDGE) == ReadMark()
        owner.put_bookmark(replace(make_bookmark(1), label="mine"))
        owner.put_mark(HARBOUR, ReadMark(read_at=1.0, position=55))
        owner.take_in()
        assert owner.bookmarks() == (replace(make_bookmark(1), note="theirs", label="mine"),)
        assert dict(owner.marks()) == {HARBOUR: ReadMark(position=55)}


def test_a_note_on_a_bookmark_dropped_meanwhile_keeps_it_whole(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner:
        owner.put_bookmark(make_bookmark(1))
        with Store.open(tmp_path) as other:
            other.put_bookmark(make_bookmark(1, note="theirs"))
        owner.drop_bookmark("b0001")
        owner.take_in()
        assert owner.bookmarks() == (make_bookmark(1, note="theirs"),)


def test_what_was_spooled_without_an_owner_is_taken_in_at_the_next_start(tmp_path: Path) -> None:
    owner = Store.open(tmp_path)
    other = Store.open(tmp_path)
    owner.close()
    other.put_bookmark(make_bookmark(1))
    other.close()
    assert len(spooled(tmp_path)) == 1
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == (make_bookmark(1),)
        assert spooled(tmp_path) == []


def test_a_follower_becomes_the_owner_when_the_lock_is_free(tmp_path: Path) -> None:
    owner = Store.open(tmp_path)
    with Store.open(tmp_path) as other:
        other.put_bookmark(make_bookmark(1))
        owner.put_bookmark(make_bookmark(2))
        owner.close()
        assert other.take_in()
        assert other.is_owner
        assert other.holder == ""
        assert other.bookmarks() == (make_bookmark(1), make_bookmark(2))
        other.put_bookmark(make_bookmark(3))
        assert spooled(tmp_path) == []
    with Store.open(tmp_path) as store:
        assert len(store.bookmarks()) == 3


def test_a_file_taken_in_but_not_removed_is_not_taken_in_twice(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        other.put_bookmark(make_bookmark(1))
        (file,) = spooled(tmp_path)
        data = file.read_bytes()
        owner.take_in()
        file.write_bytes(data)
        owner.drop_bookmark("b0001")
        assert not owner.take_in()
        file.write_bytes(data)
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == ()
        assert spooled(tmp_path) == []


def test_a_file_that_cannot_be_removed_is_never_taken_in_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:  # noqa: FBT001, FBT002 - as pathlib has it
        if path.suffix == ".change":
            raise PermissionError(errno.EPERM, "Operation not permitted")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    with Store.open(tmp_path) as owner:
        with Store.open(tmp_path) as other:
            other.put_bookmark(make_bookmark(1))
        owner.take_in()
        owner.drop_bookmark("b0001")
    for _ in range(2):
        with Store.open(tmp_path) as store, Store.open(tmp_path) as other:
            assert len(spooled(tmp_path)) == 1
            assert store.bookmarks() == other.bookmarks() == ()
            store.put_mark(HARBOUR, ReadMark(position=store.mark(HARBOUR).position + 1))
    monkeypatch.undo()
    for _ in range(2):
        with Store.open(tmp_path) as store:
            assert store.bookmarks() == ()
            store.put_mark(HARBOUR, ReadMark(position=store.mark(HARBOUR).position + 1))
    assert "_spool" not in read_tables(tmp_path)


def test_a_spool_file_goes_only_when_the_journal_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[int] = []
    sync = os.fdatasync

    def watch(descriptor: int) -> None:
        if threading.current_thread() is threading.main_thread():
            waiting.append(len(spooled(tmp_path)))
        sync(descriptor)

    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        other.put_bookmark(make_bookmark(1))
        other.put_bookmark(make_bookmark(2))
        monkeypatch.setattr(os, "fdatasync", watch)
        owner.take_in()
        assert waiting == [2]
        assert spooled(tmp_path) == []


def test_a_clock_set_back_does_not_turn_changes_round(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(10**18, 0, -(10**9)))
    monkeypatch.setattr(time, "time_ns", lambda: next(clock))
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        for number in range(5):
            other.put_bookmark(make_bookmark(1, note=str(number)))
        owner.take_in()
        assert owner.bookmarks() == (make_bookmark(1, note="4"),)


def test_a_reader_never_goes_back_in_time(tmp_path: Path) -> None:
    """Readers take no lock, while a writer counts up and replaces the files under them."""
    paths = StatePaths.of(tmp_path)
    command = [sys.executable, "-m", "tests.faults.counter", str(tmp_path), "200"]
    with subprocess.Popen(command, env=os.environ | {"PYTHONPATH": "."}) as writer:
        follower = Follower(paths, Spool(paths.spool), keep_as_is, "", "")
        seen = {"anew": 0, "read on": 0}
        while writer.poll() is None:
            anew = Follower(paths, Spool(paths.spool), keep_as_is, "", "")
            follower.take_in()
            for name, reader in (("anew", anew), ("read on", follower)):
                count = count_in(reader)
                assert count >= seen[name], name
                seen[name] = count
        assert writer.returncode == 0
        follower.take_in()
        assert count_in(follower) == 200


def count_in(follower: Follower) -> int:
    records = follower.tables.get("marks", {}).values()
    return max((decode_mark(record).position for record in records), default=0)


@pytest.mark.parametrize("data", [b"", b"no\n", b"00000000 []\n", b"\xff" * 40])
def test_a_damaged_spool_file_is_set_aside_and_stops_nothing(tmp_path: Path, data: bytes) -> None:
    with Store.open(tmp_path) as owner:
        with Store.open(tmp_path) as other:
            other.put_bookmark(make_bookmark(1))
            (tmp_path / "spool" / "0-bad.change").write_bytes(data)
            other.take_in()
            assert other.bookmarks() == (make_bookmark(1),)
        assert owner.take_in()
        assert owner.bookmarks() == (make_bookmark(1),)
        assert "0-bad.change.bad" in owner.notices[0]
        assert (tmp_path / "spool" / "0-bad.change.bad").read_bytes() == data
        assert not owner.take_in()
        assert len(owner.notices) == 1
        assert len(owner.check()) == 1
        assert len(owner.repair()) == 1
        assert owner.check() == ()


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_a_spool_file_cut_short_is_set_aside(tmp_path: Path, cut: int) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        other.put_bookmark(make_bookmark(1))
        (file,) = spooled(tmp_path)
        file.write_bytes(file.read_bytes()[:-cut])
        assert not owner.take_in()
        assert owner.bookmarks() == ()
        assert "set aside" in owner.notices[0]


def test_a_follower_cannot_repair(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as other:
        assert owner.check() == other.check() == ()
        with pytest.raises(StoreError, match=rf"in use by process {os.getpid()}"):
            other.repair()


def start_keeper(folder: Path, first: int, count: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.faults.keeper", str(folder), str(first), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "."})


def test_commands_racing_for_the_lock_lose_nothing(tmp_path: Path) -> None:
    keepers = [start_keeper(tmp_path, first, 8) for first in (0, 100, 200, 300)]
    acknowledged = b"".join(keeper.communicate()[0] for keeper in keepers)
    assert [keeper.returncode for keeper in keepers] == [0, 0, 0, 0]
    numbers = sorted(map(int, acknowledged.split()))
    assert len(numbers) == 32
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == tuple(map(make_bookmark, numbers))
        assert store.notices == ()


def test_an_owner_and_a_follower_agree_while_commands_run(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner, Store.open(tmp_path) as follower:
        keepers = [start_keeper(tmp_path, first, 6) for first in (0, 100)]
        number = 1000
        while any(keeper.poll() is None for keeper in keepers):
            owner.put_bookmark(make_bookmark(number % 50 + 1000, note=str(number)))
            number += 1
            owner.take_in()
            follower.take_in()
        for keeper in keepers:
            keeper.communicate()
        owner.take_in()
        follower.take_in()
        assert follower.bookmarks() == owner.bookmarks()
        assert sum(bookmark.id < "b1000" for bookmark in owner.bookmarks()) == 12


def test_a_follower_killed_while_spooling_leaves_whole_changes(tmp_path: Path) -> None:
    with Store.open(tmp_path) as owner:
        for first in range(0, 5000, 1000):
            with start_keeper(tmp_path, first, 1000) as keeper:
                assert keeper.stdout is not None
                said = b""
                while said.count(b"\n") < 5:
                    said += os.read(keeper.stdout.fileno(), 4096)
                keeper.kill()
                said += keeper.stdout.read()
            owner.take_in()
            numbers = set(map(int, said[: said.rfind(b"\n")].split()))
            kept = {int(bookmark.id[1:]) for bookmark in owner.bookmarks() if int(bookmark.id[1:]) >= first}
            assert numbers <= kept
            assert len(kept - numbers) <= 1
        assert owner.notices == ()
