"""A screen that is one list and a status line; kept quotes and help are such."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import Screen

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.rows import RowList
from reader.tui.screens.asking import Asking, Result
from reader.tui.status import Status, StatusLine


class RowsScreen(Asking[Result], Screen[Result]):
    """Moves in its list; what the rows are and what else can be done is the subclass's."""

    AUTO_FOCUS = ""

    def __init__(self, rows: RowList, pane: Pane, keymap: Keymap) -> None:
        super().__init__()
        keymap.bind_panes(self, pane)
        self.pane = pane
        self.keymap = keymap
        self.rows = rows
        self.status = StatusLine()

    def compose(self) -> ComposeResult:
        """Lay out the list and the status line."""
        yield self.rows
        yield self.status

    def current_line_offset(self) -> Offset:
        """Return where the current row is."""
        return self.rows.region.offset + self.rows.cursor_offset

    def say(self, message: str) -> None:
        """Tell in the status line what was done, until the next action."""
        self.status.show(Status(message=message))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave every key to the line to type in while it is asked for."""
        return not self.is_asking

    def _move(self, distance: int) -> None:
        self.rows.move(distance)
        self.update()

    def _turn(self, pages: float) -> None:
        self.rows.move_pages(pages)
        self.update()

    def action_down(self) -> None:
        """Move down a row."""
        self._move(1)

    def action_up(self) -> None:
        """Move up a row."""
        self._move(-1)

    def action_list_page_down(self) -> None:
        """Move a page down."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Move a page up."""
        self._turn(-1)

    def action_half_down(self) -> None:
        """Move half a page down."""
        self._turn(0.5)

    def action_half_up(self) -> None:
        """Move half a page up."""
        self._turn(-0.5)

    def action_top(self) -> None:
        """Go to the first row."""
        self._move(-self.rows.row_count)

    def action_bottom(self) -> None:
        """Go to the last row."""
        self._move(self.rows.row_count)

    def action_close(self) -> None:
        """Go back, from what is topmost first."""
        self.action_leave()

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Bring the status line up to date after a click."""
        self.update()
