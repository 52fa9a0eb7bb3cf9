"""How words, sentences and paragraphs are told apart in a text; ``units`` says what they are.

A module of its own because its patterns take 10 ms to compile, and no first screen needs them.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.domain.article import BLOCK_SEPARATOR
from reader.domain.sentence_ends import STOPS, sentence_break
from reader.domain.span import Span
from reader.domain.units import Unit
from reader.values import NamedTuple


class Grammar(NamedTuple):
    """``first_from`` takes a place outside any unit or at the start of one; ``last_start`` any place."""

    first_from: Callable[[str, int], Span | None]
    last_start: Callable[[str, int], int | None]


# Ideographs and hiragana stand for themselves: where their words end only a dictionary could tell.
_IDEOGRAPHS = r"\u3005\u3040-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Combining marks and joiners, which Python's \w leaves out; in the Indic blocks all but the stops.
_MARKS = (
    r"\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    r"\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0730-\u074a\u0900-\u0963\u0966-\u0dff"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u0f71-\u0f84\u102b-\u103e"
    r"\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTERS = rf"(?:[^\W{_IDEOGRAPHS}]|[{_MARKS}])"
_WORD = re.compile(
    rf"[{_IDEOGRAPHS}][{_MARKS}]*"
    rf"|[^\W{_IDEOGRAPHS}]{_LETTERS}*(?:(?:['’ʼ·](?=[^\W\d_])|(?<=\d)[.,](?=\d)){_LETTERS}+)*"
)
_REST = re.compile(rf".*[\s{_IDEOGRAPHS}]", re.DOTALL)
"""Up to the last place behind which a word begins, if any does."""
_FIRST_INK = re.compile(r"\S")
_LAST_INK = re.compile(r".*\S", re.DOTALL)
_LAST_WORD_SIGN = re.compile(r".*\w", re.DOTALL)
_STOP = re.compile(f"[{re.escape(STOPS)}\n]")
_STEP = 256


def _end_of_last(pattern: re.Pattern[str], text: str, limit: int) -> int:
    """Return where the last match of ``.*X`` before ``limit`` ends, 0 without one; in growing steps."""
    step, stop = _STEP, limit
    while stop > 0:
        start = max(0, stop - step)
        if found := pattern.match(text, start, stop):
            return found.end()
        stop, step = start, 2 * step
    return 0


def _word_from(text: str, position: int) -> Span | None:
    found = _WORD.search(text, position)
    return Span(*found.span()) if found else None


def _last_word_start(text: str, limit: int) -> int | None:
    stop = _end_of_last(_LAST_WORD_SIGN, text, limit)
    if not stop:
        return None
    start = None
    for found in _WORD.finditer(text, _end_of_last(_REST, text, stop - 1)):
        if found.start() >= stop:
            break
        start = found.start()
    return start


def _paragraph_from(text: str, position: int) -> Span | None:
    found = _FIRST_INK.search(text, position)
    if found is None:
        return None
    end = text.find(BLOCK_SEPARATOR, found.start())
    return Span(found.start(), _end_of_last(_LAST_INK, text, end if end >= 0 else len(text)))


def _last_paragraph_start(text: str, limit: int) -> int | None:
    ink = _end_of_last(_LAST_INK, text, limit)
    if not ink:
        return None
    joint = text.rfind(BLOCK_SEPARATOR, 0, ink)
    found = _FIRST_INK.search(text, joint + len(BLOCK_SEPARATOR) if joint >= 0 else 0)
    return found.start() if found else None


def _sentence_from(text: str, position: int) -> Span | None:
    found = _FIRST_INK.search(text, position)
    if found is None:
        return None
    start = found.start()
    for stop in _STOP.finditer(text, start):
        if (following := sentence_break(text, stop.start())) is not None:
            return Span(start, _end_of_last(_LAST_INK, text, following))
    return Span(start, _end_of_last(_LAST_INK, text, len(text)))


def _last_sentence_start(text: str, limit: int) -> int | None:
    ink = _end_of_last(_LAST_INK, text, limit)
    if not ink:
        return None
    stop = ink
    while stop > 0:
        start = max(0, stop - _STEP)
        for found in reversed(list(_STOP.finditer(text, start, stop))):
            following = sentence_break(text, found.start())
            if following is not None and following < ink:
                return following
        stop = start
    first = _FIRST_INK.search(text)
    return first.start() if first else None


GRAMMARS = {
    Unit.WORD: Grammar(_word_from, _last_word_start),
    Unit.SENTENCE: Grammar(_sentence_from, _last_sentence_start),
    Unit.PARAGRAPH: Grammar(_paragraph_from, _last_paragraph_start),
}
