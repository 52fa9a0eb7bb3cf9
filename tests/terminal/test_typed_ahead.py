"""What is typed ahead goes where it would have gone later."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.session import Terminal


def test_a_note_typed_before_its_editor_is_up_is_kept(stocked: Path) -> None:
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


def test_a_number_typed_right_after_leaving_a_screen_goes_to_the_page(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("Enter", "]", "Enter")
        terminal.wait_for("Copy as", "Esc back")
        terminal.press("q", "1", "0", "0", "%")
        terminal.wait_for("Paragraph 119 tells", "100 %")
        terminal.press("[", "e")
        terminal.wait_for("Repair quotation", "Esc back")
        terminal.press("q", "1", "%")
        terminal.wait_for("Paragraph 2 tells", "] next quote")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
