"""Where the lines of a page stand on the screen: the one way between a cell and a place in the text."""

from __future__ import annotations

from collections.abc import Iterator

from reader.tui.cells import graphemes, is_single_cell_text, width_cells
from reader.tui.page.lines import Label, Line, Run
from reader.tui.page.paint import Geometry, geometry
from reader.values import NamedTuple


class Cells(NamedTuple):
    """``width`` cells side by side on the screen, the first at column ``x`` of row ``y`` of the page."""

    x: int
    y: int
    width: int


WIDE_PAGE_CELLS = 170
"""From this width on two columns have room for their margins."""
MIN_TWO_COLUMN_CELLS = 90
"""Below this width the page has one column, whatever was asked for."""


class Typography(NamedTuple):
    """How a person wants the page set.

    ``column`` is its width in cells, ``columns`` how many stand side by side (0: as many as the page has
    room for), ``spacing`` the rows a line takes.
    """

    column: int = 68
    columns: int = 0
    spacing: int = 1
    is_justified: bool = False

    def sheet(self, width: int, height: int) -> Sheet:
        """Return how a page of this size is set."""
        columns = self.columns or (2 if width >= WIDE_PAGE_CELLS else 1)
        if width < MIN_TWO_COLUMN_CELLS:
            columns = 1
        return Sheet(height, columns, geometry(width // columns, self.column))


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
        if self.columns > 1:  # below the first column lies nothing, and not the second
            y = max(0, min(y, self.height - 1))
        return column * self.height + y, x - column * self.geometry.width - self.geometry.left

    def origin_of(self, number: int) -> tuple[int, int]:
        """Return the cell (x, y) where the text of line ``number`` of the screenful begins."""
        column, y = divmod(number, max(1, self.height))
        return column * self.geometry.width + self.geometry.left, y


def shown_line(text: str, line: Line, column: int, shift: int) -> Line:
    """Return a line as it is drawn: its spaces widened, or moved ``shift`` cells sideways and cut to size."""
    if line.fill:
        return line._replace(runs=_widened(text, line.runs[0], line.fill))
    if line.width > column:
        return _moved(text, line, column, min(shift, line.width - column))
    return line


def _widened(text: str, run: Run, fill: int) -> tuple[Run, ...]:
    """Part a run behind its spaces so that ``fill`` cells are spread over them evenly."""
    gaps = [place + 1 for place in range(run.start, run.end) if text[place] == " "]
    runs: list[Run] = []
    start, column = run.start, run.column
    for number, gap in enumerate(gaps):
        grown = (number + 1) * fill // len(gaps) - number * fill // len(gaps)
        if grown:
            runs.append(Run(column, start, gap))
            column += width_cells(text[start:gap]) + grown
            start = gap
    runs.append(Run(column, start, run.end))
    return tuple(runs)


def _moved(text: str, line: Line, column: int, shift: int) -> Line:
    """Cut a line to ``column`` cells from ``shift`` on, with a sign at an edge where it goes on."""
    has_more = shift + column < line.width
    left, right = shift + (1 if shift else 0), shift + column - (1 if has_more else 0)
    runs = tuple(
        cut._replace(column=cut.column - shift)
        for run in line.runs
        if run.column < right
        for cut in _cut_run(text, run, left, right)
    )
    before, after = "‹" if shift else "", ((Label(column - 1, "›"),) if has_more else ())
    if line.lead:
        lead = before + line.lead.rjust(line.lead_column + len(line.lead))[left:right]
        return line._replace(runs=runs, lead=lead, lead_column=0, labels=after)
    labels = ((Label(0, before),) if before else ()) + after
    return line._replace(runs=runs, lead_column=0 if shift else line.lead_column, labels=labels)


def _cut_run(text: str, run: Run, left: int, right: int) -> Iterator[Run]:
    """Yield the part of a run that stands whole in cells ``left`` to ``right``, if any."""
    passage = text[run.start : run.end]
    if is_single_cell_text(passage):
        first, stop = max(0, left - run.column), min(len(passage), right - run.column)
        if first < stop:
            yield Run(run.column + first, run.start + first, run.start + stop)
        return
    column, kept = run.column, list[tuple[int, int, int]]()
    for start, end, cells in graphemes(passage):
        if left <= column and column + cells <= right:
            kept.append((column, start, end))
        column += cells
    if kept:
        yield Run(kept[0][0], run.start + kept[0][1], run.start + kept[-1][2])


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
