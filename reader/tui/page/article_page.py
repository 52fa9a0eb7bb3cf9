"""The reading pane: one article, its quotations drawn over the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.desk.placing import Kept
from reader.desk.reading import Reading
from reader.domain.quote import Quote, Speaker
from reader.domain.span import Span
from reader.domain.units import Unit, unit_around
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks, inks
from reader.tui.page.bar_lines import first_lines, match_lines
from reader.tui.page.layers import Layer
from reader.tui.page.lines import LineStyle
from reader.tui.page.markings import (
    Marking,
    MarkingKind,
    Markings,
    piece_markings,
    reported_markings,
    speaker_numbers,
    type_markings,
    with_kept,
)
from reader.tui.page.paint import LineMarks, paint_line
from reader.tui.page.quoting import QuotingPage
from reader.tui.page.scroll_bar import BarLines, BarMark, bar_cell, bar_rows, thumb
from reader.tui.painted_once import unscrolled_size

_LIT_ALONE = (MarkingKind.QUOTE, MarkingKind.KEPT)
"""What is drawn of one speaker alone while he is lit; type and mentions stay as they are."""


class ArticlePage(QuotingPage, Widget):
    """Shows a Reading; it is told what is kept and tells what was clicked, and never reads or writes."""

    virtual_size = unscrolled_size()

    class QuoteChosen(Message):
        """The mouse chose the quotation with this index."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, wanted_column: int) -> None:
        super().__init__(wanted_column)
        self.notice: tuple[str, ...] = ()
        self._pieces = Markings(())  # of quotations alone; the kept passages are among the quotes too
        self._quotes = self._pieces
        self._types = Markings(())
        self._reported = Markings(())
        self._reporters: dict[int, Speaker | None] = {}  # by the place where their words begin
        self.drawn_layer = Layer.SPEAKERS
        self._speakers: tuple[int, ...] = ()  # the number of each quotation's speaker, -1 for unknown
        self._bar: tuple[BarMark, ...] = ()
        self._bar_state: object = None  # what the bar was worked out for

    def show(self, reading: Reading, position: int, kept: Kept) -> None:
        """Show an article from the code point ``position`` on, with what is kept of it."""
        self.notice = ()
        self.current = -1
        self.selection = self.place = self.matches = self._lit = None
        self._kept = kept.indexes
        if self._ready is not None and self._ready.reading.article is not reading.article:
            self._ready = None
        ready = self._ready if self._ready is not None and self._ready.reading is reading else None
        self._pieces = ready.pieces if ready else piece_markings(reading)
        self._quotes = with_kept(self._pieces, kept)
        self._types = ready.types if ready else type_markings(reading)
        self._speakers = ready.speakers if ready else speaker_numbers(reading)
        self.show_reported(())
        self.show_from(reading, position)

    def replace(self, reading: Reading, position: int, kept: Kept) -> None:
        """Put another state of the same article in its place: the whole of it, or a new version.

        ``position`` is where the words on top are in it. The current quotation stays current where it
        still begins at the same place.
        """
        current, top = self.current_quotation, self.top
        selection, place, before = self.selection, self.place, self.reading
        self.show(reading, position, kept)
        self.top = top
        if before is not None and reading.article.text.startswith(before.article.text):
            self.selection, self.place = selection, place
        if current is not None:
            self.current = self.quotation_at(current.span.start)

    def show_notice(self, *lines: str) -> None:
        """Show a few words in place of an article."""
        self.notice, self.current = lines, -1
        self.selection = self.place = self.matches = self._lit = None
        self.show_from(None, 0)

    def show_kept(self, kept: Kept) -> None:
        """Show what is kept now; where only quotations came or went their lines alone are painted anew."""
        if self.reading is None:
            return
        changed = kept.indexes ^ self._kept
        self._kept = kept.indexes
        self._quotes = with_kept(self._pieces, kept)
        for index in changed:
            self._refresh_quotation(index)
        if not changed:
            self.refresh()

    def show_reported(self, reported: Sequence[Quote]) -> None:
        """Show what is reported without marks, lighter than a quotation; nothing hides it again."""
        self._reported = reported_markings(reported)
        self._reporters = {quote.span.start: quote.speaker for quote in reported}
        self.refresh()

    def set_layer(self, layer: Layer) -> None:
        """Draw more or less of what was found."""
        self.drawn_layer = layer
        self.refresh()

    @property
    def cursor_offset(self) -> Offset:
        """The cell of the selection's moving end, else of the match, place or quotation one is at."""
        followed = self.caret
        if self.selection is not None:
            followed = self.selection.moving
        elif self.matches and self.current_match >= 0:
            followed = self.matches.starts[self.current_match]
        cells = self.cells_of(Span(followed, followed + 1)) if followed else ()
        x, y = cells[0][:2] if cells else self._sheet.origin_of(0)
        return Offset(x, y)

    def draw_lines(self, rows: Sequence[int]) -> Iterable[Strip]:
        """Draw lines of the window; what all of them share (size, theme, scroll bar) is asked for once."""
        self._ensure_layout()
        colours = inks(self.app.theme)
        if self.reading is None:
            return [self._notice_line(y, self.size.width) for y in rows]
        bar_marks = self._bar_rows()
        in_thumb = thumb(self._bar_length, self._sheet.height, self.top // self._sheet.columns)
        return [
            self._row(y, colours, bar_cell(bar_marks[y], colours, is_in_thumb=y in in_thumb)) for y in rows
        ]

    def _row(self, y: int, colours: Inks, bar: Segment) -> Strip:
        last = self._sheet.columns - 1
        strips = [self._column_strip(y, column, colours, None) for column in range(last)]
        strips.append(self._column_strip(y, last, colours, bar))
        return strips[0] if last == 0 else Strip.join(strips).adjust_cell_length(self._width, colours.text)

    def _column_strip(self, y: int, column: int, colours: Inks, bar: Segment | None) -> Strip:
        """Draw row ``y`` of one column; the last one has the scroll bar's cell."""
        assert self.reading is not None  # noqa: S101 - only lines of an article are drawn
        geometry = self._sheet.geometry
        if bar is None:
            bar = Segment(" ", colours.text)
        elif geometry.width != self._width - column * geometry.width:
            # The cells that no column gets stand before the bar.
            geometry = geometry._replace(width=self._width - column * geometry.width)
        index = self.top + column * self._sheet.height + y
        if index >= len(self._lines):
            blank = geometry.width - 1
            return Strip([Segment(" " * blank, colours.text), bar]).adjust_cell_length(geometry.width)
        line, marks = self.shown_line(index), self._marks_of(index)
        return paint_line(self.reading.article.text, line, marks, geometry, colours, bar)

    def _bar_rows(self) -> tuple[BarMark, ...]:
        """What the scroll bar points out, worked out once for a layout and what is marked."""
        state = (
            self._sheet,
            self._lines,
            self.current,
            self._kept,
            self._lit,
            self.drawn_layer,
            self.matches,
            self.current_match,
        )
        if state != self._bar_state:
            self._bar_state = state
            columns = self._sheet.columns
            marked = (
                BarLines(mark, [line // columns for line in lines]) for mark, lines in self._bar_lines()
            )
            self._bar = bar_rows(self._bar_length, self.size.height, marked)
        return self._bar

    @property
    def _bar_length(self) -> int:
        """How many rows the whole article would take, its columns side by side."""
        return -(-len(self._lines) // self._sheet.columns)

    def _bar_lines(self) -> Iterable[BarLines]:
        quotations = self.reading.quotations if self.reading is not None else ()
        if self.drawn_layer is not Layer.NOTHING:
            kept = [index for index in self._kept if self.is_lit(index)]
            kept_lines = [self._lines.line_at(quotations[index].span.start) for index in kept]
            if self.drawn_layer is not Layer.KEPT:
                yield BarLines(BarMark.QUOTE, self._lines_with_lit())
            yield BarLines(BarMark.KEPT, kept_lines)
        if self.matches:
            yield BarLines(BarMark.HIT, match_lines(self._lines, self.size.height, self.matches))
            if self.current_match >= 0:
                start = self.matches.starts[self.current_match]
                yield BarLines(BarMark.CURRENT, [self._lines.line_at(start)])
        elif self.current >= 0:
            yield BarLines(BarMark.CURRENT, [self._lines.line_at(quotations[self.current].span.start)])

    def _lines_with_lit(self) -> Iterable[int]:
        """Yield the lines where quotations begin; where all are lit, one a row of the bar is enough."""
        quotations = self.reading.quotations if self.reading is not None else ()
        if self._lit is None:
            return first_lines(self._lines, self.size.height, quotations)
        return [self._lines.line_at(quotations[index].span.start) for index in self.lit]

    def refresh_bar(self) -> None:
        """Paint the scroll bar anew."""
        self.refresh(Region(self.size.width - 1, 0, 1, self.size.height))

    def _marks_of(self, index: int) -> LineMarks:
        assert self.reading is not None  # noqa: S101 - only lines of an article are asked for
        line = self._lines.lines[index]
        if not line.runs:
            return LineMarks(place=self._place_folded_in(line))
        start, end = min(run.start for run in line.runs), max(run.end for run in line.runs)
        is_still_text = line.style not in (LineStyle.CODE, LineStyle.TABLE, LineStyle.TABLE_HEAD)
        quotes = [marking for marking in self._quotes.between(start, end) if self._is_drawn(marking)]
        quotes = quotes if is_still_text else []
        names = [
            self.reading.quotations[marking.quotation].speaker
            for marking in quotes
            if marking.is_first and marking.quotation >= 0 and start <= marking.start
        ]
        names = names if self.drawn_layer not in (Layer.QUOTES, Layer.NOTHING) else []
        reported = tuple(self._reported.between(start, end))
        if not names:
            names = [self._reporters[marking.start] for marking in reported if start <= marking.start]
        on_line = tuple(
            marking._replace(is_first=marking.is_first and start <= marking.start) for marking in quotes
        )
        drawn_types = [marking for marking in self._types.between(start, end) if self._is_drawn(marking)]
        types = (*reported, *drawn_types, *self.matches_between(start, end))
        here = Span(start, end)
        selected, place = (span and span.clip(here) for span in (self.selected, self.place))
        return LineMarks(on_line, types, names, self.current, self._kept, selected, place, self._numbers)

    @property
    def _numbers(self) -> tuple[int, ...]:
        return () if self.drawn_layer is Layer.QUOTES else self._speakers

    def _is_drawn(self, marking: Marking) -> bool:
        """Whether a marking is drawn, with the layer there is and the speaker that is lit."""
        if marking.quotation == self.current >= 0:
            return True
        is_kept = marking.kind is MarkingKind.KEPT or marking.quotation in self._kept
        if not self.drawn_layer.draws(marking, is_kept=is_kept):
            return False
        return marking.kind not in _LIT_ALONE or self._lit is None or marking.quotation in self._lit

    def _notice_line(self, y: int, width: int) -> Strip:
        colours = inks(self.app.theme)
        number = y - max(0, (self.size.height - len(self.notice)) // 3)
        words = self.notice[number] if 0 <= number < len(self.notice) else ""
        words = cut(words, width - 4)
        left = max(0, (width - width_cells(words)) // 2)
        segments = [Segment(" " * left, colours.text), Segment(words, colours.dim)]
        return Strip(segments).extend_cell_length(width, colours.text).adjust_cell_length(width, colours.text)

    def on_click(self, event: events.Click) -> None:
        """Choose the quotation under the pointer, or unfold a related line."""
        event.prevent_default()
        index, _ = self.line_at(event.x, event.y)
        if self.reading is None or index >= len(self._lines) or self.is_selecting_click(event):
            return
        if self.is_on_bar(event.x):
            return
        if self._lines.lines[index].style is LineStyle.RELATED:
            self.toggle_related()
            return
        place = self.place_at(event.x, event.y)
        link = self.link_at(place) if place is not None else None
        if link is not None:
            self.post_message(self.LinkChosen(link))
            return
        marked = self._marks_of(index).quotes if place is None else self._quotes.between(place, place + 1)
        for marking in marked:
            if marking.quotation >= 0:
                self.post_message(self.QuoteChosen(marking.quotation))
                return
        if place is not None:
            self.mark_place(unit_around(self.reading.article.text, place, Unit.WORD))
        self.post_message(self.Scrolled())
