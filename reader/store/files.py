"""The file operations a store must be able to trust: durable replacement, synced folders, kept copies."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BINARY = getattr(os, "O_BINARY", 0)
"""Keeps Windows from rewriting line ends under a file descriptor."""

if sys.platform == "darwin":
    import fcntl

    def sync(descriptor: int) -> None:
        """Force a file's bytes to the disk itself; fsync on macOS stops at the drive's cache."""
        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)

elif hasattr(os, "fdatasync"):

    def sync(descriptor: int) -> None:
        """Force a file's bytes to the disk."""
        os.fdatasync(descriptor)

else:

    def sync(descriptor: int) -> None:
        """Force a file's bytes to the disk."""
        os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Make renames, links and removals in ``folder`` durable, where platform and file system can."""
    if sys.platform == "win32":
        return
    # Some network file systems refuse it; what was renamed is in place all the same.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder for its owner's eyes alone, entered durably where it is; raises OSError."""
    if folder.is_dir():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    sync_folder(folder.parent)


def read_file(path: Path) -> bytes | None:
    """Return a file's bytes, or None when there is no such file."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def read_from(path: Path, offset: int) -> bytes:
    """Return a file's bytes from ``offset`` on; raises OSError."""
    with path.open("rb") as file:
        file.seek(offset)
        return file.read()


def write_durably(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` whole or not at all: temporary file, sync, rename, sync of the folder.

    A link stays a link: it is the file it leads to that is replaced. Raises OSError with ``path`` as it
    was, and nothing left beside it.
    """
    path = path.resolve()
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | BINARY, 0o600)
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync(descriptor)
        finally:
            os.close(descriptor)
        draft.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def append_durably(path: Path, data: bytes) -> None:
    """Add ``data`` to the end of a file and sync it; raises OSError, the file then as long as before."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | BINARY, 0o600)
    try:
        length = os.fstat(descriptor).st_size
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            sync(descriptor)
        except OSError:
            os.ftruncate(descriptor, length)
            raise
    finally:
        os.close(descriptor)
    sync_folder(path.parent)


def keep_copy(path: Path, copy: Path) -> None:
    """Let ``copy`` name what ``path`` holds now, by a hard link, or by a copy where links are unknown.

    The link is what makes keeping the old snapshot cost nothing; ``path`` must only ever be replaced.
    """
    draft = copy.with_name(f"{copy.name}.{os.getpid()}.tmp")
    draft.unlink(missing_ok=True)
    try:
        os.link(path.resolve(), draft)
    except OSError:
        write_durably(copy, path.read_bytes())
        return
    try:
        draft.replace(copy)
    finally:
        # rename(2) does nothing when both names are one file already: the draft would stay behind.
        draft.unlink(missing_ok=True)
