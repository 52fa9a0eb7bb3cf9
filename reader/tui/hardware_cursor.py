"""The terminal's own cursor on the current line: magnifiers and braille displays follow nothing else.

Textual hides it and puts it back to ``App.cursor_position`` at the end of every frame, so moving it
costs no byte. What is not public in Textual 8.2.8 and used here: ``App._display`` and ``App._driver``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual.app import App
from textual.geometry import Offset
from textual.screen import Screen

SHOW = "\x1b[6 q\x1b[?25h"
"""A bar that does not blink (DECSCUSR), then DECTCEM."""
HAND_BACK = "\x1b[0 q"
"""The shape the terminal gives it; Textual itself shows it again on leaving."""


if TYPE_CHECKING:
    AppConcern = App[None]
else:
    AppConcern = object


class CursorApp(AppConcern):
    """An app that shows the terminal's cursor where its screen says."""

    _is_cursor_shown = False

    def on_ready(self) -> None:
        """Show the cursor again whenever the terminal was lent to another program."""
        self.app_suspend_signal.subscribe(self, lambda _: self._write(HAND_BACK), immediate=True)
        self.app_resume_signal.subscribe(self, lambda _: self._write(SHOW), immediate=True)

    def on_unmount(self) -> None:
        """Give the cursor its shape back."""
        self._write(HAND_BACK)

    def _write(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)
            self._driver.flush()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Take the cursor along with the frame that is about to be written.

        A screen that knows where its current line is tells by ``cursor_offset()``, in cells of the screen.
        """
        cursor_offset: Callable[[], Offset] | None = getattr(screen, "cursor_offset", None)
        if cursor_offset is not None:
            self.cursor_position = cursor_offset()
        super()._display(screen, renderable)
        if not self._is_cursor_shown:
            self._is_cursor_shown = True
            self._write(SHOW)
