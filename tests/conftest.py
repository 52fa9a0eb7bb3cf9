"""What every test gets: a home, a locale, a clock zone and folders of its own."""

from __future__ import annotations

import locale
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from reader.paths import Folders, bundled_content

# How long an example takes says nothing on a machine that is busy.
settings.register_profile("pullquote", deadline=None)
settings.load_profile("pullquote")

ISOLATED = (
    "NO_COLOR", "LC_ALL", "LANG", "LANGUAGE", "TEXTUAL", "TEXTUAL_THEME", "COLORTERM", "TMUX", "STY",
    "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT",
)  # fmt: skip


@pytest.fixture(autouse=True)
def isolated_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the developer's own files and settings out of every test, and the test out of them."""
    home = tmp_path / "home"
    home.mkdir()
    for name in [*ISOLATED, *(name for name in os.environ if name.startswith(("XDG_", "PULLQUOTE_")))]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    time.tzset()
    locale.setlocale(locale.LC_ALL, "C.UTF-8")
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Return folders of the test's own, with the bundled pieces as content."""
    return Folders(
        library=tmp_path / "library",
        state=tmp_path / "state",
        cache=tmp_path / "cache",
        config=tmp_path / "config.toml",
        content=bundled_content(),
    )
