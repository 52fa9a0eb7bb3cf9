"""Changing what the store holds, or saying why that cannot be done."""

from __future__ import annotations

from reader.desk.desk import Desk
from reader.tui.action_table import CHANGING_ACTIONS, Action
from reader.tui.screens.asking import Asking, Result


class Changing(Asking[Result]):
    """A part of a screen, whose keys change what the store holds."""

    desk: Desk

    def is_offered(self, action: Action) -> bool:
        """Tell whether an action would do something; its key is answered even where it would not."""
        is_futile = (
            (action.id == "undo" and not self.desk.can_undo)
            or (action.id == "redo" and not self.desk.can_redo)
            or (action.id in CHANGING_ACTIONS and not self.desk.can_write)
        )
        return super().is_offered(action) and not is_futile

    def may_write(self) -> bool:
        """Tell whether changes can be made; if not, say who has the store."""
        refusal = self.desk.read_only_sentence
        if refusal:
            self.say(refusal)
        return not refusal
