"""Quotations as JSON documents: what the command line prints, and what a program of the user's is handed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.keeping import make_bookmark, make_passage
from reader.domain.mark import Bookmark
from reader.exports.document import Document, bookmark_document, removed_document, speaker_document

if TYPE_CHECKING:
    from reader.desk.desk import Desk
    from reader.desk.reading import Reading
    from reader.domain.quote import Quotation
    from reader.domain.span import Span

__all__ = [
    "Document",
    "bookmark_document",
    "passage_document",
    "quotation_document",
    "removed_document",
    "speaker_document",
]


def quotation_document(desk: Desk, reading: Reading, quotation: Quotation) -> Document:
    """Return a quotation of an open article in the shape of a kept one; id and time are null if it is not."""
    kept = desk.kept(reading).bookmark_of(quotation.number - 1)
    return bookmark_document(kept) if kept else _not_kept(make_bookmark(reading, quotation, 0.0))


def passage_document(desk: Desk, reading: Reading, spans: tuple[Span, ...]) -> Document:
    """Return words of an open article that a person chose, in the same shape."""
    kept = desk.kept(reading).passage_at(spans)
    return bookmark_document(kept) if kept else _not_kept(make_passage(reading, spans, "", 0.0))


def _not_kept(bookmark: Bookmark) -> Document:
    return bookmark_document(bookmark) | {"id": None, "kept_at": None}
