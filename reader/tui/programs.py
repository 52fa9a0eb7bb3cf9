"""Programs beside the app: started with an argument list and no shell, ended with all they began."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from typing import IO


def start(
    arguments: Sequence[str], data: bytes, stdout: int | IO[bytes], stderr: int | IO[bytes]
) -> subprocess.Popen[bytes]:
    """Start a program with ``data`` on its standard input; raises OSError when it cannot be.

    The data lies in a file that has no name: a program that does not read it holds up nothing.
    """
    with tempfile.TemporaryFile() as source:
        source.write(data)
        source.seek(0)
        return subprocess.Popen(  # noqa: S603 - an argument list from the settings or from this program
            list(arguments), stdin=source, stdout=stdout, stderr=stderr, start_new_session=True
        )


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program that takes too long, and what it has started."""
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
