"""Opening the desk for one verb: the library as it is on the disk now."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from reader.desk.desk import Desk
from reader.paths import Folders


@contextmanager
def open_desk(folders: Folders) -> Iterator[Desk]:
    """Open the desk with the catalogue up to date; files that cannot be taken in are named on stderr."""
    with Desk(folders) as desk:
        scanned = desk.scanner().scan()
        desk.take_scan(scanned)
        for sentence in (*desk.notices, *scanned.problems):
            print(f"reader: {sentence}", file=sys.stderr)
        yield desk
