"""Reading and writing the library's files: nothing but regular files, and never half of one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from reader.domain.clean import clean_line
from reader.errors import ContentError

SIZE_LIMIT_BYTES = 10_000_000
"""The largest file that is read; a long novel has one megabyte."""

TEMPORARY_PREFIX = ".adding-"
"""How the name of a file begins that is not yet whole; a crash may leave one behind."""


def shown_name(path: Path) -> str:
    """Return a file's name fit to be shown, whatever bytes it is made of."""
    return clean_line(path.name) or "(a file whose name cannot be shown)"


def read_file(path: Path) -> bytes:
    """Return a regular file's bytes.

    Raises ``ContentError`` for what is missing, forbidden, larger than ``SIZE_LIMIT_BYTES``, or not a
    regular file: a link is not followed, and a pipe or a device is never waited for.
    """
    name = shown_name(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOFOLLOW)
    except OSError as error:
        if path.is_symlink():
            raise ContentError(
                f"{name} is a symbolic link, which is not followed; put the file itself there."
            ) from error
        raise ContentError(
            f"{name} cannot be opened ({_reason(error)}); check the file and its rights."
        ) from error
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise ContentError(f"{name} is not a regular file, so it is not read; give the path of a text file.")
    try:
        with os.fdopen(descriptor, "rb") as file:
            data = file.read(SIZE_LIMIT_BYTES + 1)
    except OSError as error:
        raise ContentError(f"{name} cannot be read ({_reason(error)}); check the disk.") from error
    if len(data) > SIZE_LIMIT_BYTES:
        raise ContentError(
            f"{name} is larger than {SIZE_LIMIT_BYTES // 1_000_000} MB, the most that is read; split it."
        )
    return data


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that does not exist yet, whole or not at all, and see it onto the disk.

    Raises ``FileExistsError`` when another file has the name, ``ContentError`` when it cannot be written.
    """
    temporary = path.with_name(f"{TEMPORARY_PREFIX}{os.getpid()}-{path.name}")
    try:
        descriptor = os.open(
            temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644
        )
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(descriptor)
            move_to_new_name(temporary, path)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise
    except OSError as error:
        raise ContentError(
            f"{shown_name(path)} could not be written ({_reason(error)}); nothing was changed."
        ) from error


def move_to_new_name(source: Path, target: Path) -> None:
    """Rename a file without ever replacing another; raises ``FileExistsError`` instead."""
    try:
        # A hard link fails when the name is taken, which a rename does not.
        os.link(source, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:
        # File systems without hard links: the empty file that holds the name is replaced.
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644))
        source.replace(target)
    else:
        source.unlink()
    _sync_folder(target.parent)


def make_folder(folder: Path) -> None:
    """Create a folder with its parents; raises ``ContentError`` when that is refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise ContentError(
            f"{shown_name(folder)} is a file and not a folder, so no library can be there; choose another."
        ) from error
    except OSError as error:
        raise ContentError(
            f"The folder {shown_name(folder)} cannot be made ({_reason(error)}); check its rights."
        ) from error


def _sync_folder(folder: Path) -> None:
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        # Some network file systems refuse to sync a folder; the file itself has been synced.
        pass
    finally:
        os.close(descriptor)


def _reason(error: OSError) -> str:
    return (error.strerror or "unknown reason").lower()
