"""The page's last column: where in the article one is, and where its quotations and finds are."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from rich.segment import Segment
from rich.style import Style

from reader.tui.inks import Inks
from reader.values import NamedTuple


class BarMark(IntEnum):
    """What a row of the bar points out; where several things share a row the greatest is shown."""

    NONE = 0
    QUOTE = 1
    KEPT = 2
    HIT = 3
    CURRENT = 4


SIGNS = {BarMark.NONE: " ", BarMark.QUOTE: "▎", BarMark.KEPT: "★", BarMark.HIT: "◆", BarMark.CURRENT: "▌"}
"""The signs are those of the left margin, so that each says in both places the same."""


class BarLines(NamedTuple):
    """Lines of the page that share a mark: the line on which each thing begins."""

    mark: BarMark
    lines: Iterable[int]


def bar_rows(line_count: int, height: int, marked: Iterable[BarLines]) -> tuple[BarMark, ...]:
    """Return what each of ``height`` rows points out on a page of ``line_count`` lines.

    A page that fits on the screen needs no map of itself: all rows are empty.
    """
    rows = [BarMark.NONE] * height
    if line_count > height:
        for mark, lines in marked:
            for line in lines:
                row = row_of(line, line_count, height)
                rows[row] = max(rows[row], mark)
    return tuple(rows)


def row_of(line: int, line_count: int, height: int) -> int:
    """Return the row that stands for a line."""
    return max(0, min(height - 1, line * height // max(1, line_count)))


def thumb(line_count: int, height: int, top: int) -> range:
    """Return the rows that show which lines are on the screen, ``top`` being the first."""
    if line_count <= height:
        return range(0)
    size = max(1, height * height // line_count)
    start = round((height - size) * top / (line_count - height))
    return range(start, start + size)


def top_at(row: int, line_count: int, height: int) -> int:
    """Return the first line to show so that the one ``row`` stands for is in the middle of the screen."""
    line = (2 * row + 1) * line_count // (2 * max(1, height))
    return max(0, min(line - height // 2, line_count - height))


def bar_cell(mark: BarMark, inks: Inks, *, is_in_thumb: bool) -> Segment:
    """Draw one row of the bar."""
    return Segment(SIGNS[mark], _style(mark, inks, is_in_thumb=is_in_thumb))


def _style(mark: BarMark, inks: Inks, *, is_in_thumb: bool) -> Style:
    if is_in_thumb:
        return inks.thumb
    return {
        BarMark.NONE: inks.text,
        BarMark.QUOTE: inks.quote_bar,
        BarMark.KEPT: inks.kept_bar,
        BarMark.HIT: inks.place_arrow,
        BarMark.CURRENT: inks.current_bar,
    }[mark]
