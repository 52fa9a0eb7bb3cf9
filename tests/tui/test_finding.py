"""Finding in the article on the page: keys in, what is marked and said out."""

from __future__ import annotations

from textual.geometry import Region

from reader.domain.span import Span
from reader.paths import Folders
from reader.tui.page.scroll_bar import SIGNS, BarMark
from tests.tui.conftest import Opener, Session


def current_words(session: Session) -> str:
    """Return the words of the current match."""
    page = session.reading_screen.page
    assert page.matches is not None
    assert page.reading is not None
    return page.matches.span(page.current_match).of(page.reading.article.text)


def told(session: Session, name: str) -> str:
    """Return what stands beside the line."""
    widget = session.reading_screen.prompt.query_one(name)
    width, height = widget.outer_size
    return "".join(strip.text for strip in widget.render_lines(Region(0, 0, width, height))).strip()


async def test_words_are_found_as_typed_and_counted(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day 9")
        assert told(session, ".finding") == "1 of 13"
        assert current_words(session) == "day 9"
        await session.press("9")
        assert told(session, ".finding") == "1 of 2"
        assert "day 99" in session.page
        await session.press("enter")
        assert "Match 1 of 2 of “day 99”" in session.status
        await session.press("n")
        assert "Match 2 of 2" in session.status
        await session.press("n")
        assert "Match 1 of 2" in session.status
        assert "on from the top" in session.status
        await session.press("N")
        assert "Match 2 of 2" in session.status
        assert "on from the end" in session.status


async def test_what_is_found_is_in_the_frame_of_the_letter(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day ")
        # Without a turn of the loop, in which the letter would be painted alone.
        session.reading_screen.prompt.type("99")
        assert current_words(session) == "day 99"


async def test_enter_before_a_pattern_is_found_waits_for_it(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "slash", *"re:zzz")
        assert told(session, ".finding") == "none"
        await session.pilot.press("vertical_line", "A", "n", "a", "enter")
        await session.settle()
        assert not session.reading_screen.is_asking
        assert "Match 1 of 1" in session.status


async def test_escape_returns_to_where_it_began(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "d", "d")
        before = session.page
        await session.press("slash", *"day 99")
        assert session.page != before
        await session.press("escape")
        assert session.page == before
        assert session.reading_screen.page.matches is None


async def test_an_emptied_line_returns_and_nothing_found_is_said(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter")
        before = session.page
        await session.press("slash", *"day 99", *["backspace"] * 6)
        assert session.page == before
        await session.press(*"xyzzy")
        assert told(session, ".finding") == "none"
        await session.press("enter")
        assert "Nothing has these words." in told(session, ".refusal")
        await session.press("escape")
        assert not session.reading_screen.is_asking


async def test_a_search_begins_where_one_is(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "5", "0", "percent_sign", "slash", *"ours", "enter")
        assert "Match 1 of" not in session.status
        assert current_words(session) == "ours"


async def test_escape_ends_the_search_and_then_goes_back(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day", "enter", "escape")
        assert session.reading_screen.page.matches is None
        assert "quotes" in session.status
        await session.press("n")
        assert "Quote 1 of 12" in session.status


async def test_earlier_searches_come_back_with_the_arrows_and_after_a_restart(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day 7", "enter", "slash", *"ours", "enter")
        await session.press("slash", *"half", "up", "up")
        assert session.reading_screen.prompt.value == "day 7"
        await session.press("up")
        assert session.reading_screen.prompt.value == "day 7"
        await session.press("down", "down")
        assert session.reading_screen.prompt.value == "half"
        await session.press("escape")
    async with open_app(library) as session:
        await session.press("enter", "slash", "up")
        assert session.reading_screen.prompt.value == "ours"
        assert current_words(session) == "ours"


async def test_enter_on_an_empty_line_looks_once_more(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"ours", "enter", "escape", "slash", "enter")
        assert "Match 1 of 12 of “ours”" in session.status


async def test_a_regular_expression_is_found_behind_its_prefix(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *r"re:day \d9\b")
        await session.settle()
        assert current_words(session) == "day 19"
        await session.press("enter")
        assert r"of “re:day \d9\b”" in session.status
        await session.press("slash", *"re:(a")
        await session.settle()
        assert "No regular expression" in told(session, ".refusal")


async def test_a_pattern_that_never_ends_leaves_the_keys_alone(library: Folders, open_app: Opener) -> None:
    (library.library / "as.md").write_text("---\ntitle: Letters\n---\n" + "a" * 60 + "b and more\n", "utf-8")
    async with open_app(library) as session:
        row = next(n for n, head in enumerate(session.desk.heads) if head.title == "Letters")
        session.reading_screen.go_to_row(row)
        await session.press("enter")
        await session.pilot.press("slash", *"re:(a+)+$")
        await session.pilot.press("backspace")
        assert session.reading_screen.prompt.value == "re:(a+)+"
        await session.until(lambda: told(session, ".finding") == "1 of 2")


async def test_matches_are_marked_in_the_text_and_on_the_scroll_bar(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day 5", "enter")
        page = session.reading_screen.page
        matches = page.matches
        assert matches is not None
        styles = {
            segment.text: segment.style
            for y in range(page.size.height)
            for segment in page.render_line(y)
            if segment.text.startswith("day 5")
        }
        assert any(style is not None and style.underline for style in styles.values())
        column = [line[-1] for line in session.lines_of(page)]
        assert SIGNS[BarMark.HIT] in column
        assert SIGNS[BarMark.CURRENT] in column


async def test_the_word_one_is_at_is_found_whole(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "right_parenthesis", "asterisk")
        page = session.reading_screen.page
        assert page.reading is not None
        text = page.reading.article.text
        assert page.matches is not None
        words = {page.matches.span(index).of(text) for index in range(len(page.matches))}
        assert len({word.lower() for word in words}) == 1
        assert "Match" in session.status


async def test_selected_words_are_found(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "v", "w", "asterisk")
        assert current_words(session) == "Paragraph"
        assert "Match 2 of 120" in session.status


async def test_a_search_ends_with_its_article(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day", "enter", "J")
        assert session.reading_screen.page.matches is None
        assert "Match" not in session.status


async def test_one_speaker_is_lit_and_stepped_through_alone(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "at")
        assert "Only Ana Rivera" in session.status
        page = session.reading_screen.page
        assert list(page.lit) == [0, 1]
        assert "Tom Okafor  " not in session.page
        bars = session.page.count("▎")
        await session.press("right_square_bracket", "right_square_bracket")
        assert "Quote 2 of 3 · none further down" in session.status
        await session.press("at")
        assert session.page.count("▎") > bars
        await session.press("W", "escape", "right_square_bracket")
        assert "Quote 3 of 3 · Tom Okafor" in session.status


async def test_a_search_goes_on_in_a_new_state_of_its_article(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "slash", *"river", "enter")
        screen = session.reading_screen
        before = len(screen.page.matches or ())
        assert screen.reading is not None
        screen.show_reading(screen.reading)
        assert len(screen.page.matches or ()) == before
        assert "Match" in " ".join(screen.place())


async def test_a_match_behind_an_accent_is_marked_whole(library: Folders, open_app: Opener) -> None:
    (library.library / "cafe.md").write_text("---\ntitle: Cafes\n---\nThe cafe\u0301s of Paris.\n", "utf-8")
    async with open_app(library) as session:
        row = next(n for n, head in enumerate(session.desk.heads) if head.title == "Cafes")
        session.reading_screen.go_to_row(row)
        await session.press("enter", "slash", *"cafe")
        page = session.reading_screen.page
        assert page.matches is not None
        assert page.reading is not None
        found = page.matches.span(0)
        assert isinstance(found, Span)
        assert page.reading.article.text[found.end] == "s"


async def test_what_is_said_beside_the_line_is_said_of_what_stands_in_it(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "slash", *"day 9")
        assert told(session, ".finding") == "1 of 13"
        prompt = session.reading_screen.prompt
        prompt.value = "re:day ("
        await session.settle()
        assert "No regular expression" in told(session, ".refusal")
        assert told(session, ".finding") == ""
        # As fast as fingers are: the line says something else before anybody has answered.
        for typed in ("re:(", "re:(d", "re:(day", "re:(day)", "re:(day) (", "re:(day) 99"):
            prompt.value = typed
        await session.until(lambda: told(session, ".finding") == "1 of 2")
        assert told(session, ".refusal") == ""
