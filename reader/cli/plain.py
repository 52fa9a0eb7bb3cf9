"""``reader --plain``: the app as a conversation in lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from reader.cli.opening import open_desk
from reader.cli.speaking import say
from reader.paths import Folders

PROMPT = "> "


def converse_on_streams(folders: Folders) -> int:
    """Converse on the standard streams until the input ends."""
    from reader.plain.conversation import converse

    with open_desk(folders) as desk:
        converse(desk, _lines(), _say_at_once)
    return 0


def _lines() -> Iterator[str]:
    """Yield what is typed; a prompt stands before it only where a person types.

    Lines are read as the terminal gives them: a line editor of our own would write control sequences.
    """
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")
    is_person = sys.stdin.isatty()
    while True:
        if is_person:
            print(PROMPT, end="", flush=True)
        line = sys.stdin.readline()
        if not line:
            if is_person:
                print()
            return
        yield line


def _say_at_once(text: str) -> None:
    say(text)
    sys.stdout.flush()
