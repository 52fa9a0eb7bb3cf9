"""A disk that fills up in the journal, in a snapshot and in the rename: nothing before it is lost."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from reader.desk.desk import Desk
from reader.domain.article import ArticleId
from reader.domain.mark import Bookmark, ReadMark
from reader.errors import StoreError
from reader.paths import Folders
from reader.store import Store
from reader.store.journal import encode_json
from reader.store.storage import JournalStorage
from reader.store.table import KeyedDB
from tests.articles import BRIDGE
from tests.store.samples import make_bookmark

FIRST = ArticleId("first")
DISK_BYTES = 256 << 10


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the root of a file system of 256 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "tmpfs", str(disk)]
    if mount is None or os.geteuid() != 0 or subprocess.run(command, check=False).returncode:
        pytest.skip("only root can make a small file system, and only where the system allows it")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill_up(disk: Path) -> Path:
    """Leave no room on a file system; removing the file that is returned makes room again."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(512)):
            pass
    assert shutil.disk_usage(disk).free == 0
    return ballast


def keep_until_full(store: Store) -> list[Bookmark]:
    """Keep bookmarks with long notes until one is refused; return those that were kept."""
    kept: list[Bookmark] = []
    while True:
        bookmark = make_bookmark(len(kept), note="n" * 3000)
        try:
            store.put_bookmark(bookmark)
        except StoreError as error:
            sentence = str(error)
            break
        kept.append(bookmark)
    assert "No space left on device" in sentence or "no room for the whole change" in sentence
    assert sentence.endswith("make room or mend the disk, then do it again.")
    return kept


def test_a_journal_that_fills_the_disk(small_disk: Path) -> None:
    folder = small_disk / "state"
    store = Store.open(folder)
    kept = keep_until_full(store)
    assert store.bookmarks() == tuple(kept)
    # There is no room for a snapshot either: closing leaves the journal as it is.
    store.close()
    assert not (folder / "state.json").exists()
    assert not list(folder.glob("*.tmp"))
    with Store.open(folder) as store:
        assert store.is_owner
        assert store.bookmarks() == tuple(kept)
        with pytest.raises(StoreError, match="make room"):
            store.put_bookmark(make_bookmark(900, note="n" * 5000))
        assert store.bookmarks() == tuple(kept)


def test_a_snapshot_for_which_there_is_no_room(small_disk: Path) -> None:
    folder = small_disk / "state"
    with Store.open(folder) as store:
        store.put_mark(FIRST, ReadMark(position=1))
    before = (folder / "state.json").read_bytes()
    store = Store.open(folder)
    for number in range(20):
        store.put_bookmark(make_bookmark(number, note="n" * 3000))
    ballast = fill_up(small_disk)
    store.close()
    assert (folder / "state.json").read_bytes() == before
    assert not list(folder.glob("*.tmp"))
    with Store.open(folder) as store:
        assert len(store.bookmarks()) == 20
        ballast.unlink()
        store.put_bookmark(make_bookmark(20))
    assert (folder / "state.json").stat().st_size > len(before)
    with Store.open(folder) as store:
        assert store.mark(FIRST) == ReadMark(position=1)
        assert len(store.bookmarks()) == 21
        assert (store.notices, store.check()) == ((), ())


def test_a_repair_that_the_disk_has_no_room_for_takes_nothing_with_it(
    small_disk: Path, tmp_path: Path
) -> None:
    """A repair and the bookmarks that follow it are one write: all of it is there, or nothing."""
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "bridge.md").write_text(BRIDGE, "utf-8")
    names = ("library", "cache", "config", "content")
    library, cache, config, content = (tmp_path / name for name in names)
    content.mkdir()
    folders = Folders(library, small_disk / "state", cache, config, content)
    with Desk(folders) as desk:
        head = desk.find("bridge0001")
        reading = desk.reading(head)
        kept = desk.keep(reading, reading.quotations[2])
        ballast = fill_up(small_disk)

        def repair_until_full() -> None:
            # The last block of the journal may have had room for a few.
            for number in range(200):
                desk.set_speaker(reading, reading.quotations[2], f"Jo {number} " + "L" * 190)

        with pytest.raises(StoreError, match="make room"):
            repair_until_full()
        (now,) = desk.bookmarks()
        repairs = desk.repairs(reading)
        assert {repair.speaker for repair in repairs} == ({now.repaired_speaker} if repairs else set())
        ballast.unlink()
        desk.set_speaker(reading, reading.quotations[2], "Jo Lee")
    with Desk(folders) as desk:
        (after,) = desk.bookmarks()
        assert (after.id, after.repaired_speaker) == (kept.id, "Jo Lee")
        speaker = desk.reading(desk.find("bridge0001")).quotations[2].speaker
        assert speaker is not None
        assert speaker.name == "Jo Lee"


def test_everything_written_anew_where_there_is_no_room(small_disk: Path) -> None:
    """TinyDB's generic operations end in a snapshot: refused, they leave memory and disk as they were."""
    folder = small_disk / "state"
    with KeyedDB(folder, storage=JournalStorage) as database:
        table = database.table("t")
        table.insert_multiple({"text": "x" * 500, "n": number} for number in range(50))
        ballast = fill_up(small_disk)
        with pytest.raises(StoreError, match="could not be written"):
            table.update({"text": "y"})
        assert {document["text"] for document in table} == {"x" * 500}
        ballast.unlink()
        table.update({"text": "y"})
    with KeyedDB(folder, storage=JournalStorage) as database:
        assert {document["text"] for document in database.table("t")} == {"y"}


@pytest.mark.parametrize("name", ["state.json", "state.json.previous", "state.journal.previous"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_rename_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == name:
            raise OSError(code, os.strerror(code), str(path))
        return replace(path, target)

    for turn in (1, 2):
        with Store.open(tmp_path) as store:
            store.put_mark(FIRST, ReadMark(position=turn))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        for turn in (3, 4):
            with Store.open(tmp_path) as store:
                assert store.mark(FIRST) == ReadMark(position=turn - 1)
                store.put_mark(FIRST, ReadMark(position=turn))
    assert not list(tmp_path.glob("*.tmp"))
    for turn in (5, 6):
        with Store.open(tmp_path) as store:
            assert (store.notices, store.check()) == ((), ())
            assert store.mark(FIRST) == ReadMark(position=turn - 1)
            store.put_mark(FIRST, ReadMark(position=turn))


def test_a_journal_of_many_megabytes_is_never_folded_between_two_changes(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(FIRST, ReadMark(position=1))
    before = (tmp_path / "state.json").read_bytes()
    with Store.open(tmp_path) as store:
        for number in range(6):
            store.put_bookmark(make_bookmark(number, note="n" * (1 << 20)))
            store.take_in()
        assert (tmp_path / "state.journal").stat().st_size > 6 << 20
        assert (tmp_path / "state.json").read_bytes() == before
    assert len((tmp_path / "state.json").read_bytes()) > len(encode_json("n" * (6 << 20)))
    with Store.open(tmp_path) as store:
        assert [bookmark.note for bookmark in store.bookmarks()] == ["n" * (1 << 20)] * 6
