"""The shapes of ``--json``: dataclasses in, what ``json.dumps`` takes out."""

from __future__ import annotations

import json

from reader.desk.documents import Document, speaker_document
from reader.desk.reading import Entry, Reading
from reader.domain.article import Block, InlineSpan
from reader.domain.quote import Quotation, Quote


def print_json(document: Document | list[Document]) -> None:
    """Print one JSON document in ASCII."""
    print(json.dumps(document, indent=2))


def entry_document(entry: Entry, number: int) -> Document:
    """Return an article as ``reader list`` gives it; ``number`` is its row from 1."""
    head = entry.head
    return {
        "number": number,
        "id": head.id,
        "title": head.title,
        "authors": list(head.authors),
        "source": head.source,
        "place": head.place,
        "published": head.published,
        "updated": head.updated,
        "added": head.added,
        "url": head.url,
        "language": head.language,
        "tags": list(head.tags),
        "minutes": head.minutes,
        "quotes": entry.quote_count,
        "kept": entry.kept_count,
        "read": entry.mark.is_read,
        "progress": round(entry.progress, 4),
        "path": head.path,
    }


def article_document(entry: Entry, number: int, reading: Reading) -> Document:
    """Return an article as ``reader show`` gives it."""
    article = reading.article
    return {
        **entry_document(entry, number),
        "text": article.text,
        "blocks": [_block_document(block) for block in article.blocks],
        "spans": [_span_document(span) for span in article.spans],
    }


def _block_document(block: Block) -> Document:
    document: Document = {"kind": block.kind, "start": block.span.start, "end": block.span.end}
    extras = {"level": block.level, "marker": block.marker, "language": block.language, "url": block.url}
    document |= {name: value for name, value in extras.items() if value}
    return document | ({"alignments": list(block.alignments)} if block.alignments else {})


def _span_document(span: InlineSpan) -> Document:
    document: Document = {"kind": span.kind, "start": span.span.start, "end": span.span.end}
    return document | ({"url": span.url} if span.url else {})


def quote_document(article: str | None, text: str, quotation: Quotation, quote: Quote) -> Document:
    """Return one piece of a quotation as ``reader quotes`` gives it."""
    return {
        "article": article,
        "number": quotation.number,
        "group": quote.group,
        "start": quote.span.start,
        "end": quote.span.end,
        "text": quote.span.of(text),
        "kind": quote.kind,
        "speaker": speaker_document(quote.speaker),
        "repaired": quote.is_given,
    }
