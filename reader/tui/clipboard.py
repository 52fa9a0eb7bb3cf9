"""The way to the clipboard: a program of the desktop where there is one, else the terminal.

Sources: xterm control sequences (OSC 52), tmux(1) ``load-buffer -w``, the manual of GNU screen (DCS).
"""

from __future__ import annotations

import asyncio
import base64
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

from reader.domain.clean import clean_line
from reader.tui.programs import end, start
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.tui.screens.asking import Asking

TIMEOUT_SECONDS = 1.0
REASON_LENGTH = 60
"""How many characters of a program's complaint are said."""
SCREEN_PIECE = 512
"""GNU screen takes no longer sequence than 768 bytes in one piece."""
SENT = "Sent to the terminal, which may or may not take it."


class Way(NamedTuple):
    """A program that takes the text on its standard input; ``done`` is the sentence for when it has."""

    arguments: tuple[str, ...]
    done: str
    encoding: str = "utf-8"

    @property
    def name(self) -> str:
        """The program's name."""
        return self.arguments[0]


def way_from(environ: Mapping[str, str], which: Callable[[str], str | None] = shutil.which) -> Way | None:
    """Return the program that reaches the clipboard from here; None where only the terminal may.

    Over SSH the desktop's programs would fill the clipboard of the wrong machine.
    """
    is_remote = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"))
    if not is_remote:
        for way in _desktop_ways(environ):
            if which(way.name):
                return way
    if environ.get("TMUX") and which("tmux"):
        return Way(
            ("tmux", "load-buffer", "-w", "-"), "Handed to tmux, whose terminal may or may not take it."
        )
    return None


def _desktop_ways(environ: Mapping[str, str]) -> list[Way]:
    ways: list[Way] = []
    if sys.platform == "darwin":
        ways.append(_copied_with("pbcopy"))
    if environ.get("WAYLAND_DISPLAY"):
        ways.append(_copied_with("wl-copy"))
    if environ.get("DISPLAY"):
        ways.append(_copied_with("xclip", "-selection", "clipboard", "-in"))
        ways.append(_copied_with("xsel", "--clipboard", "--input"))
    if sys.platform == "win32" or environ.get("WSL_DISTRO_NAME"):
        # It takes anything else for the code page of its console.
        ways.append(_copied_with("clip.exe")._replace(encoding="utf-16-le"))
    return ways


def _copied_with(*arguments: str) -> Way:
    return Way(arguments, f"Copied with {arguments[0]}.")


def run(way: Way, text: str, timeout_seconds: float = TIMEOUT_SECONDS) -> str:
    """Hand the text to a program; return why that failed, or nothing when it worked.

    Its output goes to a file, not to a pipe: xclip and wl-copy stay in the background, holding it open.
    """
    data = text.encode(way.encoding, "replace")
    with tempfile.TemporaryFile() as complaint:
        try:
            process = start(way.arguments, data, subprocess.DEVNULL, complaint)
        except OSError as error:
            return f"{way.name} did not start ({error.strerror})"
        try:
            code = process.wait(timeout_seconds)
        except subprocess.TimeoutExpired:
            end(process)
            return f"{way.name} did not answer within a second"
        complaint.seek(0)
        reason = clean_line(complaint.read(1000).decode("utf-8", "replace"))[:REASON_LENGTH]
    return f"{way.name} failed ({reason or f'code {code}'})" if code else ""


def terminal_sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return the sequence that asks the terminal to take the text, through GNU screen where that runs."""
    encoded = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    sequence = f"\x1b]52;c;{encoded}\a"
    if not environ.get("STY"):
        return sequence
    pieces = (sequence[start : start + SCREEN_PIECE] for start in range(0, len(sequence), SCREEN_PIECE))
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)


def copy(screen: Asking[Any], text: str) -> None:
    """Copy ``text`` and say what became of it, without holding up a key.

    What only a terminal can know is not promised; a program that fails is told, and the terminal asked.
    """
    way = way_from(os.environ)
    if way is None:
        _ask_terminal(screen, text)
        screen.say(SENT)
    else:
        screen.run_worker(_copied(screen, way, text), group="clipboard")


async def _copied(screen: Asking[Any], way: Way, text: str) -> None:
    failure = await asyncio.get_running_loop().run_in_executor(_queue(), run, way, text)
    if failure:
        _ask_terminal(screen, text)
        screen.say(f"{failure}. {SENT}")
    else:
        screen.say(way.done)


@cache
def _queue() -> ThreadPoolExecutor:
    """One thread: of two texts copied in a row the later one stays in the clipboard."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="clipboard")


def _ask_terminal(screen: Asking[Any], text: str) -> None:
    app = screen.app
    if os.environ.get("STY") and app._driver is not None:
        app._driver.write(terminal_sequence(text, os.environ))
    else:
        app.copy_to_clipboard(text)
