"""``reader show``: one article as plain text, or its blocks and spans."""

from __future__ import annotations

from argparse import Namespace
from itertools import chain

from reader.cli.documents import article_document, print_json
from reader.cli.opening import open_desk
from reader.cli.speaking import say
from reader.domain.dates import short_date
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print an article."""
    with open_desk(folders) as desk:
        head = desk.find(arguments.article)
        reading = desk.reading(head)
        if arguments.json:
            print_json(article_document(desk.entry(head), (desk.row_of(head.id) or 0) + 1, reading))
            return 0
        if arguments.plain:
            from reader.plain.script import Script
            from reader.plain.wording import head_lines

            script = Script(reading, desk.kept(reading).indexes)
            for line in chain(head_lines(desk.entry(head)), script.all_lines()):
                say(line)
            return 0
        updated = f"updated {short_date(head.updated)}" if head.updated else None
        origin = " · ".join(filter(None, [head.source, head.place, short_date(head.published), updated]))
        byline = ", ".join(head.authors)
        say("\n".join(filter(None, [head.title, byline, origin])) + "\n")
        say(reading.article.text)
    return 0
