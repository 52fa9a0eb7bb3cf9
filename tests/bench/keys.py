"""What a key costs, from the key to the last byte it paints: ``python -m tests.bench.keys``.

In a library of 1,000 articles with a store of marks and bookmarks, beside a bare Textual app. The bounded
figures are those of a library that has settled: its first articles are prepared.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from tests.bench.library import article_source, fill_library, fill_store, folders_environment
from tests.bench.timing import (
    drain,
    median,
    percentile,
    resident_megabytes,
    time_key,
    wait_until_idle,
    wait_until_quiet,
)
from tests.terminal.pseudo import PseudoTerminal

ARTICLES = 1_000
ARTICLE_LENGTH = 8_000
KEY_RUNS = 60
BOUND = 16
"""Milliseconds, for the 95th percentile of every key."""
WARMING_CHANGES = 200
ARTICLE_CHANGES = 1_000
BARE_APP = Path(__file__).with_name("bare_app.py")


def fill_work(work: Path) -> dict[str, str]:
    """Make the library and the store below ``work`` and return the environment that names them."""
    fill_library(work / "library", ARTICLES, ARTICLE_LENGTH)
    fill_store(work / "state", ARTICLES)
    return folders_environment(work)


def print_keys(reader: list[str], bare: list[str], work: Path, environment: Mapping[str, str]) -> None:
    """Print every key's time: while articles are prepared, when all is settled, and in a search."""
    with PseudoTerminal(bare, environment=environment) as terminal:
        wait_until_quiet(terminal)
        times = [time_key(terminal, "j").milliseconds for _ in range(KEY_RUNS)]
    base = percentile(times, 0.95)
    print(f"bare app, one key            p50 {median(times):5.1f}   p95 {base:5.1f} ms")
    _print_while_preparing(reader, environment, base)
    with PseudoTerminal(reader, environment=environment) as terminal:
        wait_until_quiet(terminal)
        wait_until_idle(terminal)
        _print_key("list move with preview", terminal, _forth_and_back("j", "k", KEY_RUNS), base)
        terminal.press("g", "Enter")
        wait_until_quiet(terminal)
        _print_key("quote step", terminal, (["]"] * 15 + ["["] * 15) * 2, base)
        _print_key("keep", terminal, ["s"] * KEY_RUNS, base)
        terminal.press("g")
        wait_until_quiet(terminal)
        _print_key("page down and up", terminal, ["f", "f", "b", "b"] * (KEY_RUNS // 4), base)
        _print_key("pane switch", terminal, ["Tab"] * KEY_RUNS, base)
    _print_finding(reader, work, base)


def _print_while_preparing(reader: list[str], environment: Mapping[str, str], base: float) -> None:
    """Move through a library that has just been catalogued, whose first 300 articles are being prepared."""
    with PseudoTerminal(reader, environment=environment) as terminal:
        wait_until_quiet(terminal, 1.5)
        keys = _forth_and_back("j", "k", KEY_RUNS // 2)
        _print_key("list move while preparing", terminal, keys, base)
        wait_until_idle(terminal)


def _print_finding(reader: list[str], work: Path, base: float) -> None:
    """Find a word in an article of 100 kB: each letter typed, then each step to the next match."""
    # With a cache of its own: the app starts with the list it left, which would be this one afterwards.
    place = work / "find"
    (place / "library").mkdir(parents=True)
    (place / "library" / "long.md").write_text(article_source(1, 100_000), "utf-8")
    with PseudoTerminal(reader, environment=folders_environment(place)) as terminal:
        wait_until_quiet(terminal)
        terminal.press("Enter")
        drain(terminal, 1)
        terminal.press("/")
        drain(terminal, 1)
        _print_key("letter of a search, 100 kB", terminal, list("drawings"), base)
        terminal.press("Enter")
        drain(terminal, 1)
        _print_key("search step, 100 kB", terminal, ["n"] * KEY_RUNS, base)


def _print_key(name: str, terminal: PseudoTerminal, keys: Sequence[str], base: float) -> None:
    """Press ``keys`` one by one and print how long they took."""
    strokes = [time_key(terminal, key) for key in keys]
    times = [stroke.milliseconds for stroke in strokes]
    p95 = percentile(times, 0.95)
    byte_count = median([stroke.byte_count for stroke in strokes])
    print(
        f"{name:<28} p50 {median(times):5.1f}   p95 {p95:5.1f} ms (≤ {BOUND})   at most {max(times):5.1f}   "
        f"ratio of p95 to bare {p95 / base:.2f}   {byte_count:,.0f} bytes"
    )


def _forth_and_back(forth: str, back: str, count: int) -> list[str]:
    return [forth] * (count // 2) + [back] * (count // 2)


def print_memory(reader: list[str], bare: list[str], environment: Mapping[str, str]) -> None:
    """Change the article a thousand times, and again: the caches are full when the second thousand begin.

    The last article of the list first: it is not prepared ahead, and what parses it is loaded with it.
    """
    said: list[str] = []
    for command in (reader, bare):
        with PseudoTerminal(command, environment=environment) as terminal:
            wait_until_quiet(terminal)
            for key in ("G", "g"):
                time_key(terminal, key)
            wait_until_idle(terminal)
            sizes: list[float] = []
            for changes in (WARMING_CHANGES, ARTICLE_CHANGES, ARTICLE_CHANGES):
                for key in _forth_and_back("j", "k", changes):
                    time_key(terminal, key, quiet_seconds=0.02)
                drain(terminal, 1)
                sizes.append(resident_megabytes(terminal))
            first, second = (100 * (after / before - 1) for before, after in pairwise(sizes))
            said.append(f"{sizes[-1]:.0f} MB, grown by {first:.1f} %, then by {second:.1f} %")
    print(
        f"{ARTICLE_CHANGES:,} article changes, twice: {said[0]} (< 5 %)   bare app, as many keys: {said[1]}"
    )


def main() -> None:
    """Measure the project as it stands here."""
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        environment = fill_work(work)
        reader, bare = [sys.executable, "-m", "reader"], [sys.executable, str(BARE_APP)]
        print_keys(reader, bare, work, environment)
        if "--memory" in sys.argv:
            print_memory(reader, bare, environment)


if __name__ == "__main__":
    main()
