"""The command line on a library of one good article, with no bundled pieces."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import Command


@pytest.fixture
def library(folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Return folders with one good article and no bundled pieces."""
    content = tmp_path / "content"
    content.mkdir()
    folders.library.mkdir()
    (folders.library / "bridge.md").write_text(BRIDGE, "utf-8")
    monkeypatch.setattr("reader.paths.bundled_content", lambda: content)
    monkeypatch.chdir(tmp_path)
    return Folders(folders.library, folders.state, folders.cache, folders.config, content)


@pytest.fixture
def reader(library: Folders, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(library, capsys, monkeypatch)
