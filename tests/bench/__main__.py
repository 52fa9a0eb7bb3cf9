"""Print the figures: start, keys, memory, a long article, a long list: ``python -m tests.bench``, minutes."""

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
from tests.bench.keys import ARTICLES, BARE_APP, fill_work, print_keys, print_memory
from tests.bench.library import article_source, folders_environment
from tests.bench.timing import drain, median, start_milliseconds, wait_until_quiet
from tests.terminal.pseudo import PseudoTerminal

START_RUNS = 11
ROOT = Path(__file__).parents[2]


def main() -> None:
    """Measure everything and print a table."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        python = install_wheel(work)
        environment = fill_work(work)
        reader = [str(python.with_name("reader"))]
        bare = [str(python), str(BARE_APP)]
        open_once(reader, environment)
        print_start(reader, bare, environment)
        print_keys(reader, bare, work, environment)
        print_memory(reader, bare, environment)
        print_long_article(reader, bare, work)
    asyncio.run(print_long_list())


def install_wheel(work: Path) -> Path:
    """Install the project as a person would, from a wheel, and return that environment's Python."""
    subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
    python = work / "venv" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(ROOT)]
    subprocess.run(install, check=True)
    return python


def open_once(reader: list[str], environment: Mapping[str, str]) -> None:
    """Let the library be catalogued, and leave."""
    with PseudoTerminal(reader, environment=environment) as terminal:
        wait_until_quiet(terminal, 1)
        terminal.press("q")
        terminal.process.wait(timeout=10)


def print_start(reader: list[str], bare: list[str], environment: Mapping[str, str]) -> None:
    """Start both in turn; the first pair, which fills caches, is not counted."""
    pairs = [
        (start_milliseconds(reader, environment), start_milliseconds(bare, environment))
        for _ in range(START_RUNS + 1)
    ][1:]
    ours, theirs = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    ratio = median([mine / yours for mine, yours in pairs])
    print(
        f"start with {ARTICLES:,} articles to everything painted {ours:6.0f} ms   "
        f"bare app {theirs:6.0f} ms   ratio {ratio:.2f} (≤ 1.15)"
    )


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
