"""The styles that lines are drawn in, made once a theme."""

from __future__ import annotations

from functools import cache

from rich.style import Style

from reader.tui.contrast import legible
from reader.tui.themes import PALETTES, TERMINAL_THEME, Palette, palette_of
from reader.values import NamedTuple


class Inks(NamedTuple):
    """A style for each thing that is drawn; each carries its background.

    A named tuple: a frozen dataclass of forty fields takes 5 ms to define, a tenth of that this one.
    """

    text: Style
    dim: Style
    faint: Style
    kicker: Style
    title: Style
    heading: Style
    caption: Style
    pull_quote: Style
    code: Style
    inline_code: Style
    emphasis: Style
    strong: Style
    link: Style
    strike: Style
    footnote: Style
    label: Style
    subheading: Style
    minor_heading: Style
    strong_text: Style
    footnote_text: Style
    mention: Style
    reported: Style
    reported_bar: Style
    quote: Style
    current: Style
    kept: Style
    kept_current: Style
    selection: Style
    place: Style
    place_arrow: Style
    match: Style
    current_match: Style
    quote_bar: Style
    current_bar: Style
    kept_bar: Style
    speakers: tuple[Style, ...]
    name: Style
    current_name: Style
    doubt: Style
    thumb: Style
    list_text: Style
    list_unread: Style
    list_dim: Style
    list_dot: Style
    list_star: Style
    list_edge: Style
    cursor_ground: Style
    idle_cursor_ground: Style
    cursor_bar: Style
    idle_cursor_bar: Style
    status: Style
    status_strong: Style
    status_key: Style
    status_dim: Style
    status_error: Style


SPEAKER_COLOURS = ("#56b4e9", "#009e73", "#cc79a7", "#d55e00", "#0072b2", "#e69f00", "#f0e442")
"""Told apart with any kind of colour vision (M. Okabe and K. Ito, Color Universal Design, 2008).

The two like the colour of kept quotations come last.
"""
TERMINAL_SPEAKER_COLOURS = ("cyan", "green", "magenta", "red", "blue", "yellow")
BAR_CONTRAST = 3.0


def over_tint(ink: Style) -> Style:
    """Return how type is drawn inside a quotation: in the quotation's own colours, which fit its ground."""
    return ink.without_color


@cache
def inks(theme_name: str) -> Inks:
    """Return the styles of the theme called ``theme_name``."""
    palette = palette_of(theme_name)
    return _terminal_inks(palette) if theme_name == TERMINAL_THEME else _colour_inks(palette)


def _colour_inks(palette: Palette) -> Inks:
    def on_page(colour: str, attributes: str = "") -> Style:
        return Style.parse(f"{attributes} {colour} on {palette.ground}")

    def on_list(colour: str, attributes: str = "") -> Style:
        return Style.parse(f"{attributes} {colour} on {palette.list_ground}")

    def on_status(colour: str, attributes: str = "") -> Style:
        return Style.parse(f"{attributes} {colour} on {palette.status_ground}")

    return Inks(
        text=on_page(palette.text),
        dim=on_page(palette.dim),
        faint=on_page(palette.faint),
        kicker=on_page(palette.dim),
        title=on_page(palette.title, "bold"),
        heading=on_page(palette.title, "bold"),
        caption=on_page(palette.dim, "italic"),
        pull_quote=on_page(palette.accent, "italic"),
        code=Style(color=palette.text, bgcolor=palette.code_ground),
        inline_code=Style(bgcolor=palette.code_ground),
        emphasis=Style(italic=True),
        strong=Style(bold=True),
        link=Style(underline=True),
        strike=Style(strike=True),
        footnote=Style(color=palette.accent),
        label=Style(color=palette.dim),
        subheading=on_page(palette.text, "bold"),
        minor_heading=on_page(palette.text, "bold italic"),
        strong_text=on_page(palette.text, "bold"),
        footnote_text=on_page(palette.dim),
        mention=Style(underline=True),
        reported=Style(color=palette.quote_text, italic=True),
        reported_bar=on_page(palette.quote_bar),
        quote=Style(color=palette.quote_text, bgcolor=palette.quote_ground),
        current=Style(color=palette.current_text, bgcolor=palette.current_ground, bold=True),
        kept=Style(color=palette.kept_text, bgcolor=palette.kept_ground),
        kept_current=Style(
            color=palette.current_text if palette is PALETTES["contrast"] else palette.kept_text,
            bgcolor=palette.kept_current_ground,
            bold=True,
        ),
        selection=Style(color=palette.ground, bgcolor=palette.text, bold=False),
        place=Style(bgcolor=palette.idle_cursor_ground),
        place_arrow=on_page(palette.accent, "bold"),
        match=Style(color=palette.accent, bgcolor=palette.code_ground, bold=False, underline=True),
        current_match=Style(color=palette.ground, bgcolor=palette.accent, bold=True, underline=True),
        quote_bar=on_page(palette.quote_bar),
        current_bar=on_page(palette.current_bar, "bold"),
        kept_bar=on_page(palette.kept_bar),
        speakers=tuple(
            on_page(legible(colour, (palette.ground,), BAR_CONTRAST)) for colour in SPEAKER_COLOURS
        ),
        name=on_page(palette.dim),
        current_name=on_page(palette.title, "bold"),
        doubt=on_page(palette.doubt, "bold"),
        thumb=Style(color=palette.title, bgcolor=palette.faint, bold=True),
        list_text=on_list(palette.text),
        list_unread=on_list(palette.title, "bold"),
        list_dim=on_list(palette.dim),
        list_dot=on_list(palette.quote_bar),
        list_star=on_list(palette.kept_bar),
        list_edge=on_list(palette.faint),
        cursor_ground=Style(bgcolor=palette.cursor_ground),
        idle_cursor_ground=Style(bgcolor=palette.idle_cursor_ground),
        cursor_bar=Style(color=palette.accent, bold=True),
        idle_cursor_bar=Style(color=palette.dim),
        status=on_status(palette.text),
        status_strong=on_status(palette.title, "bold"),
        status_key=on_status(palette.accent, "bold"),
        status_dim=on_status(palette.dim),
        status_error=on_status(palette.error, "bold"),
    )


