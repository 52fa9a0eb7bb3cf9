"""What one is at on the page: the place moved to, and the matches of a search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.domain.span import Span
from reader.tui.page.lines import Line, LineStyle
from reader.tui.page.markings import Marking, MarkingKind
from reader.tui.page.page_text import CONTEXT_LINES
from reader.tui.page.selecting import SelectingPage
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.desk.finding import Matches


class View(NamedTuple):
    """What is on the screen: its first code point, its first line, and the column's width in cells."""

    position: int
    top: int
    column: int


class PointingPage(SelectingPage):
    """Holds the place and the matches, and paints anew what a change of them touches."""

    def __init__(self, wanted_column: int) -> None:
        super().__init__(wanted_column)
        self.place: Span | None = None
        self.matches: Matches | None = None
        self.current_match = -1

    @property
    def view(self) -> View:
        """What is on the screen now."""
        return View(self.position, self.top, self.shown_column)

    def return_to(self, view: View) -> None:
        """Show again what was on the screen; at another width, the same words on top."""
        if not self.size.height:
            self._sought = None  # what is hidden has not moved yet
        elif view.column == self.shown_column:
            self._ensure_layout()
            self._set_top(view.top)
        else:
            self.show_from_place(view.position)

    @property
    def whole_length(self) -> int:
        """How many code points the article has, of which the beginning may be all that is there."""
        if self.reading is None:
            return 0
        article = self.reading.article
        return len(article.text) if self.reading.is_whole else max(article.head.length, len(article.text))

    def has_share(self, share: float) -> bool:
        """Whether the words at ``share`` (0 to 1) of the article are there, not only its beginning."""
        self._ensure_layout()
        has_rest = self.reading is not None and self.reading.is_whole
        return has_rest or share * self.whole_length < self._lines.end_of(len(self._lines) - 1)

    def scroll_to_share(self, share: float) -> None:
        """Show the words behind which ``share`` (0 to 1) of the text lies above, in the last line."""
        self._ensure_layout()
        if self.reading is not None:
            line = self._lines.line_at(round(share * self.whole_length))
            self._set_top(line - self.line_count + 1 if share < 1 else len(self._lines))

    # The place

    @property
    def caret(self) -> int:
        """The code point one is at: where the place begins if it is on the screen, else the first one."""
        if self.place is not None and self.has_caret:
            return self.place.start
        return self.position

    def is_visible(self, span: Span) -> bool:
        """Whether the first or the last line of ``span`` is on the screen."""
        self._ensure_layout()
        lines = self._lines.lines_of(span.start, span.end)
        screen = range(self.top, self.top + self.line_count)
        return lines.start in screen or lines.stop - 1 in screen

    @property
    def has_caret(self) -> bool:
        """Whether something one is at is on the screen, so that ``caret`` is more than its first line."""
        return self.place is not None and self.is_visible(self.place)

    def mark_place(self, place: Span | None) -> None:
        """Mark another place, or none, as the one one is at."""
        before, self.place = self.place, place
        for span in (before, place):
            if span is not None and before != place:
                self.refresh_span(span)

    def _place_folded_in(self, line: Line) -> Span | None:
        """Return the place one is at where a line stands for it that shows none of its words."""
        if self.place is None or self.reading is None or line.style is not LineStyle.RELATED:
            return None
        return self.place.clip(self.reading.article.blocks[line.block].span)

    def go_to_place(self, place: Span) -> None:
        """Mark a place and bring it into view by as few lines as that takes."""
        self.mark_place(place)
        self._bring_near(place)

    def open_at(self, place: Span) -> None:
        """Mark a place and show it below one line of what comes before, as far as there are lines below."""
        self.mark_place(place)
        self._ensure_layout()
        self._set_top(self._lines.line_at(place.start) - 1)

    def show_from_place(self, offset: int) -> None:
        """Show the line of a code point as the first one, as far as there are lines below."""
        self._ensure_layout()
        self._set_top(self._lines.line_at(offset) if offset else 0)

    def _bring_near(self, span: Span) -> None:
        self._ensure_layout()
        lines = self._lines.lines_of(span.start, span.end)
        height = self.line_count
        margin = min(CONTEXT_LINES, max(0, (height - len(lines)) // 2))
        if lines.start - margin < self.top or len(lines) > height:
            self._set_top(lines.start - margin)
        elif lines.stop + margin > self.top + height:
            self._set_top(lines.stop + margin - height)

    # The matches

    def show_matches(self, matches: Matches | None, current: int = -1) -> None:
        """Mark every match of a search, the one with the index ``current`` more strongly."""
        self.matches, self.current_match = matches, current
        self.refresh()

    @property
    def shows_match(self) -> bool:
        """Whether the current match is on the screen."""
        has_match = self.matches is not None and self.current_match >= 0
        return (
            has_match and self.matches is not None and self.is_visible(self.matches.span(self.current_match))
        )

    def go_to_match(self, index: int) -> None:
        """Make a match the current one and bring it into view."""
        assert self.matches is not None  # noqa: S101 - the index is of one of them
        previous, self.current_match = self.current_match, index
        self._ensure_layout()
        line = self._lines.lines[self._lines.line_showing(self.matches.starts[index])]
        if line.style is LineStyle.RELATED and not line.runs:
            self.toggle_related()
        for changed in {previous, index} - {-1}:
            self.refresh_span(self.matches.span(changed))
        self.refresh_bar()
        self.go_to(self.matches.span(index))
        self.pan_to(self.matches.span(index))

    def refresh_bar(self) -> None:
        """Paint the scroll bar anew."""

    def match_step(self, step: int) -> int:
        """Return the index of the match ``step`` on, from the current one if it is on the screen.

        It may lie before the first or behind the last.
        """
        matches = self.matches
        if matches is None:
            return -1
        current = self.current_match
        if 0 <= current < len(matches) and self.is_visible(matches.span(current)):
            return current + step
        ahead = matches.first_from(self.position)
        return ahead + step - (1 if step > 0 else 0)

    def matches_between(self, start: int, end: int) -> Iterator[Marking]:
        """Yield the markings of the matches that share a code point with ``start`` to ``end``."""
        if self.matches is None:
            return
        for index in self.matches.touching(start, end):
            kind = MarkingKind.CURRENT_MATCH if index == self.current_match else MarkingKind.MATCH
            yield Marking(self.matches.starts[index], self.matches.ends[index], kind)
