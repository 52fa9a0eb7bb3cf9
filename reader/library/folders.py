"""Walking a folder for the files that are articles."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.domain.clean import clean_line
from reader.errors import ContentError
from reader.library.formats.reading import SUFFIXES
from reader.library.records import Stamp

if TYPE_CHECKING:
    from pathlib import Path

_SUFFIXES = tuple(SUFFIXES)
_DEEPEST = 32


@dataclass(slots=True)
class Listing:
    """What lies in a folder: stamps by relative path, folders with their times, and what cannot be read."""

    stamps: dict[str, Stamp] = field(default_factory=dict)
    folders: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def list_folder(root: Path) -> Listing:
    """Return the article files under ``root``; names with a leading dot and links are left out.

    Raises ``ContentError`` when the folder itself cannot be read.
    """
    listing = Listing()
    waiting = [("", 0)]
    while waiting:
        relative, depth = waiting.pop()
        try:
            folder = os.path.join(root, relative) if relative else str(root)  # noqa: PTH118 - 100,000 files
            # Before its entries, so that a file that comes meanwhile is found the next time.
            listing.folders[relative] = os.stat(folder).st_mtime_ns  # noqa: PTH116
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name[0] == ".":
                        continue
                    path = f"{relative}/{entry.name}" if relative else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        if depth < _DEEPEST:
                            waiting.append((path, depth + 1))
                    elif entry.name.lower().endswith(_SUFFIXES):
                        _take(listing, entry, path)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            name = clean_line(relative or root.name)
            message = (
                f"The folder {name} cannot be read ({reason}); check that it exists and your rights to it."
            )
            if not relative:
                raise ContentError(message) from error
            listing.problems.append(message)
    return listing


def folder_times(root: Path, folders: dict[str, int]) -> dict[str, int]:
    """Return the present times of folders seen before; one that is gone has the time 0."""
    base = str(root)
    return {relative: _mtime_ns(f"{base}/{relative}") for relative in folders}


def file_stamp(path: str | Path) -> Stamp | None:
    """Return a file's stamp, None when it is gone."""
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size, status.st_ino)


def _take(listing: Listing, entry: os.DirEntry[str], path: str) -> None:
    if entry.is_file(follow_symlinks=False):
        status = entry.stat(follow_symlinks=False)
        listing.stamps[path] = Stamp(status.st_mtime_ns, status.st_size, status.st_ino)
    elif entry.is_symlink():
        listing.problems.append(
            f"{clean_line(path)} is a symbolic link, which is not followed; put the file itself there."
        )
    else:
        listing.problems.append(f"{clean_line(path)} is not a regular file, so it is not read; remove it.")


def _mtime_ns(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116 - asked once a second of every folder
    except OSError:
        return 0
