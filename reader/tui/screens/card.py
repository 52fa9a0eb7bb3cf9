"""The quote card: all there is to say of one quotation, and what can be done with it."""

from __future__ import annotations

from collections.abc import Collection

from reader.desk.card import Card
from reader.desk.desk import Desk
from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.card.card_view import CardView
from reader.tui.screens.changing import Changing
from reader.tui.screens.rows_screen import RowsScreen
from reader.tui.status import Status
from reader.values import NamedTuple


class CardLeft(NamedTuple):
    """What is to be done once the card is away: an action of the screen below, or a form to copy."""

    action: str = ""
    text: str = ""


class CardScreen(RowsScreen[CardLeft], Changing[CardLeft]):
    """Shows a card; a key that acts on the quotation leaves it, and the screen below does the act.

    ``offered`` are the actions that the screen below can do.
    """

    def __init__(self, desk: Desk, card: Card, keymap: Keymap, offered: Collection[str]) -> None:
        self.desk = desk
        self._card = card
        self._offered = offered
        super().__init__(CardView(card), Pane.CARD, keymap)
        self.update()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what the screen below can do with this quotation."""
        return action in self._offered or action not in _ACTS

    def update(self) -> None:
        """Offer the keys that act on the quotation."""
        hints = tuple(
            action._replace(label="let go" if action.id == "keep" and self._card.is_kept else action.label)
            for action in self.keymap.hints_of(Pane.CARD)
            if self.is_offered(action)
        )
        self.status.show(Status((self._card.place or "Kept quotation",), hints))

    def take_key(self, key: str, character: str | None) -> bool:
        """Copy the form whose number was typed."""
        forms = self._card.forms
        is_number = key.isdecimal() and 1 <= int(key) <= len(forms)
        if is_number:
            self.dismiss(CardLeft(text=forms[int(key) - 1].text))
        return is_number

    def action_palette(self) -> None:
        """Find what can be done here by its words."""
        from reader.tui.screens.commands import open_rows_palette

        open_rows_palette(self)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(Pane.CARD, self.keymap))

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(CardLeft())

    def action_keep(self) -> None:
        """Keep the quotation, or let it go."""
        self.dismiss(CardLeft("keep"))

    def action_note(self) -> None:
        """Write a note."""
        self.dismiss(CardLeft("note"))

    def action_tag(self) -> None:
        """Give it tags."""
        self.dismiss(CardLeft("tag"))

    def action_label(self) -> None:
        """Give it a label."""
        self.dismiss(CardLeft("label"))

    def action_status(self) -> None:
        """Say how far it is on its way into print."""
        self.dismiss(CardLeft("status"))

    def action_repair(self) -> None:
        """Put right what was found."""
        self.dismiss(CardLeft("repair"))

    def action_copy_quote(self) -> None:
        """Copy it with its speaker."""
        self.dismiss(CardLeft("copy_quote"))

    def action_cite(self) -> None:
        """Copy it with its citation."""
        self.dismiss(CardLeft("cite"))

    def action_pipe(self) -> None:
        """Hand it to the program of the settings."""
        self.dismiss(CardLeft("pipe"))


_ACTS = frozenset("keep note tag label status repair copy_quote cite pipe".split())
