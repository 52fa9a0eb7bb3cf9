"""What can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from reader.errors import NotFoundError, ReaderError

UNDO_DEPTH = 100


class Change(NamedTuple):
    """Something a person did: ``description`` completes "Undone: …", ``revert`` takes it back."""

    description: str
    revert: Callable[[], object]


class UndoStack:
    """The last hundred changes, newest first."""

    def __init__(self) -> None:
        self._changes: deque[Change] = deque(maxlen=UNDO_DEPTH)

    def __bool__(self) -> bool:
        return bool(self._changes)

    def clear(self) -> None:
        """Forget every change: there is nothing left that they were made to."""
        self._changes.clear()

    def push(self, change: Change) -> None:
        """Remember a change that has been made."""
        self._changes.append(change)

    def undo(self) -> str | None:
        """Take the newest change back and say what it was; None when there is none.

        A change that the disk refuses to take back stays on the stack; one whose object has gone is
        forgotten, so that it does not stand before the older ones. Either way its error is raised.
        """
        if not self._changes:
            return None
        change = self._changes.pop()
        try:
            change.revert()
        except NotFoundError:
            raise
        except ReaderError:
            self._changes.append(change)
            raise
        return change.description
