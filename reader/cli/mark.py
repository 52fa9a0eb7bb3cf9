"""``reader mark``: read or unread."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_desk
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Mark an article."""
    with open_desk(folders) as desk:
        head = desk.find(arguments.article)
        say(desk.finish(head) if arguments.reading == "read" else desk.reopen(head))
    return 0
