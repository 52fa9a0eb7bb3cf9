"""What is on the disk, read without locks: a snapshot, the journal's lines after it, the spool on top."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import StoreError
from reader.store.files import read_file
from reader.store.ids import doc_id_of
from reader.store.journal import Change, JournalText, Tables, apply_changes, read_journal
from reader.store.snapshot import Snapshot, collector_paused, read_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from reader.store.spool import Spool, SpoolFile

TAKEN_TABLE = "_spool"
"""Ids of spool files that the journal has: one that could not be removed is not taken in twice."""

ATTEMPTS = 20
"""How often a reader starts over when the owner replaces files under it, at most once a session each."""


class Origin(StrEnum):
    """Which file the tables were begun from."""

    NOTHING = "nothing"
    SNAPSHOT = "snapshot"
    PREVIOUS = "previous"


class StatePaths(NamedTuple):
    """Where everything lies in the state folder."""

    folder: Path
    snapshot: Path
    previous: Path
    journal: Path
    journal_previous: Path
    torn: Path
    lock: Path
    spool: Path

    @classmethod
    def of(cls, folder: Path) -> StatePaths:
        """Return the paths inside ``folder``."""
        names = ("state.json", "state.json.previous", "state.journal", "state.journal.previous")
        return cls(folder, *(folder / name for name in (*names, "state.torn", "state.lock", "spool")))


class FileIdentity(NamedTuple):
    """What changes when a file is replaced or rewritten."""

    inode: int
    length: int
    modified_ns: int

    @classmethod
    def of(cls, path: Path) -> FileIdentity | None:
        """Return a file's identity, None when it is missing."""
        try:
            status = path.stat()
        except FileNotFoundError:
            return None
        return cls(status.st_ino, status.st_size, status.st_mtime_ns)


@dataclass(frozen=True, slots=True)
class LoadedState:
    """The tables as snapshot and journal give them, and how they were come by.

    ``generation`` is the highest seen; ``is_snapshot_broken`` that ``state.json`` could not be used
    although there was one; ``is_journal_stale`` that a fold was cut short between its two renames.
    """

    tables: Tables
    schema: int
    generation: int
    origin: Origin
    is_snapshot_broken: bool
    is_journal_stale: bool
    journal: JournalText
    snapshot_identity: FileIdentity | None
    journal_inode: int


class TakenIn(NamedTuple):
    """What taking in has changed: some documents, or possibly all (``is_reloaded``)."""

    changes: tuple[Change, ...] = ()
    is_reloaded: bool = False


def load_state(paths: StatePaths) -> LoadedState:
    """Read snapshot and journal as of one moment; raises StoreError when they may not be read at all."""
    for _ in range(ATTEMPTS):
        try:
            identity = FileIdentity.of(paths.snapshot)
            data = _read_snapshot_bytes(paths.snapshot)
            journal_identity = FileIdentity.of(paths.journal)
            journal_data = read_file(paths.journal) or b""
            # The owner replaces the snapshot before it puts the journal aside: if the first is still the
            # same, the second was read whole.
            if FileIdentity.of(paths.snapshot) == identity:
                break
        except OSError as error:
            raise StoreError(
                f"The state in {paths.folder} cannot be read ({error.strerror}): look at its permissions."
            ) from error
    inode = journal_identity.inode if journal_identity else 0
    return _replay(paths, data, read_journal(journal_data), identity, inode)


def _read_snapshot_bytes(path: Path) -> bytes | None:
    """Return the snapshot's bytes, None without one, and nothing at all where the disk has lost them."""
    try:
        return read_file(path)
    except OSError as error:
        if error.errno == errno.EIO:
            return b""
        raise


def _replay(
    paths: StatePaths, data: bytes | None, journal: JournalText, identity: FileIdentity | None, inode: int
) -> LoadedState:
    base, origin, is_broken = _choose_base(paths, data)
    lines = journal.lines
    if origin is not Origin.SNAPSHOT:
        # Lines of the journal before are in the snapshot that broke, but not in the one before it.
        lines = read_journal(read_file(paths.journal_previous) or b"").lines + lines
    with collector_paused():
        apply_changes(base.tables, (line.change for line in lines if line.generation >= base.generation))
    generations = [line.generation for line in lines]
    return LoadedState(
        tables=base.tables,
        schema=base.schema,
        generation=max([base.generation, *generations]),
        origin=origin,
        is_snapshot_broken=is_broken,
        is_journal_stale=bool(generations) and max(generations) < base.generation,
        journal=journal,
        snapshot_identity=identity,
        journal_inode=inode,
    )


def _choose_base(paths: StatePaths, data: bytes | None) -> tuple[Snapshot, Origin, bool]:
    """Return the snapshot to begin from, where it is from, and whether ``state.json`` was passed over."""
    if data is not None:
        try:
            return read_snapshot(data), Origin.SNAPSHOT, False
        except ValueError:
            pass
    previous = read_file(paths.previous)
    if previous is not None:
        try:
            return read_snapshot(previous), Origin.PREVIOUS, True
        except ValueError:
            pass
    return Snapshot({}, 0, 0), Origin.NOTHING, data is not None or previous is not None


def waiting_files(spool: Spool, known: dict[str, SpoolFile]) -> dict[str, SpoolFile]:
    """Read the spool's files, those in ``known`` from memory; damaged and vanished ones are passed over."""
    files: dict[str, SpoolFile] = {}
    for name in spool.names():
        try:
            files[name] = known.get(name) or spool.read(name)
        except (OSError, ValueError):
            continue
    return files


def merge_spooled(tables: Tables, file: SpoolFile) -> list[Change]:
    """Return the changes that a spool file means for ``tables``, each seen on top of those before it."""
    merged: dict[tuple[str, str], Change] = {}
    for spooled in file.changes:
        table, doc_id, _ = spooled.change
        earlier = merged.get((table, doc_id))
        current = earlier.record if earlier else tables.get(table, {}).get(doc_id)
        merged[table, doc_id] = spooled.onto(current)
    return list(merged.values())


def apply_waiting(
    tables: Tables, files: Iterable[SpoolFile], tidy: Callable[[Change], Change]
) -> list[Change]:
    """Lay spool files over tables in memory, except those that the journal has; return what was changed."""
    made: list[Change] = []
    for file in files:
        if not was_taken(tables, file):
            changes = [tidy(change) for change in merge_spooled(tables, file)]
            apply_changes(tables, changes)
            made += changes
    return made


def taking(file: SpoolFile) -> Change:
    """Return the change that notes a spool file as taken in."""
    return Change(TAKEN_TABLE, doc_id_of(file.id), {"file": file.name})


def was_taken(tables: Tables, file: SpoolFile) -> bool:
    """Tell whether the journal has a spool file's changes."""
    return doc_id_of(file.id) in tables.get(TAKEN_TABLE, {})


def forget_taken(tables: Tables, spool: Spool) -> Tables:
    """Return the tables without the notes on spool files that are gone; raises OSError."""
    if TAKEN_TABLE not in tables:
        return tables
    waiting = set(spool.names())
    notes = {
        doc_id: note
        for doc_id, note in tables[TAKEN_TABLE].items()
        if isinstance(note, dict) and note.get("file") in waiting
    }
    others = {name: records for name, records in tables.items() if name != TAKEN_TABLE}
    return others | {TAKEN_TABLE: notes} if notes else others
