"""A card and a width in, lines out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from reader.desk.card import Card
from reader.tui.page.wrap import wrap
from reader.values import NamedTuple

NAME_CELLS = 12
"""What a line is about stands in a column of its own, on all but narrow terminals."""
NARROW_BELOW_CELLS = 50
INDENT_CELLS = 2


class Tone(StrEnum):
    """How a line of the card is drawn."""

    WORDS = "words"
    SPEAKER = "speaker"
    TEXT = "text"
    NOTE = "note"
    HEAD = "head"
    FORM = "form"


class CardLine(NamedTuple):
    """``name`` says what the line is about, once for all lines of it; ``text`` stands beside it."""

    tone: Tone
    name: str = ""
    text: str = ""


def card_lines(card: Card, width: int) -> tuple[CardLine, ...]:
    """Set a card in lines of ``width`` cells."""
    return tuple(_lines(card, max(10, width)))


def name_cells(width: int) -> int:
    """Return how wide the column of names is; 0 where they stand on lines of their own."""
    return NAME_CELLS if width >= NARROW_BELOW_CELLS else 0


def _lines(card: Card, width: int) -> Iterator[CardLine]:
    yield from _wrapped(Tone.WORDS, card.words, width)
    if card.speaker:
        said = f"— {card.speaker}" + (f", {card.role}" if card.role else "")
        yield from _wrapped(Tone.SPEAKER, said, width)
    yield CardLine(Tone.TEXT)
    kept = " · ".join(filter(None, [card.kept_on, card.label, card.status]))
    yield from _named("Speaker", card.certainty, width)
    yield from _named("Context", card.sentence, width)
    yield from _named("From", " · ".join(filter(None, [card.origin, card.place])), width)
    yield from _named("First", card.former, width)
    yield from _named("Kept", f"★ {kept}" if card.is_kept else "not yet", width)
    yield from _named("Tags", " ".join(f"#{tag}" for tag in card.tags), width)
    yield from _named("Note", card.note, width, Tone.NOTE)
    yield CardLine(Tone.TEXT)
    yield CardLine(Tone.HEAD, text="Copy as")
    for number, form in enumerate(card.forms, 1):
        yield CardLine(Tone.TEXT)
        yield from _named(f"{number} {form.style}", form.text, width, Tone.FORM)


def _wrapped(tone: Tone, text: str, width: int) -> Iterable[CardLine]:
    return [CardLine(tone, text=text[start:end]) for start, end in wrap(text, 0, len(text), width)]


def _named(name: str, text: str, width: int, tone: Tone = Tone.TEXT) -> Iterator[CardLine]:
    if not text:
        return
    column = name_cells(width)
    if not column:
        yield CardLine(tone, name)
        name = ""
    for start, end in wrap(text, 0, len(text), width - (column or INDENT_CELLS)):
        yield CardLine(tone, name, text[start:end])
        name = ""
