"""Everything can be done with the mouse, too."""

from __future__ import annotations

import pytest
from textual.events import MouseMove

from reader.paths import Folders
from reader.tui.action_table import Pane
from reader.tui.inks import inks
from reader.tui.screens.panes import MIN_PAGE_WIDTH
from reader.tui.status import Status, hint_at, status_strip
from tests.tui.conftest import Opener, Session

LINKED = """---
id: linked0001
title: A piece with a link
added: 2026-05-06T10:00:00Z
---
Read [the minutes](https://example.org/minutes) of the meeting.

“The bridge will open in May,” said Ana Rivera.
"""


async def drag(session: Session, widget: object, begin: tuple[int, int], *ways: tuple[int, int]) -> None:
    """Press at a cell of a widget, move over others, let go at the last."""
    pilot = session.pilot
    await pilot.mouse_down(widget, offset=begin)  # type: ignore[arg-type]
    for way in ways:
        await pilot._post_mouse_events([MouseMove], widget, offset=way, button=1)  # type: ignore[arg-type]
    await pilot.mouse_up(widget, offset=ways[-1])  # type: ignore[arg-type]
    await session.settle()


async def test_dragging_the_border_resizes_the_list_and_is_remembered(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        screen = session.reading_screen
        width = screen.articles.size.width
        await drag(session, screen, (width - 1, 20), (width + 4, 20), (width + 9, 20))
        assert screen.articles.size.width == width + 10
        assert screen.articles.cursor == 0
        await session.press("Q")
    async with open_app(library) as session:
        assert session.reading_screen.articles.size.width == width + 10


async def test_the_border_beside_the_quotes_panel_is_dragged_too(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        screen = session.reading_screen
        await session.press("j", "quotation_mark")
        width = screen.quotes.size.width
        await drag(session, screen, (width - 1, 20), (width + 4, 20), (width + 9, 20))
        assert screen.quotes.size.width == width + 10
        await session.press("less_than_sign")
        assert screen.quotes.size.width == width + 6
        await session.press("escape")
        assert screen.articles.size.width == width + 6


async def test_the_border_stops_where_the_page_needs_its_room(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        screen = session.reading_screen
        width = screen.articles.size.width
        await drag(session, screen, (width - 1, 20), (118, 20))
        assert screen.page.size.width >= MIN_PAGE_WIDTH


async def test_the_scroll_bar_is_clicked_and_dragged(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        page = session.reading_screen.page
        last = page.size.width - 1
        await session.pilot.click(page, offset=(last, page.size.height - 1))
        await session.settle()
        assert page.is_at_end
        assert session.reading_screen.active_pane is Pane.PAGE
        await drag(session, page, (last, page.size.height - 1), (last, 20), (last, 0))
        assert page.top == 0
        assert page.selection is None


async def test_a_click_on_a_hint_does_what_it_says(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        status = session.reading_screen.status
        await session.pilot.click(status, offset=(session.status.index("Enter read") + 2, 0))
        await session.settle()
        assert session.reading_screen.active_pane is Pane.PAGE
        await session.pilot.click(status, offset=(session.status.index("] next") + 1, 0))
        await session.pilot.click(status, offset=(session.status.index("s keep"), 0))
        await session.settle()
        assert len(session.desk.bookmarks()) == 1
        await session.pilot.click(status, offset=(session.status.index("? help"), 0))
        await session.settle()
        help_screen = session.app.screen
        assert help_screen is not session.reading_screen
        line = help_screen.query_one("StatusLine")
        (said,) = session.lines_of(line)
        await session.pilot.click(line, offset=(said.index("Esc back"), 0))
        await session.settle()
        assert session.app.screen is session.reading_screen


async def test_a_hint_is_found_in_exactly_the_cells_it_is_drawn_in(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        hints = session.reading_screen.status.status.hints
        for width in (20, 40, 80, 120):
            status = Status(("11 articles",), hints)
            drawn = status_strip(status, width, inks("night")).text
            for action in hints:
                cells = [x for x in range(width) if hint_at(status, width, x) == action]
                words = "".join(drawn[x] for x in cells)
                assert not words or words.endswith(f" {action.label}")


async def test_a_name_in_the_margin_and_a_link_are_clicked(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_address(url: str) -> str:
        opened.append(url)
        return "Opened."

    monkeypatch.setattr("reader.tui.screens.following.open_address", open_address)
    (library.library / "linked.md").write_text(LINKED, "utf-8")
    async with open_app(library) as session:
        page = session.reading_screen.page
        lines = session.lines_of(page)
        y = next(y for y, line in enumerate(lines) if "the minutes" in line)
        await session.pilot.click(page, offset=(lines[y].index("minutes") + 1, y))
        await session.settle()
        assert opened == ["https://example.org/minutes"]
        y = next(y for y, line in enumerate(lines) if "The bridge will open" in line)
        await session.pilot.click(page, offset=(lines[y].rindex("Ana Rivera") + 2, y))
        await session.settle()
        assert page.current == 0
        assert "Ana Rivera" in session.status


@pytest.mark.parametrize("pane", [Pane.LIST, Pane.PAGE])
async def test_a_click_on_any_row_of_the_page_gives_it_the_keys(
    library: Folders, open_app: Opener, pane: Pane
) -> None:
    async with open_app(library, size=(120, 24)) as session:
        screen = session.reading_screen
        for y in range(screen.page.size.height):
            screen.activate(pane)
            await session.pilot.click(screen.page, offset=(20, y))
            await session.settle()
            assert screen.active_pane is Pane.PAGE, y
