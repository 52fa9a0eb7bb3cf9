"""What can be done with a quotation: found, kept, copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from reader.desk.reading import Reading
from reader.domain.anchor import make_anchor
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation
from reader.domain.span import Span
from reader.errors import ReaderError
from reader.tui.screens.annotating import Annotating, InHand
from reader.tui.screens.jumps import Jumps
from reader.tui.screens.status_text import quote_place

STILL_READING = "One moment: the rest of the article is still being read."


class QuoteActions(Jumps, Annotating[None]):
    """The actions on the current quotation, or on the words selected."""

    def can_next_quote(self) -> bool:
        """There must be a quotation, or may be one in the rest that is still to come."""
        return self.reading is not None and (bool(self.reading.quotations) or self.is_rest_coming)

    def can_previous_quote(self) -> bool:
        """There must be a quotation."""
        return self.reading is not None and bool(self.reading.quotations)

    def can_keep(self) -> bool:
        """There must be a quotation, or a selection."""
        return self.page.selected is not None or self.can_previous_quote()

    can_note = can_tag = can_label = can_status = can_copy_quote = can_cite = can_pipe = can_keep

    def action_next_quote(self) -> None:
        """Go to the next quotation."""
        self._step_quotation(self.take_times())

    def _step_quotation(self, step: int) -> None:
        is_ahead = step > 0 and not self.page.has_quotation(step)
        if is_ahead and self.await_rest(partial(self._step_quotation, step)):
            return
        if self.page.step_quotation(step):
            self.update()
        else:
            side = "down" if step > 0 else "up"
            place = quote_place(self.page)
            self.say(f"{place} · none further {side}" if place else f"No quotation further {side}.")

    def action_previous_quote(self) -> None:
        """Go to the quotation before."""
        self._step_quotation(-self.take_times())

    def action_keep(self) -> None:
        """Keep the current quotation or the selected words, or let them go again."""
        if not self.may_write():
            return
        if self.page.selected is not None:
            reading, spans = self.selection_in_hand()
            self.page.show_selection(None)
            is_kept = self.desk.kept(reading).passage_at(spans) is not None
            self._toggle(lambda: self.desk.toggle_passage(reading, spans), is_kept=is_kept)
            return
        found = self.whole_current()
        if found is not None:
            self._toggle(lambda: self.desk.toggle_kept(*found), is_kept=self.page.is_kept_at_hand)

    def _toggle(self, change: Callable[[], str], *, is_kept: bool) -> None:
        self.attempt(lambda: self.with_way_back(change()) if is_kept else change())

    def in_hand(self) -> InHand | None:
        """Return the words selected, else the current quotation; both are kept when they are written on."""
        if self.page.selected is not None:
            reading, spans = self.selection_in_hand()
            passage = self.desk.kept(reading).passage_at(spans)
            words = self.desk.passage_text(reading, spans)
            return self._hand(words, passage, partial(self._keep_passage, reading, spans), reading, spans)
        found = self.whole_current()
        if found is None:
            return None
        reading, quotation = found
        bookmark = self.desk.kept(reading).bookmark_of(quotation.number - 1)
        words = self.desk.quotation_text(*found)
        return self._hand(words, bookmark, lambda _: [self.desk.keep(*found).id], reading, quotation.spans)

    @staticmethod
    def _hand(
        words: str,
        kept: Bookmark | None,
        keep: Callable[[str | None], Sequence[str]],
        reading: Reading,
        spans: tuple[Span, ...],
    ) -> InHand:
        article = reading.article
        anchor = make_anchor(article.text, spans)
        return InHand(words, tuple(filter(None, [kept])), keep, article.head.id, anchor)

    def _keep_passage(self, reading: Reading, spans: tuple[Span, ...], label: str | None) -> list[str]:
        kept = self.desk.kept(reading).passage_at(spans)
        self.page.show_selection(None)
        if kept is not None and label is None:
            return [kept.id]
        labels = () if label is None else (label,)
        return [self.desk.keep_passage(reading, spans, *labels).id]

    def selection_in_hand(self) -> tuple[Reading, tuple[Span, ...]]:
        """Return the article and the words selected in it; there must be some."""
        assert self.reading is not None  # noqa: S101 - a selection has an article
        return self.reading, (self.selected_words,)

    def rows_of_hand(self, hand: InHand, covered: int) -> range:
        """Return the rows of the screen with the words in hand, scrolled clear of the ``covered`` last."""
        spans = hand.anchor.spans
        span = Span(spans[0].start, spans[-1].end)
        page = self.page.region
        self.page.clear_foot(span, page.bottom - (self.size.height - covered))
        shown = [cells.y + page.y for cells in self.page.cells_of(span)]
        return range(min(shown), max(shown) + 1) if shown else range(0)

    def whole_current(self) -> tuple[Reading, Quotation] | None:
        """Return the current quotation once its article is whole: before, its number may not be its own."""
        found = self.current()
        if found is not None and not found[0].is_whole:
            self.say(STILL_READING)
            return None
        return found

    def action_copy_quote(self) -> None:
        """Copy the quotation with its speaker, or the selected words as the article has them."""
        from reader.tui.clipboard import copy

        if self.page.selected is not None:
            words = self.desk.passage_text(*self.selection_in_hand())
            self.page.show_selection(None)
            self.update()
            copy(self, words)
        elif (found := self.current()) is not None:
            copy(self, self.desk.quotation_text(*found))

    def action_cite(self) -> None:
        """Copy the quotation or the selected words with the citation, in the style of the settings."""
        from reader.desk.exporting import cite_passage, cite_quotation
        from reader.tui.clipboard import copy

        style = self.settings.citation_style
        if self.page.selected is not None:
            try:
                citation = cite_passage(*self.selection_in_hand(), style)
            except ReaderError as error:
                self.warn(error)
                return
            self.page.show_selection(None)
            self.update()
            copy(self, citation)
        elif (found := self.current()) is not None:
            copy(self, cite_quotation(self.desk, *found, style))

    def action_pipe(self) -> None:
        """Hand the quotation or the selected words as JSON to the program of the settings."""
        from reader.desk.documents import passage_document, quotation_document
        from reader.tui.piping import pipe

        if self.page.selected is not None:
            try:
                document = passage_document(self.desk, *self.selection_in_hand())
            except ReaderError as error:
                self.warn(error)
                return
            pipe(self, self.settings.pipe, document)
        elif (found := self.current()) is not None:
            pipe(self, self.settings.pipe, quotation_document(self.desk, *found))

    def current(self) -> tuple[Reading, Quotation] | None:
        """The current quotation if it is on the screen, else the first there, which becomes current."""
        at_hand = self.page.at_hand
        if at_hand < 0:
            way_on = self.keymap.sentence("next_quote", "goes to the next one")
            self.say(f"No quotation on the screen: {way_on}." if way_on else "No quotation on the screen.")
            return None
        if at_hand != self.page.current:
            self.page.select(at_hand)
        assert self.reading is not None  # noqa: S101 - a quotation has an article
        assert self.page.current_quotation is not None  # noqa: S101 - selected above
        return self.reading, self.page.current_quotation
