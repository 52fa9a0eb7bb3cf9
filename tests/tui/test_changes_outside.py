"""What others do, what a disk refuses, and what a terminal is too small for."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from reader.desk.desk import Desk
from reader.desk.placing import Kept
from reader.errors import StoreError
from reader.paths import Folders
from reader.settings import Settings
from reader.tui.action_table import Pane
from reader.tui.screens import panes, showing
from tests.articles import long_article
from tests.tui.conftest import Opener


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the timers of a second fire at once."""
    monkeypatch.setattr(panes, "REST_SECONDS", 0.02)
    monkeypatch.setattr(showing, "TAKE_IN_SECONDS", 0.02)


@pytest.mark.usefixtures("quick")
async def test_an_article_that_vanishes_while_it_is_read_marks_no_other(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter")
        (library.library / "bridge.md").unlink()
        await session.until(lambda: "The bridge will wait" not in session.list)
        assert session.reading_screen.active_pane is Pane.LIST
        for _ in range(10):
            await session.pilot.pause(0.01)
        others = [head.id for head in session.desk.heads if session.desk.mark(head.id).is_read]
        assert [read for read in others if read != "bridge0001"] == []


@pytest.mark.usefixtures("quick")
async def test_the_words_on_top_stay_there_when_the_article_is_edited(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "5", "0", "percent_sign")
        first = session.lines_of(session.reading_screen.page)[0]
        file = library.library / "long.md"
        edited = file.read_text("utf-8").replace("Paragraph 0 ", "New words.\n\n" * 50 + "Paragraph 0 ")
        file.write_text(edited, "utf-8")
        shown = session.reading_screen.reading
        await session.until(lambda: session.reading_screen.reading is not shown)
        await session.settle()
        assert session.lines_of(session.reading_screen.page)[0].split()[:4] == first.split()[:4]


async def test_removing_keeps_the_cursor_where_it_was(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "D")
        assert session.reading_screen.articles.cursor == 1
        assert session.reading_screen.head == session.desk.heads[1]
        assert "Removed “The bridge will wait”" in session.status


@pytest.mark.usefixtures("quick")
async def test_an_article_added_elsewhere_appears_whatever_is_pressed_meanwhile(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        (library.library / "new.md").write_text("# Something new\n\nText.\n", "utf-8")
        with Desk(library) as other:
            other.take_scan(other.scanner().scan())
        await session.press("j", "k", "m")
        await session.until(lambda: "Something new" in session.list)


@pytest.mark.usefixtures("quick")
async def test_the_kept_list_follows_what_others_do(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "s", "apostrophe")
        (bookmark,) = session.desk.bookmarks()
        with Desk(library) as other:
            other.drop(bookmark.id)
        kept = session.app.screen.query_one("KeptRows")
        await session.until(lambda: "Nothing kept yet." in "\n".join(session.lines_of(kept)))


async def test_keeping_waits_until_a_long_article_is_whole(library: Folders, open_app: Opener) -> None:
    (library.library / "long.md").write_text(long_article(400), "utf-8")
    async with open_app(library) as session:
        head = session.desk.heads[0]
        beginning = session.desk.glimpse(head)
        assert not beginning.is_whole
        session.reading_screen.page.show(beginning, 0, Kept())
        await session.press("enter", "right_square_bracket")
        session.reading_screen.page.show(beginning, 0, Kept())
        await session.pilot.press("s")
        assert session.desk.bookmarks() == ()
        assert "One moment" in session.status


async def test_a_disk_that_refuses_is_said_and_nothing_ends(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("The disk is full; make room and do it again.")

    async with open_app(library) as session:
        monkeypatch.setattr(type(session.desk._store), "put_mark", refuse)
        monkeypatch.setattr(type(session.desk._store), "change", refuse)
        monkeypatch.setattr(type(session.desk._store), "put_interface", refuse)
        for keys in (("m",), ("T", "j", "enter"), ("enter", "s"), ("f", "escape"), ("plus",)):
            await session.press(*keys)
            assert "The disk is full" in session.status, keys
        assert session.desk.bookmarks() == ()
        assert "★" not in session.page
        await session.press("q")
    assert session.app.return_code == 0


@contextmanager
def files_no_longer_than(length: int) -> Iterator[None]:
    """Let writes beyond so many bytes of a file fail, as they do on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (length, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_what_a_full_disk_refuses_is_undone_on_the_screen_and_works_once_there_is_room(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("j", "s", "enter", "right_square_bracket")
        journal = library.state / "state.journal"
        with files_no_longer_than(journal.stat().st_size + 30):
            await session.pilot.press("s")
            assert "could not be written" in session.status
            assert "★" not in session.page
            assert session.desk.bookmarks() == ()
        await session.press("s")
        assert "Kept" in session.status
        assert "★" in session.page
    with Desk(library) as desk:
        assert len(desk.bookmarks()) == 1
        assert desk.check() == ()


async def test_the_settings_theme_holds_until_another_is_chosen(library: Folders, open_app: Opener) -> None:
    async with open_app(library, settings=Settings(theme="paper")) as session:
        assert session.app.theme == "paper"
        await session.press("q")
    async with open_app(library, settings=Settings(theme="sepia")) as session:
        assert session.app.theme == "sepia"
        await session.press("T", "j", "enter", "q")
    async with open_app(library, settings=Settings(theme="sepia")) as session:
        assert session.app.theme == "contrast"


async def test_a_chosen_list_width_gives_way_on_a_narrow_terminal(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*["greater_than_sign"] * 5)
        chosen = session.reading_screen.articles.size.width
        assert chosen > 48
        await session.pilot.resize_terminal(70, 24)
        await session.settle()
        assert session.reading_screen.articles.size.width == 70
        await session.press("greater_than_sign", "q")
    async with open_app(library) as session:
        assert session.reading_screen.articles.size.width == chosen


async def test_help_stays_at_its_lines_when_the_terminal_changes(library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=(100, 24)) as session:
        await session.press("question_mark", "f", "f")
        top = session.app.screen.query_one("HelpList").top  # type: ignore[attr-defined]
        assert top > 0
        await session.pilot.resize_terminal(90, 24)
        await session.settle()
        assert session.app.screen.query_one("HelpList").top == top  # type: ignore[attr-defined]


async def test_a_jump_on_a_narrow_terminal_lands_on_the_quotation(library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=(70, 20)) as session:
        await session.press("enter", "G", "s", "q", "g", "apostrophe", "enter")
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.exact[0][:12] in session.page
        assert "12/12 · Ana Rivera" in session.status


async def test_an_edit_outside_keeps_the_place_on_the_page(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "f", "f", "right_square_bracket")
        page = session.reading_screen.page
        position, current = page.position, page.current
        path = library.library / "long.md"
        path.write_text(path.read_text("utf-8") + "\nOne more paragraph.\n", "utf-8")
        session.reading_screen.look_again()
        await session.settle()
        assert page.reading is not None
        assert page.reading.article.text.endswith("One more paragraph.")
        assert (page.position, page.current) == (position, current)


@pytest.mark.usefixtures("quick")
async def test_a_second_app_shows_what_the_first_does_and_takes_over_when_it_ends(
    library: Folders, open_app: Opener
) -> None:
    first = Desk(library)
    async with open_app(library) as session:
        assert "read-only" in session.status
        head = first.heads[0]
        first.toggle_star(head)
        await session.until(lambda: "⚑" in session.list)
        first.close()
        await session.until(lambda: session.desk.is_owner)
        await session.until(lambda: "read-only" not in session.status)
        await session.press("s")
        assert "⚑" not in session.list
    with Desk(library) as desk:
        assert not desk.mark(head.id).is_starred
