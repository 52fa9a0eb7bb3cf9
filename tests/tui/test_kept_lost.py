"""Kept words that their article does not have any more: listed, placed, let go, written to a file."""

from __future__ import annotations

from pathlib import Path

from reader.paths import Folders
from tests.tui.conftest import Opener, Session
from tests.tui.kept_screen import kept, said, screen_of


def take_words_away(folders: Folders) -> None:
    """Edit the shorter article, so that it has the words of one kept quotation no more."""
    path = folders.library / "bridge.md"
    changed = path.read_text("utf-8").replace("“Nobody asked the river,” said", "No other word from")
    path.write_text(changed, "utf-8")


async def look_again(session: Session) -> None:
    """Take the edited article in."""
    await session.press("r")
    desk = session.desk
    await session.until(
        lambda: not all(place.placement.spans for place in desk.kept(desk.reading(desk.heads[1])).places)
    )


async def test_lost_places_are_listed_and_placed_by_hand(kept_library: Folders, open_app: Opener) -> None:
    async with open_app(kept_library) as session:
        await session.press("apostrophe", "5")
        await session.until(lambda: "Everything kept has its place." in kept(session))
    take_words_away(kept_library)
    async with open_app(kept_library) as session:
        await look_again(session)
        await session.press("apostrophe")
        await session.until(lambda: "1 place lost: 5 shows it" in said(session))
        assert "? " in kept(session)
        await session.press("5")
        await session.until(lambda: "1 of 4 · place lost" in said(session))
        assert "Nobody asked the river" in kept(session)
        assert "? " in kept(session)
        await session.press("enter")
        assert "puts it there" in session.status
        await session.press("G", "V", "P")
        (placed,) = [bookmark for bookmark in session.desk.bookmarks() if bookmark.former]
        assert placed.former == ("“Nobody asked the river,”",)
        assert session.reading_screen.page.selection is None
        await session.press("escape")
        await session.until(lambda: "Everything kept has its place." in kept(session))
        await session.press("1", "U")
        assert not any(bookmark.former for bookmark in session.desk.bookmarks())


async def test_lost_places_are_written_to_a_file(
    kept_library: Folders, open_app: Opener, tmp_path: Path
) -> None:
    take_words_away(kept_library)
    async with open_app(kept_library) as session:
        await look_again(session)
        await session.press("apostrophe", "5")
        await session.until(lambda: "1 of 4 · place lost" in said(session))
        await session.press("x")
        screen_of(session).prompt.value = str(tmp_path / "lost.md")
        await session.press("enter")
    written = (tmp_path / "lost.md").read_text("utf-8")
    assert "Nobody asked the river" in written
    assert written.count("^q-") == 1


async def test_a_lost_place_is_let_go_and_comes_back(kept_library: Folders, open_app: Opener) -> None:
    take_words_away(kept_library)
    async with open_app(kept_library) as session:
        await look_again(session)
        await session.press("apostrophe", "5")
        await session.until(lambda: "1 of 4 · place lost" in said(session))
        await session.press("s", "1")
        assert "3 kept quotations · newest first" in said(session)
        assert "lost" not in said(session)
        await session.press("U", "j")
        assert "4 kept quotations · newest first · 1 place lost" in said(session)
