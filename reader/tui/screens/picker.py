"""A list to pick one thing from, laid over the screen it was called from."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.screen import ModalScreen
from textual.strip import Strip

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks, inks
from reader.tui.rows import RowList
from reader.tui.screens.asking import Result
from reader.tui.screens.rows_screen import RowsScreen
from reader.values import NamedTuple


class PickRow(NamedTuple):
    """What a row says: its words, what stands dim after them, and the key that would do without it."""

    words: str
    detail: str = ""
    sign: str = ""


def paint_pick_row(row: PickRow, width: int, inks: Inks, *, is_under_cursor: bool) -> Strip:
    """Draw a row ``width`` cells wide; the detail goes first, the words are cut, the key stays."""
    ground = inks.cursor_ground if is_under_cursor else Style.null()
    bar = Segment("▌" if is_under_cursor else " ", inks.list_text + ground + inks.cursor_bar)
    sign_cells = width_cells(row.sign) + 2 if row.sign else 1
    room = max(1, width - 2 - sign_cells)
    words = cut(row.words, room)
    detail = f"  {row.detail}" if row.detail else ""
    if width_cells(words) + width_cells(detail) > room:
        detail = ""
    gap = max(0, room - width_cells(words) - width_cells(detail))
    segments = [
        bar,
        Segment(" ", inks.list_text + ground),
        Segment(words, (inks.list_unread if is_under_cursor else inks.list_text) + ground),
        Segment(detail, inks.list_dim + ground),
        Segment(" " * gap, inks.list_text + ground),
        Segment(f" {row.sign} " if row.sign else " ", inks.list_unread + ground),
    ]
    return Strip([segment for segment in segments if segment.text]).adjust_cell_length(width, inks.list_text)


class PickList(RowList):
    """The rows to pick from."""

    def __init__(self, rows: Sequence[PickRow], empty_line: str = "") -> None:
        super().__init__(id="pick")
        self.rows = rows
        self.empty_line = empty_line

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def show(self, rows: Sequence[PickRow]) -> None:
        """Show other rows, with the cursor on the first."""
        self.rows = rows
        self.cursor = self.top = 0
        self.refresh()

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one row."""
        colours = inks(self.app.theme)
        return [paint_pick_row(self.rows[index], width, colours, is_under_cursor=index == self.cursor)]

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below, or the words of an empty list."""
        colours = inks(self.app.theme)
        words = f"  {cut(self.empty_line, width - 3)}" if y == 0 and not self.rows else ""
        return Strip([Segment(words, colours.list_dim)]).adjust_cell_length(width, colours.list_text)


class Picker(RowsScreen[Result], ModalScreen[Result]):
    """Leaves the screen below in sight; what is picked, and what moving shows, is the subclass's."""

    DEFAULT_CSS = """
    Picker {
        align: right top;
    }

    Picker #pick {
        background: $surface;
        border-left: solid $accent;
    }
    """

    def __init__(self, rows: PickList, keymap: Keymap) -> None:
        self.picks = rows
        super().__init__(rows, Pane.PICKER, keymap)

    @abstractmethod
    def action_choose(self) -> None:
        """Take the row under the cursor."""

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Take the row that was clicked twice."""
        self.action_choose()
