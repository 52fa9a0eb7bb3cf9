"""The scroll bar shows where one is, and where the quotations are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.inks import inks
from reader.tui.page.scroll_bar import BarLines, BarMark, bar_cell, bar_rows, row_of, thumb, top_at
from reader.tui.themes import PALETTES

heights = st.integers(1, 80)
line_counts = st.integers(0, 5000)


def test_a_row_shows_the_greatest_of_what_it_stands_for() -> None:
    marked = [
        BarLines(BarMark.QUOTE, [0, 5, 52, 99]),
        BarLines(BarMark.KEPT, [5]),
        BarLines(BarMark.CURRENT, [52]),
    ]
    rows = bar_rows(100, 10, marked)
    assert rows[0] is BarMark.KEPT
    assert rows[5] is BarMark.CURRENT
    assert rows[9] is BarMark.QUOTE
    assert set(rows[1:5]) == {BarMark.NONE}


def test_a_page_that_fits_has_no_map() -> None:
    assert set(bar_rows(10, 10, [BarLines(BarMark.QUOTE, [3])])) == {BarMark.NONE}
    assert list(thumb(10, 10, 0)) == []


@given(line_counts, heights, st.data())
def test_the_thumb_lies_in_the_bar_and_touches_both_its_ends(
    line_count: int, height: int, data: st.DataObject
) -> None:
    last_top = max(0, line_count - height)
    rows = thumb(line_count, height, data.draw(st.integers(0, last_top)))
    assert rows.start >= 0
    assert rows.stop <= height
    if last_top:
        assert thumb(line_count, height, 0).start == 0
        assert thumb(line_count, height, last_top).stop == height


@given(line_counts, heights, st.data())
def test_going_to_a_row_shows_the_lines_it_stands_for(
    line_count: int, height: int, data: st.DataObject
) -> None:
    line = data.draw(st.integers(0, max(0, line_count - 1)))
    row = row_of(line, line_count, height)
    assert 0 <= row < height
    top = top_at(row, line_count, height)
    assert 0 <= top <= max(0, line_count - height)
    lines_of_a_row = -(-line_count // height)
    assert top - lines_of_a_row <= line <= top + height + lines_of_a_row


def test_every_mark_has_a_sign_of_its_own_in_every_theme() -> None:
    for theme in PALETTES:
        for is_in_thumb in (False, True):
            cells = [bar_cell(mark, inks(theme), is_in_thumb=is_in_thumb) for mark in BarMark]
            assert len({cell.text for cell in cells}) == len(BarMark)
            assert all(cell.cell_length == 1 for cell in cells)
