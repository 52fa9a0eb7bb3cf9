"""The quotes panel: what it lists, where the page goes with it, and the way back."""

from __future__ import annotations

from reader.paths import Folders
from reader.tui.quotes import quotes_panel
from tests.tui.conftest import Opener, Session

NEXT = "right_square_bracket"


def panel(session: Session) -> str:
    """Return what the panel shows."""
    return "\n".join(session.lines_of(session.reading_screen.query_one("#quotes")))


async def test_the_panel_takes_the_lists_place_and_the_page_follows(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("enter", "quotation_mark")
        screen = session.reading_screen
        assert not screen.articles.display
        assert "“Day 9 was ours,”" in panel(session)
        assert "12 quotes in order" in session.status
        await session.press("G")
        assert "“Day 119 was ours,”" in panel(session)
        assert "Day 119 was ours" in session.page
        assert screen.page.current == 11
        await session.press("k")
        assert screen.page.current == 10


async def test_escape_returns_to_where_one_was(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        page = session.reading_screen.page
        await session.press("enter", NEXT, NEXT, "space")
        top, current = page.top, page.current
        await session.press("w", "G", "@", "escape")
        assert (page.top, page.current) == (top, current)
        assert session.reading_screen.active_pane == "page"
        await session.press("escape", "quotation_mark", "j", "q")
        assert session.reading_screen.active_pane == "list"
        assert session.reading_screen.articles.display


async def test_what_was_current_may_be_gone_when_one_returns(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", *[NEXT] * 3, "w", "e", "2", "escape")
        assert session.reading_screen.active_pane == "page"
        assert session.reading_screen.page.current == -1
        await session.press(NEXT, "U", "w", "g", "e", "2", "G", "escape")
        page = session.reading_screen.page
        assert page.current_quotation is None or "river" not in page.current_quotation.span.of(
            page.reading.article.text if page.reading else ""
        )


async def test_enter_reads_on_at_the_quotation(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "quotation_mark", "G", "enter")
        assert "Quote 3 of 3 · Tom Okafor" in session.status
        await session.press("p")
        assert "Quote 2 of 3 · Ana Rivera" in session.status
        await session.press("g", "w", "G", "enter", "ctrl+o")
        assert session.reading_screen.page.top == 0


async def test_by_speaker_each_has_a_bar_with_its_share_of_words(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "quotation_mark", "at")
        shown = panel(session)
        # 9 words and 6 of hers, 4 of his.
        assert shown.index("Ana Rivera") < shown.index("━━━━╸─  79 %  2 quotes") < shown.index("Tom Okafor")
        assert "21 %" in shown
        await session.press("k", "k", "k")
        assert session.reading_screen.page.current == 0
        await session.press("G")
        assert session.reading_screen.page.current == 2


async def test_the_filter_finds_words_and_speakers_whatever_their_accents(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        await session.press("j", "quotation_mark", "slash", *"OKÁF")
        assert "Nobody asked the river" in panel(session)
        assert "drier year" not in panel(session)
        assert session.reading_screen.page.current == 2
        await session.press("enter")
        assert "1 of 3 quotes with “OKÁF”" in session.status
        await session.press("slash", *"river may")
        assert "be ready by May" in panel(session)
        await session.press("x")
        assert "No quotation has these words." in panel(session)
        await session.press("escape")
        assert "3 quotes in order" in session.status
        assert session.reading_screen.page.current == 2


async def test_keeping_in_the_panel_marks_and_filters(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "quotation_mark", "j", "s")
        (bookmark,) = session.desk.bookmarks()
        assert bookmark.exact == ("“was drawn up in a drier year.”",)
        assert "★ “was drawn up" in panel(session)
        await session.press("2")
        assert "1 of 3 quotes · kept" in session.status
        await session.press("s")
        assert "None of these is kept." in panel(session)
        await session.press("s")
        assert session.desk.bookmarks() == ()
        await session.press("3")
        assert "None of these has a note." in panel(session)
        await session.press("4")
        assert "No speaker is in doubt." in panel(session)
        await session.press("1")
        assert "3 quotes in order" in session.status
        await session.press("y")
        assert session.app.clipboard.endswith("— Ana Rivera")


async def test_the_next_article_and_the_other_pane(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("quotation_mark", "J")
        assert "We will be ready by May" in panel(session)
        assert "The council met" in session.page
        await session.press("tab", NEXT, NEXT)
        assert session.reading_screen.active_pane == "page"
        assert session.reading_screen.quotes.item == 1
        await session.press("escape")
        assert session.reading_screen.articles.display
        assert session.reading_screen.active_pane == "page"


async def test_an_article_without_quotations_says_what_leads_on(library: Folders, open_app: Opener) -> None:
    (library.library / "dry.md").write_text(
        "---\nid: dry\ntitle: Dry\nadded: 2027-01-01\n---\nNothing was said.\n"
    )
    async with open_app(library) as session:
        await session.press("quotation_mark")
        assert "No quotations in this article." in panel(session)
        assert "No quotes" in session.status
        await session.press("j", "k", "G", "enter", "at", "slash", "s", "y", "d", "space")
        assert "No quotations in this article." in panel(session)
        await session.press("escape")
        assert session.reading_screen.active_pane == "list"


async def test_a_narrow_terminal_shows_one_at_a_time(library: Folders, open_app: Opener) -> None:
    async with open_app(library, size=(40, 20)) as session:

        def shown() -> list[str]:
            screen = session.reading_screen
            return [str(pane.id) for pane in (screen.articles, screen.quotes, screen.page) if pane.display]

        await session.press("j", "quotation_mark", "j")
        assert shown() == ["quotes"]
        assert all(len(line) == 40 for line in panel(session).splitlines())
        await session.press("enter")
        assert shown() == ["page"]
        assert "drier year" in session.page
        await session.press("w", "tab")
        assert shown() == ["page"]
        await session.press("escape", "g", "f")
        top = session.reading_screen.page.top
        await session.press("w", "G", "escape")
        assert shown() == ["page"]
        assert session.reading_screen.page.top == top > 0
        await session.press("escape")
        assert shown() == ["list"]


async def test_of_twenty_thousand_quotations_only_the_visible_ones_are_painted(
    library: Folders, open_app: Opener, monkeypatch: object
) -> None:
    words = "\n\n".join(f"“Number {n} is said here,” said Ana Rivera." for n in range(20_000))
    (library.library / "many.md").write_text(f"---\nid: many\ntitle: Many\nadded: 2027-01-01\n---\n{words}\n")
    async with open_app(library) as session:
        reading = session.desk.reading(session.desk.heads[0])
        assert len(reading.quotations) == 20_000
        await session.press("quotation_mark")
        painted: list[int] = []
        panel_of_now = session.reading_screen.quotes
        paint = panel_of_now.paint_row
        panel_of_now.paint_row = lambda index, width: painted.append(index) or paint(index, width)  # type: ignore[method-assign, func-returns-value]
        await session.press("G")
        assert "Number 19999" in panel(session)
        assert len(set(painted)) <= 40 // quotes_panel.QuotesPanel.ROW_HEIGHT + 1
