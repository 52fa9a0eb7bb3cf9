"""What was kept or decided, in memory: decoded when first asked for, found by article, in order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from reader.store.fields import article_of
from reader.store.ids import doc_id_of
from reader.store.snapshot import collector_paused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.domain.article import ArticleId
    from reader.store.journal import Record
    from reader.store.records import Keepable
    from reader.store.table import KeyedTable

T = TypeVar("T", bound="Keepable")


class Shelf(Generic[T]):
    """An index over the documents of a table; 50,000 are sorted by article in one light pass.

    ``decode`` turns a document into its value or raises ValueError; ``time_of`` orders values.
    ``change_count`` rises with every change, here or by another process.
    """

    def __init__(
        self, table: KeyedTable, decode: Callable[[Record], T], time_of: Callable[[T], float]
    ) -> None:
        self._table = table
        self._decode_record = decode
        self._time_of = time_of
        self._ids_by_article: dict[ArticleId, dict[str, None]] = {}
        self._is_indexed = False
        self._article_by_id: dict[str, ArticleId] = {}
        self._decoded: dict[str, T | None] = {}
        self._of_article: dict[ArticleId, tuple[T, ...]] = {}
        self._all: tuple[T, ...] | None = None
        self.change_count = 0

    def get(self, identity: str) -> T | None:
        """Return one value, None when it is unknown or its document cannot be read."""
        value = self._decode(doc_id_of(identity))
        return value if value is not None and value.id == identity else None

    def all(self) -> tuple[T, ...]:
        """Return every value in the order of time."""
        if self._all is None:
            with collector_paused():
                self._all = self._in_order(map(self._decode, self._table.records))
        return self._all

    def newest_first(self, time_field: str) -> Iterator[T]:
        """Yield every value from the newest on, each decoded when it is asked for.

        ``time_field`` is where a document has its time. To put 50,000 in order takes 15 ms, to decode
        them half a second. What is altered meanwhile is yielded as it is then.
        """
        records = self._table.records
        try:
            times = sorted(((record[time_field], doc_id) for doc_id, record in records.items()), reverse=True)
        except (KeyError, TypeError):  # a document that a hand or an accident has spoilt
            timed = ((_time_in(record, time_field), doc_id) for doc_id, record in records.items())
            times = sorted(timed, reverse=True)
        return filter(None, (self._decode(doc_id) for _, doc_id in times))

    def of(self, article: ArticleId) -> tuple[T, ...]:
        """Return an article's values in the order of time."""
        values = self._of_article.get(article)
        if values is None:
            doc_ids = self._index().get(article)
            if not doc_ids:
                return ()
            values = self._of_article[article] = self._in_order(map(self._decode, doc_ids))
        return values

    def articles(self) -> list[ArticleId]:
        """Return the articles that have any."""
        return [article for article, doc_ids in self._index().items() if doc_ids]

    def was_read(self, doc_id: str) -> bool:
        """Tell whether a document has been read without fault since it was last put."""
        return self._decoded.get(doc_id) is not None

    def touch(self, doc_id: str) -> None:
        """Take note that a document was put, altered or taken away."""
        self.change_count += 1
        self._all = None
        self._decoded.pop(doc_id, None)
        if not self._is_indexed:
            return
        if (article := self._article_by_id.pop(doc_id, None)) is not None:
            self._of_article.pop(article, None)
            self._ids_by_article[article].pop(doc_id, None)
        if (record := self._table.records.get(doc_id)) is not None:
            self._place(doc_id, record)

    def forget(self) -> None:
        """Take note that the whole table may be another."""
        self.change_count += 1
        self._ids_by_article.clear()
        self._is_indexed = False
        self._article_by_id.clear()
        self._decoded.clear()
        self._of_article.clear()
        self._all = None

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
        self._of_article.pop(article, None)
        self._article_by_id[doc_id] = article
        self._ids_by_article.setdefault(article, {})[doc_id] = None

    def _decode(self, doc_id: str) -> T | None:
        if doc_id in self._decoded:
            return self._decoded[doc_id]
        if (record := self._table.records.get(doc_id)) is None:
            return None
        try:
            value = self._decode_record(record)
        except ValueError:
            value = None
        self._decoded[doc_id] = value
        return value

    def _in_order(self, values: Iterable[T | None]) -> tuple[T, ...]:
        return tuple(sorted(filter(None, values), key=lambda value: (self._time_of(value), value.id)))


def _time_in(record: object, time_field: str) -> float:
    time = record.get(time_field) if isinstance(record, dict) else None
    return time if isinstance(time, int | float) else 0.0
