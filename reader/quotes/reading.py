"""The way from a text in any language to its quotations: choose the reading, then add what form tells."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from reader.domain.quote import Quote
from reader.quotes.crowded import is_crowded, is_marks_alone, read_crowded
from reader.quotes.engine import read_english
from reader.quotes.foreign import read_foreign
from reader.quotes.languages import ENGLISH, is_latin, language_of
from reader.quotes.marks import find_segments
from reader.quotes.turns import name_turns

_LONG = 200_000
"""Code points from which the garbage collector rests: a million tuples hold no cycle for it to find."""


@contextmanager
def _uncollected(length: int) -> Iterator[None]:
    """Let the garbage collector rest while a long text is read; it takes a quarter of the time otherwise."""
    rests = length > _LONG and gc.isenabled()
    if rests:
        gc.disable()
    try:
        yield
    finally:
        if rests:
            gc.enable()


def find_quotes(text: str, language: str | None = None) -> list[Quote]:
    """Return every quotation of ``text`` with its speaker; see ``reader.quotes.find_quotes``."""
    with _uncollected(len(text)):
        return _read(text, language)


def _without_foreign_name(text: str, quote: Quote) -> Quote:
    """Take a Latin name off words in another script: what stands beside them was read by the wrong rules."""
    speaker = quote.speaker
    if speaker is None or is_latin(quote.span.of(text)) or not is_latin(speaker.mention):
        return quote
    return replace(quote, speaker=None)


def _read(text: str, language: str | None) -> list[Quote]:
    if is_marks_alone(text):
        return []
    found = list(find_segments(text))
    tongue = language_of(text, language)
    if is_crowded(text, sum(len(segments) for _, segments in found)):
        quotes = list(read_crowded(text, found))
    elif tongue == ENGLISH:
        quotes = read_english(text, found)
    else:
        quotes = read_foreign(text, tongue, found)
    quotes = [_without_foreign_name(text, quote) for quote in quotes]
    places = ((item.start, item.end) for _, segments in found for item in segments)
    return name_turns(text, quotes, places)
