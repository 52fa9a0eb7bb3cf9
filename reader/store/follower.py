"""A process without the lock: it reads along, and what it changes goes into the spool for the owner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.store.files import read_from
from reader.store.journal import Change, Record, Tables, apply_changes, read_journal
from reader.store.loading import (
    ATTEMPTS,
    FileIdentity,
    LoadedState,
    StatePaths,
    TakenIn,
    load_state,
)
from reader.store.snapshot import META_TABLE, SCHEMA
from reader.store.spool import Spool, SpooledChange, SpoolFile, altered_fields
from reader.store.waiting import apply_waiting, names_in, waiting_files

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Follower:
    """Shows snapshot, journal and spool as one; every change it makes is a file of the spool first.

    ``refusal`` is the sentence with which changes are refused altogether, empty when they are not.
    """

    def __init__(
        self, paths: StatePaths, spool: Spool, tidy: Callable[[Change], Change], holder: str, refusal: str
    ) -> None:
        self._paths = paths
        self._spool = spool
        self._tidy = tidy
        self.holder = holder
        self.refusal = refusal
        self.notices: list[str] = [refusal] if refusal else []
        self.tables: Tables = {}
        self._waiting: dict[str, SpoolFile] = {}
        self._load()

    def append(self, changes: Sequence[Change]) -> None:
        """Put changes into the spool, then into memory; raises StoreError with both as they were."""
        if not changes:
            return
        if self.refusal:
            raise StoreError(self.refusal)
        spooled = [
            SpooledChange(
                change, altered_fields(self.tables.get(change.table, {}).get(change.doc_id), change.record)
            )
            for change in changes
        ]
        try:
            file = self._spool.put(spooled)
        except OSError as error:
            raise StoreError(
                f"The change could not be written to {self._spool.folder} ({error.strerror}):"
                " make room or look at its permissions, then do it again."
            ) from error
        self._waiting[file.name] = file
        apply_changes(self.tables, map(self._tidy, changes))

    def rewrite(self, tables: Mapping[str, Mapping[str, Record]]) -> None:  # noqa: ARG002 - an owner's privilege
        """Refuse: only the owner may replace everything."""
        raise StoreError(
            self.refusal or f"The state is in use by {self.holder}: close that one first, then do it again."
        )

    def close(self) -> None:
        """Nothing is held open."""

    def take_in(self) -> TakenIn:
        """Read on from where the files were left, or all of them when one was replaced."""
        before = set(self._waiting)
        waiting = waiting_files(self._spool, self._waiting)
        changes = self._read_on()
        if changes is None:
            self._load()
            return TakenIn(is_reloaded=True)
        self._waiting = waiting
        if not changes and set(waiting) == before:
            return TakenIn()
        apply_changes(self.tables, changes)
        changes += apply_waiting(self.tables, waiting.values(), self._tidy)
        return TakenIn(tuple(changes))

    def _load(self) -> None:
        """Read everything as of one moment.

        The spool comes first: what leaves it meanwhile is in the journal by then. But a fold may have
        forgotten that it was taken in, and it would be laid over something newer; so what was in the spool
        before must be there after, else the reading starts over.
        """
        for _ in range(ATTEMPTS):
            waiting = waiting_files(self._spool, self._waiting)
            loaded = load_state(self._paths)
            if set(waiting) <= set(names_in(self._spool)):
                break
        self._follow(loaded)
        self._waiting = waiting
        apply_waiting(self.tables, waiting.values(), self._tidy)

    def _follow(self, loaded: LoadedState) -> None:
        self.schema = loaded.schema
        self.tables = loaded.tables
        self._generation = loaded.generation
        self._snapshot_identity = loaded.snapshot_identity
        self._journal_inode = loaded.journal_inode
        self._journal_length = loaded.journal.sound_length

    def _read_on(self) -> list[Change] | None:
        """Return the changes journalled since, or None when only a full reading can tell."""
        if self.schema < SCHEMA:
            return None
        try:
            identity = FileIdentity.of(self._paths.journal)
            if identity is None:
                has_vanished = self._journal_inode != 0 or self._snapshot_changed()
                return None if has_vanished else []
            if identity.inode != self._journal_inode or identity.length < self._journal_length:
                return None
            text = read_journal(read_from(self._paths.journal, self._journal_length))
            if self._snapshot_changed():
                return None
        except OSError:
            return None
        self._journal_length += text.sound_length
        return [line.change for line in text.lines if line.change.table != META_TABLE]

    def _snapshot_changed(self) -> bool:
        return FileIdentity.of(self._paths.snapshot) != self._snapshot_identity
