"""The terminal's own cursor stands on the current line, for whoever follows it with a lens or by touch."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.session import Terminal


def under_cursor(terminal: Terminal) -> str:
    """Return the line from the cursor on, nothing while it is hidden."""
    cursor = terminal.screen.cursor
    if cursor.hidden or cursor.y >= terminal.screen.lines:
        return ""
    return str(terminal.screen.display[cursor.y][cursor.x :])


def expect_under_cursor(terminal: Terminal, words: str) -> None:
    terminal.wait_until(lambda _: under_cursor(terminal).startswith(words), f"the cursor on {words}")


def test_the_cursor_is_on_the_current_line_of_every_screen(stocked: Path) -> None:
    with Terminal() as terminal:
        expect_under_cursor(terminal, "A long account")
        terminal.press("j")
        expect_under_cursor(terminal, "The bridge will wait")
        terminal.press("Enter", "]")
        expect_under_cursor(terminal, "“We will be ready by May,”")
        terminal.press("]", "]")
        expect_under_cursor(terminal, "“Nobody asked the river,”")
        terminal.press("s", "[", "[", "s", "'")
        expect_under_cursor(terminal, "“We will be ready by May …")
        terminal.press("j")
        expect_under_cursor(terminal, "“Nobody asked the river,”")
        terminal.press("q", "h")
        expect_under_cursor(terminal, "The bridge will wait")
        terminal.press("/", "river")
        terminal.wait_until(
            lambda _: (
                terminal.screen.display[terminal.screen.cursor.y][: terminal.screen.cursor.x]
                .rstrip()
                .endswith("river")
            ),
            "the cursor behind what was typed",
        )
        terminal.press("Esc")
        expect_under_cursor(terminal, "The bridge will wait")
        terminal.press("?")
        terminal.wait_for("In the list")
        assert not terminal.screen.cursor.hidden
        terminal.press("q", "Q")
        assert terminal.wait_for_exit() == 0
        assert not terminal.screen.cursor.hidden
        written = bytes(terminal.written)
        assert written.count(b"\x1b[?25h") == 2
        assert written.rindex(b"\x1b[0 q") > written.rindex(b"\x1b[6 q")


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (20, 5), (3, 2), (1, 1)])
def test_the_cursor_stays_on_a_small_screen(stocked: Path, columns: int, rows: int) -> None:
    with Terminal() as terminal:
        expect_under_cursor(terminal, "A long account")
        terminal.resize(columns, rows)
        terminal.press("Enter", "]", "'", "q", "j")
        terminal.resize(120, 40)
        terminal.press("h")
        expect_under_cursor(terminal, "A long account")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
