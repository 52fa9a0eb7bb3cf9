"""The status line: where one is on the left, the keys that matter now on the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.action_table import Action
from reader.tui.cells import cut, width_cells
from reader.tui.drawn_lines import DrawnLines
from reader.tui.inks import Inks, inks
from reader.tui.keys import key_sign
from reader.tui.painted_once import unscrolled_size
from reader.values import NamedTuple

MIN_PLACE_CELLS = 24
"""The left part is cut no further than this to make room for keys."""
WANTED_HINT_CELLS = 44
"""Room for about four keys: the left part says less before they go."""


class Status(NamedTuple):
    """What the line says: a place, or a ``message`` in its stead, and the keys on offer.

    ``places`` says the same in fewer and fewer words; the first that fits is shown.
    """

    places: tuple[str, ...] = ()
    hints: tuple[Action, ...] = ()
    message: str = ""
    is_error: bool = False


class _Parts(NamedTuple):
    """What fits on the line: the words on the left, the cells after them, the hints."""

    said: str
    gap: int
    hints: list[Action]


def status_strip(status: Status, width: int, inks: Inks) -> Strip:
    """Draw the line ``width`` cells wide; keys that do not fit are left out, the last first."""
    parts = _fit(status, width)
    said_style = inks.status
    if status.message:
        said_style = inks.status_error if status.is_error else inks.status_strong
    segments = [
        Segment(" ", inks.status),
        Segment(parts.said, said_style),
        Segment(" " * parts.gap, inks.status),
    ]
    for number, action in enumerate(parts.hints):
        separator = "  " if number + 1 < len(parts.hints) else ""
        segments.append(Segment(key_sign(action.keys[0]), inks.status_key))
        segments.append(Segment(f" {action.label}{separator}", inks.status_dim))
    segments.append(Segment(" ", inks.status))
    return Strip(segments).adjust_cell_length(width, inks.status)


def hint_at(status: Status, width: int, x: int) -> Action | None:
    """Return the action whose hint takes the cell ``x`` of a line ``width`` cells wide."""
    parts = _fit(status, width)
    start = 1 + width_cells(parts.said) + parts.gap
    for action in parts.hints:
        end = start + _hint_cells(action)
        if start <= x < end:
            return action
        start = end + 2
    return None


def _fit(status: Status, width: int) -> _Parts:
    room = width - 2
    enough = max(MIN_PLACE_CELLS, room - WANTED_HINT_CELLS)
    said = cut(status.message, room) or _fitting_place(status.places, enough)
    wanted = width_cells(said) if status.message else min(width_cells(said), enough)
    hints = _fitting_hints(status.hints, room - wanted - 2)
    hints_width = _hints_cells(hints)
    said = cut(said, room - hints_width - (2 if hints else 0))
    return _Parts(said, room - width_cells(said) - hints_width, hints)


def _hint_cells(action: Action) -> int:
    return width_cells(key_sign(action.keys[0])) + 1 + width_cells(action.label)


def _hints_cells(actions: Sequence[Action]) -> int:
    return sum(map(_hint_cells, actions)) + 2 * max(0, len(actions) - 1)


def _fitting_place(places: Sequence[str], room: int) -> str:
    return next((place for place in places if width_cells(place) <= room), places[-1] if places else "")


def _fitting_hints(actions: Sequence[Action], room: int) -> list[Action]:
    """Choose the first hints that fit; the very last one, help or the way back, is kept the longest."""
    hints = list(actions)
    while hints and _hints_cells(hints) > room:
        del hints[-2 if len(hints) > 1 else -1]
    return hints


class StatusLine(DrawnLines, Widget):
    """One line at the foot of a screen."""

    class HintClicked(Message):
        """The mouse chose a hint."""

        def __init__(self, action: Action) -> None:
            super().__init__()
            self.action = action

    virtual_size = unscrolled_size()
    DEFAULT_CSS = "StatusLine { height: 1; dock: bottom; }"

    def __init__(self, status: Status | None = None) -> None:
        super().__init__()
        self.status = status or Status()

    def show(self, status: Status) -> None:
        """Show ``status``; nothing is painted when it says the same already."""
        if status != self.status:
            self.status = status
            self.refresh()

    def draw_lines(self, rows: Sequence[int]) -> Iterable[Strip]:
        """Draw the line."""
        return [status_strip(self.status, self.size.width, inks(self.app.theme)) for _ in rows]

    def on_click(self, event: events.Click) -> None:
        """Tell which hint was clicked."""
        event.prevent_default()
        action = hint_at(self.status, self.size.width, event.x)
        if action is not None:
            self.post_message(self.HintClicked(action))
