"""``reader keep``: keep a quotation by its number, or any words of an article."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_desk
from reader.cli.quoted import quotation_numbered, words_at, words_found
from reader.cli.speaking import say
from reader.domain.mark import LABELS
from reader.errors import UsageError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Keep the quotation or passage and print the bookmark's id."""
    ways = [arguments.quote is not None, arguments.words is not None, arguments.start is not None]
    if sum(ways) != 1 or (arguments.start is None) != (arguments.end is None):
        raise UsageError(
            "Say what to keep in one way: the number of a quotation, --words, or --from and --to together."
        )
    with open_desk(folders) as desk:
        reading = desk.reading(desk.find(arguments.article))
        if arguments.quote is not None:
            bookmark = desk.keep(reading, quotation_numbered(reading, arguments.quote))
            if arguments.label is not None:
                desk.set_label([bookmark.id], arguments.label)
        else:
            is_found = arguments.words is not None
            span = words_found(reading, arguments.words) if is_found else words_at(reading, arguments)
            label = LABELS[0] if arguments.label is None else arguments.label
            bookmark = desk.keep_passage(reading, [span], label)
        say(bookmark.id)
    return 0
