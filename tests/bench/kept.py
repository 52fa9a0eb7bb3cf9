"""What 50,000 kept quotations cost a person: ``python -m tests.bench.kept [COUNT]``.

The real command in a pseudo-terminal, from a key to the last byte it paints, beside the pure functions on
the same bookmarks.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from reader.desk.kept_list import Grouping, KeptIndex, KeptView, chosen_positions, grouped
from reader.domain.mark import Bookmark
from reader.store import Store
from tests.bench.library import fill_library
from tests.bench.store import write_state
from tests.bench.timing import Keystroke, drain, median, percentile, time_key
from tests.store.samples import make_bookmark
from tests.terminal.pseudo import PseudoTerminal

TYPED = "harbour stays"
OPENINGS = 10
SETTLED_SECONDS = 1.0


def varied(number: int) -> Bookmark:
    """Return a bookmark whose words, speaker and tags are not everybody's."""
    words = f"“The berth {number} of the harbour stays as it is, and so does crane {number % 97},”"
    note = f"Ask about {number}." if number % 5 == 0 else ""
    return replace(
        make_bookmark(number, f"article-{number // 4}", note),
        exact=(words, "“for good.”"),
        repaired_speaker=f"Speaker {number % 500}",
        tags=(f"tag{number % 40}",) if number % 3 else (),
    )


def milliseconds(strokes: list[Keystroke]) -> str:
    """Return median and 95th percentile."""
    times = [stroke.milliseconds for stroke in strokes]
    return f"p50 {median(times):6.1f}   p95 {percentile(times, 0.95):6.1f} ms"


def print_functions(store: Store) -> None:
    """Time taking in, filtering and grouping without a screen."""

    def timed(label: str, began: float) -> None:
        print(f"{label:<44} {(time.perf_counter() - began) * 1000:8.1f} ms")

    gc.collect()
    gc.freeze()  # as the app does when it has started
    began = time.perf_counter()
    index = KeptIndex(store.newest_bookmarks())
    index.take_in(100)
    timed("the newest 100 in order, decoded and folded", began)
    began = time.perf_counter()
    index.take_in_all()
    timed("all the others, in slices on the screen", began)
    began = time.perf_counter()
    found = chosen_positions(index, KeptView(words="harbour zzz"))
    timed(f"two words, {len(found)} found", began)
    positions = range(len(index.bookmarks))
    for grouping in Grouping:
        began = time.perf_counter()
        rows = grouped(index.bookmarks, positions, grouping)
        timed(f"{len(rows):,} rows {grouping.value}", began)
    began = time.perf_counter()
    KeptIndex(store.newest_bookmarks(), index).take_in_all()
    timed("taken in again after a change", began)


def print_screen(work: Path) -> None:
    """Time the keys of the real command."""
    places = {name: str(work / name) for name in ("library", "state", "cache", "config")}
    environment = {f"PULLQUOTE_{name.upper()}": place for name, place in places.items()}
    environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
    command = [sys.executable, "-m", "reader"]
    with PseudoTerminal(command, environment=environment) as terminal:
        terminal.read(10)
        drain(terminal, 3.0)
        first = first_paint(terminal, "'")
        drain(terminal, SETTLED_SECONDS)
        print(f"opens for the first time, first screenful    {first:8.1f} ms (≤ 100)")
        again = []
        for _ in range(OPENINGS):
            terminal.press("q")
            drain(terminal, SETTLED_SECONDS)
            again.append(time_key(terminal, "'"))
        print(f"opens again                                  {milliseconds(again)} (≤ 100)")
        terminal.press("/")
        drain(terminal, SETTLED_SECONDS)
        letters = [time_key(terminal, letter) for letter in TYPED]
        print(f"a letter of “{TYPED}”                   {milliseconds(letters)} (≤ 50)")
        terminal.press("Enter")
        drain(terminal, SETTLED_SECONDS)
        moves = [time_key(terminal, "j") for _ in range(30)]
        print(f"a row down                                   {milliseconds(moves)}")
        groups = [time_key(terminal, "@") for _ in range(5)]
        print(f"other groups                                 {milliseconds(groups)}")


def first_paint(terminal: PseudoTerminal, key: str) -> float:
    """Press a key and return the milliseconds until a screenful of rows has been written."""
    began, seen = time.perf_counter(), len(terminal.written)
    terminal.press(key)
    while terminal.written[seen:].count(b"berth") < 9:
        terminal.read(5)
    return (terminal.last_read_at - began) * 1000


def main() -> None:
    """Measure with as many bookmarks as asked for."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        fill_library(work / "library", 5, 2_000)
        write_state(work / "state", 100, count, varied)
        print(f"{count:,} kept quotations")
        print_screen(work)
        with Store.open(work / "state") as store:
            print_functions(store)


if __name__ == "__main__":
    main()
