"""A library of one article, and one bundled piece."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import Command

TOUR = """\
---
id: tour
title: A short tour
source: Pullquote
published: 2026-01-02
---
“Read what was said,” the tour says.
"""


@pytest.fixture
def library(folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Return folders with one article of the user's and one bundled piece."""
    content = tmp_path / "content"
    content.mkdir()
    (content / "tour.md").write_text(TOUR, "utf-8")
    folders.library.mkdir()
    (folders.library / "bridge.md").write_text(BRIDGE, "utf-8")
    monkeypatch.setattr("reader.paths.bundled_content", lambda: content)
    monkeypatch.chdir(tmp_path)
    return Folders(folders.library, folders.state, folders.cache, folders.config, content)


@pytest.fixture
def reader(library: Folders, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return the command line on that library."""
    return Command(library, capsys, monkeypatch)
