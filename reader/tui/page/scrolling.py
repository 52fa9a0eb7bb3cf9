"""Scrolling the page: by lines and screenfuls, and sideways what is wider than the column."""

from __future__ import annotations

from textual import events

from reader.domain.span import Span
from reader.tui.page.page_text import CONTEXT_LINES, PageText
from reader.tui.page.scroll_bar import top_at
from reader.tui.page.sheet import cells_in

WHEEL_LINES = 3
WHEEL_CELLS = 6


class ScrollingPage(PageText):
    """Moves its text at once, never in steps that only please the eye."""

    _is_bar_held = False

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

    def clear_foot(self, span: Span, covered: int) -> None:
        """Scroll the words of ``span`` above the ``covered`` last rows, by as few lines as that takes.

        Where they are longer than what is free, they begin at the top; near the end they stay below.
        """
        self._ensure_layout()
        lines = self._lines.lines_of(span.start, span.end)
        free = self.size.height - covered
        for top in range(self.top, max(self.top, lines.start) + 1):
            numbers = (index - top for index in lines if 0 <= index - top < self.line_count)
            if all(self._sheet.origin_of(number)[1] < free for number in numbers):
                break
        self._set_top(top)

    @property
    def is_at_end(self) -> bool:
        """Whether the article's last line is on the screen."""
        return self.reading is not None and self.reading.is_whole and self.shows_last_line

    @property
    def shows_last_line(self) -> bool:
        """Whether no line lies further down; the article may have more than the beginning shown."""
        self._ensure_layout()
        return self.top + self.line_count >= len(self._lines)

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

    def pan_to(self, span: Span) -> None:
        """Move what is wider than the column sideways until the words of ``span`` are in it."""
        self._ensure_layout()
        line = self._lines.lines[self._lines.line_showing(span.start)]
        column = self._sheet.geometry.column
        if self.reading is None or line.width <= column:
            return
        cells = list(cells_in(self.reading.article.text, line, span.start, span.end))
        if not cells:
            return
        first, stop = cells[0][0] - self._shift, cells[-1][0] + cells[-1][1] - self._shift
        # At either edge a sign may stand for what goes on.
        if first < (1 if self._shift else 0) or stop > column - 1:
            self.pan(first - column // 3)

    def scroll_to_top(self) -> None:
        """Show the headline."""
        self.scroll_lines(-len(self._lines))

    def scroll_to_bottom(self) -> None:
        """Show the last line."""
        self._ensure_layout()
        self.scroll_lines(len(self._lines))

    def is_on_bar(self, x: int) -> bool:
        """Tell whether a column of the page is the scroll bar's."""
        return x >= self.size.width - 1 and len(self._lines) > self.line_count

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scroll bar: the text follows at once."""
        self._ensure_layout()
        self._is_bar_held = event.button == 1 and self.is_on_bar(event.x)
        if self._is_bar_held:
            self.capture_mouse()
            self._scroll_to_row(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go where the scroll bar is dragged to."""
        if self._is_bar_held:
            self._scroll_to_row(event.y)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the scroll bar."""
        if self._is_bar_held:
            self._is_bar_held = False
            self.release_mouse()
            self.post_message(self.Scrolled())

    def _scroll_to_row(self, row: int) -> None:
        height = self.size.height
        self._set_top(top_at(max(0, min(row, height - 1)), len(self._lines), height))

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
