"""A desk on a library of one article and one bundled piece, with a clock that goes by the second."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from reader.desk.desk import Desk
from reader.paths import Folders
from tests.articles import BRIDGE

TOUR = "---\nid: tour\ntitle: A short tour\n---\n“Read what was said,” the tour says.\n"
Opener = Callable[[], Desk]


@pytest.fixture
def library(folders: Folders, tmp_path: Path) -> Folders:
    content = tmp_path / "content"
    content.mkdir()
    (content / "tour.md").write_text(TOUR, "utf-8")
    folders.library.mkdir()
    (folders.library / "bridge.md").write_text(BRIDGE, "utf-8")
    return Folders(folders.library, folders.state, folders.cache, folders.config, content)


@pytest.fixture
def open_desk(library: Folders) -> Iterator[Opener]:
    """Open the desk; the one opened before is closed, as when the app is started again."""
    opened: list[Desk] = []
    seconds = count(1_800_000_000)

    def opener() -> Desk:
        for earlier in opened:
            earlier.close()
        opened.append(Desk(library, clock=lambda: float(next(seconds))))
        return opened[-1]

    yield opener
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(open_desk: Opener) -> Desk:
    return open_desk()
