"""Timing a terminal program from outside: from a start or a key to the last byte it paints."""

from __future__ import annotations

import contextlib
import os
import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.pseudo import PseudoTerminal

QUIET_SECONDS = 0.35
"""A program that has written nothing for so long has painted everything."""
KEY_QUIET_SECONDS = 0.12
IDLE_LOOK_SECONDS = 0.5
IDLE_LOOKS = 4
IDLE_SHARE = 0.1
"""A program that takes less than this share of a processor for so many looks is idle; its timers go on."""


@dataclass(frozen=True)
class Keystroke:
    """How long a key took to its last byte, and how many bytes were written for it."""

    milliseconds: float
    byte_count: int


def drain(terminal: PseudoTerminal, quiet_seconds: float) -> int:
    """Read until nothing comes any more and return the count of bytes."""
    count = 0
    while data := terminal.read(quiet_seconds):
        count += len(data)
    return count


def start_milliseconds(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Start a command and return the time until the last byte of its first screen."""
    began = time.perf_counter()
    with PseudoTerminal(command, environment=environment) as terminal:
        while not terminal.read(5):
            pass
        drain(terminal, QUIET_SECONDS)
        return (terminal.last_read_at - began) * 1000


def time_key(terminal: PseudoTerminal, key: str, quiet_seconds: float = KEY_QUIET_SECONDS) -> Keystroke:
    """Press one key in a quiet program; a key that paints nothing is an error of the measurement."""
    began = time.perf_counter()
    terminal.press(key)
    first = len(terminal.read(5))
    if not first:
        raise RuntimeError(f"{key} painted nothing")
    count = first + drain(terminal, quiet_seconds)
    return Keystroke((terminal.last_read_at - began) * 1000, count)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def wait_until_quiet(terminal: PseudoTerminal, seconds: float = 4) -> None:
    """Wait until a program has started and painted, and ``seconds`` more for its timers to settle."""
    while not terminal.read(10):
        pass
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        drain(terminal, 0.3)


def wait_until_idle(terminal: PseudoTerminal) -> None:
    """Wait until a program and its children work on nothing any more (Linux: proc(5))."""
    used, quiet_looks = -1.0, 0
    while quiet_looks < IDLE_LOOKS:
        drain(terminal, IDLE_LOOK_SECONDS)
        before, used = used, _processor_seconds(terminal)
        quiet_looks = quiet_looks + 1 if used - before < IDLE_SHARE * IDLE_LOOK_SECONDS else 0


def _processor_seconds(terminal: PseudoTerminal) -> float:
    """Return the processor time of the program and of its children, ended ones among them."""
    ticks = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text("utf-8").rpartition(")")[2].split()
            parent, own = int(fields[1]), int(stat.parent.name)
            if terminal.process.pid in (parent, own):
                ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def resident_megabytes(terminal: PseudoTerminal) -> float:
    """Return how much memory the program itself has in use now (Linux: proc(5), ``VmRSS``)."""
    status = Path(f"/proc/{terminal.process.pid}/status").read_text("ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) / 1024
