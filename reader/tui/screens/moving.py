"""Moving through list and page, between the panes, and how wide they are."""

from __future__ import annotations

from reader.settings import MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH
from reader.tui.actions import Pane
from reader.tui.screens.panes import MIN_LIST_WIDTH, MIN_PAGE_WIDTH
from reader.tui.screens.showing import ShowingPanes

COLUMN_STEP = 4
LIST_STEP = 4


class MovingPanes(ShowingPanes):
    """Panes with the actions that change nothing but what is on the screen."""

    def action_down(self) -> None:
        """Move down a row or a line."""
        self._step(1)

    def action_up(self) -> None:
        """Move up a row or a line."""
        self._step(-1)

    def _step(self, distance: int) -> None:
        if self.active_pane is Pane.PAGE:
            self.page.scroll_lines(distance)
            self.update()
        else:
            self.go_to_row(self.articles.cursor + distance)

    def action_page_down(self) -> None:
        """Turn a page; at the end, go to the next unread article."""
        if self.page.is_at_end and self.reading is not None:
            self._go_to_unread(1)
        else:
            self._turn(1)

    def action_list_page_down(self) -> None:
        """Move a page of rows down."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Turn a page back."""
        self._turn(-1)

    def action_half_down(self) -> None:
        """Move half a page down."""
        self._turn(0.5)

    def action_half_up(self) -> None:
        """Move half a page up."""
        self._turn(-0.5)

    def _turn(self, pages: float) -> None:
        if self.active_pane is Pane.PAGE:
            self.page.scroll_pages(pages)
            self.update()
        else:
            self.articles.move_pages(pages)
            self.go_to_row(self.articles.cursor)

    def action_top(self) -> None:
        """Go to the first row or line."""
        if self.active_pane is Pane.PAGE:
            self.page.scroll_to_top()
            self.update()
        else:
            self.go_to_row(0)

    def action_bottom(self) -> None:
        """Go to the last row or line."""
        if self.active_pane is Pane.PAGE:
            self.page.scroll_to_bottom()
            self.update()
        else:
            self.go_to_row(self.articles.row_count - 1)

    def action_next_article(self) -> None:
        """Go to the next article of the list."""
        self.go_to_row(self.articles.cursor + 1)

    def action_previous_article(self) -> None:
        """Go to the article before."""
        self.go_to_row(self.articles.cursor - 1)

    def action_next_unread(self) -> None:
        """Go to the next unread article."""
        self._go_to_unread(1)

    def action_previous_unread(self) -> None:
        """Go to the unread article before."""
        self._go_to_unread(-1)

    def _go_to_unread(self, step: int) -> bool:
        rows = range(self.articles.cursor + step, self.articles.row_count if step > 0 else -1, step)
        row = next((row for row in rows if not self.desk.mark(self.articles.heads[row].id).is_read), None)
        if row is None:
            self.say("No unread article further down." if step > 0 else "No unread article further up.")
            return False
        self.go_to_row(row)
        return True

    # Panes and looks

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
        if self.active_pane is Pane.PAGE:
            self.activate(Pane.LIST)
        elif self.filter_words:
            self.filter("")
        self.update()

    def action_leave(self) -> None:
        """Go back to the list."""
        self.activate(Pane.LIST)
        self.update()

    def action_switch_pane(self) -> None:
        """Go to the other pane."""
        self.activate(Pane.LIST if self.active_pane is Pane.PAGE else Pane.PAGE)
        self.update()

    def action_zen(self) -> None:
        """Show the page alone, or bring the list back."""
        self.toggle_class("-zen")
        if self.has_class("-zen"):
            self.activate(Pane.PAGE)
        self.update()

    def action_wider(self) -> None:
        """Widen the column."""
        self._set_column(self.page.wanted_column + COLUMN_STEP)

    def action_narrower(self) -> None:
        """Narrow the column."""
        self._set_column(self.page.wanted_column - COLUMN_STEP)

    def action_reset_width(self) -> None:
        """Give the column the width of the settings."""
        self._set_column(self.usual_column)

    def _set_column(self, width: int) -> None:
        self.page.set_column(max(MIN_COLUMN_WIDTH, min(width, MAX_COLUMN_WIDTH)))
        shown, wanted = self.page.shown_column, self.page.wanted_column
        fitting = "" if shown == wanted else f"; {shown} fit here"
        self.say(f"Column: {wanted} cells{fitting}.")
        self.save_interface()

    def action_list_wider(self) -> None:
        """Widen the list."""
        self._set_list_width(self.articles.size.width + LIST_STEP)

    def action_list_narrower(self) -> None:
        """Narrow the list."""
        self._set_list_width(self.articles.size.width - LIST_STEP)

    def can_list_wider(self) -> bool:
        """The list must stand beside the page."""
        return not (self.has_class("-narrow") or self.has_class("-zen"))

    can_list_narrower = can_list_wider

    def _set_list_width(self, width: int) -> None:
        self.list_width = max(MIN_LIST_WIDTH, min(width, self.size.width - MIN_PAGE_WIDTH))
        self.fit_width(self.size.width)
        self.save_interface()
        self.update()
