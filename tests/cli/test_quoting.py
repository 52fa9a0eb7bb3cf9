from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import Command, run_process

LOOKING_ON = """\
import json, sys
from reader.cli.main import main
code = main(sys.argv[1:])
watched = {"tinydb", "textual", "rich", "sqlite3", "reader.store", "reader.library.catalogue"}
print(code, sorted(watched & sys.modules.keys()), file=sys.stderr)
"""
LOOSE = "Words before.\n\n“We will wait,” said Ana Rivera.\n"


def test_quotes_prints_the_quotations_of_an_article(reader: Command) -> None:
    assert reader("quotes", "bridge0001").lines == [
        "The bridge will wait",
        "   1  Ana Rivera: “We will be ready by May,” … “Not before.”",
        "   2  Ana Rivera: “was drawn up in a drier year.”",
        "   3  Tom Okafor: “Nobody asked the river,”",
    ]


def test_quotes_without_an_argument_covers_the_library(reader: Command) -> None:
    pieces = reader("quotes", "--json").document
    assert [piece["article"] for piece in pieces] == ["bridge0001"] * 4 + ["tour"]
    assert "A short tour" in reader("quotes").lines


def test_an_article_without_quotations_is_nothing_found(reader: Command, library: Folders) -> None:
    (library.library / "bare.md").write_text("---\nid: bare\n---\nNothing said.\n", "utf-8")
    assert (reader("quotes", "bare").code, reader("quotes", "bare").out) == (1, "")
    assert reader("quotes", "bare", "--json").document == []


def test_the_rest_is_covered_when_one_file_breaks(reader: Command, library: Folders) -> None:
    (library.library / "bad.md").write_text("---\na: [\n---\nx\n", "utf-8")
    outcome = reader("quotes", "--json")
    assert (outcome.code, len(outcome.document)) == (0, 5)
    assert "bad.md" in outcome.err


@pytest.mark.parametrize("arguments", [["quotes", "loose.txt", "--json"], ["quotes", "-", "--json"]])
def test_a_loose_text_opens_neither_library_nor_store(
    reader: Command, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "loose.txt").write_text(LOOSE, "utf-8")
    outcome = run_process(*arguments, stdin=LOOSE.encode(), command=("-c", LOOKING_ON))
    assert outcome.err == "0 []\n"
    (piece,) = outcome.document
    assert (piece["article"], piece["text"]) == (arguments[1], "“We will wait,”")
    assert piece["speaker"]["name"] == "Ana Rivera"
    assert LOOSE[piece["start"] : piece["end"]] == piece["text"]
    assert not reader.folders.state.exists()
    assert not reader.folders.cache.exists()


def test_the_same_check_sees_a_store_that_is_opened(reader: Command) -> None:
    outcome = run_process("quotes", "bridge0001", "--json", command=("-c", LOOKING_ON))
    assert "reader.store" in outcome.err
    assert "tinydb" in outcome.err


def test_a_loose_text_is_printed_with_its_title(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "loose.md").write_text(BRIDGE, "utf-8")
    assert reader("quotes", "loose.md").lines == reader("quotes", "bridge0001").lines


def test_kept_and_dropped(reader: Command) -> None:
    kept = reader("keep", "bridge0001", "1")
    assert kept.code == 0
    assert re.fullmatch(r"[a-z0-9]+\n", kept.out)
    bookmark = kept.out.strip()
    assert reader("bookmarks").lines == [
        f"{bookmark}  “We will be ready by May … Not before.” — Ana Rivera  (The bridge will wait)"
    ]
    dropped = reader("drop", bookmark)
    assert (dropped.code, dropped.out) == (0, "Let go of “We will be ready by May … Not before.”\n")
    assert (reader("bookmarks").code, reader("bookmarks").out) == (1, "")
    assert reader.refused("drop", bookmark).code == 1


def test_keeping_again_gives_the_same_bookmark(reader: Command) -> None:
    assert reader("keep", "1", "2") == reader("keep", "bridge0001", "2")
    assert len(reader("bookmarks").lines) == 1


def test_bookmarks_come_in_the_order_of_keeping(reader: Command) -> None:
    kept = [reader("keep", *quotation).out.strip() for quotation in (["tour", "1"], ["1", "3"], ["1", "1"])]
    assert [bookmark["id"] for bookmark in reader("bookmarks", "--json").document] == kept


@pytest.mark.parametrize("number", ["0", "4", "-1", "99999999999999999999999"])
def test_a_number_that_is_no_quotation_is_not_found(reader: Command, number: str) -> None:
    outcome = reader.refused("keep", "bridge0001", number)
    assert outcome.code == 1
    assert "3 quotations" in outcome.err


@pytest.mark.parametrize("number", ["first", "1.5", "", "0x1"])
def test_what_is_no_number_is_wrong_usage(reader: Command, number: str) -> None:
    assert reader.refused("keep", "bridge0001", number).code == 2


def test_a_kept_quotation_outlives_its_article_and_an_edit(reader: Command, library: Folders) -> None:
    kept = reader("keep", "bridge0001", "3").out.strip()
    (library.library / "bridge.md").write_text(BRIDGE.replace("The council", "So the council"), "utf-8")
    assert reader("list", "--json").document[0]["kept"] == 1
    assert reader("keep", "bridge0001", "3").out.strip() == kept
    (library.library / "bridge.md").unlink()
    assert reader("bookmarks", "--json").document[0]["text"] == "“Nobody asked the river,”"


def test_what_is_kept_is_had_without_the_library(reader: Command, library: Folders) -> None:
    kept = reader("keep", "bridge0001", "3").out.strip()
    (library.library / "bridge.md").unlink()
    library.library.rmdir()
    library.library.write_text("in its place")
    assert reader.refused("list").code == 3
    assert reader("bookmarks").out.startswith(kept)
    assert reader("drop", kept).code == 0
