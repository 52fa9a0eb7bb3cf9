"""The SQLite file under the catalogue: opened, shared by threads, and replaced when it breaks.

Nothing in it is worth an error of its own, since all of it can be read from the library's files again.
But what it holds is never thrown away for a moment's trouble: a lock held elsewhere is waited for and
then told, and whatever a broken or full file still gives is carried over to the one in its place.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from typing import TYPE_CHECKING, Any

from reader.errors import ContentError
from reader.library.records import FILE_COLUMNS
from reader.library.schema import SCHEMA, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

OPENING_TIMEOUT_SECONDS = 5.0
BUSY_TIMEOUT_SECONDS = 0.3
"""How long a lock of another process is waited for; a key may be waiting as well."""

_LOCKED = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_REPLACED = -1
"""In place of SQLite's own number, which is never negative: the content is another than it was."""


class CatalogueBusyError(ContentError):
    """Another process holds the catalogue; the same call works once it lets go."""

    def __init__(self) -> None:
        super().__init__(
            "Another process holds the catalogue, so the list may not show what has changed; "
            "it is tried again, and if this stays, end that process."
        )


class Database:
    """One connection, shared by the threads of a process; every method may be called from any of them.

    Once closed, reading raises ``sqlite3.ProgrammingError`` and the file is left alone.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
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

    def was_changed_elsewhere(self) -> bool:
        """Tell whether another process wrote, or the file was replaced, since this was last asked."""
        with self._lock:
            version = int(self._rows("PRAGMA data_version")[0][0])
            changed = version != self._data_version
            self._data_version = version
        return changed

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

    def _cached_rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """Read what can be made again at any time; while another process holds the file there is none."""
        with contextlib.suppress(CatalogueBusyError):
            return self._rows(sql, values)
        return []

    def _write(self, work: Callable[[sqlite3.Connection], object]) -> None:
        with self._lock:
            try:
                self._commit(work)
            except sqlite3.DatabaseError as error:
                self._replace_after(error)
                self._commit(work)

    def _write_if_possible(self, work: Callable[[sqlite3.Connection], object]) -> None:
        """Write what can be made again at any time; when that fails, it is not kept and nothing else is."""
        with self._lock, contextlib.suppress(sqlite3.Error):
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
            name, timeout=OPENING_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if version != SCHEMA_VERSION:
                _make_tables(connection)
            connection.execute("SELECT number FROM generation").fetchone()
            self._data_version = connection.execute("PRAGMA data_version").fetchone()[0]
            connection.execute(f"PRAGMA busy_timeout = {int(BUSY_TIMEOUT_SECONDS * 1000)}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _replace_after(self, error: sqlite3.DatabaseError) -> None:
        """Begin again after an error: a disk that refuses leaves memory, a broken file a new one.

        Raises ``CatalogueBusyError`` for a lock, and the error itself when the file is not to blame.
        """
        # What SQLite calls corrupt or no database is a DatabaseError itself, not one of its kinds.
        is_broken = type(error) is sqlite3.DatabaseError
        if not is_broken and not isinstance(error, sqlite3.OperationalError):
            raise error
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _LOCKED:
            raise CatalogueBusyError from error
        files = _readable_rows(self._connection, f"SELECT {', '.join(FILE_COLUMNS)} FROM files")  # noqa: S608
        counts = _readable_rows(self._connection, "SELECT content_hash, version, quotes FROM quote_counts")
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if is_broken:
            self._delete()
        self._connection = self._open() if is_broken else self._connect(":memory:")
        with contextlib.suppress(sqlite3.Error):
            self._commit(lambda connection: _carry_over(connection, files, counts))
            if is_broken:
                # Shown until a scan, which takes no file for known that a broken catalogue knew.
                self._commit(lambda connection: connection.execute("UPDATE files SET size = -1"))
        self._data_version = _REPLACED

    def _delete(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                self.path.with_name(self.path.name + suffix).unlink()


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


def _readable_rows(connection: sqlite3.Connection, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows up to the first that cannot be read."""
    rows: list[tuple[Any, ...]] = []
    with contextlib.suppress(sqlite3.Error):
        rows.extend(connection.execute(sql))
    return rows


def _carry_over(
    connection: sqlite3.Connection, files: list[tuple[Any, ...]], counts: list[tuple[Any, ...]]
) -> None:
    marks = ", ".join("?" * len(FILE_COLUMNS))
    # Their numbers too: a list that is being shown asks for rows by number.
    connection.executemany(f"INSERT OR IGNORE INTO files VALUES ({marks})", files)  # noqa: S608
    connection.executemany("INSERT OR IGNORE INTO quote_counts VALUES (?, ?, ?)", counts)
