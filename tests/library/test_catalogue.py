"""The catalogue can be lost, broken, locked or refused, and is never missed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from reader.domain.article import ArticleId
from reader.library import catalogue
from reader.library.formats.document import FrontMatter
from reader.library.library import Library

if TYPE_CHECKING:
    from pathlib import Path


def opened(folder: Path, cache: Path) -> Library:
    return Library(folder, folder.parent / "content", cache)


@pytest.mark.parametrize(
    "bytes_of_file", [b"", b"not a database at all" * 500, b"SQLite format 3\x00" + b"\xff" * 9_000]
)
def test_a_broken_file_is_built_again(folder: Path, tmp_path: Path, bytes_of_file: bytes) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    (cache / "catalogue.sqlite3").write_bytes(bytes_of_file)
    library = opened(folder, cache)
    assert library.scan(()).changed
    assert [head.id for head in library.heads()] == ["tour", "piece"]
    library.close()
    again = opened(folder, cache)
    assert len(again.heads()) == 2
    again.close()


def test_a_catalogue_of_another_version_is_thrown_away(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    library.close()
    connection = sqlite3.connect(tmp_path / "cache" / "catalogue.sqlite3")
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    again = opened(folder, tmp_path / "cache")
    assert len(again.heads()) == 0
    again.scan(())
    assert len(again.heads()) == 2
    again.close()


def test_a_file_broken_while_in_use_is_built_again(library: Library, tmp_path: Path) -> None:
    article = library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01").head.id
    path = tmp_path / "cache" / "catalogue.sqlite3"
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(b"\xff" * 20_000)
    assert path.exists()
    library.repair()
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


def test_a_catalogue_that_another_will_not_let_go_of_is_done_without(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "BUSY_TIMEOUT_SECONDS", 0.05)
    library = opened(folder, tmp_path / "cache")
    library.scan(())
    holder = sqlite3.connect(tmp_path / "cache" / "catalogue.sqlite3", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    (folder / "note.txt").write_text("Words.\n")
    library.scan(())
    library.scan(())
    assert len(library.heads()) == 3
    holder.execute("ROLLBACK")
    holder.close()
    library.close()


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
