"""A note that was being written when the app was killed is there when it is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.store import Store
from tests.articles import write_library
from tests.terminal.session import Terminal


def test_a_killed_app_leaves_the_note_as_far_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("library", "state", "cache", "config"):
        monkeypatch.setenv(f"PULLQUOTE_{name.upper()}", str(tmp_path / name))
    write_library(tmp_path / "library")
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("j", "Enter", "]", "a", "half a thought")
        terminal.wait_for("half a thought")
        journal = tmp_path / "state" / "state.journal"
        terminal.wait_until(
            lambda _: journal.exists() and b"half a thought" in journal.read_bytes(), "the draft on the disk"
        )
        terminal.kill()
    with Store.open(tmp_path / "state") as store:
        assert [draft.text for draft in store.drafts()] == ["half a thought"]
    with Terminal() as terminal:
        terminal.wait_for("A note was not finished")
        terminal.press("j", "Enter", "]", "a")
        terminal.wait_for("half a thought", "You had not finished this note")
