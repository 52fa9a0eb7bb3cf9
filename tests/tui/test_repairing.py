"""One key repairs what the engine found; the repair stands above it, survives a restart, and is undone."""

from __future__ import annotations

import pytest

from reader.paths import Folders
from reader.tui.status import StatusLine
from tests.tui.conftest import Opener, Session

BRIDGE = ("j", "m", "enter", "right_square_bracket")


def speakers(session: Session) -> list[str]:
    reading = session.reading_screen.reading
    assert reading is not None
    return [quotation.speaker.shown if quotation.speaker else "?" for quotation in reading.quotations]


def words(session: Session, number: int) -> str:
    reading = session.reading_screen.reading
    assert reading is not None
    return reading.quotations[number].spans[0].of(reading.article.text)


def shown(session: Session) -> str:
    return session.lines_of(session.app.screen.query_one(StatusLine))[0]


async def test_a_speaker_is_chosen_among_the_names_of_the_article(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "e", "1", "2")
        assert speakers(session)[0] == "Tom Okafor"
        assert session.reading_screen.page.current == 0
        assert "by your word" in session.status
        await session.press("U")
        assert speakers(session)[0] == "Ana Rivera"
        await session.press("e", "1", "2")
    async with open_app(library) as session:
        await session.press("j", "enter")
        assert speakers(session)[0] == "Tom Okafor"


async def test_another_name_is_typed(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "e", "1", "G", "enter", *"Zoe", "enter")
        assert speakers(session)[0] == "Zoe"


async def test_escape_goes_one_step_back_in_a_repair(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "e", "7")
        assert "Who is Ana Rivera?" in shown(session)
        await session.press("G", "enter", *"Zo", "escape")
        assert "Who is Ana Rivera?" in shown(session)
        await session.press("escape")
        assert "Repair quotation 1" in shown(session)
        assert session.app.screen.picks.cursor == 6  # type: ignore[attr-defined]
        await session.press("escape")
        assert session.app.screen is session.reading_screen
        assert session.reading_screen.page.current == 0
        assert not session.desk.can_undo or "read" in session.desk.undo()


async def test_a_kept_quotation_takes_the_repaired_name(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "s", "e", "1", "2")
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.said_by is not None
        assert bookmark.said_by.shown == "Tom Okafor"


async def test_what_is_no_quotation_goes_and_comes_back(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "e", "2")
        assert len(speakers(session)) == 2
        assert "U undoes it" in session.status
        await session.press("U")
        assert len(speakers(session)) == 3


async def test_the_bounds_are_moved_word_by_word_with_the_list_open(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket")
        before = words(session, 1)
        await session.press("e", "5")
        assert words(session, 1) == f"said, {before}"
        await session.press("5", "6", "escape")
        assert words(session, 1) == f"said, {before}"
        await session.press("e", "G", "enter")
        assert words(session, 1) == before


async def test_selected_words_become_a_quotation_with_a_speaker(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "m", "enter", "V", "e", "1")
        assert words(session, 0) == "The council met on Tuesday about the new bridge."
        assert speakers(session)[0] == "Ana Rivera"
        await session.press("U", "U")
        assert len(speakers(session)) == 3


async def test_two_names_are_made_one_person(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "m", "enter", "right_square_bracket", "right_square_bracket")
        await session.press("right_square_bracket", "e", "7", "1")
        assert speakers(session)[2] == "Ana Rivera"
        await session.press("U")
        assert speakers(session)[2] == "Tom Okafor"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 22)])
async def test_the_lists_of_a_repair_leave_the_quotation_in_sight(
    library: Folders, open_app: Opener, size: tuple[int, int]
) -> None:
    async with open_app(library, size=size) as session:
        await session.press("enter", "right_square_bracket")
        page = session.reading_screen.page
        for steps in range(3):
            await session.press(*["right_square_bracket"] * steps, "e")
            quotation = page.current_quotation
            assert quotation is not None
            rows = [page.region.y + cells.y for cells in page.cells_of(quotation.span)]
            for keys in ((), ("1",)):
                await session.press(*keys)
                picks = session.app.screen.query_one("#pick").region
                assert picks.height >= 3
                assert picks.bottom <= size[1] - 1
                assert not any(picks.y <= row < picks.bottom for row in rows)
            await session.press("escape", "escape")
