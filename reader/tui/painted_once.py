"""What comes up is laid out and painted once, where Textual 8.2.8 does it two or three times.

Not public in Textual and used here: the handler ``Screen._on_screen_resume`` and ``Widget._size``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen
from textual.screen import ScreenResultType as Result
from textual.strip import Strip

from reader.tui.drawn_lines import ink_filters


def unscrolled_size() -> Reactive[Size]:
    """Return a ``virtual_size`` for a widget that Textual never scrolls.

    Textual's own asks for another layout, of the whole screen, whenever a layout has given the widget
    its size; what is always as large as it is shown has nothing to gain from it.
    """
    return Reactive(Size(0, 0), repaint=False)


if TYPE_CHECKING:
    ScreenConcern = Screen
else:
    ScreenConcern = Generic


class PaintedOnceScreen(ScreenConcern[Result]):
    """A screen that is not painted again right after it has been, and whose ground is one line."""

    virtual_size = unscrolled_size()
    _is_being_painted = False

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # Textual's handler, which follows, paints a screen that has no size yet, and then refreshes it.
        self._is_being_painted = self._size != self.app.size

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint again, unless that is asked for by what is painting at this moment."""
        if self._is_being_painted and not layout and not recompose:
            self._is_being_painted = False
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the ground, once for all its lines: widgets cover it."""
        if self.is_modal:  # what lies below shines through
            return super().render_lines(crop)
        ground = self.background_colors[1]
        strip = Strip.blank(crop.width, Style(bgcolor=ground.rich_color))
        for line_filter in ink_filters(self):
            strip = strip.apply_filter(line_filter, ground)
        return [strip] * crop.height
