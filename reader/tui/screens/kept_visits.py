"""The way to what is kept in the library, to the places of it, and back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from reader.desk.reading import Reading
from reader.domain.anchor import Outcome
from reader.domain.mark import Bookmark
from reader.domain.span import Span
from reader.tui.action_table import Pane
from reader.tui.screens.quote_actions import QuoteActions

if TYPE_CHECKING:
    from reader.tui.page.selection import Selection
    from reader.tui.screens.kept_listing import KeptMemory


class KeptVisits(QuoteActions):
    """Knows how the kept quotations were left, so that one returns to the same row."""

    _shown_from_kept = ""  # the article on the page because a place in it was asked for
    _depth_from_kept = 0  # how many jumps lay behind then
    _selection_from_kept: Selection | None = None  # the kept passage that was selected to show it
    _to_be_placed = ""  # the bookmark one came with, whose place is lost

    @cached_property
    def kept_memory(self) -> KeptMemory:
        """How the kept quotations were left."""
        from reader.tui.screens.kept_listing import KeptMemory

        return KeptMemory()

    def action_kept(self) -> None:
        """Show all kept quotations."""
        self.kept_memory.begin()
        self._visit_kept()

    def _visit_kept(self) -> None:
        from reader.tui.screens.kept import KeptScreen

        self.leave_article()
        screen = KeptScreen(self.desk, self.settings, self.keymap, self.kept_memory)
        self.app.push_screen(screen, self._kept_left)

    def _kept_left(self, bookmark: Bookmark | None) -> None:
        self.show_changes()
        self.articles.refresh()
        self.reload_heads()
        self.update()
        if bookmark is not None:
            self.jump_to(bookmark)
            self._shown_from_kept = self.head.id if self.head else ""
            self._depth_from_kept = self.jumps.depth

    def go_to_kept(self, bookmark: Bookmark) -> None:
        """Show the words of a bookmark, and remember what was selected to show them."""
        super().go_to_kept(bookmark)
        self._selection_from_kept = self.page.selection
        self._note_if_lost(bookmark)

    @property
    def returns_to_kept(self) -> bool:
        """Whether the page shows a place that was asked for in the kept quotations."""
        is_there = self.head is not None and self.head.id == self._shown_from_kept
        return is_there and self.active_pane is Pane.PAGE

    @property
    def shows_kept_passage(self) -> bool:
        """Whether what is selected is the passage one came for, as it was."""
        selection = self.page.selection
        return self.returns_to_kept and selection is not None and selection == self._selection_from_kept

    def return_to_kept(self) -> None:
        """Go back to the row one came from."""
        self._shown_from_kept = ""
        self._visit_kept()

    def can_jump_back(self) -> bool:
        """A jump must lie behind, or the kept quotations."""
        return self.returns_to_kept or super().can_jump_back()

    def action_jump_back(self) -> None:
        """Go back to where the last jump began, be it the kept quotations."""
        if self.returns_to_kept and self.jumps.depth == self._depth_from_kept:
            self.return_to_kept()
        else:
            super().action_jump_back()

    def activate(self, pane: Pane) -> None:
        """Give the keys to a pane; who goes to the list does not come from what is kept any more."""
        if pane is Pane.LIST:
            self._shown_from_kept = ""
        super().activate(pane)

    # A place that is lost

    def _note_if_lost(self, bookmark: Bookmark) -> None:
        """Remember a bookmark that has no place, to be put on words of the person's choice."""
        self._to_be_placed = ""
        if self.reading is None or not self.reading.is_whole:
            return
        placement = self.desk.kept(self.reading).placement_of(bookmark)
        if placement is not None and placement.outcome is Outcome.LOST:
            self._to_be_placed = bookmark.id
            steps = (
                self.keymap.sentence("select", "selects the words it belongs to"),
                self.keymap.sentence("place_here", "then puts it there"),
            )
            self.say(" ".join([placement.reason, *(f"{step}." for step in steps if step)]))

    def can_place_here(self) -> bool:
        """One must have come with a lost bookmark, and have words selected."""
        is_there = self.head is not None and self.head.id == self._shown_from_kept
        return bool(self._to_be_placed) and is_there and self.page.selected is not None

    def action_place_here(self) -> None:
        """Put the lost bookmark on the selected words."""
        if self.can_place_here() and self.may_write():
            bookmark_id, (reading, spans) = self._to_be_placed, self.selection_in_hand()
            self.attempt(lambda: self._placed(reading, bookmark_id, spans))

    def _placed(self, reading: Reading, bookmark_id: str, spans: tuple[Span, ...]) -> str:
        said = self.desk.place_by_hand(reading, bookmark_id, spans)
        self.kept_memory.lost.pop(bookmark_id, None)
        self._to_be_placed = ""
        self.page.show_selection(None)
        return said
