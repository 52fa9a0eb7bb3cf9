"""What stands out in an article's text, found by place: quotations, kept passages, mentions, emphasis."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from reader.desk.placing import Kept
from reader.desk.reading import Reading
from reader.domain.article import InlineKind
from reader.domain.mark import Bookmark
from reader.domain.quote import Quote
from reader.values import NamedTuple


class MarkingKind(StrEnum):
    """Why a run of characters stands out."""

    QUOTE = "quote"
    KEPT = "kept"
    REPORTED = "reported"
    MENTION = "mention"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    MATCH = "match"
    CURRENT_MATCH = "current_match"
    STRIKE = "strike"
    FOOTNOTE = "footnote"


class Marking(NamedTuple):
    """Code points ``start`` to ``end``; ``quotation`` is the index of the quotation it is a piece of, or -1.

    ``is_first`` tells the piece that the quotation begins with. ``label`` and ``is_noted`` are those of
    its bookmark, ``url`` a link's.
    """

    start: int
    end: int
    kind: MarkingKind
    quotation: int = -1
    is_first: bool = False
    label: str = ""
    is_noted: bool = False
    url: str = ""


class Markings:
    """Markings of one kind or layer, sorted, with a quick look-up of those on a line."""

    def __init__(self, markings: Iterable[Marking]) -> None:
        self._markings: Sequence[Marking] = sorted(markings)
        self._starts = [marking.start for marking in self._markings]
        self._longest = max((marking.end - marking.start for marking in self._markings), default=0)

    def __iter__(self) -> Iterator[Marking]:
        return iter(self._markings)

    def between(self, start: int, end: int) -> Iterator[Marking]:
        """Yield the markings that share a code point with ``start`` to ``end``, in order."""
        index = bisect_left(self._starts, start - self._longest)
        while index < len(self._markings) and self._starts[index] < end:
            if self._markings[index].end > start:
                yield self._markings[index]
            index += 1


def piece_markings(reading: Reading) -> Markings:
    """Mark every piece of every quotation."""
    return Markings(
        Marking(piece.span.start, piece.span.end, MarkingKind.QUOTE, index, number == 0)
        for index, quotation in enumerate(reading.quotations)
        for number, piece in enumerate(quotation.pieces)
    )


def with_kept(pieces: Markings, kept: Kept) -> Markings:
    """Add to the pieces of quotations what was written on them, and the kept passages."""
    if not kept.places:
        return pieces
    written = {place.quotation: place.bookmark for place in kept.places if place.quotation >= 0}
    quotations = (_written_on(piece, written.get(piece.quotation)) for piece in pieces)
    passages = (
        _written_on(Marking(span.start, span.end, MarkingKind.KEPT, -1, number == 0), place.bookmark)
        for place in kept.places
        if place.quotation < 0
        for number, span in enumerate(place.placement.spans)
    )
    return Markings((*quotations, *passages))


def _written_on(marking: Marking, bookmark: Bookmark | None) -> Marking:
    return (
        marking if bookmark is None else marking._replace(label=bookmark.label, is_noted=bool(bookmark.note))
    )


def speaker_numbers(reading: Reading) -> tuple[int, ...]:
    """Number the speakers in the order they speak in; one number a quotation, -1 where nobody is known."""
    numbers: dict[str, int] = {}
    return tuple(
        numbers.setdefault(quotation.speaker.label.casefold(), len(numbers)) if quotation.speaker else -1
        for quotation in reading.quotations
    )


def reported_markings(reported: Iterable[Quote]) -> Markings:
    """Mark what is reported without quotation marks."""
    return Markings(
        Marking(quote.span.start, quote.span.end, MarkingKind.REPORTED, is_first=True) for quote in reported
    )


def type_markings(reading: Reading) -> Markings:
    """Mark speakers' mentions and what the article itself sets apart."""
    mentions = [
        Marking(piece.speaker.span.start, piece.speaker.span.end, MarkingKind.MENTION)
        for quotation in reading.quotations
        for piece in quotation.pieces
        if piece.speaker is not None
    ]
    inlines = [
        Marking(inline.span.start, inline.span.end, _KINDS[inline.kind], url=inline.url)
        for inline in reading.article.spans
    ]
    return Markings(mentions + inlines)


_KINDS = {
    InlineKind.EMPHASIS: MarkingKind.EMPHASIS,
    InlineKind.STRONG: MarkingKind.STRONG,
    InlineKind.CODE: MarkingKind.CODE,
    InlineKind.LINK: MarkingKind.LINK,
    InlineKind.STRIKE: MarkingKind.STRIKE,
    InlineKind.FOOTNOTE: MarkingKind.FOOTNOTE,
}
