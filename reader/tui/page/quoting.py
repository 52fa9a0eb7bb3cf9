"""The quotations of the page: which one is current, which are kept, the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
        index = bisect_left(self._quotations, start, key=start_of)
        is_there = index < len(self._quotations) and start_of(self._quotations[index]) == start
        return index if is_there else -1

    @property
    def in_hand(self) -> Sequence[Span]:
        """The words selected, the place one is at, the current quotation."""
        quotation = self.current_quotation
        return [span for span in (quotation and quotation.span, self.place, self.selected) if span]

    @property
    def at_hand(self) -> int:
        """The index of the quotation that keys act on, one that is seen; -1 when there is none.

        The current one if any of it is on the screen, else the first that begins there.
        """
        quotation = self.current_quotation
        if quotation is not None and self._on_screen(self._lines_of(quotation)):
            return self.current
        return self._first_visible_quotation()

    @property
    def is_kept_at_hand(self) -> bool:
        """Whether the quotation that keys act on is kept."""
        return self.at_hand in self._kept

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

    def step_quotation(self, step: int) -> bool:
        """Make the quotation ``step`` on (negative: back) current and show it, or the last there is that way.

        Tells whether there is any.
        """
        lit = self.lit
        if not lit:
            return False
        wanted = self._neighbour(lit, step)
        nearest = lit[max(0, min(wanted, len(lit) - 1))]
        if not 0 <= wanted < len(lit) and not self._lies_ahead(nearest, step):
            return False
        self.select(nearest)
        return True

    def _lies_ahead(self, index: int, step: int) -> bool:
        """Whether a quotation lies the way of ``step`` from the current one, or from the screen."""
        if self.at_hand == self.current >= 0:
            return index > self.current if step > 0 else index < self.current
        line = self._lines_of(self._quotations[index]).start
        return line >= self.top if step > 0 else line < self.top + self.line_count

    def select(self, index: int) -> None:
        """Make the quotation with this index current and show it; -1 lets go of any, and of the place."""
        self.make_current(index)
        if self.current_quotation:
            self.go_to(self.current_quotation.span)

    def make_current(self, index: int) -> None:
        """Make the quotation with this index current where the page is; -1 lets go of any."""
        previous, self.current = self.current, index
        self.mark_place(None)
        for changed in {previous, index} - {-1}:
            self._refresh_quotation(changed)

    @property
    def is_at_match(self) -> bool:
        """Whether the current match is what one is at, and no quotation that is without it."""
        if not self.matches or self.current_match < 0:
            return False
        quotation = self.current_quotation
        return quotation is None or self.matches.starts[self.current_match] in quotation.span

    def make_current_around(self, place: int) -> None:
        """Make the quotation around a code point current, none where none is, and leave the page as it is."""
        before = bisect_right(self._quotations, place, key=start_of) - 1
        is_inside = before >= 0 and place in self._quotations[before].span
        self.make_current(before if is_inside else -1)

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

    def _first_visible_quotation(self) -> int:
        """Return the index of the first quotation that begins on the screen, or -1."""
        first = self._lines.lines[self.top].start if self._lines.lines else 0
        after = bisect_left(self._quotations, first, key=start_of)
        stop = bisect_left(self._quotations, self.reached, key=start_of)
        return next((index for index in range(after, stop) if self.is_lit(index)), -1)

    @property
    def _quotations(self) -> Sequence[Quotation]:
        return self.reading.quotations if self.reading is not None else ()

    def _lines_of(self, quotation: Quotation) -> range:
        self._ensure_layout()
        return self._lines.lines_of(quotation.span.start, quotation.span.end)

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
