"""The process that holds the lock: its changes go into the journal, and the snapshot is its to replace."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from reader.errors import StoreError
from reader.store.daily import DailyCopy
from reader.store.files import keep_copy, make_folder, write_durably
from reader.store.journal import Change, Durability, Journal, Record, Tables, apply_changes, seal_change
from reader.store.loading import FileIdentity, LoadedState, StatePaths, TakenIn, seal_snapshot
from reader.store.snapshot import META_TABLE, SCHEMA, encode_snapshot
from reader.store.waiting import forget_taken, merge_spooled, taking, was_taken

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.store.lock import StateLock
    from reader.store.spool import Spool, SpoolFile

LARGE_SNAPSHOT_BYTES = 4 << 20
"""Above this a snapshot takes longer to write than a person should wait at exit (30,000 documents: 25 ms)."""

SMALL_JOURNAL_BYTES = 64 << 10
"""A journal beside a large snapshot that is not worth folding at exit: about 1,000 lines, 5 ms to replay."""

LARGE_JOURNAL_BYTES = 4 << 20
"""A journal that is folded at open, whoever left it: about 60,000 lines."""

TAKEN_AWAY = "The journal was taken away while it was in use"


class Owner:
    """Keeps the tables in memory and on the disk in step: a line in the journal first, memory after.

    On the disk is at any moment a snapshot and the lines made after it. Folding, which writes a new
    snapshot and puts the journal aside, happens at open and at exit, never between two keys.
    """

    holder = ""

    def __init__(
        self,
        paths: StatePaths,
        lock: StateLock,
        spool: Spool,
        loaded: LoadedState,
        tidy: Callable[[Change], Change],
        durability: Durability = Durability.FAST,
    ) -> None:
        self._paths = paths
        self._lock = lock
        self._spool = spool
        self._tidy = tidy
        self.tables: Tables = loaded.tables
        self.notices: list[str] = []
        self.refusal = ""
        self._has_given_up = False
        self._generation = loaded.generation
        self._unusable_spool: set[str] = set()
        self._seal = b""
        self._daily = DailyCopy(paths)
        self._mend(loaded)
        self._journal = Journal(paths.journal, durability)
        has_changes = any(line.change.table != META_TABLE for line in loaded.journal.lines)
        self._folded_size = 0 if has_changes else self._journal.size
        if self._seal:
            with contextlib.suppress(StoreError):
                self._journal.append(self._seal)
        self._begin_journal(loaded)
        self._take_spool()

    def append(self, changes: Sequence[Change]) -> None:
        """Make changes by one write; raises StoreError with disk and memory as they were."""
        if not changes:
            return
        if self.refusal:
            raise StoreError(self.refusal)
        self._answer_failures()
        changes = [self._tidy(change) for change in changes]
        self._journal.append(b"".join([seal_change(self._generation, change) for change in changes]))
        apply_changes(self.tables, changes)

    def rewrite(self, tables: Mapping[str, Mapping[str, Record]]) -> None:
        """Replace everything by a new snapshot; raises StoreError with disk and memory as they were."""
        new_tables = {name: dict(records) for name, records in tables.items()}
        try:
            self._write_snapshot(new_tables)
        except OSError as error:
            raise StoreError(
                f"The state could not be written to {self._paths.snapshot} ({error.strerror}):"
                " make room or mend the disk, then do it again."
            ) from error
        self.tables = new_tables
        self._put_journal_aside()

    def fold(self) -> None:
        """Write a snapshot of everything and put the journal aside; raises OSError with nothing changed."""
        tables = forget_taken(self.tables, self._spool)
        self._write_snapshot(tables)
        self.tables = tables
        self._put_journal_aside()

    def take_in(self) -> TakenIn:
        """Put the spool's changes into the journal, then remove their files; damaged ones are set aside.

        A disk that has refused everything is tried again by the next change, not once a second.
        """
        if self.refusal or self._has_given_up:
            return TakenIn()
        self._keep_lock()
        self._answer_failures()
        if not self._journal.is_in_place():
            self._write_anew(TAKEN_AWAY)
        if self._journal.size > self._folded_size:
            self._copy_daily()
        if (failure := self._daily.failure) is not None:
            self._notice(f"Today's copy in {self._paths.backups} could not be made ({failure.strerror}).")
        return self._take_spool()

    def _copy_daily(self) -> None:
        """Copy the snapshot once a day; in a session that lasts for days, with what was done in it.

        That takes a new snapshot, which a small state has in some 20 ms, once a night.
        """
        if self._daily.has_day_turned() and not self._is_large():
            with contextlib.suppress(OSError):
                self.fold()
        self._daily.begin()

    def _take_spool(self) -> TakenIn:
        changes: list[Change] = []
        taken: list[str] = []
        try:
            for name in self._spool.names():
                if (file := self._read_spooled(name)) is None:
                    continue
                changes += self._take(file)
                taken.append(name)
            if changes:
                self._journal.sync()
        except (OSError, StoreError) as error:
            reason = error.strerror if isinstance(error, OSError) else str(error)
            self._notice(f"Changes that wait in {self._spool.folder} could not be taken in yet ({reason}).")
            return TakenIn(tuple(changes))
        self._spool.remove(taken)
        return TakenIn(tuple(changes))

    def _take(self, file: SpoolFile) -> list[Change]:
        """Journal one spool file's changes, and that it was taken: one write, the id last."""
        if was_taken(self.tables, file):
            return []
        changes = merge_spooled(self.tables, file)
        self.append([*changes, taking(file)])
        return changes

    def _read_spooled(self, name: str) -> SpoolFile | None:
        if name in self._unusable_spool:
            return None
        try:
            return self._spool.read(name)
        except FileNotFoundError:
            return None
        except OSError as error:
            self._unusable_spool.add(name)
            self._notice(f"{self._spool.folder / name} could not be read ({error.strerror}): it stays there.")
        except ValueError as error:
            self._unusable_spool.add(name)
            with contextlib.suppress(OSError):
                bad_name = self._spool.set_aside(name)
                self._notice(f"A damaged change was set aside as {self._spool.folder / bad_name} ({error}).")
        return None

    def close(self) -> None:
        """Take in what waits, fold when it is worth it, and give up the lock.

        Raises StoreError, the lock given up all the same, when neither journal nor snapshot can be saved.
        """
        try:
            self.take_in()
            if not self.refusal:
                self._settle()
        finally:
            self._daily.wait()
            self._journal.close()
            self._lock.release()

    def _settle(self) -> None:
        if self._is_worth_folding():
            with contextlib.suppress(OSError):
                self.fold()
        self._answer_failures()
        try:
            self._journal.sync()
        except OSError as error:
            self._write_anew(f"The disk failed to save ({error.strerror})")

    def _is_worth_folding(self) -> bool:
        return self._journal.size - self._folded_size > (SMALL_JOURNAL_BYTES if self._is_large() else 0)

    def _is_large(self) -> bool:
        identity = FileIdentity.of(self._paths.snapshot)
        return identity is not None and identity.length > LARGE_SNAPSHOT_BYTES

    def _notice(self, sentence: str) -> None:
        if sentence not in self.notices:
            self.notices.append(sentence)

    def _write_snapshot(self, tables: Tables) -> None:
        """Replace the snapshot, the old one kept as the previous; raises OSError with nothing changed."""
        if self._paths.snapshot.exists():
            keep_copy(self._paths.snapshot, self._paths.previous)
        self._replace_snapshot(tables)

    def _replace_snapshot(self, tables: Tables) -> None:
        # Counted before it is written: a line of a generation that never was is replayed, but one older
        # than the snapshot would not be.
        self._generation += 1
        data = encode_snapshot(tables, self._generation)
        write_durably(self._paths.snapshot, data)
        self._seal = seal_change(self._generation, seal_snapshot(self._paths.snapshot, data))

    def _put_journal_aside(self) -> None:
        """Begin an empty journal; where that fails its lines are older than the snapshot and do no harm."""
        with contextlib.suppress(OSError, StoreError):
            self._journal.rotate(self._paths.journal_previous)
            if self._seal:
                self._journal.append(self._seal)
            self._folded_size = self._journal.size

    def _keep_lock(self) -> None:
        """Lock the lock's file again when the one that was locked has been removed; raises StoreError."""
        try:
            is_kept = self._lock.keep()
        except OSError:
            # The folder is gone or closed to us: what cannot be written there says so itself.
            return
        if not is_kept:
            self.refusal = (
                f"The lock in {self._paths.folder} was removed and {self._lock.holder()} has taken over, so"
                " nothing can be changed here any more: close this one and start again."
            )
            raise StoreError(self.refusal)

    def _answer_failures(self) -> None:
        """Write a new snapshot when the journal on the disk can no longer be trusted; raises StoreError."""
        if self._journal.sync_failure is not None:
            self._write_anew(f"The disk failed to save ({self._journal.sync_failure.strerror})")
        elif not self._journal.is_whole():
            self._write_anew(TAKEN_AWAY)

    def _write_anew(self, cause: str) -> None:
        """Answer a disk that may have lost lines with a snapshot of memory; raises StoreError."""
        self._has_given_up = True
        try:
            make_folder(self._paths.folder)
            self._keep_lock()
            self.fold()
        except OSError as error:
            raise StoreError(
                f"{cause}, and the state could not be written to {self._paths.snapshot} either"
                f" ({error.strerror}): look at the disk before you close Pullquote."
            ) from error
        self._has_given_up = False
        self._notice(f"{cause}, so everything was written anew to {self._paths.snapshot}.")

    def _mend(self, loaded: LoadedState) -> None:
        """Set aside what is damaged and say so; raises OSError when the disk does not allow it."""
        if loaded.journal.damaged:
            from reader.store.setting_aside import set_lines_aside

            self._notice(set_lines_aside(self._paths, loaded))
        if loaded.is_snapshot_broken:
            from reader.store.setting_aside import set_snapshot_aside

            said = set_snapshot_aside(self._paths, loaded)
            # The journal stays: with the snapshot before it, it still leads to everything that was done.
            self._replace_snapshot(self.tables)
            self._notice(said)

    def _begin_journal(self, loaded: LoadedState) -> None:
        """Go on with the journal that is there, folded where it is long, not ours or of an older schema."""
        if loaded.is_journal_stale:
            self._put_journal_aside()
        elif loaded.schema < SCHEMA:
            if self._paths.snapshot.exists():
                from reader.store.setting_aside import keep_older_layout

                self._notice(keep_older_layout(self._paths, loaded.schema))
            self.fold()
        elif self._journal.size > LARGE_JOURNAL_BYTES or not self._journal.is_ours():
            with contextlib.suppress(OSError):
                self.fold()
