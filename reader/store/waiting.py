"""Changes that wait in the spool, as seen on top of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.ids import doc_id_of
from reader.store.journal import Change, Tables, apply_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.store.spool import Spool, SpoolFile

TAKEN_TABLE = "_spool"
"""Ids of spool files that the journal has: one that could not be removed is not taken in twice."""


def waiting_files(spool: Spool, known: dict[str, SpoolFile]) -> dict[str, SpoolFile]:
    """Read the spool's files, those in ``known`` from memory; damaged and vanished ones are passed over."""
    files: dict[str, SpoolFile] = {}
    for name in names_in(spool):
        try:
            files[name] = known.get(name) or spool.read(name)
        except (OSError, ValueError):
            continue
    return files


def names_in(spool: Spool) -> list[str]:
    """List the spool's files; none when the folder may not be read, which only its owner can mend."""
    try:
        return spool.names()
    except OSError:
        return []


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
