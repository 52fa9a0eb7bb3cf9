"""The library: a folder of plain files a person owns, and the pieces that come with the program.

What reads, writes and compares files is imported by the method that needs it: a start only looks at
the catalogue, and the rest would take 30 ms of it.
"""

from __future__ import annotations

import os
import threading
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

from reader.domain.article import Article, ArticleHead, ArticleId, KnownFile
from reader.domain.clean import clean_line
from reader.errors import ContentError, NotFoundError, UsageError
from reader.library.catalogue import Catalogue
from reader.library.database import CatalogueBusyError
from reader.library.heads import Heads, present
from reader.library.naming import fold
from reader.library.records import FileRecord, Root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reader.domain.mark import Finding
    from reader.library.adding import Added, Recall
    from reader.library.formats.document import FrontMatter
    from reader.library.scanning import ScanReport
    from reader.library.trash import TrashedArticle

_WATCHED_FILES = 500
_KEPT_COUNTS = 20_000


class Library:
    """The articles in ``folder`` and ``content``, with a catalogue of them in ``cache``.

    Safe to call from several threads. Nothing is read or made before the first call.
    """

    def __init__(self, folder: Path, content: Path, cache: Path) -> None:
        self.folder = folder
        self.content = content
        self.cache_folder = cache
        self._heads: Heads | None = None
        self._heads_generation = -1
        self._heads_lock = threading.Lock()
        self._folder_times: dict[Root, dict[str, int]] = {}
        self._last_watched = 0
        self._quote_counts: dict[tuple[str, str], int] = {}

    @property
    def catalogue_path(self) -> Path:
        """Where the catalogue is: libraries that share a cache folder have one each."""
        return self.cache_folder / f"catalogue-{crc32(os.fsencode(self.folder)):08x}.sqlite3"

    @cached_property
    def _catalogue(self) -> Catalogue:
        return Catalogue(self.catalogue_path)

    @property
    def _roots(self) -> dict[Root, Path]:
        return {Root.LIBRARY: self.folder, Root.BUNDLED: self.content}

    def close(self) -> None:
        """Let go of the catalogue."""
        if "_catalogue" in self.__dict__:
            self._catalogue.close()

    @property
    def is_shared(self) -> bool:
        """Whether another process that opens this library finds the same catalogue."""
        return not self._catalogue.is_in_memory

    def heads(self) -> Heads:
        """Return all heads in the order of the list: newest first, the bundled pieces last.

        The object is the same as long as the list is, so ``is`` tells whether a list shown is out of
        date. While another process holds the catalogue, the last list stands in.
        """
        with self._heads_lock:
            try:
                generation = self._catalogue.generation()
                if self._heads is None or generation != self._heads_generation:
                    self._heads = Heads(self._catalogue, self._roots)
                    self._heads_generation = generation
            except CatalogueBusyError:
                if self._heads is None:
                    raise
            return self._heads

    def article_ids(self) -> frozenset[ArticleId]:
        """Return the ids of all articles, to count by; 100,000 take about 40 ms."""
        return self._catalogue.article_ids()

    def head(self, article: ArticleId) -> ArticleHead | None:
        """Return the head of an article, None when there is no such article."""
        record = self._record(article)
        return present(record, self._roots) if record else None

    def matching(self, words: str) -> list[int]:
        """Return the places in ``heads()`` whose title, source or authors contain all these words."""
        return self.heads().matching(words)

    def find(self, reference: str) -> ArticleHead:
        """Return the article that an id, a path, a row number or the start of a title stands for.

        Raises ``NotFoundError`` when there is none, ``UsageError`` when there are several.
        """
        record = self._record(ArticleId(reference)) or self._record_at(reference)
        if record is not None:
            return present(record, self._roots)
        heads = self.heads()
        if reference.isdecimal() and len(reference) < 10 and 1 <= int(reference) <= len(heads):
            return heads[int(reference) - 1]
        wanted = fold(reference).strip()
        places = heads.starting_with(wanted) if wanted else []
        if len(places) == 1:
            return heads[places[0]]
        named = clean_line(reference)
        if not places:
            raise NotFoundError(f"There is no article “{named}”; look in the list for ids and numbers.")
        raise UsageError(
            f"{len(places)} articles begin with “{named}”; give more of the title, or its number."
        )

    def scan(self, known: Iterable[KnownFile], should_stop: Callable[[], bool] = lambda: False) -> ScanReport:
        """Bring the catalogue up to date; cheap when nothing has changed.

        ``known`` are the files without an id that an earlier report asked to remember. ``should_stop``
        is asked between files; what has been taken in until then stays. ``changed`` is about what this
        scan did: whether a list shown is out of date tells ``heads()``, which is another object then.
        Raises ``ContentError`` when a whole folder cannot be read; a bad file, or a catalogue that
        another process holds, is one sentence in ``problems``.
        """
        from reader.library.files import make_folder
        from reader.library.scanning import Scan

        make_folder(self.folder)
        scan = Scan(self._catalogue, self._roots, known, should_stop)
        report = scan.run()
        # What is left over is to be found by the next scan, which these times would put off.
        times = {root: listing.folders for root, listing in scan.listings.items()}
        self._folder_times = times if scan.is_complete else {}
        return report

    def looks_changed(self) -> bool:
        """Tell, in about a millisecond, whether a scan would probably find something.

        Looks at the folders, at the catalogue, and at the next files in turn: an editor that writes
        into a file leaves its folder as it was.
        """
        try:
            return self._catalogue.was_changed_elsewhere() or self._is_any_file_changed()
        except CatalogueBusyError:
            return False

    def read(self, article: ArticleId) -> Article:
        """Return an article as its file is now.

        Raises ``NotFoundError`` for an unknown id, ``ContentError`` when the file is gone or unreadable.
        """
        from reader.library.describing import article_of, describe, identified
        from reader.library.files import read_file, shown_name
        from reader.library.folders import file_stamp
        from reader.library.formats.reading import parse_bytes

        record = self._record(article)
        if record is None:
            raise NotFoundError(f"There is no article {article}; it may have been removed.")
        path = self._roots[record.root] / record.path
        stamp = file_stamp(path)
        if stamp is None:
            gone = shown_name(path)
            raise ContentError(f"{gone} is gone; put it back or remove the article from the list.")
        data = read_file(path)
        document = parse_bytes(data, record.path)
        now = identified(describe(record.root, record.path, stamp, data, document), article)
        if now.content_hash != record.content_hash and document.front.id in {record.claimed, None}:
            self._catalogue.write_unless_busy([now])
        return article_of(present(now, self._roots), document)

    def add(
        self, data: bytes, name: str, overrides: FrontMatter, added: str, recall: Recall | None = None
    ) -> Added:
        """Take a text into the library as a Markdown file of its own.

        ``name`` is the file it comes from, ``added`` the time in ISO 8601. What ``overrides`` says goes
        before what was found. The same address or the same text again gives the article that is there;
        ``recall`` tells the id of one that was there before (address, title and text to id or None).
        Raises ``ContentError`` when it cannot be understood or written; then nothing has changed.
        """
        from reader.library.adding import add_document
        from reader.library.files import make_folder
        from reader.library.formats.reading import parse_bytes

        make_folder(self.folder)
        document = parse_bytes(data, name)
        return add_document(self._catalogue, self._roots, document, name, overrides, added, recall)

    def remove(self, article: ArticleId) -> TrashedArticle:
        """Move an article's file to the trash of the library's folder.

        Raises ``NotFoundError`` for an unknown id, ``UsageError`` for a bundled piece, ``ContentError``
        when the file cannot be moved.
        """
        from reader.library.trash import move_to_trash

        record = self._record(article)
        if record is None or record.head is None:
            raise NotFoundError(f"There is no article {article}; it may have been removed already.")
        if record.root is Root.BUNDLED:
            raise UsageError(
                f"“{record.head.title}” comes with Pullquote and cannot be removed; mark it as read."
            )
        trashed = move_to_trash(self.folder, article, record.head.title, record.path)
        self._catalogue.write_unless_busy((), [(record.root, os.fsencode(record.path))])
        return trashed

    def restore(self, trashed: TrashedArticle) -> ArticleHead:
        """Bring an article back from the trash; raises ``NotFoundError`` when it is not there."""
        from reader.library.adding import restore_file

        return restore_file(self._catalogue, self._roots, trashed)

    def check(self) -> tuple[Finding, ...]:
        """Return what is wrong with the files and the catalogue; reads no article."""
        from reader.library.checking import check_library

        return check_library(self._catalogue, self._roots)

    def repair(self, known: Iterable[KnownFile] = ()) -> ScanReport:
        """Remove what a crash left behind, build a broken catalogue again, and scan."""
        from reader.library.checking import remove_leftovers

        remove_leftovers(self.folder)
        if not self._catalogue.is_sound():
            self._catalogue.rebuild()
        return self.scan(known)

    def cached(self, content_hash: str, version: str) -> bytes | None:
        """Return what ``cache`` kept of a text under this version."""
        return self._catalogue.page(content_hash, version)

    def cache(self, content_hash: str, version: str, data: bytes) -> None:
        """Keep bytes that can be made again from a text; the newest 512 stay."""
        self._catalogue.put_page(content_hash, version, data)

    def quote_count(self, content_hash: str, version: str) -> int | None:
        """Return how many quotations a text has, None when they were never counted; fit to ask for a row."""
        key = (content_hash, version)
        count = self._quote_counts.get(key)
        if count is None:
            # Not kept when there is none: another thread may be about to put it.
            count = self._catalogue.quote_count(content_hash, version)
            if count is not None:
                self._keep_count(key, count)
        return count

    def put_quote_count(self, content_hash: str, version: str, count: int) -> None:
        """Remember how many quotations a text has by one version of the engine."""
        self._keep_count((content_hash, version), count)
        self._catalogue.put_quote_count(content_hash, version, count)

    def _keep_count(self, key: tuple[str, str], count: int) -> None:
        if len(self._quote_counts) >= _KEPT_COUNTS:
            self._quote_counts.clear()
        self._quote_counts[key] = count

    def _record(self, article: ArticleId) -> FileRecord | None:
        from reader.library.formats.document import ID_PATTERN

        found = self._catalogue.find("article", article) if ID_PATTERN.fullmatch(article) else []
        return next(iter(found), None)

    def _record_at(self, reference: str) -> FileRecord | None:
        """Return the record of a file given by its path, from here or from the library's folder."""
        for root, folder in self._roots.items():
            base = os.path.realpath(folder)
            for path in (reference, os.path.join(base, reference)):  # noqa: PTH118 - any text may come
                try:
                    relative = os.path.relpath(os.path.realpath(path), base)
                except (ValueError, OSError):
                    continue
                found = [r for r in self._catalogue.find("path", os.fsencode(relative)) if r.root is root]
                if found:
                    return found[0]
        return None

    def _is_any_file_changed(self) -> bool:
        from reader.library.folders import folder_times

        if any(folder_times(self._roots[root], times) != times for root, times in self._folder_times.items()):
            return True
        return not self._folder_times or self._is_any_watched_file_changed()

    def _is_any_watched_file_changed(self) -> bool:
        from reader.library.folders import file_stamp

        files = self._catalogue.stamps_after(Root.LIBRARY, self._last_watched, _WATCHED_FILES)
        self._last_watched = files[-1][0] if len(files) == _WATCHED_FILES else 0
        return any(file_stamp(f"{self.folder}/{os.fsdecode(path)}") != stamp for _, path, stamp in files)
