"""While a very long article is prepared its beginning is there to read, and nothing is left behind."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles import BRIDGE, long_article
from tests.terminal.session import TIMEOUT_SECONDS, Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="looks for processes in /proc")


@pytest.fixture
def terminal(places: Path) -> Iterator[Terminal]:
    (places / "library").mkdir()
    (places / "library" / "bridge.md").write_text(BRIDGE, "utf-8")
    (places / "library" / "long.md").write_text(long_article(45_000), "utf-8")
    with Terminal() as opened:
        opened.wait_for("Paragraph 0 tells")
        yield opened


def preparing(terminal: Terminal) -> list[int]:
    """Return the processes that the app has started and that prepare an article."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            arguments = (process / "cmdline").read_bytes()
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if b"preparing_apart" in arguments and parent == terminal.process.pid:
                found.append(int(process.name))
    return found


def the_process(terminal: Terminal) -> int:
    terminal.wait_until(lambda _: bool(preparing(terminal)), "a process that prepares")
    return preparing(terminal)[0]


@contextlib.contextmanager
def ending(process: int) -> Iterator[None]:
    """Do something that is to end a process, which does nothing by itself meanwhile."""
    os.kill(process, signal.SIGSTOP)
    handle = os.pidfd_open(process)
    try:
        yield
        assert select.select([handle], [], [], TIMEOUT_SECONDS)[0], "it is still there"
    finally:
        os.close(handle)


def test_a_process_that_is_killed_leaves_the_beginning_and_a_sentence(terminal: Terminal) -> None:
    os.kill(the_process(terminal), signal.SIGKILL)
    assert "Paragraph 0 tells" in terminal.wait_for("Only the beginning of")


def test_moving_on_ends_the_process(terminal: Terminal) -> None:
    with ending(the_process(terminal)):
        terminal.press("j")
        terminal.wait_for("about the new bridge")


def test_leaving_ends_the_process(terminal: Terminal) -> None:
    with ending(the_process(terminal)):
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_the_process_has_no_terminal_and_no_file_of_the_app_and_ends_with_it(terminal: Terminal) -> None:
    process = the_process(terminal)
    opened: list[str] = []
    for file in Path(f"/proc/{process}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed since: of its own, what it was born with stays
            opened.append(str(file.readlink()))
    assert not [name for name in opened if "/dev/pts" in name or "/state/" in name]
    assert os.getsid(process) == process
    with ending(process):
        terminal.process.kill()
        os.kill(process, signal.SIGCONT)
