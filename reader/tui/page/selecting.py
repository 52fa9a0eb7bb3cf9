"""A page on which words can be selected, by key and by mouse."""

from __future__ import annotations

from textual import events
from textual.message import Message

from reader.domain.span import Span
from reader.domain.units import Unit
from reader.tui.page.linking import LinkingPage
from reader.tui.page.selection import Selection, span_of

UNIT_BY_CLICKS = {2: Unit.WORD, 3: Unit.SENTENCE}
"""What a double and a triple click select."""


class SelectingPage(LinkingPage):
    """Holds the selection and paints anew what a change of it touches."""

    class Selected(Message):
        """The mouse selected words, or let go of them."""

    def __init__(self, wanted_column: int) -> None:
        super().__init__(wanted_column)
        self.selection: Selection | None = None
        self._pressed_at: int | None = None  # the place where the mouse went down, while it is down
        self._is_dragged = False  # whether it has moved since: then its release is no click

    @property
    def selected(self) -> Span | None:
        """The words selected, as a span of the article's text."""
        if self.selection is None or self.reading is None:
            return None
        return span_of(self.reading.article.text, self.selection)

    def show_selection(self, selection: Selection | None) -> None:
        """Show another selection, or none; its moving end is brought into view."""
        before = self.selected
        self.selection = selection
        after = self.selected
        for span in (before, after):
            if span is not None and before != after:
                self.refresh_span(span)
        if selection is not None:
            self.reveal(selection.moving)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember where a drag would begin."""
        self._is_dragged = False
        if event.button == 1:
            self._pressed_at = self.place_at(event.x, event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select from where the button went down to here; beyond the edge the text scrolls on."""
        if self._pressed_at is None or event.button != 1:
            return
        self.capture_mouse()
        if not 0 <= event.y < self.size.height:
            self.scroll_lines(1 if event.y > 0 else -1)
        place = self.place_near(*self.line_at(event.x, max(0, min(event.y, self.size.height - 1))))
        if place is not None and (self.selection is not None or place != self._pressed_at):
            self._is_dragged = True
            self.show_selection(Selection(self._pressed_at, place))
            self.post_message(self.Selected())

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the drag."""
        self._pressed_at = None
        self.release_mouse()

    def is_selecting_click(self, event: events.Click) -> bool:
        """Select the word or sentence of a double or triple click; tell whether the click is dealt with."""
        if self._is_dragged:
            return True
        if event.chain == 1 and self.selection is not None:
            self.show_selection(None)
            self.post_message(self.Selected())
            return True
        unit = UNIT_BY_CLICKS.get(event.chain)
        place = self.place_at(event.x, event.y)
        if unit is None or place is None:
            return False
        self.show_selection(Selection(place, place, unit))
        self.post_message(self.Selected())
        return True
