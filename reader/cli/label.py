"""``reader label`` and ``reader status``: one word on what is kept."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Give the bookmark its label or status; an empty one takes it away."""
    with open_kept(folders) as desk:
        change = desk.set_label if arguments.verb == "label" else desk.set_status
        say(change([arguments.bookmark], arguments.word))
    return 0
