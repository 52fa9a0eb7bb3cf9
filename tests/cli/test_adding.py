from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import Command

ID_LINE = re.compile(r"[A-Za-z0-9]{10}\n")
NOTE = "A few words.\n\n“We will wait,” said Ana Rivera.\n"


@pytest.fixture
def note(tmp_path: Path) -> str:
    (tmp_path / "the-note.txt").write_text(NOTE, "utf-8")
    return "the-note.txt"


def test_add_prints_the_id_alone(reader: Command, note: str) -> None:
    outcome = reader("add", note)
    assert (outcome.code, outcome.err) == (0, "")
    assert ID_LINE.fullmatch(outcome.out)
    article = reader("show", outcome.out.strip(), "--json").document
    assert (article["number"], article["title"], article["quotes"]) == (1, "the note", 1)
    assert article["text"] == NOTE.strip()


def test_the_same_text_again_is_the_same_article(reader: Command, note: str, library: Folders) -> None:
    first = reader("add", note)
    assert reader("add", note) == first
    assert reader("add", "-", stdin=NOTE.encode()) == first
    assert len(list(library.library.glob("*.md"))) == 2


def test_what_is_given_for_an_article_that_is_there_is_said_to_change_nothing(
    reader: Command, note: str, library: Folders
) -> None:
    first = reader("add", note, "--title", "A note", "--tag", "river")
    again = reader("add", note, "--title", "Another", "--tag", "river", "--author", "Jo Lee")
    assert (again.code, again.out) == (0, first.out)
    assert "“A note” was in the library already, so --title, --author changed nothing" in again.err
    assert str(library.library) in again.err
    assert reader("show", first.out.strip(), "--json").document["title"] == "A note"
    assert reader("add", note, "--title", "A note", "--tag", "river").err == ""


def test_several_sources_print_an_id_each_in_their_order(reader: Command, note: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Other words.\n", "utf-8")
    outcome = reader("add", note, "other.txt")
    assert outcome.code == 0
    titles = [reader("show", article, "--json").document["title"] for article in outcome.lines]
    assert titles == ["the note", "other"]


def test_one_that_fails_does_not_keep_the_others_out(reader: Command, note: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Other words.\n", "utf-8")
    outcome = reader("add", "missing.txt", note, "https://example.org/a", "other.txt")
    assert outcome.code == 3
    assert len(outcome.lines) == 2
    missing, page = outcome.err.splitlines()
    assert "“missing.txt”" in missing
    assert "https://example.org/a" in page


def test_standard_input_has_its_first_words_for_a_title(reader: Command) -> None:
    article = reader("add", "-", stdin=NOTE.encode()).out.strip()
    assert reader("show", article, "--json").document["title"].startswith("A few words.")


def test_a_title_that_the_text_has_goes_before(reader: Command) -> None:
    article = reader("add", "-", stdin=BRIDGE.replace("bridge0001", "bridge0009").encode() + b"\nMore.\n")
    assert article.code == 0
    assert reader("show", article.out.strip(), "--json").document["title"] == "The bridge will wait"


@pytest.mark.parametrize("address", ["http://example.org", "https://example.org/a?b#c", "file:///etc/passwd"])
def test_an_address_is_refused_in_a_sentence(reader: Command, address: str) -> None:
    outcome = reader.refused("add", address)
    assert outcome.code == 2
    assert address in outcome.err


def test_what_is_said_goes_before_what_is_found(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "found.md").write_text(BRIDGE.replace("bridge", "pier"), "utf-8")
    article = reader(
        "add", "found.md", "--title", "Another é title", "--source", "The Tidings", "--url", "https://a.org/b",
        "--author", "Ana Rivera", "--author", "Tom Okafor", "--published", "2025-01-02", "--tag", "sea",
        "--tag", "sky",
    )  # fmt: skip
    assert article.code == 0
    head = reader("show", article.out.strip(), "--json").document
    assert {
        name: head[name] for name in ("title", "source", "url", "authors", "published", "tags", "place")
    } == {
        "title": "Another é title",
        "source": "The Tidings",
        "url": "https://a.org/b",
        "authors": ["Ana Rivera", "Tom Okafor"],
        "published": "2025-01-02",
        "tags": ["sea", "sky"],
        "place": "Harbour",
    }


@pytest.mark.parametrize(
    ("flag", "value"),
    [
        ("--published", "yesterday"),
        ("--published", ""),
        ("--published", "2020-13-45"),
        ("--url", "javascript:alert(1)"),
        ("--url", "example.org"),
        ("--url", "-rf"),
    ],
)
def test_a_date_or_an_address_that_is_none_adds_nothing(
    reader: Command, note: str, library: Folders, flag: str, value: str
) -> None:
    assert reader.refused("add", note, f"{flag}={value}").code == 2
    assert [path.name for path in library.library.iterdir()] == ["bridge.md"]


def test_a_link_outside_the_library_is_followed(reader: Command, note: str, tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(note)
    assert ID_LINE.fullmatch(reader("add", "link.txt").out)


def test_a_home_is_found(reader: Command, note: str, tmp_path: Path) -> None:
    (tmp_path / note).rename(tmp_path / "home" / note)
    assert ID_LINE.fullmatch(reader("add", f"~/{note}").out)
