"""The quotes panel: the quotations of the article on the page, in the list's place."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from reader.desk.quote_list import Choice, Marked, QuoteList, QuoteView, Share
from reader.tui.actions import Keymap
from reader.tui.articles.row import CursorStyle
from reader.tui.cells import cut
from reader.tui.grouped_rows import GroupedRows
from reader.tui.inks import inks
from reader.tui.quotes.row import (
    ROW_HEIGHT,
    ROW_HEIGHT_UNDER_HEADS,
    QuoteRow,
    paint_quote,
    paint_share,
)
from reader.tui.row_lines import LEFT_CELLS


def why_empty(view: QuoteView, total: int, keymap: Keymap) -> tuple[str, ...]:
    """Say why no quotation is shown, and which key leads on."""
    shows_all = keymap.sentence("all_quotes", "shows all quotations")
    if view.words and total:
        return ("No quotation has these words.", "", keymap.sentence("close", "ends the filter"))
    if view.choice is Choice.KEPT:
        return ("None of these is kept.", "", keymap.sentence("keep", "keeps a quotation"), shows_all)
    if view.choice is Choice.NOTED:
        return ("None of these has a note.", "", shows_all)
    if view.choice is Choice.UNSURE:
        return ("No speaker is in doubt.", "", shows_all)
    way_on = keymap.sentence("next_article", "goes to the next article")
    return ("No quotations in this article.", "", way_on, keymap.sentence("close", "goes back"))


class QuotesPanel(GroupedRows[Share]):
    """An item is the index of a quotation; only the visible ones are put into words."""

    ROW_HEIGHT = ROW_HEIGHT
    HAS_EDGE = True
    READ_FROM_CELL = LEFT_CELLS

    class Moved(GroupedRows.Moved):
        """The mouse put the cursor on another quotation."""

    class Opened(GroupedRows.Opened):
        """The mouse chose the quotation under the cursor."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__(id="quotes")
        self._keymap = keymap
        self.quotes: QuoteList | None = None
        self.view = QuoteView()
        self._marked = Marked()

    @property
    def total(self) -> int:
        """How many quotations the article has."""
        return len(self.quotes.reading.quotations) if self.quotes else 0

    @property
    def shown_count(self) -> int:
        """How many quotations are shown."""
        return sum(isinstance(row, int) for row in self.rows)

    def show(self, quotes: QuoteList | None, view: QuoteView, marked: Marked, wanted: int | None) -> None:
        """Show an article's quotations as ``view`` says, the cursor on the quotation ``wanted``."""
        self.quotes, self.view, self._marked = quotes, view, marked
        self.ROW_HEIGHT = ROW_HEIGHT_UNDER_HEADS if view.is_by_speaker else ROW_HEIGHT
        self.rows = quotes.rows(view, marked) if quotes else []
        self.show_rows(self.rows, self._row_near(wanted))

    def follow(self, index: int) -> None:
        """Put the cursor on the quotation that the page has made current; nothing when it is not shown."""
        if index >= 0 and index != self.item and (row := self.row_of(index)) is not None:
            self.go_to(row)

    def _row_near(self, wanted: int | None) -> int:
        """Return the row of a quotation, or of the first one after it that is shown."""
        row = self.row_of(wanted)
        if row is not None or wanted is None:
            return row or 0
        later = (row for row, item in enumerate(self.rows) if isinstance(item, int) and item > wanted)
        return next(later, self.cursor)

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one quotation, or the head of a speaker's."""
        assert self.quotes is not None  # noqa: S101 - without an article there are no rows
        colours = inks(self.app.theme)
        y = (index - self.top) * self.ROW_HEIGHT
        edges = [self.edge(y + part) for part in range(self.ROW_HEIGHT)]
        row = self.rows[index]
        if isinstance(row, Share):
            return paint_share(row, width, colours, edges)
        cursor = None
        if index == self.cursor:
            active = CursorStyle(colours.cursor_ground, colours.cursor_bar)
            idle = CursorStyle(colours.idle_cursor_ground, colours.idle_cursor_bar)
            cursor = active if self.is_active else idle
        return paint_quote(self._quote_row(self.quotes, row), width, colours, cursor, edges)

    def _quote_row(self, quotes: QuoteList, item: int) -> QuoteRow:
        quotation = quotes.reading.quotations[item]
        shows_share = not self.view.is_by_speaker and quotes.introduces(item)
        return QuoteRow(
            quotes.words_of(item),
            quotation.speaker,
            item in self._marked.kept,
            item in self._marked.noted,
            self.view.is_by_speaker,
            quotes.share_of(item) if shows_share else None,
        )

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below the last row, or say why there is none and what leads on."""
        colours = inks(self.app.theme)
        lines = () if self.rows else why_empty(self.view, self.total, self._keymap)
        said = cut(lines[y - 1], width - 5) if 0 < y <= len(lines) else ""
        strip = Strip([Segment("    ", colours.list_text), Segment(said, colours.list_dim)])
        strip = strip.adjust_cell_length(max(0, width - 1), colours.list_text)
        return Strip([*strip, Segment(self.edge(y), colours.list_edge)])
