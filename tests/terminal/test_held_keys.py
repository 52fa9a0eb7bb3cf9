"""A key held down: sixty presses arrive at once, and when the last is answered nothing is left to paint."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal.session import Terminal

PRESSES = 60
FRAME_BYTES = 7_000
"""What a whole page of this article takes at most: a press is one frame, or shares one."""


def page_of(text: str) -> list[str]:
    """Return the page's part of the screen; the list's rows and the status line tell of a second's rest."""
    return [line.partition("│")[2].rstrip() for line in text.splitlines()[:-1]]


def bytes_until(terminal: Terminal, words: str) -> int:
    """Read until ``words`` are on the screen, and return how many bytes that and all that follows are."""
    before = len(terminal.written)
    terminal.wait_for(words)
    while terminal.read(0.3):
        pass
    return len(terminal.written) - before


@pytest.mark.parametrize(
    ("key", "first", "last"),
    [
        ("]", "Quote 1 of 12", "Quote 12 of 12"),
        ("n", "Match 2 of 120", "Match 62 of 120"),
        (")", None, "Paragraph 54 tells"),
        ("j", None, "Paragraph 20 tells"),
    ],
)
def test_a_held_key_ends_where_its_presses_lead_and_leaves_nothing_behind(
    stocked: Path, key: str, first: str | None, last: str
) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account", "Paragraph 0 tells", "help")
        terminal.press("Enter")
        if key == "n":
            terminal.press("/", *"paragraph", "Enter")
            terminal.wait_for("Match 1 of 120")
        terminal.press(key)
        if first:
            terminal.wait_for(first)
        while terminal.read(0.3):
            pass
        terminal.press(key * PRESSES)
        held = bytes_until(terminal, last)
        assert held <= PRESSES * FRAME_BYTES
        settled = page_of(terminal.text)
        terminal.press("?")
        terminal.wait_for("On the page")
        terminal.press("Esc")
        terminal.wait_until(lambda text: page_of(text) == settled, "the page as it was")


def test_a_number_typed_ahead_belongs_to_the_key_behind_it(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account", "Paragraph 0 tells", "help")
        terminal.press("Enter")
        terminal.press("10]2[50%3)")
        terminal.wait_for("50 %")
        terminal.press("^O")
        terminal.wait_for("Quote 8 of 12")
