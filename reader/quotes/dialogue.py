"""Speech begun with a dash, as French and Spanish novels and interviews print it."""

from __future__ import annotations

import re

from reader.domain.span import Span
from reader.quotes.grammars import Grammar

_OPENING = re.compile(r"[—–―]\s?(?=[\w¿¡«…])")
_INNER = re.compile(r"(?<=\s)[—–―](?=\S)|(?<=[^\s—–―])[—–―](?=[\s.,;:!?]|$)")
"""Inner dashes of the Spanish kind: they hug the insertion that they set off."""


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start] in " \u00a0\u202f.,;:":
        start += 1
    end = start + len(text[start:end].rstrip())
    return Span(start, end) if end > start else None


def read_dialogue(
    text: str, bounds: tuple[int, int], grammar: Grammar
) -> tuple[list[Span], re.Match[str] | None] | None:
    """Return the spoken pieces of a paragraph begun with a dash, and the insertion that names the speaker.

    None for any other paragraph. The dashes are no part of the pieces.
    """
    opening = _OPENING.match(text, *bounds)
    if opening is None:
        return None
    start, end = opening.end(), bounds[1]
    dashes = [match.start() for match in _INNER.finditer(text, start, end)]
    if dashes:
        return _between_dashes(text, [start, *dashes, end], grammar)
    insertion = grammar.incise.search(text, start, end)
    if insertion is None:
        whole = _trim(text, start, end)
        return None if whole is None else ([whole], None)
    pieces = [_trim(text, start, insertion.start() + (text[insertion.start()] in "!?…"))]
    after = text[insertion.end() : insertion.end() + 1]
    if after == ",":
        pieces.append(_trim(text, insertion.end() + 1, end))
    found = [piece for piece in pieces if piece is not None]
    return (found, insertion) if found else None


def _between_dashes(
    text: str, edges: list[int], grammar: Grammar
) -> tuple[list[Span], re.Match[str] | None] | None:
    """Return every other stretch between ``edges``: speech, insertion, speech, insertion."""
    pieces: list[Span] = []
    insertion: re.Match[str] | None = None
    for number in range(len(edges) - 1):
        start = edges[number] + (number > 0)
        if number % 2 == 0:
            piece = _trim(text, start, edges[number + 1])
            pieces += [] if piece is None else [piece]
        elif insertion is None:
            insertion = grammar.after.match(text, start, edges[number + 1])
    return (pieces, insertion) if pieces else None
