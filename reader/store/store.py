"""The state of a person's reading: what was read, where reading stopped, what was kept."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from operator import attrgetter
from typing import TYPE_CHECKING

from reader.domain.mark import Bookmark, InterfaceState, ReadMark
from reader.errors import StoreError
from reader.store import records, removed
from reader.store.ids import doc_id_of
from reader.store.journal import Change, Durability
from reader.store.kept_records import decode_alias, decode_bookmark, decode_draft, decode_repair
from reader.store.read_marks import ReadMarks
from reader.store.records import (
    ALIASES,
    BOOKMARKS,
    DRAFTS,
    FILES,
    INTERFACE,
    INTERFACE_ID,
    MARK_FIELDS,
    MARKS,
    REMOVED,
    REPAIRS,
)
from reader.store.shelf import Shelf
from reader.store.storage import JournalStorage
from reader.store.table import KeyedDB, KeyedTable
from reader.store.upkeep import Upkeep

if TYPE_CHECKING:
    from pathlib import Path

    from reader.domain.article import ArticleId, KnownFile
    from reader.domain.draft import Draft
    from reader.domain.mark import RemovedBookmark
    from reader.domain.repair import Alias, Repair
    from reader.store.journal import Record
    from reader.store.records import Keepable

UNREAD = ReadMark()


class Store(Upkeep):
    """One person's state folder, open; every change is safe from a crash when its method returns.

    The first process to open a folder owns it; in any other the same methods work through the spool.
    Everything that changes something raises StoreError, with nothing changed, when the disk refuses.
    With strict durability a change is on the disk itself when its method returns, else within a second.
    """

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage)
        database = KeyedDB(storage=lambda: storage)
        self._marks = database.table(MARKS)
        self._bookmarks = database.table(BOOKMARKS)
        self._files = database.table(FILES)
        self._interface = database.table(INTERFACE)
        self._read_marks = ReadMarks(self._marks)
        self._repairs = database.table(REPAIRS)
        self._aliases = database.table(ALIASES)
        self._shelf = Shelf(self._bookmarks, decode_bookmark, attrgetter("kept_at"))
        self._repair_shelf = Shelf(self._repairs, decode_repair, attrgetter("made_at"))
        self._alias_shelf = Shelf(self._aliases, decode_alias, attrgetter("made_at"))
        self._draft_shelf = Shelf(database.table(DRAFTS), decode_draft, attrgetter("made_at"))
        self._shelves: dict[str, Shelf[Bookmark] | Shelf[Repair] | Shelf[Alias] | Shelf[Draft]] = {
            BOOKMARKS: self._shelf,
            REPAIRS: self._repair_shelf,
            ALIASES: self._alias_shelf,
            DRAFTS: self._draft_shelf,
        }

    @classmethod
    def open(cls, folder: Path, durability: Durability = Durability.FAST) -> Store:
        """Open the state in ``folder``, making it if need be; raises StoreError when that is impossible."""
        return cls(JournalStorage(folder, records.tidy, durability))

    def close(self) -> None:
        """Empty the trash of what is too old, and leave everything in as few files as is worth the time."""
        if self.is_owner and not self.refusal:
            with suppress(StoreError):
                self._storage.append(removed.expired(self._storage.tables, time.time()))
        super().close()

    def mark(self, article: ArticleId) -> ReadMark:
        """Return how far an article was read."""
        return self._read_marks.get(article, UNREAD)

    def marks(self) -> Mapping[ArticleId, ReadMark]:
        """Return the read marks of all articles that have one; a live view."""
        return self._read_marks

    def read_articles(self) -> set[ArticleId]:
        """Return the articles that were read to their end."""
        return self._read_marks.finished()

    def put_mark(self, article: ArticleId, mark: ReadMark) -> None:
        """Keep how far an article was read."""
        doc_id = doc_id_of(article)
        if mark != UNREAD or doc_id in self._marks.records:
            self._put(self._marks, doc_id, records.encode_mark(article, mark))

    def put_marks(self, marks: Mapping[ArticleId, ReadMark]) -> None:
        """Keep how far several articles were read, by one write."""
        changes: list[Change] = []
        for article, mark in marks.items():
            record = records.encode_mark(article, mark)
            changes += self._putting(MARKS, doc_id_of(article), record, MARK_FIELDS)
        self._storage.append(changes)

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return everything kept, in the order of keeping."""
        return self._shelf.all()

    @property
    def bookmark_changes(self) -> int:
        """A number that rises with every change of what is kept, here or by another process."""
        return self._shelf.change_count

    def newest_bookmarks(self) -> Iterator[Bookmark]:
        """Yield everything kept, the newest first, each decoded when it is asked for."""
        return self._shelf.newest_first("kept_at")

    def bookmarks_of(self, article: ArticleId) -> tuple[Bookmark, ...]:
        """Return what was kept in an article, in the order of keeping."""
        return self._shelf.of(article)

    def kept_count(self, article: ArticleId) -> int:
        """Return how many quotations are kept in an article."""
        return len(self._shelf.of(article))

    def bookmark(self, bookmark_id: str) -> Bookmark | None:
        """Return one bookmark, None when there is none with this id."""
        return self._shelf.get(bookmark_id)

    def put_bookmark(self, bookmark: Bookmark) -> None:
        """Keep a bookmark, in place of one with the same id."""
        self.change([bookmark])

    def drop_bookmark(self, bookmark_id: str) -> None:
        """Move a bookmark into the trash; harmless when there is none."""
        self._make(self._dropping(BOOKMARKS, doc_id_of(bookmark_id)))

    def removed_bookmarks(self) -> tuple[RemovedBookmark, ...]:
        """Return what is in the trash, the last removed first; putting one again takes it out."""
        return removed.in_trash(self._storage.tables)

    def repairs_of(self, article: ArticleId) -> tuple[Repair, ...]:
        """Return what a person decided about an article's quotations, the oldest first."""
        return self._repair_shelf.of(article)

    def repairs(self) -> tuple[Repair, ...]:
        """Return every repair, the oldest first."""
        return self._repair_shelf.all()

    def aliases(self) -> tuple[Alias, ...]:
        """Return every alias, of articles and of the whole library, the oldest first."""
        return self._alias_shelf.all()

    def drafts(self) -> tuple[Draft, ...]:
        """Return every note that is being written, the oldest first."""
        return self._draft_shelf.all()

    def articles(self) -> set[ArticleId]:
        """Return the articles of which something is kept or in which something was put right."""
        return {*self._shelf.articles(), *self._repair_shelf.articles()}

    def same(self, item: Keepable) -> Keepable | None:
        """Return the thing of the same sort and id that is kept now; None when there is none."""
        return self._shelves[records.table_of(item)].get(item.id)

    def change(self, puts: Iterable[Keepable], drops: Iterable[Keepable] = ()) -> None:
        """Put and take away bookmarks, repairs, aliases and drafts by one write, all or none."""
        changes: list[Change] = []
        for item in puts:
            table = records.table_of(item)
            changes += self._putting(table, doc_id_of(item.id), records.encode(item))
        for item in drops:
            changes += self._dropping(records.table_of(item), doc_id_of(item.id))
        self._make(changes)

    def _make(self, changes: Sequence[Change]) -> None:
        self._storage.append(changes)
        for change in changes:
            self._touch(change)

    def interface(self) -> InterfaceState:
        """Return how the interface was left."""
        record = self._interface.records.get(INTERFACE_ID)
        try:
            return records.decode_interface(record) if record else InterfaceState()
        except ValueError:
            return InterfaceState()

    def put_interface(self, interface: InterfaceState) -> None:
        """Keep how the interface was left."""
        self._put(self._interface, INTERFACE_ID, records.encode_interface(interface))

    def known_files(self) -> tuple[KnownFile, ...]:
        """Return the library files that are known by path and content."""
        files = []
        for record in self._files.records.values():
            try:
                files.append(records.decode_file(record))
            except ValueError:
                continue
        return tuple(files)

    def put_known_files(self, files: Iterable[KnownFile]) -> None:
        """Remember library files, by article; one write for all."""
        changes = []
        for file in files:
            doc_id = doc_id_of(file.article)
            current = self._files.records.get(doc_id)
            record = records.with_unknown_fields(records.encode_file(file), current)
            if record != current:
                changes.append(Change(FILES, doc_id, record))
        self._storage.append(changes)

    def forget_file(self, article: ArticleId) -> None:
        """Forget the library file of an article; harmless when none is known."""
        self._files.drop(doc_id_of(article))

    def _touch(self, change: Change) -> None:
        if (shelf := self._shelves.get(change.table)) is not None:
            shelf.touch(change.doc_id)

    def _forget(self) -> None:
        for shelf in self._shelves.values():
            shelf.forget()

    def _put(self, table: KeyedTable, doc_id: str, record: Record) -> None:
        optional = MARK_FIELDS if table is self._marks else frozenset[str]()
        if changes := self._putting(table.name, doc_id, record, optional):
            self._storage.append(changes)

    def _putting(
        self, table: str, doc_id: str, record: Record, optional: frozenset[str] = frozenset()
    ) -> list[Change]:
        """Return the changes that put a document, with the unknown fields of the one it replaces.

        That one is kept if it is unreadable; there is nothing to change where it is the same.
        """
        current = self._storage.tables.get(table, {}).get(doc_id)
        aside = removed.put_aside(self._storage.tables, doc_id) if table == BOOKMARKS else None
        if current is None and aside is not None:
            merged = records.with_unknown_fields(record, aside)
            return [Change(table, doc_id, merged), Change(REMOVED, doc_id, None)]
        merged = records.with_unknown_fields(record, current, optional)
        if merged == current:
            return []
        changes = [Change(table, doc_id, merged)]
        if table == BOOKMARKS and current is not None:
            changes += removed.keeping_note(doc_id, current, merged, time.time())
        shelf = self._shelves.get(table)
        if current is None or (shelf is not None and shelf.was_read(doc_id)):
            return changes
        if reason := records.why_unreadable(table, current):
            changes.append(records.set_aside(table, doc_id, current, reason))
        return changes

    def _dropping(self, table: str, doc_id: str) -> list[Change]:
        """Return the changes that take a document away, a bookmark's into the trash."""
        if (record := self._storage.tables.get(table, {}).get(doc_id)) is None:
            return []
        if table == BOOKMARKS and isinstance(record, dict):
            return removed.putting_aside(self._storage.tables, doc_id, record, time.time())
        return [Change(table, doc_id, None)]
