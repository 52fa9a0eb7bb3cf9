"""The text of the page: laid out for the width there is, scrolled by lines, anchored to its words."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget

from reader.desk.reading import Reading
from reader.domain.span import Span
from reader.tui.page.layout import Measure, is_foldable, lay_out
from reader.tui.page.lines import Layout
from reader.tui.page.paint import geometry

WHEEL_LINES = 3
CONTEXT_LINES = 2
"""A page turn leaves so many lines on the screen; a quotation closer to an edge is moved inwards."""


class PageText(Widget):
    """Knows which lines of an article are on the screen, and keeps the same words on top at any width."""

    class Scrolled(Message):
        """The mouse moved the text."""

    class Resized(Message):
        """Other lines are on the screen than before."""

    def __init__(self, wanted_column: int) -> None:
        super().__init__(id="page")
        self.reading: Reading | None = None
        self.wanted_column = wanted_column
        self.top = 0
        self._anchor = 0  # the code point that stays on top whatever the width
        self._sought: Span | None = None  # what is to be brought into view once there is a size
        self._is_unfolded = False
        self._geometry = geometry(80, wanted_column)
        self._layout_of: tuple[int, int, int, bool] | None = None  # what the layout was made for
        self._lines = Layout(())

    def show_from(self, reading: Reading | None, position: int) -> None:
        """Lay out ``reading`` from the code point ``position`` on; None leaves the page without lines."""
        self.reading = reading
        self._anchor = min(position, len(reading.article.text)) if reading else 0
        self._sought = None
        self.top = 0
        self._layout_of = None
        self._lines = Layout(())
        self.refresh()

    def set_column(self, wanted_column: int) -> None:
        """Set the column's width in cells; the words on top stay on top."""
        self.wanted_column = wanted_column
        self.refresh()

    def toggle_related(self) -> None:
        """Unfold the related lines, or fold them."""
        self._is_unfolded = not self._is_unfolded
        self.refresh()

    @property
    def has_folded(self) -> bool:
        """Whether there are related lines to unfold, or to fold again."""
        if self.reading is None:
            return False
        article = self.reading.article
        return any(is_foldable(article.text, block, self._geometry.column) for block in article.blocks)

    @property
    def shown_column(self) -> int:
        """How many cells the column has; fewer than wanted where they do not fit."""
        return geometry(self.size.width, self.wanted_column).column

    @property
    def position(self) -> int:
        """The first code point on the screen; 0 with the headline in view."""
        self._ensure_layout()
        return self._anchor

    @property
    def reached(self) -> int:
        """The code point after the last one on the screen."""
        self._ensure_layout()
        return self._lines.end_of(min(self.top + self.size.height, len(self._lines)) - 1)

    @property
    def is_at_end(self) -> bool:
        """Whether the article's last line is on the screen."""
        self._ensure_layout()
        has_end = self.reading is not None and self.reading.is_whole
        return has_end and self.top + self.size.height >= len(self._lines)

    def scroll_lines(self, distance: int) -> None:
        """Move the text by so many lines."""
        self._ensure_layout()
        self._set_top(self.top + distance)

    def scroll_pages(self, pages: float) -> None:
        """Move the text by so many screenfuls, a whole one less two lines."""
        height = self.size.height
        lines = int(abs(pages) * height) - (CONTEXT_LINES if abs(pages) >= 1 else 0)
        self.scroll_lines(max(1, lines) if pages > 0 else -max(1, lines))

    def scroll_to_top(self) -> None:
        """Show the headline."""
        self.scroll_lines(-len(self._lines))

    def scroll_to_bottom(self) -> None:
        """Show the last line."""
        self._ensure_layout()
        self.scroll_lines(len(self._lines))

    def go_to(self, span: Span) -> None:
        """Bring the words of ``span`` into view, a third down the page unless they are in view already."""
        self._ensure_layout()
        lines = self._lines.lines_of(span.start, span.end)
        height = self.size.height
        if not height:
            self._sought = span
            return
        margin = min(CONTEXT_LINES, max(0, (height - len(lines)) // 2))
        if lines.start - margin < self.top or lines.stop + margin > self.top + height:
            self._set_top(lines.start - max(margin, min(height // 3, height - len(lines))))

    def _set_top(self, top: int) -> None:
        top = max(0, min(top, len(self._lines) - self.size.height))
        if top != self.top:
            self.top = top
            self._anchor = self._offset_of_top()
            self.refresh()

    def _offset_of_top(self) -> int:
        if self.top == 0 or not self._lines.lines:
            return 0
        return self._lines.lines[self.top].start

    def _ensure_layout(self) -> None:
        """Set the article for the size of now; the first frame is asked for before any resize event."""
        width, height = self.size
        wanted = (width, height, self.wanted_column, self._is_unfolded)
        if self.reading is None or self._layout_of == wanted or not (width and height):
            return
        self._geometry = geometry(width, self.wanted_column)
        measure = Measure(self._geometry.column, self._is_unfolded)
        self._lines = lay_out(self.reading.article, len(self.reading.quotations), measure)
        self._layout_of = wanted
        # All lines of the page's head stand for the text's first code point: there the line itself counts.
        head_end = self._lines.line_at(0)
        top = self._lines.line_at(self._anchor) if self._anchor else min(self.top, head_end)
        self.top = max(0, min(top, len(self._lines) - height))
        if self._sought is not None:
            sought, self._sought = self._sought, None
            self.go_to(sought)

    def on_resize(self) -> None:
        """Tell that other lines are on the screen now."""
        self.post_message(self.Resized())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll three lines, at once."""
        event.stop()
        self.scroll_lines(WHEEL_LINES)
        self.post_message(self.Scrolled())

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll three lines back, at once."""
        event.stop()
        self.scroll_lines(-WHEEL_LINES)
        self.post_message(self.Scrolled())
