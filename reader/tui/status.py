"""The status line: where one is on the left, the keys that matter now on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.action_table import Action
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks, inks
from reader.tui.keys import key_sign

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


def status_strip(status: Status, width: int, inks: Inks) -> Strip:
    """Draw the line ``width`` cells wide; keys that do not fit are left out, the last first."""
    room = width - 2
    enough = max(MIN_PLACE_CELLS, room - WANTED_HINT_CELLS)
    said = cut(status.message, room) or _fitting_place(status.places, enough)
    said_style = inks.status
    if status.message:
        said_style = inks.status_error if status.is_error else inks.status_strong
    wanted = width_cells(said) if status.message else min(width_cells(said), enough)
    hints = _fitting_hints(status.hints, room - wanted - 2)
    hints_width = sum(width_cells(key) + width_cells(label) + 3 for key, label in hints) - (2 if hints else 0)
    said = cut(said, room - hints_width - (2 if hints else 0))
    gap = room - width_cells(said) - hints_width
    segments = [Segment(" ", inks.status), Segment(said, said_style), Segment(" " * gap, inks.status)]
    for number, (key, label) in enumerate(hints):
        separator = "  " if number + 1 < len(hints) else ""
        segments += [Segment(key, inks.status_key), Segment(f" {label}{separator}", inks.status_dim)]
    segments.append(Segment(" ", inks.status))
    return Strip(segments).adjust_cell_length(width, inks.status)


def _fitting_place(places: Sequence[str], room: int) -> str:
    return next((place for place in places if width_cells(place) <= room), places[-1] if places else "")


def _fitting_hints(actions: Sequence[Action], room: int) -> list[tuple[str, str]]:
    """Choose the first hints that fit; the very last one, help or the way back, is kept the longest."""
    hints = [(key_sign(action.keys[0]), action.label) for action in actions]
    while hints and sum(width_cells(key) + width_cells(label) + 3 for key, label in hints) - 2 > room:
        del hints[-2 if len(hints) > 1 else -1]
    return hints


class StatusLine(Widget):
    """One line at the foot of a screen."""

    DEFAULT_CSS = "StatusLine { height: 1; dock: bottom; }"

    def __init__(self, status: Status | None = None) -> None:
        super().__init__()
        self.status = status or Status()

    def show(self, status: Status) -> None:
        """Show ``status``; nothing is painted when it says the same already."""
        if status != self.status:
            self.status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        return status_strip(self.status, self.size.width, inks(self.app.theme))
