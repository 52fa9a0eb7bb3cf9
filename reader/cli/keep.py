"""``reader keep``: keep a quotation by its number."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_desk
from reader.cli.speaking import say
from reader.errors import NotFoundError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Keep the quotation and print the bookmark's id."""
    with open_desk(folders) as desk:
        head = desk.find(arguments.article)
        reading = desk.reading(head)
        count = len(reading.quotations)
        if not 1 <= arguments.quote <= count:
            raise NotFoundError(
                f"“{head.title}” has {count} quotations, so there is no number {arguments.quote}; "
                f"`reader quotes {head.id}` lists them."
            )
        say(desk.keep(reading, reading.quotations[arguments.quote - 1]).id)
    return 0
