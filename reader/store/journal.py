"""The journal: one line a change, checked by its CRC, appended by one write and synced in the background.

A line is ``crc32 [generation, table, doc_id, document|null]`` and a newline: eight hexadecimal digits,
a space, JSON in ASCII. Null takes the document away. A change is a whole document, so a line can be
replayed any number of times, and one that is damaged takes no other with it.
"""

from __future__ import annotations

import json
import os
import threading
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from reader.errors import StoreError
from reader.store.files import BINARY, sync, sync_folder
from reader.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

Record: TypeAlias = dict[str, object]
"""One document as it stands in the file."""

Tables: TypeAlias = dict[str, dict[str, Record]]
"""Everything in the file: table, then document id as text, then document."""

encode_json = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
"""Compact JSON in ASCII: lone surrogates and control characters survive as escapes."""


class Durability(StrEnum):
    """When a change is on the disk itself: within a second of its acknowledgement, or before it."""

    FAST = "fast"
    STRICT = "strict"


class Change(NamedTuple):
    """A document put in a table, or taken out of it (``record`` None)."""

    table: str
    doc_id: str
    record: Record | None


class JournalLine(NamedTuple):
    """A change, and the generation of the snapshot it was made after."""

    generation: int
    change: Change


class JournalText(NamedTuple):
    """What a journal file holds: good lines with their bytes, damaged ones, and where the good ones end.

    ``sound_length`` is the number of bytes before the first damage. Lines after it count as well: each
    is whole in itself, and only what is damaged is lost.
    """

    lines: list[JournalLine]
    raw: list[bytes]
    damaged: list[bytes]
    sound_length: int


def seal(body: str) -> bytes:
    """Return a line of text with its checksum before it and a newline after it; ``body`` is ASCII."""
    data = body.encode("ascii")
    return b"%08x %s\n" % (crc32(data), data)


def unseal(line: bytes) -> object:
    """Return the JSON value of a sealed line without its newline.

    Raises ValueError when the checksum does not fit or the text is not JSON.
    """
    body = line[9:]
    if line[8:9] != b" " or b"%08x" % crc32(body) != line[:8]:
        raise ValueError("checksum does not fit")
    value: object = json.loads(body)
    return value


def seal_change(generation: int, change: Change) -> bytes:
    """Return the journal's line for one change."""
    return seal(encode_json((generation, *change)))


def read_line(line: bytes) -> JournalLine | None:
    """Return the change in a line without its newline, or None when the line is damaged."""
    try:
        value = unseal(line)
    except (ValueError, RecursionError):
        return None
    match value:
        case [int(generation), str(table), str(doc_id), dict() | None as record]:
            return JournalLine(generation, Change(table, doc_id, record))
    return None


def read_journal(data: bytes) -> JournalText:
    """Take a journal's bytes apart; a last line without its newline was never acknowledged: damaged."""
    *whole, tail = data.split(b"\n")
    lines: list[JournalLine] = []
    raw: list[bytes] = []
    damaged: list[bytes] = []
    sound_length = 0
    for line in whole:
        parsed = read_line(line)
        if parsed is None:
            damaged.append(line + b"\n")
            continue
        lines.append(parsed)
        raw.append(line + b"\n")
        if not damaged:
            sound_length += len(line) + 1
    if tail:
        damaged.append(tail)
    return JournalText(lines, raw, damaged, sound_length)


def apply_changes(tables: Tables, changes: Iterable[Change]) -> None:
    """Make changes in memory, in their order."""
    for table, doc_id, record in changes:
        records = tables.get(table)
        if records is None:
            records = tables[table] = {}
        if record is None:
            records.pop(doc_id, None)
        else:
            records[doc_id] = record


