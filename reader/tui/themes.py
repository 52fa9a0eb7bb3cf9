"""The themes: five palettes of our own, and one derived from each theme that Textual brings."""

from __future__ import annotations

from functools import cache

from textual.theme import BUILTIN_THEMES, Theme

from reader.values import NamedTuple


class Palette(NamedTuple):
    """The colours of a theme by what they are for; ``#rrggbb``, or an ANSI name in the terminal theme.

    ``*_ground`` are backgrounds. A ``quote`` is any found quotation, ``current`` the one under the
    cursor, ``kept`` a bookmarked one.
    """

    text: str
    dim: str
    faint: str
    title: str
    accent: str
    ground: str
    list_ground: str
    cursor_ground: str
    idle_cursor_ground: str
    status_ground: str
    code_ground: str
    quote_text: str
    quote_ground: str
    quote_bar: str
    current_text: str
    current_ground: str
    current_bar: str
    kept_text: str
    kept_ground: str
    kept_bar: str
    kept_current_ground: str
    doubt: str
    error: str


NIGHT = Palette(
    text="#d5d2ca",
    dim="#9ea2ae",
    faint="#464b57",
    title="#f4f1ea",
    accent="#e6b450",
    ground="#15171c",
    list_ground="#1a1d23",
    cursor_ground="#2c323d",
    idle_cursor_ground="#22262e",
    status_ground="#22262e",
    code_ground="#1e2128",
    quote_text="#dfe7f2",
    quote_ground="#1d2a3a",
    quote_bar="#4f83bd",
    current_text="#ffffff",
    current_ground="#2c4d75",
    current_bar="#8fc1ff",
    kept_text="#f3e6c8",
    kept_ground="#352c17",
    kept_bar="#e6b450",
    kept_current_ground="#6a5318",
    doubt="#f0a35e",
    error="#ff8f80",
)

PAPER = Palette(
    text="#26251f",
    dim="#5b5850",
    faint="#d3cec2",
    title="#100f0b",
    accent="#94560a",
    ground="#fcfbf8",
    list_ground="#f4f2ec",
    cursor_ground="#e2ddd0",
    idle_cursor_ground="#ebe7dd",
    status_ground="#e9e5da",
    code_ground="#f1eee6",
    quote_text="#14263a",
    quote_ground="#e4eef8",
    quote_bar="#5b91c9",
    current_text="#06182b",
    current_ground="#b9d7f4",
    current_bar="#1c62a8",
    kept_text="#33260a",
    kept_ground="#fbf0d0",
    kept_bar="#b0760c",
    kept_current_ground="#f2d588",
    doubt="#a1480a",
    error="#a8281c",
)

SEPIA = Palette(
    text="#3a2e20",
    dim="#5f4f3a",
    faint="#d6c5a2",
    title="#24190d",
    accent="#88490e",
    ground="#f5ecd9",
    list_ground="#ede1c8",
    cursor_ground="#dccba6",
    idle_cursor_ground="#e4d6b7",
    status_ground="#e0d1af",
    code_ground="#ebdfc5",
    quote_text="#2c2a20",
    quote_ground="#e4e4cb",
    quote_bar="#7d8f52",
    current_text="#1c2410",
    current_ground="#c6d2a0",
    current_bar="#55702a",
    kept_text="#3f2708",
    kept_ground="#f3d9a4",
    kept_bar="#a8660c",
    kept_current_ground="#e8bd68",
    doubt="#94400c",
    error="#97241a",
)

CONTRAST = Palette(
    text="#ffffff",
    dim="#e6e6e6",
    faint="#8a8a8a",
    title="#ffffff",
    accent="#ffd75f",
    ground="#000000",
    list_ground="#000000",
    cursor_ground="#00408a",
    idle_cursor_ground="#303030",
    status_ground="#262626",
    code_ground="#1c1c1c",
    quote_text="#ffffff",
    quote_ground="#00274f",
    quote_bar="#66b3ff",
    current_text="#000000",
    current_ground="#8fc7ff",
    current_bar="#ffffff",
    kept_text="#ffffff",
    kept_ground="#453000",
    kept_bar="#ffd75f",
    kept_current_ground="#ffd75f",
    doubt="#ffb87a",
    error="#ffaaa0",
)

TERMINAL = Palette(
    text="default",
    dim="default",
    faint="bright_black",
    title="default",
    accent="yellow",
    ground="default",
    list_ground="default",
    cursor_ground="default",
    idle_cursor_ground="default",
    status_ground="default",
    code_ground="default",
    quote_text="cyan",
    quote_ground="default",
    quote_bar="cyan",
    current_text="cyan",
    current_ground="default",
    current_bar="bright_cyan",
    kept_text="yellow",
    kept_ground="default",
    kept_bar="yellow",
    kept_current_ground="default",
    doubt="red",
    error="red",
)

PALETTES: dict[str, Palette] = {
    "night": NIGHT,
    "paper": PAPER,
    "sepia": SEPIA,
    "contrast": CONTRAST,
    "terminal": TERMINAL,
}
DEFAULT_THEME = "night"
TERMINAL_THEME = "terminal"
LIGHT_THEMES = frozenset({"paper", "sepia"})
THEME_NAMES = (*PALETTES, *sorted(name for name, theme in BUILTIN_THEMES.items() if not theme.ansi))
"""Ours first. Textual's ANSI themes are what ``terminal`` is already."""


def textual_theme(name: str) -> Theme:
    """Return the Textual theme of the palette called ``name``."""
    palette = PALETTES[name]
    if name == TERMINAL_THEME:
        # Without the variables of Textual's own ANSI theme a live switch ends in an unknown colour.
        ansi = BUILTIN_THEMES["ansi-dark"]
        return Theme(name=name, primary="ansi_yellow", ansi=True, variables=dict(ansi.variables))
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.quote_bar,
        accent=palette.accent,
        foreground=palette.text,
        background=palette.ground,
        surface=palette.list_ground,
        panel=palette.status_ground,
        error=palette.error,
        dark=name not in LIGHT_THEMES,
    )


@cache
def palette_of(name: str) -> Palette:
    """Return the palette of any of ``THEME_NAMES``."""
    if name in PALETTES:
        return PALETTES[name]
    from reader.tui.derived import derive_palette

    return derive_palette(BUILTIN_THEMES[name])