def _terminal_inks(palette: Palette) -> Inks:
    """The user's own sixteen colours: no tints, so weight, underline and reverse tell the states apart."""

    def ink(attributes: str = "", colour: str = "default") -> Style:
        return Style.parse(f"{attributes} {colour} on default")

    return Inks(
        text=ink(),
        dim=ink("dim"),
        faint=ink("dim"),
        kicker=ink("dim"),
        title=ink("bold"),
        heading=ink("bold"),
        caption=ink("italic dim"),
        pull_quote=ink("italic", palette.accent),
        code=ink(),
        inline_code=Style(bold=True),
        emphasis=Style(italic=True),
        strong=Style(bold=True),
        link=Style(underline=True),
        strike=Style(strike=True),
        footnote=Style(bold=True),
        label=Style(dim=True),
        subheading=ink("bold"),
        minor_heading=ink("bold italic"),
        strong_text=ink("bold"),
        footnote_text=ink("dim"),
        mention=Style(underline=True),
        reported=Style(italic=True),
        reported_bar=ink("dim"),
        quote=ink("", palette.quote_text),
        current=ink("bold reverse", palette.current_text),
        kept=ink("bold", palette.kept_text),
        kept_current=ink("bold reverse", palette.kept_text),
        selection=Style(reverse=True, underline=True, bold=False),
        place=Style(underline=True),
        place_arrow=ink("bold", palette.accent),
        match=Style(color=palette.accent, bold=True, underline=True, reverse=False),
        current_match=Style(color=palette.accent, bold=True, underline=True, reverse=True),
        quote_bar=ink("", palette.quote_bar),
        current_bar=ink("bold", palette.current_bar),
        kept_bar=ink("", palette.kept_bar),
        speakers=tuple(ink("", colour) for colour in TERMINAL_SPEAKER_COLOURS),
        name=ink("dim"),
        current_name=ink("bold"),
        doubt=ink("bold", palette.doubt),
        thumb=ink("reverse"),
        list_text=ink(),
        list_unread=ink("bold"),
        list_dim=ink("dim"),
        list_dot=ink("", palette.quote_bar),
        list_star=ink("", palette.kept_bar),
        list_edge=ink("dim"),
        # In one colour: reversed, a star or a dot in its own would be a block.
        cursor_ground=Style(color="default", reverse=True),
        idle_cursor_ground=Style.null(),
        cursor_bar=Style(bold=True, reverse=False),
        idle_cursor_bar=Style(bold=True),
        status=ink("reverse"),
        status_strong=ink("bold reverse"),
        status_key=ink("bold reverse"),
        status_dim=ink("reverse"),
        status_error=ink("bold reverse"),
    )
