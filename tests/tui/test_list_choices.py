"""The list in other orders and parts of it: remembered, and still while one reads."""

from __future__ import annotations

from reader.desk.listing import Only, Order
from reader.paths import Folders
from tests.tui.conftest import Opener, Session


def titles_of(session: Session) -> list[str]:
    return [head.title for head in session.reading_screen.articles.heads]


async def test_the_order_goes_round_is_said_and_remembered(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        usual = titles_of(session)
        here = session.reading_screen.head
        for order in [*list(Order)[1:], Order.ADDED]:
            await session.press("Z")
            assert f"List: {order.value}." in session.status
            assert sorted(titles_of(session)) == sorted(usual)
            assert session.reading_screen.head == here
            assert here is not None
            assert here.title in session.page or session.reading_screen.reading is not None
        assert titles_of(session) == usual
        await session.press("Z", "Z")
        assert titles_of(session) == sorted(usual, key=str.casefold)
        await session.press("j")
        assert "by title" in session.status
        place = session.reading_screen.head
        await session.press("Q")
    async with open_app(library) as session:
        assert titles_of(session) == sorted(usual, key=str.casefold)
        assert session.reading_screen.head == place


async def test_published_and_quotes_order_by_what_they_say(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("Z")
        days = [head.published or "" for head in session.reading_screen.articles.heads]
        assert days == sorted(days, reverse=True)
        desk = session.desk
        for _ in desk.preparer().steps():
            pass
        session.reading_screen.choose_order(Order.QUOTES)
        counts = [desk.entry(head).quote_count or 0 for head in session.reading_screen.articles.heads]
        assert counts == sorted(counts, reverse=True)
        assert counts[0] > counts[-1]


async def test_nothing_moves_or_goes_when_it_is_read(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        session.reading_screen.choose_order(Order.UNREAD)
        before = titles_of(session)
        await session.press("g", "m")
        assert titles_of(session) == before
        session.reading_screen.reload_heads()
        assert titles_of(session) == before
        await session.press("2")
        assert before[0] not in titles_of(session)
        await session.press("g", "m", "j", "k")
        assert titles_of(session) == before[1:]
        await session.press("1", *["Z"] * len(Order))
        assert titles_of(session)[-2:] == before[:2]


async def test_a_part_of_the_list_is_shown_and_escape_ends_it(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        whole = titles_of(session)
        await session.press("3")
        assert session.reading_screen.articles.row_count == 0
        assert "No article has a star." in session.list
        await session.press("escape", "j", "s", "3")
        assert titles_of(session) == [whole[1]]
        assert "1 starred article" in session.status
        await session.press("enter", "right_square_bracket", "s", "escape", "4")
        assert titles_of(session) == [whole[1]]
        assert "1 article with kept quotes" in session.status
        await session.press("slash", *"zzz", "enter")
        assert session.reading_screen.articles.row_count == 0
        await session.press("escape")
        assert titles_of(session) == [whole[1]]
        await session.press("escape")
        assert titles_of(session) == whole
        assert session.reading_screen.view.only is Only.ALL


async def test_a_jump_uncovers_an_article_that_the_part_hides(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "s", "escape", "k", "s", "3")
        assert len(titles_of(session)) == 1
        await session.press("apostrophe", "enter")
        assert session.reading_screen.head is not None
        assert session.reading_screen.head.title == "The bridge will wait"


async def test_a_part_and_an_order_outlast_changes_of_the_library(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("Z", "Z", "2")
        (library.library / "new.md").write_text("# Aardvarks first\n\nText.\n", "utf-8")
        await session.press("r")
        await session.until(lambda: "Aardvarks first" in titles_of(session))
        assert titles_of(session)[0] != titles_of(session)[1]
        assert titles_of(session) == sorted(titles_of(session), key=str.casefold)


async def test_all_articles_of_the_list_are_marked_as_read_in_one_step(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        before = session.desk.unread_count
        await session.press("slash", *"bridge", "enter")
        shown = len(session.reading_screen.articles.heads)
        assert 0 < shown < before
        await session.press("ctrl+a")
        assert session.desk.unread_count == before - shown
        await session.press("escape", "ctrl+a")
        assert session.desk.unread_count == 0
        assert "articles as read." in session.status
        await session.press("ctrl+a")
        assert "read already" in session.status
        await session.press("U")
        assert session.desk.unread_count == before - shown
        await session.press("ctrl+r")
        assert session.desk.unread_count == 0
