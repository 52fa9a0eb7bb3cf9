"""What can be taken back."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

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

    def push(self, change: Change) -> None:
        """Remember a change that has been made."""
        self._changes.append(change)

    def undo(self) -> str | None:
        """Take the newest change back and say what it was; None when there is none.

        A change that cannot be taken back stays on the stack, and its error is raised.
        """
        if not self._changes:
            return None
        self._changes[-1].revert()
        return self._changes.pop().description
