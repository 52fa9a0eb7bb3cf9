"""What is kept is written to a file from where one is, in the form that the file's name tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.paths import Folders
from reader.tui.screens import kept_listing
from tests.tui.conftest import Opener
from tests.tui.kept_screen import said, screen_of

BRIDGE = ("j", "m", "enter", "right_square_bracket", "s", "right_square_bracket", "s")


async def test_an_article_s_quotations_are_written_as_markdown(
    library: Folders, open_app: Opener, tmp_path: Path
) -> None:
    target = tmp_path / "bridge.md"
    async with open_app(library) as session:
        await session.press(*BRIDGE, "x")
        session.reading_screen.prompt.value = str(target)
        await session.press("enter")
        assert "2 quotations written" in session.status
    written = target.read_text("utf-8")
    assert "We will be ready by May" in written
    assert written.count("^q-") == 2


async def test_what_was_done_to_a_markdown_file_is_said(
    library: Folders, open_app: Opener, tmp_path: Path
) -> None:
    target = tmp_path / "n.md"
    target.write_text("Mine.\n", "utf-8")
    async with open_app(library) as session:
        await session.press(*BRIDGE)
        said = []
        for key in ("[", "s", "s", "s"):
            await session.press("x")
            session.reading_screen.prompt.value = str(target)
            await session.press("enter")
            said.append(session.reading_screen.status.status.message)
            await session.press({"[": "left_square_bracket"}.get(key, key))
    assert "added at the end of" in said[0]
    assert "what it said stays as it was" in said[0]
    assert "stand in" in said[1]
    assert "nothing was changed" in said[1]
    assert "1 quotation now stands between the marks in" in said[2]
    assert "2 quotations now stand between the marks in" in said[3]
    assert target.read_text("utf-8").startswith("Mine.\n")


async def test_the_chosen_ones_are_written_and_a_name_without_form_is_refused(
    library: Folders, open_app: Opener, tmp_path: Path
) -> None:
    async with open_app(library) as session:
        await session.press(*BRIDGE, "apostrophe", "v", "x")
        prompt = session.app.screen.query_one("Prompt")
        session.app.screen.prompt.value = str(tmp_path / "quotes")  # type: ignore[attr-defined]
        await session.press("enter")
        assert prompt.display
        session.app.screen.prompt.value = str(tmp_path / "quotes.ris")  # type: ignore[attr-defined]
        await session.press("enter")
    assert (tmp_path / "quotes.ris").read_text("utf-8").count("N1  - ") == 1


async def test_all_that_is_kept_is_written_though_the_list_is_not_whole_yet(
    kept_library: Folders, open_app: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_listing, "FIRST_PIECE", 2)
    monkeypatch.setattr(kept_listing, "PAUSE_SECONDS", 3600.0)
    async with open_app(kept_library) as session:
        await session.press("apostrophe")
        assert "2 kept quotations …" in said(session)
        await session.press("x")
        screen_of(session).prompt.value = str(tmp_path / "all.md")
        await session.press("enter")
        assert "4 quotations written" in said(session)
        assert screen_of(session).kept.row_count == 4
    assert (tmp_path / "all.md").read_text("utf-8").count("^q-") == 4


async def test_another_s_file_is_left_alone(library: Folders, open_app: Opener, tmp_path: Path) -> None:
    target = tmp_path / "mine.csv"
    target.write_text("mine\n", "utf-8")
    async with open_app(library) as session:
        await session.press(*BRIDGE, "x")
        session.reading_screen.prompt.value = str(target)
        await session.press("enter")
        assert session.reading_screen.is_asking
    assert target.read_text("utf-8") == "mine\n"


async def test_without_anything_kept_there_is_nothing_to_export(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "x")
        assert not session.reading_screen.is_asking
