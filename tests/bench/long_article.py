"""How long keys wait while an article of 5 MB is prepared: ``python -m tests.bench.long_article``."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.library import article_source, folders_environment
from tests.bench.timing import drain, median, percentile, wait_until_quiet
from tests.terminal.pseudo import PseudoTerminal

LENGTH = 5_000_000
LIMIT_SECONDS = 60.0


def main() -> None:
    """Move onto the article, open it, and press keys until all of it is there."""
    os.environ.pop("NO_COLOR", None)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        library = work / "library"
        library.mkdir()
        source = article_source(1, LENGTH).replace("The council met", "The assembly met", 1)
        (library / "long.md").write_text(source, "utf-8")
        (library / "short.md").write_text(article_source(2, 2_000), "utf-8")
        command = [sys.executable, "-m", "reader"]
        with PseudoTerminal(command, environment=folders_environment(work)) as terminal:
            wait_until_quiet(terminal)
            print_waits(terminal)


def print_waits(terminal: PseudoTerminal) -> None:
    """Print the time to the first page, and how long each key waited until the whole was there."""
    began, seen = time.perf_counter(), len(terminal.written)
    terminal.press("j")
    while b"assembly" not in terminal.written[seen:]:
        terminal.read(5)
    drain(terminal, 0.02)
    first_page = terminal.last_read_at - began
    terminal.press("Enter")
    drain(terminal, 0.03)
    waits: list[float] = []
    # The count of quotations over the headline is first the beginning's, then the article's.
    while len(set(re.findall(rb"(\d+) QUOTES", bytes(terminal.written[seen:])))) < 2:
        pressed = time.perf_counter()
        terminal.press("jk"[len(waits) % 2])
        terminal.read(3)
        waits.append((time.perf_counter() - pressed) * 1000)
        drain(terminal, 0.004)
        if time.perf_counter() - began > LIMIT_SECONDS:
            raise RuntimeError("the whole article never came")
    print(
        f"a 5 MB article: first page after {first_page:.2f} s (≤ 0.3), whole after "
        f"{time.perf_counter() - began:.1f} s; meanwhile {len(waits)} keys waited p50 {median(waits):.0f}, "
        f"p95 {percentile(waits, 0.95):.0f}, at most {max(waits):.0f} ms (≤ 50)"
    )


if __name__ == "__main__":
    main()
