"""What the parsers of other programs are lenient about, and people who read the forms are not."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import replace

import pytest

from reader.exports.bibtex import bibtex
from reader.exports.excerpt import Excerpt
from reader.exports.readwise import readwise_csv
from reader.exports.ris import ris
from tests.exports.samples import BOOKMARK, DOUBTFUL, HEAD, excerpt


def row(quotation: Excerpt) -> list[str]:
    _, written = csv.reader(io.StringIO(readwise_csv([quotation]), newline=""))
    return written


def test_bibtex_counts_braces_whether_or_not_a_backslash_stands_before_them() -> None:
    text = bibtex([excerpt(exact=("“a } b {{ \\} c”",), spans=BOOKMARK.spans[:1])])
    depth = 0
    for sign in text.rstrip("\n"):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth >= 0
    assert depth == 0
    assert text.rstrip().endswith("},\n}")


def test_no_value_of_ris_breaks_its_line() -> None:
    hostile = "en\nER  - \n\nTY  - BOOK"
    text = ris([excerpt(replace(HEAD, language=hostile, tags=(hostile,)), note=hostile)])
    assert text.count("\nER  - \n") == 1
    assert text.count("TY  - ") == text.count("TY  - NEWS") + 3
    assert all(line[2:6] == "  - " for line in text.splitlines())


def test_the_speaker_leads_the_note_and_the_author_stays_the_bylines() -> None:
    written = row(excerpt(note="Ask him.", tags=("two words", "ai")))
    assert written[2] == "He Wei"
    assert written[4] == "Speaker: Yin Qi .quote .check .two_words .ai\nAsk him."
    assert row(excerpt(speaker=DOUBTFUL))[4].startswith("Speaker: Yin Qi (?) .quote")
    assert row(excerpt(repaired_speaker="Ana Rivera"))[4].startswith(
        "Speaker: Ana Rivera (set by hand) .quote"
    )


def test_a_persons_tag_is_no_action_of_readwise() -> None:
    assert row(excerpt(tags=("c1", "H2", "c3po"), label=""))[4] == (
        "Speaker: Yin Qi .quote .tag_c1 .tag_H2 .c3po"
    )


def test_the_date_is_utc_wherever_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    assert row(excerpt())[6] == "2023-11-14 22:13:20"
