"""Files cut short or altered anywhere: everything that was not hit itself is still there."""

from __future__ import annotations

import os
import random
import shutil
from itertools import count
from typing import TYPE_CHECKING

import pytest

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.store import Store
from tests.faults.steps import Model, content_of, copy_as_crashed, take_step
from tests.store.samples import make_bookmark

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ARTICLES = [ArticleId(f"a{number}") for number in range(4)]
LATER = ArticleId("later")


def make_crashed(folder: Path) -> Path:
    """Return a folder as a kill leaves it: a snapshot, the one before it, and a journal of some lines."""
    place = folder / "made"
    for session in range(3):
        with Store.open(place) as store:
            for number in range(session * 12, session * 12 + 12):
                take_step(number, store, None)
    with Store.open(place) as store:
        for number in range(36, 48):
            take_step(number, store, None)
        return copy_as_crashed(place, folder / "crashed")


def model_after(steps: int) -> Model:
    model = Model()
    for number in range(steps):
        take_step(number, None, model)
    return model


def test_a_journal_cut_anywhere_gives_the_changes_before_the_cut(tmp_path: Path) -> None:
    with Store.open(tmp_path / "made") as store:
        for number, article in enumerate(ARTICLES):
            store.put_mark(article, ReadMark(position=number + 1))
        journal = (tmp_path / "made" / "state.journal").read_bytes()
    for cut in range(len(journal) + 1):
        folder = tmp_path / "cut"
        folder.mkdir()
        (folder / "state.journal").write_bytes(journal[:cut])
        whole = journal[:cut].count(b"\n")
        expected = {article: ReadMark(position=number + 1) for number, article in enumerate(ARTICLES[:whole])}
        torn = journal[:cut].rpartition(b"\n")[2]
        with Store.open(folder) as store:
            assert dict(store.marks()) == expected
            assert bool(store.notices) == bool(torn)
            store.put_mark(LATER, ReadMark(position=1))
        assert not torn or (folder / "state.torn").read_bytes() == torn
        with Store.open(folder) as store:
            assert dict(store.marks()) == {**expected, LATER: ReadMark(position=1)}
            assert store.notices == ()
        shutil.rmtree(folder)


