"""Timing a terminal program from outside: from a start or a key to the last byte it paints."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tests.terminal.pseudo import PseudoTerminal

QUIET_SECONDS = 0.35
"""A program that has written nothing for so long has painted everything."""
KEY_QUIET_SECONDS = 0.12


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


def time_key(terminal: PseudoTerminal, key: str) -> Keystroke:
    """Press one key in a quiet program; a key that paints nothing is an error of the measurement."""
    began = time.perf_counter()
    terminal.press(key)
    first = len(terminal.read(5))
    if not first:
        raise RuntimeError(f"{key} painted nothing")
    count = first + drain(terminal, KEY_QUIET_SECONDS)
    return Keystroke((terminal.last_read_at - began) * 1000, count)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` of them lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)
