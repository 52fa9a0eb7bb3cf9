"""The app on a library of two articles and the bundled pieces."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widget import Widget
from textual.worker import WorkerCancelled

from reader.desk.desk import Desk
from reader.paths import Folders
from reader.settings import Settings
from reader.tui.app import ReaderApp, make_app
from tests.articles import write_library

Opener = Callable[..., AbstractAsyncContextManager["Session"]]


class Session:
    """A running app: keys in, what is on the screen and on the desk out."""

    def __init__(self, pilot: Pilot[None], app: ReaderApp) -> None:
        self.pilot = pilot
        self.app = app
        self.desk = app.desk
        self.reading_screen = app.reading_screen

    async def press(self, *keys: str) -> None:
        """Press keys and wait until the app has answered."""
        await self.pilot.press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing is left to do."""
        is_done = False
        while not is_done:
            # A scan that a newer one has replaced is not what there is to wait for.
            with suppress(WorkerCancelled):
                await self.app.workers.wait_for_complete()
                is_done = True
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for a condition that a timer brings about."""
        for _ in range(400):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError("it never held")

    @staticmethod
    def lines_of(widget: Widget) -> list[str]:
        """Return what a widget shows, a string a line."""
        size = widget.size
        return [strip.text for strip in widget.render_lines(Region(0, 0, size.width, size.height))]

    @property
    def page(self) -> str:
        """The page's text."""
        return "\n".join(self.lines_of(self.reading_screen.page))

    @property
    def list(self) -> str:
        """The list's text."""
        return "\n".join(self.lines_of(self.reading_screen.articles))

    @property
    def status(self) -> str:
        """The status line's text."""
        return self.lines_of(self.reading_screen.status)[0]


@pytest.fixture
def library(folders: Folders) -> Folders:
    """Folders whose library holds the two articles; the long one is the newer and stands first."""
    write_library(folders.library)
    return folders


@pytest.fixture
def kept_library(library: Folders) -> Folders:
    """The two articles with every quotation of the shorter kept, and one of the longer."""
    with Desk(library) as desk:
        long, short = desk.heads[0], desk.heads[1]
        desk.keep(desk.reading(long), desk.reading(long).quotations[3])
        reading = desk.reading(short)
        for quotation in reading.quotations:
            bookmark = desk.keep(reading, quotation)
        desk.set_note(bookmark.id, "Ask him again.\nIn May.")
        desk.tag([bookmark.id], ["river"])
        desk.set_label([bookmark.id], "check")
    return library


@pytest.fixture
def open_app() -> Opener:
    """Open the app on folders, as large as asked."""

    @asynccontextmanager
    async def opened(
        folders: Folders, size: tuple[int, int] = (120, 40), settings: Settings | None = None
    ) -> AsyncIterator[Session]:
        with Desk(folders) as desk:
            app = make_app(desk, settings or Settings())
            async with app.run_test(size=size) as pilot:
                session = Session(pilot, app)
                await session.settle()
                yield session

    return opened
