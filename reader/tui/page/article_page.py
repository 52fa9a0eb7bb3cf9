"""The reading pane: one article, its quotations drawn over the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from reader.desk.reading import Reading
from reader.domain.quote import Quotation, Quote, Speaker
from reader.domain.span import Span
from reader.tui.cells import cut, width_cells
from reader.tui.inks import inks
from reader.tui.page.lines import LineStyle
from reader.tui.page.markings import Markings, quote_markings, reported_markings, type_markings
from reader.tui.page.paint import LineMarks, paint_line
from reader.tui.page.scroll_bar import BarLines, BarMark, bar_cell, bar_rows, row_of, thumb
from reader.tui.page.selecting import SelectingPage


class ArticlePage(SelectingPage):
    """Shows a Reading; it is told what is kept and tells what was clicked, and never reads or writes."""

    class QuoteChosen(Message):
        """The mouse chose the quotation with this index."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, wanted_column: int) -> None:
        super().__init__(wanted_column)
        self.notice: tuple[str, ...] = ()
        self.current = -1
        self._kept: frozenset[int] = frozenset()
        self._quotes = Markings(())
        self._types = Markings(())
        self._reported = Markings(())
        self._reporters: dict[int, Speaker | None] = {}  # by the place where their words begin
        self._bar: tuple[BarMark, ...] = ()
        self._bar_state: object = None  # what the bar was worked out for

    def show(self, reading: Reading, position: int, kept: frozenset[int], kept_spans: Iterable[Span]) -> None:
        """Show an article from the code point ``position`` on; ``kept`` are indexes of quotations."""
        self.notice = ()
        self.current = -1
        self.selection = None
        self._kept = kept
        self._quotes = quote_markings(reading, kept_spans)
        self._types = type_markings(reading)
        self.show_reported(())
        self.show_from(reading, position)

    def replace(self, reading: Reading, kept: frozenset[int], kept_spans: Iterable[Span]) -> None:
        """Put another state of the same article in its place: the whole of it, or a new version.

        The words on top stay on top, and the current quotation stays current where it still begins
        at the same place.
        """
        current, top, anchor = self.current_quotation, self.top, self._anchor
        selection, before = self.selection, self.reading
        self.show(reading, anchor, kept, kept_spans)
        self.top = top
        if before is not None and reading.article.text.startswith(before.article.text):
            self.selection = selection
        if current is not None:
            starts = [quotation.span.start for quotation in reading.quotations]
            self.current = starts.index(current.span.start) if current.span.start in starts else -1

    def show_notice(self, *lines: str) -> None:
        """Show a few words in place of an article."""
        self.notice, self.current, self.selection = lines, -1, None
        self.show_from(None, 0)

    def show_kept(self, kept: frozenset[int], kept_spans: Iterable[Span]) -> None:
        """Show which quotations are kept now; only their lines are painted anew."""
        if self.reading is None:
            return
        changed = kept ^ self._kept
        self._kept = kept
        self._quotes = quote_markings(self.reading, kept_spans)
        if changed:
            for index in changed:
                self._refresh_quotation(index)
        else:
            self.refresh()

    def show_reported(self, reported: Sequence[Quote]) -> None:
        """Show what is reported without marks, lighter than a quotation; nothing hides it again."""
        self._reported = reported_markings(reported)
        self._reporters = {quote.span.start: quote.speaker for quote in reported}
        self.refresh()

    @property
    def current_quotation(self) -> Quotation | None:
        """The quotation under the cursor."""
        if self.reading is None or self.current < 0:
            return None
        return self.reading.quotations[self.current]

    @property
    def cursor_offset(self) -> Offset:
        """The cell of the selection's moving end, of the current quotation, else of the first line."""
        followed = self.current_quotation.span if self.current_quotation is not None else Span(0, 0)
        if self.selection is not None:
            followed = Span(self.selection.moving, self.selection.moving + 1)
        cells = self.cells_of(followed) if followed else ()
        x, y = cells[0][:2] if cells else self._sheet.origin_of(0)
        return Offset(x, y)

    @property
    def is_current_kept(self) -> bool:
        """Whether the quotation under the cursor is kept."""
        return self.current in self._kept

    def step_quotation(self, step: int) -> Quotation | None:
        """Make the next (1) or previous (-1) quotation current and show it; at the last, stay on it."""
        if self.reading is None or not self.reading.quotations:
            return None
        self.select(self._neighbour(step))
        return self.current_quotation

    def select(self, index: int) -> None:
        """Make the quotation with this index current and show it; -1 lets go of any."""
        previous = self.current
        self.current = index
        for changed in {previous, index} - {-1}:
            self._refresh_quotation(changed)
        if self.current_quotation:
            self.go_to(self.current_quotation.span)

    def first_visible_quotation(self) -> int:
        """Return the index of the first quotation that begins on the screen, or -1."""
        if self.reading is None:
            return -1
        visible = Span(self._lines.lines[self.top].start if self._lines.lines else 0, self.reached)
        starts = enumerate(quotation.span.start for quotation in self.reading.quotations)
        return next((index for index, start in starts if start in visible), -1)

    def _neighbour(self, step: int) -> int:
        """From the current quotation if it is on the screen, else from the screen's first line."""
        assert self.reading is not None  # noqa: S101 - the caller has asked
        quotations = self.reading.quotations
        self._ensure_layout()
        screen = range(self.top, self.top + self.line_count)
        if self.current >= 0:
            lines = self._lines.lines_of(*_ends(quotations[self.current].span))
            if lines.start in screen or lines.stop - 1 in screen:
                return max(0, min(self.current + step, len(quotations) - 1))
        starts = [self._lines.line_at(quotation.span.start) for quotation in quotations]
        if step > 0:
            ahead = (index for index, line in enumerate(starts) if line >= self.top)
            return next(ahead, len(quotations) - 1)
        behind = (index for index in range(len(starts) - 1, -1, -1) if starts[index] < screen.stop)
        return next(behind, 0)

    def render_line(self, y: int) -> Strip:
        """Draw line ``y`` of the window."""
        self._ensure_layout()
        colours = inks(self.app.theme)
        width = self.size.width
        if self.reading is None:
            return self._notice_line(y, width)
        index = self.top + y
        if index >= len(self._lines):
            return Strip.blank(width, colours.text)
        line = self._lines.lines[index]
        marks = self._marks_of(index) if line.runs else LineMarks()
        geometry = self._sheet.geometry
        return paint_line(self.reading.article.text, line, marks, geometry, colours, self._bar_cell(y))

    def _bar_cell(self, y: int) -> Segment:
        rows = self._bar_rows()
        is_in_thumb = y in thumb(len(self._lines), self.size.height, self.top)
        return bar_cell(rows[y], inks(self.app.theme), is_in_thumb=is_in_thumb)

    def _bar_rows(self) -> tuple[BarMark, ...]:
        """What the scroll bar points out, worked out once for a layout, what is kept and what is current."""
        state = (self._lines, self.current, self._kept)
        if state != self._bar_state:
            self._bar_state = state
            self._bar = bar_rows(len(self._lines), self.size.height, self._bar_lines())
        return self._bar

    def _bar_lines(self) -> Iterable[BarLines]:
        quotations = self.reading.quotations if self.reading is not None else ()
        starts = [self._lines.line_at(quotation.span.start) for quotation in quotations]
        yield BarLines(BarMark.QUOTE, starts)
        yield BarLines(BarMark.KEPT, [starts[index] for index in self._kept if index < len(starts)])
        yield BarLines(BarMark.CURRENT, starts[self.current : self.current + 1] if self.current >= 0 else ())

    def _marks_of(self, index: int) -> LineMarks:
        assert self.reading is not None  # noqa: S101 - only lines of an article are asked for
        line = self._lines.lines[index]
        start, end = min(run.start for run in line.runs), max(run.end for run in line.runs)
        is_still_text = line.style not in (LineStyle.CODE, LineStyle.TABLE, LineStyle.TABLE_HEAD)
        quotes = tuple(self._quotes.between(start, end)) if is_still_text else ()
        names = [
            self.reading.quotations[marking.quotation].speaker
            for marking in quotes
            if marking.is_first and marking.quotation >= 0 and start <= marking.start
        ]
        reported = tuple(self._reported.between(start, end))
        if not names:
            names = [self._reporters[marking.start] for marking in reported if start <= marking.start]
        on_line = tuple(
            marking._replace(is_first=marking.is_first and start <= marking.start) for marking in quotes
        )
        types = (*reported, *self._types.between(start, end))
        selected = self.selected
        return LineMarks(
            on_line, types, names, self.current, self._kept, selected and selected.clip(Span(start, end))
        )

    def _notice_line(self, y: int, width: int) -> Strip:
        colours = inks(self.app.theme)
        number = y - max(0, (self.size.height - len(self.notice)) // 3)
        words = self.notice[number] if 0 <= number < len(self.notice) else ""
        words = cut(words, width - 4)
        left = max(0, (width - width_cells(words)) // 2)
        segments = [Segment(" " * left, colours.text), Segment(words, colours.dim)]
        return Strip(segments).extend_cell_length(width, colours.text).adjust_cell_length(width, colours.text)

    def _refresh_quotation(self, index: int) -> None:
        if self.reading is None or not 0 <= index < len(self.reading.quotations):
            return
        for span in self.reading.quotations[index].spans:
            self.refresh_span(span)
        start = self._lines.line_at(self.reading.quotations[index].span.start)
        row = row_of(start, len(self._lines), self.size.height)
        self.refresh(Region(self.size.width - 1, row, 1, 1))

    def on_click(self, event: events.Click) -> None:
        """Choose the quotation under the pointer, or unfold a related line."""
        event.prevent_default()
        index, _ = self.line_at(event.x, event.y)
        if self.reading is None or index >= len(self._lines) or self.is_selecting_click(event):
            return
        if self._lines.lines[index].style is LineStyle.RELATED:
            self.toggle_related()
            return
        place = self.place_at(event.x, event.y)
        for marking in self._quotes.between(place, place + 1) if place is not None else ():
            if marking.quotation >= 0:
                self.post_message(self.QuoteChosen(marking.quotation))
                return
        self.post_message(self.Scrolled())


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
