"""Words, sentences and paragraphs around a place in a text.

Everything looks only at the neighbourhood of the place: no function reads the whole of a long text. The
rules follow Unicode Standard Annex 29 (text segmentation), tailored to prose as it is written: a stop
after an abbreviation, an initial or a number ends no sentence, the marks that close a quotation belong to
the sentence they close, and “Why?” he asked is one. Any newline ends a sentence: it parts two blocks, or
two lines that must stay apart.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.domain.unit_grammar import Grammar


class Unit(Enum):
    """A stretch of text a person moves by and points at.

    Between two words may stand anything, between two sentences or paragraphs only white space; no unit
    begins or ends with white space.
    """

    WORD = "word"
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


def unit_around(text: str, offset: int, unit: Unit) -> Span | None:
    """Return the unit that the code point at ``offset`` belongs to, None when there is none.

    The white space behind a sentence or a paragraph belongs to it, that before the first to the first.
    """
    span = unit_before(text, offset + 1, unit)
    if unit is Unit.WORD:
        return span if span is not None and offset in span else None
    return span or unit_after(text, offset, unit)


def unit_after(text: str, offset: int, unit: Unit) -> Span | None:
    """Return the first unit that begins after ``offset``, None when there is none."""
    here = unit_before(text, offset + 1, unit)
    return _grammar_of(unit).first_from(text, here.end if here is not None else 0)


def unit_before(text: str, offset: int, unit: Unit) -> Span | None:
    """Return the last unit that begins before ``offset``, None when there is none."""
    grammar = _grammar_of(unit)
    start = grammar.last_start(text, min(offset, len(text)))
    return None if start is None else grammar.first_from(text, start)


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


@cache
def _grammar_of(unit: Unit) -> Grammar:
    from reader.domain.unit_grammar import GRAMMARS

    return GRAMMARS[unit]
