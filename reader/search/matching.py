"""The places a query is found at, in the order of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from reader.domain.span import Span
from reader.search.folding import Folded
from reader.search.query import Query
from reader.values import NamedTuple


class Matches(NamedTuple):
    """Where a query was found: ``starts`` and ``ends`` in code points, sorted, none overlapping another.

    Two tuples of numbers and not spans: 100,000 of them are found while a key is held.
    """

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, index: int) -> Span:
        """Return the place of one match."""
        return Span(self.starts[index], self.ends[index])

    def first_from(self, offset: int) -> int:
        """Return the index of the first match that begins at ``offset`` or later, past the last if none."""
        return bisect_left(self.starts, offset)

    def touching(self, start: int, end: int) -> range:
        """Return the indexes of the matches that share a code point with ``start`` to ``end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


@lru_cache(maxsize=2)
def _folded(text: str) -> Folded:
    """Fold a text once for all that is typed: 1 MB takes 20 ms."""
    return Folded(text)


def find_matches(text: str, query: Query) -> Matches:
    """Find a query that is known to be quick: words, whose pattern never turns back further than a gap."""
    if query.is_exact:
        return matches_of([found.span() for found in query.pattern.finditer(text)])
    folded = _folded(text)
    places = [found.span() for found in query.pattern.finditer(folded.text)]
    if not folded.is_even:
        places = [folded.original_of(start, end) for start, end in places if end > start]
    return matches_of(places)


def matches_of(places: list[tuple[int, int]]) -> Matches:
    """Gather pairs of start and end; an empty one is no match, nor one that overlaps the one before."""
    starts, ends, last = [], [], 0
    for start, end in places:
        if end > start >= last:
            starts.append(start)
            ends.append(end)
            last = end
    return Matches(tuple(starts), tuple(ends))
