"""Disks that are full, fail to sync or may not be written: a sentence, and nothing half-done."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.errors import StoreError
from reader.store import Durability, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIRST = ArticleId("first")
SECOND = ArticleId("second")

HEAD = """
import os, resource, sys
from pathlib import Path
from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.errors import StoreError
from reader.store import Durability, Store
folder = Path(sys.argv[1])
"""

FULL_DISK = """
with Store.open(folder) as store:
    store.put_mark(ArticleId("first"), ReadMark(position=1))
    journal = folder / "state.journal"
    length = journal.stat().st_size
    # Room for half a line: the write comes back short.
    resource.setrlimit(resource.RLIMIT_FSIZE, (length + 30, resource.RLIM_INFINITY))
    for _ in range(2):
        try:
            store.put_mark(ArticleId("second"), ReadMark(position=2))
        except StoreError as error:
            print(error)
        assert store.mark(ArticleId("second")) == ReadMark()
        assert journal.stat().st_size == length
    assert store.mark(ArticleId("first")) == ReadMark(position=1)
    if sys.argv[2] == "freed":
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        store.put_mark(ArticleId("second"), ReadMark(position=3))
"""

FULL_FROM_THE_START = """
resource.setrlimit(resource.RLIMIT_FSIZE, (10, resource.RLIM_INFINITY))
with Store.open(folder) as store:
    assert store.mark(ArticleId("first")) == ReadMark(position=1), store.notices
    try:
        store.put_mark(ArticleId("second"), ReadMark(position=2))
    except StoreError as error:
        print(error)
    assert store.mark(ArticleId("second")) == ReadMark()
"""

READ_ONLY = """
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
with Store.open(folder) as store:
    assert store.mark(ArticleId("first")) == ReadMark(position=1)
    assert not store.is_owner
    assert store.holder == ""
    print(*store.notices)
    try:
        store.put_mark(ArticleId("second"), ReadMark(position=2))
    except StoreError as error:
        print(error)
    assert store.mark(ArticleId("second")) == ReadMark()
    assert not store.take_in()
"""

NO_RIGHTS = """
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
for place in (folder, folder / "deeper"):
    try:
        Store.open(place)
    except StoreError as error:
        print(error)
"""


def run(script: str, *arguments: object) -> list[str]:
    """Run a script in a process of its own and return the lines it printed."""
    command = [sys.executable, "-c", HEAD + script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.mark.parametrize("end", ["freed", "still full"])
def test_a_full_disk_refuses_the_change_and_keeps_the_rest(tmp_path: Path, end: str) -> None:
    said = run(FULL_DISK, tmp_path, end)
    assert len(said) == 2
    assert all("could not be written" in line and "make room" in line for line in said)
    assert not list(tmp_path.glob("*.tmp"))
    with Store.open(tmp_path) as store:
        assert store.notices == ()
        assert store.mark(FIRST) == ReadMark(position=1)
        assert store.mark(SECOND) == ReadMark(position=3 if end == "freed" else 0)


def test_a_disk_full_from_the_start_can_be_read(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(FIRST, ReadMark(position=1))
    said = run(FULL_FROM_THE_START, tmp_path)
    assert "could not be written" in said[0]
    with Store.open(tmp_path) as store:
        assert dict(store.marks()) == {FIRST: ReadMark(position=1)}


def test_a_full_disk_refuses_a_spooled_change(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(FIRST, ReadMark(position=1))
        said = run(FULL_FROM_THE_START, tmp_path)
        assert "could not be written" in said[0]
        assert list((tmp_path / "spool").iterdir()) == []


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """Return a folder that other users can reach: pytest's own are closed to them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o700)


def test_a_folder_that_may_only_be_read_is_read(open_folder: Path) -> None:
    with Store.open(open_folder) as store:
        store.put_mark(FIRST, ReadMark(position=1))
    for path in open_folder.iterdir():
        path.chmod(0o444)
    open_folder.chmod(0o555)
    before = sorted(path.name for path in open_folder.iterdir())
    notice, refusal = run(READ_ONLY, open_folder)
    assert notice == refusal
    assert "cannot be written (Permission denied)" in notice
    assert sorted(path.name for path in open_folder.iterdir()) == before


@pytest.mark.parametrize("mode", [0o000, 0o111])
def test_a_folder_without_rights_is_one_sentence(open_folder: Path, mode: int) -> None:
    open_folder.chmod(mode)
    folder, deeper = run(NO_RIGHTS, open_folder)
    for sentence in (folder, deeper):
        assert sentence.startswith("The state folder ")
        assert "(Permission denied)" in sentence


def take_in_until(store: Store, is_done: Callable[[], bool]) -> None:
    """Take in, as is done once a second, until something is so; the thread that syncs needs its moment."""
    give_up = time.monotonic() + 10
    while not is_done():
        assert time.monotonic() < give_up
        store.take_in()


