"""``reader bookmarks``: the kept quotations, chosen, in the form asked for, printed or into a file."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.documents import print_json
from reader.cli.opening import open_kept
from reader.cli.speaking import complain, say
from reader.desk.desk import Desk
from reader.desk.documents import bookmark_document, removed_document
from reader.desk.exporting import cite_bookmark, export, export_markdown, markdown_text, write_export
from reader.desk.kept_filter import KeptFilter, article_of, since_seconds
from reader.domain.clean import clean_line
from reader.domain.mark import Bookmark
from reader.errors import ContentError
from reader.paths import Folders

FORMS = ("csv", "csl", "bibtex", "ris")


def run(arguments: Namespace, folders: Folders) -> int:
    """Print what is kept and chosen, the oldest first, or what was let go, the latest first.

    1 when there is nothing, and then no file is written. With ``--import``, take bookmarks in instead.
    """
    if arguments.source is not None:
        return _take_in(arguments.source, folders)
    with open_kept(folders) as desk:
        present = [item.bookmark for item in desk.removed()] if arguments.removed else desk.bookmarks()
        bookmarks = _filter(desk, arguments).choose(present)
        if not bookmarks:
            if arguments.json and arguments.output is None:
                print_json([])
            return 1
        path = None if arguments.output in (None, "-") else Path(arguments.output)
        if path is None:
            say(_text(desk, bookmarks, arguments).removesuffix("\n"))
        elif arguments.markdown:
            export_markdown(desk, bookmarks, path)
        else:
            write_export(path, _text(desk, bookmarks, arguments), replaces=arguments.replace)
    return 0


def _take_in(source: str, folders: Folders) -> int:
    """Take in bookmarks from a file or standard input; 3 when some were refused, each with its reason."""
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).expanduser().read_bytes()
    except (OSError, RuntimeError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it leads nowhere").lower()
        raise ContentError(f"“{clean_line(source)}” cannot be read ({reason}); check the path.") from error
    with open_kept(folders) as desk:
        imported = desk.take_in_bookmarks(data)
    for sentence in imported.refused:
        complain(sentence)
    say(imported.sentence)
    return ContentError.exit_code if imported.refused else 0


def _filter(desk: Desk, arguments: Namespace) -> KeptFilter:
    return KeptFilter(
        speaker=arguments.speaker or "",
        tags=tuple(arguments.tag),
        since=None if arguments.since is None else since_seconds(clean_line(arguments.since), time.time()),
        article="" if arguments.article is None else article_of(desk, arguments.article),
        label=arguments.label or "",
        words=arguments.words or "",
    )


def _text(desk: Desk, bookmarks: Sequence[Bookmark], arguments: Namespace) -> str:
    """Return bookmarks in the form asked for; without one a line each."""
    if arguments.markdown:
        return markdown_text(desk, bookmarks)
    if arguments.json:
        removed = {item.bookmark.id: item for item in desk.removed()} if arguments.removed else {}
        documents = [
            removed_document(removed[bookmark.id]) if arguments.removed else bookmark_document(bookmark)
            for bookmark in bookmarks
        ]
        return json.dumps(documents, indent=2) + "\n"
    if arguments.style is not None:
        style = clean_line(arguments.style)
        return "\n\n".join(cite_bookmark(desk, bookmark, style) for bookmark in bookmarks) + "\n"
    for form in FORMS:
        if getattr(arguments, form):
            return export(desk, bookmarks, form)
    lines = [f"{b.id}  {desk.bookmark_text(b)}  ({b.title}){_said_of(b)}" for b in bookmarks]
    return "\n".join(lines) + "\n"


def _said_of(bookmark: Bookmark) -> str:
    """Return the end of a bookmark's line: its label, status and tags, and whether it has a note."""
    tags = (f"#{tag}" for tag in bookmark.tags)
    said = [bookmark.label, bookmark.status, *tags, "with a note" if bookmark.note else ""]
    return "".join(f" · {word}" for word in said if word)
