"""``reader where``: the folders in use."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print each place on a line."""
    for name in ("library", "state", "cache", "config", "content"):
        say(f"{name:<8} {getattr(folders, name)}")
    return 0
