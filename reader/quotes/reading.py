"""The way from a text in any language to its quotations: choose the reading, then add what form tells."""

from __future__ import annotations

from reader.domain.quote import Quote
from reader.quotes.crowded import is_crowded, is_marks_alone, read_crowded
from reader.quotes.engine import read_english
from reader.quotes.foreign import read_foreign
from reader.quotes.languages import ENGLISH, language_of
from reader.quotes.marks import find_segments
from reader.quotes.turns import name_turns


def find_quotes(text: str, language: str | None = None) -> list[Quote]:
    """Return every quotation of ``text`` with its speaker; see ``reader.quotes.find_quotes``."""
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
    places = ((item.start, item.end) for _, segments in found for item in segments)
    return name_turns(text, quotes, places)
