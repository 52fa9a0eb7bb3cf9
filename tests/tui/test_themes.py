"""The themes are legible, and each works at the start and by a live switch."""

from __future__ import annotations

import pytest

from reader.paths import Folders
from reader.settings import Settings
from reader.tui.themes import PALETTES, TERMINAL_THEME, next_theme
from tests.tui.conftest import Opener

TEXT_ON_GROUND = [
    ("text", "ground"),
    ("title", "ground"),
    ("dim", "ground"),
    ("accent", "ground"),
    ("doubt", "ground"),
    ("text", "list_ground"),
    ("title", "list_ground"),
    ("dim", "list_ground"),
    ("text", "cursor_ground"),
    ("title", "cursor_ground"),
    ("dim", "cursor_ground"),
    ("dim", "idle_cursor_ground"),
    ("text", "status_ground"),
    ("title", "status_ground"),
    ("dim", "status_ground"),
    ("accent", "status_ground"),
    ("error", "status_ground"),
    ("text", "code_ground"),
    ("accent", "code_ground"),
    ("text", "idle_cursor_ground"),
    ("title", "idle_cursor_ground"),
    ("quote_text", "quote_ground"),
    ("current_text", "current_ground"),
    ("kept_text", "kept_ground"),
]


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` (WCAG 2.1)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.1)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", [name for name in PALETTES if name != TERMINAL_THEME])
def test_text_stands_out_from_its_ground(name: str) -> None:
    palette = PALETTES[name]
    least = 7.0 if name == "contrast" else 4.5
    found = {
        pair: round(contrast(getattr(palette, pair[0]), getattr(palette, pair[1])), 2)
        for pair in TEXT_ON_GROUND
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("name", PALETTES)
async def test_a_theme_works_at_the_start_and_by_a_switch(
    name: str, library: Folders, open_app: Opener
) -> None:
    async with open_app(library, settings=Settings(theme=name)) as session:
        assert session.app.theme == name
        await session.press("j", "enter", "right_square_bracket", "s")
        assert "★" in session.page
        await session.press("T")
        assert session.app.theme == next_theme(name)
        await session.press("apostrophe", "T", "escape", "question_mark", "T", "escape")
        assert "★" in session.page
