"""``reader backup``: everything that is kept, in one file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Write the backup and say so; an older one is written over only with ``--replace``."""
    with open_kept(folders) as desk:
        say(desk.back_up(Path(arguments.file), replaces=arguments.replace))
    return 0
