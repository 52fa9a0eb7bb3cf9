"""Moving through list and page, and between the two."""

from __future__ import annotations

from reader.desk.listing import Only
from reader.tui.action_table import Pane
from reader.tui.screens.quotes import QuotesBeside


class Motion(QuotesBeside):
    """The actions that move the list's cursor or the page, and give the keys to one of them."""

    def action_down(self) -> None:
        """Move down a row or a line."""
        self._step(self.take_times())

    def action_up(self) -> None:
        """Move up a row or a line."""
        self._step(-self.take_times())

    def _step(self, distance: int) -> None:
        if self.active_pane is Pane.PAGE:
            self.page.scroll_lines(distance)
            self.update()
        else:
            self.go_to_list_row(self.list_in_use.cursor + distance)

    def action_page_down(self) -> None:
        """Turn a page; at the end, go to the next unread article."""
        if self.page.is_at_end and self.reading is not None:
            self.finish_article()
            self._go_to_unread(1)
        else:
            self._turn(self.take_times())

    def action_list_page_down(self) -> None:
        """Move a page of rows down."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Turn a page back."""
        self._turn(-self.take_times())

    def action_half_down(self) -> None:
        """Move half a page down."""
        self._turn(self.take_times() / 2)

    def action_half_up(self) -> None:
        """Move half a page up."""
        self._turn(-self.take_times() / 2)

    def _turn(self, pages: float) -> None:
        if self.active_pane is Pane.PAGE:
            if pages > 0 and self.page.shows_last_line and self.await_rest(lambda: self._turn(pages)):
                return
            self.page.scroll_pages(pages)
            self.update()
        else:
            self.list_in_use.move_pages(pages)
            self.go_to_list_row(self.list_in_use.cursor)

    def action_top(self) -> None:
        """Go to the first row or line."""
        if self.active_pane is Pane.PAGE:
            self.remember_jump()
            self.page.make_current(-1)
            self.page.scroll_to_top()
            self.update()
        else:
            self.go_to_list_row(0)

    def action_bottom(self) -> None:
        """Go to the last row or line."""
        if self.active_pane is Pane.PAGE:
            if self.await_rest(self.action_bottom):
                return
            self.remember_jump()
            self.page.scroll_to_bottom()
            self.update()
        else:
            self.go_to_list_row(self.list_in_use.row_count - 1)

    def action_next_article(self) -> None:
        """Go to the next article of the list."""
        self.remember_jump()
        self.go_to_row(self.articles.cursor + 1)

    def action_previous_article(self) -> None:
        """Go to the article before."""
        self.remember_jump()
        self.go_to_row(self.articles.cursor - 1)

    def action_next_unread(self) -> None:
        """Go to the next unread article."""
        self._go_to_unread(1)

    def action_previous_unread(self) -> None:
        """Go to the unread article before."""
        self._go_to_unread(-1)

    def _go_to_unread(self, step: int) -> None:
        rows = range(self.articles.cursor + step, self.articles.row_count if step > 0 else -1, step)
        row = next((row for row in rows if not self.desk.mark(self.articles.heads[row].id).is_read), None)
        if row is None:
            self.say("No unread article further down." if step > 0 else "No unread article further up.")
            return
        self.remember_jump()
        self.go_to_row(row)

    # Panes

    def can_open(self) -> bool:
        """An article must be there to be opened."""
        return self.head is not None

    def action_open(self) -> None:
        """Give the keys to the page."""
        self.activate(Pane.PAGE)
        self.update()

    def action_open_space(self) -> None:
        """Open with the key that turns pages from there on."""
        self.action_open()

    def action_back(self) -> None:
        """Go back to the list; in the list, end the filter."""
        if self.active_pane is Pane.PAGE and self.end_topmost():
            pass
        elif self.shows_quotes:
            self.put_quotes_away()
        elif self.returns_to_kept:
            self.return_to_kept()
            return
        elif self.active_pane is Pane.PAGE:
            self.activate(Pane.LIST)
        elif self.filter_words:
            self.filter("")
        elif self.view.only is not Only.ALL:
            self.choose_view(self.view.order, Only.ALL)
        self.update()

    def action_leave(self) -> None:
        """Go back to the list, or from the quotes panel to where one was."""
        if self.active_pane is Pane.QUOTES:
            self.return_from_quotes()
            return
        self.put_quotes_away()
        self.activate(Pane.LIST)
        self.update()

    def action_switch_pane(self) -> None:
        """Go to the other pane."""
        beside = Pane.QUOTES if self.shows_quotes else Pane.LIST
        self.activate(beside if self.active_pane is Pane.PAGE else Pane.PAGE)
        self.update()
