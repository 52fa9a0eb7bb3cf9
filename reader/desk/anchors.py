"""Finding a kept quotation again in a text that may have changed since."""

from __future__ import annotations

from itertools import pairwise, takewhile

from reader.domain.anchor import Anchor, Outcome, Placement
from reader.domain.span import Span
from reader.domain.units import Unit, unit_around


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


def locate(anchor: Anchor, text: str) -> Placement:
    """Return where the anchor's words stand in ``text`` now."""
    if not anchor.exact or len(anchor.exact) != len(anchor.spans) or "" in anchor.exact:
        return Placement(Outcome.LOST, reason="Its words are not known.")
    if _stands_unchanged(anchor, text):
        return Placement(Outcome.IN_PLACE, anchor.spans)
    starts = _occurrences(anchor.exact[0], text)
    places = [spans for start in starts if (spans := _pieces_from(anchor, text, start))]
    best = max(places, key=lambda spans: _likeness(anchor, text, spans), default=None)
    if best is None:
        return Placement(Outcome.LOST, reason="Its words are no longer in the article.")
    return Placement(Outcome.IN_PLACE if best == anchor.spans else Outcome.MOVED, best)


def _stands_unchanged(anchor: Anchor, text: str) -> bool:
    first, last = anchor.spans[0], anchor.spans[-1]
    return (
        all(span.of(text) == words for span, words in zip(anchor.spans, anchor.exact, strict=True))
        and text.endswith(anchor.before, 0, first.start)
        and text.startswith(anchor.after, last.end)
    )


def _pieces_from(anchor: Anchor, text: str, start: int) -> tuple[Span, ...] | None:
    """Return the places of all pieces when the first is at ``start``, each as far on as it used to be."""
    spans = [Span(start, start + len(anchor.exact[0]))]
    for number, words in enumerate(anchor.exact[1:], 1):
        gap = anchor.spans[number].start - anchor.spans[number - 1].end
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


def _likeness(anchor: Anchor, text: str, spans: tuple[Span, ...]) -> tuple[int, int]:
    """Rank a place: characters of context that agree, less how the gaps have changed; then closeness."""
    start, end = spans[0].start, spans[-1].end
    before = text[max(0, start - len(anchor.before)) : start]
    agreeing = _shared_length(before[::-1], anchor.before[::-1])
    agreeing += _shared_length(text[end : end + len(anchor.after)], anchor.after)
    stretched = sum(abs(new - old) for new, old in zip(_gaps(spans), _gaps(anchor.spans), strict=True))
    return agreeing - stretched, -abs(start - anchor.spans[0].start)


def _gaps(spans: tuple[Span, ...]) -> list[int]:
    """Return how many characters lie between each piece and the next."""
    return [after.start - before.end for before, after in pairwise(spans)]


def _shared_length(one: str, other: str) -> int:
    """Return how many characters two strings have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
