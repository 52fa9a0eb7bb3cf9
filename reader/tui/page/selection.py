"""A selection on an article's text: two places and a unit in, the span between them out.

Places are code points of the text and not cells of the screen, so that a selection outlives a resize and
copies the article's own words. Going on takes it to the end of what lies ahead, going back to the start
of what lies behind: whole words, sentences and paragraphs are one key each in either direction.
"""

from __future__ import annotations

from bisect import bisect_right

from reader.domain.span import Span
from reader.domain.units import Unit, unit_after, unit_around, unit_before
from reader.tui.cells import graphemes
from reader.values import NamedTuple

_NEAR = 64
"""Code points on either side in which the characters around a place are told apart."""


class Selection(NamedTuple):
    """From the character at ``fixed`` to the one at ``moving``, both included, whichever comes first.

    With a ``unit`` it reaches from the start of the first unit to the end of the last.
    """

    fixed: int
    moving: int
    unit: Unit | None = None

    def swapped(self) -> Selection:
        """Return the same words with the other end as the one that moves."""
        return self._replace(fixed=self.moving, moving=self.fixed)


def span_of(text: str, selection: Selection) -> Span:
    """Return the words selected."""
    first, last = sorted((selection.fixed, selection.moving))
    start, end = _around(text, first, selection.unit).start, _around(text, last, selection.unit).end
    return Span(start, max(start, end))


def _around(text: str, place: int, unit: Unit | None) -> Span:
    return (unit and unit_around(text, place, unit)) or character_at(text, place)


def character_at(text: str, place: int) -> Span:
    """Return the whole character that the code point at ``place`` is part of; a line's end is one too."""
    if place >= len(text):
        return Span(len(text), len(text))
    start = max(text.rfind("\n", 0, place) + 1, place - _NEAR)
    if text[place] == "\n" or text[start : place + 2].isascii():
        return Span(place, place + 1)
    end = min(len(text), place + _NEAR)
    marks = graphemes(text[start:end])
    index = bisect_right([begin for begin, _, _ in marks], place - start) - 1
    begin, stop, _ = marks[index]
    return Span(start + begin, start + stop)


def next_character(text: str, place: int) -> int:
    """Return where the next character that is no line's end begins; at the last one, stay."""
    following = character_at(text, place).end
    while following < len(text) and text[following] == "\n":
        following += 1
    return following if following < len(text) else place


def previous_character(text: str, place: int) -> int:
    """Return where the character before begins that is no line's end; at the first one, stay."""
    preceding = character_at(text, place).start - 1
    while preceding >= 0 and text[preceding] == "\n":
        preceding -= 1
    return character_at(text, preceding).start if preceding >= 0 else place


def end_ahead(text: str, place: int, unit: Unit) -> int:
    """Return where the last character of the unit at ``place`` is, or of the next one if it is there."""
    here = unit_around(text, place, unit)
    if here is None or character_at(text, place).end >= here.end:
        here = unit_after(text, place, unit)
    return character_at(text, here.end - 1).start if here is not None else place


def start_behind(text: str, place: int, unit: Unit) -> int:
    """Return where the unit at ``place`` starts, or the one before if it starts there."""
    before = unit_before(text, place, unit)
    return before.start if before is not None else place


def next_unit(text: str, place: int, unit: Unit) -> int:
    """Return where the unit after the one at ``place`` starts; in the last one, stay."""
    following = unit_after(text, place, unit)
    return following.start if following is not None else place


def previous_unit(text: str, place: int, unit: Unit) -> int:
    """Return where the unit before the one at ``place`` starts; in the first one, stay."""
    here = unit_around(text, place, unit)
    before = unit_before(text, here.start if here is not None else place, unit)
    return before.start if before is not None else place
