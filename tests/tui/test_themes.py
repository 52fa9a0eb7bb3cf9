"""The themes are legible, and each works at the start and by a live switch."""

from __future__ import annotations

import pytest

from reader.paths import Folders
from reader.settings import Settings
from reader.tui.contrast import contrast, legible, mix
from reader.tui.inks import SPEAKER_COLOURS, inks
from reader.tui.themes import PALETTES, TERMINAL_THEME, THEME_NAMES, palette_of
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
SIGNS_ON_GROUND = [
    ("current_bar", "ground"),
    ("kept_bar", "ground"),
    ("title", "faint"),
]


@pytest.mark.parametrize("name", [name for name in THEME_NAMES if name != TERMINAL_THEME])
def test_text_stands_out_from_its_ground(name: str) -> None:
    palette = palette_of(name)
    least = 7.0 if name == "contrast" else 4.5
    found = {
        pair: round(contrast(getattr(palette, pair[0]), getattr(palette, pair[1])), 2)
        for pair in TEXT_ON_GROUND
    }
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


@pytest.mark.parametrize("name", [name for name in THEME_NAMES if name != TERMINAL_THEME])
def test_signs_and_a_current_kept_quotation_stand_out(name: str) -> None:
    palette = palette_of(name)
    for sign, ground in SIGNS_ON_GROUND:
        assert contrast(getattr(palette, sign), getattr(palette, ground)) >= 3, (sign, ground)
    style = inks(name).kept_current
    assert style.color is not None
    assert style.bgcolor is not None
    assert contrast(style.color.name, style.bgcolor.name) >= 4.5
    for speaker in inks(name).speakers:
        assert speaker.color is not None
        assert contrast(speaker.color.name, palette.ground) >= 3
    assert len({str(speaker) for speaker in inks(name).speakers}) == len(SPEAKER_COLOURS)


def test_a_colour_that_stands_out_is_left_as_it_is() -> None:
    assert legible("#ffffff", ["#000000"], 4.5) == "#ffffff"
    assert contrast(legible("#777777", ["#808080"], 4.5), "#808080") >= 4.5
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("name", [*PALETTES, "gruvbox", "textual-light"])
async def test_a_theme_works_at_the_start_and_by_a_switch(
    name: str, library: Folders, open_app: Opener
) -> None:
    async with open_app(library, settings=Settings(theme=name)) as session:
        assert session.app.theme == name
        await session.press("j", "enter", "right_square_bracket", "s")
        assert "★" in session.page
        following = THEME_NAMES[THEME_NAMES.index(name) + 1] if name != THEME_NAMES[-1] else name
        await session.press("T", "j", "enter")
        assert session.app.theme == following
        await session.press("apostrophe", "T", "k", "enter", "escape", "question_mark", "T", "j", "enter")
        await session.press("escape")
        assert "★" in session.page


async def test_moving_in_the_picker_shows_a_theme_and_escape_brings_the_old_one_back(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        seen = []
        await session.press("T")
        for _ in THEME_NAMES:
            seen.append(session.app.theme)
            await session.press("j")
        assert seen == list(THEME_NAMES)
        await session.press("escape")
        assert session.app.theme == "night"
        await session.press("T", "j", "j", "enter")
        assert (session.app.theme, "Theme: sepia." in session.status) == ("sepia", True)
        await session.press("Q")
    async with open_app(library) as session:
        assert session.app.theme == "sepia"


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_leaving_the_picker_chooses_nothing(library: Folders, open_app: Opener, key: str) -> None:
    async with open_app(library) as session:
        await session.press("T", "j", key)
        assert session.app.theme == "night"
        assert session.desk.interface.theme == ""


async def test_without_colours_there_is_no_theme_to_choose(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with open_app(library, settings=Settings(theme="paper")) as session:
        await session.press("T")
        assert "NO_COLOR is set" in session.status
        assert session.app.theme == TERMINAL_THEME


@pytest.mark.parametrize("name", ["night", "paper", "contrast"])
async def test_a_theme_of_the_start_colours_what_the_style_sheet_draws(
    name: str, library: Folders, open_app: Opener
) -> None:
    async with open_app(library, settings=Settings(theme=name)) as session:
        await session.press("slash")
        background = session.app.screen.query_one("Prompt").styles.background
        assert background.hex.lower() == palette_of(name).status_ground
