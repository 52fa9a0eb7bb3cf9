"""The quote card over the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.tui.action_table import Pane
from reader.tui.screens.quote_actions import QuoteActions

if TYPE_CHECKING:
    from reader.tui.screens.card import CardLeft


class Carding(QuoteActions):
    """Shows the card of the current quotation, and does what its keys ask for."""

    def can_card(self) -> bool:
        """There must be a quotation."""
        return self.can_previous_quote()

    can_card_of_chosen = can_card

    def action_card(self) -> None:
        """Show all there is to say of the quotation."""
        found = self.whole_current()
        if found is None:
            return
        from reader.desk.card import card_of_quotation
        from reader.tui.screens.card import CardScreen

        card = card_of_quotation(self.desk, *found)
        offered = [action.id for action in self.keymap.actions_of(Pane.CARD)]
        self.app.push_screen(CardScreen(self.desk, card, self.keymap, offered), self._card_left)

    def action_card_of_chosen(self) -> None:
        """Show all there is to say of the panel's quotation."""
        self.action_card()

    async def _card_left(self, left: CardLeft | None) -> None:
        if left is None:
            return
        if left.action:
            await self.run_action(left.action)
        elif left.text:
            from reader.tui.clipboard import copy

            copy(self, left.text)
