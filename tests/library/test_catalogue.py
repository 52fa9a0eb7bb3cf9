"""The catalogue can be lost, broken, locked or refused, and is never missed."""

from __future__ import annotations

import contextlib
import resource
import sqlite3
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from reader.domain.article import ArticleId
from reader.errors import ContentError
from reader.library import database
from reader.library.formats.document import FrontMatter
from reader.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def opened(folder: Path, cache: Path) -> Library:
    return Library(folder, folder.parent / "content", cache)


def file_in(cache: Path) -> Path:
    (path,) = cache.glob("*.sqlite3")
    return path


@pytest.mark.parametrize(
    "bytes_of_file", [b"", b"not a database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 9_000]
)
def test_a_broken_file_is_built_again(folder: Path, tmp_path: Path, bytes_of_file: bytes) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    library = opened(folder, cache)
    library.catalogue_path.write_bytes(bytes_of_file)
    assert library.scan(()).changed
    assert [head.id for head in library.heads()] == ["tour", "piece"]
    library.close()
    again = opened(folder, cache)
    assert len(again.heads()) == 2
    again.close()


def test_two_libraries_with_one_cache_folder_keep_their_own_lists(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    other_folder = tmp_path / "other"
    other_folder.mkdir()
    (other_folder / "only.md").write_text("# Only here\n\nWords.\n")
    other = opened(other_folder, tmp_path / "cache")
    assert len(other.heads()) == 0
    other.scan(())
    shown = [head.title for head in other.heads()]
    assert "Only here" in shown
    again = opened(folder, tmp_path / "cache")
    assert [head.title for head in again.heads()] == [head.title for head in library.heads()] != shown
    for opened_library in (other, again):
        opened_library.close()


def test_a_catalogue_of_another_version_is_thrown_away(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    library.close()
    connection = sqlite3.connect(library.catalogue_path)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    again = opened(folder, tmp_path / "cache")
    assert len(again.heads()) == 0
    again.scan(())
    assert len(again.heads()) == 2
    again.close()


def test_a_file_broken_while_in_use_is_built_again(library: Library, tmp_path: Path) -> None:
    article = library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01").head.id
    path = library.catalogue_path
    shown = library.heads()
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(b"\xff" * 20_000)
    assert path.exists()
    library.repair()
    assert library.heads() is not shown
    assert library.read(article).text == "Words."
    assert library.check() == ()


def test_without_a_cache_folder_the_library_works_in_memory(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the folder's place")
    library = opened(folder, tmp_path / "cache")
    library.scan(())
    article = library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01").head.id
    assert library.read(article).text == "Words."
    assert [finding.remedy for finding in library.check()] == [None]
    library.close()


@contextlib.contextmanager
def held(cache: Path) -> Iterator[None]:
    """Hold the catalogue as another process would that is in the middle of writing."""
    holder = sqlite3.connect(file_in(cache), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


@contextlib.contextmanager
def full_disk(cache: Path) -> Iterator[None]:
    """Let no file grow beyond what the catalogue's log has now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    (log,) = cache.glob("*-wal")
    size = log.stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def overwrite_pages(cache: Path) -> None:
    """Break the table of kept pages in the file, and nothing else."""
    path = file_in(cache)
    connection = sqlite3.connect(path)
    (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'pages'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_a_lock_held_by_another_process_empties_nothing(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    heads = library.heads()
    (folder / "note.txt").write_text("Words.\n")
    with held(tmp_path / "cache"):
        report = library.scan(())
        assert not report.changed
        assert len(report.problems) == 1
        assert "Another process holds the catalogue" in report.problems[0]
        assert library.heads() is heads
        assert library.looks_changed()
    assert library.scan(()).problems == ()
    assert len(library.heads()) == 3


def test_what_is_done_while_another_process_holds_the_catalogue_is_found_by_the_next_scan(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    gone = library.add(b"Words that go.", "b.txt", FrontMatter(), "2026-01-01").head.id
    with held(tmp_path / "cache"):
        added = library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01")
        trashed = library.remove(gone)
        assert len(list(folder.glob("*.md"))) == 1
    library.scan(())
    assert library.read(added.head.id).text == "Words."
    assert library.head(gone) is None
    with held(tmp_path / "cache"):
        library.restore(trashed)
    library.scan(())
    assert library.read(gone).text == "Words that go."


def test_what_is_only_cache_does_not_wait_for_another_process(library: Library, tmp_path: Path) -> None:
    heads = library.heads()
    with held(tmp_path / "cache"):
        before = time.monotonic()
        library.cache("hash", "1", b"page")
        library.put_quote_count("hash", "1", 4)
        assert time.monotonic() - before < 3.0
        assert library.quote_count("hash", "1") == 4
    assert library.cached("hash", "1") is None
    assert library.heads() is heads
    assert len(heads) == 2


class ConnectionWithoutSharedMemory(sqlite3.Connection):
    """A connection on a file system where readers wait for writers, as some networks have it."""

    def execute(self, sql: str, values: Any = (), /) -> sqlite3.Cursor:
        return super().execute(sql.replace("= WAL", "= DELETE"), values)


def test_where_reading_waits_for_writing_the_last_list_stands_in(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = partial(sqlite3.connect, factory=ConnectionWithoutSharedMemory)
    monkeypatch.setattr(database, "BUSY_TIMEOUT_SECONDS", 0.01)
    with monkeypatch.context() as context:
        context.setattr("reader.library.database.sqlite3.connect", connect)
        library = opened(folder, tmp_path / "cache")
        library.scan(())
    heads = library.heads()
    library.put_quote_count("hash", "1", 4)
    with held(tmp_path / "cache"):
        assert library.heads() is heads
        assert [head.id for head in heads] == ["", ""]
        assert heads.position(ArticleId("tour")) is None
        assert library.quote_count("another hash", "1") is None
        assert library.cached("hash", "1") is None
        assert not library.looks_changed()
        assert len(library.scan(()).problems) == 1
        with pytest.raises(ContentError, match="Another process holds the catalogue"):
            library.read(ArticleId("tour"))
    assert library.heads() is heads
    assert [head.id for head in heads] == ["tour", "piece"]
    library.close()


def test_a_full_disk_keeps_no_page_and_loses_no_article(library: Library, tmp_path: Path) -> None:
    heads = library.heads()
    with full_disk(tmp_path / "cache"):
        library.cache("hash", "1", b"page" * 100_000)
        library.put_quote_count("hash", "1", 4)
    assert library.cached("hash", "1") is None
    assert library.heads() is heads
    assert library.check() == ()


def test_a_full_disk_leaves_all_articles_and_the_new_ones_in_memory(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    heads = library.heads()
    library.put_quote_count("hash", "1", 4)
    for number in range(300):
        (folder / f"note{number}.txt").write_text(f"Words number {number}.\n")
    with full_disk(tmp_path / "cache"):
        report = library.scan(())
        assert report.changed
        assert len(library.heads()) == 302
        assert heads[0].title == "The tour"
        assert library.looks_changed()
        library.scan(report.known)
        assert not library.looks_changed()
    assert len(library.heads()) == 302
    assert library.quote_count("hash", "1") == 4
    assert [finding.remedy for finding in library.check()] == [None]


def test_what_a_broken_file_still_gives_is_shown_until_a_scan_has_read_it_again(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    article = library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01").head.id
    (folder / "note.txt").write_text("Other words.\n")
    known = library.scan(()).known
    library.put_quote_count("hash", "1", 4)
    library.cache("hash", "1", b"page")
    library.close()
    overwrite_pages(tmp_path / "cache")
    again = opened(folder, tmp_path / "cache")
    shown = again.heads()
    assert again.cached("hash", "1") is None
    assert [head.id for head in again.heads()] == [head.id for head in shown]
    assert again.heads() is not shown
    assert again.looks_changed()
    report = again.scan(known)
    assert report.changed
    assert report.known == ()
    assert not again.looks_changed()
    assert again.quote_count("hash", "1") == 4
    assert again.read(article).text == "Words."
    assert again.check() == ()
    again.close()


def test_a_closed_catalogue_leaves_its_file_alone(library: Library, tmp_path: Path) -> None:
    path = library.catalogue_path
    library.close()
    before = path.stat()
    with pytest.raises(sqlite3.ProgrammingError):
        library.heads()
    library.cache("hash", "1", b"page")
    library.put_quote_count("hash", "1", 4)
    assert (path.stat().st_ino, path.stat().st_size) == (before.st_ino, before.st_size)


def test_check_tells_what_is_out_of_date_and_repair_mends_it(library: Library, folder: Path) -> None:
    assert library.check() == ()
    (folder / "note.txt").write_text("Words.\n")
    (folder / "empty.txt").write_text("")
    assert [finding.remedy for finding in library.check()] == ["read them again"]
    library.repair()
    (finding,) = library.check()
    assert "empty.txt is empty" in finding.message
    assert library.head(ArticleId("tour")) is not None


def test_without_the_bundled_pieces_the_library_still_works(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "nowhere", tmp_path / "cache")
    report = library.scan(())
    assert [problem.split(" cannot")[0] for problem in report.problems] == ["The folder nowhere"]
    assert library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01").is_new
    library.close()
