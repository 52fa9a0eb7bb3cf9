"""What is on the disk, read without locks: a snapshot, the journal's lines after it, the spool on top."""

from __future__ import annotations

import errno
import stat
from enum import StrEnum
from typing import TYPE_CHECKING
from zlib import crc32

from reader.errors import StoreError
from reader.store.files import read_file
from reader.store.journal import Change, JournalText, Record, Tables, apply_changes, read_journal
from reader.store.snapshot import META_ID, META_TABLE, SCHEMA, Snapshot, collector_paused, read_snapshot
from reader.values import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

ATTEMPTS = 20
"""How often a reader starts over when the owner replaces files under it, at most once a session each."""


class Origin(StrEnum):
    """Which file the tables were begun from."""

    NOTHING = "nothing"
    SNAPSHOT = "snapshot"
    PREVIOUS = "previous"
    BACKUP = "backup"


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
    backups: Path

    @classmethod
    def of(cls, folder: Path) -> StatePaths:
        """Return the paths inside ``folder``."""
        names = ("state.json", "state.json.previous", "state.journal", "state.journal.previous")
        folders = ("spool", "backups")
        return cls(folder, *(folder / name for name in (*names, "state.torn", "state.lock", *folders)))

    def daily_copies(self) -> list[Path]:
        """List the daily copies, the oldest first."""
        return sorted(self.backups.glob("state-????-??-??.json"))

    def expect_files(self) -> None:
        """Raise StoreError when no file stands where one belongs: reading a pipe would never end."""
        for path in (self.snapshot, self.previous, self.journal, self.journal_previous, self.lock):
            try:
                mode = path.stat().st_mode
            except FileNotFoundError:
                if not path.is_symlink():
                    continue
                found = f"a link to {path.readlink()}, where there is no file"
            except OSError as error:
                found = f"out of reach ({error.strerror})"
            else:
                if stat.S_ISREG(mode):
                    continue
                found = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            raise StoreError(
                f"The state cannot be read, because {path} is {found}: move that away, then start again."
            )


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


class LoadedState(NamedTuple):
    """The tables as snapshot and journal give them, and how they were come by.

    The tables are of the present schema, ``schema`` is the one of the file. ``generation`` is the highest
    seen; ``is_snapshot_broken`` says that ``state.json`` is missing, damaged or not to be parsed;
    ``is_journal_stale`` that a fold was cut short between its two renames.
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
    is_rotten = data is not None and identity is not None and _is_rotten(data, identity, journal)
    base, origin, is_broken = _choose_base(paths, data, is_rotten=is_rotten)
    lines = journal.lines
    if is_broken:
        # Lines of the journal before are in the snapshot that broke, but not in the one before it.
        lines = read_journal(read_file(paths.journal_previous) or b"").lines + lines
    lines = [line for line in lines if line.change.table != META_TABLE]
    with collector_paused():
        apply_changes(base.tables, (line.change for line in lines if line.generation >= base.generation))
    generations = [line.generation for line in lines]
    return LoadedState(
        tables=base.tables if base.schema == SCHEMA else _migrated(base),
        schema=base.schema,
        generation=max([base.generation, *generations]),
        origin=origin,
        is_snapshot_broken=is_broken,
        is_journal_stale=bool(generations) and max(generations) < base.generation,
        journal=journal,
        snapshot_identity=identity,
        journal_inode=inode,
    )


def _migrated(base: Snapshot) -> Tables:
    from reader.store.migrations import migrate

    return migrate(base.tables, base.schema)


def _choose_base(paths: StatePaths, data: bytes | None, *, is_rotten: bool) -> tuple[Snapshot, Origin, bool]:
    """Return the snapshot to begin from, where it is from, and whether ``state.json`` was passed over.

    A rotten one that can be parsed is better than none, and worse than the one before it.
    """
    found = _parse(data)
    if found is not None and not is_rotten:
        return found, Origin.SNAPSHOT, False
    previous = read_file(paths.previous)
    if (older := _parse(previous)) is not None:
        return older, Origin.PREVIOUS, True
    if found is not None:
        return found, Origin.SNAPSHOT, True
    if data is not None or previous is not None:
        for path in reversed(paths.daily_copies()):
            if (copied := _parse(read_file(path))) is not None:
                return copied, Origin.BACKUP, True
    had_one = data is not None or previous is not None or paths.journal_previous.exists()
    return Snapshot({}, SCHEMA, 0), Origin.NOTHING, had_one


def _parse(data: bytes | None) -> Snapshot | None:
    try:
        return None if data is None else read_snapshot(data)
    except ValueError:
        return None


def seal_snapshot(path: Path, data: bytes) -> Change:
    """Return the journal's note on the snapshot just written: its checksum, length and time."""
    seal: Record = {"crc32": crc32(data), "length": len(data), "modified_ns": path.stat().st_mtime_ns}
    return Change(META_TABLE, META_ID, seal)


def _is_rotten(data: bytes, identity: FileIdentity, journal: JournalText) -> bool:
    """Tell whether a snapshot's bytes changed under its name.

    An editor, another program or a restored backup leaves a new time or length: that file is taken as it
    is. The same time and length with another checksum is a disk that forgets.
    """
    notes = [line.change.record for line in journal.lines if line.change.table == META_TABLE]
    if not notes or (seal := notes[-1]) is None:
        return False
    is_untouched = (seal.get("length"), seal.get("modified_ns")) == (len(data), identity.modified_ns)
    return is_untouched and seal.get("crc32") != crc32(data)
