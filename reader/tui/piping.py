"""A quotation handed to a program of the user's, as JSON on its standard input."""

from __future__ import annotations

import asyncio
import json
import subprocess
import threading
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

from reader.domain.clean import clean_line
from reader.tui.programs import end, start

if TYPE_CHECKING:
    from reader.tui.screens.asking import Asking

TIMEOUT_SECONDS = 10.0
LINE_BYTES = 4_000
"""How much of a program's output is kept to say its first line; the rest is read and dropped."""
LAST_WORDS_SECONDS = 0.5
"""How long the output of an ended program is waited for: what it left in the background may hold it open."""


def run(arguments: Sequence[str], data: bytes, timeout_seconds: float = TIMEOUT_SECONDS) -> str:
    """Run a program on ``data`` and say in a sentence what came of it: its first line, and its code."""
    name = clean_line(arguments[0])
    try:
        process = start(arguments, data, subprocess.PIPE, subprocess.STDOUT)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return f"“{name}” did not start ({reason}); mend pipe in the settings."
    assert process.stdout is not None  # noqa: S101 - a pipe was asked for
    listener = _Listener(process.stdout)
    listener.start()
    try:
        code = process.wait(timeout_seconds)
    except subprocess.TimeoutExpired:
        end(process)
        return f"“{name}” did not end within {timeout_seconds:g} seconds and was stopped."
    listener.join(LAST_WORDS_SECONDS)
    return _sentence(name, code, listener.first_line)


def _sentence(name: str, code: int, line: str) -> str:
    if code == 0:
        return f"{name}: {line}" if line else f"{name} is done."
    how = f"was ended by signal {-code}" if code < 0 else f"ended with code {code}"
    return f"“{name}” {how}: {line}" if line else f"“{name}” {how}."


class _Listener(threading.Thread):
    """Reads all a program says, so that it never waits, and keeps the beginning."""

    def __init__(self, output: IO[bytes]) -> None:
        super().__init__(daemon=True, name="pipe")
        self._output = output
        self._kept = b""

    def run(self) -> None:
        with self._output as output:
            while chunk := output.read1(LINE_BYTES):  # type: ignore[attr-defined]
                self._kept += chunk[: LINE_BYTES - len(self._kept)]

    @property
    def first_line(self) -> str:
        """The first line that says something, cleaned."""
        lines = map(clean_line, self._kept.decode("utf-8", "replace").splitlines())
        return next(filter(None, lines), "")


def pipe(screen: Asking[Any], arguments: Sequence[str], document: dict[str, Any]) -> None:
    """Hand a document to the program and say what came of it, without holding up a key."""
    if not arguments:
        screen.say('No program to hand it to: put pipe = ["program", "argument"] into the settings.')
        return
    data = (json.dumps(document) + "\n").encode("ascii")
    screen.say(f"Handed to {clean_line(arguments[0])} …")
    screen.run_worker(_piped(screen, arguments, data), group="pipe")


async def _piped(screen: Asking[Any], arguments: Sequence[str], data: bytes) -> None:
    screen.say(await asyncio.to_thread(run, arguments, data))
