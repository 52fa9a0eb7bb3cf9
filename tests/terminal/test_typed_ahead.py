"""What is typed ahead of the note editor is in the note."""

from __future__ import annotations

from pathlib import Path

from tests.articles import write_library
from tests.terminal.session import Terminal


def test_a_note_typed_before_its_editor_is_up_is_kept(places: Path) -> None:
    write_library(places / "library")
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("j", "Enter", "]", "a", "Some words", "Enter", "more.", "^S")
        terminal.wait_for("Note kept")
        terminal.press("a")
        terminal.wait_for("Note on", "Some words", "more.")
        terminal.press("Esc")
        terminal.wait_until(lambda text: "Note on" not in text and "] next quote" in text, "the page")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
