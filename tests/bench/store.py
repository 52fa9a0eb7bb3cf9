"""What one change and one start cost with a large store: ``python -m tests.bench.store [MARKS BOOKMARKS]``.

The table sets the store beside TinyDB's default on the same documents, and opening beside ``json.loads``
of the same snapshot: the floor of any store of this format.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import TYPE_CHECKING

from tinydb import TinyDB

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.store import Store
from reader.store.ids import doc_id_of
from reader.store.journal import Change, encode_json, seal_change
from reader.store.kept_records import encode_bookmark
from reader.store.records import encode_mark
from tests.store.samples import make_bookmark

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.domain.mark import Bookmark


def timed(act: Callable[[int], object], times: int) -> list[float]:
    """Return how many seconds each of so many calls took."""
    seconds = []
    for number in range(times):
        start = time.perf_counter()
        act(number)
        seconds.append(time.perf_counter() - start)
    return seconds


def show(label: str, seconds: list[float]) -> None:
    """Print a row: median, 99th percentile and worst, in milliseconds."""
    ordered = sorted(seconds)
    percentile = ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)]
    figures = (statistics.median(ordered), percentile, ordered[-1])
    print(f"{label:44}" + "".join(f"{figure * 1000:12.4f}" for figure in figures))


def four_an_article(number: int) -> Bookmark:
    """Return bookmark ``number``; four of them share an article."""
    return make_bookmark(number, f"article-{number // 4}")


def write_state(
    folder: Path, marks: int, bookmarks: int, bookmark_of: Callable[[int], Bookmark] = four_an_article
) -> None:
    """Write a snapshot of so many documents."""
    tables: dict[str, dict[str, object]] = {"_meta": {"1": {"schema": 1, "generation": 1}}, "marks": {}}
    for number in range(marks):
        article = ArticleId(f"article-{number}")
        tables["marks"][doc_id_of(article)] = encode_mark(article, ReadMark(1.7e9 + number, number, number))
    tables["bookmarks"] = {}
    for number in range(bookmarks):
        bookmark = bookmark_of(number)
        tables["bookmarks"][doc_id_of(bookmark.id)] = encode_bookmark(bookmark)
    folder.mkdir(exist_ok=True)
    (folder / "state.json").write_text(encode_json(tables), encoding="ascii")


def show_opening(folder: Path) -> None:
    """Measure a start beside ``json.loads`` of the same snapshot, and one with 4 MB of journal to replay."""
    snapshot = folder / "state.json"
    show("json.loads of the snapshot", timed(lambda _: json.loads(snapshot.read_bytes()), 5))
    stores: list[Store] = []

    def open_store(_: int) -> None:
        stores.append(Store.open(folder))

    seconds = []
    for _ in range(5):
        seconds += timed(open_store, 1)
        stores.pop().close()
    show("open", seconds)
    journal = folder / "state.journal"
    with journal.open("ab") as file:
        number = 0
        while file.tell() < 4_000_000:
            article = ArticleId(f"article-{number}")
            record = encode_mark(article, ReadMark(position=number))
            file.write(seal_change(1, Change("marks", doc_id_of(article), record)))
            number += 1
    show(f"open with {number:,} lines, 4 MB, of journal", timed(open_store, 1))
    stores[0].close()


def show_changes(store: Store) -> None:
    """Measure looking and changing in an open store; every figure but the first two is on a key's path."""
    show("first kept_count (index)", timed(lambda _: store.kept_count(ArticleId("article-1")), 1))
    show("first bookmarks() (all decoded)", timed(lambda _: store.bookmarks(), 1))
    many = 20_000
    show("kept_count", timed(lambda n: store.kept_count(ArticleId(f"article-{n}")), many))
    show("mark", timed(lambda n: store.mark(ArticleId(f"article-{n}")), many))
    show(
        "put_mark",
        timed(lambda n: store.put_mark(ArticleId(f"article-{n}"), ReadMark(position=n + 7)), many),
    )
    fresh = [make_bookmark(number, "article-1", note="new") for number in range(5000)]
    show("put_bookmark", timed(lambda n: store.put_bookmark(fresh[n]), len(fresh)))
    show("drop_bookmark (into the trash)", timed(lambda n: store.drop_bookmark(fresh[n].id), 1000))
    show("take_in with nothing to do", timed(lambda _: store.take_in(), 1000))


def show_closing(folder: Path) -> None:
    """Measure a clean exit after ten changes: the day's first one, which makes a copy, and the others."""
    for label, times in (("close, the day's first change (copies)", 1), ("close after ten changes", 5)):
        seconds = []
        for turn in range(times):
            store = Store.open(folder)
            for number in range(10):
                store.put_mark(ArticleId(f"article-{number}"), ReadMark(position=turn * 100 + number + 9))
            seconds += timed(lambda _, store=store: store.close(), 1)  # type: ignore[misc]
        show(label, seconds)


def show_default(snapshot: Path) -> None:
    """Measure TinyDB's own storage on the same documents."""
    with TinyDB(snapshot) as plain:
        table = plain.table("marks")
        doc_id = int(doc_id_of("article-1"))
        show("TinyDB's default: update by id", timed(lambda n: table.update({"pos": n}, doc_ids=[doc_id]), 5))
        show("TinyDB's default: get by id", timed(lambda _: table.get(doc_id=doc_id), 5))


def bytes_a_mark(marks: int) -> float:
    """Return how many bytes of memory a read mark takes in an open store."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_state(folder, marks, 0)
        tracemalloc.start()
        with Store.open(folder):
            gc.collect()
            used, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return used / marks


def run(folder: Path, marks: int, bookmarks: int) -> None:
    """Measure everything on a store of so many documents."""
    write_state(folder, marks, bookmarks)
    snapshot = folder / "state.json"
    print(f"{marks:,} marks, {bookmarks:,} bookmarks, {snapshot.stat().st_size / 1e6:.1f} MB")
    print(f"{'milliseconds':44}{'median':>12}{'99 %':>12}{'worst':>12}")
    show_closing(folder)
    show_opening(folder)
    with Store.open(folder) as store:
        show_changes(store)
        show("close (folding 27,000 changes)", timed(lambda _: store.close(), 1))
    show_default(snapshot)
    small = folder / "small"
    write_state(small, 1000, 500)
    print("1,000 marks, 500 bookmarks")
    show_closing(small)
    print(f"memory of a read mark: {bytes_a_mark(marks):.0f} bytes")


if __name__ == "__main__":
    counts = [int(argument) for argument in sys.argv[1:]] or [100_000, 50_000]
    with tempfile.TemporaryDirectory() as name:
        run(Path(name), *counts)
