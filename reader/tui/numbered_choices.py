"""Numbered choices above the line to type in, in as many lines as it takes to show them whole."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.cells import cut, width_cells
from reader.tui.inks import inks

NUMBERED = 9
"""One digit chooses, so there are no more."""
GAP_CELLS = 3

ChoiceLine = list[tuple[str, str]]
"""The choices of a line, each with its number."""


def choice_lines(names: Sequence[str], width: int) -> list[ChoiceLine]:
    """Number the first nine names and put as many on a line of ``width`` cells as fit whole."""
    lines: list[ChoiceLine] = []
    taken = width
    for number, name in enumerate(names[:NUMBERED], 1):
        shown = cut(name, max(1, width - 2))
        cells = width_cells(shown) + 2
        if lines and taken + GAP_CELLS + cells <= width:
            lines[-1].append((str(number), shown))
            taken += GAP_CELLS + cells
        else:
            lines.append([(str(number), shown)])
            taken = cells
    return lines


class NumberedChoices(Widget):
    """Shows what the digits stand for; it takes no keys."""

    DEFAULT_CSS = "NumberedChoices { height: auto; display: none; }"

    def __init__(self) -> None:
        super().__init__()
        self._names: Sequence[str] = ()

    def offer(self, names: Sequence[str]) -> None:
        """Show other choices; with none nothing is shown."""
        if names or self.display:  # else it would be a new layout a question
            self._names = names
            self.display = bool(names)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the choices take."""
        return len(choice_lines(self._names, width))

    def render_line(self, y: int) -> Strip:
        """Draw a line of choices."""
        colours, width = inks(self.app.theme), self.size.width
        lines = choice_lines(self._names, width)
        segments: list[Segment] = []
        for number, name in lines[y] if y < len(lines) else []:
            if segments:
                segments.append(Segment(" " * GAP_CELLS, colours.status))
            segments += [Segment(number, colours.status_key), Segment(f" {name}", colours.status)]
        return Strip(segments).adjust_cell_length(width, colours.status)
