"""A library in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TOUR = "---\nid: tour\ntitle: The tour\npublished: 2019-01-01\n---\n\nThis is how it goes.\n"
PIECE = "---\nid: piece\ntitle: A bundled piece\npublished: 2024-01-01\n---\n\nA piece that came along.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    (content / "a-tour.md").write_text(TOUR)
    (content / "piece.md").write_text(PIECE)
    return tmp_path / "library"


@pytest.fixture
def library(folder: Path, tmp_path: Path) -> Iterator[Library]:
    opened = Library(folder, tmp_path / "content", tmp_path / "cache")
    opened.scan(())
    yield opened
    opened.close()


@pytest.fixture
def another(folder: Path, tmp_path: Path) -> Iterator[Library]:
    """Open the same library a second time, as another process would."""
    opened = Library(folder, tmp_path / "content", tmp_path / "cache")
    yield opened
    opened.close()
