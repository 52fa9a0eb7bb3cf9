"""Words are selected by key and by mouse, on the article's text and not on the screen's rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.domain.span import Span
from reader.paths import Folders
from tests.tui.conftest import Opener

if TYPE_CHECKING:
    from tests.tui.conftest import Session

LINES = "One line that is longer than the column and so goes on.\n\nÀ café, naïve: 東京 and 👩‍👩‍👧.\n"


@pytest.fixture
def notebook(folders: Folders) -> Folders:
    """A library with one short article, the newest."""
    folders.library.mkdir(parents=True)
    (folders.library / "lines.md").write_text(f"---\nadded: 2030-01-01\n---\n{LINES}", "utf-8")
    return folders


def selected(session: Session) -> str:
    screen = session.reading_screen
    assert screen.reading is not None
    span = screen.page.selected
    return "" if span is None else span.of(screen.reading.article.text)


async def test_characters_words_and_sentences_extend_a_selection(notebook: Folders, open_app: Opener) -> None:
    async with open_app(notebook) as session:
        await session.press("enter", "v")
        assert selected(session) == "O"
        await session.press("l", "l")
        assert selected(session) == "One"
        await session.press("w")
        assert selected(session) == "One line"
        await session.press("b")
        assert selected(session) == "One l"
        await session.press("h")
        assert selected(session) == "One "
        await session.press("right_parenthesis")
        assert selected(session) == LINES.split("\n", maxsplit=1)[0]
        await session.press("w")
        assert selected(session).endswith("\n\nÀ")
        await session.press("o", "w")
        assert selected(session).startswith("e line")
        assert "selected" in session.status


async def test_a_selection_holds_whole_characters(notebook: Folders, open_app: Opener) -> None:
    async with open_app(notebook) as session:
        await session.press("enter", "v", "G")
        assert selected(session) == LINES.strip()
        await session.press("h")
        assert selected(session).endswith("👩‍👩‍👧")
        await session.press("h")
        assert selected(session).endswith("and ")


async def test_sentences_are_selected_whole(notebook: Folders, open_app: Opener) -> None:
    async with open_app(notebook) as session:
        await session.press("enter", "V")
        assert selected(session) == LINES.split("\n", maxsplit=1)[0]
        await session.press("l")
        assert selected(session) == LINES.strip()
        await session.press("h", "h")
        assert selected(session) == LINES.split("\n", maxsplit=1)[0]
        await session.press("v")
        assert selected(session) == "O"


async def test_a_selection_survives_another_width_and_escape_lets_it_go(
    notebook: Folders, open_app: Opener
) -> None:
    async with open_app(notebook) as session:
        await session.press("enter", "v", "w", "w", "w")
        words = selected(session)
        await session.pilot.resize_terminal(40, 20)
        await session.settle()
        assert selected(session) == words == "One line that"
        await session.press("escape")
        assert selected(session) == ""
        assert session.reading_screen.active_pane == "page"


async def test_the_selected_words_are_copied_as_the_article_has_them(
    notebook: Folders, open_app: Opener
) -> None:
    async with open_app(notebook, (40, 20)) as session:
        await session.press("enter", "V", "y")
        assert session.app.clipboard == LINES.split("\n", maxsplit=1)[0]
        assert selected(session) == ""


@pytest.mark.parametrize("key", ["Y", "exclamation_mark", "s", "H"])
async def test_white_space_alone_is_no_passage(notebook: Folders, open_app: Opener, key: str) -> None:
    async with open_app(notebook) as session:
        await session.press("enter", "v", "l", "l", "l", "o", "l", "l", "l")
        assert selected(session) == " "
        await session.press(key)
        if key == "H":
            await session.press("1")
        assert "There are no words at that place" in session.status
        assert session.desk.bookmarks() == ()


async def test_a_passage_is_the_same_with_the_space_behind_it(notebook: Folders, open_app: Opener) -> None:
    async with open_app(notebook) as session:
        await session.press("enter", "v", "w", "a", *"First", "ctrl+s")
        await session.press("v", "w", "l")
        assert selected(session) == "One "
        assert "s let go" in session.status
        await session.press("a", *" and second", "ctrl+s")
        (bookmark,) = session.desk.bookmarks()
        assert (bookmark.text, bookmark.note) == ("One", "First and second")


async def test_selected_words_are_never_a_pattern(folders: Folders, open_app: Opener) -> None:
    folders.library.mkdir(parents=True)
    (folders.library / "lines.md").write_text(
        "---\nadded: 2030-01-01\n---\nre:(draft stands here.\n", "utf-8"
    )
    async with open_app(folders) as session:
        await session.press("enter", "V", "asterisk")
        assert "Match 1 of 1" in session.status


async def test_lines_are_taken_by_the_arrows(notebook: Folders, open_app: Opener) -> None:
    async with open_app(notebook, (40, 20)) as session:
        await session.press("enter", "v", "j")
        first = selected(session)
        assert first.startswith("One line")
        await session.press("j", "k")
        assert selected(session) == first


async def test_the_mouse_selects_from_press_to_release(notebook: Folders, open_app: Opener) -> None:
    async with open_app(notebook) as session:
        page = session.reading_screen.page
        x, y, _ = next(iter(page.cells_of(Span(4, 8))))
        pilot = session.pilot
        await pilot.mouse_down(page, offset=(x, y))
        await pilot.hover(page, offset=(x + 8, y))
        await pilot.mouse_up(page, offset=(x + 8, y))
        await session.settle()
        assert selected(session) == "line that"
        await pilot.click(page, offset=(x, y))
        await session.settle()
        assert selected(session) == ""


async def test_a_double_click_selects_a_word_and_a_triple_one_the_sentence(
    notebook: Folders, open_app: Opener
) -> None:
    async with open_app(notebook) as session:
        page = session.reading_screen.page
        x, y, _ = next(iter(page.cells_of(Span(4, 8))))
        await session.pilot.click(page, offset=(x + 1, y), times=2)
        await session.settle()
        assert selected(session) == "line"
        await session.pilot.click(page, offset=(x + 1, y), times=3)
        await session.settle()
        assert selected(session) == LINES.split("\n", maxsplit=1)[0]
