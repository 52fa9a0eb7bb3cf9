"""Comparing the catalogue with the library's files, in a thread of its own."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.article import KnownFile
from reader.library import Library
from reader.paths import Folders


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan found: files to remember, and a sentence for each file that could not be taken in."""

    has_changed: bool
    known: tuple[KnownFile, ...]
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scanner:
    """A scan that is ready to run anywhere: it opens the catalogue itself and shares nothing."""

    folders: Folders
    known: tuple[KnownFile, ...]

    def scan(self) -> Scanned:
        """Bring the catalogue up to date with the files; raises ContentError when the folder is out of reach."""
        library = Library(self.folders.library, self.folders.content, self.folders.cache)
        try:
            report = library.scan(self.known)
        finally:
            library.close()
        return Scanned(report.changed, report.known, report.problems)
