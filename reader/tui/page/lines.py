"""The lines of a laid-out article, and the way between a line and a place in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from reader.values import NamedTuple


class LineStyle(StrEnum):
    """What a line is, and so how it is drawn."""

    BLANK = "blank"
    KICKER = "kicker"
    TITLE = "title"
    BYLINE = "byline"
    RULE = "rule"
    TEXT = "text"
    HEADING = "heading"
    SUBHEADING = "subheading"
    MINOR_HEADING = "minor_heading"
    TERM = "term"
    FOOTNOTE = "footnote"
    ATTRIBUTION = "attribution"
    BLOCK_QUOTE = "block_quote"
    CODE = "code"
    TABLE = "table"
    TABLE_HEAD = "table_head"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    RELATED = "related"
    IMAGE = "image"


class Run(NamedTuple):
    """Code points ``start`` to ``end`` of the text, drawn from cell ``column`` of the column on."""

    column: int
    start: int
    end: int


class Label(NamedTuple):
    """Words of the page itself among those of the article, such as a link's number, from ``column`` on."""

    column: int
    words: str


class Line(NamedTuple):
    """One line of the page: what the page itself writes (``lead``), then runs of the article's text.

    ``start`` is the code point the line stands for, so that lines are in the order of the text. ``width``
    is that of the whole block in cells where it may be wider than the column and is moved sideways, else
    0. ``fill`` is how many cells the line's spaces are to be widened by. ``sheet.shown_line`` does both.
    """

    style: LineStyle
    start: int
    runs: tuple[Run, ...] = ()
    lead: str = ""
    lead_column: int = 0
    block: int = -1
    labels: tuple[Label, ...] = ()
    width: int = 0
    fill: int = 0


class Layout:
    """The lines of one article at one width."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._starts = [line.start for line in lines]

    def __len__(self) -> int:
        return len(self.lines)

    def line_at(self, offset: int) -> int:
        """Return the index of the line that shows the code point ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def lines_of(self, start: int, end: int) -> range:
        """Return the indexes of the lines that show the code points ``start`` to ``end``.

        All lines of a table's row stand for its start: any of them may show a place in it.
        """
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        while first > 0 and self._stand_together(self.lines[first - 1], self.lines[first]):
            first -= 1
        return range(first, last + 1)

    def line_showing(self, offset: int) -> int:
        """Return the index of the line whose runs hold the code point ``offset``, or else of its line."""
        shown = (
            index
            for index in self.lines_of(offset, offset + 1)
            if any(run.start <= offset < run.end for run in self.lines[index].runs)
        )
        return next(shown, self.line_at(offset))

    @staticmethod
    def _stand_together(before: Line, after: Line) -> bool:
        return before.start == after.start and before.block == after.block >= 0

    def end_of(self, index: int) -> int:
        """Return the code point after the last one shown on or before line ``index``."""
        while index >= 0:
            if self.lines[index].runs:
                return max(run.end for run in self.lines[index].runs)
            index -= 1
        return 0
