"""Print the figures: start, keys, a long article, a long list. ``python -m tests.bench`` takes minutes."""

from __future__ import annotations

import asyncio
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from textual.app import App, ComposeResult

from reader.desk.reading import Entry
from reader.domain.article import ArticleHead, ArticleId
from reader.domain.mark import ReadMark
from reader.tui.articles.article_list import ArticleList
from reader.tui.themes import DEFAULT_THEME, textual_theme
from tests.bench.library import article_source, fill_library
from tests.bench.timing import drain, median, percentile, start_milliseconds, time_key
from tests.terminal.pseudo import PseudoTerminal

START_RUNS = 11
KEY_RUNS = 60
ROOT = Path(__file__).parents[2]
BARE_APP = Path(__file__).with_name("bare_app.py")


def main() -> None:
    """Measure everything and print a table."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        python = install_wheel(work)
        environment = folders_environment(work)
        fill_library(work / "library", 40, 8_000)
        reader = [str(python.with_name("reader"))]
        bare = [str(python), str(BARE_APP)]
        print_start(reader, bare, environment)
        print_keys(reader, bare, environment)
        print_long_article(reader, bare, work)
    asyncio.run(print_long_list())


def install_wheel(work: Path) -> Path:
    """Install the project as a person would, from a wheel, and return that environment's Python."""
    subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
    python = work / "venv" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(ROOT)]
    subprocess.run(install, check=True)
    return python


def folders_environment(work: Path) -> dict[str, str]:
    """Return an environment whose library, store and cache lie in ``work``."""
    places = {
        f"PULLQUOTE_{name.upper()}": str(work / name) for name in ("library", "state", "cache", "config")
    }
    return {**places, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONDONTWRITEBYTECODE": ""}


def print_start(reader: list[str], bare: list[str], environment: Mapping[str, str]) -> None:
    """Start both in turn; the first pair, which fills caches, is not counted."""
    pairs = [
        (start_milliseconds(reader, environment), start_milliseconds(bare, environment))
        for _ in range(START_RUNS + 1)
    ][1:]
    ours, theirs = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    ratio = median([mine / yours for mine, yours in pairs])
    print(
        f"start to everything painted {ours:6.0f} ms  bare app {theirs:6.0f} ms   ratio {ratio:.2f} (≤ 1.25)"
    )


def print_keys(reader: list[str], bare: list[str], environment: Mapping[str, str]) -> None:
    """Press each key many times, from a quiet program to the last byte."""
    with PseudoTerminal(bare, environment=environment) as terminal:
        wait_until_quiet(terminal)
        base = [time_key(terminal, "j").milliseconds for _ in range(KEY_RUNS)]
    print(f"bare app, one key            p50 {median(base):5.1f}   p95 {percentile(base, 0.95):5.1f} ms")
    with PseudoTerminal(reader, environment=environment) as terminal:
        wait_until_quiet(terminal)
        forth = ["j"] * (KEY_RUNS // 2) + ["k"] * (KEY_RUNS // 2)
        print_key("list move with preview", terminal, forth, 33, base)
        terminal.press("g", "Enter")
        wait_until_quiet(terminal)
        print_key("quote step", terminal, (["]"] * 15 + ["["] * 15) * 2, 16, base)
        print_key("keep", terminal, ["s"] * KEY_RUNS, 16, base)
        terminal.press("g")
        wait_until_quiet(terminal)
        print_key("page down and up", terminal, (["f", "f", "b", "b"]) * (KEY_RUNS // 4), 33, base)
        print_key("pane switch", terminal, ["Tab"] * KEY_RUNS, 33, base)


def print_key(name: str, terminal: PseudoTerminal, keys: list[str], bound: int, base: list[float]) -> None:
    """Press ``keys`` one by one and print how long they took."""
    strokes = [time_key(terminal, key) for key in keys]
    times = [stroke.milliseconds for stroke in strokes]
    p95 = percentile(times, 0.95)
    print(
        f"{name:<28} p50 {median(times):5.1f}   p95 {p95:5.1f} ms (≤ {bound})   "
        f"ratio of p95 to bare {p95 / percentile(base, 0.95):.2f}   "
        f"{median([stroke.byte_count for stroke in strokes]):,.0f} bytes"
    )


def wait_until_quiet(terminal: PseudoTerminal) -> None:
    """Wait until a program has started and painted, longer than its timers take to settle."""
    while not terminal.read(10):
        pass
    deadline = time.perf_counter() + 4
    while time.perf_counter() < deadline:
        drain(terminal, 0.3)


def print_long_article(reader: list[str], bare: list[str], work: Path) -> None:
    """Move onto an article of 1 MB that no cache has seen; wait for its words, then for the whole of it."""
    folder = work / "long"
    folder.mkdir()
    long_source = article_source(1, 1_000_000).replace("The council met", "The assembly met", 1)
    (folder / "long.md").write_text(long_source, "utf-8")
    (folder / "short.md").write_text(article_source(2, 2_000), "utf-8")
    places = {"PULLQUOTE_LIBRARY": str(folder), "PULLQUOTE_CACHE": str(work / "long-cache")}
    environment = {**folders_environment(work), **places}
    with PseudoTerminal(reader, environment=environment) as terminal:
        wait_until_quiet(terminal)
        began, seen = time.perf_counter(), len(terminal.written)
        terminal.press("j")
        while b"assembly" not in terminal.written[seen:]:
            terminal.read(5)
        drain(terminal, 0.05)
        opened = terminal.last_read_at - began
        # The count of quotations over the headline is first the beginning's, then the article's.
        while len(set(re.findall(rb"(\d+) QUOTES", bytes(terminal.written[seen:])))) < 2:
            terminal.read(20)
        drain(terminal, 0.3)
        whole = terminal.last_read_at - began
    plain = start_milliseconds([*bare, str(folder / "long.md")], environment) / 1000
    print(
        f"a 1 MB article opens in {opened:.2f} s (≤ 1), is whole with every quotation after {whole:.2f} s; "
        f"the bare app starts with it in {plain:.2f} s: ratio {opened / plain:.2f}"
    )


class ListApp(App[None]):
    """Nothing but the list."""

    def __init__(self, heads: list[ArticleHead]) -> None:
        super().__init__()
        self.register_theme(textual_theme(DEFAULT_THEME))
        self.theme = DEFAULT_THEME
        self.heads = heads

    def compose(self) -> ComposeResult:
        """Show the heads."""
        yield ArticleList(self.heads, lambda head: Entry(head, ReadMark(), 3, 0))


async def print_long_list() -> None:
    """Mount the list on no heads and on 100,000, and print the difference."""

    async def mount_seconds(count: int) -> float:
        heads = [ArticleHead(ArticleId(str(number)), f"Article {number}") for number in range(count)]
        began = time.perf_counter()
        async with ListApp(heads).run_test(size=(120, 40)) as pilot:
            await pilot.pause()
            return time.perf_counter() - began

    await mount_seconds(0)
    empty = median([await mount_seconds(0) for _ in range(5)])
    full = median([await mount_seconds(100_000) for _ in range(5)])
    print(
        f"100,000 heads mount in {full:.3f} s, an empty list in {empty:.3f} s: {full - empty:.3f} s (≤ 0.1)"
    )


if __name__ == "__main__":
    os.environ.pop("NO_COLOR", None)
    main()
