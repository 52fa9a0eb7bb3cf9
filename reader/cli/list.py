"""``reader list``: the library, a line an article."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.documents import entry_document, print_json
from reader.cli.opening import open_desk
from reader.cli.speaking import say
from reader.desk.desk import Desk
from reader.desk.reading import Entry
from reader.domain.dates import short_date
from reader.domain.duration import in_words
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print the articles, all or the unread ones; 1 when there is none."""
    with open_desk(folders) as desk:
        entries = _entries(desk)
        if arguments.unread:
            entries = [(number, entry) for number, entry in entries if not entry.mark.is_read]
        if arguments.json:
            print_json([entry_document(entry, number) for number, entry in entries])
        else:
            _print(entries)
        return 0 if entries else 1


def print_library(folders: Folders) -> None:
    """Print every article as text."""
    with open_desk(folders) as desk:
        _print(_entries(desk))


def _entries(desk: Desk) -> list[tuple[int, Entry]]:
    return [(number, desk.entry(head)) for number, head in enumerate(desk.heads, 1)]


def _print(entries: list[tuple[int, Entry]]) -> None:
    for number, entry in entries:
        signs = (" " if entry.mark.is_read else "●") + ("★" if entry.kept_count else " ")
        head = entry.head
        details = [head.source, short_date(head.published), in_words(head.minutes)]
        if entry.quote_count is not None:
            details.append(f"{entry.quote_count} “”")
        say(f"{number:>4} {signs} {head.title}  ({' · '.join(filter(None, details))})")
