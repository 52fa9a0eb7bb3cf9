"""The catalogue of heads: an SQLite file in the cache folder that can be lost at any time.

It is rebuilt from the library's files when it is missing, old or broken, and lives in memory when its
folder cannot be written or another process will not let go of it. Two processes may use it at once.
"""

from __future__ import annotations

import contextlib
import json
import os
from typing import TYPE_CHECKING, cast

from reader.library.database import CatalogueBusyError, Database
from reader.library.records import (
    FILE_COLUMNS,
    HEAD_COLUMNS,
    FileRecord,
    Stamp,
    head_of_row,
    record_of_row,
    row_of_record,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.domain.article import ArticleHead, ArticleId
    from reader.library.records import Root

CACHED_PAGES = 512

_COLUMNS = ", ".join(FILE_COLUMNS)
_HEAD = ", ".join(HEAD_COLUMNS)
_WRITTEN = [name for name in FILE_COLUMNS if name != "number"]
_ARTICLE = _WRITTEN.index("article")
_UPSERT = (
    f"INSERT INTO files ({', '.join(_WRITTEN)}) VALUES ({', '.join('?' * len(_WRITTEN))})"  # noqa: S608 - names of ours
    f" ON CONFLICT (root, path) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _WRITTEN)}"
)
_IN_ORDER = "FROM files WHERE article IS NOT NULL ORDER BY band, order_key DESC, path"


class Catalogue(Database):
    """What is known of the files; every method may be called from any thread."""

    def generation(self) -> int:
        """Return a number that is another whenever an article has come, gone or changed."""
        return int(self._rows("SELECT number FROM generation")[0][0])

    def ordered_numbers(self) -> list[int]:
        """Return the row numbers of all articles in the order of the list."""
        # One string read as JSON instead of a row each: 100,000 numbers in 25 ms, not 40.
        joined = self._rows(f"SELECT group_concat(number) FROM (SELECT number {_IN_ORDER})")[0][0]  # noqa: S608
        numbers: list[int] = json.loads(f"[{joined or ''}]")
        return numbers

    def article_ids(self) -> frozenset[ArticleId]:
        """Return the ids of all articles."""
        # One string here as well, as no id has a space in it.
        joined = self._rows("SELECT group_concat(article, ' ') FROM files WHERE article IS NOT NULL")[0][0]
        return cast("frozenset[ArticleId]", frozenset((joined or "").split()))

    def ordered_words(self) -> list[str]:
        """Return the folded title, source and authors of all articles in the order of the list."""
        return [words for (words,) in self._rows(f"SELECT folded {_IN_ORDER}")]

    def ordered_days(self) -> list[str]:
        """Return the days of publication of all articles in the order of the list, empty where unknown."""
        return [day or "" for (day,) in self._rows(f"SELECT published {_IN_ORDER}")]

    def ordered_quote_counts(self, version: str) -> list[int]:
        """Return how many quotations all articles have in the order of the list, 0 where never counted."""
        counts = dict(
            self._cached_rows("SELECT content_hash, quotes FROM quote_counts WHERE version = ?", (version,))
        )
        return [counts.get(text, 0) for (text,) in self._rows(f"SELECT content_hash {_IN_ORDER}")]

    def heads(self, numbers: Sequence[int], roots: Mapping[Root, Path]) -> dict[int, ArticleHead]:
        """Return the heads of these rows by number, with whole paths; a row that is gone is left out."""
        marks = ", ".join("?" * len(numbers))
        rows = self._rows(f"SELECT number, {_HEAD} FROM files WHERE number IN ({marks})", numbers)  # noqa: S608
        folders = {int(root): str(folder) for root, folder in roots.items()}
        return {row[0]: head_of_row(row[1:], f"{folders[row[1]]}/{os.fsdecode(row[2])}") for row in rows}

    def find(self, column: str, value: str | bytes) -> list[FileRecord]:
        """Return the records of articles where one of our columns has this value, oldest rows first."""
        sql = f"SELECT {_COLUMNS} FROM files WHERE {column} = ? AND article IS NOT NULL ORDER BY number"  # noqa: S608
        return [record_of_row(row) for row in self._rows(sql, (value,))]

    def stamps(self, root: int) -> dict[bytes, Stamp]:
        """Return what the file system said of every file of one root when it was last read."""
        found: dict[bytes, Stamp] = {}
        last = 0
        # In slices, so that a list being drawn never waits longer than for one.
        while rows := self.stamps_after(root, last, 10_000):
            found.update((path, stamp) for _, path, stamp in rows)
            last = rows[-1][0]
        return found

    def stamps_after(self, root: int, number: int, limit: int) -> list[tuple[int, bytes, Stamp]]:
        """Return number, path and stamp of the next ``limit`` files of one root."""
        rows = self._rows(
            "SELECT number, path, mtime_ns, size, inode FROM files WHERE root = ? AND number > ?"
            " ORDER BY number LIMIT ?",
            (root, number, limit),
        )
        return [(row[0], row[1], Stamp(row[2], row[3], row[4])) for row in rows]

    def derived(self, root: int) -> list[tuple[str, bytes, str]]:
        """Return article, path and content hash of the files that have no id of their own."""
        return self._rows(
            "SELECT article, path, content_hash FROM files"
            " WHERE root = ? AND is_derived AND article IS NOT NULL",
            (root,),
        )

    def claimants(self, root: int) -> list[bytes]:
        """Return the paths of files whose own id is another's, though that one may be gone by now."""
        rows = self._rows(
            "SELECT path FROM files AS file WHERE claimed IS NOT NULL AND claimed IS NOT article AND root = ?"
            " AND NOT EXISTS (SELECT 1 FROM files AS holder WHERE holder.article = file.claimed)",
            (root,),
        )
        return [path for (path,) in rows]

    def problems(self) -> list[str]:
        """Return one sentence for every file that could not be read or taken as it is."""
        return [
            text
            for (text,) in self._rows("SELECT problem FROM files WHERE problem IS NOT NULL ORDER BY path")
        ]

    def write(self, records: Iterable[FileRecord], gone: Iterable[tuple[int, bytes]] = ()) -> None:
        """Take in changed files and forget those that are gone, all or nothing.

        Raises ``CatalogueBusyError`` while another process holds the catalogue.
        """
        rows = [row_of_record(record) for record in records]
        paths = list(gone)

        def work(connection: sqlite3.Connection) -> None:
            connection.executemany("DELETE FROM files WHERE root = ? AND path = ?", paths)
            # Who holds an id now is being decided here: another row with it is of a file that has been
            # renamed, or of one that another process has taken in meanwhile, and is read again.
            connection.executemany(
                "DELETE FROM files WHERE article = ? AND NOT (root = ? AND path = ?)",
                [(row[_ARTICLE], row[0], row[1]) for row in rows if row[_ARTICLE] is not None],
            )
            connection.executemany(_UPSERT, rows)
            connection.execute("UPDATE generation SET number = number + 1")

        self._write(work)

    def write_unless_busy(
        self, records: Iterable[FileRecord], gone: Iterable[tuple[int, bytes]] = ()
    ) -> None:
        """Take in what was done to the files already, or leave it to a scan while another process is busy."""
        with contextlib.suppress(CatalogueBusyError):
            self.write(records, gone)

    def quote_count(self, content_hash: str, version: str) -> int | None:
        """Return how many quotations a text has by one version of the engine, None when never counted."""
        rows = self._cached_rows(
            "SELECT quotes FROM quote_counts WHERE content_hash = ? AND version = ?", (content_hash, version)
        )
        return int(rows[0][0]) if rows else None

    def put_quote_count(self, content_hash: str, version: str, quotes: int) -> None:
        """Remember how many quotations a text has, if the file can be written."""
        self._write_if_possible(
            lambda connection: connection.execute(
                "REPLACE INTO quote_counts VALUES (?, ?, ?)", (content_hash, version, quotes)
            )
        )

    def page(self, content_hash: str, version: str) -> bytes | None:
        """Return what was kept of a text, None when nothing was."""
        rows = self._cached_rows(
            "SELECT data FROM pages WHERE content_hash = ? AND version = ?", (content_hash, version)
        )
        return bytes(rows[0][0]) if rows else None

    def put_page(self, content_hash: str, version: str, data: bytes) -> None:
        """Keep something of a text if the file can be written; the oldest beyond ``CACHED_PAGES`` go."""

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(
                "REPLACE INTO pages (content_hash, version, data) VALUES (?, ?, ?)",
                (content_hash, version, data),
            )
            connection.execute(
                "DELETE FROM pages WHERE number <="
                " (SELECT number FROM pages ORDER BY number DESC LIMIT 1 OFFSET ?)",
                (CACHED_PAGES,),
            )

        self._write_if_possible(work)
