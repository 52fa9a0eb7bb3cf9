"""How a page is set, by its keys; what leads elsewhere, by number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reader.domain.span import Span
from reader.paths import Folders
from reader.settings import Settings
from reader.tui.screens import following
from reader.tui.screens.link_picker import LinkPicker
from tests.tui.conftest import Opener

EVERYTHING = Path(__file__).parents[1] / "snapshots" / "typography.md"


@pytest.fixture
def typeset(folders: Folders) -> Folders:
    """Folders whose library holds the article with everything in it."""
    folders.library.mkdir(parents=True, exist_ok=True)
    (folders.library / "typography.md").write_text(EVERYTHING.read_text("utf-8"), "utf-8")
    return folders


async def test_code_is_moved_sideways_and_back(typeset: Folders, open_app: Opener) -> None:
    async with open_app(typeset, (120, 40)) as session:
        await session.press("enter")
        assert "code is never" in session.page
        assert "longer than the column is wide" not in session.page
        await session.press(*["shift+right"] * 9)
        assert "longer than the column is wide." in session.page
        await session.press("Z", "Z", "Z", *["shift+left"] * 9)
        assert "def wrap(text" in session.page


async def test_nothing_wide_leaves_the_keys_without_use(library: Folders, open_app: Opener) -> None:
    async with open_app(library, (120, 40)) as session:
        await session.press("enter")
        assert not session.reading_screen.check_action("pan_right", ())


async def test_links_are_numbered_and_one_is_opened_by_its_number(
    typeset: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_address(url: str) -> str:
        opened.append(url)
        return f"Opened {url}"

    monkeypatch.setattr(following, "open_address", open_address)
    async with open_app(typeset, (120, 40)) as session:
        await session.press("enter")
        before = session.page
        await session.press("L")
        picker = session.app.screen
        assert isinstance(picker, LinkPicker)
        await session.press("2")
        assert picker.picks.cursor == 1
        assert "[2]" in session.page
        await session.press("enter")
        assert opened == ["https://example.org/page.jpg"]
        assert "Opened https://example.org/page.jpg" in session.status
        assert session.page == before
        await session.press("L", "1", "escape")
        assert session.page == before
        assert len(opened) == 1


async def test_a_footnote_is_a_jump_and_the_way_back(typeset: Folders, open_app: Opener) -> None:
    async with open_app(typeset, (100, 30)) as session:
        await session.press("enter")
        before = session.page
        await session.press("L", "3", "enter")
        assert "So that one look tells" in session.page
        assert "The footnote. ^O goes back." in session.status
        await session.press("ctrl+o")
        assert session.page == before


async def test_a_click_on_a_footnotes_mark_jumps_to_the_note(typeset: Folders, open_app: Opener) -> None:
    async with open_app(typeset, (100, 30)) as session:
        await session.press("enter")
        page = session.reading_screen.page
        assert page.reading is not None
        mark = page.links[2]
        (cells,) = page.cells_of(mark.span)
        await session.pilot.click(page, offset=(cells.x, cells.y))
        await session.settle()
        assert "So that one look tells" in session.page


async def test_spacing_edges_and_columns_are_chosen_by_keys_and_remembered(
    typeset: Folders, open_app: Opener
) -> None:
    async with open_app(typeset, (230, 40)) as session:
        page = session.reading_screen.page
        await session.press("enter", "z")
        assert page.columns == 2
        assert len([line for line in session.lines_of(page) if len(re.findall(r"\S {8,}\S", line))]) > 5
        await session.press("vertical_line")
        assert page.columns == 1
        await session.press("I", "A")
        assert (page.typography.spacing, page.typography.is_justified) == (2, True)
    async with open_app(typeset, (230, 40)) as session:
        assert session.reading_screen.page.typography == page.typography
        await session.press("enter", "I", "A")
    async with open_app(typeset, (230, 40), Settings(line_spacing=2, justify=True, columns="2")) as session:
        typography = session.reading_screen.page.typography
        assert (typography.spacing, typography.is_justified, typography.columns) == (2, True, 1)


async def test_two_columns_turn_like_leaves_and_lose_no_line(typeset: Folders, open_app: Opener) -> None:
    async with open_app(typeset, (230, 20)) as session:
        await session.press("enter", "z")
        page = session.reading_screen.page
        assert page.columns == 2
        reached = page.reached
        await session.press("space")
        assert page.position >= reached or page.is_at_end
        for x in range(0, 230, 7):
            for y in range(page.size.height):
                place = page.place_at(x, y)
                if place is not None:
                    assert any(
                        run.y == y and run.x <= x < run.x + run.width
                        for run in page.cells_of(Span(place, place + 1))
                    )
