"""The palette: everything that can be done or opened from here, found by typing a few letters of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import ComposeResult

from reader.errors import NotFoundError
from reader.tui.actions import Keymap
from reader.tui.question import Question
from reader.tui.screens.asking import Answers
from reader.tui.screens.picker import Picker, PickList, PickRow
from reader.values import NamedTuple

MAX_ENTRIES = 200


class Entry(NamedTuple):
    """Something on offer: how its row looks, what choosing it does, and other words it is found by."""

    row: PickRow
    choose: Callable[[], object]
    also: str = ""


def matching_entries(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Return the entries that have every typed word, those whose words begin so first."""
    words = typed.casefold().split()
    ranked = []
    for number, entry in enumerate(entries):
        text = f"{entry.row.words} {entry.row.detail} {entry.also}".casefold()
        if all(word in text for word in words):
            begun = sum(any(part.startswith(word) for part in text.split()) for word in words)
            is_first = bool(words) and text.startswith(words[0])
            ranked.append((-is_first, -begun, number))
    return [entries[number] for *_, number in sorted(ranked)]


class PaletteScreen(Picker[Entry | None]):
    """Dismissed with the entry that was chosen, or None."""

    DEFAULT_CSS = """
    PaletteScreen {
        align: left bottom;
    }

    PaletteScreen #pick {
        height: 60%;
        border-left: none;
        border-top: solid $accent;
    }
    """

    def __init__(
        self, keymap: Keymap, entries: Sequence[Entry], articles: Callable[[str], Sequence[Entry]]
    ) -> None:
        """``articles`` gives the entries of the articles that have the typed words, as many as may show."""
        self._entries = entries
        self._articles = articles
        self._shown: Sequence[Entry] = entries
        super().__init__(PickList([entry.row for entry in entries], "Nothing has these words."), keymap)

        self.add_class("-asking")

    def compose(self) -> ComposeResult:
        """Lay out list and line at once: mounting the line afterwards would lay everything out again."""
        yield self.rows
        yield self.prompt

    async def on_mount(self) -> None:
        """Ask at once."""
        await self.ask(Question.COMMAND, Answers(typed=self._show, entered=self._enter, left=self._leave))

    def update(self) -> None:
        """The line to type in stands where a status would."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the keys that are no letters move in the list while one types."""
        return True

    def _show(self, typed: str) -> None:
        found = matching_entries(self._entries, typed)
        if typed.strip():
            found += self._articles(typed)
        self._shown = found[:MAX_ENTRIES]
        self.picks.show([entry.row for entry in self._shown])

    def _enter(self, _typed: str) -> None:
        if not self._shown:
            raise NotFoundError("Nothing has these words.")
        self.action_choose()

    def _leave(self) -> None:
        self.dismiss(None)

    def action_choose(self) -> None:
        """Take the entry under the cursor; with none there is nothing to take."""
        if self._shown:
            self.dismiss(self._shown[self.picks.cursor])
