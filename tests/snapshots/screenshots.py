"""Draw ``screenshots/*.svg`` from the real app on the bundled pieces.

``python -m tests.snapshots.screenshots`` is the one command.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from textual.pilot import Pilot

from reader.desk.desk import Desk
from reader.paths import Folders, bundled_content
from reader.settings import Settings
from reader.tui.app import ReaderApp, make_app

SCREENSHOTS = Path(__file__).parents[2] / "screenshots"
FIXED_TIME = 1_782_900_000.0
"""1 July 2026: the dates in the pictures stay what they are, and each look at the clock is a minute later."""


@dataclass(frozen=True)
class Picture:
    """A name, a size in cells, a theme, the keys that lead to what it shows, an article to add."""

    name: str
    columns: int
    rows: int
    theme: str
    keys: Sequence[str]
    article: Path | None = None


NEXT = "right_square_bracket"
READ = ("enter", NEXT, NEXT, "s", NEXT)
QUOTES = ("enter", NEXT, "s", NEXT, "s", "w", "j")
TAG = ("t", "t", "o", "u", "r", "enter")
CARD = ("enter", NEXT, NEXT, NEXT, "H", "2", *TAG, "enter")
SELECT = ("enter", NEXT, NEXT, "H", "3", "v", "right_parenthesis", "right_parenthesis")
KEPT = ("enter", NEXT, "s", NEXT, "s", "J", NEXT, "s", "J", NEXT, "s", "apostrophe")
WRITE = ("t", *"industry", "enter", "a", *"Ask for the figures.", "ctrl+s", "H", "2")
KEEP_SOME = (*KEPT, *WRITE, "j", "v")
KEPT_BY_ARTICLE = (*KEPT, "at", "j")
TYPOGRAPHY = Path(__file__).with_name("typography.md")
PICTURES = (
    Picture("reading-night", 120, 36, "night", READ),
    Picture("reading-paper", 120, 36, "paper", READ),
    Picture("list-night", 120, 36, "night", ("m", "j", "s")),
    Picture("finding-night", 120, 36, "night", ("j", "enter", "z", "slash", *"shanghai")),
    Picture("quotes-night", 120, 36, "night", QUOTES),
    Picture("kept-night", 120, 36, "night", KEEP_SOME),
    Picture("kept-by-article-80x24", 80, 24, "paper", KEPT_BY_ARTICLE),
    Picture("themes-gruvbox", 120, 36, "night", ("enter", NEXT, NEXT, "s", NEXT, "T", *["j"] * 13)),
    Picture("palette-night", 120, 36, "night", ("enter", NEXT, "ctrl+p", *"qu")),
    Picture("card-night", 120, 36, "night", CARD),
    Picture("selection-sepia", 120, 36, "sepia", SELECT),
    Picture("repair-paper", 120, 36, "paper", ("j", "enter", NEXT, NEXT, "e")),
    Picture("page-paper", 190, 43, "paper", ("enter", "z"), TYPOGRAPHY),
    Picture("links-night", 120, 36, "night", ("enter", "L"), TYPOGRAPHY),
    Picture("help-night", 120, 36, "night", ("enter", "question_mark")),
    Picture("reading-80x24", 80, 24, "night", READ),
    Picture("reading-40x20", 40, 20, "night", READ),
)


def folders_in(work: Path) -> Folders:
    """Return empty folders in ``work``, with the bundled pieces as content."""
    return Folders(work / "library", work / "state", work / "cache", work / "config.toml", bundled_content())


async def settle(pilot: Pilot[None]) -> None:
    """Wait until the app has nothing left to do."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def draw(picture: Picture, work: Path) -> str:
    """Return the picture as SVG."""
    minutes = count(FIXED_TIME, 60)
    if picture.article is not None:
        (work / "library").mkdir()
        shutil.copy(picture.article, work / "library")
    with Desk(folders_in(work), clock=lambda: next(minutes)) as desk:
        for _ in desk.preparer().steps():
            pass
        app: ReaderApp = make_app(desk, Settings(theme=picture.theme))
        async with app.run_test(size=(picture.columns, picture.rows)) as pilot:
            await settle(pilot)
            for key in picture.keys:
                await pilot.press(key)
            await settle(pilot)
            return app.export_screenshot(title="reader")


def main() -> None:
    """Draw every picture."""
    os.environ.pop("NO_COLOR", None)
    os.environ["TZ"] = "UTC"
    time.tzset()
    SCREENSHOTS.mkdir(exist_ok=True)
    for picture in PICTURES:
        with tempfile.TemporaryDirectory() as name:
            svg = asyncio.run(draw(picture, Path(name)))
        (SCREENSHOTS / f"{picture.name}.svg").write_text(svg, "utf-8")
        print(picture.name)


if __name__ == "__main__":
    main()
