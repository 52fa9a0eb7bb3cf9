"""An article opened: its text, its quotations, and what of it is kept."""

from __future__ import annotations

import json
from typing import Any

from reader.domain.article import Alignment, Article, ArticleHead, Block, BlockKind, InlineKind, InlineSpan
from reader.domain.mark import ReadMark
from reader.domain.quote import Quotation, Quote, QuoteKind, Speaker, SpeakerKind, quotations
from reader.domain.span import Span
from reader.values import NamedTuple


class Reading(NamedTuple):
    """An article with the quotations found in it; only its beginning as long as it is not whole."""

    article: Article
    quotations: tuple[Quotation, ...]
    is_whole: bool = True

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Every piece of every quotation, in the order of the text."""
        pieces = (piece for quotation in self.quotations for piece in quotation.pieces)
        return tuple(sorted(pieces, key=lambda piece: piece.span))


class Entry(NamedTuple):
    """What a row of the list shows: the head, how far it is read, what was found and kept in it.

    ``quote_count`` is None as long as the article has not been read by the engine.
    """

    head: ArticleHead
    mark: ReadMark
    quote_count: int | None
    kept_count: int

    @property
    def progress(self) -> float:
        """How much of the text has been on the screen, 0 to 1; a read article is read whole."""
        if self.mark.is_read:
            return 1.0
        return min(1.0, self.mark.reached / self.head.length) if self.head.length else 0.0


PAGE_FORMAT = 3
"""Part of the cache's version: raised when the form below changes."""


_LINE_LENGTH = 32_000
_LINE_ITEMS = 500
"""Code points, and blocks, spans or pieces, in a line of a packed page: read in a millisecond."""


def pack_page(article: Article, quotes: list[Quote]) -> bytes:
    """Turn what parsing and the engine found into bytes for the cache (JSON, ASCII).

    Each line is ``[text, blocks, spans, pieces]``, the next part of each, so that no reader of 5 MB holds
    Python's lock for long.
    """
    blocks = [
        [b.kind, *_pair(b.span), b.level, b.marker, b.language, b.url, b.alignments, b.quoted]
        for b in article.blocks
    ]
    spans = [[s.kind, *_pair(s.span), s.url] for s in article.spans]
    pieces = [[*_pair(q.span), q.kind, q.group, _pack_speaker(q.speaker)] for q in quotes]
    longest = max(len(blocks), len(spans), len(pieces))
    count = max(1, -(-len(article.text) // _LINE_LENGTH), -(-longest // _LINE_ITEMS))
    lines = (
        [
            article.text[number * _LINE_LENGTH : (number + 1) * _LINE_LENGTH],
            *(part[number * _LINE_ITEMS : (number + 1) * _LINE_ITEMS] for part in (blocks, spans, pieces)),
        ]
        for number in range(count)
    )
    return b"\n".join(json.dumps(line, separators=(",", ":")).encode("ascii") for line in lines)


def unpack_page(head: ArticleHead, packed: bytes) -> Reading | None:
    """Turn cached bytes back into a Reading; None when they are not what ``pack_page`` writes."""
    texts: list[str] = []
    all_blocks: list[Block] = []
    all_spans: list[InlineSpan] = []
    quotes: list[Quote] = []
    try:
        for line in packed.split(b"\n"):
            text, blocks, spans, pieces = json.loads(line)
            texts.append(text)
            all_blocks += map(_unpack_block, blocks)
            all_spans += (
                InlineSpan(InlineKind(kind), Span(start, end), url) for kind, start, end, url in spans
            )
            quotes += (
                Quote(Span(start, end), QuoteKind(kind), _unpack_speaker(speaker), group)
                for start, end, kind, group, speaker in pieces
            )
        article = Article(head, "".join(texts), tuple(all_blocks), tuple(all_spans))
    except (ValueError, TypeError, RecursionError):
        return None
    return Reading(article, quotations(quotes))


def _unpack_block(packed: list[Any]) -> Block:
    kind, start, end, level, marker, language, url, alignments, quoted = packed
    aligned = tuple(map(Alignment, alignments))
    return Block(BlockKind(kind), Span(start, end), level, marker, language, url, aligned, quoted)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _pack_speaker(speaker: Speaker | None) -> list[Any] | None:
    if speaker is None:
        return None
    return [*_pair(speaker.span), speaker.mention, speaker.name, speaker.is_sure, speaker.kind, speaker.role]


def _unpack_speaker(packed: list[Any] | None) -> Speaker | None:
    if packed is None:
        return None
    start, end, mention, name, is_sure, kind, role = packed
    return Speaker(Span(start, end), mention, name, is_sure, SpeakerKind(kind) if kind else None, role)
