"""``reader note``: write a note on what is kept."""

from __future__ import annotations

import sys
from argparse import Namespace

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.desk.wording import NOTE_LIMIT
from reader.paths import Folders

LONGEST_CHARACTER = 4
"""Bytes of a character in UTF-8."""


def run(arguments: Namespace, folders: Folders) -> int:
    """Put the text, or standard input, in the place of the bookmark's note."""
    text = _standard_input() if arguments.text == "-" else arguments.text
    with open_kept(folders) as desk:
        say(desk.set_note(arguments.bookmark, text))
    return 0


def _standard_input() -> str:
    """Read a note; no more than tells that it is too long."""
    return sys.stdin.buffer.read(NOTE_LIMIT * LONGEST_CHARACTER + 1).decode("utf-8", "replace")
