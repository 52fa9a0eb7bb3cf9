"""Moving through an article by sentences, paragraphs and headings, and to a share of the whole."""

from __future__ import annotations

from collections.abc import Callable

from reader.domain.article import BlockKind
from reader.domain.span import Span
from reader.domain.units import Unit, unit_after, unit_before
from reader.tui.screens.jumps import Jumps

Neighbour = Callable[[str, int], Span | None]
"""Text and code point in, what comes next or before out."""


class TextMotion(Jumps):
    """The actions that move the place one is at; the page follows by as few lines as that takes."""

    def can_next_sentence(self) -> bool:
        """There must be text."""
        return self.reading is not None and bool(self.reading.article.text)

    can_previous_sentence = can_next_paragraph = can_previous_paragraph = can_percent = can_next_sentence

    def action_next_sentence(self) -> None:
        """Go to the next sentence."""
        self._go_on(
            lambda text, offset: unit_after(text, offset, Unit.SENTENCE),
            self._offset_ahead(),
            "sentence further down",
        )

    def action_previous_sentence(self) -> None:
        """Go to the sentence before."""
        self._go_on(
            lambda text, offset: unit_before(text, offset, Unit.SENTENCE),
            self.page.caret,
            "sentence further up",
        )

    def action_next_paragraph(self) -> None:
        """Go to the next paragraph."""
        self._go_on(
            lambda text, offset: unit_after(text, offset, Unit.PARAGRAPH),
            self._offset_ahead(),
            "paragraph further down",
        )

    def action_previous_paragraph(self) -> None:
        """Go to the paragraph before."""
        self._go_on(
            lambda text, offset: unit_before(text, offset, Unit.PARAGRAPH),
            self.page.caret,
            "paragraph further up",
        )

    def can_next_heading(self) -> bool:
        """There must be a heading."""
        return bool(self._headings())

    can_previous_heading = can_next_heading

    def action_next_heading(self) -> None:
        """Go to the next heading."""
        headings = self._headings()
        self._go_on(
            lambda _, offset: next((span for span in headings if span.start > offset), None),
            self._offset_ahead(),
            "heading further down",
            self.page.open_at,
        )

    def action_previous_heading(self) -> None:
        """Go to the heading before."""
        headings = self._headings()[::-1]
        self._go_on(
            lambda _, offset: next((span for span in headings if span.start < offset), None),
            self.page.caret,
            "heading further up",
            self.page.open_at,
        )

    def _headings(self) -> list[Span]:
        if self.reading is None:
            return []
        return [block.span for block in self.reading.article.blocks if block.kind is BlockKind.HEADING]

    def _offset_ahead(self) -> int:
        """Where a step ahead begins: with no place on the screen the first words of it are the next."""
        return self.page.caret - (0 if self.page.has_caret else 1)

    def _go_on(
        self, neighbour: Neighbour, offset: int, what: str, show: Callable[[Span], None] | None = None
    ) -> None:
        """Go on as often as the number typed says, or as far as there is anything of ``what``."""
        self._go_on_times(neighbour, offset, what, show or self.page.go_to_place, self.take_times())

    def _go_on_times(
        self, neighbour: Neighbour, offset: int, what: str, show: Callable[[Span], None], times: int
    ) -> None:
        if self.reading is None:
            return
        found, start = None, offset
        for _ in range(times):
            following = neighbour(self.reading.article.text, offset)
            if following is None:
                if self.await_rest(lambda: self._go_on_times(neighbour, start, what, show, times)):
                    return
                break
            found, offset = following, following.start
        if found is None:
            self.say(f"No {what}.")
            return
        show(found)
        self.update()

    def action_percent(self) -> None:
        """Go to the share of the article that was typed before."""
        percent = self.take_count()
        if percent is None:
            sign = self.keymap.sign_of("percent")
            self.say(f"Type a number first: 50{sign} goes to the middle.")
            return
        self._go_to_share(min(percent, 100) / 100)

    def _go_to_share(self, share: float) -> None:
        if not self.page.has_share(share) and self.await_rest(lambda: self._go_to_share(share)):
            return
        self.remember_jump()
        self.page.scroll_to_share(share)
        self.update()
