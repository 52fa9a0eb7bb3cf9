"""Copies of the whole state that a person asks for, and taking one in."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.store.files import make_folder, write_durably
from reader.store.migrations import migrate
from reader.store.records import BOOKMARKS, MARKS
from reader.store.snapshot import META_TABLE, SCHEMA, encode_backup, read_backup
from reader.store.waiting import TAKEN_TABLE
from reader.values import NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.journal import Tables
    from reader.store.loading import StatePaths
    from reader.store.storage import JournalStorage


class Backup(NamedTuple):
    """What a backup holds, in the present layout; ``is_altered`` when its checksum does not fit."""

    tables: Tables
    is_altered: bool


def write_backup(paths: StatePaths, tables: Tables, file: Path, *, replaces: bool) -> None:
    """Write everything to ``file``, whole or not at all; raises StoreError.

    What is there already is written over only if it is a backup and ``replaces`` says so.
    """
    if file.is_dir():
        raise StoreError(f"{file} is a folder: name a file for the backup.")
    if file.resolve().parent == paths.folder.resolve():
        raise StoreError(f"{file} lies in the state's own folder: name a place outside of it for the backup.")
    if file.exists():
        try:
            is_other = META_TABLE.encode() not in file.read_bytes()[:64]
        except OSError as error:
            raise StoreError(f"{file} cannot be looked at ({error.strerror}): name another file.") from error
        if is_other:
            raise StoreError(f"{file} is there already and is no backup: name another file.")
        if not replaces:
            raise StoreError(
                f"{file} is a backup already: name another file, or write over it with --replace."
            )
    try:
        write_durably(file, encode_backup(_without_notes(tables)))
    except OSError as error:
        raise StoreError(
            f"The backup could not be written to {file} ({error.strerror}): make room or name another file."
        ) from error


def write_before_restore(paths: StatePaths, tables: Tables) -> Path:
    """Keep what is about to be replaced among the copies, and return its file; raises StoreError."""
    stamp = time.strftime("%Y%m%d-%H%M%S")
    names = (f"before-restore-{stamp}{rest}.json" for rest in ("", *(f"-{n}" for n in range(2, 1000))))
    try:
        make_folder(paths.backups)
        file = next(paths.backups / name for name in names if not (paths.backups / name).exists())
        write_durably(file, encode_backup(_without_notes(tables)))
    except OSError as error:
        raise StoreError(
            f"Nothing was restored, because what is there now could not be copied to {paths.backups} first"
            f" ({error.strerror}): make room, then restore again."
        ) from error
    return file


def open_backup(file: Path) -> Backup:
    """Read a backup, a daily copy or any snapshot; raises StoreError when it is none that can be used."""
    try:
        if not file.is_file():
            raise StoreError(f"{file} is no file: name the backup to restore.")
        backup = read_backup(file.read_bytes())
    except OSError as error:
        raise StoreError(f"{file} cannot be read ({error.strerror}): look at its permissions.") from error
    except ValueError as error:
        raise StoreError(f"{file} is no backup that can be restored ({error}): name another file.") from error
    if backup.schema > SCHEMA:
        raise StoreError(f"{file} was written by a newer Pullquote: update this one, then restore it.")
    return Backup(migrate(backup.tables, backup.schema), backup.is_altered)


class Restored(NamedTuple):
    """What a restore did: how much is kept now, what there was before, and whether the backup was altered."""

    bookmark_count: int
    mark_count: int
    before: Path
    is_altered: bool


def restore(storage: JournalStorage, file: Path) -> Restored:
    """Replace everything by a backup, after keeping what is there; raises StoreError, nothing changed."""
    if storage.refusal:
        raise StoreError(storage.refusal)
    if not storage.is_owner:
        raise StoreError(
            f"Nothing was restored: {storage.holder} has the store open; close it there, then restore again."
        )
    backup = open_backup(file)
    storage.take_in()
    before = write_before_restore(storage.paths, storage.tables)
    notes = {name: records for name, records in storage.tables.items() if name == TAKEN_TABLE}
    storage.write(_without_notes(backup.tables) | notes)
    bookmarks, marks = (storage.tables.get(table, {}) for table in (BOOKMARKS, MARKS))
    return Restored(len(bookmarks), len(marks), before, backup.is_altered)


def _without_notes(tables: Tables) -> Tables:
    """Leave out what is known of the spool's files, which are those of this folder alone."""
    return {name: records for name, records in tables.items() if name != TAKEN_TABLE}
