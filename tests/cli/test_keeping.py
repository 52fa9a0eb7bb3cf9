"""Keeping passages, and saying something of what is kept, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reader.desk.wording import NOTE_LIMIT
from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import Command, run_process

WORDS = "The council met on Tuesday"
ESCAPES = "\x1b[31m[bold]red[/bold]\x1b[0m"


def kept(reader: Command) -> list[dict[str, Any]]:
    documents: list[dict[str, Any]] = reader("bookmarks", "--json").document
    return documents


def test_words_are_kept_as_they_stand_in_the_article(reader: Command) -> None:
    text = reader("show", "bridge0001", "--json").document["text"]
    start = text.index(WORDS)
    by_words = reader("keep", "bridge0001", "--words", WORDS, "--label", "check")
    (passage,) = kept(reader)
    assert (by_words.code, by_words.out) == (0, passage["id"] + "\n")
    assert (passage["kind"], passage["label"], passage["speaker"]) == ("passage", "check", None)
    assert passage["exact"] == [text[slice(*passage["spans"][0])]] == [WORDS]
    # The same words by their place are the same bookmark.
    place = ("--from", str(start), "--to", str(start + len(WORDS)))
    assert reader("keep", "bridge0001", *place).out == by_words.out
    assert [document["label"] for document in kept(reader)] == ["key"]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 2, "in one way"),
        (["1", "--words", WORDS], 2, "in one way"),
        (["--from", "4"], 2, "in one way"),
        (["--from", "4", "--to", "4"], 2, "no place"),
        (["--from", "4", "--to", "99999999"], 2, "no place"),
        (["--from", "-4", "--to", "9"], 2, "no place"),
        (["--words", "nobody ever wrote this"], 1, "does not have these words"),
        (["--words", "the"], 1, "times; give more"),
        (["--words", ""], 1, "does not have these words"),
        (["--words", WORDS, "--label", "x" * 200], 2, "at most 60"),
    ],
)
def test_what_cannot_be_kept_is_told_and_nothing_changes(
    reader: Command, arguments: list[str], code: int, said: str
) -> None:
    outcome = reader("keep", "bridge0001", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert kept(reader) == []


def test_note_tags_label_and_status_are_shown_and_taken_away(reader: Command) -> None:
    bookmark = reader("keep", "bridge0001", "1").out.strip()
    assert reader("note", bookmark, "Ask again.\nOn Friday.").out == "Note kept.\n"
    assert (
        reader("tag", bookmark, "+bridge", "#River Works", "-nothing").out == "Tags: #bridge #River-Works.\n"
    )
    assert reader("tag", bookmark, "+BRIDGE", "-river-works").out == "Tags: #bridge.\n"
    assert reader("tag", bookmark).out == "Tags: #bridge.\n"
    assert reader("label", bookmark, "for the lead").out == "Label: for the lead.\n"
    assert reader("status", bookmark, "Checked").out == "Status: checked.\n"
    (document,) = kept(reader)
    said = (document["note"], document["tags"], document["label"], document["status"])
    assert said == ("Ask again.\nOn Friday.", ["bridge"], "for the lead", "checked")
    (line,) = reader("bookmarks").lines
    assert line.endswith(" · for the lead · checked · #bridge · with a note")
    for verb in ("note", "label", "status"):
        assert reader(verb, bookmark, "").out.endswith("taken away.\n")
    assert reader("tag", bookmark, "-bridge").out == "No tags.\n"
    assert reader("bookmarks").lines == [line.split(" · ")[0]]


def test_a_note_comes_through_standard_input_up_to_its_limit(reader: Command) -> None:
    bookmark = reader("keep", "bridge0001", "1").out.strip()
    note = "é" * NOTE_LIMIT
    assert reader("note", bookmark, "-", stdin=note.encode()).code == 0
    assert kept(reader)[0]["note"] == note
    too_long = reader("note", bookmark, "-", stdin=(note + "x" + note * 3).encode())
    assert (too_long.code, too_long.out) == (2, "")
    assert "1,000,000 are the most" in too_long.err
    assert kept(reader)[0]["note"] == note


@pytest.mark.parametrize("verb", ["note", "tag", "label", "status"])
def test_an_id_that_nothing_has_is_nothing_found(reader: Command, verb: str) -> None:
    outcome = reader(verb, "nothing0000", "checked")
    assert outcome.code == 1
    assert "nothing0000" in outcome.err


def test_escapes_and_markup_are_text_or_nothing(reader: Command) -> None:
    bookmark = reader("keep", "bridge0001", "1").out.strip()
    for verb in ("note", "label", "tag"):
        assert reader(verb, bookmark, ESCAPES).code == 0
    (document,) = kept(reader)
    assert document["label"] == document["note"] == "[31m[bold]red[/bold][0m"
    assert "\x1b" not in reader("bookmarks").out
    for arguments in (("status", "sold"), ("tag", "+"), ("tag", "--state"), ("tag", "+" + "x" * 80)):
        assert reader(arguments[0], bookmark, *arguments[1:]).code == 2
    assert kept(reader) == [document]


def test_a_second_process_writes_on_what_the_first_holds(reader: Command, library: Folders) -> None:
    from reader.desk.desk import Desk

    with Desk(library) as owner:
        owner.take_scan(owner.scanner().scan())
        bookmark = run_process("keep", "bridge0001", "--words", WORDS).out.strip()
        assert run_process("note", bookmark, "Ask again.").code == 0
        assert run_process("tag", bookmark, "+bridge").code == 0
        assert run_process("repair", "bridge0001", "3", "--speaker", "Jo Lee").code == 0
        assert run_process("repair", "--same-person", "Ana R. Rivera", "Ana Rivera").code == 0
        assert owner.take_in()
        (passage,) = owner.bookmarks()
        assert (passage.id, passage.note, passage.tags) == (bookmark, "Ask again.", ("bridge",))
        reading = owner.reading(owner.find("bridge0001"))
        said = [quotation.speaker.shown for quotation in reading.quotations if quotation.speaker]
        assert said == ["Ana R. Rivera", "Ana R. Rivera", "Jo Lee"]


# Out and in


def fill(reader: Command) -> list[dict[str, Any]]:
    ids = [reader("keep", "bridge0001", number).out.strip() for number in ("1", "2", "3")]
    reader("keep", "bridge0001", "--words", WORDS)
    reader("note", ids[0], "First\n\nlines – “quoted”, \u200b👍")
    reader("tag", ids[1], "+a", "+b")
    reader("status", ids[1], "to check")
    reader("repair", "bridge0001", "3", "--speaker", "Jo Lee")
    reader("repair", "--same-person", "Ana R. Rivera", "Ana Rivera")
    return kept(reader)


def test_what_goes_out_comes_in_the_same(reader: Command, library: Folders, tmp_path: Path) -> None:
    documents = fill(reader)
    assert [d["repaired_speaker"] for d in documents] == [None, None, "Jo Lee", None]
    (tmp_path / "out.json").write_text(json.dumps(documents), "utf-8")
    elsewhere = ("--state", str(tmp_path / "other"))
    assert reader(*elsewhere, "bookmarks", "--import", "out.json").out == "Took in 4.\n"
    assert reader(*elsewhere, "bookmarks", "--json").document == documents
    again = reader(*elsewhere, "bookmarks", "--import", "-", stdin=json.dumps(documents).encode())
    assert (again.code, again.out) == (0, "Took in 0, 4 were there already.\n")
    assert reader(*elsewhere, "bookmarks", "--json").document == documents


def test_one_bad_bookmark_stops_no_other(reader: Command, tmp_path: Path) -> None:
    documents = fill(reader)
    documents[0]["spans"] = [[5, 1]]
    documents[1]["note"] = 7
    documents[2] |= {"id": "../../x"}
    elsewhere = ("--state", str(tmp_path / "other"))
    outcome = reader(*elsewhere, "bookmarks", "--import", "-", stdin=json.dumps([*documents, 3]).encode())
    assert (outcome.code, outcome.out) == (3, "Took in 1, 4 refused.\n")
    assert [line.split(" was left out")[0] for line in outcome.err.splitlines()] == [
        f"reader: Bookmark {number}" for number in (1, 2, 3, 5)
    ]
    assert reader(*elsewhere, "bookmarks", "--json").document == [documents[3]]


@pytest.mark.parametrize("data", [b"", b"{}", b"[", b"\xff", b"[" * 100_000, b'{"a": NaN}', b"3"])
def test_what_is_no_export_takes_nothing_in(reader: Command, data: bytes) -> None:
    outcome = reader("bookmarks", "--import", "-", stdin=data)
    assert outcome.code == 3
    assert "nothing was taken in" in outcome.err
    assert reader("bookmarks", "--import", "nowhere.json").code == 3


def test_text_taken_in_is_cleaned(reader: Command, tmp_path: Path) -> None:
    documents = fill(reader)[:1]
    documents[0] |= {
        "note": ESCAPES,
        "label": ESCAPES,
        "title": ESCAPES,
        "tags": [ESCAPES],
        "url": "file:///x",
    }
    elsewhere = ("--state", str(tmp_path / "other"))
    reader(*elsewhere, "bookmarks", "--import", "-", stdin=json.dumps(documents).encode())
    (document,) = reader(*elsewhere, "bookmarks", "--json").document
    assert "\\u001b" not in json.dumps(document)
    assert document["url"] is None


# Repairs


def test_a_repair_is_made_listed_exported_and_taken_back(reader: Command) -> None:
    assert reader("repair", "bridge0001").code == 1
    assert (
        reader("repair", "bridge0001", "3", "--speaker", "Jo Lee").out == "Speaker: Jo Lee, by your word.\n"
    )
    piece = reader("quotes", "bridge0001", "--json").document[-1]
    assert (piece["speaker"]["name"], piece["speaker"]["repaired"], piece["repaired"]) == (
        "Jo Lee",
        "speaker",
        False,
    )
    (line,) = reader("repair", "bridge0001").lines
    assert line.endswith("  said by Jo Lee: “Nobody asked the river,”")
    assert reader("repair", "bridge0001", "3", "--wider", "3").code == 0
    piece = reader("quotes", "bridge0001", "--json").document[-1]
    assert (piece["text"], piece["repaired"]) == ("“Nobody asked the river,” said Tom Okafor", True)
    assert reader("repair", "bridge0001", "3", "--narrower", "1", "--at-start").code == 0
    assert reader("repair", "bridge0001", "3", "--undo").out == "As it was found again.\n"
    assert reader("quotes", "bridge0001").lines[-1] == "   3  Tom Okafor: “Nobody asked the river,”"


def test_a_repair_whose_words_are_gone_is_listed_with_the_reason(reader: Command, library: Folders) -> None:
    reader("repair", "bridge0001", "3", "--speaker", "Jo Lee")
    gone = BRIDGE.replace("“Nobody asked the river,” said Tom Okafor, an engineer.", "Nothing was said.")
    (library.library / "bridge.md").write_text(gone, "utf-8")
    (line,) = reader("repair", "bridge0001").lines
    assert line.endswith(" · not in use: Its words are no longer in the article.")


def test_what_is_no_quotation_comes_back_by_its_id(reader: Command) -> None:
    assert reader("repair", "bridge0001", "2", "--not-a-quotation").code == 0
    assert len(reader("quotes", "bridge0001").lines) == 3
    assert reader("list", "--json").document[0]["quotes"] == 2
    (line,) = reader("repair", "bridge0001").lines
    assert reader("repair", "bridge0001", line.split()[0], "--undo").code == 0
    assert len(reader("quotes", "bridge0001").lines) == 4


def test_a_missing_quotation_and_two_names_of_one_person(reader: Command) -> None:
    text = reader("show", "bridge0001", "--json").document["text"]
    start = text.index("an earlier date")
    place = (str(start), str(start + len("an earlier date")))
    assert reader("repair", "bridge0001", "--missing", *place, "--speaker", "Rivera").code == 0
    assert reader("quotes", "bridge0001").lines[2] == "   2  Rivera: an earlier date"
    assert reader("repair", "bridge0001", "--missing", *place).code == 2
    assert reader("repair", "bridge0001", "--same-person", "Ana Rivera", "Rivera").code == 0
    assert reader("quotes", "bridge0001").lines[2] == "   2  Ana Rivera: an earlier date"
    assert reader("repair", "--same-person", "Tom O.", "Tom Okafor").code == 0
    (alias,) = reader("repair").lines
    assert alias.endswith("  Tom Okafor is Tom O.")
    assert reader("repair", alias.split()[0], "--undo").out == "Tom Okafor and Tom O. are two again.\n"
    assert reader("repair").code == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["bridge0001", "9", "--speaker", "x"], 1),
        (["bridge0001", "0", "--not-a-quotation"], 1),
        (["bridge0001", "--speaker", "x"], 2),
        (["bridge0001", "1", "--speaker", " "], 2),
        (["bridge0001", "1", "--speaker", "x" * 999], 2),
        (["bridge0001", "1", "--speaker", "x", "--wider", "1"], 2),
        (["bridge0001", "1", "--wider", "0"], 2),
        (["bridge0001", "1", "--wider", "1", "--narrower", "1"], 2),
        (["bridge0001", "--missing", "5", "1"], 2),
        (["bridge0001", "--missing", "0", "99999999"], 2),
        (["bridge0001", "1", "--undo"], 1),
        (["--undo"], 2),
        (["--same-person", "Ana", "ANA"], 2),
        (["nowhere", "1", "--speaker", "x"], 1),
    ],
)
def test_a_repair_that_cannot_be_made_is_a_sentence(reader: Command, arguments: list[str], code: int) -> None:
    outcome = reader("repair", *arguments)
    assert (outcome.code, outcome.out) == (code, "")
    assert outcome.err.startswith("reader: ")
    assert reader("repair", "bridge0001").code == 1
