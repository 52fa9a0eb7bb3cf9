"""A short list of numbered choices over the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.numbered_choices import NUMBERED
from reader.tui.screens.picker import Picker, PickList, PickRow
from reader.tui.status import Status
from reader.values import NamedTuple

MIN_ROWS = 6
"""Four choices to see at once, and the edge."""


class Choice(NamedTuple):
    """Something to choose: ``id`` is what the picker is dismissed with."""

    id: str
    words: str
    detail: str = ""


class Room(NamedTuple):
    """The rows of the screen ``above`` and ``below`` the words a list is about, and its ``left`` edge."""

    left: int = 0
    above: int = 0
    below: int = 0

    def is_above(self, rows: int) -> bool:
        """Whether so many rows go above the words rather than below."""
        return self.below < rows and self.above > self.below

    def fitted(self, rows: int) -> int:
        """Return how many rows to take, none of them over the words unless there is next to no room."""
        return min(rows, max(MIN_ROWS, self.above if self.is_above(rows) else self.below))


def _dismissed(_id: str) -> str | None:
    """Let every choice dismiss the picker."""
    return None


class ChoicePicker(Picker[str | None]):
    """Dismissed with the id of the choice, None when it is left; the first nine are a digit away.

    ``act`` may carry out a choice itself: where it returns words, they are said and the picker stays.
    """

    DEFAULT_CSS = """
    ChoicePicker {
        align: left bottom;
    }

    ChoicePicker #pick {
        width: 1fr;
        border-top: solid $accent;
        border-left: none;
    }

    ChoicePicker.-above {
        align: left top;
    }

    ChoicePicker.-above #pick {
        border-top: none;
        border-bottom: solid $accent;
    }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        keymap: Keymap,
        room: Room,
        act: Callable[[str], str | None] = _dismissed,
        chosen: str = "",
    ) -> None:
        """``room`` tells where the list may lie; the cursor is first on the choice with the id ``chosen``."""
        self._title = title
        self._choices = choices
        self._act = act
        rows = [
            PickRow(choice.words, choice.detail, str(number) if number <= NUMBERED else "")
            for number, choice in enumerate(choices, 1)
        ]
        super().__init__(PickList(rows), keymap)
        self.set_class(room.is_above(len(rows) + 1), "-above")
        self.picks.styles.height = room.fitted(len(rows) + 1)
        self.picks.styles.margin = (0, 0, 0, room.left)
        self.picks.cursor = next((row for row, choice in enumerate(choices) if choice.id == chosen), 0)
        self.update()

    def update(self) -> None:
        """Say what is chosen here."""
        self.status.show(Status((self._title,), self.keymap.hints_of(Pane.PICKER)))

    def take_key(self, key: str, character: str | None) -> bool:
        """Take the choice whose number was typed."""
        is_number = key.isdecimal() and 1 <= int(key) <= min(NUMBERED, len(self._choices))
        if is_number:
            self.picks.go_to(int(key) - 1)
            self.action_choose()
        return is_number

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        chosen = self._choices[self.picks.cursor].id
        said = self._act(chosen)
        if said is None:
            self.dismiss(chosen)
        else:
            self.status.show(Status((self._title,), (), said))
