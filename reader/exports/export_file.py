"""Writing an export: whole or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import contextlib
import os
import stat
import tempfile
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from reader.domain.clean import clean_line
from reader.errors import ExportError


class Written(Enum):
    """What was done to a file; its value completes "3 quotations …", in the singular where that differs."""

    NEW = ("written to {file}",) * 2
    ADDED = ("added at the end of {name}; what it said stays as it was",) * 2
    RENEWED = (
        "now stand between the marks in {name}; the rest of it stays as it was",
        "now stands between the marks in {name}; the rest of it stays as it was",
    )
    SAME = (
        "stand in {name} already; nothing was changed",
        "stands in {name} already; nothing was changed",
    )

    def sentence(self, count: int, file: Path) -> str:
        """Say it of so many quotations: where a new file is, of one that was there what it is called."""
        many, one = self.value
        done = (one if count == 1 else many).format(file=clean_line(str(file)), name=clean_line(file.name))
        return f"{count:,} {'quotation' if count == 1 else 'quotations'} {done}."


SIZE_LIMIT_BYTES = 100_000_000
"""No file of notes is larger; what is, was named by mistake."""


def write_region(path: Path, compose: Callable[[str | None], str]) -> bool:
    """Write what ``compose`` makes of the file's text (None: no file); tell whether anything changed.

    Raises ExportError when the file cannot be read or written, or when it changed since it was read.
    """
    if _is_no_file(path):
        return _pour(path, compose(None).encode("utf-8", "replace"))
    target, before = _resolve(path), None
    try:
        before = _read(target, path)
        current = None if before is None else before.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ExportError(f"“{path}” is no UTF-8 text; nothing was written, give another file.") from error
    return _write(target, path, compose(current).encode("utf-8", "replace"), before)


def write_whole(path: Path, text: str, *, replaces: bool) -> Written:
    """Write a file of nothing else than ``text`` and tell what was done.

    A file with other words in it is written over only when ``replaces`` says so. Raises ExportError.
    """
    data = text.encode("utf-8", "replace")
    if _is_no_file(path):
        _pour(path, data)
        return Written.NEW
    target = _resolve(path)
    before = _read(target, path)
    if before and before != data and not replaces:
        raise ExportError(
            f"“{path}” is there already and says something else; give another file "
            "(the command line writes over it with --replace)."
        )
    return Written.NEW if _write(target, path, data, before) else Written.SAME


def _is_no_file(path: Path) -> bool:
    """Tell whether the path is a pipe or a device such as /dev/stdout: there is nothing in it to lose."""
    try:
        mode = path.expanduser().stat().st_mode
    except (OSError, RuntimeError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pour(path: Path, data: bytes) -> bool:
    try:
        path.expanduser().write_bytes(data)
    except OSError as error:
        raise _refused(path, error) from error
    return True


def _resolve(path: Path) -> Path:
    """Return the file behind links, so that a link stays one."""
    try:
        target = path.expanduser().resolve()
        if target.is_dir():
            raise ExportError(f"“{path}” is a folder; give the name of a file in it.")
        if not target.parent.is_dir():
            raise ExportError(f"There is no folder “{path.parent}” to write “{path.name}” to; make it first.")
    except (OSError, RuntimeError, ValueError) as error:
        raise ExportError(f"“{path}” cannot be reached; check the path.") from error
    return target


def _read(target: Path, path: Path) -> bytes | None:
    try:
        if target.stat().st_size > SIZE_LIMIT_BYTES:
            raise ExportError(f"“{path}” is larger than 100 MB; give another file.")
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ExportError(f"“{path}” cannot be read ({error.strerror}); nothing was written.") from error


def _write(target: Path, path: Path, data: bytes, before: bytes | None) -> bool:
    if data == before:
        return False
    mode = None if before is None else _writable_mode(target, path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".new", dir=target.parent)
    except OSError as error:
        raise _refused(path, error) from error
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        fresh.chmod(mode if mode is not None else 0o666 & ~_umask())
        # Read again at the last moment: an editor or a sync may have written since.
        if _read(target, path) != before:
            raise ExportError(
                f"“{path}” was changed by someone else meanwhile; nothing was written, do it again."
            )
        fresh.replace(target)
    except OSError as error:
        raise _refused(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return True


def _writable_mode(target: Path, path: Path) -> int:
    """Return the file's rights; a rename would go over a read-only file without asking, so this asks."""
    mode = stat.S_IMODE(target.stat().st_mode)
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise ExportError(f"“{path}” is read-only; nothing was written, allow it or give another file.")
    return mode


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _refused(path: Path, error: OSError) -> ExportError:
    return ExportError(f"“{path}” cannot be written ({error.strerror}); it is as it was.")
