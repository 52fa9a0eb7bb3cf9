"""A pytest plugin that puts our classes in the place of TinyDB's: ``-p tests.store.tinydb_plugin``.

TinyDB's own suite then runs unchanged, its databases in memory and in JSON files being state folders of
ours. Middlewares and storages of the suite's own stay with TinyDB: there is nothing of ours in them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import tinydb
from tinydb.storages import JSONStorage, MemoryStorage

from reader.store.storage import JournalStorage
from reader.store.table import KeyedDB

PlainDB = tinydb.TinyDB


class DatabaseOfTheSuite(KeyedDB):
    """Ours, opened as the suite opens TinyDB: a file's path becomes a folder's, memory a new folder."""

    def __new__(cls, *arguments: Any, **settings: Any) -> Any:
        storage = settings.get("storage", JSONStorage)
        if storage in {JSONStorage, MemoryStorage} and not settings.keys() - {"storage"}:
            return super().__new__(cls)
        return PlainDB(*arguments, **settings)

    def __init__(self, path: Any = None, **_: Any) -> None:
        folder = tempfile.mkdtemp() if path is None else f"{path}.state"
        super().__init__(Path(folder), storage=JournalStorage)


tinydb.TinyDB = DatabaseOfTheSuite  # type: ignore[misc]
