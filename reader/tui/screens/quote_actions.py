"""What can be done with a quotation: found, kept, copied."""

from __future__ import annotations

from reader.desk.reading import Reading
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation
from reader.tui.screens.showing import ShowingPanes


class QuoteActions(ShowingPanes):
    """The actions on the current quotation."""

    def can_next_quote(self) -> bool:
        """There must be a quotation."""
        return self.reading is not None and bool(self.reading.quotations)

    can_previous_quote = can_keep = can_copy_quote = can_next_quote

    def action_next_quote(self) -> None:
        """Go to the next quotation."""
        self.page.step_quotation(1)
        self.update()

    def action_previous_quote(self) -> None:
        """Go to the quotation before."""
        self.page.step_quotation(-1)
        self.update()

    def action_keep(self) -> None:
        """Keep the current quotation, or let it go again."""
        found = self.current()
        if found is not None and self.may_write():
            reading, quotation = found
            if not reading.is_whole:
                self.say("One moment: the rest of the article is still being read.")
                return
            if self.page.is_current_kept:
                self.attempt(lambda: self.with_way_back(self.desk.toggle_kept(reading, quotation)))
            else:
                self.attempt(lambda: self.desk.toggle_kept(reading, quotation))

    def action_copy_quote(self) -> None:
        """Copy the quotation with its speaker."""
        found = self.current()
        if found is not None:
            self.app.copy_to_clipboard(self.desk.quotation_text(*found))
            self.say("Quotation and speaker sent to the terminal's clipboard.")

    def current(self) -> tuple[Reading, Quotation] | None:
        """The current quotation, or the first on the screen, which becomes current."""
        if self.page.current_quotation is None:
            visible = self.page.first_visible_quotation()
            if visible < 0:
                way_on = self.keymap.sentence("next_quote", "goes to the next one")
                self.say(
                    f"No quotation on the screen: {way_on}." if way_on else "No quotation on the screen."
                )
                return None
            self.page.select(visible)
        assert self.reading is not None  # noqa: S101 - a quotation has an article
        assert self.page.current_quotation is not None  # noqa: S101 - selected above
        return self.reading, self.page.current_quotation

    def action_kept(self) -> None:
        """Show all kept quotations."""
        from reader.tui.screens.kept import KeptScreen

        self.leave_article()
        self.app.push_screen(KeptScreen(self.desk, self.keymap), self._kept_left)

    def _kept_left(self, bookmark: Bookmark | None) -> None:
        self.show_changes()
        self.articles.refresh()
        self.reload_heads()
        self.update()
        if bookmark is not None:
            self.jump_to(bookmark)
