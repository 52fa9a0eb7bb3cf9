"""Odd things in the state folder: pipes, folders, links, files of others, and a folder that goes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.errors import StoreError
from reader.store import Store
from tests.cli.command import TIMEOUT_SECONDS, process_environment
from tests.store.samples import make_bookmark, read_tables

FIRST = ArticleId("first")
SECOND = ArticleId("second")
NAMES = ("state.json", "state.json.previous", "state.journal", "state.journal.previous", "state.lock")
NOBODY = 65534

as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


def put(folder: Path, article: ArticleId, position: int) -> None:
    with Store.open(folder) as store:
        store.put_mark(article, ReadMark(position=position))


def positions(folder: Path) -> dict[ArticleId, int]:
    with Store.open(folder) as store:
        assert store.notices == ()
        return {article: mark.position for article, mark in store.marks().items()}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir])
def test_what_is_no_file_is_one_sentence_and_left_alone(tmp_path: Path, name: str, make: object) -> None:
    assert callable(make)
    make(tmp_path / name)
    before = [path.name for path in tmp_path.iterdir()]
    # In a process of its own, which can be given up if it waits for a pipe.
    script = "import sys, pathlib; from reader.store import Store; Store.open(pathlib.Path(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=TIMEOUT_SECONDS,
        env=process_environment(),
    )
    assert f"StoreError: The state cannot be read, because {tmp_path / name} is " in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == before


@pytest.mark.parametrize("name", NAMES)
def test_a_link_that_leads_nowhere_is_no_empty_state(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to(tmp_path / "unmounted" / name)
    with pytest.raises(StoreError, match="where there is no file: move that away"):
        Store.open(tmp_path)


def test_a_link_to_the_snapshot_stays_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "state", tmp_path / "synced"
    elsewhere.mkdir()
    put(folder, FIRST, 1)
    (folder / "state.json").rename(elsewhere / "mine.json")
    (folder / "state.json").symlink_to(elsewhere / "mine.json")
    for position in (2, 3):
        put(folder, SECOND, position)
    assert (folder / "state.json").is_symlink()
    assert not (folder / "state.json.previous").is_symlink()
    assert len(read_tables(folder)["marks"]) == 2
    assert positions(folder) == {FIRST: 1, SECOND: 3}
    assert [path.name for path in elsewhere.iterdir()] == ["mine.json"]
    (elsewhere / "mine.json").write_bytes(b"{")
    with Store.open(folder) as store:
        assert "restored from state.json.previous" in store.notices[0]
    assert positions(folder) == {FIRST: 1, SECOND: 3}


def test_a_linked_folder_and_a_linked_journal_lose_nothing(tmp_path: Path) -> None:
    put(tmp_path / "real", FIRST, 1)
    folder = tmp_path / "state"
    folder.symlink_to(tmp_path / "real")
    (tmp_path / "journal").touch()
    (folder / "state.journal").unlink()
    (folder / "state.journal").symlink_to(tmp_path / "journal")
    for position in (1, 2, 3):
        put(folder, SECOND, position)
        assert positions(folder) == {FIRST: 1, SECOND: position}


def test_a_file_in_the_place_of_the_spool_is_said_and_stops_only_the_others(tmp_path: Path) -> None:
    (tmp_path / "spool").write_text("a file", "utf-8")
    with Store.open(tmp_path) as store, Store.open(tmp_path) as other:
        assert "could not be taken in yet (Not a directory)" in store.notices[0]
        store.put_mark(FIRST, ReadMark(position=1))
        with pytest.raises(StoreError, match=r"could not be written to .*spool"):
            other.put_mark(SECOND, ReadMark(position=2))
        other.take_in()
        assert dict(other.marks()) == {FIRST: ReadMark(position=1)}
    (tmp_path / "spool").unlink()
    assert positions(tmp_path) == {FIRST: 1}


def test_a_folder_removed_while_in_use_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "state"
    with Store.open(folder) as store:
        store.put_mark(FIRST, ReadMark(position=1))
        shutil.rmtree(tmp_path / "deep")
        # No look at the folder in between: the change itself must notice.
        store.put_mark(SECOND, ReadMark(position=2))
        assert "taken away" in store.notices[0]
        with Store.open(folder) as other:
            assert not other.is_owner
            assert set(other.marks()) == {FIRST, SECOND}
    assert positions(folder) == {FIRST: 1, SECOND: 2}


def test_a_folder_that_cannot_be_made_again_refuses_changes(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    store = Store.open(folder)
    store.put_mark(FIRST, ReadMark(position=1))
    shutil.rmtree(folder)
    folder.write_text("a file", "utf-8")
    with pytest.raises(StoreError, match=r"taken away .* could not be written .* look at the disk"):
        store.put_mark(SECOND, ReadMark(position=2))
    assert dict(store.marks()) == {FIRST: ReadMark(position=1)}
    folder.unlink()
    store.put_mark(SECOND, ReadMark(position=3))
    store.close()
    assert positions(folder) == {FIRST: 1, SECOND: 3}


def test_a_folder_that_was_moved_takes_its_changes_along(tmp_path: Path) -> None:
    folder, moved = tmp_path / "state", tmp_path / "moved"
    with Store.open(folder) as store:
        store.put_mark(FIRST, ReadMark(position=1))
        folder.rename(moved)
        store.put_mark(SECOND, ReadMark(position=2))
        store.take_in()
        store.put_bookmark(make_bookmark(1))
    assert positions(moved) == {FIRST: 1, SECOND: 2}
    with Store.open(folder) as store:
        assert set(store.marks()) == {FIRST, SECOND}
        assert store.bookmarks() == (make_bookmark(1),)


def test_who_lost_the_lock_to_another_changes_nothing_any_more(tmp_path: Path) -> None:
    first = Store.open(tmp_path)
    first.put_mark(FIRST, ReadMark(position=1))
    (tmp_path / "state.lock").unlink()
    with Store.open(tmp_path) as second:
        assert second.is_owner
        with pytest.raises(StoreError, match=r"was removed and process \d+, since .* has taken over"):
            first.take_in()
        assert "has taken over" in first.refusal
        with pytest.raises(StoreError, match="has taken over"):
            first.put_mark(FIRST, ReadMark(position=9))
        second.put_mark(SECOND, ReadMark(position=2))
        first.close()
        second.put_mark(SECOND, ReadMark(position=3))
    assert positions(tmp_path) == {FIRST: 1, SECOND: 3}


AS_NOBODY = """
import os, sys
from pathlib import Path
from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.errors import StoreError
from reader.store import Store
os.setgid(65534)
os.setuid(65534)
try:
    with Store.open(Path(sys.argv[1])) as store:
        print(*store.notices)
        store.put_mark(ArticleId("second"), ReadMark(position=2))
        print("kept")
