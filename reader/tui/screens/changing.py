"""Changing what the store holds, or saying why that cannot be done."""

from __future__ import annotations

from reader.desk.desk import Desk
from reader.tui.screens.asking import Asking, Result


class Changing(Asking[Result]):
    """A part of a screen, whose keys change what the store holds."""

    desk: Desk

    def may_write(self) -> bool:
        """Tell whether changes can be made; if not, say who has the store."""
        refusal = self.desk.read_only_sentence
        if refusal:
            self.say(refusal)
        return not refusal
