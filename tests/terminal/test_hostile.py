"""Hostile text in every field, odd text of every shape: nothing commands the terminal or stops the app."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.every_screen import walk
from tests.terminal.session import Terminal

SEQUENCES = (
    "\x1b]0;owned\x07", "\x1b]52;c;b3duZWQ=\x07", "\x1b[31;7mowned", "\x1bPowned\x1b\\", "\x1b_owned\x1b\\",
    "\x1b]8;;http://owned.example\x1b\\", "\x9b31mowned", "\x9d0;owned\x9c", "\x7f", "\x08owned",
    "\u202eowned", "\u2066owned", "[@click=app.quit]owned[/]", "[/b]", "[b]x[/i]", "&#27;[31mowned",
    "\u2028owned", "\ufeffowned",
)  # fmt: skip
COMMANDING = (
    "owned\x07",
    "\x1bPowned",
    "\x1b_owned",
    "\x9b",
    "\x9c",
    "\x9d",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ufeff",
)
ARRIVED = re.compile(
    rb"\x1b\]0;|\x1b\]52;c;b3du|\x1b\[31;7m|\x1bPowned|\x1b_owned|\x1b\]8;[^\x1b]*owned|\x1b\[31mo"
)
PLAIN = "and then there were many plain words to be read by anybody who came by. " * 250


def expect_nothing_arrived(terminal: Terminal) -> None:
    written = bytes(terminal.written)
    assert not ARRIVED.search(written)
    text = written.decode("utf-8", "replace")
    assert [sign for sign in COMMANDING if sign in text] == []


@pytest.mark.parametrize("sequence", [" ".join(SEQUENCES[first::4]) for first in range(4)], ids=range(4))
def test_no_field_commands_the_terminal_on_any_screen(places: Path, sequence: str) -> None:
    quoted = json.dumps(f"Odd {sequence} field")
    fields = "".join(f"{name}: {quoted}\n" for name in ("title", "source", "place"))
    body = (
        f"# Head {sequence}\n\n“Quoted {sequence} here,” said Ana {sequence} Rivera.\n\n"
        f"[A link {sequence}](https://www.example.net/x)\n\n[Plain](https://www.example.org/y)\n\n"
        f"```\ncode {sequence}\n```\n\n| a {sequence} | b |\n|---|---|\n| c | d {sequence} |\n\n{PLAIN}\n"
    )
    name = re.sub(r"[/\x00]", "", f"file {sequence}")
    source = f"---\nid: hostile001\n{fields}authors: [{quoted}]\ntags: [{quoted}]\n---\n{body}"
    (places / "library").mkdir()
    (places / "library" / f"{name}.md").write_text(source, "utf-8")
    typed = re.sub("[\x00-\x1f\x7f-\x9f]", "", sequence)
    with Terminal(columns=140) as terminal:
        terminal.wait_for("Odd")
        walk(terminal, typed)
        expect_nothing_arrived(terminal)
    for form in ((), ("--markdown",), ("--csv",), ("--csl",), ("--bibtex",), ("--ris",), ("--style", "ap")):
        with Terminal(["bookmarks", *form]) as terminal:
            assert terminal.wait_for_exit() == 0
            expect_nothing_arrived(terminal)
    with Terminal(["--plain"]) as terminal:
        terminal.wait_for("Odd")
        # What is typed here the terminal itself echoes: the stored note, tag and label are what counts.
        terminal.press("1", "Enter", "]", "Enter", "'", "Enter", "^D")
        assert terminal.wait_for_exit() == 0
        expect_nothing_arrived(terminal)
    with Terminal() as terminal:
        terminal.wait_for("Odd")
        terminal.press("/", f"zz{sequence}".replace("\x1b", "").replace("\x7f", "").replace("\x08", ""))
        terminal.wait_for("zz")
        terminal.press("^Q")
        terminal.wait_for_exit()
        expect_nothing_arrived(terminal)
    shown = subprocess.run(
        [sys.executable, "-m", "reader", "show", "--plain", "hostile001"],
        capture_output=True, check=True, env=os.environ,
    ).stdout.decode()  # fmt: skip
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ufeff]", shown)


ATTEMPTS = 60
ODD = {
    "zero width": "a\u200bb\u200dc\u2060d " * 400,
    "double width": "上海人工智能接待大厅，提供一站式服务。" * 200,
    "combining": "e\u0301\u0323o\u0308 " * 600,
    "emoji": "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 ❤️ 🇨🇳 " * 200,
    "right to left": "שלום עולם, אמר רון. مرحبا بالعالم، قال عمر. " * 100,
    "a word of 5 MB": "w" * 5_000_000,
    "50,000 blocks": "word\n\n" * 50_000,
    "a table of 300 columns": "\n".join(
        "|" + "|".join(row) + "|" for row in (["h"] * 300, ["---"] * 300, *[["cell"] * 300] * 20)
    ),
}


@pytest.mark.parametrize("words", ODD.values(), ids=ODD.keys())
def test_odd_text_opens_scrolls_and_survives_every_size(places: Path, words: str) -> None:
    (places / "library").mkdir()
    (places / "library" / "odd.md").write_text(
        f"# An odd text\n\nIt begins.\n\n{words}\n\nIt ends.\n", "utf-8"
    )
    with Terminal() as terminal:
        terminal.wait_for("An odd text", "It begins.")
        terminal.press("Enter")
        for columns, rows in ((20, 5), (1, 1), (79, 24), (200, 60), (40, 20)):
            terminal.resize(columns, rows)
            terminal.press("d", "]")
        terminal.resize(120, 40)
        terminal.press("g")
        terminal.wait_for("It begins.")
        # Until the whole is there, G leads to the end of the beginning.
        for _ in range(ATTEMPTS):
            terminal.press("G")
            while terminal.read(0.3):
                pass
            if "It ends." in terminal.text:
                break
        terminal.wait_for("It ends.")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
