"""Keys that belong together: a number before a motion, a letter behind a mark."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reader.tui.action_table import Pane
from reader.tui.pending import NOTHING, Pending, is_digit, with_digit
from reader.tui.screens.showing import ShowingPanes


class Sequences(ShowingPanes):
    """Takes the keys of the page first; a number is handed to the action of the key that ends it."""

    _pending = NOTHING
    _count: int | None = None

    def take_key(self, key: str, character: str | None) -> bool:
        """Take a key as a part of a sequence and tell whether it was one.

        To be called before the key's own meaning is looked up, where keys come one after the other.
        """
        self.stay_here()
        pending, self._pending, self._count = self._pending, NOTHING, None
        if self.is_asking or self.keyed_pane is not Pane.PAGE:
            return False
        if pending.action:
            self._end_letter(pending.action, key, character)
            return True
        if is_digit(character):
            self._pending = with_digit(pending, character or "")
            digits = self._pending.digits
            self.say(f"{digits} · {self.keymap.sentence('percent', f'goes to {digits} %')}".rstrip(" ·"))
            return True
        if not pending.digits:
            return False
        if key == "escape":
            self.update()
            return True
        self._count = int(pending.digits)
        return False

    def take_count(self) -> int | None:
        """Return the number typed before the key that is being answered; it counts once."""
        count, self._count = self._count, None
        return count

    def take_times(self) -> int:
        """Return how often to do what the key says."""
        return self.take_count() or 1

    def await_letter(self, action: str, said: str) -> None:
        """Wait for the letter that ``action`` wants."""
        self._pending = Pending(action=action)
        self.say(said)

    def letter_takers(self) -> Mapping[str, Callable[[str], None]]:
        """Return what to do with a letter, by the action that waited for it."""
        return {}

    def _end_letter(self, action: str, key: str, character: str | None) -> None:
        if key == "escape" or not character or not character.isprintable():
            self.update()
        else:
            self.letter_takers()[action](character)
