"""The pictures in ``screenshots/`` show the app as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.snapshots.screenshots import PICTURES, SCREENSHOTS, Picture, draw


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
async def test_a_picture_is_not_stale(picture: Picture, tmp_path: Path) -> None:
    kept = SCREENSHOTS / f"{picture.name}.svg"
    assert kept.is_file(), "python -m tests.snapshots.screenshots draws it"
    drawn = await draw(picture, tmp_path)
    assert drawn == kept.read_text("utf-8"), "python -m tests.snapshots.screenshots draws it anew; look at it"


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in SCREENSHOTS.glob("*.svg")} == {picture.name for picture in PICTURES}
