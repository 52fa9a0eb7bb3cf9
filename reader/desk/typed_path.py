"""Paths as a person types them, and as terminals paste them for a file that was dropped on them."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit


def typed_path(line: str) -> str:
    """Return the path that ``line`` means: in quotation marks, with escaped spaces, as a file address.

    A file that has just this name goes before every other reading.
    """
    path = line.strip()
    if not path or _exists(path):
        return path
    if path.startswith("file://"):
        return unquote(urlsplit(path).path)
    if os.name == "nt":  # where \ parts folders
        return path[1:-1] if len(path) > 1 and path[0] == path[-1] and path[0] in "'\"" else path
    try:
        words = shlex.split(path)
    except ValueError:  # a mark that is not closed: part of the name, or still being typed
        return path
    return words[0] if len(words) == 1 else path


def completed_path(line: str, endings: tuple[str, ...]) -> str | None:
    """Return ``line`` with the last part of its path completed, None when no file or folder begins so.

    Folders end with ``/``; of files only those with one of ``endings`` are offered, and hidden names only
    to who begins with a dot. What was typed stays as it is, be it in quotation marks or escaped.
    """
    mark = line[:1] if line[:1] in "'\"" else ""
    has_escapes = not mark and "\\" in line and os.name != "nt"
    typed = line.removeprefix(mark)
    folder, slash, stem = (typed.replace("\\", "") if has_escapes else typed).rpartition("/")
    if not typed.strip():
        return None
    try:
        names = sorted(
            _offered(Path(f"{folder}{slash}" or ".").expanduser(), stem, endings), key=str.casefold
        )
    except (OSError, RuntimeError, ValueError):
        return None
    if not names:
        return None
    rest = names[0][len(stem) :]
    return line + (rest.replace(" ", "\\ ") if has_escapes else rest)


def _offered(folder: Path, stem: str, endings: tuple[str, ...]) -> list[str]:
    offered = []
    with os.scandir(folder) as entries:
        for entry in entries:
            name = entry.name
            if not name.startswith(stem) or (name.startswith(".") and not stem) or not name.isprintable():
                continue
            if entry.is_dir():
                offered.append(f"{name}/")
            elif name.lower().endswith(endings) and name != stem:
                offered.append(name)
    return offered


def _exists(path: str) -> bool:
    try:
        return Path(path).expanduser().exists()
    except (OSError, RuntimeError, ValueError):
        return False
