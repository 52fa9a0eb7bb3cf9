"""The one object both front ends talk to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from reader.desk.listing import ArticleLists
from reader.desk.preparing import (
    AHEAD_LENGTH,
    PAGE_VERSION,
    Preparer,
    glimpse,
    prepare,
    prepare_apart,
    remember,
)
from reader.desk.reading import Entry, Reading, unpack_page
from reader.desk.repairs import READINGS_IN_MEMORY
from reader.desk.undo import Change, TrashMove
from reader.domain.article import ArticleHead, ArticleId
from reader.domain.mark import Bookmark, Finding, InterfaceState
from reader.domain.quote import Quote
from reader.errors import StoreError
from reader.library.library import Library
from reader.paths import Folders
from reader.store import Durability, Store

if TYPE_CHECKING:
    from pathlib import Path

    # What reads files is loaded with the first file, not with the app.
    from reader.desk.scanning import Scanned, Scanner
    from reader.desk.sources import Overrides, Source


class Desk(ArticleLists):
    """Library, quotes and store composed; every change a person makes goes through here and can be undone.

    Methods that change something raise StoreError or ContentError and then have changed nothing.
    """

    def __init__(
        self, folders: Folders, clock: Callable[[], float] = time.time, durability: str = "fast"
    ) -> None:
        library = Library(folders.library, folders.content, folders.cache)
        super().__init__(Store.open(folders.state, Durability(durability)), library, clock)
        self.folders = folders
        self._readings: dict[str, Reading] = {}
        self._interface = self._store.interface()
        self.last_added: ArticleId | None = None
        self.is_last_new = False
        self.last_trash = ""
        try:
            if not self._library.heads():
                self.take_scan(self.scanner().scan())
        except BaseException:
            # Nobody has the desk to close it: the lock would stay with this process.
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Fold the journal and let go of the lock."""
        self._store.close()
        self._library.close()

    # Articles

    def find(self, reference: str) -> ArticleHead:
        """Return the article with this id, path, row number or start of a title; raises NotFoundError."""
        return self._library.find(reference)

    def entry(self, head: ArticleHead) -> Entry:
        """Return what a row of the list shows."""
        version = self.count_version(head)
        count = self._library.quote_count(head.content_hash, version)
        if count is None and version != PAGE_VERSION and head.content_hash in self._readings:
            count = len(self.repaired(self._readings[head.content_hash]).quotations)
        return Entry(head, self._store.mark(head.id), count, self._store.kept_count(head.id))

    def is_prepared(self, head: ArticleHead) -> bool:
        """Tell whether the article can be shown without parsing it."""
        return head.content_hash in self._readings or (
            self._library.cached(head.content_hash, PAGE_VERSION) is not None
        )

    def reading(self, head: ArticleHead) -> Reading:
        """Open an article; raises ContentError when its file is gone or cannot be understood."""
        found = self._readings.get(head.content_hash)
        if found is None:
            packed = self._library.cached(head.content_hash, PAGE_VERSION)
            found = unpack_page(head, packed) if packed is not None else None
            if found is None:
                found = self.prepare(head)
                self.remember(found)
        # The file may have changed since the list was made: then the text is not this head's.
        if found.article.head != head and found.article.head.content_hash == head.content_hash:
            found = Reading(replace(found.article, head=head), found.quotations)
        self._hold(found)
        return self.repaired(found)

    def reported(self, reading: Reading) -> tuple[Quote, ...]:
        """Return what an article reports without quotation marks; it is no quotation and never counted."""
        from reader.quotes import reported_speech

        return tuple(reported_speech(reading.article))

    def glimpse(self, head: ArticleHead) -> Reading:
        """Open the beginning of a long article, to be looked at until the whole is prepared."""
        return self.repaired(glimpse(head))

    def prepare(self, head: ArticleHead) -> Reading:
        """Parse an article and find its quotations, for ``remember``; touches nothing: fit for a thread."""
        return prepare(self._library, head)

    def prepare_apart(self, head: ArticleHead, is_cancelled: Callable[[], bool]) -> Reading | None:
        """Prepare a long article, for a thread; ``take_prepared`` takes what it returns.

        None once ``is_cancelled``; raises ContentError when the article cannot be prepared.
        """
        return self._readings.get(head.content_hash) or prepare_apart(self._library, head, is_cancelled)

    def take_prepared(self, prepared: Reading) -> Reading:
        """Hold what was prepared apart and return what is to be shown."""
        self._hold(prepared)
        return self.repaired(prepared)

    def preparer(self) -> Preparer:
        """Return what prepares the first articles of the list in a thread."""
        return Preparer(self._library)

    def remember(self, prepared: Reading) -> Reading:
        """Keep what was prepared, for the next time and for the list's row; return what is to be shown."""
        remember(self._library, prepared)
        self._hold(prepared)
        return self.repaired(prepared)

    def _hold(self, reading: Reading) -> None:
        content_hash = reading.article.head.content_hash
        self._readings.pop(content_hash, None)
        self._readings[content_hash] = reading
        while len(self._readings) > READINGS_IN_MEMORY:
            del self._readings[next(iter(self._readings))]

    def add(self, source: Source, overrides: Overrides) -> str:
        """Take an article into the library and say so.

        ``last_added`` is its id; ``is_last_new`` tells whether it was not there already.
        """
        added = self._library.add(source.data, source.name, overrides, self._now(), self.former_id)
        self.last_added, self.is_last_new = added.head.id, added.is_new
        if not added.is_new:
            return f"“{added.head.title}” was in the library already."
        move = TrashMove(self._library, added.head.id)
        self._undo.push(Change(f"added “{added.head.title}”", move.put_in, move.take_out))
        if added.head.length <= AHEAD_LENGTH:
            self.remember(self.prepare(added.head))
        return f"Added “{added.head.title}”."

    def remove(self, head: ArticleHead) -> str:
        """Move an article to the library's trash and say so; what was kept of it stays kept."""
        move = TrashMove(self._library, head.id)
        trashed = move.put_in()
        from reader.library.trash import TRASH_FOLDER

        self.last_trash = str(self.folders.library / TRASH_FOLDER / trashed.name)
        self._undo.push(Change(f"removed “{head.title}”", move.take_out, move.put_in))
        return f"Removed “{head.title}”."

    @property
    def interface(self) -> InterfaceState:
        """How the interface was left."""
        return self._interface

    def save_interface(self, interface: InterfaceState) -> None:
        """Remember how the interface is; without the store's lock nothing is written."""
        if interface != self._interface and self.can_write:
            self._store.put_interface(interface)
        self._interface = interface

    # Other processes, and what is wrong

    @property
    def is_owner(self) -> bool:
        """Whether this process holds the store; if not, ``holder`` says who does."""
        return self._store.is_owner

    @property
    def holder(self) -> str:
        """The process that holds the store."""
        return self._store.holder

    @property
    def can_write(self) -> bool:
        """Whether changes made here are taken."""
        return not self.read_only_sentence

    @property
    def read_only_sentence(self) -> str:
        """Why nothing can be changed here; empty when it can."""
        if not self.is_owner and self.holder:
            return f"Read-only: {self.holder} has the store open; close it there to make changes here."
        return self._store.refusal

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences about what opening the store had to set aside."""
        return self._store.notices

    def take_in(self) -> bool:
        """Take in what other processes changed in the store and tell whether anything did."""
        has_changed = self._store.take_in()
        if has_changed:
            self._read_count = None
        return has_changed

    def library_looks_changed(self) -> bool:
        """Tell, from a few time stamps, whether files came or went since the last look."""
        return self._library.looks_changed()

    def scanner(self) -> Scanner:
        """Return a scan of the library's files that may run in a thread."""
        from reader.desk.scanning import Scanner

        return Scanner(self._library, self._store.known_files())

    def take_scan(self, scanned: Scanned) -> bool:
        """Remember the files a scan found and tell whether it changed the catalogue.

        Whether the list is another, since this scan or since somebody else's, ``heads`` tells.
        """
        if scanned.known and self.can_write:
            self._store.put_known_files(scanned.known)
        return scanned.has_changed

    def check(self) -> tuple[Finding, ...]:
        """Verify library, catalogue and store; nothing is changed."""
        return (*self._library.check(), *self._store.check())

    def repair(self) -> tuple[Finding, ...]:
        """Do what ``check`` said can be done, and return what was; raises StoreError without the lock."""
        if not self.is_owner:
            sentence = f"Nothing was repaired: {self.holder} has the store open; close it there first."
            raise StoreError(self._store.refusal or sentence)
        before = self.check()
        self._store.put_known_files(self._library.repair(self._store.known_files()).known)
        self._store.repair()
        left = self.check()
        return tuple(finding for finding in before if finding not in left)

    def orphans(self) -> tuple[Bookmark, ...]:
        """Return what is kept of articles that are not in the library any more; it stays kept."""
        articles = self._library.article_ids()
        return tuple(bookmark for bookmark in self._store.bookmarks() if bookmark.article not in articles)

    def back_up(self, file: Path, *, replaces: bool = False) -> str:
        """Write everything that is kept to a file, or over an older backup, and say so; raises StoreError."""
        self._store.back_up(file, replaces=replaces)
        kept = _counted(len(self._store.bookmarks()), "kept quotation")
        return f"Wrote {kept} and everything else that is remembered to {file}."

    def restore(self, file: Path) -> str:
        """Put a backup in the place of everything, and say what became of what was there.

        Nothing done before can be undone after it. Raises StoreError with nothing changed.
        """
        restored = self._store.restore(file)
        self._undo.clear()
        self._interface, self._read_count = self._store.interface(), None
        altered = " It was altered after it was written." if restored.is_altered else ""
        kept = _counted(restored.bookmark_count, "kept quotation")
        marks = _counted(restored.mark_count, "read mark")
        before = f"What was there before is in {restored.before}."
        return f"Restored {kept} and {marks} from {file}.{altered} {before}"

    def _now(self) -> str:
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(self._clock()))


def _counted(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
