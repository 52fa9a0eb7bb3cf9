"""The palette and the help: everything is found by a few letters of it."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from reader.paths import Folders
from reader.settings import parse_settings
from reader.tui.action_table import Pane
from reader.tui.actions import DEFAULT_KEYMAP
from reader.tui.screens.help import help_rows, matching_rows
from reader.tui.screens.palette import Entry, matching_entries
from reader.tui.screens.picker import PickRow
from reader.tui.status import StatusLine
from tests.tui.conftest import Opener, Session


def rows_of(session: Session) -> str:
    """What the list laid over the screen shows."""
    lines = session.lines_of(session.app.screen.query_one("#pick"))
    return "\n".join(line for line in lines if not line.startswith("─"))


def test_words_are_found_in_any_order_and_beginnings_come_first() -> None:
    words = ["Move half a page down", "Turn a page", "Page back", "Undo the last change"]
    entries = [Entry(PickRow(said), lambda: None) for said in words]
    found = [entry.row.words for entry in matching_entries(entries, "PAGE")]
    assert found == ["Page back", "Move half a page down", "Turn a page"]
    assert [entry.row.words for entry in matching_entries(entries, "chan las")] == ["Undo the last change"]
    assert matching_entries(entries, "") == entries


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_an_action_is_found_by_its_words_and_done(
    size: tuple[int, int], library: Folders, open_app: Opener
) -> None:
    async with open_app(library, size=size) as session:
        await session.press("j", "enter", "right_square_bracket", "ctrl+p")
        assert "Keep the quotation" in rows_of(session)
        await session.press(*"toggle_read")
        assert rows_of(session).splitlines()[0].startswith("▌ Mark the article as read")
        await session.press("ctrl+u")
        await session.press(*"keep the quo")
        assert rows_of(session).splitlines()[0].startswith("▌ Keep the quotation")
        assert rows_of(session).splitlines()[0].rstrip().endswith("s")
        await session.press("enter")
        assert session.app.screen is session.reading_screen
        assert len(session.desk.bookmarks()) == 1


async def test_an_article_is_found_by_its_title_and_opened(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("colon", *"bridge wait")
        assert "The bridge will wait" in rows_of(session)
        await session.press("enter")
        assert session.reading_screen.active_pane is Pane.PAGE
        assert "The council met" in session.page


async def test_arrows_choose_a_theme_and_escape_changes_nothing(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("ctrl+p", *"theme", "down", "down", "up", "escape")
        assert session.app.theme == "night"
        await session.press("ctrl+p", *"theme: pap", "enter")
        assert session.app.theme == "paper"
        assert "Theme: paper." in session.status


async def test_the_palette_offers_nothing_that_would_do_nothing(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("ctrl+p", *"undo")
        assert "Undo the last change" not in rows_of(session)
        await session.press("escape", "m", "ctrl+p", *"undo", "enter")
        assert not session.desk.mark(session.desk.heads[0].id).is_read
        await session.press("ctrl+p", *"xyzzy", "enter", "x")
        assert "Nothing has these words." in rows_of(session)
        assert session.app.screen.query_one(Input).value == "xyzzyx"
        await session.press("escape")
        assert session.app.screen is session.reading_screen


async def test_the_palette_is_on_the_card_and_among_what_is_kept(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "enter", "ctrl+p", *"keep", "enter")
        assert len(session.desk.bookmarks()) == 1
        await session.press("apostrophe", "colon", *"group by art", "enter")
        assert "by article" in session.app.screen.query_one(StatusLine).status.places[0]
        await session.press("ctrl+p", *"let the kept", "enter")
        assert session.desk.bookmarks() == ()


async def test_letters_and_keys_of_the_line_do_nothing_else(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("ctrl+p", *"jkqshl", "left", "home", "delete", "ctrl+u")
        assert session.app.screen is not session.reading_screen
        await session.press("escape")
        assert session.reading_screen.articles.cursor == 0


def test_help_is_found_by_what_a_key_does_and_by_the_key() -> None:
    rows = help_rows(Pane.PAGE, DEFAULT_KEYMAP)
    found = matching_rows(rows, "widen list")
    assert ("", "On the page") in found
    assert any(keys == ">" for keys, _ in found)
    assert len(found) < 12
    assert {keys for keys, _ in matching_rows(rows, "^z") if keys} == {"U  ^Z"}


@pytest.mark.parametrize("size", [(120, 40), (40, 20)])
async def test_help_is_searched_as_typed(size: tuple[int, int], library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=size) as session:
        await session.press("question_mark", "slash", *"copy")
        shown = "\n".join(session.lines_of(session.app.screen.query_one("HelpList")))
        assert "Copy the article" in shown
        assert "Turn a page" not in shown
        await session.press("enter", "escape")
        shown = "\n".join(session.lines_of(session.app.screen.query_one("HelpList")))
        assert "Move down a row" in shown
        await session.press("escape")
        assert session.app.screen is session.reading_screen


async def test_the_palette_shows_a_persons_own_keys(library: Folders, open_app: Opener) -> None:
    async with open_app(library, settings=parse_settings('[keys]\nzen = "F5"\n', "x")) as session:
        await session.press("ctrl+p", *"page alone")
        assert rows_of(session).splitlines()[0].rstrip().endswith("F5")


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
async def test_help_says_every_sentence_to_its_end(
    library: Folders, open_app: Opener, size: tuple[int, int]
) -> None:
    async with open_app(library, size=size) as session:
        await session.press("enter", "question_mark")
        lines = session.app.screen.query_one("HelpList")
        shown = " ".join(line.words for line in lines.lines)  # type: ignore[attr-defined]
        for _, words in help_rows(Pane.PAGE, DEFAULT_KEYMAP):
            assert words in shown
        assert "…" not in "\n".join(session.lines_of(lines)).replace("re:", "")
        await session.press("slash", *"share of the article")
        assert "50% is its middle" in " ".join(" ".join(session.lines_of(lines)).split())
