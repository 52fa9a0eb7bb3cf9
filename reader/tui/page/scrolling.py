"""Scrolling the page: by lines and screenfuls, and sideways what is wider than the column."""

from __future__ import annotations

from textual import events

from reader.tui.page.page_text import CONTEXT_LINES, PageText

WHEEL_LINES = 3
WHEEL_CELLS = 6


class ScrollingPage(PageText):
    """Moves its text at once, never in steps that only please the eye."""

    def scroll_lines(self, distance: int) -> None:
        """Move the text by so many lines."""
        self._ensure_layout()
        self._set_top(self.top + distance)

    def scroll_pages(self, pages: float) -> None:
        """Move the text by so many screenfuls, a whole one less two lines; two columns turn like a leaf."""
        self._ensure_layout()
        height = self.line_count
        context = CONTEXT_LINES if abs(pages) >= 1 and self._sheet.columns == 1 else 0
        lines = int(abs(pages) * height) - context
        self.scroll_lines(max(1, lines) if pages > 0 else -max(1, lines))

    @property
    def widest(self) -> int:
        """How many cells the widest line on the screen takes, 0 when all fit into the column."""
        self._ensure_layout()
        shown = self._lines.lines[self.top : self.top + self.line_count]
        widest = max((line.width for line in shown), default=0)
        return widest if widest > self._sheet.geometry.column else 0

    def pan(self, cells: int) -> None:
        """Move what is wider than the column sideways."""
        shift = max(0, min(self._shift + cells, self.widest - self._sheet.geometry.column))
        if shift != self._shift:
            self._shift = shift
            self.refresh()

    def scroll_to_top(self) -> None:
        """Show the headline."""
        self.scroll_lines(-len(self._lines))

    def scroll_to_bottom(self) -> None:
        """Show the last line."""
        self._ensure_layout()
        self.scroll_lines(len(self._lines))

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Move what is wider than the column back to the right."""
        event.stop()
        self.pan(-WHEEL_CELLS)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Move what is wider than the column to the left."""
        event.stop()
        self.pan(WHEEL_CELLS)

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
