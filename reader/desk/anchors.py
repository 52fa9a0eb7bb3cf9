"""Finding a kept quotation again in a text that may have changed since."""

from __future__ import annotations

from itertools import takewhile

from reader.domain.mark import CONTEXT_LENGTH, Bookmark
from reader.domain.span import Span

_SENTENCE_ENDS = (". ", "? ", "! ", ".” ", "?” ", "!” ", '." ', '?" ', '!" ', "\n")


def context_before(text: str, offset: int) -> str:
    """Return the text just before ``offset``, to tell the place from others with the same words."""
    return text[max(0, offset - CONTEXT_LENGTH) : offset]


def context_after(text: str, offset: int) -> str:
    """Return the text just after ``offset``."""
    return text[offset : offset + CONTEXT_LENGTH]


def sentence_around(text: str, span: Span) -> str:
    """Return the words from the start of the sentence ``span`` begins in to the end of its last one."""
    paragraph_start = text.rfind("\n", 0, span.start) + 1
    paragraph_end = text.find("\n", span.end)
    paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
    start = paragraph_start
    for mark in _SENTENCE_ENDS:
        found = text.rfind(mark, paragraph_start, span.start)
        start = max(start, found + len(mark) if found >= 0 else 0)
    ends = [
        found + len(mark.rstrip())
        for mark in _SENTENCE_ENDS
        if (found := text.find(mark, max(span.start, span.end - 2), paragraph_end)) >= 0
    ]
    return text[min(start, span.start) : max(span.end, min(ends, default=paragraph_end))].strip()


def place(bookmark: Bookmark, text: str) -> tuple[Span, ...] | None:
    """Return where the bookmark's words stand in ``text`` now, or None when they cannot be placed.

    Words that stand where they stood are taken as they are. Otherwise each piece is looked for by its
    exact words; among several places the one whose surroundings agree best wins, then the nearest.
    The pair of position and quoted words follows the W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
    """
    if all(span.of(text) == words for span, words in zip(bookmark.spans, bookmark.exact, strict=True)):
        return bookmark.spans
    placed: list[Span] = []
    search_from = 0
    for number, words in enumerate(bookmark.exact):
        starts = _occurrences(words, text, search_from)
        if not starts:
            return None
        if number == 0:
            start = max(starts, key=lambda start: _likeness(bookmark, text, start, words))
        else:
            start = starts[0]
        placed.append(Span(start, start + len(words)))
        search_from = start + len(words)
    return tuple(placed)


def _occurrences(words: str, text: str, start: int) -> list[int]:
    starts: list[int] = []
    while words and (start := text.find(words, start)) >= 0:
        starts.append(start)
        start += 1
    return starts


def _likeness(bookmark: Bookmark, text: str, start: int, words: str) -> tuple[int, int]:
    """Rank a place: characters of context that agree on both sides, then closeness to the old place."""
    before = text[max(0, start - len(bookmark.before)) : start]
    agreeing = _shared_length(before[::-1], bookmark.before[::-1])
    if len(bookmark.exact) == 1:
        after = text[start + len(words) : start + len(words) + len(bookmark.after)]
        agreeing += _shared_length(after, bookmark.after)
    return agreeing, -abs(start - bookmark.spans[0].start)


def _shared_length(one: str, other: str) -> int:
    """Return how many characters two strings have in common from their start."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
