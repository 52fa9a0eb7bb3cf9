"""A list of rows of one height, drawn line by line: 100,000 rows cost what the visible ones cost."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from math import ceil

from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.drawn_lines import DrawnLines
from reader.tui.inks import inks
from reader.tui.painted_once import unscrolled_size

WHEEL_ROWS = 3


class RowList(DrawnLines, Widget):
    """The base of every list: a cursor, a window on the rows, and no knowledge of what a row is."""

    virtual_size = unscrolled_size()
    DEFAULT_CSS = "RowList { width: 1fr; height: 1fr; }"
    ROW_HEIGHT = 1
    READ_FROM_CELL = 0

    class Moved(Message):
        """The mouse put the cursor on another row."""

        def __init__(self, rows: RowList) -> None:
            super().__init__()
            self.rows = rows

    class Opened(Message):
        """The mouse chose the row under the cursor."""

        def __init__(self, rows: RowList) -> None:
            super().__init__()
            self.rows = rows

    class EdgeDragged(Message):
        """The mouse drags the list's right edge; ``width`` would be the list's, in cells."""

        def __init__(self, width: int) -> None:
            super().__init__()
            self.width = width

    class EdgeDropped(Message):
        """The mouse let go of the edge."""

    HAS_EDGE = False
    """Whether the last column is an edge that can be dragged."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.cursor = 0
        self.top = 0
        self.is_active = True
        self._is_edge_held = self._was_edge_held = False

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw row ``index`` as ``ROW_HEIGHT`` strips of ``width`` cells."""

    @property
    def visible_row_count(self) -> int:
        """How many whole rows fit, at least one."""
        return max(1, self.size.height // self.ROW_HEIGHT)

    def move(self, distance: int) -> None:
        """Move the cursor ``distance`` rows, as far as there are rows."""
        self.go_to(self.cursor + distance)

    def move_pages(self, pages: float) -> None:
        """Move the cursor by so many screenfuls, less one row for the eye to hold on to."""
        rows = max(1, int(abs(pages) * self.visible_row_count) - (1 if abs(pages) >= 1 else 0))
        self.move(rows if pages > 0 else -rows)

    def go_to(self, index: int) -> None:
        """Put the cursor on row ``index`` and bring it into view."""
        previous_cursor, previous_top, previous_thumb = self.cursor, self.top, self._thumb_rows()
        self.cursor = max(0, min(index, self.row_count - 1))
        self.show_cursor()
        if self.top != previous_top:
            moved = (self.top - previous_top) * self.ROW_HEIGHT
            changed = {y - moved for y in previous_thumb} ^ self._thumb_rows()
            for row in (previous_cursor, self.cursor):
                changed.update(range(self._y_of(row), self._y_of(row + 1)))
            self.refresh_moved(moved, changed)
        elif self.cursor != previous_cursor:
            self.refresh_row(previous_cursor)
            self.refresh_row(self.cursor)

    def show_cursor(self) -> None:
        """Choose the first visible row so that the cursor's row is in view."""
        if self.size.height == 0:
            return
        visible = self.visible_row_count
        self.top = min(max(self.top, self.cursor - visible + 1), self.cursor)
        self.top = max(0, min(self.top, self.row_count - visible))

    @property
    def cursor_offset(self) -> Offset:
        """The cell where the cursor's row begins to be read, from the widget's corner."""
        return Offset(self.READ_FROM_CELL, self._y_of(self.cursor))

    def _y_of(self, index: int) -> int:
        return (index - self.top) * self.ROW_HEIGHT

    def refresh_row(self, index: int) -> None:
        """Paint one row anew."""
        self.refresh(Region(0, self._y_of(index), self.size.width, self.ROW_HEIGHT))

    def set_active(self, is_active: bool) -> None:  # noqa: FBT001 - the state itself
        """Show whether keys go to this list."""
        if is_active != self.is_active:
            self.is_active = is_active
            self.refresh_row(self.cursor)

    def draw_lines(self, rows: Sequence[int]) -> Iterable[Strip]:
        """Draw lines of the window; each row of the list is put into words once for all its lines."""
        width, count = self.size.width, self.row_count
        index, painted = -1, list[Strip]()
        for y in rows:
            if self.top + y // self.ROW_HEIGHT >= count:
                yield self.paint_empty(y, width)
                continue
            if index != self.top + y // self.ROW_HEIGHT:
                index = self.top + y // self.ROW_HEIGHT
                painted = list(self.paint_row(index, width))
            yield painted[y % self.ROW_HEIGHT]

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw a line below the last row."""
        return Strip.blank(width, inks(self.app.theme).list_text)

    def edge(self, y: int) -> str:
        """Return the right edge of line ``y``; it also marks where the window lies in the list."""
        return "┃" if y in self._thumb_rows() else "│"

    def _thumb_rows(self) -> set[int]:
        """Return the lines whose edge says that the window lies there in the list."""
        height, count = self.size.height, self.row_count
        visible = height / self.ROW_HEIGHT
        if count <= visible:
            return set()
        thumb_height = max(1.0, height * visible / count)
        start = (height - thumb_height) * self.top / max(1, count - int(visible))
        return {int(start), *range(ceil(start - 0.5), ceil(start + thumb_height - 0.5))}

    def on_resize(self) -> None:
        """Keep the cursor in view; the new size is painted anyway."""
        previous_top = self.top
        self.show_cursor()
        if self.top != previous_top:
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row; a second click opens it."""
        event.prevent_default()
        index = self.top + event.y // self.ROW_HEIGHT
        if index >= self.row_count or self._was_edge_held:
            return
        if index == self.cursor and event.chain != 1:
            self.post_message(self.Opened(self))
            return
        self.go_to(index)
        self.post_message(self.Moved(self))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        self._was_edge_held = self._is_edge_held = self.HAS_EDGE and event.x >= self.size.width - 1
        if self._is_edge_held:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell how wide the list would be."""
        if self._is_edge_held:
            self.post_message(self.EdgeDragged(int(event.screen_x) - self.region.x + 1))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the edge."""
        if self._is_edge_held:
            self._is_edge_held = False
            self.release_mouse()
            self.post_message(self.EdgeDropped())

    def _wheel(self, rows: int) -> None:
        last_top = max(0, self.row_count - self.visible_row_count)
        top = max(0, min(self.top + rows, last_top))
        if top != self.top:
            self.top = top
            self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three rows, at once."""
        event.stop()
        self._wheel(WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three rows back, at once."""
        event.stop()
        self._wheel(-WHEEL_ROWS)
