"""Making a bookmark of a quotation or passage, and the words in which a quotation is handed on."""

from __future__ import annotations

import string
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reader.desk.reading import Reading
from reader.domain.anchor import make_anchor
from reader.domain.mark import Bookmark, Kind
from reader.domain.quote import CLOSING_MARKS, OPENING_MARKS, Quotation, Speaker
from reader.domain.span import Span
from reader.domain.units import sentence_around
from reader.errors import UsageError

_ID_LETTERS = string.ascii_lowercase + string.digits
ID_LENGTH = 12
NAMED_LENGTH = 40
"""Code points of its words that a quotation is named by."""


def mint_id() -> str:
    """Return an id that no bookmark or repair has had."""
    from random import SystemRandom  # what `secrets` is made of, without the OpenSSL that loads with it

    return "".join(SystemRandom().choices(_ID_LETTERS, k=ID_LENGTH))


def make_bookmark(reading: Reading, quotation: Quotation, kept_at: float) -> Bookmark:
    """Return a bookmark that holds all that is needed to cite the quotation and to find it again."""
    kept = _make(reading, quotation.spans, kept_at)
    return replace(kept, speaker=quotation.speaker)


def make_passage(reading: Reading, spans: Sequence[Span], label: str, kept_at: float) -> Bookmark:
    """Return a bookmark of words that a person chose; raises UsageError when they are none."""
    kept = _make(reading, checked_spans(reading, spans), kept_at)
    return replace(kept, kind=Kind.PASSAGE, label=label)


def moved_to(bookmark: Bookmark, reading: Reading, spans: Sequence[Span]) -> Bookmark:
    """Return the bookmark on other words of its article; raises UsageError when they are none."""
    text = reading.article.text
    anchor = make_anchor(text, checked_spans(reading, spans))
    return replace(
        bookmark,
        spans=anchor.spans,
        exact=anchor.exact,
        before=anchor.before,
        after=anchor.after,
        sentence=sentence_around(text, Span(anchor.spans[0].start, anchor.spans[-1].end)),
    )


def checked_spans(reading: Reading, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans as they are, white space at their ends left out.

    Raises UsageError when one has no words or lies outside the text, or when they are out of order.
    """
    text = reading.article.text
    trimmed = tuple(trim(text, span) for span in spans)
    is_in_order = all(first.end <= second.start for first, second in pairwise(trimmed))
    if not trimmed or not all(trimmed) or not is_in_order or spans[-1].end > len(text):
        raise UsageError(
            f"There are no words at that place; “{reading.article.head.title}” has {len(text):,} characters."
        )
    return trimmed


def trim(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def quotation_text(words: str, speaker: Speaker | None) -> str:
    """Return the quotation, then a dash and its speaker, a doubtful one with a question mark."""
    if speaker is None:
        return words
    return f"{words} — {speaker.shown}"


def beginning(words: str) -> str:
    """Return the first of some words, by which a person knows them again, on one line.

    A quotation that is cut keeps its closing mark.
    """
    line = " ".join(words[: 2 * NAMED_LENGTH].split())
    if len(line) <= NAMED_LENGTH:
        return line
    closing = dict(zip(OPENING_MARKS, CLOSING_MARKS, strict=True)).get(line[0], "")
    return f"{line[:NAMED_LENGTH].rstrip()}…{closing}"


def _make(reading: Reading, spans: tuple[Span, ...], kept_at: float) -> Bookmark:
    head, text = reading.article.head, reading.article.text
    anchor = make_anchor(text, spans)
    return Bookmark(
        id=mint_id(),
        article=head.id,
        title=head.title,
        source=head.source,
        url=head.url,
        published=head.published,
        spans=anchor.spans,
        exact=anchor.exact,
        before=anchor.before,
        after=anchor.after,
        sentence=sentence_around(text, Span(spans[0].start, spans[-1].end)),
        speaker=None,
        kept_at=kept_at,
    )
