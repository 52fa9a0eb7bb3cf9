"""The whole way of a quotation: found, repaired, written on, cited, exported; and all there after a kill."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles import write_library
from tests.terminal.session import Terminal


def reader(*arguments: str) -> str:
    """Run a verb and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ,
    )
    return done.stdout


def test_a_quotation_goes_the_whole_way_and_survives_a_kill(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("library", "state", "cache", "config"):
        monkeypatch.setenv(f"PULLQUOTE_{name.upper()}", str(tmp_path / name))
    # Over SSH the clipboard is the terminal's, whatever programs this machine has.
    monkeypatch.setenv("SSH_TTY", "/dev/pts/0")
    write_library(tmp_path / "library")
    target = tmp_path / "quotes.md"
    with Terminal() as terminal:
        terminal.wait_for("The bridge will wait")
        terminal.press("j", "Enter", "]", "]", "]")
        terminal.wait_for("Quote 3 of 3", "Tom Okafor")
        terminal.press("e")
        terminal.wait_for("Repair quotation 3", "The speaker is …")
        terminal.press("1")
        terminal.wait_for("Who said quotation 3?", "Another name …")
        terminal.press("1")
        terminal.wait_for("Speaker: Ana Rivera, by your word.")
        terminal.press("a")
        terminal.wait_for("Note on", "Ctrl-S keeps the note")
        terminal.press(*"Call her.", "^S")
        terminal.wait_for("Note kept.", "†")
        seen = len(terminal.written)
        terminal.press("Y")
        terminal.wait_for("Sent to the terminal")
        sent = terminal.written[seen:].split(b"\x1b]52;c;")[1].split(b"\x07")[0]
        assert base64.b64decode(sent).decode("utf-8") == (
            "“Nobody asked the river,” said Ana Rivera (quoted in Jo Lee, “The bridge will wait,” "
            "The Example, 2 March 2026, https://example.org/bridge)"
        )
        terminal.press("x")
        terminal.wait_for("export to")
        terminal.press(*str(target), "Enter")
        terminal.wait_for("1 quotation written to")
        terminal.kill()
    assert "Ana Rivera (set by hand)" in target.read_text("utf-8")
    (bookmark,) = json.loads(reader("bookmarks", "--json"))
    assert bookmark["note"] == "Call her."
    assert bookmark["speaker"]["name"] == "Ana Rivera"
    assert bookmark["speaker"]["repaired"] == "speaker"
    with Terminal() as terminal:
        terminal.wait_for("The bridge will wait", "★")
        terminal.press("'")
        terminal.wait_for("Nobody asked the river", "Ana Rivera", "Call her.")
        terminal.press("Enter")
        terminal.wait_for("Quote 3 of 3", "Ana Rivera", "†")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
