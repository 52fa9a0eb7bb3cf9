"""A short list of numbered choices over the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.screens.picker import Picker, PickList, PickRow
from reader.tui.status import Status
from reader.values import NamedTuple

NUMBERED = 9


class Choice(NamedTuple):
    """Something to choose: ``id`` is what the picker is dismissed with."""

    id: str
    words: str
    detail: str = ""


def _dismissed(_id: str) -> str | None:
    """Let every choice dismiss the picker."""
    return None


class ChoicePicker(Picker[str | None]):
    """Dismissed with the id of the choice, None when it is left; the first nine are a digit away.

    ``act`` may carry out a choice itself: where it returns words, they are said and the picker stays.
    """

    DEFAULT_CSS = """
    ChoicePicker #pick {
        width: 54;
        max-width: 100%;
        height: auto;
        border-bottom: solid $accent;
        border-left: solid $accent;
    }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        keymap: Keymap,
        act: Callable[[str], str | None] = _dismissed,
        chosen: str = "",
    ) -> None:
        """``chosen`` is the id of the choice under the cursor at first, if it is one of them."""
        self._title = title
        self._choices = choices
        self._act = act
        rows = [
            PickRow(choice.words, choice.detail, str(number) if number <= NUMBERED else "")
            for number, choice in enumerate(choices, 1)
        ]
        super().__init__(PickList(rows), keymap)
        self.picks.cursor = next((row for row, choice in enumerate(choices) if choice.id == chosen), 0)
        self.picks.styles.height = len(rows) + 1
        self.picks.styles.max_height = "80%"
        self.update()

    def update(self) -> None:
        """Say what is chosen here."""
        self.status.show(Status((self._title,), self.keymap.hints_of(Pane.PICKER)))

    def on_key(self, event: events.Key) -> None:
        """Take the choice with this number."""
        if event.key.isdecimal() and 1 <= int(event.key) <= min(NUMBERED, len(self._choices)):
            event.stop()
            self.picks.go_to(int(event.key) - 1)
            self.action_choose()

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        chosen = self._choices[self.picks.cursor].id
        said = self._act(chosen)
        if said is None:
            self.dismiss(chosen)
        else:
            self.status.show(Status((self._title,), (), said))
