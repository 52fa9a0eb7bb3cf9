"""``reader restore-bookmark``: keep again what was let go."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Keep the quotation with this id again."""
    with open_kept(folders) as desk:
        say(f"Kept again: {desk.bring_back(arguments.bookmark).text}")
    return 0
