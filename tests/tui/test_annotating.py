"""Notes, tags and labels are written on the quotation or the words in hand, which keeps them."""

from __future__ import annotations

import pytest
from textual.widgets import TextArea

from reader.domain.mark import Kind
from reader.domain.span import Span
from reader.paths import Folders
from reader.tui.completing import completed
from reader.tui.screens.annotating import tags_in
from reader.tui.screens.note import NoteScreen
from reader.tui.status import StatusLine
from tests.tui.conftest import Opener, Session

BRIDGE = ("j", "enter")


def is_writing(session: Session) -> bool:
    return isinstance(session.app.screen, NoteScreen)


def beside_the_line(session: Session) -> str:
    finding = session.app.screen.query_one("Prompt .finding")
    return str(finding.render()) if finding.display else ""


async def test_a_note_keeps_its_quotation_and_undo_takes_both_back_in_one_step(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        # Marked as read, so that reading it to its end is no change of its own.
        await session.press("j", "m", "enter", "right_square_bracket", "a")
        await session.press("t", "w", "o", "enter", "space", "l", "ctrl+s")
        assert [bookmark.note for bookmark in session.desk.bookmarks()] == ["two\n l"]
        assert "Note kept" in session.status
        await session.press("U")
        assert session.desk.bookmarks() == ()
        assert "Undone: kept “We will be ready by May" in session.status
        assert [removed.bookmark.note for removed in session.desk.removed()] == ["two\n l"]
        await session.press("ctrl+r")
        assert [bookmark.note for bookmark in session.desk.bookmarks()] == ["two\n l"]
        assert "Done again" in session.status


async def test_a_changed_note_is_left_by_the_second_escape_only(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "a", "x", "escape")
        assert is_writing(session)
        await session.press("y", "escape")
        assert is_writing(session), "writing on forgets the first Escape"
        await session.press("escape")
        assert not is_writing(session)
        assert session.desk.bookmarks() == ()


async def test_an_unchanged_note_is_left_at_once(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "a", "escape")
        assert not is_writing(session)


async def test_a_note_being_written_outlives_the_app_until_it_is_kept(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "a", *"half")
        await session.until(lambda: [draft.text for draft in session.desk.drafts()] == ["half"])
        await session.press(*"way")
    async with open_app(library) as session:
        assert "A note was not finished" in session.status
        await session.press("g", *BRIDGE, "right_square_bracket", "a")
        assert session.app.screen.query_one(TextArea).text == "halfway"
        assert "not finished" in session.app.screen.query_one(StatusLine).status.message
        await session.press("s", "ctrl+s")
        assert [bookmark.note for bookmark in session.desk.bookmarks()] == ["halfways"]
        assert session.desk.drafts() == ()
    async with open_app(library) as session:
        assert "not finished" not in session.status


async def test_a_draft_that_is_given_up_is_not_offered_again(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "a", *"half")
    async with open_app(library) as session:
        await session.press("g", *BRIDGE, "right_square_bracket", "a", "escape")
        assert is_writing(session), "it is a change, so one Escape does not leave it"
        await session.press("escape")
        assert session.desk.drafts() == ()
        await session.press("a")
        assert session.app.screen.query_one(TextArea).text == ""


async def test_a_draft_is_offered_for_the_same_words_when_they_are_kept(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "s", "a", *"half")
    async with open_app(library) as session:
        await session.press("apostrophe", "a")
        assert session.app.screen.query_one(TextArea).text == "half"


async def test_a_note_that_is_refused_stays_in_the_editor(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "a")
        editor = session.app.screen.query_one(TextArea)
        editor.text = "x" * 1_000_001
        await session.press("ctrl+s")
        assert is_writing(session)
        assert "1,000,001" in session.app.screen.query_one(StatusLine).status.message
        editor.text = "short"
        await session.press("ctrl+s")
        assert [bookmark.note for bookmark in session.desk.bookmarks()] == ["short"]


async def test_a_note_of_a_megabyte_is_kept_as_it_is(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "a")
        note = "A line of the note.\n" * 49_999 + "The end."
        session.app.screen.query_one(TextArea).text = note
        await session.press("ctrl+s")
        assert [bookmark.note for bookmark in session.desk.bookmarks()] == [note]


async def test_tags_are_typed_completed_and_taken_off(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "t", *"housing", "space", *"use-1", "enter")
        assert session.desk.bookmarks()[0].tags == ("housing", "use-1")
        assert "#housing #use-1" in session.status
        await session.press("right_square_bracket", "t", *"hou")
        await session.until(lambda: beside_the_line(session) == "→ completes it")
        await session.press("tab", "enter")
        assert session.desk.bookmarks()[1].tags == ("housing",)
        await session.press("t", "ctrl+u", *"river", "enter")
        assert session.desk.bookmarks()[1].tags == ("river",)


async def test_a_label_is_taken_as_typed_unless_its_completion_is_taken_first(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "H", *"che")
        await session.until(lambda: beside_the_line(session) == "→ completes it")
        await session.press("enter")
        assert session.desk.bookmarks()[0].label == "che"
        await session.press("H", *"chec")
        await session.until(lambda: beside_the_line(session) == "→ completes it")
        await session.press("right", "enter")
        assert session.desk.bookmarks()[0].label == "check"
        await session.press("H", "z")
        await session.until(lambda: beside_the_line(session) == "")


async def test_selected_words_are_kept_under_a_label_chosen_by_its_number(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "V", "H", "2")
        (passage,) = session.desk.bookmarks()
        assert passage.kind is Kind.PASSAGE
        assert passage.text == "The council met on Tuesday about the new bridge."
        assert passage.label == "check"
        assert session.reading_screen.page.selection is None
        await session.press("V", "H", *"Background", "enter")
        assert [bookmark.label for bookmark in session.desk.bookmarks()] == ["Background"]


async def test_the_keeping_key_keeps_the_selected_words_and_lets_them_go(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "V", "s")
        (passage,) = session.desk.bookmarks()
        assert (passage.kind, passage.label) == (Kind.PASSAGE, "key")
        await session.press("V", "s")
        assert session.desk.bookmarks() == ()
        await session.press("U")
        assert [bookmark.id for bookmark in session.desk.bookmarks()] == [passage.id]


def test_the_last_word_is_completed_whatever_its_case() -> None:
    words = ("Housing", "house-style", "river")
    assert completed("ho", words) == "housing"
    assert completed("river ho", words) == "river housing"
    assert completed("-Ri", words) == "-River"
    assert completed("housing ho", words) == "housing house-style"
    assert completed("", words) is None
    assert completed("housing ", words) is None
    assert completed("x", words) is None


def test_a_line_of_tags_says_what_is_added_and_what_comes_off() -> None:
    assert tags_in("a b", ("b", "c")) == (["a"], ["c"])
    assert tags_in("-a d", ()) == (["d"], ["a"])
    assert tags_in("B", ("b",)) == ([], [])


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_numbered_choices_are_shown_whole_and_leave_the_quotation_in_view(
    library: Folders, open_app: Opener, size: tuple[int, int]
) -> None:
    async with open_app(library, size=size) as session:
        await session.press("enter", "right_square_bracket", "H", *"strong words of the chair", "enter")
        await session.press("4", "right_square_bracket")
        page = session.reading_screen.page
        quotation = page.current_quotation
        assert quotation is not None
        while page.cells_of(quotation.span)[-1].y < page.size.height - 1:
            page.scroll_lines(-1)
        await session.press("H")
        shown = session.lines_of(session.reading_screen.prompt.query_one("NumberedChoices"))
        for choice in ("1 key", "2 check", "3 use", "4 strong words of the chair"):
            assert any(choice in line for line in shown), shown
        assert page.is_visible(quotation.span)
        assert page.cells_of(Span(quotation.span.end - 1, quotation.span.end))
        await session.press("4")
        await session.press("C")
        shown = session.lines_of(session.reading_screen.prompt.query_one("NumberedChoices"))
        for choice in ("1 to check", "2 checked", "3 used", "4 do not use"):
            assert any(choice in line for line in shown), shown
        await session.press("2", "n")
        assert not session.reading_screen.is_asking


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 20)])
async def test_the_words_a_note_is_on_stay_in_view(
    library: Folders, open_app: Opener, size: tuple[int, int]
) -> None:
    async with open_app(library, size) as session:
        page = session.reading_screen.page
        await session.press("enter")
        assert page.reading is not None
        for _ in page.reading.quotations:
            await session.press("right_square_bracket", "a")
            assert page.current_quotation is not None
            editor = session.app.screen.query_one("Vertical").region
            rows = [cells.y for cells in page.cells_of(page.current_quotation.span)]
            assert rows
            assert not [row for row in rows if editor.y <= row < editor.bottom]
            await session.press("escape")
        assert page.is_at_end
