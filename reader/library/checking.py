"""What ``reader check`` says of the library: files that cannot be read, and a catalogue out of date."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from reader.domain.mark import Finding
from reader.errors import ContentError
from reader.library.files import TEMPORARY_PREFIX
from reader.library.folders import list_folder
from reader.library.records import Root

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.library.catalogue import Catalogue

_LEFTOVER_AGE_SECONDS = 60.0


def check_library(catalogue: Catalogue, roots: Mapping[Root, Path]) -> tuple[Finding, ...]:
    """Return the findings; nothing is changed, and no article is read."""
    findings: list[Finding] = []
    if not catalogue.is_sound():
        findings.append(Finding("The catalogue is broken.", "build it again from the files"))
    if catalogue.is_in_memory:
        findings.append(Finding("The cache folder cannot be used, so every start reads all files again."))
    for root, folder in roots.items():
        try:
            listing = list_folder(folder)
        except ContentError as error:
            findings.append(Finding(str(error)))
            continue
        findings += [Finding(problem) for problem in listing.problems]
        now = {os.fsencode(path): stamp for path, stamp in listing.stamps.items()}
        before = catalogue.stamps(root)
        stale = sum(before.get(path) != stamp for path, stamp in now.items()) + sum(
            path not in now for path in before
        )
        if stale:
            findings.append(
                Finding(
                    f"The catalogue is out of date for {stale:,} files in {folder.name}.", "read them again"
                )
            )
    findings += [Finding(problem) for problem in catalogue.problems()]
    findings += [
        Finding(f"{path.name} was left behind when adding an article was interrupted.", "remove it")
        for path in leftovers(roots[Root.LIBRARY])
    ]
    return tuple(findings)


def leftovers(folder: Path) -> list[Path]:
    """Return the unfinished files in a folder that nobody can be writing any more."""
    limit = time.time() - _LEFTOVER_AGE_SECONDS
    return [path for path in folder.glob(f"{TEMPORARY_PREFIX}*") if path.lstat().st_mtime < limit]


def remove_leftovers(folder: Path) -> None:
    """Remove the unfinished files in a folder."""
    for path in leftovers(folder):
        path.unlink(missing_ok=True)
