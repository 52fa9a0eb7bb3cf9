"""A note that was being written when the app was killed is there when it is opened again."""

from __future__ import annotations

from pathlib import Path

from reader.store import Store
from tests.terminal.session import Terminal


def test_a_killed_app_leaves_the_note_as_far_as_it_was_written(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("j", "Enter", "]", "a", "half a thought")
        terminal.wait_for("half a thought")
        journal = stocked / "state" / "state.journal"
        terminal.wait_until(
            lambda _: journal.exists() and b"half a thought" in journal.read_bytes(), "the draft on the disk"
        )
        terminal.kill()
    with Store.open(stocked / "state") as store:
        assert [draft.text for draft in store.drafts()] == ["half a thought"]
    with Terminal() as terminal:
        terminal.wait_for("A note was not finished")
        terminal.press("g", "j", "Enter", "]", "a")
        terminal.wait_for("half a thought", "You had not finished this note")
