"""``reader restore``: a backup in the place of everything that is kept."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Take the backup in and say what became of what was there."""
    with open_kept(folders) as desk:
        say(f"{desk.restore(Path(arguments.file))} Restoring that file undoes this.")
    return 0
