"""The real command in a real pseudo-terminal, its screen read back with pyte."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Mapping, Sequence

import pyte

from tests.terminal.pseudo import PseudoTerminal

# pyte 0.8 takes mode reports and keyboard-protocol sequences for text; the screen does not depend on them.
_UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[?>=<][0-9;]*(?:\$p|[umtc])|\x1b\[[0-9;]*\$p|\x1bP[^\x1b]*\x1b\\|\x1b\[[0-9;]* q"
)
TIMEOUT_SECONDS = 15.0


class Terminal(PseudoTerminal):
    """A running ``reader`` and the screen it has drawn."""

    def __init__(
        self,
        arguments: Sequence[str] = (),
        *,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
        file_size_limit: int | None = None,
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        command = [sys.executable, "-m", "reader", *arguments]
        super().__init__(
            command, columns=columns, rows=rows, environment=environment, file_size_limit=file_size_limit
        )

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size and that of the screen read back."""
        self.screen.resize(rows, columns)
        super().resize(columns, rows)

    def read(self, timeout_seconds: float) -> bytes:
        """Take in what the app has written."""
        data = super().read(timeout_seconds)
        self._stream.feed(_UNKNOWN_TO_PYTE.sub(b"", data))
        return data

    @property
    def text(self) -> str:
        """The screen as lines of text."""
        # Not pyte's own `display`, which stops at half of a wide character that a frame on its way has left.
        cells = range(self.screen.columns)
        rows = (self.screen.buffer[y] for y in range(self.screen.lines))
        return "\n".join("".join(row[x].data for x in cells).rstrip() for row in rows)

    def wait_until(self, holds: Callable[[str], bool], what: str) -> str:
        """Read until the screen's text satisfies ``holds``, and return it."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while not holds(self.text):
            has_ended = self.process.poll() is not None and not self.read(0)
            if has_ended or time.monotonic() > deadline:
                raise AssertionError(f"never seen: {what}\n{self.text}")
            self.read(0.05)
        return self.text

    def wait_for(self, *words: str) -> str:
        """Read until all of ``words`` are on the screen."""
        return self.wait_until(lambda text: all(word in text for word in words), " and ".join(words))

    def settle(self, quiet_seconds: float = 0.4) -> None:
        """Read until nothing has come for a while."""
        while self.read(quiet_seconds):
            pass

    def wait_for_exit(self) -> int:
        """Read until the process has ended, and return its code."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while self.process.poll() is None:
            if time.monotonic() > deadline:
                raise AssertionError(f"still running:\n{self.text}")
            self.read(0.05)
        while self.read(0):
            pass
        return self.process.returncode
