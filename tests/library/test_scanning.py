"""A scan can be stopped, and says what it did itself."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from reader.library import scanning
from reader.library.formats.document import FrontMatter

if TYPE_CHECKING:
    from pathlib import Path

    from reader.library.library import Library


def test_changed_is_about_the_scan_and_not_about_who_looked_at_the_list(
    library: Library, folder: Path
) -> None:
    library.add(b"Words.", "a.txt", FrontMatter(), "2026-01-01")
    assert not library.scan(()).changed
    (folder / "note.txt").write_text("Other words.\n")
    assert library.scan(()).changed
    assert not library.scan(()).changed


def test_a_scan_that_is_stopped_keeps_what_it_took_in(library: Library, folder: Path) -> None:
    for number in range(30):
        (folder / f"note{number}.md").write_text(f"---\nid: note{number}\n---\nWords number {number}.\n")
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 12

    report = library.scan((), should_stop)
    assert report.changed
    assert asked == 13
    assert 2 < len(library.heads()) < 32
    assert library.looks_changed()
    library.scan(report.known)
    assert len(library.heads()) == 32
    assert not library.looks_changed()


def test_a_stopped_scan_takes_in_no_renamed_file_under_another_id(library: Library, folder: Path) -> None:
    for number in range(10):
        (folder / f"note{number}.txt").write_text(f"Words number {number}.\n")
    known = library.scan(()).known
    ids = {file.content_hash: file.article for file in known}
    for number in range(10):
        (folder / f"note{number}.txt").rename(folder / f"renamed{number}.txt")
    for most in range(5, 25):
        # One yes is enough, though the next answer is no.
        answers = (asked == most for asked in count())
        library.scan(known, answers.__next__)
        shown = [head for head in library.heads() if not head.is_bundled]
        assert {head.content_hash: head.id for head in shown}.items() <= ids.items()
    assert len(library.heads()) == 12


def test_a_stopped_scan_does_not_read_the_other_files_first(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "old.txt").write_text("Words of a file without an id.\n")
    known = library.scan(()).known
    for number in range(30):
        (folder / f"note{number}.txt").write_text(f"Words number {number}.\n")
    read: list[Path] = []

    def read_file(path: Path) -> bytes:
        read.append(path)
        return path.read_bytes()

    monkeypatch.setattr(scanning, "read_file", read_file)
    assert not library.scan(known, lambda: len(read) >= 3).changed
    assert len(read) == 3
