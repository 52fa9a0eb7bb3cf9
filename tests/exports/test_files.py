"""Exports on the disk: only our own region is written, and nobody's words are lost."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from reader.domain.article import ArticleId
from reader.errors import ExportError
from reader.exports.export_file import Written, write_region, write_whole
from reader.exports.markdown import front_matter, region
from reader.exports.region import BEGIN, END, new_file, with_region
from tests.exports.samples import BOOKMARK, HEAD, excerpt

QUOTES = region([excerpt()])
OTHERS = region([excerpt(), excerpt(id="other0000001", note="New.")])


def put(path: Path, words: str) -> bool:
    return write_region(
        path, lambda now: new_file("", words) if now is None else with_region(now, words, path.name)
    )


def test_front_matter_is_read_back_by_yaml() -> None:
    head = replace(HEAD, title='A "b": c # d', authors=("Jo Lee",), tags=("no", "two words", "ai", "7"))
    text = front_matter(replace(excerpt(head).work, text_sha256="ab" * 32))
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    (document, rest) = yaml.safe_load_all(text)
    assert rest is None
    assert document["title"] == head.title
    assert document["author"] == ["Jo Lee"]
    assert document["publication"] == "China Daily"
    assert document["url"] == head.url
    assert document["tags"] == list(head.tags)
    assert document["source_sha256"] == "ab" * 32


def test_a_callout_is_laid_out_as_promised() -> None:
    words = region([replace(excerpt(note="Ask *him*."), paragraph=7)])
    assert words == (
        "> [!quote] Yin Qi · ¶7\n"
        "> “It must be responsible … and open.”\n"
        "> [source](https://example.org/front?a=b#:~:text=It%20must%20be%20responsible%2C&text=and%20open.) "
        "#quote #check #door ^q-k3v9x0q2mpab\n"
        "\n"
        "Ask \\*him\\*.\n"
    )


def test_articles_stand_under_headings_and_a_new_quotation_moves_none() -> None:
    other = replace(HEAD, id=ArticleId("b"), title="Another", url=None)
    first, second = excerpt(), excerpt(other, id="second")
    words = region([first, second])
    assert (
        "## [A front door for AI in Shanghai](https://example.org/front?a=b) · He Wei · China Daily" in words
    )
    assert "\n\n## Another · He Wei" in words
    later = replace(excerpt(id="later"), location=120)
    assert region([first, second, later]).replace(region([later]).strip() + "\n\n", "") == words


def test_only_the_region_is_written(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    before, after = "# Mine\n\nkeep  this \n", "\nand this, without an end"
    path.write_bytes(f"{before}{BEGIN}\n{END}{after}".encode())
    for words in (QUOTES, OTHERS, QUOTES):
        assert put(path, words)
        text = path.read_bytes().decode()
        assert text.startswith(f"{before}{BEGIN}\n{words}")
        assert text.endswith(f"\n{END}{after}")
        assert not put(path, words)
        assert path.read_bytes().decode() == text


def test_a_file_without_marks_gets_them_at_its_end(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("My own line", "utf-8")
    put(path, QUOTES)
    assert path.read_text("utf-8").startswith(f"My own line\n\n{BEGIN}\n> [!quote]")
    put(path, OTHERS)
    assert path.read_text("utf-8").count(BEGIN) == 1


def test_line_ends_of_another_system_stay(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"Mine\r\n")
    put(path, QUOTES)
    assert put(path, OTHERS)
    data = path.read_bytes()
    assert data.startswith(b"Mine\r\n\r\n" + BEGIN.encode() + b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert not put(path, OTHERS)


@pytest.mark.parametrize(
    "current",
    [f"{BEGIN}\n", f"{END}\n{BEGIN}\n", f"{BEGIN}\n{END}\n{BEGIN}\n{END}\n", f"{END}\n"],
)
def test_marks_that_are_no_pair_are_refused(tmp_path: Path, current: str) -> None:
    path = tmp_path / "notes.md"
    path.write_text(current, "utf-8")
    with pytest.raises(ExportError, match=r"once each and in this order"):
        put(path, QUOTES)
    assert path.read_text("utf-8") == current


def test_what_somebody_wrote_between_the_marks_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    put(path, QUOTES)
    edited = path.read_text("utf-8").replace("and open", "and open to all")
    path.write_text(edited, "utf-8")
    with pytest.raises(ExportError, match=r"Somebody has written between the marks"):
        put(path, OTHERS)
    assert path.read_text("utf-8") == edited


def test_a_note_cannot_end_the_region(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    hostile = region([excerpt(note=f"{END}\n{BEGIN}", exact=(f"“{END}”",), spans=BOOKMARK.spans[:1])])
    put(path, hostile)
    put(path, QUOTES)
    assert path.read_text("utf-8").count(END) == 1


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    put(path, QUOTES)
    text = path.read_bytes()
    path.chmod(0o444)
    with pytest.raises(ExportError, match=r"is read-only"):
        put(path, OTHERS)
    with pytest.raises(ExportError, match=r"is read-only"):
        write_whole(path, "x", replaces=True)
    assert path.read_bytes() == text
    assert not list(tmp_path.glob(".notes*"))


def test_a_file_changed_by_someone_else_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    put(path, QUOTES)

    def compose(current: str | None) -> str:
        path.write_text("somebody else's", "utf-8")
        return with_region(current or "", OTHERS, "notes.md")

    with pytest.raises(ExportError, match=r"changed by someone else meanwhile"):
        write_region(path, compose)
    assert path.read_text("utf-8") == "somebody else's"
    assert not list(tmp_path.glob(".notes*"))


def test_a_disk_that_refuses_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "notes.md"
    put(path, QUOTES)
    text = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError, match=r"No space left on device"):
        put(path, OTHERS)
    assert path.read_bytes() == text
    assert not list(tmp_path.glob(".notes*"))


def test_a_whole_file_is_written_over_only_when_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    assert write_whole(path, "a", replaces=False) is Written.NEW
    assert write_whole(path, "a", replaces=False) is Written.SAME
    with pytest.raises(ExportError, match=r"with --replace"):
        write_whole(path, "b", replaces=False)
    assert path.read_text("utf-8") == "a"
    assert write_whole(path, "b", replaces=True) is Written.NEW


def test_a_link_stays_one_and_rights_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target.md", tmp_path / "link.md"
    target.write_text("Mine\n", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    put(link, QUOTES)
    assert link.is_symlink()
    assert QUOTES in target.read_text("utf-8")
    assert target.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["", "no/such/folder.md", "\0"])
def test_a_path_that_leads_nowhere_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError):
        put(tmp_path / name, QUOTES)


def test_a_file_that_is_no_text_stays(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff")
    with pytest.raises(ExportError, match=r"no UTF-8 text"):
        put(path, QUOTES)
    assert path.read_bytes() == b"\xff\xd8\xff"


def test_a_pipe_is_written_to_and_never_waited_for_to_be_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert write_whole(pipe, "whole\n", replaces=False) is Written.NEW
        assert put(pipe, QUOTES)
        assert os.read(reading, 10_000).decode() == f"whole\n{new_file('', QUOTES)}"
    finally:
        os.close(reading)
    assert pipe.is_fifo()
    assert write_whole(Path("/dev/null"), "x", replaces=False) is Written.NEW
