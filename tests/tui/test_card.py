"""The quote card says all there is of a quotation; its keys act on it."""

from __future__ import annotations

import pytest

from reader.desk.card import Card, Form
from reader.paths import Folders
from reader.tui.card.lines import card_lines
from reader.tui.cells import width_cells
from reader.tui.screens.card import CardScreen
from tests.tui.conftest import Opener, Session

BRIDGE = ("j", "m", "enter")


def shown(session: Session) -> str:
    assert isinstance(session.app.screen, CardScreen)
    return "\n".join(session.lines_of(session.app.screen.rows))


async def test_the_card_says_who_why_where_and_how_to_copy(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "enter")
        card = shown(session)
        assert "“We will be ready by May … Not before.”" in card
        assert "— Ana Rivera, chair of the works committee" in card
        assert "Sure. “Ana Rivera” goes with “said” beside the quotation" in card
        assert "The bridge will wait · The Example · 2 Mar 2026 · Quotation 1 of 3" in card
        assert "not yet" in card
        await session.press("G")
        card += shown(session)
        for style in ("plain", "markdown", "ap", "chicago", "apa", "mla", "wiki"):
            assert f" {style} " in card
        await session.press("escape")
        assert session.reading_screen.page.current == 0


async def test_a_digit_copies_the_form_with_that_number(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "enter", "2")
        assert session.app.clipboard.startswith("> “We will be ready by May … Not before.”")
        assert not isinstance(session.app.screen, CardScreen)


async def test_what_is_written_on_a_quotation_stands_on_its_card(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "enter", "s")
        assert len(session.desk.bookmarks()) == 1
        await session.press("enter", "a", *"call", "ctrl+s")
        await session.press("enter", "t", *"works", "enter")
        await session.press("enter", "H", "2")
        await session.press("enter", "C", "3")
        await session.press("enter")
        card = shown(session)
        assert "check · used" in card
        assert "#works" in card
        assert "call" in card
        assert "let go" in "".join(session.lines_of(session.app.screen.query_one("StatusLine")))


async def test_the_page_shows_a_note_and_a_label_in_its_margins(library: Folders, open_app: Opener) -> None:
    async with open_app(library, (140, 40)) as session:
        await session.press(*BRIDGE, "right_square_bracket", "s")
        assert "★" in session.page
        await session.press("a", *"call", "ctrl+s", "H", "2")
        assert "†" in session.page
        assert "Ana Rivera · check" in session.page


async def test_a_kept_quotation_has_its_card_in_the_list_of_all(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "right_square_bracket", "s", "apostrophe", "i")
        assert "— Ana Rivera, chair of the works committee" in shown(session)
        await session.press("t", *"works", "enter")
        assert session.desk.bookmarks()[0].tags == ("works",)
        await session.press("i", "s")
        assert session.desk.bookmarks() == ()


@pytest.mark.parametrize("width", [12, 30, 49, 50, 92])
def test_no_line_is_wider_than_the_card(width: int) -> None:
    note = "A long note that goes on 東京 " * 5 + "\nand a line"
    card = Card(
        words="“Words 東京 that are many and go on for a while.”",
        speaker="Yin Qi ?",
        role="a role",
        certainty="Sure.",
        sentence="A sentence.",
        origin="From here",
        place="Quotation 1 of 2",
        former="",
        kept_on="1 Jul 2026",
        note=note,
        tags=("a", "b"),
        label="key",
        status="",
        forms=(Form("plain", "Plain", "“Words” " * 20), Form("markdown", "Markdown", "> x")),
        is_kept=True,
    )
    for line in card_lines(card, width):
        assert width_cells(line.text) <= width
