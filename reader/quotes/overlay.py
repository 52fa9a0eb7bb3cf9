"""Laying quotations found by their form (turns, block quotes) over those found by their marks."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.domain.quote import Quote

_PARTICLES = "de|del|la|von|van|der|du|le|el|al|bin"
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lady President Senator Governor The Herr Frau Mme Monsieur Madame Señor Señora "
    "Don Doña Presidente Ministra Ministro".split()
)
_FULL_NAME = re.compile(
    rf"\b[A-ZÀ-Þ][\w’-]*[a-zà-ÿ](?: [A-Z]\.)?(?: (?:{_PARTICLES}))* [A-ZÀ-Þ][\w’-]*[a-zà-ÿ]\b"
)


def full_names(text: str) -> dict[str, str]:
    """Return every "First Last" of ``text`` by its last word in small letters; '' where two share it."""
    found: dict[str, str] = {}
    for match in _FULL_NAME.finditer(text):
        if match[0].split(None, 1)[0] in _TITLES:
            continue
        last = match[0].rsplit(None, 1)[-1].lower()
        known = found.setdefault(last, match[0])
        if known != match[0]:
            found[last] = ""
    return found


def renumber(quotes: Iterable[Quote]) -> list[Quote]:
    """Return ``quotes`` in the order of the text with groups counted from 0; a group stays together."""
    numbers: dict[int, int] = {}
    ordered = sorted(quotes, key=lambda quote: quote.span)
    return [replace(quote, group=numbers.setdefault(quote.group, len(numbers))) for quote in ordered]


def overlay(base: Sequence[Quote], added: Sequence[Quote]) -> list[Quote]:
    """Return ``added`` and those of ``base`` that none of them touches; both lie in the text's order."""
    starts = [quote.span.start for quote in added]
    offset = len(base) + 1
    kept = []
    for quote in base:
        index = bisect_left(starts, quote.span.end)
        if index == 0 or added[index - 1].span.end <= quote.span.start:
            kept.append(quote)
    return renumber([*kept, *(replace(quote, group=quote.group + offset) for quote in added)])