def test_a_sync_that_fails_is_answered_with_a_new_snapshot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = threading.Event()

    def fail(descriptor: int) -> None:
        failed.set()
        raise OSError(errno.EIO, "Input/output error")

    with Store.open(tmp_path) as store:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", fail)
            store.put_mark(FIRST, ReadMark(position=1))
            assert failed.wait(10)
        take_in_until(store, lambda: bool(store.notices))
        assert "The disk failed to save" in store.notices[0]
        assert (tmp_path / "state.json").exists()
        store.put_mark(SECOND, ReadMark(position=2))
        assert store.check() == ()
    with Store.open(tmp_path) as store:
        assert set(store.marks()) == {FIRST, SECOND}


def test_a_disk_that_saves_nothing_any_more_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = threading.Event()

    def fail(descriptor: int) -> None:
        failed.set()
        raise OSError(errno.EIO, "Input/output error")

    with Store.open(tmp_path) as store:
        monkeypatch.setattr(os, "fdatasync", fail)
        monkeypatch.setattr(os, "fsync", fail)
        store.put_mark(FIRST, ReadMark(position=1))
        assert failed.wait(10)
        with pytest.raises(StoreError, match="look at the disk"):
            take_in_until(store, lambda: False)
        assert store.mark(FIRST) == ReadMark(position=1)
        monkeypatch.undo()
        store.put_mark(SECOND, ReadMark(position=2))
    with Store.open(tmp_path) as store:
        assert set(store.marks()) == {FIRST, SECOND}


def test_closing_on_a_dead_disk_says_so_and_gives_up_the_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    store = Store.open(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fdatasync", fail)
        patch.setattr(os, "fsync", fail)
        store.put_mark(FIRST, ReadMark(position=1))
        with pytest.raises(StoreError, match="The disk failed to save"):
            store.close()
    with Store.open(tmp_path) as store:
        assert store.is_owner
        assert set(store.marks()) == {FIRST}


def test_a_dead_disk_is_told_once_and_tried_again_by_the_next_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = threading.Event()
    attempts: list[int] = []

    def fail(descriptor: int) -> None:
        failed.set()
        attempts.append(descriptor)
        raise OSError(errno.EIO, "Input/output error")

    with Store.open(tmp_path) as store:
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", fail)
            store.put_mark(FIRST, ReadMark(position=1))
            assert failed.wait(10)
            with pytest.raises(StoreError, match="look at the disk"):
                take_in_until(store, lambda: False)
            attempts.clear()
            for _ in range(3):
                assert not store.take_in()
            assert attempts == []
            with pytest.raises(StoreError, match="look at the disk"):
                store.put_mark(SECOND, ReadMark(position=2))
            assert len(attempts) == 1
            assert store.mark(SECOND) == ReadMark()
        store.put_mark(SECOND, ReadMark(position=3))
        assert len(store.notices) == 1
    with Store.open(tmp_path) as store:
        assert dict(store.marks()) == {FIRST: ReadMark(position=1), SECOND: ReadMark(position=3)}


def test_strict_durability_syncs_file_and_folder_before_it_acknowledges(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []
    fdatasync, fsync = os.fdatasync, os.fsync

    def note(descriptor: int) -> str:
        assert threading.current_thread() is threading.main_thread()
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        return f"{path.name} {path.stat().st_size}" if path.is_file() else path.name

    def watch_data(descriptor: int) -> None:
        synced.append(note(descriptor))
        fdatasync(descriptor)

    def watch_all(descriptor: int) -> None:
        synced.append(note(descriptor))
        fsync(descriptor)

    monkeypatch.setattr(os, "fdatasync", watch_data)
    monkeypatch.setattr(os, "fsync", watch_all)
    journal = tmp_path / "state.journal"
    with Store.open(tmp_path, Durability.STRICT) as store:
        assert synced == []
        store.put_mark(FIRST, ReadMark(position=1))
        assert synced == [f"state.journal {journal.stat().st_size}", tmp_path.name]
        store.put_mark(FIRST, ReadMark(position=2))
        assert synced[2:] == [f"state.journal {journal.stat().st_size}"]


def test_strict_durability_refuses_what_is_not_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with Store.open(tmp_path, Durability.STRICT) as store:
        store.put_mark(FIRST, ReadMark(position=1))
        with monkeypatch.context() as patch:
            patch.setattr(os, "fdatasync", fail)
            with pytest.raises(StoreError, match="Input/output error"):
                store.put_mark(SECOND, ReadMark(position=2))
        assert store.mark(SECOND) == ReadMark()
        # The pages of the line before may be lost as well: everything is written anew, and said.
        store.put_mark(SECOND, ReadMark(position=3))
        assert (tmp_path / "state.json").exists()
        assert "The disk failed to save" in store.notices[0]
    with Store.open(tmp_path) as store:
        assert dict(store.marks()) == {FIRST: ReadMark(position=1), SECOND: ReadMark(position=3)}


def test_a_new_journal_is_entered_in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entered = threading.Event()
    fsync = os.fsync

    def watch(descriptor: int) -> None:
        fsync(descriptor)
        if Path(f"/proc/self/fd/{descriptor}").readlink() == tmp_path:
            entered.set()

    monkeypatch.setattr(os, "fsync", watch)
    with Store.open(tmp_path) as store:
        store.put_mark(FIRST, ReadMark(position=1))
        assert entered.wait(10)
