"""Older layouts of the documents, brought to the present one step by step.

A migration takes the tables of one schema and returns those of the next; its number is that of the schema
it starts from. It may meet any document at all, and leaves what it does not understand as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store import records
from reader.store.snapshot import SCHEMA

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.store.journal import Tables


def migrate(tables: Tables, schema: int) -> Tables:
    """Return tables of any schema up to the present one as tables of the present one."""
    for number in range(schema, SCHEMA):
        tables = MIGRATIONS[number](tables)
    return tables


def place_by_identity(tables: Tables) -> Tables:
    """Move documents from the ids that TinyDB counted up to those of their articles and bookmarks.

    Schema 0 is a file without ``_meta``: made by a script with TinyDB alone, whose ``insert`` numbers
    documents from 1. One whose place is taken stays where it is, for ``reader check`` to find.
    """
    placed: Tables = {}
    for table, documents in tables.items():
        moved = placed[table] = dict(documents)
        for doc_id, record in documents.items():
            if records.why_unreadable(table, record):
                continue
            right_id = records.id_in_table(table, record)
            if right_id and right_id not in moved:
                moved[right_id] = moved.pop(doc_id)
    return placed


MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {0: place_by_identity}
