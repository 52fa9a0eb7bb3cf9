"""Where what was kept of an article stands in its text of now."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from reader.desk.reading import Reading
from reader.domain.anchor import Anchor, Outcome, Placement, stands_unchanged
from reader.domain.mark import Bookmark, Kind
from reader.domain.quote import Quotation
from reader.domain.span import Span
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.desk.word_rows import WordIndex

REMEMBERED = 10_000
"""Places in memory: a changed article's bookmarks are looked for once, not at every key."""

NOT_YET = Placement(Outcome.LOST, reason="The rest of the article is still to be read.")


class KeptPlace(NamedTuple):
    """A bookmark, where it stands now, and the index of the quotation it is, or -1 for none."""

    bookmark: Bookmark
    placement: Placement
    quotation: int


class Kept(NamedTuple):
    """What is kept of an article."""

    places: tuple[KeptPlace, ...] = ()

    @property
    def indexes(self) -> frozenset[int]:
        """The indexes of the kept quotations."""
        return frozenset(place.quotation for place in self.places if place.quotation >= 0)

    def bookmark_of(self, index: int) -> Bookmark | None:
        """Return the bookmark of a quotation."""
        return next((place.bookmark for place in self.places if place.quotation == index), None)

    def passage_at(self, spans: tuple[Span, ...]) -> Bookmark | None:
        """Return the bookmark of exactly this passage."""
        return next(
            (
                place.bookmark
                for place in self.places
                if place.bookmark.kind is Kind.PASSAGE and place.placement.spans == spans
            ),
            None,
        )

    def index_of(self, bookmark: Bookmark) -> int:
        """Return the index of the quotation a bookmark keeps, or -1."""
        return next((place.quotation for place in self.places if place.bookmark.id == bookmark.id), -1)

    def placement_of(self, bookmark: Bookmark) -> Placement | None:
        """Return what became of a bookmark's place, None when it is not this article's."""
        return next((place.placement for place in self.places if place.bookmark.id == bookmark.id), None)

    def span_of(self, bookmark: Bookmark) -> Span | None:
        """Return where a bookmark's words begin, or None when they are not in the text."""
        placement = self.placement_of(bookmark)
        return placement.spans[0] if placement and placement.spans else None


class Placer:
    """Places anchors in the texts of articles, each once a version of the text."""

    def __init__(self) -> None:
        self._placements: dict[tuple[str, Anchor], Placement] = {}
        self._words: WordIndex | None = None

    def place(self, reading: Reading, anchor: Anchor) -> Placement:
        """Place an anchor; in the beginning of an article only where it stood: the rest is not known."""
        text = reading.article.text
        if not reading.is_whole:
            stands = all(s.of(text) == words for s, words in zip(anchor.spans, anchor.exact, strict=True))
            return Placement(Outcome.IN_PLACE, anchor.spans) if stands else NOT_YET
        if stands_unchanged(anchor, text):
            return Placement(Outcome.IN_PLACE, anchor.spans)
        key = (reading.article.head.content_hash, anchor)
        placement = self._placements.get(key)
        if placement is None:
            # What looks for changed words is loaded with the first that have changed.
            from reader.desk.anchors import locate

            placement = locate(anchor, text, partial(self._words_of, text))
            if len(self._placements) >= REMEMBERED:
                self._placements.clear()
            self._placements[key] = placement
        return placement

    def _words_of(self, text: str) -> WordIndex:
        """Return the words of a text; those of the last one asked for are remembered."""
        if self._words is None or self._words.text != text:
            from reader.desk.word_rows import WordIndex

            self._words = WordIndex(text)
        return self._words

    def find_kept(self, reading: Reading, bookmarks: Iterable[Bookmark]) -> Kept:
        """Place bookmarks and tell which quotations they are."""
        starts = [quotation.span.start for quotation in reading.quotations]
        places = []
        for bookmark in bookmarks:
            placement = self.place(reading, bookmark.anchor)
            is_quotation = bookmark.kind is Kind.QUOTATION and placement.spans
            index = index_at(reading.quotations, starts, placement.spans) if is_quotation else -1
            places.append(KeptPlace(bookmark, placement, index))
        return Kept(tuple(places))


def index_at(quotations: Sequence[Quotation], starts: Sequence[int], spans: tuple[Span, ...]) -> int:
    """Return the index of the quotation that shares words with the first of ``spans``, or -1.

    ``starts`` are the quotations' beginnings; quotations may enclose others' pieces, so the nearest
    before are looked at.
    """
    last = bisect_right(starts, max(spans[0].start, spans[0].end - 1)) - 1
    for index in range(last, max(-1, last - 4), -1):
        if any(piece.overlaps(spans[0]) for piece in quotations[index].spans):
            return index
    return -1
