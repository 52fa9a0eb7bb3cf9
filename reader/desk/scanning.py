"""Comparing the catalogue with the library's files, in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable

from reader.domain.article import KnownFile
from reader.library.library import Library
from reader.values import NamedTuple


class Scanned(NamedTuple):
    """What a scan found: files to remember, and a sentence for each file that could not be taken in."""

    has_changed: bool
    known: tuple[KnownFile, ...]
    problems: tuple[str, ...]


class Scanner(NamedTuple):
    """A scan that may run in any thread: the library allows for it, the store is not touched."""

    library: Library
    known: tuple[KnownFile, ...]

    def scan(self, should_stop: Callable[[], bool] = lambda: False) -> Scanned:
        """Bring the catalogue up to date with the files; raises ContentError without the folder."""
        report = self.library.scan(self.known, should_stop)
        return Scanned(report.changed, report.known, report.problems)
