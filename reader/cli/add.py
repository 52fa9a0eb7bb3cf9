"""``reader add``: files, or standard input, into the library."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import suppress

from reader.cli.opening import open_desk
from reader.cli.speaking import complain, say
from reader.desk.desk import Desk
from reader.desk.sources import (
    Overrides,
    Source,
    check_overrides,
    normal_front,
    read_source,
    read_stream,
)
from reader.errors import ReaderError, UsageError
from reader.paths import Folders

ADDRESS_STARTS = ("http://", "https://", "ftp://", "file://")


def run(arguments: Namespace, folders: Folders) -> int:
    """Add each source and print its id; one that cannot be added does not keep the others out."""
    overrides = Overrides(
        title=arguments.title,
        source=arguments.source,
        url=arguments.url,
        authors=tuple(arguments.author),
        published=arguments.published,
        tags=tuple(arguments.tag),
    )
    check_overrides(overrides)
    code = 0
    with open_desk(folders) as desk:
        for name in arguments.sources:
            try:
                desk.add(_source(name), overrides)
            except ReaderError as error:
                if arguments.debug:
                    raise
                complain(str(error))
                code = code or error.exit_code
                continue
            if not desk.is_last_new and (unapplied := _unapplied(desk, overrides)):
                complain(unapplied)
            # Who listened may have left; what was asked for is done all the same.
            with suppress(BrokenPipeError):
                say(desk.last_added or "")
                sys.stdout.flush()
    return code


def _unapplied(desk: Desk, overrides: Overrides) -> str:
    """Say what was given for an article that is there already and says something else; its file stays."""
    head = desk.find(desk.last_added or "")
    said = normal_front(overrides)
    given = {
        "--title": (said.title, head.title),
        "--source": (said.source, head.source),
        "--url": (said.url, head.url),
        "--author": (said.authors, head.authors),
        "--published": (said.published, head.published),
        "--tag": (said.tags, head.tags),
    }
    flags = [flag for flag, (wanted, found) in given.items() if wanted and wanted != found]
    if not flags:
        return ""
    where = "it comes with Pullquote" if head.is_bundled else f"write it at the head of {head.path}"
    return f"“{head.title}” was in the library already, so {', '.join(flags)} changed nothing; {where}."


def _source(name: str) -> Source:
    if name.startswith(ADDRESS_STARTS):
        raise UsageError(f"Pages from the network come later: save {name} as a file and add that.")
    if name == "-":
        # Without a name, so that none is taken for the title.
        return read_stream("", sys.stdin.buffer)
    return read_source(name)
