"""The keys of a pane, read off the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks, inks
from reader.tui.keys import key_sign
from reader.tui.rows import RowList
from reader.tui.screens.rows_screen import RowsScreen
from reader.tui.status import Status

KEYS_CELLS = 22
MARGIN_CELLS = 4
NARROW_BELOW_CELLS = 60
NARROW_KEYS_CELLS = 6
"""On a narrow terminal each line shows the first of its keys only."""

HelpRow = tuple[str, str]
"""Keys and what they do; a heading has no keys, a blank line neither."""


_PLACES = {
    Pane.LIST: "In the list",
    Pane.PAGE: "On the page",
    Pane.SELECTION: "While you select",
    Pane.QUOTES: "In the quotes panel",
    Pane.KEPT: "In the kept quotations",
}


def help_rows(pane: Pane, keymap: Keymap) -> list[HelpRow]:
    """Return the lines of help, the pane one comes from first."""
    panes = [pane, *(other for other in _PLACES if other is not pane)]
    rows: list[HelpRow] = []
    for shown in panes:
        rows += [("", ""), ("", f"{_PLACES[shown]}")]
        rows += [
            ("  ".join(key_sign(key) for key in action.keys) or "–", action.help)
            for action in keymap.actions_of(shown)
        ]
    return rows


def paint_help_row(row: HelpRow, width: int, inks: Inks) -> Strip:
    """Draw a line of help: the keys, then the sentence."""
    keys, words = row
    if not keys:
        segments = [Segment("  ", inks.text), Segment(cut(words, width - 2), inks.heading)]
        return Strip(segments).adjust_cell_length(width, inks.text)
    is_narrow = width < NARROW_BELOW_CELLS
    margin, room = (2, NARROW_KEYS_CELLS) if is_narrow else (MARGIN_CELLS, KEYS_CELLS)
    keys = cut(keys.split("  ")[0] if is_narrow else keys, room - 1)
    segments = [
        Segment(" " * margin, inks.text),
        Segment(keys, inks.current_name),
        Segment(" " * (room - width_cells(keys)), inks.text),
        Segment(cut(words, width - margin - room - 1), inks.text),
    ]
    return Strip(segments).adjust_cell_length(width, inks.text)


class HelpList(RowList):
    """The lines of help; moving scrolls them."""

    def __init__(self, rows: Sequence[HelpRow]) -> None:
        super().__init__()
        self.rows = rows

    @property
    def row_count(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    def move(self, distance: int) -> None:
        """Scroll by lines: help has no cursor."""
        self.top = max(0, min(self.top + distance, self.row_count - self.size.height))
        self.refresh()

    def show_cursor(self) -> None:
        """Keep to the lines there are; help has no cursor to bring into view."""
        self.top = max(0, min(self.top, self.row_count - self.size.height))

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one line."""
        return [paint_help_row(self.rows[index], width, inks(self.app.theme))]

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below."""
        return Strip.blank(width, inks(self.app.theme).text)


class HelpScreen(RowsScreen[None]):
    """All keys, those of the pane in use first."""

    def __init__(self, pane: Pane, keymap: Keymap) -> None:
        super().__init__(HelpList(help_rows(pane, keymap)), Pane.HELP, keymap)
        self.update()

    def update(self) -> None:
        """Offer the way back."""
        self.status.show(Status(("Keys",), self.keymap.hints_of(Pane.HELP)))
