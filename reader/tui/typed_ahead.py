"""Keys that were typed while the screen they are meant for was coming up."""

from __future__ import annotations

from abc import abstractmethod

from textual import events
from textual.screen import Screen
from textual.screen import ScreenResultType as Result


class TakesTypedAhead(Screen[Result]):
    """A screen with a place to write; the app hands it what was sent to the screen before."""

    @abstractmethod
    def take_typed_ahead(self, event: events.Key) -> bool:
        """Take a key for the place to write and tell whether it belongs there."""
