"""Finding a kept quotation again in a text that may have changed since."""

from __future__ import annotations

from itertools import pairwise, takewhile

from reader.domain.mark import CONTEXT_LENGTH, Bookmark
from reader.domain.span import Span
from reader.domain.units import Unit, unit_around


def context_before(text: str, offset: int) -> str:
    """Return the text just before ``offset``, to tell the place from others with the same words."""
    return text[max(0, offset - CONTEXT_LENGTH) : offset]


def context_after(text: str, offset: int) -> str:
    """Return the text just after ``offset``."""
    return text[offset : offset + CONTEXT_LENGTH]


def sentence_around(text: str, span: Span) -> str:
    """Return the words from the start of the sentence ``span`` begins in to the end of its last one."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    last = max(span.start, span.start + len(words.rstrip()) - 1)
    first_sentence = unit_around(text, min(start, last), Unit.SENTENCE)
    last_sentence = unit_around(text, last, Unit.SENTENCE)
    if first_sentence is None or last_sentence is None:
        return ""
    return text[min(first_sentence.start, span.start) : max(last_sentence.end, span.end)].strip()


def place(bookmark: Bookmark, text: str) -> tuple[Span, ...] | None:
    """Return where the bookmark's words stand in ``text`` now, or None when they cannot be placed.

    Words that stand where they stood, in the surroundings they had, are taken as they are. Otherwise
    the exact words are looked for; among several places the one whose surroundings agree best wins,
    then the nearest: the same words may have been said twice, and by two people.
    The pair of position and quoted words follows the W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
    """
    if not bookmark.exact or len(bookmark.exact) != len(bookmark.spans) or "" in bookmark.exact:
        return None
    if _stands_unchanged(bookmark, text):
        return bookmark.spans
    starts = _occurrences(bookmark.exact[0], text)
    places = [spans for start in starts if (spans := _pieces_from(bookmark, text, start))]
    return max(places, key=lambda spans: _likeness(bookmark, text, spans), default=None)


def _stands_unchanged(bookmark: Bookmark, text: str) -> bool:
    first, last = bookmark.spans[0], bookmark.spans[-1]
    return (
        all(span.of(text) == words for span, words in zip(bookmark.spans, bookmark.exact, strict=True))
        and text.endswith(bookmark.before, 0, first.start)
        and text.startswith(bookmark.after, last.end)
    )


def _pieces_from(bookmark: Bookmark, text: str, start: int) -> tuple[Span, ...] | None:
    """Return the places of all pieces when the first is at ``start``, each as far on as it used to be."""
    spans = [Span(start, start + len(bookmark.exact[0]))]
    for number, words in enumerate(bookmark.exact[1:], 1):
        gap = bookmark.spans[number].start - bookmark.spans[number - 1].end
        expected = spans[-1].end + gap
        nearest = _nearest(words, text, spans[-1].end, expected)
        if nearest is None:
            return None
        spans.append(Span(nearest, nearest + len(words)))
    return tuple(spans)


def _nearest(words: str, text: str, start: int, expected: int) -> int | None:
    """Return where words stand from ``start`` on, nearest to where they are expected; None when nowhere."""
    found = (text.rfind(words, start, expected + len(words)), text.find(words, max(start, expected)))
    return min(
        (place for place in found if place >= 0), key=lambda place: abs(place - expected), default=None
    )


def _occurrences(words: str, text: str) -> list[int]:
    starts: list[int] = []
    start = text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    return starts


def _likeness(bookmark: Bookmark, text: str, spans: tuple[Span, ...]) -> tuple[int, int]:
    """Rank a place: characters of context that agree, less how the gaps have changed; then closeness."""
    start, end = spans[0].start, spans[-1].end
    before = text[max(0, start - len(bookmark.before)) : start]
    agreeing = _shared_length(before[::-1], bookmark.before[::-1])
    agreeing += _shared_length(text[end : end + len(bookmark.after)], bookmark.after)
    stretched = sum(abs(new - old) for new, old in zip(_gaps(spans), _gaps(bookmark.spans), strict=True))
    return agreeing - stretched, -abs(start - bookmark.spans[0].start)


def _gaps(spans: tuple[Span, ...]) -> list[int]:
    """Return how many characters lie between each piece and the next."""
    return [after.start - before.end for before, after in pairwise(spans)]


def _shared_length(one: str, other: str) -> int:
    """Return how many characters two strings have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
