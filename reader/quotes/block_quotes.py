"""Block quotes that a line such as "— Yin Qi, co-founder of Megvii" gives to a speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.domain.article import Article, Block, BlockKind
from reader.domain.quote import Quote, QuoteKind, Speaker, SpeakerKind
from reader.domain.span import Span
from reader.quotes.overlay import overlay
from reader.values import NamedTuple

_WORD = r"[A-ZÀ-Þ][\w.’'-]*"
_CREDIT = re.compile(
    rf"(?:[—–―]|--?(?= )) ?(?P<name>{_WORD}(?: (?:de|del|von|van|der|bin|al|of|the)| {_WORD}){{0,5}})"
    r"(?:(?:, | \()(?P<role>[^\n]{1,120}?)\)?)?\.?\s*\Z"
)
_LONGEST = 200
_MARKS = "“\"„«‘'「『"


class _Credit(NamedTuple):
    """An attribution line: where it begins, and whom it names."""

    start: int
    speaker: Speaker


def _read_credit(text: str, start: int, end: int) -> _Credit | None:
    """Return the attribution line that fills ``text`` from ``start`` to ``end``."""
    match = _CREDIT.match(text, start, end) if end - start <= _LONGEST else None
    if match is None:
        return None
    span, role = Span(*match.span("name")), match["role"]
    name = match["name"]
    return _Credit(start, Speaker(span, name, name, is_sure=True, kind=SpeakerKind.PERSON, role=role))


def _closing_credit(text: str, block: Span) -> _Credit | None:
    """Return the attribution line with which ``block`` ends or that it consists of."""
    floor = max(block.start, block.end - _LONGEST)
    for match in re.finditer(r"(?:^|(?<=[\s.!?…]))(?:[—–―]|--?(?= ))", text[floor : block.end]):
        credit = _read_credit(text, floor + match.start(), block.end)
        before = text[block.start : floor + match.start()].rstrip()
        if credit is not None and (not before or before[-1] in '.!?…”"»'):
            return credit
    return None


def _runs(blocks: Sequence[Block]) -> Iterator[tuple[list[Span], Span | None]]:
    """Yield every run of block quotes with the paragraph after it."""
    run: list[Span] = []
    for block in blocks:
        if block.kind is BlockKind.BLOCK_QUOTE:
            run.append(block.span)
        elif run:
            yield run, block.span if block.kind is BlockKind.PARAGRAPH else None
            run = []
    if run:
        yield run, None


def _read_run(text: str, run: Sequence[Span], after: Span | None) -> tuple[list[Span], Speaker] | None:
    """Return the paragraphs of an attributed run, the attribution left out, and its speaker."""
    credit = _closing_credit(text, run[-1])
    if credit is None and after is not None:
        credit = _read_credit(text, after.start, after.end)
    if credit is None:
        return None
    bodies = [Span(span.start, min(span.end, credit.start)) for span in run if span.start < credit.start]
    trimmed = [Span(body.start, body.start + len(body.of(text).rstrip())) for body in bodies]
    return [body for body in trimmed if body.end > body.start], credit.speaker


def add_block_quotes(article: Article, quotes: Sequence[Quote]) -> list[Quote]:
    """Return ``quotes`` with the article's attributed block quotes, one quotation of n paragraphs each."""
    text, added = article.text, list[Quote]()
    for number, (run, after) in enumerate(_runs(article.blocks)):
        found = _read_run(text, run, after)
        if found is None or not found[0] or text[found[0][0].start] in _MARKS:
            continue
        added.extend(Quote(body, QuoteKind.DIRECT, found[1], number) for body in found[0])
    return overlay(quotes, added) if added else list(quotes)