class Journal:
    """The journal's file, open for appending by the one process that owns the state.

    ``append`` returns once the line is in the system's page cache, which any crash of ours survives; a
    daemon thread syncs it to the disk, several lines at a time when they come fast. A failure of that
    thread waits in ``sync_failure``: the pages may be gone, so the remedy is a new snapshot, not a retry.
    With strict durability there is no thread, and ``append`` returns once the line is on the disk.
    """

    def __init__(self, path: Path, durability: Durability = Durability.FAST) -> None:
        self._path = path
        self._durability = durability
        self.size = path.stat().st_size if path.exists() else 0
        self.sync_failure: OSError | None = None
        self._descriptor = -1
        self._is_torn = False
        self._is_unlisted = False
        self._is_closing = False
        self._thread: threading.Thread | None = None
        self._unsynced = threading.Event()
        # Held while the descriptor is synced or exchanged, never while appending.
        self._gate = threading.Lock()

    def append(self, data: bytes) -> None:
        """Add whole lines by one write; raises StoreError with the file as it was."""
        try:
            self._make_ready()
            self._is_torn = True
            written = os.write(self._descriptor, data)
        except OSError as error:
            raise self._fail(error.strerror) from error
        if written != len(data):
            raise self._fail("no room for the whole change")
        if self._durability is Durability.STRICT:
            try:
                self.sync()
            except OSError as error:
                self.sync_failure = error
                raise self._fail(error.strerror) from error
        self._is_torn = False
        self.size += written
        self._unsynced.set()

    def _make_ready(self) -> None:
        if self._descriptor < 0:
            self._open()
        if self._is_torn:
            os.ftruncate(self._descriptor, self.size)
            self._is_torn = False
        if self._thread is None and self._durability is Durability.FAST:
            self._thread = threading.Thread(target=self._sync_on, name="journal-sync", daemon=True)
            self._thread.start()

    def _open(self) -> None:
        self._is_unlisted = not self._path.exists()
        self._descriptor = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | BINARY, 0o600)
        self.size = os.fstat(self._descriptor).st_size

    def _fail(self, reason: str | None) -> StoreError:
        self._cut_back()
        return StoreError(
            f"The change could not be written to {self._path} ({reason}):"
            " make room or mend the disk, then do it again."
        )

    def _cut_back(self) -> None:
        """Take away the part of a line that did fit; what cannot be cut now is cut before the next line."""
        if self._descriptor < 0:
            self._is_torn = False
            return
        try:
            os.ftruncate(self._descriptor, self.size)
            self._is_torn = False
        except OSError:
            self._is_torn = True

    def _sync_on(self) -> None:
        while True:
            self._unsynced.wait()
            self._unsynced.clear()
            if self._is_closing:
                return
            try:
                self.sync()
            except OSError as error:
                self.sync_failure = error

    def sync(self) -> None:
        """Wait until everything appended is on the disk; raises OSError."""
        with self._gate:
            if self._descriptor < 0:
                return
            sync(self._descriptor)
            if self._is_unlisted:
                # A new file is lost with its name: after a power cut the folder must know it too.
                sync_folder(self._path.parent)
                self._is_unlisted = False

    def is_ours(self) -> bool:
        """Tell whether the file may be written, which one made by another user in our folder may not."""
        return not self._path.exists() or os.access(self._path, os.W_OK)

    def is_whole(self) -> bool:
        """Tell whether what is appended can be found again: the file has a name still."""
        return self._descriptor < 0 or os.fstat(self._descriptor).st_nlink > 0

    def is_in_place(self) -> bool:
        """Tell whether the file being appended to is still the one that the path names."""
        if self._descriptor < 0:
            return True
        try:
            return os.path.samestat(os.fstat(self._descriptor), self._path.stat())
        except OSError:
            return False

    def rotate(self, previous: Path) -> None:
        """Put the file aside as ``previous`` and begin an empty one; raises OSError."""
        with self._gate:
            self._let_go()
            if self._path.exists():
                self._path.replace(previous)
            self.size = 0
            self.sync_failure = None
            self._is_torn = False

    def close(self) -> None:
        """Stop the thread and let the file go; what was appended is synced by the caller if it matters."""
        self._is_closing = True
        self._unsynced.set()
        if self._thread is not None:
            self._thread.join()
        with self._gate:
            self._let_go()

    def _let_go(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
