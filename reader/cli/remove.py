"""``reader remove``: an article into the library's trash."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_desk
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Move the article's file to the trash and say where it lies."""
    with open_desk(folders) as desk:
        head = desk.find(arguments.article)
        desk.remove(head)
        say(f"Removed “{head.title}”; {desk.last_trash} holds its file, and moving that back undoes it.")
    return 0
