"""Where a command in a pseudo-terminal reads and writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.articles import write_library


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folders of the test's own, named by the environment as a person may do; none is there yet."""
    for name in ("library", "state", "cache", "config"):
        monkeypatch.setenv(f"PULLQUOTE_{name.upper()}", str(tmp_path / name))
    return tmp_path


@pytest.fixture
def stocked(places: Path) -> Path:
    """The same folders, two articles in the library."""
    write_library(places / "library")
    return places
