"""The lock that makes one process the owner of the state; the others read, and spool what they change."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from typing import TYPE_CHECKING

from reader.store.files import BINARY

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    # Far behind the text of the file: Windows keeps others from reading the bytes that are locked.
    _LOCKED_BYTE = 1 << 30

    def _try_lock(descriptor: int) -> bool:
        os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


class StateLock:
    """An advisory lock on a file, held until ``release`` or the end of the process, however it ends.

    The file stays when the lock goes: removing it would let two processes lock two files of one name.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1

    @property
    def is_held(self) -> bool:
        """Whether this process holds the lock."""
        return self._descriptor >= 0

    def acquire(self) -> bool:
        """Take the lock if it is free; raises OSError when the file cannot be opened for writing."""
        if self.is_held:
            return True
        if (descriptor := self._try_path()) < 0:
            return False
        self._descriptor = descriptor
        return True

    def keep(self) -> bool:
        """Hold the file that the path names now; False when somebody else holds it, who is the owner then.

        The file that was locked may have been removed with its folder. Raises OSError.
        """
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(self._descriptor), self._path.stat()):
                return True
        if (descriptor := self._try_path()) < 0:
            return False
        os.close(self._descriptor)
        self._descriptor = descriptor
        return True

    def _try_path(self) -> int:
        """Lock the file of that name and return its descriptor, -1 when it is locked; raises OSError."""
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | BINARY, 0o600)
        if not _try_lock(descriptor):
            os.close(descriptor)
            return -1
        # Who holds it is a courtesy to the others: on a full disk the lock is just as good without.
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            os.write(descriptor, json.dumps({"pid": os.getpid(), "since": int(time.time())}).encode("ascii"))
        return descriptor

    def release(self) -> None:
        """Give the lock up; harmless when it is not held."""
        if self.is_held:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = -1

    def holder(self) -> str:
        """Say who holds the lock, such as ``process 4711, since 14:02``."""
        try:
            match json.loads(self._path.read_bytes()):
                case {"pid": int(pid), "since": int(since)}:
                    return f"process {pid}, since {_clock(since)}"
        except (OSError, ValueError):
            pass
        return "another process"


def _clock(since: float) -> str:
    """Return a time of today as hours and minutes, an earlier one with its date."""
    moment = time.localtime(since)
    is_today = moment[:3] == time.localtime()[:3]
    return time.strftime("%H:%M" if is_today else "%Y-%m-%d %H:%M", moment)
