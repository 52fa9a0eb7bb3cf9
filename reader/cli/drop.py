"""``reader drop``: let a kept quotation go."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Let the bookmark with this id go."""
    with open_kept(folders) as desk:
        say(f"Let go of {desk.drop(arguments.bookmark).text}")
    return 0
