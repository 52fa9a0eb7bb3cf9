"""Which lines the scroll bar points out: one look-up a row of it, however much there is in an article.

An article of 5 MB has 12,000 quotations, and each step among them asks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.domain.quote import Quotation
from reader.tui.page.lines import Layout

if TYPE_CHECKING:
    from reader.desk.finding import Matches


def first_lines(layout: Layout, height: int, quotations: Sequence[Quotation]) -> Iterable[int]:
    """Yield the first line of each row of the bar on which a quotation begins; they are in text order."""
    after = 0
    for first, stop in _rows(layout, height):
        after = bisect_left(quotations, layout.lines[first].start, after, key=start_of)
        if after < len(quotations) and (stop is None or start_of(quotations[after]) < stop):
            yield first


def match_lines(layout: Layout, height: int, matches: Matches) -> Iterable[int]:
    """Yield the first line of each row of the bar that has matches."""
    for first, stop in _rows(layout, height):
        if matches.touching(layout.lines[first].start, matches.ends[-1] if stop is None else stop):
            yield first


def _rows(layout: Layout, height: int) -> Iterable[tuple[int, int | None]]:
    """Yield each row's first line and the code point that its last line ends before (None: the end)."""
    count = len(layout)
    for row in range(height):
        first, stop = -(-row * count // height), -(-(row + 1) * count // height)
        if first < stop <= count:
            yield first, layout.lines[stop].start if stop < count else None


def start_of(quotation: Quotation) -> int:
    """Return where a quotation begins, for a search among many."""
    return quotation.pieces[0].span.start
