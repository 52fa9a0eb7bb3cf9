"""The rows of what is kept; only the visible ones are ever looked at."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rich.segment import Segment
from textual.strip import Strip

from reader.desk.kept_list import Group, Grouping
from reader.domain.mark import Bookmark
from reader.tui.articles.row import CursorStyle
from reader.tui.cells import cut
from reader.tui.grouped_rows import GroupedRows
from reader.tui.inks import inks
from reader.tui.kept.row import ROW_HEIGHT, KeptRow, paint_bookmark, paint_group
from reader.tui.row_lines import LEFT_CELLS, RowLines


class KeptRows(GroupedRows[Group]):
    """An item is the number of a bookmark in ``bookmarks``; ``chosen`` are ids, ``lost`` reasons by id."""

    ROW_HEIGHT = ROW_HEIGHT
    READ_FROM_CELL = LEFT_CELLS

    def __init__(self) -> None:
        super().__init__()
        self.bookmarks: Sequence[Bookmark] = ()
        self.grouping = Grouping.NONE
        self.chosen: Collection[str] = frozenset()
        self.lost: Mapping[str, str] = {}
        self.empty_lines: Sequence[str] = ()

    @property
    def selected(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        return None if self.item is None else self.bookmarks[self.item]

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one bookmark, or the head of a group."""
        colours = inks(self.app.theme)
        y = (index - self.top) * self.ROW_HEIGHT
        edges = [self._thumb(y + part) for part in range(self.ROW_HEIGHT)]
        is_current = index == self.cursor
        cursor = CursorStyle(colours.cursor_ground, colours.cursor_bar) if is_current else None
        lines = RowLines(width, colours, cursor, edges)
        shown = self.rows[index]
        if not isinstance(shown, int):
            return paint_group(shown, lines, colours)
        bookmark = self.bookmarks[shown]
        row = KeptRow(bookmark, self.grouping, bookmark.id in self.chosen, self.lost.get(bookmark.id, ""))
        return paint_bookmark(row, lines, colours)

    def _thumb(self, y: int) -> str:
        """Nothing stands to the right of this list, so its edge shows only where the window lies."""
        edge = self.edge(y)
        return edge if edge == "┃" else " "

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below the last row, or the words of an empty list."""
        colours = inks(self.app.theme)
        said = self.empty_lines[y - 1] if not self.rows and 0 < y <= len(self.empty_lines) else ""
        strip = Strip([Segment("    ", colours.list_text), Segment(cut(said, width - 5), colours.list_dim)])
        return strip.adjust_cell_length(width, colours.list_text)
