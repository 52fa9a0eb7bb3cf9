"""Every ink that carries text stands out from every ground it is drawn on, in each theme."""

from __future__ import annotations

from itertools import product

import pytest
from rich.style import Style

from reader.tui.contrast import contrast
from reader.tui.inks import Inks, inks, over_tint
from reader.tui.themes import PALETTES, TERMINAL_THEME, THEME_NAMES

# Lines, bars and signs that a word, weight or shape says again; a graphical object needs 3:1 at most.
NO_TEXT = {
    "faint", "reported_bar", "quote_bar", "current_bar", "kept_bar", "thumb", "list_dot", "list_star",
    "list_edge", "cursor_bar", "idle_cursor_bar", "speakers", "place_arrow", "cursor_ground",
    "idle_cursor_ground",
}  # fmt: skip
TINTS = ("quote", "current", "kept", "kept_current")
LAID_OVER = ("selection", "match", "current_match")
TYPES = ("inline_code", "emphasis", "strong", "link", "strike", "footnote", "mention")
PROSE = ("text", "dim", "caption", "pull_quote", "heading", "code")
ROWS = ("list_text", "list_unread", "list_dim")
ROW_GROUNDS = ("cursor_ground", "idle_cursor_ground")


def drawn(colours: Inks) -> dict[str, Style]:
    """Return each style that text is drawn in, by the names of the inks it is made of."""
    alone = {name: getattr(colours, name) for name in Inks._fields if name not in NO_TEXT}
    styles = {name: style for name, style in alone.items() if style.color and style.bgcolor}

    def laid(*names: str) -> None:
        style = Style.null()
        for name in names:
            style += getattr(colours, name)
        styles["+".join(names)] = style

    for base, tint in product(PROSE, TINTS):
        laid(base, tint)
        for over in TYPES:
            laid(base, over)
            styles[f"{base}+{tint}+{over}"] = styles[f"{base}+{tint}"] + over_tint(getattr(colours, over))
    for base, over in product(("text", *TINTS), LAID_OVER):
        laid("text", base, over)
    for tint in TINTS:
        laid("text", "place", tint)
    laid("text", "place")
    for row, ground in product(ROWS, ROW_GROUNDS):
        laid(row, ground)
    laid("text", "reported")
    return styles


@pytest.mark.parametrize("name", [name for name in PALETTES if name != TERMINAL_THEME])
def test_every_ink_stands_out(name: str) -> None:
    least = 7.0 if name == "contrast" else 4.5
    weak = {}
    for made_of, style in drawn(inks(name)).items():
        assert style.color is not None, made_of
        assert style.bgcolor is not None, made_of
        ratio = contrast(style.color.name, style.bgcolor.name)
        if ratio < least:
            weak[made_of] = round(ratio, 2)
    assert weak == {}


@pytest.mark.parametrize("name", [name for name in THEME_NAMES if name != TERMINAL_THEME])
def test_the_bar_of_the_row_under_the_cursor_stands_out(name: str) -> None:
    colours = inks(name)
    for ground, bar in (
        (colours.cursor_ground, "cursor_bar"),
        (colours.idle_cursor_ground, "idle_cursor_bar"),
    ):
        style = colours.list_text + ground + getattr(colours, bar)
        assert style.color is not None
        assert style.bgcolor is not None
        assert contrast(style.color.name, style.bgcolor.name) >= 3, bar


@pytest.mark.parametrize("name", PALETTES)
def test_no_state_is_told_by_colour_alone(name: str) -> None:
    colours = inks(name)
    assert colours.list_unread.bold
    assert not colours.list_text.bold
    assert colours.current.bold
    assert not colours.quote.bold
    assert colours.kept_current.bold
    assert colours.mention.underline
    assert colours.link.underline
    assert colours.status_error.bold
    assert colours.reported.italic


@pytest.mark.parametrize("name", [name for name in THEME_NAMES if name != TERMINAL_THEME])
def test_inks_need_no_filter_to_be_24_bit_colours(name: str) -> None:
    styles = [style for ink in inks(name) for style in (ink if isinstance(ink, tuple) else (ink,))]
    assert len(styles) > len(Inks._fields)
    for style in styles:
        assert not style.dim
        assert all(colour.triplet for colour in (style.color, style.bgcolor) if colour is not None)
