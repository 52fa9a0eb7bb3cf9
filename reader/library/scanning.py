"""Bringing the catalogue up to date with the files: only what has changed is read again."""

from __future__ import annotations

import os
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from reader.domain.article import ArticleId, KnownFile
from reader.domain.clean import clean_line
from reader.errors import ContentError
from reader.library.database import CatalogueBusyError
from reader.library.describing import describe, identified, unreadable
from reader.library.files import read_file
from reader.library.folders import Listing, list_folder
from reader.library.formats.reading import parse_bytes
from reader.library.identity import match_known
from reader.library.naming import derive_id, hash_bytes, path_key
from reader.library.records import FileRecord, Root, Stamp
from reader.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from reader.library.catalogue import Catalogue

_BATCH = 200


@frozen
class ScanReport:
    """What a scan found: whether it changed the catalogue, files to remember, and a sentence a problem.

    ``changed`` is about this scan alone: whether the list is another than one shown tells a comparison
    of the two ``heads()``. ``known`` are the files without an id of their own that are new, or not where
    or what they were.
    """

    changed: bool
    known: tuple[KnownFile, ...]
    problems: tuple[str, ...]


class Scan:
    """One comparison of the catalogue with the folders; ``run`` does it."""

    def __init__(
        self,
        catalogue: Catalogue,
        roots: Mapping[Root, Path],
        known: Iterable[KnownFile],
        should_stop: Callable[[], bool],
    ) -> None:
        self.catalogue = catalogue
        self.roots = roots
        self.known = tuple(known)
        self.listings: dict[Root, Listing] = {}
        self.is_complete = False
        self._should_stop = should_stop
        self._is_stopped = False
        self._changed = False

    def run(self) -> ScanReport:
        """Read what has changed, a batch at a time, until told to stop; what was taken in stays.

        Raises ``ContentError`` when the library's folder itself cannot be read.
        """
        try:
            # Bundled pieces first: they hold their ids against a copy in the library.
            for root in (Root.BUNDLED, Root.LIBRARY):
                if not self._must_stop():
                    self.listings[root] = self._list(root)
                    self._update(root)
            problems = [
                *self.catalogue.problems(),
                *(p for listing in self.listings.values() for p in listing.problems),
            ]
            report = ScanReport(self._changed, self._to_remember(), tuple(problems))
        except CatalogueBusyError as error:
            return ScanReport(self._changed, (), (str(error),))
        self.is_complete = not self._is_stopped
        return report

    def _must_stop(self) -> bool:
        self._is_stopped = self._is_stopped or self._should_stop()
        return self._is_stopped

    def _list(self, root: Root) -> Listing:
        """List one root; without the bundled pieces the library still works."""
        try:
            return list_folder(self.roots[root])
        except ContentError as error:
            if root is Root.LIBRARY:
                raise
            return Listing(problems=[str(error)])

    def _update(self, root: Root) -> None:
        """Bring one root's rows up to date."""
        before = self.catalogue.stamps(root)
        now = {os.fsencode(path): stamp for path, stamp in self.listings[root].stamps.items()}
        without_id = self._without_id(root)
        gone = [path for path in before if path not in now]
        if gone:
            self._write((), [(root, path) for path in gone])
        for path in self.catalogue.claimants(root):
            # The id it claims has become free: it is to be read as if it were new.
            before.pop(path, None)
        changed = [(os.fsdecode(path), stamp) for path, stamp in now.items() if before.get(path) != stamp]
        # Oldest first, since of two files with one id the older keeps it.
        changed.sort(key=lambda file: (file[1].mtime_ns, file[0]))
        known_as = self._known_as(root, [path for path, _ in changed], without_id)
        for start in range(0, len(changed), _BATCH):
            batch = takewhile(lambda _: not self._must_stop(), changed[start : start + _BATCH])
            examined = [examine(root, self.roots[root], path, stamp) for path, stamp in batch]
            if examined:
                self._write(list(self._settle(examined, known_as)))

    def _write(self, records: Iterable[FileRecord], gone: Iterable[tuple[int, bytes]] = ()) -> None:
        self.catalogue.write(records, gone)
        self._changed = True

    def _known_as(self, root: Root, changed: list[str], without_id: list[KnownFile]) -> dict[str, ArticleId]:
        """Return which articles the changed files are known as, should they have no id of their own."""
        known = {file.path: file for file in (*without_id, *self.known)}
        if not changed or not known or root is Root.BUNDLED:
            return {}
        # When told to stop in here, no file is taken in either, so none goes by a wrong id.
        paths = takewhile(lambda _: not self._must_stop(), changed)
        hashes = {path_key(path): _content_hash(self.roots[root] / path) for path in paths}
        present = {path_key(path) for path in self.listings[root].stamps}
        return match_known(hashes, present, known.values())

    def _without_id(self, root: Root) -> list[KnownFile]:
        return [
            KnownFile(ArticleId(article), path_key(os.fsdecode(path)), content_hash)
            for article, path, content_hash in self.catalogue.derived(root)
        ]

    def _settle(self, examined: list[FileRecord], known_as: Mapping[str, ArticleId]) -> Iterator[FileRecord]:
        """Give each file of a batch the id it goes by."""
        reserved = set(known_as.values())
        taken: dict[str, FileRecord] = {}
        for record in examined:
            settled = self._identify(record, known_as, reserved, taken) if record.head else record
            if settled.head is not None:
                taken[settled.head.id] = settled
            yield settled

    def _identify(
        self,
        record: FileRecord,
        known_as: Mapping[str, ArticleId],
        reserved: set[ArticleId],
        taken: Mapping[str, FileRecord],
    ) -> FileRecord:
        key = path_key(record.path)
        if record.claimed is not None:
            holder = self._holder(record, record.claimed, taken)
            if holder is None:
                return identified(record, ArticleId(record.claimed))
            record = _with_problem(record, holder)
        if key in known_as:
            return identified(record, known_as[key])
        for attempt in range(1_000):
            derived = derive_id(key, attempt)
            if derived not in reserved and self._holder(record, derived, taken) is None:
                return identified(record, derived)
        raise AssertionError("a thousand ids of eleven letters are never all taken")

    def _holder(self, record: FileRecord, article: str, taken: Mapping[str, FileRecord]) -> FileRecord | None:
        """Return the other file that goes by this id, if any."""
        holders = [*([taken[article]] if article in taken else ()), *self.catalogue.find("article", article)]
        return next(
            (other for other in holders if (other.root, other.path) != (record.root, record.path)), None
        )

    def _to_remember(self) -> tuple[KnownFile, ...]:
        """Return the files without an id that the store does not know as they are now."""
        remembered = set(self.known)
        return tuple(file for file in self._without_id(Root.LIBRARY) if file not in remembered)


def examine(root: Root, folder: Path, path: str, stamp: Stamp) -> FileRecord:
    """Read one file and return its record, or that of a file with a problem."""
    try:
        data = read_file(folder / path)
        return describe(root, path, stamp, data, parse_bytes(data, path))
    except ContentError as error:
        return unreadable(root, path, stamp, str(error))


def _with_problem(record: FileRecord, holder: FileRecord) -> FileRecord:
    mine, other = clean_line(record.path), clean_line(holder.path)
    return replace(
        record,
        problem=f"{mine} has the same id as {other} ({record.claimed}), so it goes by another one; "
        "remove the id from the copy.",
    )


def _content_hash(path: Path) -> str:
    try:
        return hash_bytes(read_file(path))
    except ContentError:
        return ""
