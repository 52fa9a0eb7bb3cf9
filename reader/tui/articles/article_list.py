"""The list pane."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.strip import Strip

from reader.desk.reading import Entry
from reader.domain.article import ArticleHead
from reader.tui.articles.row import LEFT_CELLS, ROW_HEIGHT, CursorStyle, paint_entry
from reader.tui.cells import cut, width_cells
from reader.tui.inks import inks
from reader.tui.rows import RowList


class ArticleList(RowList):
    """The articles of the library, two lines each; only the visible rows are ever looked at."""

    ROW_HEIGHT = ROW_HEIGHT
    HAS_EDGE = True
    READ_FROM_CELL = LEFT_CELLS

    def __init__(self, heads: Sequence[ArticleHead], entry_of: Callable[[ArticleHead], Entry]) -> None:
        super().__init__(id="list")
        self.heads = heads
        self._entry_of = entry_of
        self.empty_lines: tuple[str, ...] = ()

    @property
    def row_count(self) -> int:
        """How many articles are shown."""
        return len(self.heads)

    @property
    def selected(self) -> ArticleHead | None:
        """The head under the cursor."""
        return self.heads[self.cursor] if self.heads else None

    def show(self, heads: Sequence[ArticleHead], cursor: int) -> None:
        """Show other heads, with the cursor on row ``cursor``."""
        self.heads = heads
        self.cursor = max(0, min(cursor, len(heads) - 1))
        self.show_cursor()
        self.refresh()

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw the two lines of an article."""
        colours = inks(self.app.theme)
        cursor = None
        if index == self.cursor:
            active = CursorStyle(colours.cursor_ground, colours.cursor_bar)
            idle = CursorStyle(colours.idle_cursor_ground, colours.idle_cursor_bar)
            cursor = active if self.is_active else idle
        y = (index - self.top) * ROW_HEIGHT
        edges = self.edge(y), self.edge(y + 1)
        return paint_entry(self._entry_of(self.heads[index]), width, colours, cursor, edges)

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below the last row, or the words of an empty list."""
        colours = inks(self.app.theme)
        number = y - 1
        words = ""
        if self.row_count == 0 and 0 <= number < len(self.empty_lines):
            words = cut(self.empty_lines[number], width - 5)
        padding = max(0, width - 5 - width_cells(words))
        return Strip(
            [
                Segment("    ", colours.list_text),
                Segment(words, colours.list_dim),
                Segment(" " * padding, colours.list_text),
                Segment(self.edge(y), colours.list_edge),
            ]
        ).adjust_cell_length(width, colours.list_text)
