"""A palette for any of Textual's own themes: its colours, moved where a quotation would not be legible."""

from __future__ import annotations

from textual.color import Color
from textual.theme import Theme

from reader.tui.contrast import BLACK, WHITE, legible, mix
from reader.tui.themes import Palette

TEXT_CONTRAST = 4.5
SIGN_CONTRAST = 3.0
"""What WCAG 2.1 asks of text (1.4.3) and of signs (1.4.11)."""


def derive_palette(theme: Theme) -> Palette:
    """Return the palette of a theme that is not made of ANSI colours."""
    colours = theme.to_color_system().generate()

    def named(name: str) -> str:
        return Color.parse(colours[name]).hex6

    ground, foreground = named("background"), named("foreground")
    primary, warning = named("primary"), named("warning")
    end = WHITE if theme.dark else BLACK
    list_ground, status_ground = named("surface"), named("panel")
    cursor_ground = mix(list_ground, primary, 0.25)
    idle_cursor_ground = mix(list_ground, foreground, 0.08)
    code_ground = mix(ground, foreground, 0.06)
    quote_ground, current_ground = mix(ground, primary, 0.16), mix(ground, primary, 0.42)
    kept_ground, kept_current_ground = mix(ground, warning, 0.16), mix(ground, warning, 0.36)
    plain_grounds = (ground, list_ground, cursor_ground, idle_cursor_ground, status_ground, code_ground)

    def text(colour: str, *grounds: str) -> str:
        return legible(colour, grounds, TEXT_CONTRAST)

    def sign(colour: str, *grounds: str) -> str:
        return legible(colour, grounds, SIGN_CONTRAST)

    title = text(mix(foreground, end, 0.6), *plain_grounds)
    return Palette(
        text=text(foreground, *plain_grounds),
        dim=text(mix(foreground, ground, 0.35), *plain_grounds),
        faint=mix(ground, foreground, 0.22),
        title=title,
        accent=text(named("accent"), ground, status_ground),
        ground=ground,
        list_ground=list_ground,
        cursor_ground=cursor_ground,
        idle_cursor_ground=idle_cursor_ground,
        status_ground=status_ground,
        code_ground=code_ground,
        quote_text=text(foreground, quote_ground),
        quote_ground=quote_ground,
        quote_bar=sign(primary, ground, list_ground),
        current_text=text(title, current_ground),
        current_ground=current_ground,
        current_bar=sign(mix(primary, end, 0.35), ground, list_ground),
        kept_text=text(foreground, kept_ground, kept_current_ground),
        kept_ground=kept_ground,
        kept_bar=sign(warning, ground, list_ground),
        kept_current_ground=kept_current_ground,
        doubt=text(warning, ground),
        error=text(named("error"), ground, status_ground),
    )
