"""Rows of quotations are as wide as they are asked to be, whatever stands in them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.kept_list import Group, Grouping
from reader.desk.quote_list import Share
from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span
from reader.tui.articles.row import CursorStyle
from reader.tui.inks import inks
from reader.tui.kept.row import KeptRow, paint_bookmark, paint_group
from reader.tui.quotes.row import QuoteRow, paint_quote, paint_share, per_cent, share_bar
from reader.tui.row_lines import RowLines
from tests.store.samples import make_bookmark

NIGHT = inks("night")
CURSOR = CursorStyle(NIGHT.cursor_ground, NIGHT.cursor_bar)
WORDS = st.text(st.sampled_from("aé “”…界語👩‍👩‍👧 ね\u0301"), max_size=60)
WIDTHS = st.integers(7, 130)


BOTH = st.sampled_from((True, False))


def speaker(name: str, kind: SpeakerKind = SpeakerKind.PERSON, *, is_sure: bool = True) -> Speaker:
    return Speaker(Span(0, 0), name, name if is_sure else None, is_sure, kind)


@given(words=WORDS, name=WORDS, width=WIDTHS, is_sure=BOTH, is_under_head=BOTH, has_note=BOTH)
def test_a_quotation_fills_its_lines(
    *, words: str, name: str, width: int, is_sure: bool, is_under_head: bool, has_note: bool
) -> None:
    share = Share(name, 3, 1, 120, 0.4)
    row = QuoteRow(
        words,
        speaker(name, is_sure=is_sure),
        is_kept=True,
        has_note=has_note,
        is_under_head=is_under_head,
        share=None if is_under_head else share,
    )
    height = 3 if is_under_head else 4
    for strips in (
        paint_quote(row, width, NIGHT, CURSOR, "│" * height),
        paint_share(share, width, NIGHT, "│" * height),
    ):
        assert [strip.cell_length for strip in strips] == [width] * height


@given(words=WORDS, note=WORDS, width=WIDTHS, grouping=st.sampled_from(Grouping), is_lost=BOTH)
def test_what_is_kept_fills_its_lines(
    *, words: str, note: str, width: int, grouping: Grouping, is_lost: bool
) -> None:
    bookmark = replace(make_bookmark(1), exact=(words, words), note=note, tags=(note,), title=words)
    row = KeptRow(bookmark, grouping, is_chosen=True, lost="Its words are gone." if is_lost else "")
    for strips in (
        paint_bookmark(row, RowLines(width, NIGHT, CURSOR, "    "), NIGHT),
        paint_group(Group(words or "x", note, 7), RowLines(width, NIGHT, None, "    "), NIGHT),
    ):
        assert [strip.cell_length for strip in strips] == [width] * 4


def test_a_doubt_is_shown_beside_the_words_under_a_head_and_with_the_name_elsewhere() -> None:
    he = speaker("he", SpeakerKind.PRONOUN, is_sure=False)
    row = QuoteRow("“So be it.”", he, is_kept=False, has_note=False, is_under_head=True, share=None)
    assert "?" in paint_quote(row, 40, NIGHT, None, "│││")[0].text
    apart = row._replace(is_under_head=False)
    assert "he ?" in paint_quote(apart, 40, NIGHT, None, "││││")[1].text
    unknown = apart._replace(speaker=None)
    assert "speaker unknown" in paint_quote(unknown, 40, NIGHT, None, "││││")[1].text


@pytest.mark.parametrize(
    ("part", "bar", "said"),
    [
        (0.0, "", "0 %"),
        (0.001, "╸", "<1 %"),
        (0.25, "━╸", "25 %"),
        (0.5, "━━━", "50 %"),
        (1.0, "━━━━━━", "100 %"),
    ],
)
def test_a_share_is_a_bar_and_a_percentage(part: float, bar: str, said: str) -> None:
    assert share_bar(part) == bar
    assert per_cent(part) == said


def test_a_long_title_leaves_the_day_its_room() -> None:
    bookmark = replace(make_bookmark(1), title="A very long title that goes on and on " * 3)
    row = KeptRow(bookmark, Grouping.NONE, is_chosen=False, lost="")
    origin = {
        width: paint_bookmark(row, RowLines(width, NIGHT, None, "    "), NIGHT)[1].text.strip()
        for width in (40, 80, 200)
    }
    assert origin[40] == "Ana Rivera · A very… · 6 May 2024"
    assert origin[80].endswith("… · 6 May 2024")
    assert origin[200].endswith("… · 6 May 2024")
    short = row._replace(bookmark=replace(bookmark, title="Short"))
    strips = paint_bookmark(short, RowLines(120, NIGHT, None, "    "), NIGHT)
    assert "Ana Rivera · Short · The Tidings · 6 May 2024 · kept 14 Nov 2023" in strips[1].text
