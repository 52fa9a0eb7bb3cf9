"""The quotes panel in the list's place: the page follows its cursor, and leaving it leads back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from textual.geometry import Offset

from reader.desk.reading import Reading
from reader.domain.quote import Quotation
from reader.tui.action_table import Pane
from reader.tui.jump_list import Jump
from reader.tui.question import Question
from reader.tui.rows import RowList
from reader.tui.screens.asking import Answers
from reader.tui.screens.kept_visits import KeptVisits
from reader.tui.screens.status_text import counted_so_far, quotes_place
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.desk.quote_list import Choice, Marked, QuoteView
    from reader.tui.quotes.quotes_panel import QuotesPanel


class Origin(NamedTuple):
    """Where one was when the panel was opened: the pane, the page, where its current quotation begins.

    The place and not the index: what is repaired in the panel counts the quotations anew.
    """

    pane: Pane
    page: Jump | None
    current: int | None


class QuotesBeside(KeptVisits):
    """The actions of the panel, and what the panel needs of the others'."""

    _origin = Origin(Pane.LIST, None, None)

    @cached_property
    def quotes(self) -> QuotesPanel:
        """The panel; made and mounted when it is first asked for."""
        from reader.tui.quotes.quotes_panel import QuotesPanel

        return QuotesPanel(self.keymap)

    @property
    def shows_quotes(self) -> bool:
        """Whether the panel stands in the list's place."""
        return self.has_class("-quotes")

    @property
    def list_in_use(self) -> RowList:
        """The list whose cursor the keys move."""
        return self.quotes if self.active_pane is Pane.QUOTES else self.articles

    @property
    def list_beside(self) -> RowList:
        """The list that stands beside the page: the panel while that is open."""
        return self.quotes if self.shows_quotes else self.articles

    def go_to_list_row(self, row: int) -> None:
        """Move the cursor of the list in use and show what it is on, in the same frame."""
        if self.active_pane is Pane.QUOTES:
            self.quotes.go_to(row)
            self._show_chosen()
        else:
            self.go_to_row(row)

    def _show_chosen(self) -> None:
        item = self.quotes.item
        self.page.select(-1 if item is None else item)
        self.update()

    async def action_quotes(self) -> None:
        """Show the article's quotations, or put them away."""
        if self.shows_quotes:
            self.return_from_quotes()
            return
        if not self.quotes.is_attached:
            await self.mount(self.quotes, before=self.page)
        current = self.page.current_quotation
        start = current.span.start if current is not None else None
        self._origin = Origin(self.active_pane, self.here(), start)
        self.set_list_width(self.quotes)
        self.add_class("-quotes")
        self.activate(Pane.QUOTES)
        from reader.desk.quote_list import QuoteView

        self._fill(QuoteView(is_by_speaker=self.quotes.view.is_by_speaker), self._nearest_quotation())
        self._show_chosen()

    def _nearest_quotation(self) -> int:
        """The current quotation, or the first one on the screen or after it."""
        if self.page.current >= 0 or self.reading is None:
            return self.page.current
        position = self.page.position
        starts = (quotation.span.start for quotation in self.reading.quotations)
        return next((index for index, start in enumerate(starts) if start >= position), -1)

    def _fill(self, view: QuoteView, wanted: int | None) -> None:
        from reader.desk.quote_list import QuoteList

        shown = self.quotes.quotes
        if self.reading is None:
            quotes = None
        elif shown is not None and shown.reading is self.reading:
            quotes = shown
        else:
            quotes = QuoteList(self.reading)
        self.quotes.show(quotes, view, self._marked(self.reading), wanted)

    def _marked(self, reading: Reading | None) -> Marked:
        from reader.desk.quote_list import Marked

        if reading is None:
            return Marked()
        kept = self.desk.kept(reading)
        noted = frozenset(index for bookmark, _, index in kept.places if index >= 0 and bookmark.note)
        return Marked(kept.indexes, noted)

    def put_quotes_away(self) -> None:
        """Put the list in the panel's place again; the page keeps the keys if it has them."""
        self.remove_class("-quotes")
        if self.active_pane is Pane.QUOTES:
            self.activate(Pane.LIST)

    def action_close(self) -> None:
        """End the filter, else return to where one was when the panel was opened."""
        if self.quotes.view.words and self.active_pane is Pane.QUOTES:
            self._end_filter(self.quotes.item)
        else:
            self.return_from_quotes()

    def return_from_quotes(self) -> None:
        """Return to where one was when the panel was opened."""
        origin = self._origin
        if self.active_pane is Pane.QUOTES and origin.page is not None and self._is_origins_article:
            self.page.select(-1 if origin.current is None else self.page.quotation_at(origin.current))
            self.page.return_to(origin.page.view)
        pane = origin.pane if self.active_pane is Pane.QUOTES else self.active_pane
        self.remove_class("-quotes")
        self.activate(pane)
        self.update()

    def action_put_away(self) -> None:
        """Return to where one was, by the key that opened the panel."""
        self.return_from_quotes()

    def can_to_quote(self) -> bool:
        """There must be a quotation under the cursor."""
        return self.quotes.item is not None

    @property
    def _is_origins_article(self) -> bool:
        page = self._origin.page
        return self.head is not None and page is not None and page.article == self.head.id

    def action_to_quote(self) -> None:
        """Go on reading at the quotation."""
        if self._origin.page is not None and self._origin.pane is not Pane.LIST:
            self.jumps.leave(self._origin.page)
        self.remove_class("-quotes")
        self.activate(Pane.PAGE)
        self.update()

    # What is shown of it

    def action_by_speaker(self) -> None:
        """Group the quotations by speaker, or show them in order."""
        view = self.quotes.view
        self._view(view._replace(is_by_speaker=not view.is_by_speaker))

    def action_all_quotes(self) -> None:
        """Show all quotations."""
        from reader.desk.quote_list import Choice

        self._choose(Choice.ALL)

    def action_kept_quotes(self) -> None:
        """Show the kept ones."""
        from reader.desk.quote_list import Choice

        self._choose(Choice.KEPT)

    def action_noted_quotes(self) -> None:
        """Show those with a note."""
        from reader.desk.quote_list import Choice

        self._choose(Choice.NOTED)

    def action_unsure_quotes(self) -> None:
        """Show those whose speaker is in doubt."""
        from reader.desk.quote_list import Choice

        self._choose(Choice.UNSURE)

    def _choose(self, choice: Choice) -> None:
        self._view(self.quotes.view._replace(choice=choice))

    def _view(self, view: QuoteView) -> None:
        self._fill(view, self.quotes.item if self.quotes.item is not None else self._nearest_quotation())
        self._show_chosen()

    def can_filter_quotes(self) -> bool:
        """Without quotations there is nothing to look through."""
        return self.quotes.total > 0

    async def action_filter_quotes(self) -> None:
        """Ask for words."""
        before = self.quotes.item
        answers = Answers(typed=self._filter_quotes, left=partial(self._end_filter, before))
        await self.ask(Question.FILTER_QUOTES, answers)

    def _filter_quotes(self, words: str) -> None:
        self._view(self.quotes.view._replace(words=words.strip()))

    def _end_filter(self, before: int | None) -> None:
        self._fill(self.quotes.view._replace(words=""), before)
        self._show_chosen()

    # What the other panes do

    def current_line_offset(self) -> Offset:
        """Return where the current line is, in the panel too."""
        if self.active_pane is Pane.QUOTES:
            return self.quotes.region.offset + self.quotes.cursor_offset
        return super().current_line_offset()

    def place(self) -> Sequence[str]:
        """Say which of the article's quotations are shown."""
        if self.active_pane is not Pane.QUOTES:
            return super().place()
        total = counted_so_far(self.quotes.total, self.reading)
        return quotes_place(total, self.quotes.shown_count, self.quotes.view)

    def update(self) -> None:
        """Let the panel's cursor follow the page while that has the keys."""
        if self.shows_quotes:
            if self.quotes.quotes is None or self.quotes.quotes.reading is not self.reading:
                self._fill(self.quotes.view, self._nearest_quotation())
            if self.active_pane is Pane.PAGE:
                self.quotes.follow(self.page.current)
        super().update()

    def show_changes(self) -> None:
        """Draw what is kept in the panel too."""
        super().show_changes()
        if self.shows_quotes:
            self._fill(self.quotes.view, self.quotes.item)
            if self.active_pane is Pane.QUOTES:
                self.page.select(-1 if self.quotes.item is None else self.quotes.item)

    def current(self) -> tuple[Reading, Quotation] | None:
        """The quotation under the panel's cursor, while that has the keys."""
        if self.active_pane is Pane.QUOTES and self.quotes.item is None:
            self.say("No quotation is shown here.")
            return None
        return super().current()

    def activate(self, pane: Pane) -> None:
        """Give the keys to a pane and show in the panel whether it has them."""
        super().activate(pane)
        if self.shows_quotes:
            self.quotes.set_active(pane is Pane.QUOTES)

    def on_quotes_panel_moved(self) -> None:
        """Show the quotation whose row was clicked."""
        self.activate(Pane.QUOTES)
        self._show_chosen()

    def on_quotes_panel_opened(self) -> None:
        """Go to the quotation whose row was clicked twice."""
        self.activate(Pane.QUOTES)
        self.action_to_quote()
