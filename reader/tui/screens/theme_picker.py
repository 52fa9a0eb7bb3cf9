"""The themes in a list; moving through it shows each on what is being read."""

from __future__ import annotations

from collections.abc import Callable

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.screens.picker import Picker, PickList, PickRow
from reader.tui.status import Status
from reader.tui.themes import PALETTES, THEME_NAMES


class ThemePicker(Picker[str]):
    """Dismissed with the name of the theme to keep; when it is left, the one it began with is shown again."""

    DEFAULT_CSS = """
    ThemePicker #pick {
        width: 34;
        max-width: 60%;
        height: 1fr;
    }
    """

    def __init__(self, keymap: Keymap, theme: str, show_theme: Callable[[str], object]) -> None:
        rows = PickList([PickRow(name, "" if name in PALETTES else "Textual") for name in THEME_NAMES])
        rows.cursor = THEME_NAMES.index(theme) if theme in THEME_NAMES else 0
        super().__init__(rows, keymap)
        self._theme_before = theme
        self._show_theme = show_theme
        self.update()

    def update(self) -> None:
        """Show the theme under the cursor, and what can be done."""
        name = THEME_NAMES[self.picks.cursor]
        self._show_theme(name)
        self.status.show(Status((f"Theme: {name}", name), self.keymap.hints_of(Pane.PICKER)))

    def action_choose(self) -> None:
        """Keep the theme under the cursor."""
        self.dismiss(THEME_NAMES[self.picks.cursor])

    def action_leave(self) -> None:
        """Go back to the theme of before."""
        self._show_theme(self._theme_before)
        super().action_leave()
