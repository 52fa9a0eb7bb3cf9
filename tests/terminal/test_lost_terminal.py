"""A terminal that goes away takes the app with it, whatever becomes of its hang-up signal."""

from __future__ import annotations

import signal
import time
from pathlib import Path

from reader.store import Store
from tests.terminal.session import Terminal


def test_closing_the_window_ends_the_app_and_saves_what_was_written(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("Enter", "]", "a", "half a thought")
        terminal.wait_for("half a thought")
        terminal.hang_up()
        assert terminal.process.wait(timeout=5) in (128 + signal.SIGHUP, -signal.SIGHUP)
    with Store.open(stocked / "state") as store:
        assert [draft.text for draft in store.drafts()] == ["half a thought"]


def test_frames_nobody_read_hold_up_no_end(stocked: Path) -> None:
    for end in (Terminal.hang_up, end_twice):
        with Terminal() as terminal:
            terminal.wait_for("A long account")
            for _ in range(60):
                terminal.press("j", "k")
            time.sleep(1)
            end(terminal)
            assert terminal.process.wait(timeout=5)


def end_twice(terminal: Terminal) -> None:
    """Ask a process to end, and once more."""
    for _ in range(2):
        terminal.process.terminate()
        time.sleep(0.5)


def test_the_app_ends_when_its_terminal_has_gone(stocked: Path) -> None:
    ignored = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does; it is handed on to the child
    try:
        with Terminal() as terminal:
            terminal.wait_for("A long account")
            terminal.hang_up()
            assert terminal.process.wait(timeout=15) == 0
    finally:
        signal.signal(signal.SIGHUP, ignored)
