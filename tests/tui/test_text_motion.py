"""Moving through an article: units, counts, shares, marks and jumps."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.paths import Folders
from tests.tui.conftest import Opener, Session

HEADED = (
    """\
---
id: headed0001
title: With headings
added: 2026-03-05T10:00:00Z
---
It began. Mr. Lee came at 3.5 p.m. and left.

## The first

“Why?” he asked. Nobody knew.

"""
    + "\n\n".join(f"Filler {number} stands here." for number in range(60))
    + "\n\n## The second\n\nThe end.\n"
)


def place_of(session: Session) -> str:
    """Return the words one is at."""
    page = session.reading_screen.page
    assert page.place is not None
    assert page.reading is not None
    return page.place.of(page.reading.article.text)


@pytest.fixture
def headed(library: Folders) -> Folders:
    """A library whose first article has headings."""
    (library.library / "headed.md").write_text(HEADED, "utf-8")
    return library


async def test_sentences_are_gone_through_one_by_one(headed: Folders, open_app: Opener) -> None:
    async with open_app(headed) as session:
        await session.press("enter", "right_parenthesis")
        assert place_of(session) == "It began."
        assert "›" in session.page
        await session.press("right_parenthesis")
        assert place_of(session) == "Mr. Lee came at 3.5 p.m. and left."
        await session.press("3", "right_parenthesis")
        assert place_of(session) == "Nobody knew."
        await session.press("left_parenthesis")
        assert place_of(session) == "“Why?” he asked."


async def test_paragraphs_and_headings(headed: Folders, open_app: Opener) -> None:
    async with open_app(headed) as session:
        await session.press("enter", "right_curly_bracket", "right_curly_bracket", "right_curly_bracket")
        assert place_of(session) == "“Why?” he asked. Nobody knew."
        await session.press("full_stop")
        assert place_of(session) == "The second"
        assert "The second" in session.page
        await session.press("comma", "comma")
        assert place_of(session) == "The first"
        await session.press("left_curly_bracket")
        assert place_of(session).startswith("It began.")


async def test_a_step_begins_where_one_looks(headed: Folders, open_app: Opener) -> None:
    async with open_app(headed) as session:
        await session.press("enter", "G", "left_parenthesis")
        first = session.reading_screen.page.position
        assert session.reading_screen.page.place is not None
        assert session.reading_screen.page.place.start <= first or place_of(session) in session.page


async def test_the_page_follows_by_as_few_lines_as_that_takes(library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=(100, 30)) as session:
        await session.press("enter")
        page = session.reading_screen.page
        tops = []
        for _ in range(40):
            await session.press("right_parenthesis")
            tops.append(page.top)
            assert page.place is not None
            assert page.cells_of(page.place)
        steps = [after - before for before, after in pairwise(tops)]
        assert min(steps) >= 0
        assert max(steps) <= 6


async def test_a_share_of_the_article_is_typed(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "5", "0")
        assert session.status.strip().startswith("50 ·")
        await session.press("percent_sign")
        assert "50 %" in session.status
        await session.press("1", "0", "0", "percent_sign")
        assert session.reading_screen.page.is_at_end
        await session.press("7", "escape")
        assert "7" not in session.status.split("·")[0]
        top = session.reading_screen.page.top
        await session.press("k")
        assert session.reading_screen.page.top == top - 1
        await session.press("1", "0", "k")
        assert session.reading_screen.page.top == top - 11
        await session.press("percent_sign")
        assert "Type a number first" in session.status


async def test_a_digit_in_the_list_is_no_number(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("5", "j")
        assert session.reading_screen.articles.cursor == 1


async def test_jumps_are_gone_back_and_forward(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "d")
        start = session.page
        await session.press("G")
        end = session.page
        await session.press("5", "0", "percent_sign")
        middle = session.page
        await session.press("ctrl+o")
        assert session.page == end
        await session.press("ctrl+o")
        assert session.page == start
        await session.press("ctrl+y", "ctrl+y")
        assert session.page == middle
        await session.press("ctrl+o", "g", "ctrl+o")
        assert session.page == end


async def test_jumps_lead_to_other_articles(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "G", "s")
        end = session.reading_screen.page.view
        await session.press("J")
        assert "The council met" in session.page
        await session.press("ctrl+o")
        assert session.reading_screen.page.view == end
        await session.press("ctrl+y")
        assert "The council met" in session.page
        await session.press("apostrophe", "enter")
        assert "A long account" in session.list
        assert session.reading_screen.head is not None
        assert session.reading_screen.head.title == "A long account"
        # The first step back leads to the kept quotations, which one came by.
        await session.press("ctrl+o", "escape", "ctrl+o")
        assert session.reading_screen.head.title == "The bridge will wait"


async def test_a_mark_is_returned_to_after_a_restart(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "5", "0", "percent_sign")
        place = session.reading_screen.page.position
        await session.press("M")
        assert "type a letter" in session.status
        await session.press("a")
        assert "Marked with a." in session.status
        await session.press("g", "grave_accent")
        assert "Go to a mark: a." in session.status
        await session.press("a")
        assert session.reading_screen.page.position == place
        await session.press("grave_accent", "grave_accent")
        assert session.reading_screen.page.position == 0
        await session.press("grave_accent", "b")
        assert "No mark b" in session.status
        await session.press("M", "escape", "d")
        (mark,) = session.desk.mark(session.desk.heads[0].id).letters
        assert (mark[0], mark[1].spans[0].start) == ("a", place)
    async with open_app(library) as session:
        await session.press("enter", "g", "grave_accent", "a")
        assert session.reading_screen.page.position == place


def text_of(session: Session) -> str:
    """The text of the article on the page."""
    reading = session.reading_screen.reading
    return reading.article.text if reading is not None else ""


async def test_a_mark_stays_with_its_words_when_the_article_is_edited(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "5", "0", "percent_sign", "M", "a")
        first = session.lines_of(session.reading_screen.page)[0]
    file = library.library / "long.md"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace("Paragraph 0 ", "New words at the top.\n\n" * 20 + "Paragraph 0 "), "utf-8")
    async with open_app(library) as session:
        await session.until(lambda: "New words" in text_of(session))
        await session.press("enter", "g", "grave_accent", "a")
        assert session.lines_of(session.reading_screen.page)[0].split()[:4] == first.split()[:4]
    file.write_text(whole.partition("Paragraph 40 ")[0], "utf-8")
    async with open_app(library) as session:
        await session.until(lambda: "Paragraph 40" not in text_of(session))
        await session.press("enter", "g", "grave_accent", "a")
        assert "words marked are gone" in session.status


async def test_keys_with_nothing_to_go_to_say_so(library: Folders, open_app: Opener) -> None:
    (library.library / "long.md").write_text("---\ntitle: Plain\n---\nOne line. No more.\n", "utf-8")
    async with open_app(library) as session:
        row = next(n for n, head in enumerate(session.desk.heads) if head.title == "Plain")
        session.reading_screen.go_to_row(row)
        await session.press("enter")
        said = {
            "full_stop": "No heading in this article.",
            "comma": "No heading in this article.",
            "L": "No link, image or footnote in this article.",
            "C": "No quotation in this article.",
            "F": "No related line here is too long",
            "right_square_bracket": "No quotation in this article.",
            "s": "No quotation in this article.",
            "n": "No quotation in this article.",
            "X": "Nothing on the screen is wider than the column.",
            "ctrl+y": "No jump to go forward to.",
            "o": "This article has no web address.",
            "left_curly_bracket": "No paragraph further up.",
            "right_curly_bracket": "No paragraph further down.",
        }
        await session.press("right_curly_bracket")
        for key, sentence in said.items():
            await session.press(key)
            assert sentence in session.status, key
            await session.press("k")
            assert sentence not in session.status


async def test_past_the_last_heading_it_is_said(headed: Folders, open_app: Opener) -> None:
    async with open_app(headed) as session:
        await session.press("enter", "full_stop", "full_stop", "full_stop")
        assert "No heading further down." in session.status
