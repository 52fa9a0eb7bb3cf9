"""Each line is drawn once, and what is kept of it is what would be drawn."""

from __future__ import annotations

from reader.paths import Folders
from reader.tui.articles.article_list import ArticleList
from tests.bench.library import fill_library
from tests.tui.conftest import Opener


def rows_painted_from_now(articles: ArticleList) -> list[int]:
    """Return a list that the rows the list paints are added to."""
    painted: list[int] = []
    paint = articles.paint_row
    articles.paint_row = lambda index, width: painted.append(index) or paint(index, width)  # type: ignore[method-assign, func-returns-value]
    return painted


async def test_a_scrolled_list_draws_only_rows_that_come_in(folders: Folders, open_app: Opener) -> None:
    fill_library(folders.library, 30, 300)
    async with open_app(folders, size=(120, 24)) as session:
        articles = session.reading_screen.articles
        # Every row is painted anew when the articles ahead have been prepared, a second after the start.
        await session.until(lambda: all(map(session.desk.is_prepared, articles.heads)))
        await session.settle()
        painted = rows_painted_from_now(articles)
        for key in ["j"] * 30 + ["k"] * 30 + ["ctrl+d", "ctrl+u", "G", "g"]:
            top = articles.top
            painted.clear()
            await session.press(key)
            if len(key) == 1 and abs(articles.top - top) == 1:
                assert len(set(painted)) <= 8, (key, painted)
            kept = session.list
            articles.refresh()
            assert kept == session.list, key


async def test_lines_that_have_left_the_window_are_drawn_anew_when_they_come_back(
    folders: Folders, open_app: Opener
) -> None:
    fill_library(folders.library, 60, 300)
    async with open_app(folders, size=(120, 24)) as session:
        articles = session.reading_screen.articles
        painted = rows_painted_from_now(articles)
        await session.press(*["ctrl+d"] * 6)
        assert articles.top > 0
        painted.clear()
        await session.press(*["ctrl+u"] * 6)
        assert set(range(articles.visible_row_count)) <= set(painted)
        kept = session.list
        articles.refresh()
        assert kept == session.list
