"""A new user does what the tour asks, key by key, and it is as the tour says."""

from __future__ import annotations

import pytest

from reader.paths import Folders
from reader.settings import parse_settings
from reader.tui.action_table import Pane
from tests.tui.conftest import Opener


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_the_tour_can_be_walked(size: tuple[int, int], folders: Folders, open_app: Opener) -> None:
    async with open_app(folders, size=size) as session:
        screen = session.reading_screen
        assert screen.head is not None
        assert screen.head.id == "tour"
        assert "Enter opens the tour" in session.status
        await session.press("enter")
        assert screen.active_pane is Pane.PAGE
        await session.press("question_mark")
        assert session.app.screen is not screen
        await session.press("escape")
        words = ""
        while "One key keeps" not in words:
            await session.press("right_square_bracket")
            assert screen.reading is not None
            assert screen.page.current_quotation is not None
            words = screen.page.current_quotation.span.of(screen.reading.article.text)
        await session.press("s")
        assert "★" in session.page
        await session.press("a", *"mine", "ctrl+s")
        assert session.desk.bookmarks()[0].note == "mine"
        await session.press("y")
        assert session.app.clipboard == "“One key keeps a quotation,” — the tour"
        await session.press("apostrophe")
        assert session.app.screen is not screen
        await session.press("escape", "U")
        assert session.desk.bookmarks()[0].note == ""
        await session.press("U")
        assert session.desk.bookmarks() == ()
        await session.press("slash", *"memory", "enter")
        assert "of 2" in session.status or "of 3" in session.status
        await session.press("n", "escape")
        assert session.reading_screen.active_pane is Pane.PAGE
        await session.press("q")
        assert session.status.startswith(" 9 articles")
        await session.press("down")
        assert screen.head.id != "tour"


async def test_the_way_into_the_tour_is_shown_on_the_first_start_alone(
    folders: Folders, open_app: Opener
) -> None:
    async with open_app(folders, settings=parse_settings('[keys]\nopen = ["F3", "Enter"]\n', "x")) as session:
        assert "F3 opens the tour" in session.status
        await session.press("Q")
    async with open_app(folders) as session:
        assert "opens the tour" not in session.status


async def test_who_has_articles_of_ones_own_is_not_sent_on_a_tour(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        assert "opens the tour" not in session.status
