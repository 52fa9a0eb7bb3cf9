"""A terminal that goes away takes the app with it, whatever becomes of its hang-up signal."""

from __future__ import annotations

import signal
from pathlib import Path

from tests.terminal.session import Terminal


def test_the_app_ends_when_its_terminal_has_gone(stocked: Path) -> None:
    ignored = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does; it is handed on to the child
    try:
        with Terminal() as terminal:
            terminal.wait_for("A long account")
            terminal.hang_up()
            assert terminal.process.wait(timeout=15) == 0
    finally:
        signal.signal(signal.SIGHUP, ignored)
