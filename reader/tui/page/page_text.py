"""The text of the page: laid out for the width there is, scrolled by lines, anchored to its words."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Region
from textual.message import Message

from reader.desk.reading import Reading
from reader.domain.span import Span
from reader.tui.drawn_lines import DrawnLines
from reader.tui.page.block_lines import Measure, is_foldable
from reader.tui.page.layout import lay_out
from reader.tui.page.lines import Layout, Line
from reader.tui.page.links import LinkLabels
from reader.tui.page.setting import PageSetting, is_set_alike, set_page
from reader.tui.page.sheet import Cells, Typography, cells_in, place_in, shown_line

CONTEXT_LINES = 2
"""A page turn leaves so many lines on the screen; a quotation closer to an edge is moved inwards."""


class PageText(DrawnLines):
    """Knows which lines of an article are on the screen, and keeps the same words on top at any width."""

    class Scrolled(Message):
        """The mouse moved the text."""

    class Resized(Message):
        """Other lines are on the screen than before."""

    def __init__(self, wanted_column: int) -> None:
        super().__init__(id="page")
        self.reading: Reading | None = None
        self.typography = Typography(wanted_column)
        self._width = 0  # the page's, in cells, when its lines were last asked for
        self.top = 0
        self._anchor = 0  # the code point that stays on top whatever the width
        self._sought: Span | None = None  # what is to be brought into view once there is a size
        self._is_unfolded = False
        self._link_labels: LinkLabels | None = None
        self._shift = 0  # how many cells what is wider than the column has been moved to the left
        self._sheet = self.typography.sheet(80, 0)
        self._layout_of: object = None  # what the layout was made for
        self._lines = Layout(())
        self._ready: PageSetting | None = None  # what was worked out apart, while it is what is shown

    def make_ready(self, reading: Reading) -> PageSetting:
        """Set a reading for the size of now; nothing is shown, so it may run in a thread."""
        return set_page(reading, self._measure())

    def take_ready(self, setting: PageSetting) -> None:
        """Use what was worked out apart when its reading is shown."""
        self._ready = setting

    def _measure(self) -> Measure:
        return Measure(
            self.typography.sheet(*self.size).geometry.column,
            self._is_unfolded,
            self.typography.is_justified,
            self.typography.spacing,
            self._link_labels,
        )

    def show_from(self, reading: Reading | None, position: int) -> None:
        """Lay out ``reading`` from the code point ``position`` on; None leaves the page without lines.

        Another state of what is shown keeps its lines: to set them anew takes 150 ms in 2 MB.
        """
        has_lines = self._layout_of is not None and is_set_alike(self.reading, reading)
        self.reading = reading
        self._anchor = min(position, len(reading.article.text)) if reading else 0
        self._sought = None
        self.top = self._shift = 0
        self._link_labels = None
        if has_lines:
            self.top = self._lines.line_at(self._anchor) if self._anchor else 0
        else:
            self._layout_of = None
            self._lines = Layout(())
        self.refresh()

    @property
    def wanted_column(self) -> int:
        """The column's width in cells, as far as there is room."""
        return self.typography.column

    def set_typography(self, typography: Typography) -> None:
        """Set the page in another way; the words on top stay on top."""
        self.typography = typography
        self.refresh()

    def set_column(self, wanted_column: int) -> None:
        """Set the column's width in cells."""
        self.set_typography(self.typography._replace(column=wanted_column))

    def show_link_labels(self, labels: LinkLabels | None) -> None:
        """Show the links' numbers behind them, or hide them."""
        self._link_labels = labels
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
        return any(is_foldable(article.text, block, self._sheet.geometry.column) for block in article.blocks)

    @property
    def shown_column(self) -> int:
        """How many cells the column has; fewer than wanted where they do not fit."""
        return self.typography.sheet(*self.size).geometry.column

    @property
    def columns(self) -> int:
        """How many columns stand side by side."""
        return self.typography.sheet(*self.size).columns

    @property
    def line_count(self) -> int:
        """How many lines are on the screen at once: its height, or twice that in two columns."""
        return self._sheet.line_count

    @property
    def position(self) -> int:
        """The first code point on the screen; 0 with the headline in view."""
        self._ensure_layout()
        return self._anchor

    @property
    def reached(self) -> int:
        """The code point after the last one on the screen."""
        self._ensure_layout()
        return self._lines.end_of(min(self.top + self.line_count, len(self._lines)) - 1)

    # Between the cells of the screen and the places of the text

    def place_at(self, x: int, y: int) -> int | None:
        """Return the code point shown in cell (x, y) of the page, None where no text of the article is."""
        index, cell = self.line_at(x, y)
        if self.reading is None or index >= len(self._lines):
            return None
        return place_in(self.reading.article.text, self.shown_line(index), cell)

    def cells_of(self, span: Span) -> Sequence[Cells]:
        """Return the cells of the page that show the words of ``span``, as far as they are on the screen."""
        self._ensure_layout()
        if self.reading is None:
            return ()
        text = self.reading.article.text
        return [
            Cells(x + cell, y, width)
            for index in self._on_screen(self._lines.lines_of(span.start, span.end))
            for x, y in (self._sheet.origin_of(index - self.top),)
            for cell, width in cells_in(text, self.shown_line(index), span.start, span.end)
        ]

    def shown_line(self, index: int) -> Line:
        """Return a line as it is drawn: what is wider than the column is moved and cut."""
        assert self.reading is not None  # noqa: S101 - only lines of an article are asked for
        column = self._sheet.geometry.column
        return shown_line(self.reading.article.text, self._lines.lines[index], column, self._shift)

    def line_at(self, x: int, y: int) -> tuple[int, int]:
        """Return the index of the line that cell (x, y) belongs to, and the cell of its column."""
        self._ensure_layout()
        number, cell = self._sheet.line_at(x, y)
        return self.top + number, cell

    def place_near(self, index: int, cell: int) -> int | None:
        """Return the place of line ``index`` nearest to a cell of its column, None on a line without text."""
        self._ensure_layout()
        if self.reading is None or not 0 <= index < len(self._lines):
            return None
        line = self.shown_line(index)
        place = place_in(self.reading.article.text, line, max(0, cell))
        if place is not None or not line.runs:
            return place
        before = [run for run in line.runs if run.column <= cell]
        return before[-1].end - 1 if before else line.runs[0].start

    def place_below(self, place: int, lines: int) -> int:
        """Return the place so many lines with text further down (negative: up), in the same column."""
        self._ensure_layout()
        step = 1 if lines > 0 else -1
        index = self._lines.line_showing(place)
        cell = self._cell_of(place)
        for _ in range(abs(lines)):
            ahead = range(index + step, len(self._lines) if step > 0 else -1, step)
            index = next((number for number in ahead if self._lines.lines[number].runs), index)
        found = self.place_near(index, cell)
        return place if found is None else found

    def _cell_of(self, place: int) -> int:
        assert self.reading is not None  # noqa: S101 - only places of an article are asked for
        line = self.shown_line(self._lines.line_showing(place))
        return next((cell for cell, _ in cells_in(self.reading.article.text, line, place, place + 1)), 0)

    def reveal(self, place: int) -> None:
        """Bring the line of a place onto the screen by as few lines as that takes."""
        self._ensure_layout()
        index = self._lines.line_showing(place)
        if index < self.top:
            self._set_top(index)
        elif index >= self.top + self.line_count > self.top:
            self._set_top(index - self.line_count + 1)

    def refresh_span(self, span: Span) -> None:
        """Paint anew the lines that show ``span``, as far as they are on the screen."""
        self._ensure_layout()
        for index in self._on_screen(self._lines.lines_of(span.start, span.end)):
            x, y = self._sheet.origin_of(index - self.top)
            self.refresh(Region(x - self._sheet.geometry.left, y, self._sheet.geometry.width, 1))

    def _on_screen(self, lines: range) -> range:
        """Return those of ``lines`` that are on the screen."""
        return range(
            max(lines.start, self.top), min(lines.stop, self.top + self.line_count, len(self._lines))
        )

    def go_to(self, span: Span) -> None:
        """Bring the words of ``span`` into view, a third down the page unless they are in view already."""
        self._ensure_layout()
        lines = self._lines.lines_of(span.start, span.end)
        height = self.line_count if self.size.height else 0
        if not height:
            self._sought = span
            return
        margin = min(CONTEXT_LINES, max(0, (height - len(lines)) // 2))
        if lines.start - margin < self.top or lines.stop + margin > self.top + height:
            self._set_top(lines.start - max(margin, min(height // 3, height - len(lines))))

    def _set_top(self, top: int) -> None:
        top = max(0, min(top, len(self._lines) - self.line_count))
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
        self._width = width
        wanted = (width, height, self.typography, self._is_unfolded, self._link_labels)
        if self.reading is None or self._layout_of == wanted or not (width and height):
            return
        shown = [] if self._layout_of is None else [span for span in self.in_hand if self._shows(span)]
        self._sheet = self.typography.sheet(width, height)
        ready, measure = self._ready, self._measure()
        if ready is not None and ready.measure == measure and is_set_alike(ready.reading, self.reading):
            self._lines = ready.lines
        else:
            self._lines = lay_out(self.reading.article, len(self.reading.quotations), measure)
        self._layout_of = wanted
        # All lines of the page's head stand for the text's first code point: there the line itself counts.
        head_end = self._lines.line_at(0)
        top = self._lines.line_at(self._anchor) if self._anchor else min(self.top, head_end)
        self.top = max(0, min(top, len(self._lines) - self.line_count))
        if self._sought is not None:
            sought, self._sought = self._sought, None
            self.go_to(sought)
        for span in shown:
            self.reveal(span.end - 1)
            self.reveal(span.start)

    @property
    def in_hand(self) -> Sequence[Span]:
        """What one is at; it stays on the screen when that gets smaller."""
        return ()

    def _shows(self, span: Span) -> bool:
        return bool(self._on_screen(self._lines.lines_of(span.start, span.end)))

    def on_resize(self) -> None:
        """Tell that other lines are on the screen now."""
        self.post_message(self.Resized())
