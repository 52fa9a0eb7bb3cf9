"""Keys in, what is on the screen and in the store out."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.desk.desk import Desk
from reader.paths import Folders
from reader.tui.screens import panes
from tests.articles import BRIDGE
from tests.tui.conftest import Opener


@pytest.fixture
def no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a second of rest pass at once."""
    monkeypatch.setattr(panes, "REST_SECONDS", 0.02)


async def test_the_first_article_is_shown_beside_the_list(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        assert "A long account" in session.list
        assert "The bridge will wait" in session.list
        assert "Paragraph 0 tells" in session.page
        assert "11 articles · 11 unread" in session.status


async def test_moving_shows_the_next_article_in_the_same_frame(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j")
        assert "The council met on Tuesday" in session.page
        assert "HARBOUR" in session.page
        assert "Jo Lee" in session.page


async def test_the_bundled_pieces_stand_last_with_the_tour_on_top(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        ids = [head.id for head in session.desk.heads]
        assert ids[:3] == ["long000001", "bridge0001", "tour"]


async def test_stepping_through_quotations_names_each_speaker(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket")
        assert "Quote 1 of 3 · Ana Rivera, chair of the works committee" in session.status
        await session.press("n")
        assert "Quote 2 of 3 · Ana Rivera" in session.status
        await session.press("right_square_bracket")
        assert "Quote 3 of 3 · Tom Okafor" in session.status
        await session.press("right_square_bracket")
        assert "Quote 3 of 3 · none further down" in session.status
        await session.press("left_square_bracket", "p")
        assert "Quote 1 of 3" in session.status


async def test_keys_act_on_a_quotation_that_is_seen(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "right_square_bracket", "s", "f", "f")
        assert "Quote 1" not in session.status
        assert "s keep" in session.status
        await session.press("s")
        first, second = sorted(bookmark.spans[0].start for bookmark in session.desk.bookmarks())
        assert session.reading_screen.page.current_quotation is not None
        assert session.reading_screen.page.current_quotation.span.start == second > first
        await session.press("slash", *"Day 99 was", "enter", "s")
        assert len(session.desk.bookmarks()) == 3
        assert any("Day 99 was ours" in bookmark.text for bookmark in session.desk.bookmarks())
        assert "Match 1 of 1" in session.status or "Kept" in session.status
        await session.press("s")
        assert "Let “Day 99 was ours,” go" in session.status


async def test_at_a_match_outside_quotations_no_other_is_kept(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"happened on day 9,", "enter", "s")
        assert "The match is in no quotation" in session.status
        assert session.desk.bookmarks() == ()
        await session.press("right_square_bracket", "s")
        assert len(session.desk.bookmarks()) == 1


async def test_the_ends_are_said_and_no_step_goes_the_other_way(library: Folders, open_app: Opener) -> None:
    async with open_app(library, (120, 16)) as session:
        await session.press("enter", "left_square_bracket")
        assert "No quotation further up." in session.status
        assert session.reading_screen.page.top == 0
        await session.press("G", "right_square_bracket", "right_square_bracket")
        assert "Quote 12 of 12 · none further down" in session.status
        await session.press("g")
        assert "12 quotes" in session.status
        await session.press("G", "0", "percent_sign")
        assert session.reading_screen.page.top == 0


async def test_a_split_quotation_is_one_step_and_one_bookmark(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "s")
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.exact == ("“We will be ready by May,”", "“Not before.”")
        assert bookmark.text == "“We will be ready by May … Not before.”"


async def test_one_key_keeps_and_the_same_key_lets_go(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "right_square_bracket")
        await session.press("right_square_bracket", "s")
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.exact == ("“Nobody asked the river,”",)
        assert bookmark.speaker is not None
        assert bookmark.speaker.name == "Tom Okafor"
        assert bookmark.title == "The bridge will wait"
        assert bookmark.before.endswith("in a drier year.”\n\n")
        assert "★" in session.page
        assert "★" in session.list
        await session.press("s")
        assert session.desk.bookmarks() == ()
        assert "★" not in session.page
        await session.press("U")
        assert [kept.id for kept in session.desk.bookmarks()] == [bookmark.id]


async def test_keeping_without_a_current_quotation_takes_the_first_on_the_screen(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "s")
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.exact[0] == "“We will be ready by May,”"


async def test_the_kept_list_leads_back_to_the_place(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "G", "s", "q", "apostrophe")
        kept = "\n".join(session.lines_of(session.app.screen.query_one("KeptRows")))
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.text in kept
        assert "Ana Rivera · A long account" in kept
        await session.press("enter")
        assert session.app.screen is session.reading_screen
        assert "Quote " in session.status
        assert "★" in session.page


async def test_the_filter_narrows_as_typed_and_escape_ends_it(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("slash", "b", "r", "i", "d")
        assert "The bridge will wait" in session.list
        assert "A long account" not in session.list
        assert "The council met" in session.page
        await session.press("enter")
        assert "1 article with “brid”" in session.status
        await session.press("escape")
        assert "A long account" in session.list
        await session.press("slash", "x", "q", "x")
        assert "Nothing has these words." in session.list
        await session.press("escape")
        assert "A long account" in session.list


@pytest.mark.usefixtures("no_rest")
async def test_an_article_read_to_its_end_becomes_read(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        head = session.desk.heads[0]
        await session.press("enter", "G")
        await session.until(lambda: session.desk.mark(head.id).is_read)
        assert "Read to the end." in session.status


@pytest.mark.usefixtures("no_rest")
async def test_a_preview_never_marks_as_read(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j")
        assert session.reading_screen.page.is_at_end
        for _ in range(10):
            await session.pilot.pause(0.01)
        assert not any(session.desk.mark(head.id).is_read for head in session.desk.heads)


async def test_reading_resumes_at_the_same_words_at_another_width(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "f", "f", "f", "j")
        position = session.reading_screen.page.position
        assert position > 1000
        await session.press("Q")
    async with open_app(library, size=(70, 24)) as session:
        assert session.desk.mark(session.desk.heads[0].id).position == position
        await session.press("enter")
        page = session.reading_screen.page
        assert page.reading is not None
        first_words = page.reading.article.text[position : position + 12].strip()
        assert first_words in "\n".join(session.lines_of(page)[:2])


async def test_resizing_keeps_the_words_on_top(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "f", "f", "f")
        page = session.reading_screen.page
        position = page.position
        for width, height in [(100, 30), (60, 20), (40, 20), (20, 5), (150, 50), (120, 40)]:
            await session.pilot.resize_terminal(width, height)
            await session.settle()
            assert page.position == position
        top_line = session.lines_of(page)[0]
        assert page.reading is not None
        assert page.reading.article.text[position : position + 20] in top_line


async def test_a_narrow_terminal_shows_list_and_page_in_turns(library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=(79, 24)) as session:
        screen = session.reading_screen
        assert screen.articles.size.width == 79
        await session.press("enter")
        assert screen.page.size.width == 79
        await session.press("escape")
        assert screen.articles.size.width == 79


async def test_zen_shows_the_page_alone(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("z")
        assert session.reading_screen.page.size.width == 120
        await session.press("z")
        assert session.reading_screen.page.size.width < 100


async def test_the_list_and_back_leaves_the_current_quotation_as_it_was(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        page = session.reading_screen.page
        await session.press("j", "enter", "right_square_bracket", "right_square_bracket", "escape")
        assert page.current == -1
        await session.press("enter")
        assert page.current == 1
        await session.press("tab", "tab")
        assert page.current == 1
        await session.press("escape", "k", "enter")
        assert page.current == -1
        await session.press("escape", "j", "enter")
        assert page.current == 1


async def test_removing_an_article_can_be_undone(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "D")
        assert "The bridge will wait" not in session.list
        assert not (library.library / "bridge.md").exists()
        await session.press("U")
        assert "The bridge will wait" in session.list
        assert (library.library / "bridge.md").read_text("utf-8") == BRIDGE


async def test_a_file_is_added_from_inside(library: Folders, open_app: Opener) -> None:
    source = library.library.parent / "notice.txt"
    source.write_text("A notice from the harbour\n\n“Boats first,” said Ana Rivera.\n", "utf-8")
    async with open_app(library) as session:
        await session.press("a")
        session.reading_screen.prompt.value = str(source)
        await session.press("enter")
        assert "A notice from the harbour" in session.list
        assert "“Boats first,”" in session.page
        assert "Added “A notice from the harbour”." in session.status


@pytest.mark.parametrize("pasted", ["'{}'", '"{}"', "{} ", "file://{}", "ESCAPED"])
async def test_a_path_is_taken_as_a_terminal_pastes_it(
    library: Folders, open_app: Opener, tmp_path: Path, pasted: str
) -> None:
    source = tmp_path / "my own draft.md"
    source.write_text("# A draft\n\n“Boats first,” said Ana Rivera.\n", "utf-8")
    as_pasted = str(source).replace(" ", "\\ ") if pasted == "ESCAPED" else pasted.format(source)
    async with open_app(library) as session:
        await session.press("a")
        session.reading_screen.prompt.value = as_pasted
        await session.press("enter")
        assert "Added “A draft”." in session.status


async def test_a_path_is_completed_from_what_is_on_the_disk(
    library: Folders, open_app: Opener, tmp_path: Path
) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "my own.md").write_text("# A draft\n\nWords.\n", "utf-8")
    (tmp_path / "drafts" / "my own.pdf").write_text("no article", "utf-8")
    async with open_app(library) as session:
        prompt = session.reading_screen.prompt
        await session.press("a")
        for typed, completed in (("dr", "drafts/"), ("m", "my own.md")):
            prompt.value += f"{tmp_path}/{typed}" if typed == "dr" else typed
            await session.press("end")
            await session.until(lambda: "completes" in str(prompt.query_one(".finding").render()))
            await session.press("tab")
            assert prompt.value.endswith(completed)
        await session.press("enter")
        assert "Added “A draft”." in session.status


async def test_adding_what_is_not_there_says_so(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("a")
        session.reading_screen.prompt.value = "/nowhere/at/all.txt"
        await session.press("enter")
        prompt = "".join(session.lines_of(session.reading_screen.prompt.query_one(".refusal")))
        assert "There is no file /nowhere/at/all.txt" in prompt.replace("“", "").replace("”", "")
        assert session.reading_screen.prompt.value == "/nowhere/at/all.txt"
        await session.press("escape")
        assert "unread" in session.status


async def test_a_file_dropped_into_the_folder_is_taken_in(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        (library.library / "dropped.md").write_text("# Dropped in\n\n“Here,” said Ana Rivera.\n", "utf-8")
        await session.press("r")
        await session.until(lambda: "Dropped in" in session.list)


async def test_copying_sends_quotation_and_speaker(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "y")
        assert session.app.clipboard == "“We will be ready by May … Not before.” — Ana Rivera"


async def test_a_second_app_is_read_only_and_says_who_has_the_store(
    library: Folders, open_app: Opener
) -> None:
    with Desk(library):
        async with open_app(library) as session:
            assert "read-only" in session.status
            await session.press("j", "enter", "s")
            assert "Read-only: process" in session.status
            assert session.desk.bookmarks() == ()


async def test_read_and_star_are_toggled_and_undone(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        head = session.desk.heads[0]
        await session.press("m")
        assert session.desk.mark(head.id).is_read
        assert "10 unread" in session.status or "Marked as read." in session.status
        await session.press("s")
        assert "⚑" in session.list
        await session.press("U", "U")
        assert session.desk.mark(head.id) == type(session.desk.mark(head.id))()
        assert "⚑" not in session.list


async def test_related_lines_unfold(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter")
        assert "▸ ALSO READ" in session.page
        await session.press("F")
        assert "▾ ALSO READ" in session.page
        await session.press("F")
        assert "▸ ALSO READ" in session.page


async def test_a_folded_related_line_is_pointed_at_and_unfolds_for_what_is_found_in_it(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library, size=(80, 24)) as session:
        await session.press("j", "enter", *["right_curly_bracket"] * 3)
        assert "›▸ ALSO READ" in session.page
        await session.press("slash", *"nine dry summers")
        assert "▾ ALSO READ" in session.page
        assert "dry summers" in session.page
        matches = session.reading_screen.page.matches
        assert matches is not None
        assert session.reading_screen.page.cells_of(matches.span(0))


async def test_space_at_the_end_goes_on_to_the_next_unread_article(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "G", "space")
        assert "The council met" in session.page
        # Who goes on has read it, however short the rest at its end was.
        assert session.desk.mark(session.desk.heads[0].id).is_read


async def test_the_status_line_offers_nothing_that_would_do_nothing(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        for _ in range(len(session.desk.heads)):
            for pane_key in ("enter", "escape"):
                await session.press(pane_key)
                screen = session.reading_screen
                for action in screen.status.status.hints:
                    assert screen.check_action(action.id, ())
            await session.press("j")


async def test_reported_speech_is_shown_on_demand_and_never_counted(
    library: Folders, open_app: Opener
) -> None:
    report = "---\nid: report0001\ntitle: A report\nadded: 2026-05-05T10:00:00Z\n---\n"
    report += "Ana Rivera, chair of the works committee, said that the bridge would be ready by May.\n\n"
    report += "“Not before,” said Tom Okafor.\n"
    (library.library / "report.md").write_text(report, "utf-8")
    async with open_app(library) as session:
        await session.press("enter")
        assert "┊" not in session.page
        assert "1 QUOTE" in session.page
        await session.press("c", "c", "c")
        assert "┊" in session.page
        assert "reported without marks. 1 found." in session.status
        assert "1 QUOTE" in session.page
        await session.press("right_square_bracket")
        assert "Quote 1 of 1 · Tom Okafor" in session.status
        await session.press("backslash")
        assert "┊" not in session.page
