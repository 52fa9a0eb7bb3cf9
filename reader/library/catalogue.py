"""The catalogue of heads: an SQLite file in the cache folder that can be lost at any time.

It is rebuilt from the library's files when it is missing, old or broken, and lives in memory when its
folder cannot be written or another process will not let go of it. Two processes may use it at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import threading
from typing import TYPE_CHECKING, Any

from reader.library.records import (
    FILE_COLUMNS,
    HEAD_COLUMNS,
    FileRecord,
    Stamp,
    head_of_row,
    record_of_row,
    row_of_record,
)
from reader.library.schema import SCHEMA, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from reader.domain.article import ArticleHead
    from reader.library.records import Root

BUSY_TIMEOUT_SECONDS = 5.0
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


class Catalogue:
    """One connection, shared by the threads of a process; every method may be called from any of them."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "catalogue.sqlite3"
        self._lock = threading.RLock()
        self._data_version = 0
        self._connection = self._open()

    @property
    def is_in_memory(self) -> bool:
        """Whether the cache folder could not be used, so that everything is read again next time."""
        return not self._rows("PRAGMA database_list")[0][2]

    def close(self) -> None:
        """Close the connection; the object is of no use afterwards."""
        with self._lock:
            self._connection.close()

    def generation(self) -> int:
        """Return a number that rises whenever an article comes, goes or changes."""
        return int(self._rows("SELECT number FROM generation")[0][0])

    def was_changed_elsewhere(self) -> bool:
        """Tell whether another process wrote since the last time this was asked."""
        version = int(self._rows("PRAGMA data_version")[0][0])
        with self._lock:
            changed = version != self._data_version
            self._data_version = version
        return changed

    def ordered_numbers(self) -> list[int]:
        """Return the row numbers of all articles in the order of the list."""
        # One string read as JSON instead of a row each: 100,000 numbers in 25 ms, not 40.
        joined = self._rows(f"SELECT group_concat(number) FROM (SELECT number {_IN_ORDER})")[0][0]  # noqa: S608
        numbers: list[int] = json.loads(f"[{joined or ''}]")
        return numbers

    def ordered_words(self) -> list[str]:
        """Return the folded title, source and authors of all articles in the order of the list."""
        return [words for (words,) in self._rows(f"SELECT folded {_IN_ORDER}")]

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
        """Take in changed files and forget those that are gone, all or nothing."""
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

    def quote_count(self, content_hash: str, version: str) -> int | None:
        """Return how many quotations a text has by one version of the engine, None when never counted."""
        rows = self._rows(
            "SELECT quotes FROM quote_counts WHERE content_hash = ? AND version = ?", (content_hash, version)
        )
        return int(rows[0][0]) if rows else None

    def put_quote_count(self, content_hash: str, version: str, quotes: int) -> None:
        """Remember how many quotations a text has."""
        self._write(
            lambda connection: connection.execute(
                "REPLACE INTO quote_counts VALUES (?, ?, ?)", (content_hash, version, quotes)
            )
        )

    def page(self, content_hash: str, version: str) -> bytes | None:
        """Return what was kept of a text, None when nothing was."""
        rows = self._rows(
            "SELECT data FROM pages WHERE content_hash = ? AND version = ?", (content_hash, version)
        )
        return bytes(rows[0][0]) if rows else None

    def put_page(self, content_hash: str, version: str, data: bytes) -> None:
        """Keep something of a text, and forget the oldest beyond ``CACHED_PAGES``."""

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

        self._write(work)

    def is_sound(self) -> bool:
        """Tell whether SQLite finds the file in order."""
        return self._rows("PRAGMA quick_check(1)") == [("ok",)]

    def rebuild(self) -> None:
        """Throw the file away and begin an empty one."""
        with self._lock:
            self._connection.close()
            self._delete()
            self._connection = self._open()

    def _rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        with self._lock:
            try:
                return self._connection.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as error:
                self._replace_after(error)
                return self._connection.execute(sql, values).fetchall()

    def _write(self, work: Callable[[sqlite3.Connection], object]) -> None:
        with self._lock:
            try:
                self._commit(work)
            except sqlite3.DatabaseError as error:
                self._replace_after(error)
                self._commit(work)

    def _commit(self, work: Callable[[sqlite3.Connection], object]) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            work(self._connection)
            self._connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.DatabaseError):
                self._connection.execute("ROLLBACK")
            raise

    def _open(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                return self._connect(str(self.path))
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                self._delete()
                return self._connect(str(self.path))
        except (sqlite3.DatabaseError, OSError):
            return self._connect(":memory:")

    def _connect(self, name: str) -> sqlite3.Connection:
        connection = sqlite3.connect(
            name, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version != SCHEMA_VERSION:
                self._make_tables(connection)
            connection.execute("SELECT number FROM generation").fetchone()
            self._data_version = connection.execute("PRAGMA data_version").fetchone()[0]
        except BaseException:
            connection.close()
            raise
        return connection

    @staticmethod
    def _make_tables(connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN EXCLUSIVE")
        # Another process may have made them while this one waited.
        if connection.execute("PRAGMA user_version").fetchone()[0] != SCHEMA_VERSION:
            tables = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            for (table,) in tables:
                connection.execute(f'DROP TABLE "{table}"')
            for statement in SCHEMA.split(";"):
                connection.execute(statement)
        connection.execute("COMMIT")

    def _replace_after(self, error: sqlite3.DatabaseError) -> None:
        """Begin again after an error: a locked or full disk leaves memory, a broken file a new one."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if isinstance(error, sqlite3.OperationalError):
            self._connection = self._connect(":memory:")
        else:
            self._delete()
            self._connection = self._open()

    def _delete(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()
