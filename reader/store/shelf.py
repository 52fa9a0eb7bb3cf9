"""The kept quotations in memory: decoded when first asked for, found by article, in the order of keeping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.ids import doc_id_of
from reader.store.records import article_of, decode_bookmark
from reader.store.snapshot import collector_paused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.domain.article import ArticleId
    from reader.domain.mark import Bookmark
    from reader.store.journal import Record
    from reader.store.table import KeyedTable

NONE_KEPT: tuple[Bookmark, ...] = ()


class BookmarkShelf:
    """An index over the documents of the bookmarks' table; 50,000 are sorted by article in one light pass."""

    def __init__(self, table: KeyedTable) -> None:
        self._table = table
        self._ids_by_article: dict[ArticleId, dict[str, None]] = {}
        self._is_indexed = False
        self._article_by_id: dict[str, ArticleId] = {}
        self._decoded: dict[str, Bookmark | None] = {}
        self._kept: dict[ArticleId, tuple[Bookmark, ...]] = {}
        self._all: tuple[Bookmark, ...] | None = None

    def get(self, bookmark_id: str) -> Bookmark | None:
        """Return one bookmark, None when it is unknown or its document cannot be read."""
        bookmark = self._decode(doc_id_of(bookmark_id))
        return bookmark if bookmark is not None and bookmark.id == bookmark_id else None

    def all(self) -> tuple[Bookmark, ...]:
        """Return every bookmark in the order of keeping."""
        if self._all is None:
            with collector_paused():
                self._all = _in_order(map(self._decode, self._table.records))
        return self._all

    def of(self, article: ArticleId) -> tuple[Bookmark, ...]:
        """Return an article's bookmarks in the order of keeping."""
        kept = self._kept.get(article)
        if kept is None:
            doc_ids = self._index().get(article)
            if not doc_ids:
                return NONE_KEPT
            kept = self._kept[article] = _in_order(map(self._decode, doc_ids))
        return kept

    def touch(self, doc_id: str) -> None:
        """Take note that a document was put, altered or taken away."""
        self._all = None
        self._decoded.pop(doc_id, None)
        if not self._is_indexed:
            return
        if (article := self._article_by_id.pop(doc_id, None)) is not None:
            self._kept.pop(article, None)
            self._ids_by_article[article].pop(doc_id, None)
        if (record := self._table.records.get(doc_id)) is not None:
            self._place(doc_id, record)

    def _index(self) -> dict[ArticleId, dict[str, None]]:
        if not self._is_indexed:
            self._is_indexed = True
            for doc_id, record in self._table.records.items():
                self._place(doc_id, record)
        return self._ids_by_article

    def _place(self, doc_id: str, record: Record) -> None:
        try:
            article = article_of(record)
        except ValueError:
            return
        self._kept.pop(article, None)
        self._article_by_id[doc_id] = article
        self._ids_by_article.setdefault(article, {})[doc_id] = None

    def _decode(self, doc_id: str) -> Bookmark | None:
        if doc_id in self._decoded:
            return self._decoded[doc_id]
        if (record := self._table.records.get(doc_id)) is None:
            return None
        try:
            bookmark = decode_bookmark(record)
        except ValueError:
            bookmark = None
        self._decoded[doc_id] = bookmark
        return bookmark


def _in_order(bookmarks: Iterable[Bookmark | None]) -> tuple[Bookmark, ...]:
    return tuple(sorted(filter(None, bookmarks), key=lambda bookmark: (bookmark.kept_at, bookmark.id)))
