"""TinyDB's storage over a snapshot and a journal, for the one process that owns them and for all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tinydb.storages import Storage

from reader.errors import StoreError
from reader.store.files import make_folder
from reader.store.follower import Follower
from reader.store.journal import Durability
from reader.store.loading import StatePaths, TakenIn, load_state
from reader.store.lock import StateLock
from reader.store.owner import Owner
from reader.store.snapshot import META_TABLE, SCHEMA
from reader.store.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from reader.store.journal import Change, Record, Tables


def keep_as_is(change: Change) -> Change:
    """Return a change as it was made."""
    return change


class JournalStorage(Storage):
    """A folder with ``state.json`` (ordinary TinyDB JSON), ``state.journal``, ``state.lock`` and ``spool/``.

    Whoever gets the lock owns the state. The others follow it and become the owner, when ``take_in`` is
    called, once the lock is free. ``tidy`` may replace a change that was merged from the spool.
    ``change_count`` grows with every change of the tables, whoever made it. Not for use by several threads.
    """

    def __init__(
        self,
        folder: Path,
        tidy: Callable[[Change], Change] = keep_as_is,
        durability: Durability = Durability.FAST,
    ) -> None:
        self.paths = StatePaths.of(folder)
        self._tidy = tidy
        self._durability = durability
        self._notices: list[str] = []
        _make_folder(folder)
        self.paths.expect_files()
        self._spool = Spool(self.paths.spool)
        self._lock = StateLock(self.paths.lock)
        self._side: Owner | Follower = self._choose_side()
        self._is_closed = False
        self.change_count = 0

    @property
    def tables(self) -> Tables:
        """The live tables, to be read only."""
        return self._side.tables

    @property
    def is_owner(self) -> bool:
        """Whether this process holds the lock."""
        return isinstance(self._side, Owner)

    @property
    def holder(self) -> str:
        """Who holds the lock if this process does not."""
        return self._side.holder

    @property
    def refusal(self) -> str:
        """The sentence with which changes are refused, empty when they are taken."""
        return self._side.refusal

    @property
    def notices(self) -> tuple[str, ...]:
        """What was set aside or repaired, a sentence each."""
        return (*self._notices, *self._side.notices)

    def read(self) -> dict[str, dict[str, Record]] | None:
        """Return the tables, None when there are none; the documents are live, to be read only."""
        return dict(self.tables) or None

    def write(self, data: Mapping[str, Mapping[str, Record]]) -> None:
        """Replace everything by a new snapshot: the way of TinyDB's generic operations."""
        self.change_count += 1
        self._side.rewrite({name: records for name, records in data.items() if name != META_TABLE})

    def append(self, changes: Sequence[Change]) -> None:
        """Make changes, all by one write; raises StoreError with nothing changed."""
        if self._is_closed:
            raise StoreError(f"The state in {self.paths.folder} was closed: open it again.")
        self.change_count += 1
        self._side.append(changes)

    def take_in(self) -> TakenIn:
        """Take in what other processes did since."""
        if self._is_closed:
            return TakenIn()
        if self._may_become_owner():
            self._notices += self._side.notices
            self._side = self._choose_side()
            taken = TakenIn(is_reloaded=True)
        else:
            taken = self._side.take_in()
        self.change_count += taken.is_reloaded or bool(taken.changes)
        return taken

    def _may_become_owner(self) -> bool:
        if self.is_owner or self.refusal:
            return False
        try:
            return self._lock.acquire()
        except OSError:
            return False

    def close(self) -> None:
        """Fold the journal if it is worth it, and give up the lock; harmless when done twice."""
        if not self._is_closed:
            self._is_closed = True
            self._side.close()

    def _choose_side(self) -> Owner | Follower:
        try:
            if not self._lock.acquire():
                return self._follow(holder=self._lock.holder())
            loaded = load_state(self.paths)
            if loaded.schema > SCHEMA:
                self._lock.release()
                return self._follow(
                    refusal=f"The state in {self.paths.folder} was written by a newer Pullquote, so nothing"
                    " can be changed with this one: update it."
                )
            return Owner(self.paths, self._lock, self._spool, loaded, self._tidy, self._durability)
        except OSError as error:
            self._lock.release()
            place = error.filename or self.paths.folder
            return self._follow(
                refusal=f"Nothing can be kept, because {place} cannot be written ({error.strerror}):"
                " make room or look at its permissions, then start again."
            )
        except BaseException:
            self._lock.release()
            raise

    def _follow(self, holder: str = "", refusal: str = "") -> Follower:
        return Follower(self.paths, self._spool, self._tidy, holder, refusal)


def _make_folder(folder: Path) -> None:
    """Make the state folder; raises StoreError."""
    try:
        make_folder(folder)
        next(iter(folder.iterdir()), None)
    except (FileExistsError, NotADirectoryError) as error:
        raise StoreError(
            f"{folder} cannot hold the state, because it or a part of its path is a file:"
            " move that file or name another folder with --state."
        ) from error
    except OSError as error:
        raise StoreError(
            f"The state folder {folder} cannot be used ({error.strerror}):"
            " look at its permissions or name another folder with --state."
        ) from error
