"""The quotations of the page: which one is current, which are kept, the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from textual.geometry import Region

from reader.domain.quote import Quotation
from reader.domain.span import Span
from reader.tui.page.bar_lines import start_of
from reader.tui.page.pointing import PointingPage
from reader.tui.page.scroll_bar import row_of


class QuotingPage(PointingPage):
    """Steps through the quotations of its article, all of them or one speaker's."""

    def __init__(self, wanted_column: int) -> None:
        super().__init__(wanted_column)
        self.current = -1
        self._kept: frozenset[int] = frozenset()
        self._lit: frozenset[int] | None = None  # the quotations drawn as such, None: all of them

    @property
    def current_quotation(self) -> Quotation | None:
        """The quotation under the cursor."""
        if self.reading is None or self.current < 0:
            return None
        return self.reading.quotations[self.current]

    def quotation_at(self, start: int) -> int:
        """Return the index of the quotation that begins at a code point, -1 where none does."""
        quotations = self.reading.quotations if self.reading is not None else ()
        index = bisect_left(quotations, start, key=start_of)
        return index if index < len(quotations) and start_of(quotations[index]) == start else -1

    @property
    def in_hand(self) -> Sequence[Span]:
        """The words selected, the place one is at, the current quotation."""
        quotation = self.current_quotation
        return [span for span in (quotation and quotation.span, self.place, self.selected) if span]

    @property
    def is_current_kept(self) -> bool:
        """Whether the quotation under the cursor is kept."""
        return self.current in self._kept

    def light(self, indexes: frozenset[int] | None) -> None:
        """Draw only these quotations as such and step through them alone; None lights all again."""
        if indexes != self._lit:
            self._lit = indexes
            self.refresh()

    @property
    def lit(self) -> Sequence[int]:
        """The indexes of the quotations one steps through, in order."""
        if self._lit is not None:
            return sorted(self._lit)
        return range(len(self.reading.quotations) if self.reading is not None else 0)

    def is_lit(self, index: int) -> bool:
        """Whether the quotation with this index is drawn as one."""
        return self._lit is None or index in self._lit

    def has_quotation(self, step: int) -> bool:
        """Whether there is a quotation ``step`` on."""
        lit = self.lit
        return bool(lit) and 0 <= self._neighbour(lit, step) < len(lit)

    def step_quotation(self, step: int) -> Quotation | None:
        """Make the quotation ``step`` on (negative: back) current and show it; at the last, stay on it."""
        lit = self.lit
        if not lit:
            return None
        self.select(lit[max(0, min(self._neighbour(lit, step), len(lit) - 1))])
        return self.current_quotation

    def select(self, index: int) -> None:
        """Make the quotation with this index current and show it; -1 lets go of any, and of the place."""
        previous = self.current
        self.current = index
        self.mark_place(None)
        for changed in {previous, index} - {-1}:
            self._refresh_quotation(changed)
        if self.current_quotation:
            self.go_to(self.current_quotation.span)

    @property
    def has_caret(self) -> bool:
        """Whether the place or the current quotation is on the screen."""
        return super().has_caret or self._is_at_quotation

    @property
    def caret(self) -> int:
        """The code point one is at: the place's or the current quotation's if they are on the screen."""
        quotation = self.current_quotation
        return quotation.span.start if quotation and self._is_at_quotation else super().caret

    @property
    def _is_at_quotation(self) -> bool:
        quotation = self.current_quotation
        return self.place is None and quotation is not None and self.is_visible(quotation.span)

    def first_visible_quotation(self) -> int:
        """Return the index of the first quotation that begins on the screen, or -1."""
        if self.reading is None:
            return -1
        visible = Span(self._lines.lines[self.top].start if self._lines.lines else 0, self.reached)
        starts = ((index, self.reading.quotations[index].span.start) for index in self.lit)
        return next((index for index, start in starts if start in visible), -1)

    def _neighbour(self, lit: Sequence[int], step: int) -> int:
        """From the current quotation if it is on the screen, else from the screen's first line."""
        assert self.reading is not None  # noqa: S101 - the caller has asked
        quotations = self.reading.quotations
        self._ensure_layout()
        if self.is_lit(self.current) and self.current >= 0 and self.is_visible(quotations[self.current].span):
            return bisect_left(lit, self.current) + step
        lines = [self._lines.line_at(quotations[index].span.start) for index in lit]
        if step > 0:
            return bisect_left(lines, self.top) + step - 1
        return bisect_left(lines, self.top + self.line_count) + step

    def _refresh_quotation(self, index: int) -> None:
        if self.reading is None or not 0 <= index < len(self.reading.quotations):
            return
        for span in self.reading.quotations[index].spans:
            self.refresh_span(span)
        start = self._lines.line_at(self.reading.quotations[index].span.start)
        row = row_of(start, len(self._lines), self.size.height)
        self.refresh(Region(self.size.width - 1, row, 1, 1))
