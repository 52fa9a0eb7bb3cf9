"""A long article of which only the beginning is there yet: nothing found in it is taken for the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event

import pytest

from reader.desk.desk import Desk
from reader.desk.reading import Reading
from reader.domain.article import ArticleHead
from reader.errors import ContentError
from reader.paths import Folders
from tests.articles import long_article
from tests.tui.conftest import Opener, Session

LAST = 399


@pytest.fixture
def rest(library: Folders, monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Hold the rest of the long article, the second of the list, back until the event is set."""
    long = long_article(LAST + 1).replace("2026-03-04", "2026-03-02")
    (library.library / "long.md").write_text(long, "utf-8")
    has_come, prepare_apart = Event(), Desk.prepare_apart

    def wait(desk: Desk, head: ArticleHead, is_cancelled: Callable[[], bool]) -> Reading | None:
        while not has_come.wait(0.01):
            if is_cancelled():
                return None
        return prepare_apart(desk, head, is_cancelled)

    monkeypatch.setattr(Desk, "prepare_apart", wait)
    yield has_come
    has_come.set()


async def press(session: Session, *keys: str) -> None:
    """Press keys without waiting for what is prepared apart."""
    await session.pilot.press(*keys)
    await session.pilot.pause()


async def bring(rest: Event, session: Session) -> None:
    """Let the rest of the article come."""
    rest.set()
    await session.until(lambda: session.reading_screen.reading is not None and is_whole(session))
    await session.settle()


def is_whole(session: Session) -> bool:
    """Tell whether the whole article is on the page."""
    reading = session.reading_screen.reading
    return reading is not None and reading.is_whole


async def test_what_was_found_so_far_is_said_to_be_that(
    library: Folders, rest: Event, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await press(session, "j", "enter")
        assert "18+ quotes · " in session.status
        assert "still reading …" in session.status
        await press(session, "right_square_bracket")
        assert "Quote 1 of " in session.status
        assert "+" in session.status.split("·")[0]
        await press(session, "quotation_mark")
        assert "+ quotes in order" in session.status
        await press(session, "quotation_mark", "slash", *"ours", "enter")
        assert "Match 1 of " in session.status
        assert "+ of “ours”" in session.status
        await press(session, "escape")
        await bring(rest, session)
        assert "Quote 1 of 40 " in session.status
        assert "still reading" not in session.status


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["G"], f"Paragraph {LAST} "),
        (["1", "0", "0", "percent_sign"], f"Paragraph {LAST} "),
        (["9", "0", "percent_sign"], "Paragraph 360 "),
        (["3", "9", "right_square_bracket"], "Paragraph 389 "),
        (["3", "0", "0", "right_curly_bracket"], "Paragraph 300 "),
        (["slash", *"day 391", "enter"], "Paragraph 391 "),
        (["slash", *"ours", "enter", "3", "8", "n"], "Paragraph 389 "),
    ],
)
async def test_a_way_past_the_beginning_waits_for_the_whole_and_then_goes_there(
    library: Folders, rest: Event, open_app: Opener, keys: list[str], words: str
) -> None:
    async with open_app(library) as session:
        await press(session, "j", "enter", *keys)
        assert "Still reading the rest" in session.status
        assert words not in session.page
        await bring(rest, session)
        assert words in session.page
        assert "Still reading the rest" not in session.status


@pytest.mark.parametrize("key", ["escape", "d", "f12"])
async def test_another_key_stays_and_is_answered_at_once(
    library: Folders, rest: Event, open_app: Opener, key: str
) -> None:
    async with open_app(library) as session:
        await press(session, "j", "enter", "G", key)
        assert "Still reading the rest" not in session.status
        before = session.reading_screen.page.position
        await bring(rest, session)
        assert session.reading_screen.page.position == before


async def test_a_mark_in_the_rest_is_gone_to_once_it_is_there(
    library: Folders, rest: Event, open_app: Opener
) -> None:
    async with open_app(library) as session:
        head = next(head for head in session.desk.heads if head.id == "long000001")
        session.desk.set_letter(session.desk.prepare(head), "a", head.length * 9 // 10)
        await press(session, "j", "enter", "grave_accent", "a")
        assert "Still reading the rest" in session.status
        await bring(rest, session)
        assert "Paragraph 361 " in session.page


async def test_a_long_article_fits_a_taller_terminal(library: Folders, rest: Event, open_app: Opener) -> None:
    async with open_app(library, (120, 30)) as session:
        await press(session, "j", "enter")
        await bring(rest, session)
        assert len(session.page.splitlines()) == 29
        await session.pilot.resize_terminal(120, 50)
        await session.settle()
        assert len(session.page.splitlines()) == 49


async def test_a_jump_to_what_is_kept_in_the_rest_waits_for_it(
    library: Folders, rest: Event, open_app: Opener
) -> None:
    async with open_app(library) as session:
        head = next(head for head in session.desk.heads if head.id == "long000001")
        whole = session.desk.prepare(head)
        session.desk.keep(whole, whole.quotations[35])
        await press(session, "apostrophe", "enter")
        assert "Still reading the rest" in session.status
        await bring(rest, session)
        assert "Day 359 was ours" in session.page
        assert session.reading_screen.page.current == 35


async def test_a_jump_back_from_a_beginning_leaves_nothing_awaited(
    library: Folders, rest: Event, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await press(session, "enter", "d", "J")
        assert "still reading …" in session.status
        await press(session, "ctrl+o", "G")
        assert "still reading" not in session.status.lower()
        assert session.reading_screen.page.is_at_end


async def test_a_share_that_is_there_is_gone_to_at_once(
    library: Folders, rest: Event, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await press(session, "j", "enter", "2", "0", "percent_sign")
        assert "20 %" in session.status
        assert "still reading …" in session.status


async def test_a_rest_that_never_comes_is_not_awaited(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise ContentError("The file is gone.")

    monkeypatch.setattr(Desk, "prepare_apart", refuse)
    (library.library / "long.md").write_text(long_article(LAST + 1), "utf-8")
    async with open_app(library) as session:
        await session.until(lambda: "The file is gone." in session.status)
        await session.press("enter", "G")
        assert "only the beginning" in session.status
        assert "+ quotes" in session.status
