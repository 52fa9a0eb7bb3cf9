"""The styles that lines are drawn in, made once a theme."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rich.style import Style

from reader.tui.themes import PALETTES, TERMINAL_THEME, Palette


@dataclass(frozen=True, slots=True)
class Inks:
    """A style for each thing that is drawn; each carries its background."""

    text: Style
    dim: Style
    faint: Style
    kicker: Style
    title: Style
    heading: Style
    caption: Style
    credit: Style
    pull_quote: Style
    code: Style
    inline_code: Style
    emphasis: Style
    strong: Style
    link: Style
    mention: Style
    quote: Style
    current: Style
    kept: Style
    kept_current: Style
    quote_bar: Style
    current_bar: Style
    kept_bar: Style
    name: Style
    current_name: Style
    doubt: Style
    scroll: Style
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


@cache
def inks(theme_name: str) -> Inks:
    """Return the styles of the theme called ``theme_name``."""
    palette = PALETTES[theme_name]
    return _terminal_inks(palette) if theme_name == TERMINAL_THEME else _colour_inks(palette)


def _colour_inks(palette: Palette) -> Inks:
    def on_page(colour: str, **attributes: bool) -> Style:
        return Style(color=colour, bgcolor=palette.ground, **attributes)

    def on_list(colour: str, **attributes: bool) -> Style:
        return Style(color=colour, bgcolor=palette.list_ground, **attributes)

    def on_status(colour: str, **attributes: bool) -> Style:
        return Style(color=colour, bgcolor=palette.status_ground, **attributes)

    return Inks(
        text=on_page(palette.text),
        dim=on_page(palette.dim),
        faint=on_page(palette.faint),
        kicker=on_page(palette.dim),
        title=on_page(palette.title, bold=True),
        heading=on_page(palette.title, bold=True),
        caption=on_page(palette.dim, italic=True),
        credit=on_page(palette.dim),
        pull_quote=on_page(palette.accent, italic=True),
        code=Style(color=palette.text, bgcolor=palette.code_ground),
        inline_code=Style(bgcolor=palette.code_ground),
        emphasis=Style(italic=True),
        strong=Style(bold=True),
        link=Style(underline=True),
        mention=Style(underline=True),
        quote=Style(color=palette.quote_text, bgcolor=palette.quote_ground),
        current=Style(color=palette.current_text, bgcolor=palette.current_ground, bold=True),
        kept=Style(color=palette.kept_text, bgcolor=palette.kept_ground),
        kept_current=Style(
            color=palette.current_text if palette is PALETTES["contrast"] else palette.kept_text,
            bgcolor=palette.kept_current_ground,
            bold=True,
        ),
        quote_bar=on_page(palette.quote_bar),
        current_bar=on_page(palette.current_bar, bold=True),
        kept_bar=on_page(palette.kept_bar),
        name=on_page(palette.dim),
        current_name=on_page(palette.title, bold=True),
        doubt=on_page(palette.doubt, bold=True),
        scroll=on_page(palette.faint),
        list_text=on_list(palette.text),
        list_unread=on_list(palette.title, bold=True),
        list_dim=on_list(palette.dim),
        list_dot=on_list(palette.quote_bar),
        list_star=on_list(palette.kept_bar),
        list_edge=on_list(palette.faint),
        cursor_ground=Style(bgcolor=palette.cursor_ground),
        idle_cursor_ground=Style(bgcolor=palette.idle_cursor_ground),
        cursor_bar=Style(color=palette.accent, bold=True),
        idle_cursor_bar=Style(color=palette.faint),
        status=on_status(palette.text),
        status_strong=on_status(palette.title, bold=True),
        status_key=on_status(palette.accent, bold=True),
        status_dim=on_status(palette.dim),
        status_error=on_status(palette.error, bold=True),
    )


def _terminal_inks(palette: Palette) -> Inks:
    """The user's own sixteen colours: no tints, so weight, underline and reverse tell the states apart."""

    def ink(colour: str = "default", **attributes: bool) -> Style:
        return Style(color=colour, bgcolor="default", **attributes)

    return Inks(
        text=ink(),
        dim=ink(dim=True),
        faint=ink(dim=True),
        kicker=ink(dim=True),
        title=ink(bold=True),
        heading=ink(bold=True),
        caption=ink(italic=True, dim=True),
        credit=ink(dim=True),
        pull_quote=ink(palette.accent, italic=True),
        code=ink(),
        inline_code=Style(bold=True),
        emphasis=Style(italic=True),
        strong=Style(bold=True),
        link=Style(underline=True),
        mention=Style(underline=True),
        quote=ink(palette.quote_text),
        current=ink(palette.current_text, bold=True, reverse=True),
        kept=ink(palette.kept_text, bold=True),
        kept_current=ink(palette.kept_text, bold=True, reverse=True),
        quote_bar=ink(palette.quote_bar),
        current_bar=ink(palette.current_bar, bold=True),
        kept_bar=ink(palette.kept_bar),
        name=ink(dim=True),
        current_name=ink(bold=True),
        doubt=ink(palette.doubt, bold=True),
        scroll=ink(dim=True),
        list_text=ink(),
        list_unread=ink(bold=True),
        list_dim=ink(dim=True),
        list_dot=ink(palette.quote_bar),
        list_star=ink(palette.kept_bar),
        list_edge=ink(dim=True),
        cursor_ground=Style(reverse=True),
        idle_cursor_ground=Style(underline=True),
        cursor_bar=Style(bold=True),
        idle_cursor_bar=Style(dim=True),
        status=ink(reverse=True),
        status_strong=ink(bold=True, reverse=True),
        status_key=ink(bold=True, reverse=True),
        status_dim=ink(reverse=True),
        status_error=ink(bold=True, reverse=True),
    )
