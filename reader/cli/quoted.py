"""Words of an article as they are named on the command line: a number, offsets, or the words themselves."""

from __future__ import annotations

from argparse import Namespace

from reader.desk.reading import Reading
from reader.domain.clean import clean
from reader.domain.quote import Quotation
from reader.domain.span import Span
from reader.errors import NotFoundError, UsageError


def quotation_numbered(reading: Reading, number: int) -> Quotation:
    """Return the quotation with this number from 1; raises NotFoundError."""
    head, count = reading.article.head, len(reading.quotations)
    if not 1 <= number <= count:
        raise NotFoundError(
            f"“{head.title}” has {count} quotations, so there is no number {number}; "
            f"`reader quotes {head.id}` lists them."
        )
    return reading.quotations[number - 1]


def words_at(reading: Reading, arguments: Namespace) -> Span:
    """Return the span between two offsets; raises UsageError when the text has none such."""
    start, end = arguments.start, arguments.end
    length = len(reading.article.text)
    if not 0 <= start < end <= length:
        raise UsageError(f"{start} to {end} is no place in the article, whose text has {length} characters.")
    return Span(start, end)


def words_found(reading: Reading, words: str) -> Span:
    """Return where words stand; raises NotFoundError unless they stand exactly once."""
    text, words = reading.article.text, clean(words).strip()
    start = text.find(words) if words else -1
    if start < 0:
        raise NotFoundError(
            "The article does not have these words; they have to be as `reader show` prints them."
        )
    if text.find(words, start + 1) >= 0:
        raise NotFoundError(
            f"The article has these words {text.count(words)} times; give more of them, or --from and --to."
        )
    return Span(start, start + len(words))
