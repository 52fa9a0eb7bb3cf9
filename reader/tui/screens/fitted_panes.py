"""How a person set the interface up, remembered for the next start: theme, widths, layer, order."""

from __future__ import annotations

import os
from dataclasses import replace

from textual import events
from textual.widget import Widget

from reader.desk.listing import Order
from reader.errors import ReaderError
from reader.tui.page.layers import Layer
from reader.tui.remembered_typography import with_typography
from reader.tui.screens.panes import MIN_LIST_WIDTH, MIN_PAGE_WIDTH, NARROW_BELOW_CELLS, Panes


class FittedPanes(Panes):
    """Panes as wide and in the colours that were chosen."""

    def save_interface(self) -> None:
        """Remember widths and article for the next start; a disk that refuses is no reason to stay."""
        left = replace(
            with_typography(self.desk.interface, self.page.typography, self.usual_typography),
            list_width=self.list_width,
            last_article=self.head.id if self.head else "",
            order="" if self.view.order is Order.ADDED else self.view.order.name.lower(),
            layer="" if self.page.drawn_layer is Layer.SPEAKERS else self.page.drawn_layer.id,
        )
        try:
            self.desk.save_interface(left)
        except ReaderError as error:
            self.warn(error)

    def _rested(self) -> None:
        """Remember the article along with the place in it: whoever is killed comes back to where he was."""
        super()._rested()
        self.save_interface()

    @property
    def has_colours(self) -> bool:
        """Whether there are themes to choose from."""
        return not os.environ.get("NO_COLOR")

    def choose_theme(self, theme: str | None) -> None:
        """Draw in a theme and remember it; the settings' own is used until one has been chosen."""
        if not theme:
            return
        self.app.theme = theme
        self.say(f"Theme: {theme}.")
        try:
            self.desk.save_interface(replace(self.desk.interface, theme=theme))
        except ReaderError as error:
            self.warn(error)

    def fit_width(self, width_cells: int) -> None:
        """Show list and page side by side, or in turns on a narrow terminal.

        Textual's own breakpoints would set a class after the first frame and paint all of it again.
        """
        is_narrow = width_cells < NARROW_BELOW_CELLS
        self.set_class(is_narrow, "-narrow")
        widest = max(MIN_LIST_WIDTH, width_cells - MIN_PAGE_WIDTH)
        list_width = 0 if is_narrow else min(self.list_width, widest)
        if list_width == self._set_list_cells:
            return
        # Setting a style lays the screen out again, even when it says what it said before.
        self._set_list_cells = list_width
        self.set_list_width(self.articles)
        if self.list_beside is not self.articles:
            self.set_list_width(self.list_beside)

    def set_list_width(self, rows: Widget) -> None:
        """Give a list, or what stands in its place, the width in force."""
        width, styles = self._set_list_cells or None, rows.styles
        styles.min_width = styles.max_width = styles.width = width

    def on_resize(self, event: events.Resize) -> None:
        """Fit the panes into the new width and say what is on the screen now."""
        self.fit_width(event.size.width)
