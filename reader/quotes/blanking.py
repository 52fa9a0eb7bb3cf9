"""Hiding the parts of an article that hold nobody's words, so that the others keep their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.domain.article import Article, BlockKind, InlineKind
from reader.domain.span import Span

SILENT_BLOCKS = frozenset(
    (
        BlockKind.HEADING,
        BlockKind.CODE,
        BlockKind.TABLE,
        BlockKind.PULL_QUOTE,
        BlockKind.RELATED,
        BlockKind.RULE,
        BlockKind.IMAGE,
    )
)
"""Blocks whose quoted text is not somebody's words in the article, or repeats them."""

_CREDIT = re.compile(r"\([^()]{1,120}\)\s*\Z")
"""Who took a picture stands in brackets after its caption, often in capitals: no name to go by."""


def _silent_spans(article: Article) -> Iterator[Span]:
    yield from (block.span for block in article.blocks if block.kind in SILENT_BLOCKS)
    for block in article.blocks:
        if block.kind is BlockKind.CAPTION and (credit := _CREDIT.search(block.span.of(article.text))):
            yield Span(*credit.span()).shift(block.span.start)
    yield from (inline.span for inline in article.spans if inline.kind is InlineKind.CODE)


def blank_silent_parts(article: Article) -> str:
    """Return the article's text with spaces for its silent parts; length and line breaks stay."""
    pieces: list[str] = []
    position = 0
    for span in sorted(_silent_spans(article)):
        if span.end <= position:
            continue
        start = max(span.start, position)
        pieces.append(article.text[position:start])
        pieces.append("".join(c if c in "\n\r" else " " for c in article.text[start : span.end]))
        position = span.end
    pieces.append(article.text[position:])
    return "".join(pieces)
