"""The layers over the text, the speakers' colours, and what the status line says of time."""

from __future__ import annotations

from threading import Event

import pytest
from textual.geometry import Region

from reader.desk.desk import Desk
from reader.desk.reading import Reading
from reader.domain.quote import Quote
from reader.paths import Folders
from reader.tui.inks import inks
from reader.tui.page.layers import Layer, layer_of
from tests.tui.conftest import Opener, Session
from tests.tui.kept_screen import kept

TWO = """---
id: two0000001
title: Two who speak
added: 2026-05-06T10:00:00Z
---
“The bridge will open in May,” said Ana Rivera.

The weather was fine.

“Not before the summer,” said Tom Okafor.

“We shall see,” said Ana Rivera.

Nobody else spoke.
"""


def bars_of(session: Session) -> int:
    """How many lines have a bar in the margin."""
    return sum("▎" in line[:20] or "▌" in line[:20] for line in session.page.splitlines())


async def test_one_key_goes_through_the_layers_and_the_state_is_said_and_remembered(
    library: Folders, open_app: Opener
) -> None:
    (library.library / "two.md").write_text(TWO, "utf-8")
    async with open_app(library) as session:
        await session.press("enter", "right_square_bracket", "s", "g")
        session.reading_screen.page.select(-1)  # its bar would stand in every layer
        shown = []
        for _ in Layer:
            shown.append(
                (session.reading_screen.page.drawn_layer, bars_of(session), "Tom Okafor  " in session.page)
            )
            await session.press("backslash")
            assert session.reading_screen.page.drawn_layer.sentence in session.status
        assert shown == [
            (Layer.SPEAKERS, 3, True),
            (Layer.QUOTES, 3, False),
            (Layer.KEPT, 1, False),
            (Layer.REPORTED, 3, True),
            (Layer.NOTHING, 0, False),
        ]
        await session.press("c", "c", "Q")
    async with open_app(library) as session:
        assert session.reading_screen.page.drawn_layer is Layer.KEPT
        assert bars_of(session) == 1


async def test_type_is_drawn_whoever_is_lit(library: Folders, open_app: Opener) -> None:
    (library.library / "two.md").write_text(TWO.replace("weather", "**weather**"), "utf-8")
    async with open_app(library) as session:
        await session.press("enter", "right_square_bracket")

        def is_bold() -> bool:
            page = session.reading_screen.page
            strips = page.render_lines(Region(0, 0, *page.size))
            styles = [segment.style for strip in strips for segment in strip if segment.text == "weather"]
            return any(style is not None and style.bold for style in styles)

        assert is_bold()
        await session.press("at")
        assert "Only Ana Rivera" in session.status
        assert is_bold()


async def test_the_light_goes_out_with_the_last_it_falls_on(library: Folders, open_app: Opener) -> None:
    (library.library / "two.md").write_text(TWO, "utf-8")
    async with open_app(library) as session:
        await session.press("enter", *["right_square_bracket"] * 2, "at", "e", "2")
        assert "Only" not in session.status
        await session.press("left_square_bracket", "at")
        assert "Only Ana Rivera" in session.status


OFFICIALS = """---
id: two0000001
title: Two who speak
added: 2026-05-06T10:00:00Z
---
Officials said: “The bridge is closed.”

“It will open in May,” officials said.

“We shall see,” said Ana Rivera.
"""


async def test_one_speaker_is_lit_however_his_name_begins(library: Folders, open_app: Opener) -> None:
    (library.library / "two.md").write_text(OFFICIALS, "utf-8")
    async with open_app(library) as session:
        await session.press("enter", "right_square_bracket", "at")
        assert list(session.reading_screen.page.lit) == [0, 1]
        reading = session.reading_screen.reading
        assert reading is not None
        assert session.desk.names_met(reading)[:2] == ("Officials", "Ana Rivera")
        await session.press("s", "right_square_bracket", "s", "apostrophe", "at", "at")
        heads = [
            line.split() for line in kept(session).splitlines() if "fficials" in line and "“" not in line
        ]
        assert [head[-1] for head in heads] == ["2"], kept(session)


async def test_how_much_is_reported_is_said_of_the_article_that_was_asked_about(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    has_come, reported = Event(), Desk.reported

    def wait(desk: Desk, reading: Reading) -> tuple[Quote, ...]:
        has_come.wait(10)
        return reported(desk, reading)

    monkeypatch.setattr(Desk, "reported", wait)
    async with open_app(library) as session:
        await session.press("enter", "c", "c")
        await session.pilot.press("c", "J", "right_square_bracket", "s")
        has_come.set()
        await session.settle()
        assert "Kept: Ana Rivera" in session.status


async def test_a_repair_leaves_the_page_and_the_match_where_they_are(
    library: Folders, open_app: Opener
) -> None:
    async with open_app(library) as session:
        page = session.reading_screen.page
        for search in ("day", "re:graph 11[0-9]|graph 2"):
            await session.press("enter", "slash", *search, "enter", "n", "n")
            await session.press(*["right_square_bracket"] * 3)
            top, match = page.top, page.current_match
            await session.press("e", "2")
            assert (page.top, page.current_match) == (top, match)
            assert "U undoes it" in session.status
            await session.press("U", "escape", "escape")


async def test_a_repair_leaves_search_and_layer_as_they_are(library: Folders, open_app: Opener) -> None:
    (library.library / "two.md").write_text(
        TWO.replace("The weather", "Maria Lopez said that the crane"), "utf-8"
    )
    async with open_app(library) as session:
        await session.press("enter", "c", "c", "c", "slash", *"bridge", "enter")
        assert session.reading_screen.page.drawn_layer is Layer.REPORTED
        assert "┊" in session.page
        await session.press("right_square_bracket", "right_square_bracket", "e", "2")
        assert "┊" in session.page
        assert len(session.reading_screen.page.matches or ()) == 1


async def test_the_current_quotation_is_drawn_whatever_the_layer(library: Folders, open_app: Opener) -> None:
    (library.library / "two.md").write_text(TWO, "utf-8")
    async with open_app(library) as session:
        await session.press("enter", "c", "c", "c", "c", "right_square_bracket", "right_square_bracket")
        assert session.reading_screen.page.drawn_layer is Layer.NOTHING
        assert bars_of(session) == 1
        assert "Quote 2 of 3 · Tom Okafor" in session.status


async def test_each_speaker_has_a_colour_of_the_bar(library: Folders, open_app: Opener) -> None:
    (library.library / "two.md").write_text(TWO, "utf-8")
    async with open_app(library) as session:
        page = session.reading_screen.page
        height = page.size.height
        bars = [
            segment.style
            for y in range(height)
            for segment in list(page.render_line(y))[:4]
            if segment.text == "▎"
        ]
        speakers = inks("night").speakers
        assert bars == [speakers[0], speakers[1], speakers[0]]


async def test_the_status_line_tells_how_long_the_rest_takes(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("enter")
        minutes = session.desk.heads[0].minutes
        assert f" {minutes} min left" in session.status or f" {minutes - 1} min left" in session.status
        await session.press("G")
        assert "100 %" in session.status
        assert "min left" not in session.status


def test_a_layer_of_another_version_is_the_usual_one() -> None:
    assert layer_of("sparkling") is Layer.SPEAKERS
