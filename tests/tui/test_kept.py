"""The list of everything kept: found, grouped, chosen, changed, and the way to places and back."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from reader.desk.desk import Desk
from reader.paths import Folders
from reader.tui.screens import kept_listing
from reader.tui.status import StatusLine
from tests.tui.conftest import Opener
from tests.tui.kept_screen import is_listing, kept, said, screen_of

NEXT = "right_square_bracket"


async def test_a_row_tells_words_speaker_article_and_what_was_written(
    kept_library: Folders, open_app: Opener
) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe")
        lines = [line.lstrip("▌ ").rstrip() for line in kept(session).splitlines()]
        assert lines[0] == "“Nobody asked the river,”"
        assert lines[1].startswith("Tom Okafor · The bridge will wait · The Example · 2 Mar 2026 · kept ")
        assert lines[2] == "† check  #river  Ask him again. …"
        assert "4 kept quotations · newest first" in said(session)


async def test_the_filter_looks_everywhere_as_typed(kept_library: Folders, open_app: Opener) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "slash", *"again OKAFOR")
        assert "Nobody asked" in kept(session)
        assert "Not before" not in kept(session)
        assert screen_of(session).prompt.query_one(".finding", Static).content == "1 of 4"
        await session.press("enter")
        assert "1 of 4 with “again OKAFOR”" in said(session)
        await session.press("slash", *"nowhere")
        assert "Nothing kept is like that." in kept(session)
        await session.press("enter", "escape")
        assert "4 kept quotations" in said(session)
        await session.press("slash", *"long acc", "escape")
        assert "4 kept quotations" in said(session)


async def test_groups_go_round_and_the_cursor_passes_over_heads(
    kept_library: Folders, open_app: Opener
) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "at")
        assert "The bridge will wait  3  The Example · 2 Mar 2026" in kept(session)
        assert "by article" in said(session)
        await session.press("j", "j", "j")
        selected = screen_of(session).kept.selected
        assert selected is not None
        assert selected.title == "A long account"
        await session.press("W")
        assert screen_of(session).kept.selected == selected
        assert "Ana Rivera  3" in kept(session)
        await session.press("at")
        assert "#river  1" in kept(session)
        assert "No tag  3" in kept(session)
        await session.press("at")
        assert "by day" in said(session)
        await session.press("at")
        assert "newest first" in said(session)


async def test_one_escape_leads_back_from_a_kept_passage(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "v", "w", "w", "s", "apostrophe", "enter")
        page = session.reading_screen.page
        assert session.reading_screen.page.selected is not None
        await session.press("escape")
        assert is_listing(session)
        await session.press("enter", "w", "escape")
        assert not is_listing(session), "a selection of one's own is a level of its own"
        assert page.selection is None
        await session.press("escape")
        assert is_listing(session)


async def test_enter_shows_the_place_and_escape_returns_to_the_row(
    kept_library: Folders, open_app: Opener
) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "at", "slash", *"rivera", "enter", "j", "v", "j")
        wanted = screen_of(session).kept.selected
        assert wanted is not None
        await session.press("enter")
        assert session.app.screen is session.reading_screen
        assert "★" in session.page
        await session.press(NEXT, "escape")
        assert screen_of(session).kept.selected == wanted
        assert "1 of 4 chosen" in said(session)
        await session.press("escape")
        assert "3 of 4 with “rivera”" in said(session)
        await session.press("enter", "ctrl+o")
        assert screen_of(session).kept.selected == wanted
        # From the list, Escape has nothing to do with what is kept.
        await session.press("enter", "q", "escape")
        assert session.app.screen is session.reading_screen
        await session.press("apostrophe")
        assert "4 kept quotations · by article" in said(session)
        await session.press("apostrophe")
        assert session.app.screen is session.reading_screen


async def test_what_is_chosen_is_dropped_and_brought_back_in_one_step(
    kept_library: Folders, open_app: Opener
) -> None:
    async with open_app(kept_library) as session:
        before = session.desk.bookmarks()
        await session.press("apostrophe", "v", "j", "space")
        assert kept(session).count("✓") == 2
        await session.press("y")
        assert session.app.clipboard.count("\n\n") == 1
        await session.press("D")
        assert len(session.desk.bookmarks()) == 2
        assert "Let 2 quotations go." in said(session)
        await session.press("U")
        assert session.desk.bookmarks() == before
        await session.press("g", "v", "G", "V")
        assert "4 of 4 chosen" in said(session)
        await session.press("s")
        assert session.desk.bookmarks() == ()
        assert "Nothing kept yet." in kept(session)


async def test_a_range_begins_where_what_was_last_chosen_stands_now(
    kept_library: Folders, open_app: Opener
) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "j", "v", "at", "G", "V")
        newest, *others = [bookmark.id for bookmark in session.desk.newest_bookmarks()]
        assert screen_of(session).chosen == {*others}
        await session.press("escape", "g", "v", "enter", "escape", "j", "V")
        assert screen_of(session).chosen == {newest, *others[:2]}, "a visit to a place changes nothing"


async def test_a_range_without_a_beginning_is_of_one(kept_library: Folders, open_app: Opener) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "G", "V")
        assert "1 of 4 chosen" in said(session)
        await session.press("escape", "g", "v", "G", "k", "slash", *"account", "enter", "V")
        assert "2 of 4 chosen · 1 of them not shown" in said(session)
        await session.press("escape", "escape", "g", "V")
        assert "1 of 4 chosen" in said(session), "Escape has let go of the beginning too"


async def test_what_is_chosen_but_filtered_out_is_left_alone_and_that_is_said(
    kept_library: Folders, open_app: Opener
) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "g", "v", "G", "V", "3")
        (noted,) = [bookmark.id for bookmark in session.desk.bookmarks() if bookmark.note]
        assert "4 of 4 chosen · 3 of them not shown" in said(session)
        await session.press("H", "2")
        assert {bookmark.id for bookmark in session.desk.bookmarks() if bookmark.label == "check"} == {noted}
        assert "Label: check. Left out: 3 chosen, but not shown." in said(session)
        await session.press("s")
        assert len(session.desk.bookmarks()) == 3
        assert "Left out: 3 chosen" in said(session)
        await session.press("1")
        assert "3 of 3 chosen" in said(session)
        await session.press("slash", *"nothing has these words", "enter", "D")
        assert len(session.desk.bookmarks()) == 3


async def test_only_notes_or_doubts_are_shown(kept_library: Folders, open_app: Opener) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "3")
        assert "1 of 4 · with a note" in said(session)
        await session.press("4")
        assert "Nothing kept is like that." in kept(session)
        await session.press("1")
        assert "4 kept quotations" in said(session)


async def test_with_nothing_kept_the_keys_do_nothing(library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=(40, 20)) as session:
        await session.press("apostrophe", "j", "G", "enter", "at", "slash", "v", "V", "D", "y", "3", "1")
        assert "Nothing kept yet." in kept(session)
        await session.press("escape")
        assert session.app.screen is session.reading_screen


async def test_a_long_list_opens_with_its_beginning_and_takes_in_the_rest(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_listing, "PAUSE_SECONDS", 3600.0)
    with Desk(library) as desk:
        reading = desk.reading(desk.heads[0])
        for quotation in reading.quotations:
            desk.keep(reading, quotation)
    monkeypatch.setattr(kept_listing, "FIRST_PIECE", 5)
    async with open_app(library) as session:
        await session.press("apostrophe")
        screen = screen_of(session)
        assert screen.kept.row_count == 5
        assert "5 kept quotations …" in said(session)
        painted: list[int] = []
        paint = screen.kept.paint_row
        screen.kept.paint_row = lambda index, width: painted.append(index) or paint(index, width)  # type: ignore[method-assign, func-returns-value]
        await session.press("at")
        assert "12 kept quotations · by article" in said(session)
        assert len(set(painted)) <= 10


async def test_notes_tags_and_labels_are_written_in_the_list(kept_library: Folders, open_app: Opener) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "v", "v", "t", *"may", "enter")
        assert [bookmark.tags for bookmark in session.desk.newest_bookmarks()] == [
            ("river", "may"),
            ("may",),
            (),
            (),
        ]
        assert "#river  #may" in kept(session)
        await session.press("H", "3")
        assert "Label of 2 quotations: use." in said(session)
        await session.press("C", "enter")
        assert "Status of 2 quotations taken away." in said(session)
        await session.press("U", "a")
        assert "A note is of one quotation" in said(session)
        await session.press("U", "escape", "G", "H", "1")
        assert [bookmark.label for bookmark in session.desk.bookmarks()] == ["key", "", "", "check"]
        assert "#may" not in kept(session)
        await session.press("a", *"Why then?", "ctrl+s")
        assert session.desk.bookmarks()[0].note == "Why then?"
        assert "† key  Why then?" in kept(session)


async def test_a_read_only_list_offers_no_change_and_says_why_there_is_none(
    kept_library: Folders, open_app: Opener
) -> None:
    with Desk(kept_library) as owner:
        async with open_app(kept_library) as session:
            await session.press("apostrophe")
            assert "y copy" in said(session)
            for change in ("s let go", "a note", "H label"):
                assert change not in said(session)
            await session.press("ctrl+p", *"let the kept")
            assert "Let the kept" not in "".join(session.lines_of(session.app.screen.query_one("#pick")))
            await session.press("escape", "s")
            assert "Read-only: process" in said(session)
            await session.press("i")
            assert "y copy" in session.lines_of(session.app.screen.query_one(StatusLine))[0]
            assert "let go" not in session.lines_of(session.app.screen.query_one(StatusLine))[0]
            await session.press("s")
            assert "Read-only: process" in said(session)
            await session.press("U")
            assert "Read-only: process" in said(session)
        assert len(owner.bookmarks()) == 4


async def test_undo_without_a_change_says_so(kept_library: Folders, open_app: Opener) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "U")
        assert "Nothing to undo." in said(session)
        await session.press("ctrl+r")
        assert "Nothing to do again." in said(session)
