"""A copy of the snapshot for each of the last days on which something changed."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from typing import TYPE_CHECKING, BinaryIO

from reader.store.files import BINARY, make_folder, sync, sync_folder

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store.loading import StatePaths

DAYS_KEPT = 7

_PIECE_BYTES = 1 << 20


class DailyCopy:
    """Copies the snapshot before the first change of a day is folded into it, in a thread of its own.

    A snapshot is only ever replaced, so it can be copied while the store is used. One that is the newest
    copy already is not copied again: seven days without a change push nothing out.
    """

    def __init__(self, paths: StatePaths) -> None:
        self._paths = paths
        self._day = ""
        self._thread: threading.Thread | None = None
        self.failure: OSError | None = None

    def has_day_turned(self) -> bool:
        """Tell whether something was done on an earlier day, and nothing yet on this one."""
        return self._day not in {"", time.strftime("%Y-%m-%d")}

    def begin(self) -> None:
        """Start copying if nothing was done about it today; some microseconds, a few hundred once a day."""
        day = time.strftime("%Y-%m-%d")
        if day == self._day:
            return
        self._day = day
        target = self._paths.backups / f"state-{day}.json"
        if target.exists():
            return
        try:
            snapshot = self._paths.snapshot.open("rb")
        except OSError:
            return
        self.wait()
        self._thread = threading.Thread(target=self._copy, args=(snapshot, target), daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait until a copy that was begun is done."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _copy(self, snapshot: BinaryIO, target: Path) -> None:
        draft = target.with_name(f"{target.name}.{os.getpid()}.tmp")
        with snapshot:
            try:
                status = os.fstat(snapshot.fileno())
                if any(_is_copy(path, status) for path in self._paths.daily_copies()[-1:]):
                    return
                make_folder(target.parent)
                _copy_bytes(snapshot, draft)
                os.utime(draft, ns=(status.st_mtime_ns, status.st_mtime_ns))
                draft.replace(target)
                sync_folder(target.parent)
                for path in self._paths.daily_copies()[:-DAYS_KEPT]:
                    path.unlink()
            except OSError as error:
                self.failure = error
                with contextlib.suppress(OSError):
                    draft.unlink(missing_ok=True)


def _is_copy(path: Path, status: os.stat_result) -> bool:
    known = path.stat()
    return (known.st_size, known.st_mtime_ns) == (status.st_size, status.st_mtime_ns)


def _copy_bytes(source: BinaryIO, target: Path) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)
    with open(descriptor, "wb", buffering=0) as file:  # noqa: PTH123 - a descriptor, not a path
        while piece := source.read(_PIECE_BYTES):
            file.write(piece)
        sync(descriptor)
