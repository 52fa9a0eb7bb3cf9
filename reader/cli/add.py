"""``reader add``: files, or standard input, into the library."""

from __future__ import annotations

import sys
from argparse import Namespace

from reader.cli.opening import open_desk
from reader.desk.desk import Desk
from reader.desk.sources import Overrides, Source, read_source
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
    code = 0
    with open_desk(folders) as desk:
        for name in arguments.sources:
            try:
                print(_add(desk, name, overrides), flush=True)
            except ReaderError as error:
                print(f"reader: {error}", file=sys.stderr)
                code = code or error.exit_code
    return code


def _add(desk: Desk, name: str, overrides: Overrides) -> str:
    desk.add(_source(name), overrides)
    return desk.last_added or ""


def _source(name: str) -> Source:
    if name.startswith(ADDRESS_STARTS):
        raise UsageError(f"Pages from the network come later: save {name} as a file and add that.")
    if name == "-":
        return Source("standard input", sys.stdin.buffer.read())
    return read_source(name)
