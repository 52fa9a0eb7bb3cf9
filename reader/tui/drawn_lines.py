"""How a widget draws itself line by line, and each line once.

A line is kept as it goes to the terminal until it is refreshed. Textual's own way asks the style sheet for
borders, tints and opacity at every line, and filters every line of the screen for every frame: of a key
that shows another article that was more than a third. What is not public in Textual 8.2.8 and used here:
``Widget._set_dirty``, which every refresh goes through.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.filter import ANSIToTruecolor, LineFilter
from textual.geometry import Region
from textual.strip import Strip

if TYPE_CHECKING:
    from textual.widget import Widget

    LineConcern = Widget
else:
    # Only what is a whole widget is a Textual class: gathering styles and reactives anew for another one
    # would take half a millisecond of the start.
    LineConcern = object


def ink_filters(widget: Widget) -> tuple[LineFilter, ...]:
    """Return the filters that can change what is drawn in inks.

    Not among them is the one that puts 24-bit colours in place of a terminal's sixteen: in no theme in which
    Textual has it on do inks have any of those (a test sees to it), and it would rebuild every line.
    """
    return tuple(each for each in widget.get_line_filters() if not isinstance(each, ANSIToTruecolor))


class DrawnLines(LineConcern):
    """The drawing of a widget that has no tint and is all lines; one with a border is left to Textual."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._drawn: dict[int, Strip] = {}  # by row of the widget, filtered
        self._drawn_for: object = None  # the width, filters and ground they were drawn for

    @abstractmethod
    def draw_lines(self, rows: Sequence[int]) -> Iterable[Strip]:
        """Draw these rows of the widget, each as wide as it is."""

    def render_line(self, y: int) -> Strip:
        """Draw row ``y``."""
        return next(iter(self.draw_lines((y,))))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the rows of ``crop``; only those are drawn that were refreshed."""
        if self.styles.gutter:
            return super().render_lines(crop)
        width, filters, ground = self.size.width, ink_filters(self), self.background_colors[1]
        wanted = (width, filters, ground)
        if wanted != self._drawn_for:
            self._drawn.clear()
            self._drawn_for = wanted
        drawn = self._drawn
        missing = [y for y in crop.line_range if y not in drawn]
        for y, strip in zip(missing, self.draw_lines(missing) if missing else (), strict=True):
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, ground)  # noqa: PLW2901 - one after the other
            drawn[y] = strip
        strips = [drawn[y] for y in crop.line_range]
        if crop.column_span != (0, width):
            return [strip.crop(crop.x, crop.right) for strip in strips]
        return strips

    def refresh_moved(self, rows: int, changed: Iterable[int]) -> None:
        """Show the lines ``rows`` further up; only those that come in, and ``changed``, are drawn anew."""
        height = self.size.height
        moved = {y - rows: strip for y, strip in self._drawn.items() if 0 <= y - rows < height}
        self.refresh()
        for y in changed:
            moved.pop(y, None)
        self._drawn.update(moved)

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        if not regions:
            self._drawn.clear()
        for region in regions:
            for y in region.line_range:
                self._drawn.pop(y, None)
