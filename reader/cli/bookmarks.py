"""``reader bookmarks``: the kept quotations."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.documents import bookmark_document, print_json
from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print what is kept, the oldest first; 1 when nothing is."""
    with open_kept(folders) as desk:
        bookmarks = desk.bookmarks()
        if arguments.json:
            print_json([bookmark_document(bookmark) for bookmark in bookmarks])
        else:
            for bookmark in bookmarks:
                say(f"{bookmark.id}  {desk.bookmark_text(bookmark)}  ({bookmark.title})")
    return 0 if bookmarks else 1