def flip_bit(path: Path, position: int) -> int:
    """Alter one bit without altering the file's time, as a failing disk does; return the byte's place."""
    status = path.stat()
    data = bytearray(path.read_bytes())
    data[position // 8] ^= 1 << position % 8
    path.write_bytes(data)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    return position // 8


def check_snapshot_flips(folder: Path, flips: int) -> None:
    crashed, expected = make_crashed(folder), model_after(48)
    chance = random.Random(flips)
    for _ in range(flips):
        hurt = shutil.copytree(crashed, folder / "hurt")
        snapshot = hurt / "state.json"
        flip_bit(snapshot, chance.randrange(snapshot.stat().st_size * 8))
        damaged = snapshot.read_bytes()
        with Store.open(hurt) as store:
            assert content_of(store) == expected
            assert "restored from state.json.previous" in store.notices[0]
            store.put_mark(LATER, ReadMark(position=1))
        assert [path.read_bytes() for path in hurt.glob("state.json.broken-*")] == [damaged]
        with Store.open(hurt) as store:
            assert store.mark(LATER) == ReadMark(position=1)
            assert len(content_of(store).bookmarks) == len(expected.bookmarks)
            assert store.notices == ()
        shutil.rmtree(hurt)


def check_journal_flips(folder: Path, flips: int) -> None:
    """One altered bit costs the line it is in, and the next when it hit the newline between them."""
    with Store.open(folder / "made") as store:
        for number in range(12):
            store.put_bookmark(make_bookmark(number))
        crashed = copy_as_crashed(folder / "made", folder / "crashed")
    journal = (crashed / "state.journal").read_bytes()
    ends = [place for place, byte in enumerate(journal) if byte == ord("\n")]
    chance = random.Random(flips)
    for _ in range(flips):
        hurt = shutil.copytree(crashed, folder / "hurt")
        place = flip_bit(hurt / "state.journal", chance.randrange(len(journal) * 8))
        line = journal[:place].count(b"\n")
        lost = {line, line + 1} if place in ends else {line}
        expected = tuple(make_bookmark(number) for number in range(12) if number not in lost)
        with Store.open(hurt) as store:
            assert store.bookmarks() == expected
            assert "damaged change" in store.notices[0]
        assert (hurt / "state.torn").stat().st_size > 0
        with Store.open(hurt) as store:
            assert store.bookmarks() == expected
            assert store.notices == ()
        shutil.rmtree(hurt)


def test_an_altered_bit_of_the_snapshot_loses_nothing(tmp_path: Path) -> None:
    check_snapshot_flips(tmp_path, flips=60)


def test_an_altered_bit_of_the_journal_loses_one_change_at_most(tmp_path: Path) -> None:
    check_journal_flips(tmp_path, flips=60)


@pytest.mark.long
def test_thousands_of_altered_bits(tmp_path: Path) -> None:
    check_snapshot_flips(tmp_path / "snapshot", flips=1000)
    check_journal_flips(tmp_path / "journal", flips=1000)


@pytest.mark.parametrize(
    "rest",
    [b"", b"{", b"[]", b'{"marks": 3}', b"\x00" * 500, b"[" * 100_000],
    ids=["empty", "cut", "list", "no table", "zeros", "nested"],
)
def test_a_snapshot_that_is_no_tinydb_file_is_kept_and_passed_over(tmp_path: Path, rest: bytes) -> None:
    crashed = make_crashed(tmp_path)
    (crashed / "state.json").write_bytes(rest)
    with Store.open(crashed) as store:
        assert content_of(store) == model_after(48)
        assert "was damaged and was kept as state.json.broken-" in store.notices[0]
        assert len(store.check()) == 1
        assert len(store.repair()) == 1
        assert store.check() == ()
    assert [path.read_bytes() for path in (crashed / "set-aside").rglob("*.broken-*")] == [rest]


def check_snapshot_cuts(folder: Path, cuts: Iterable[int]) -> None:
    crashed, expected = make_crashed(folder), model_after(48)
    snapshot = (crashed / "state.json").read_bytes()
    for cut in cuts:
        if not 0 <= cut < len(snapshot):
            break
        hurt = shutil.copytree(crashed, folder / "hurt")
        (hurt / "state.json").write_bytes(snapshot[:cut])
        with Store.open(hurt) as store:
            assert content_of(store) == expected
            assert "restored from state.json.previous" in store.notices[0]
        assert [path.read_bytes() for path in hurt.glob("state.json.broken-*")] == [snapshot[:cut]]
        shutil.rmtree(hurt)


def test_a_snapshot_cut_somewhere_loses_nothing(tmp_path: Path) -> None:
    check_snapshot_cuts(tmp_path, range(0, 1 << 30, 211))


@pytest.mark.long
def test_a_snapshot_cut_anywhere_loses_nothing(tmp_path: Path) -> None:
    check_snapshot_cuts(tmp_path, count())


@pytest.mark.long
def test_a_long_journal_cut_anywhere_gives_a_part_of_history(tmp_path: Path) -> None:
    """Keeping, altering, dropping and the trash: every cut leads to what there was after some step."""
    place = tmp_path / "made"
    steps = 60
    models = [model_after(number) for number in range(steps + 1)]
    with Store.open(place) as store:
        for number in range(steps):
            take_step(number, store, None)
        journal = (place / "state.journal").read_bytes()
    last = 0
    for cut in range(len(journal) + 1):
        folder = tmp_path / "cut"
        folder.mkdir()
        (folder / "state.journal").write_bytes(journal[:cut])
        with Store.open(folder) as store:
            found = content_of(store)
        at = next(number for number in range(last, steps + 1) if models[number] == found)
        assert at >= last
        last = at
        shutil.rmtree(folder)
    assert models[last] == models[steps]


def test_a_missing_snapshot_is_restored(tmp_path: Path) -> None:
    crashed = make_crashed(tmp_path)
    (crashed / "state.json").unlink()
    with Store.open(crashed) as store:
        assert content_of(store) == model_after(48)
        assert "was missing" in store.notices[0]


def test_without_any_snapshot_the_journals_alone_are_replayed(tmp_path: Path) -> None:
    crashed = make_crashed(tmp_path)
    (crashed / "state.json").write_bytes(b"no")
    (crashed / "state.json.previous").write_bytes(b"no")
    shutil.rmtree(crashed / "backups")
    with Store.open(crashed) as store:
        found = content_of(store)
        assert "the journals alone" in store.notices[0]
    # Only steps 24 to 47 are in journals: what they put is there, whatever came before.
    late = Model()
    for number in range(24, 48):
        take_step(number, None, late)
    assert found == late


def test_the_newest_readable_copy_of_a_day_is_better_than_no_snapshot(tmp_path: Path) -> None:
    crashed = make_crashed(tmp_path)
    for path in crashed.glob("state.journal*"):
        path.unlink()
    copies = crashed / "backups"
    (copy,) = copies.iterdir()
    copy.rename(copies / "state-2024-05-06.json")
    (copies / "state-2024-05-07.json").write_bytes(b"no")
    (crashed / "state.json").write_bytes(b"no")
    (crashed / "state.json.previous").write_bytes(b"no")
    with Store.open(crashed) as store:
        # The first session's twelve steps were folded before the day's copy was made.
        assert content_of(store) == model_after(12)
        assert "the newest copy in backups/" in store.notices[0]


def test_a_folder_that_was_emptied_on_purpose_stays_empty(tmp_path: Path) -> None:
    crashed = make_crashed(tmp_path)
    for path in crashed.glob("state.*"):
        path.unlink()
    with Store.open(crashed) as store:
        assert content_of(store) == Model()


def test_a_journal_older_than_its_snapshot_is_ignored(tmp_path: Path) -> None:
    place = tmp_path / "made"
    with Store.open(place) as store:
        store.put_mark(LATER, ReadMark(position=1))
        journal = (place / "state.journal").read_bytes()
    with Store.open(place) as store:
        store.put_mark(LATER, ReadMark(position=2))
    (place / "state.journal").write_bytes(journal)
    with Store.open(place) as store:
        assert store.mark(LATER) == ReadMark(position=2)
        assert store.notices == ()
        store.put_mark(LATER, ReadMark(position=3))
    with Store.open(place) as store:
        assert store.mark(LATER) == ReadMark(position=3)


def test_loading_twice_gives_the_same_state(tmp_path: Path) -> None:
    crashed = make_crashed(tmp_path)
    again = shutil.copytree(crashed, tmp_path / "again")
    for _ in range(2):
        with Store.open(crashed) as store:
            assert content_of(store) == model_after(48)
    with Store.open(again) as store:
        assert content_of(store) == model_after(48)
