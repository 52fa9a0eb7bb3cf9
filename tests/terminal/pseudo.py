"""A process in a pseudo-terminal: keys in, raw bytes out."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import resource
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Self

KEYS = {
    "Enter": b"\r",
    "Esc": b"\x1b",
    "Space": b" ",
    "Tab": b"\t",
    "Down": b"\x1b[B",
    "Up": b"\x1b[A",
    "PageDown": b"\x1b[6~",
}


class PseudoTerminal:
    """A running command that takes this for its terminal."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
        file_size_limit: int | None = None,
    ) -> None:
        """Start ``command``; files it writes may have ``file_size_limit`` bytes, as on a full disk."""
        self._main, secondary = pty.openpty()
        self._set_size(columns, rows)
        self.written = bytearray()
        self.last_read_at = 0.0
        self.process = subprocess.Popen(
            list(command),
            stdin=secondary,
            stdout=secondary,
            stderr=secondary,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
            preexec_fn=partial(_become_session, file_size_limit),  # noqa: PLW1509 - from one thread
        )
        os.close(secondary)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        with contextlib.suppress(OSError):
            os.close(self._main)

    def _set_size(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        fcntl.ioctl(self._main, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size, as a window manager does."""
        self._set_size(columns, rows)
        self.process.send_signal(signal.SIGWINCH)

    def press(self, *keys: str) -> None:
        """Type keys: names of ``KEYS``, ``^D`` for control, else the characters themselves."""
        for key in keys:
            if key in KEYS:
                os.write(self._main, KEYS[key])
            elif len(key) == 2 and key[0] == "^":
                os.write(self._main, bytes([ord(key[1].upper()) - 64]))
            else:
                os.write(self._main, key.encode())

    def send(self, data: bytes) -> None:
        """Send bytes that no key sends."""
        os.write(self._main, data)

    def read(self, timeout_seconds: float) -> bytes:
        """Return what the command has written; nothing when nothing came or it has ended."""
        ready, _, _ = select.select([self._main], [], [], timeout_seconds)
        if not ready:
            return b""
        try:
            data = os.read(self._main, 1 << 16)
        except OSError:
            return b""
        self.last_read_at = time.perf_counter()
        self.written += data
        return data

    def hang_up(self) -> None:
        """Close the terminal under the command, as a window that is closed does."""
        os.close(self._main)

    def kill(self) -> None:
        """End the command at once, as kill -9 does."""
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _become_session(file_size_limit: int | None) -> None:
    """Take the terminal for the session's own, so that its end is told by signals, as in a window."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    if file_size_limit is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (file_size_limit, file_size_limit))
