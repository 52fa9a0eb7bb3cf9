"""Where the lines of a page stand on the screen: the one way between a cell and a place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.tui.cells import graphemes, is_single_cell_text
from reader.tui.page.lines import Line, Run
from reader.tui.page.paint import Geometry


class Cells(NamedTuple):
    """``width`` cells side by side on the screen, the first at column ``x`` of row ``y`` of the page."""

    x: int
    y: int
    width: int


class Sheet(NamedTuple):
    """A screenful of lines: ``columns`` columns side by side, each read down, ``height`` rows high.

    ``geometry`` tells how one of the columns is set in its own share of the page's width.
    """

    height: int
    columns: int
    geometry: Geometry

    @property
    def line_count(self) -> int:
        """How many lines are on the screen at once."""
        return self.height * self.columns

    def line_at(self, x: int, y: int) -> tuple[int, int]:
        """Return which line of the screenful cell (x, y) belongs to, and which cell of its column it is.

        The cell is negative left of the column of text.
        """
        column = max(0, min(x // max(1, self.geometry.width), self.columns - 1))
        return column * self.height + y, x - column * self.geometry.width - self.geometry.left

    def origin_of(self, number: int) -> tuple[int, int]:
        """Return the cell (x, y) where the text of line ``number`` of the screenful begins."""
        column, y = divmod(number, max(1, self.height))
        return column * self.geometry.width + self.geometry.left, y


def place_in(text: str, line: Line, cell: int) -> int | None:
    """Return the code point that stands in a cell of the column, None where no text does."""
    for run in line.runs:
        if run.column <= cell:
            place = _place_in_run(text, run, cell - run.column)
            if place is not None:
                return place
    return None


def cells_in(text: str, line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (first cell, width) for each stretch of the column that shows code points of a range.

    Of a character of several code points all cells count, whichever of them is in the range.
    """
    for run in line.runs:
        first, stop = max(start, run.start) - run.start, min(end, run.end) - run.start
        if first >= stop:
            continue
        passage = text[run.start : run.end]
        if is_single_cell_text(passage):
            yield run.column + first, stop - first
            continue
        before = width = 0
        for begin, after, cells in graphemes(passage):
            if after <= first:
                before += cells
            elif begin < stop:
                width += cells
        yield run.column + before, width


def _place_in_run(text: str, run: Run, cell: int) -> int | None:
    passage = text[run.start : run.end]
    if is_single_cell_text(passage):
        return run.start + cell if cell < len(passage) else None
    used = 0
    for start, _, width in graphemes(passage):
        used += width
        if cell < used:
            return run.start + start
    return None
