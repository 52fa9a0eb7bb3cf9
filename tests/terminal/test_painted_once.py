"""The first screen is painted once: it takes as many bytes as when it is asked for again."""

from __future__ import annotations

from pathlib import Path

from tests.terminal.session import Terminal

NEARLY_TWICE = 1.5
"""Beside the screen itself a start sets the modes of the terminal."""


def bytes_until_quiet(terminal: Terminal, *words: str) -> int:
    """Wait for ``words`` and for all that follows them; return how many bytes came since the last time."""
    terminal.wait_for(*words)
    while terminal.read(0.4):
        pass
    count = len(terminal.written)
    terminal.written.clear()
    return count


def test_the_first_screen_is_painted_once(stocked: Path) -> None:
    with Terminal() as terminal:
        bytes_until_quiet(terminal, "A long account", "Paragraph 0 tells", "help")
        terminal.press("q")
        assert terminal.process.wait(10) == 0
    # The library is known now: nothing that is found later is painted in addition.
    with Terminal() as terminal:
        at_start = bytes_until_quiet(terminal, "A long account", "Paragraph 0 tells", "help")
        terminal.press("^L")
        again = bytes_until_quiet(terminal, "Paragraph 0 tells")
        assert 0 < at_start < NEARLY_TWICE * again, (at_start, again)
