"""TinyDB's table with the changes of one document made by one line, whatever the size of the file."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any, cast

from tinydb import TinyDB
from tinydb.table import Document, Table

from reader.store.journal import Change, Record, encode_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, MutableMapping

    from reader.store.storage import JournalStorage


class KeyedTable(Table):
    """A table whose changes by document id go into the journal first and into memory after.

    Everything else (queries, changes by condition, ``truncate``) is TinyDB's own and ends in a new
    snapshot: right, and slow. A query's result is forgotten with the next change, whoever makes it.
    """

    _storage: JournalStorage

    _seen_changes = 0

    def search(self, cond: Any) -> list[Document]:
        """Return the documents that a query takes, from the cache while nothing has changed."""
        if self._seen_changes != self._storage.change_count:
            self.clear_cache()
            self._seen_changes = self._storage.change_count
        found: list[Document] = super().search(cond)
        return found

    def put(self, doc_id: str, record: Record) -> None:
        """Set one document whole; raises StoreError with nothing changed."""
        self._next_id = None
        self._storage.append([Change(self._name, doc_id, record)])

    def drop(self, doc_id: str) -> None:
        """Take one document away if it is there; raises StoreError with nothing changed."""
        if doc_id in self.records:
            self._storage.append([Change(self._name, doc_id, None)])

    @property
    def records(self) -> dict[str, Record]:
        """The live documents by id as text, to be read only."""
        return self._storage.tables.get(self._name, {})

    def insert(self, document: Mapping[str, Any]) -> int:
        """Insert a document; raises ValueError when its id is taken."""
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Insert documents by one write, all or none; raises ValueError when an id is taken."""
        changes: list[Change] = []
        ids: set[str] = set()
        for document in documents:
            if not hasattr(document, "keys"):
                raise ValueError("Document is not a Mapping")
            if isinstance(document, Document):
                doc_id = document.doc_id
                self._next_id = None
            else:
                doc_id = int(self._get_next_id())  # type: ignore[no-untyped-call]
            key = str(doc_id)
            if key in ids or key in self.records:
                raise ValueError(f"Document with ID {key} already exists")
            ids.add(key)
            changes.append(Change(self._name, key, _plain(document)))
        self._storage.append(changes)
        return [int(change.doc_id) for change in changes]

    def update(
        self,
        fields: Mapping[Any, Any] | Callable[[MutableMapping[Any, Any]], None],
        cond: Any = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        """Update documents, by id with one line each, all or none."""
        if doc_ids is None:
            updated: list[int] = super().update(fields, cond)
            return updated
        changes = []
        for doc_id in doc_ids:
            if (current := self.records.get(str(doc_id))) is None:
                continue
            record = deepcopy(current)
            if callable(fields):
                fields(record)
            else:
                record.update(fields)
            changes.append(Change(self._name, str(doc_id), _plain(record)))
        self._storage.append(changes)
        return [int(change.doc_id) for change in changes]

    def remove(self, cond: Any = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        """Remove documents, by id with one line each, all or none."""
        if doc_ids is None:
            removed: list[int] = super().remove(cond)
            return removed
        found = [doc_id for doc_id in doc_ids if str(doc_id) in self.records]
        self._storage.append([Change(self._name, str(doc_id), None) for doc_id in found])
        return found

    def _read_table(self) -> dict[str, Mapping[Any, Any]]:
        return self.records  # type: ignore[return-value]

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        """Let TinyDB's generic changes work on a copy, so that a failure leaves memory as it was."""
        table: dict[int, Mapping[str, Any]] = {
            int(doc_id): deepcopy(record) for doc_id, record in self.records.items()
        }
        updater(table)
        records = {str(doc_id): _plain(record) for doc_id, record in table.items()}
        self._storage.write({**self._storage.tables, self._name: records})
        self._next_id = None
        self.clear_cache()


class KeyedDB(TinyDB):
    """A TinyDB of keyed tables; ``KeyedDB(folder, storage=JournalStorage)``."""

    table_class: type[Table] = KeyedTable

    def table(self, name: str, **settings: Any) -> KeyedTable:
        """Return the table of this name, which comes to be with its first document."""
        table = super().table(name, **settings)
        return cast("KeyedTable", table)


def _plain(document: Mapping[str, Any]) -> Record:
    """Return a document as it would come back from the file, sharing nothing with the one given."""
    record: Record = json.loads(encode_json(dict(document)))
    return record
