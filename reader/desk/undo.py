"""What can be taken back, and done again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, ReaderError
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.domain.article import ArticleId
    from reader.library.library import Library
    from reader.library.trash import TrashedArticle

UNDO_DEPTH = 100


class Change(NamedTuple):
    """Something a person did: ``description`` completes "Undone: …".

    ``revert`` takes it back, ``repeat`` does it again after that.
    """

    description: str
    revert: Callable[[], object]
    repeat: Callable[[], object]


class UndoStack:
    """The last hundred changes, newest first, and those taken back since the last change."""

    def __init__(self) -> None:
        self._done: deque[Change] = deque(maxlen=UNDO_DEPTH)
        self._undone: deque[Change] = deque(maxlen=UNDO_DEPTH)
        self._step: list[Change] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back, and nothing done since."""
        return bool(self._undone)

    def clear(self) -> None:
        """Forget every change: there is nothing left that they were made to."""
        self._done.clear()
        self._undone.clear()

    def push(self, change: Change) -> None:
        """Remember a change that has been made; what was taken back before cannot be done again after it."""
        if self._step is not None:
            self._step.append(change)
            return
        self._done.append(change)
        self._undone.clear()

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Take the changes that are pushed meanwhile for one."""
        step: list[Change] = []
        self._step = step
        try:
            yield
        finally:
            self._step = None
            if step:
                self.push(step[0] if len(step) == 1 else _joined(step))

    def undo(self) -> str | None:
        """Take the newest change back and say what it was; None when there is none.

        A change that the disk refuses to take back stays on the stack; one whose object has gone is
        forgotten, so that it does not stand before the older ones. Either way its error is raised.
        """
        return _move(self._done, self._undone, lambda change: change.revert())

    def redo(self) -> str | None:
        """Do the change last taken back again and say what it was, as ``undo`` does."""
        return _move(self._undone, self._done, lambda change: change.repeat())


def _move(source: deque[Change], target: deque[Change], act: Callable[[Change], object]) -> str | None:
    if not source:
        return None
    change = source.pop()
    try:
        act(change)
    except NotFoundError:
        raise
    except ReaderError:
        source.append(change)
        raise
    target.append(change)
    return change.description


def _joined(changes: Sequence[Change]) -> Change:
    def revert() -> None:
        for change in reversed(changes):
            change.revert()

    def repeat() -> None:
        for change in changes:
            change.repeat()

    return Change(", ".join(change.description for change in changes), revert, repeat)


class Undoing:
    """The changes a person made, to be taken back and done again: one chapter of the desk."""

    def __init__(self) -> None:
        self._undo = UndoStack()

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._undo.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back, and nothing done since."""
        return self._undo.can_redo

    def undo(self) -> str:
        """Take the last change back and say what it was."""
        description = self._undo.undo()
        return f"Undone: {description.removesuffix('.')}." if description else "Nothing to undo."

    def redo(self) -> str:
        """Do what was last taken back again and say what it was."""
        description = self._undo.redo()
        return f"Done again: {description.removesuffix('.')}." if description else "Nothing to do again."

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Take what is changed meanwhile back in one step, as when a note keeps its quotation."""
        with self._undo.one_step():
            yield


class TrashMove:
    """An article's way into the trash and out of it, as often as a person changes their mind."""

    def __init__(self, library: Library, article: ArticleId) -> None:
        self._library = library
        self._article = article
        self._trashed: TrashedArticle | None = None

    def put_in(self) -> TrashedArticle:
        """Move the article's file into the trash."""
        self._trashed = self._library.remove(self._article)
        return self._trashed

    def take_out(self) -> None:
        """Move the file back."""
        if self._trashed is not None:
            self._library.restore(self._trashed)
