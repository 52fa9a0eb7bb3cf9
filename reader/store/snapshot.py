"""The snapshot: every document as ordinary TinyDB JSON, with a table ``_meta`` for schema and generation."""

from __future__ import annotations

import gc
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zlib import crc32

from reader.store.journal import Record, Tables, encode_json
from reader.values import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEMA = 1
"""The layout of the documents; a higher number in a file means that it can be read but not written."""

META_TABLE = "_meta"
META_ID = "1"


class BackupText(NamedTuple):
    """What a backup says; ``is_altered`` when it carries a checksum and that does not fit."""

    tables: Tables
    schema: int
    is_altered: bool


class Snapshot(NamedTuple):
    """The tables without ``_meta``, and what that table says."""

    tables: Tables
    schema: int
    generation: int


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking a growing heap: a large file loads a third faster."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_snapshot(data: bytes) -> Snapshot:
    """Take a snapshot's bytes apart; raises ValueError when they are not a TinyDB file.

    A file without ``_meta``, as another program makes it, counts as schema 0 and generation 0.
    """
    tables, meta = _read_tables(data)
    return Snapshot(tables, _number(meta, "schema"), _number(meta, "generation"))


def _read_tables(data: bytes) -> tuple[Tables, Record]:
    try:
        with collector_paused():
            tables = json.loads(data)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("not a TinyDB file")
    meta = tables.pop(META_TABLE, {}).get(META_ID)
    return tables, meta if isinstance(meta, dict) else {}


def _number(meta: Record, name: str) -> int:
    value = meta.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


def encode_snapshot(tables: Mapping[str, Mapping[str, Record]], generation: int) -> bytes:
    """Return the bytes of a snapshot; ``_meta`` comes first, so that the head of the file tells its age."""
    meta = {META_TABLE: {META_ID: {"schema": SCHEMA, "generation": generation}}}
    return encode_json(meta | dict(tables)).encode("ascii")


def encode_backup(tables: Mapping[str, Mapping[str, Record]]) -> bytes:
    """Return the bytes of a backup: a snapshot with the checksum of its tables in ``_meta``."""
    meta = {"schema": SCHEMA, "generation": 0, "crc32": crc32(encode_json(dict(tables)).encode("ascii"))}
    return encode_json({META_TABLE: {META_ID: meta}} | dict(tables)).encode("ascii")


def read_backup(data: bytes) -> BackupText:
    """Take a backup apart, or a snapshot, which has no checksum; raises ValueError when it is neither."""
    tables, meta = _read_tables(data)
    checksum = meta.get("crc32")
    is_altered = checksum is not None and checksum != crc32(encode_json(tables).encode("ascii"))
    return BackupText(tables, _number(meta, "schema"), is_altered)
