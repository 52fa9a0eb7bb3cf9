"""What the app uses of Textual that is not public, so that a new release shows here first."""

from __future__ import annotations

import pytest
from textual.app import App
from textual.driver import Driver

from reader.paths import Folders
from reader.tui.hardware_cursor import HAND_BACK, SHOW
from tests.tui.conftest import Opener


def test_textual_still_paints_through_one_method() -> None:
    assert callable(App._display)


async def test_the_cursor_is_handed_back_while_another_program_has_the_terminal(
    library: Folders, open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app(library) as session:
        driver = session.app._driver
        assert isinstance(driver, Driver)
        written: list[str] = []
        monkeypatch.setattr(driver, "write", written.append)
        monkeypatch.setattr(type(driver), "can_suspend", property(lambda _: True))
        for name in ("suspend_application_mode", "resume_application_mode"):
            monkeypatch.setattr(driver, name, lambda: None)
        with session.app.suspend():
            assert written == [HAND_BACK]
        assert written == [HAND_BACK, SHOW]