except StoreError as error:
    print(error)
"""


def run_as_nobody(folder: Path) -> list[str]:
    command = [sys.executable, "-c", AS_NOBODY, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=process_environment())
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.splitlines()


@pytest.fixture
def folder_of_nobody(tmp_path: Path) -> Path:
    """Return a folder that belongs to somebody else, as do its files: a snapshot and a journal."""
    for path in (tmp_path, *list(tmp_path.parents)[:2]):
        path.chmod(0o755)
    folder = tmp_path / "state"
    put(folder, FIRST, 1)
    with Store.open(folder) as store:
        store.put_mark(FIRST, ReadMark(position=2))
        journal = (folder / "state.journal").read_bytes()
    shutil.copy(folder / "state.json.previous", folder / "state.json")
    (folder / "state.journal").write_bytes(journal)
    for path in (folder, *folder.iterdir()):
        os.chown(path, NOBODY, NOBODY)
    return folder


@as_root
@pytest.mark.parametrize("name", ["state.json", "state.journal"])
def test_a_file_of_another_user_that_may_not_be_read_is_one_sentence(
    folder_of_nobody: Path, name: str
) -> None:
    os.chown(folder_of_nobody / name, 0, 0)
    (said,) = run_as_nobody(folder_of_nobody)
    assert "cannot be read (Permission denied)" in said
    assert positions(folder_of_nobody) == {FIRST: 2}


@as_root
@pytest.mark.parametrize("name", ["state.json", "state.journal"])
def test_a_file_of_another_user_that_may_be_read_is_replaced(folder_of_nobody: Path, name: str) -> None:
    os.chown(folder_of_nobody / name, 0, 0)
    (folder_of_nobody / name).chmod(0o644)
    assert run_as_nobody(folder_of_nobody) == ["", "kept"]
    assert positions(folder_of_nobody) == {FIRST: 2, SECOND: 2}


@as_root
def test_a_lock_of_another_user_is_named(folder_of_nobody: Path) -> None:
    os.chown(folder_of_nobody / "state.lock", 0, 0)
    notice, refusal = run_as_nobody(folder_of_nobody)
    assert notice == refusal
    assert f"because {folder_of_nobody / 'state.lock'} cannot be written (Permission denied)" in notice
