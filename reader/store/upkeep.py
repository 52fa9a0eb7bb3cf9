"""What an open state is besides its contents: a lock, notices, checks, and copies of the whole."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

    from reader.domain.mark import Finding
    from reader.store.backups import Restored
    from reader.store.journal import Change
    from reader.store.storage import JournalStorage


class Upkeep(ABC):
    """An open state folder, whatever is in it; the first process to open it owns it."""

    def __init__(self, storage: JournalStorage) -> None:
        self._storage = storage

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave everything on the disk in as few files as is worth the time; harmless when done twice."""
        self._storage.close()

    @property
    def is_owner(self) -> bool:
        """Whether this process holds the lock."""
        return self._storage.is_owner

    @property
    def holder(self) -> str:
        """Which process holds the lock, such as ``process 4711, since 14:02``; empty when it is this one."""
        return self._storage.holder

    @property
    def refusal(self) -> str:
        """The sentence with which every change is refused, empty when changes are taken."""
        return self._storage.refusal

    @property
    def notices(self) -> tuple[str, ...]:
        """What was set aside or repaired, a sentence each; it may grow while the store is open."""
        return self._storage.notices

    def take_in(self) -> bool:
        """Take in what other processes did since; True if anything changed. Cheap, for once a second."""
        taken = self._storage.take_in()
        if taken.is_reloaded:
            self._forget()
        for change in taken.changes:
            self._touch(change)
        return taken.is_reloaded or bool(taken.changes)

    def check(self) -> tuple[Finding, ...]:
        """Look for what is damaged, misplaced or left over, in memory and on the disk; change nothing."""
        from reader.store.inspection import find_problems  # only two commands ever need it

        return tuple(problem.finding for problem in find_problems(self._storage))

    def repair(self) -> tuple[Finding, ...]:
        """Put right what can be and return it, the files copied first; raises StoreError."""
        from reader.store.inspection import mend

        repaired = mend(self._storage)
        self._forget()
        return repaired

    def back_up(self, file: Path, *, replaces: bool = False) -> None:
        """Write everything to a file of its own, ordinary TinyDB JSON; raises StoreError.

        An older backup is written over only when ``replaces`` says so.
        """
        from reader.store.backups import write_backup

        write_backup(self._storage.paths, self._storage.tables, file, replaces=replaces)

    def restore(self, file: Path) -> Restored:
        """Put a backup in the place of everything; what is there now is kept first.

        Raises StoreError with nothing changed.
        """
        from reader.store.backups import restore

        restored = restore(self._storage, file)
        self._forget()
        return restored

    @abstractmethod
    def _touch(self, change: Change) -> None:
        """Take note that a document was put, altered or taken away."""

    @abstractmethod
    def _forget(self) -> None:
        """Let go of what was read from tables that are others now."""
