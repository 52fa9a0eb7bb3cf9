"""Folders and files of the reader's own that are broken, in the wrong place, or without rights."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.command import TIMEOUT_SECONDS, Command, Outcome, process_environment
from tests.hostile.calm import contents, expect_calm, expect_the_rest_to_work


def _fill(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 200)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _make_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/full")


@pytest.mark.parametrize("damage", [_fill, _truncate, _make_folder, _make_link, Path.unlink, Path.touch])
def test_a_broken_catalogue_is_made_anew_or_done_without(
    reader: Command, damage: Callable[[Path], None]
) -> None:
    kept = reader("keep", "bridge0001", "1").out
    for path in reader.folders.cache.iterdir():
        damage(path)
    outcome = reader("list")
    assert (outcome.code, outcome.err) == (0, "")
    assert reader("bookmarks").out.startswith(kept.strip())
    assert reader("check").code in {0, 4}
    expect_calm(reader("check", "--repair"))
    expect_the_rest_to_work(reader)


@pytest.mark.parametrize("kind", ["library", "state"])
@pytest.mark.parametrize("below", ["", "/deeper/still"])
def test_a_file_in_the_place_of_a_folder_is_one_sentence(
    reader: Command, tmp_path: Path, kind: str, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    monkeypatch.setenv(f"PULLQUOTE_{kind.upper()}", f"{tmp_path}/file{below}")
    for arguments in (
        ["list"],
        ["show", "1"],
        ["add", "content"],
        ["mark", "1", "read"],
        ["keep", "1", "1"],
        [],
    ):
        outcome = reader.refused(*arguments)
        assert outcome.code == (3 if kind == "library" else 4)
        expect_calm(outcome)
    assert (tmp_path / "file").read_text("utf-8") == "mine"
    assert reader("where").code == 0


@pytest.mark.parametrize("below", ["", "/deeper/still"])
def test_a_file_in_the_place_of_the_cache_slows_and_nothing_else(
    reader: Command, tmp_path: Path, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    monkeypatch.setenv("PULLQUOTE_CACHE", f"{tmp_path}/file{below}")
    expect_the_rest_to_work(reader)
    assert reader("check").code == 4
    assert (tmp_path / "file").read_text("utf-8") == "mine"


# Folders without rights

PR_CAPBSET_DROP = 24
DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2


def give_up_rights() -> None:
    """Let a child of root be bound by rights as everybody is; it can still read the interpreter's files."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def run_without_rights(*arguments: str) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        preexec_fn=give_up_rights,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=process_environment(),
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in outcome.err
    assert "fault of its own" not in outcome.err
    expect_calm(outcome)
    return outcome


@pytest.fixture
def forbid(reader: Command) -> Iterator[Callable[[Path, int], None]]:
    """Take the rights to a folder away until the test is over."""
    forbidden: list[Path] = []

    def take_away(folder: Path, mode: int) -> None:
        forbidden.append(folder)
        folder.chmod(mode)

    yield take_away
    for folder in forbidden:
        folder.chmod(0o700)


Forbid = Callable[[Path, int], None]


def test_a_library_without_rights_is_one_sentence(reader: Command, forbid: Forbid, tmp_path: Path) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    forbid(reader.folders.library, 0)
    for arguments in (
        ["list"],
        ["add", "note.txt"],
        ["quotes", "library/bridge.md"],
        ["remove", "bridge0001"],
    ):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (3, "")
        assert len(outcome.err.splitlines()) == 1
    checked = run_without_rights("check")
    assert (checked.code, checked.err) == (4, "")
    assert "permission denied" in checked.out
    assert run_without_rights("bookmarks").out.startswith(kept)
    assert run_without_rights("quotes", "note.txt").code == 0
    reader.folders.library.chmod(0o700)
    assert reader("show", "bridge0001", "--json").document["kept"] == 1


def test_a_library_that_cannot_be_written_is_read(reader: Command, forbid: Forbid, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    before = contents(reader.folders.library)
    forbid(reader.folders.library, 0o500)
    for arguments in (["add", "note.txt"], ["remove", "bridge0001"]):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (3, "")
        assert len(outcome.err.splitlines()) == 1
    assert run_without_rights("keep", "bridge0001", "1").code == 0
    assert contents(reader.folders.library) == before


def test_a_folder_in_the_library_without_rights_is_passed_over(reader: Command, forbid: Forbid) -> None:
    closed = reader.folders.library / "closed"
    closed.mkdir()
    forbid(closed, 0)
    outcome = run_without_rights("list", "--json")
    assert "bridge0001" in [head["id"] for head in outcome.document]
    (sentence,) = outcome.err.splitlines()
    assert sentence.startswith("reader: The folder closed cannot be read (permission denied);")


def test_a_state_without_rights_is_one_sentence(reader: Command, forbid: Forbid, tmp_path: Path) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    before = contents(reader.folders.library), contents(reader.folders.state)
    forbid(reader.folders.state, 0)
    for arguments in (
        ["list"],
        ["keep", "1", "2"],
        ["mark", "1", "read"],
        ["add", "note.txt"],
        ["check"],
        [],
    ):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (4, "")
        assert len(outcome.err.splitlines()) == 1
    assert run_without_rights("quotes", "note.txt").code == 0
    assert run_without_rights("where").code == 0
    reader.folders.state.chmod(0o700)
    assert (contents(reader.folders.library), contents(reader.folders.state)) == before
    assert reader("bookmarks").out.startswith(kept)


def test_a_state_that_cannot_be_written_is_read(reader: Command, forbid: Forbid) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    for path in reader.folders.state.iterdir():
        path.chmod(0o400)
    forbid(reader.folders.state, 0o500)
    assert run_without_rights("bookmarks").out.startswith(kept)
    assert run_without_rights("list").code == 0
    for arguments in (["keep", "bridge0001", "2"], ["mark", "bridge0001", "read"], ["drop", kept]):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (4, "")
        assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("mode", [0, 0o500])
def test_a_cache_without_rights_slows_and_nothing_else(reader: Command, forbid: Forbid, mode: int) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    for path in reader.folders.cache.iterdir():
        path.chmod(0o400)
    forbid(reader.folders.cache, mode)
    listed = run_without_rights("list", "--json")
    assert "bridge0001" in [head["id"] for head in listed.document]
    assert listed.err == ""
    assert run_without_rights("keep", "bridge0001", "1").out.strip() == kept
    assert run_without_rights("check").code == 4
