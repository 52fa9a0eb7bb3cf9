"""The spool: changes of processes that do not own the state, one file each, until the owner takes them in.

A file is one sealed line, ``crc32 [id, [[table, doc_id, document|null, [field, …]], …]]``. Its name begins
with the time, so that files sort in the order they were made. The fields named are those that changed:
the owner puts only them into a document that has changed meanwhile, and the whole when it has none.
"""

from __future__ import annotations

import contextlib
import os
import time
from typing import TYPE_CHECKING

from reader.store.files import make_folder, write_durably
from reader.store.journal import Change, Record, encode_json, seal, unseal
from reader.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

SUFFIX = ".change"
BAD_SUFFIX = ".bad"


class SpooledChange(NamedTuple):
    """A change made elsewhere, and the names of the fields that it altered."""

    change: Change
    fields: tuple[str, ...]

    def onto(self, current: Record | None) -> Change:
        """Return the change to make to a document that may have been altered since."""
        table, doc_id, record = self.change
        if record is None or not isinstance(current, dict):
            return self.change
        merged = {name: value for name, value in current.items() if name not in self.fields}
        merged |= {name: record[name] for name in self.fields if name in record}
        return Change(table, doc_id, merged)


class SpoolFile(NamedTuple):
    """One file of the spool: its id and its changes, in order."""

    id: str
    changes: tuple[SpooledChange, ...]

    @property
    def name(self) -> str:
        """The file's name in the spool."""
        return self.id + SUFFIX


def altered_fields(before: Record | None, after: Record | None) -> tuple[str, ...]:
    """Name the fields in which two documents differ."""
    before, after = before if isinstance(before, dict) else {}, after or {}
    missing = object()
    return tuple(name for name in before | after if before.get(name, missing) != after.get(name, missing))


class Spool:
    """The spool's folder, made when the first change is put into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._last_stamp = 0

    def names(self) -> list[str]:
        """List the files waiting, oldest first; raises OSError."""
        try:
            with os.scandir(self.folder) as entries:
                return sorted(entry.name for entry in entries if entry.name.endswith(SUFFIX))
        except FileNotFoundError:
            return []

    def put(self, changes: Iterable[SpooledChange]) -> SpoolFile:
        """Write changes as one file, durable when this returns; raises OSError and leaves nothing."""
        # A clock set back must not turn round the order of one process's changes.
        self._last_stamp = max(self._last_stamp + 1, time.time_ns())
        file = SpoolFile(f"{self._last_stamp:020d}-{os.getpid()}-{os.urandom(4).hex()}", tuple(changes))
        body = [file.id, [[*change, fields] for change, fields in file.changes]]
        make_folder(self.folder)
        write_durably(self.folder / file.name, seal(encode_json(body)))
        return file

    def read(self, name: str) -> SpoolFile:
        """Read one file; raises OSError, or ValueError when it is damaged."""
        data = (self.folder / name).read_bytes()
        if data[-1:] != b"\n":
            raise ValueError("the file ends too early")
        try:
            value = unseal(data[:-1])
        except RecursionError as error:
            raise ValueError("the file is nested too deeply") from error
        match value:
            case [str(file_id), [*items]]:
                return SpoolFile(file_id, tuple(_read_change(item) for item in items))
        raise ValueError("the file holds something else")

    def remove(self, names: Sequence[str]) -> None:
        """Take files away that the journal has; one that will not go is known by its id from then on."""
        for name in names:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()

    def set_aside(self, name: str) -> str:
        """Rename a damaged file so that it waits no longer, and return its new name; raises OSError."""
        bad = self.folder / (name + BAD_SUFFIX)
        (self.folder / name).replace(bad)
        return bad.name


def _read_change(item: object) -> SpooledChange:
    match item:
        case [str(table), str(doc_id), dict() | None as record, [*fields]]:
            return SpooledChange(Change(table, doc_id, record), tuple(map(str, fields)))
    raise ValueError("the file holds something else")
