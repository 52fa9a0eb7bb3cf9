"""A reading as a person has put it right: what the engine found, with repairs and aliases on top."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from reader.desk.reading import Reading
from reader.domain.anchor import Anchor, Placement
from reader.domain.quote import Decision, Quotation, Quote, QuoteKind, Speaker, SpeakerKind
from reader.domain.repair import Alias, Extent, Repair
from reader.domain.span import Span

Place: TypeAlias = Callable[[Reading, Anchor], Placement]
"""What finds an anchor in a reading."""


def repair_reading(
    reading: Reading, repairs: Iterable[Repair], aliases: Iterable[Alias], place: Place
) -> Reading:
    """Return the reading with what a person decided in place of what the engine found.

    A repair whose place is lost changes nothing. Quotations are numbered anew, in the order of the text.
    """
    groups = [list(quotation.pieces) for quotation in reading.quotations]
    for repair in repairs:
        spans = place(reading, repair.anchor).spans
        if spans:
            groups = _apply(repair, spans, groups, reading.article.text)
    groups = _numbered(group for group in groups if group)
    names = known_as(aliases)
    if names:
        groups = [[_renamed(piece, names) for piece in group] for group in groups]
    return reading._replace(quotations=tuple(Quotation(tuple(group)) for group in groups))


def _apply(
    repair: Repair, spans: tuple[Span, ...], groups: list[list[Quote]], text: str
) -> list[list[Quote]]:
    """Return the groups of pieces after one repair; those it leaves empty stay in the list."""
    met = [group for group in groups if any(_overlaps(piece, spans) for piece in group)]
    found = next((piece.speaker for group in met for piece in group if piece.speaker), None)
    speaker = found
    if repair.speaker is not None:
        speaker = decided_speaker(repair.speaker, found, spans[0].start, text)
    if repair.extent is Extent.AS_FOUND and met:
        return [[replace(piece, speaker=speaker) for piece in g] if g in met else g for g in groups]
    left = [[piece for piece in group if not _overlaps(piece, spans)] for group in groups]
    if repair.extent is Extent.NONE:
        return left
    kind = next((piece.kind for group in met for piece in group), QuoteKind.DIRECT)
    return [*left, [Quote(span, kind, speaker, 0, is_given=True) for span in spans]]


def _overlaps(piece: Quote, spans: tuple[Span, ...]) -> bool:
    return any(piece.span.overlaps(span) for span in spans)


def _numbered(groups: Iterable[list[Quote]]) -> list[list[Quote]]:
    ordered = sorted(groups, key=lambda group: group[0].span)
    return [
        group if group[0].group == number else [replace(piece, group=number) for piece in group]
        for number, group in enumerate(ordered)
    ]


def decided_speaker(name: str, found: Speaker | None, offset: int, text: str) -> Speaker:
    """Return a speaker whom a person named, with the mention of that name nearest to ``offset``.

    Where the engine found the same one, its mention and role stay. A name that is not in the text has
    an empty mention at ``offset``.
    """
    if found is not None and _is_same(name, found):
        return replace(found, name=name, is_sure=True, decided=Decision.SPEAKER)
    span = _nearest(name, offset, text) or _nearest(name.rsplit(maxsplit=1)[-1], offset, text)
    span = span or Span(offset, offset)
    return Speaker(span, span.of(text), name, is_sure=True, kind=SpeakerKind.PERSON, decided=Decision.SPEAKER)


def _is_same(name: str, speaker: Speaker) -> bool:
    return name.casefold() in {speaker.label.casefold(), speaker.mention.casefold()}


def _nearest(words: str, offset: int, text: str) -> Span | None:
    """Return where words stand as whole words, nearest to an offset."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
    spans = (Span(*match.span()) for match in pattern.finditer(text))
    return min(spans, key=lambda span: abs(span.start - offset), default=None)


def known_as(aliases: Iterable[Alias]) -> dict[str, str]:
    """Return the name to show by each other name in lower case; chains are followed, circles end."""
    direct = {alias.alias.casefold(): alias.name for alias in aliases}
    names = {}
    for key, first in direct.items():
        seen, name = {key}, first
        while (further := name.casefold()) in direct and further not in seen:
            seen.add(further)
            name = direct[further]
        names[key] = name
    return names


def renamed(speaker: Speaker, names: dict[str, str]) -> Speaker:
    """Return a speaker under the name that a person wants for him; one without any stays as he is."""
    name = names.get(speaker.label.casefold())
    if name is None or name == speaker.name:
        return speaker
    return replace(speaker, name=name, decided=speaker.decided or Decision.NAME)


def _renamed(piece: Quote, names: dict[str, str]) -> Quote:
    if piece.speaker is None:
        return piece
    speaker = renamed(piece.speaker, names)
    return piece if speaker is piece.speaker else replace(piece, speaker=speaker)


_WORD = r"\w(?:[\w'’-]*\w)?"


def stretched(text: str, spans: Sequence[Span], before: int, after: int) -> tuple[Span, ...]:
    """Return the spans of a quotation wider by so many words at its start and end; negative: narrower.

    It stays in its paragraph, and each piece keeps a word at least: less is changed than was asked for
    where there is no more.
    """
    first = spans[0]
    moved = [Span(_start_moved(text, first, before), first.end), *spans[1:]]
    last = moved[-1]
    return (*moved[:-1], Span(last.start, _end_moved(text, last, after)))


def _start_moved(text: str, piece: Span, count: int) -> int:
    if count < 0:
        inside = [match.start() for match in re.compile(_WORD).finditer(text, piece.start, piece.end)]
        return inside[min(-count, len(inside) - 1)] if inside else piece.start
    paragraph = text.rfind("\n", 0, piece.start) + 1
    outside = [match.start() for match in re.compile(_WORD).finditer(text, paragraph, piece.start)]
    return outside[-min(count, len(outside))] if count and outside else piece.start


def _end_moved(text: str, piece: Span, count: int) -> int:
    if count < 0:
        inside = [match.end() for match in re.compile(_WORD).finditer(text, piece.start, piece.end)]
        return inside[-1 - min(-count, len(inside) - 1)] if inside else piece.end
    paragraph = text.find("\n", piece.end)
    limit = len(text) if paragraph < 0 else paragraph
    outside = [match.end() for match in re.compile(_WORD).finditer(text, piece.end, limit)]
    return outside[min(count, len(outside)) - 1] if count and outside else piece.end
