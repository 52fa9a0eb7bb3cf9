"""The way between a cell of the page and a place in the text, and what is cut to so many cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import BlockKind
from reader.domain.span import Span
from reader.paths import Folders
from reader.tui.cells import cut, width_cells
from reader.tui.page.block_lines import Measure
from reader.tui.page.layout import lay_out
from reader.tui.page.sheet import cells_in, place_in
from tests.page.test_layout import article_of
from tests.tui.conftest import Opener

WORDS = st.text(alphabet="ab ü日“”.e\u0301👩‍👧", min_size=1, max_size=60).filter(
    lambda words: words.strip() == words
)


@given(WORDS, st.integers(12, 40), st.data())
def test_the_cells_of_a_character_lead_back_to_it(words: str, column: int, data: st.DataObject) -> None:
    article = article_of((BlockKind.PARAGRAPH, words))
    layout = lay_out(article, 0, Measure(column))
    place = data.draw(st.integers(0, len(words) - 1))
    line = layout.lines[layout.line_at(place)]
    for cell, width in cells_in(article.text, line, place, place + 1):
        found = {place_in(article.text, line, cell + number) for number in range(width)}
        assert len(found) <= 1  # all cells of a character are that character's
        for first in found:
            assert first is not None
            assert first <= place
            assert first == place or not words[first : place + 1].isascii()  # a later part of one grapheme


@pytest.mark.parametrize(
    ("words", "limit", "shown"),
    [
        ("soft\u00adhyphen\u00adword", 14, "softhyphenword"),
        ("soft\u00adhyphen\u00adword", 13, "softhyphenwo…"),
        ("日\u00ad本\u00ad語", 6, "日本語"),
        ("日\u00ad本\u00ad語", 5, "日本…"),
    ],
)
def test_soft_hyphens_are_cut_out_and_take_no_room(words: str, limit: int, shown: str) -> None:
    assert cut(words, limit) == shown
    assert width_cells(words) == width_cells(words.replace("\u00ad", ""))


async def test_no_soft_hyphen_of_a_head_is_sent_to_the_terminal(library: Folders, open_app: Opener) -> None:
    word = "Donau\u00addampf\u00adschiff"
    front = f"---\ntitle: {word}\nsource: {word}\nauthors: [{word}]\nadded: 2030-01-01\n---\n"
    (library.library / "ship.md").write_text(f"{front}# {word}\n\nIt sails.\n\n> {word}\n", "utf-8")
    async with open_app(library) as session:
        for shown in (session.list, session.page):
            assert "Donaudampfschiff" in shown
            assert "\u00ad" not in shown
        assert session.page.count("Donaudampfschiff") == 3


async def test_a_place_is_where_its_cells_say(library: Folders, open_app: Opener) -> None:
    async with open_app(library, (120, 40)) as session:
        await session.press("enter")
        page = session.reading_screen.page
        assert page.reading is not None
        quotation = page.reading.quotations[0]
        cells = page.cells_of(quotation.span)
        shown = session.lines_of(page)
        drawn = " ".join(shown[run.y][run.x : run.x + run.width] for run in cells)
        assert drawn.split() == quotation.span.of(page.reading.article.text).split()
        assert page.place_at(cells[0].x, cells[0].y) == quotation.span.start
        assert page.place_at(0, cells[0].y) is None
        assert page.place_at(cells[0].x, 0) is None
        assert page.cells_of(Span(10**6, 10**6 + 1)) == []
