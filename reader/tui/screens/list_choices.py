"""Which articles stand in the list, and in which order."""

from __future__ import annotations

from reader.desk.listing import Only, Order
from reader.tui.screens.showing import ShowingPanes


class ListChoices(ShowingPanes):
    """The actions that choose what the list shows; nothing moves in it afterwards by being read."""

    def action_order(self) -> None:
        """Put the list in the next order, and say which."""
        orders = list(Order)
        self.choose_order(orders[(orders.index(self.view.order) + 1) % len(orders)])

    def action_show_all(self) -> None:
        """Show all articles."""
        self.choose_view(self.view.order, Only.ALL)

    def action_show_unread(self) -> None:
        """Show the unread articles."""
        self.choose_view(self.view.order, Only.UNREAD)

    def action_show_starred(self) -> None:
        """Show the starred articles."""
        self.choose_view(self.view.order, Only.STARRED)

    def action_show_kept(self) -> None:
        """Show the articles with kept quotes."""
        self.choose_view(self.view.order, Only.KEPT)
