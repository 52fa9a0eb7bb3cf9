"""Links reach the terminal as OSC 8, with an address that no byte can break out of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal.session import Terminal

ARTICLE = """\
---
title: Links
added: 2026-07-01T08:00:00Z
---
Go [over there](https://example.org/a_(b)?c=é&d=%9c#\u00fc) or [nowhere](javascript:alert) or to
<https://example.org/plain> or [here](https://例え.jp/).
"""
_LINK = re.compile(rb"\x1b\]8;([^;]*);([^\x1b\x07]*)\x1b\\")


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}], ids=["colours", "no colours"])
def test_links_can_be_followed_by_the_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    for name in ("library", "state", "cache", "config"):
        monkeypatch.setenv(f"PULLQUOTE_{name.upper()}", str(tmp_path / name))
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "links.md").write_text(ARTICLE, "utf-8")
    with Terminal(environment=environment) as terminal:
        terminal.wait_for("over there")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
        addresses = {match[2] for match in _LINK.finditer(bytes(terminal.written))} - {b""}
    assert addresses == {
        b"https://example.org/a_(b)?c=%C3%A9&d=%9c#%C3%BC",
        b"https://example.org/plain",
        b"https://%E4%BE%8B%E3%81%88.jp/",
    }
