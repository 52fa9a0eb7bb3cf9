"""The lines of a row of quotations: cursor bar, a sign, words, what stands at the right, the list's edge."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.tui.articles.row import CursorStyle
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks

LEFT_CELLS = 4
"""Cursor bar, a sign with a space either side."""
RIGHT_CELLS = 2
"""A space and the list's edge."""
MIN_WORDS_CELLS = 8
"""What stands at the right of a line gives way when the words would have less room."""
UNKNOWN_SPEAKER = "speaker unknown"


class RowLines:
    """Draws the lines of one row: cursor bar, sign, words, what stands at the right, the list's edge."""

    def __init__(self, width: int, inks: Inks, cursor: CursorStyle | None, edges: Sequence[str]) -> None:
        self.room = max(1, width - LEFT_CELLS - RIGHT_CELLS)
        self._width, self._inks, self._edges = width, inks, edges
        self._ground = cursor.ground if cursor else Style.null()
        bar = cursor.bar if cursor else Style.null()
        self._bar = Segment("▌" if cursor else " ", inks.list_text + self._ground + bar)
        self.strips: list[Strip] = []

    def add(self, words: str, style: Style, sign: str = "", right: Sequence[tuple[str, Style]] = ()) -> None:
        """Add a line; ``words`` are cut so that ``right`` has its room."""
        right_cells = sum(width_cells(part) for part, _ in right)
        if right_cells + MIN_WORDS_CELLS > self.room:
            right, right_cells = (), 0
        passage = cut(words, self.room - right_cells - bool(right))
        gap = max(0, self.room - width_cells(passage) - right_cells)
        self.add_parts([(passage, style), (" " * gap, self._inks.list_text), *right], sign)

    def add_parts(self, parts: Sequence[tuple[str, Style]], sign: str = "") -> None:
        """Add a line of parts that fit."""
        ground, inks = self._ground, self._inks
        gap = max(0, self.room - sum(width_cells(part) for part, _ in parts))
        segments = [
            self._bar,
            Segment(f" {sign or ' '} ", inks.list_star + ground),
            *(Segment(part, style + ground) for part, style in parts),
            Segment(" " * (gap + 1), inks.list_text + ground),
            Segment(self._edges[len(self.strips)], inks.list_edge),
        ]
        strip = Strip(segments, LEFT_CELLS + self.room + RIGHT_CELLS)
        self.strips.append(strip.adjust_cell_length(self._width, inks.list_text))

    def end(self) -> None:
        """Fill up with blank lines, which part the row from the next."""
        for edge in self._edges[len(self.strips) :]:
            blank = Segment(" " * max(0, self._width - 1), self._inks.list_text)
            strip = Strip([blank, Segment(edge, self._inks.list_edge)])
            self.strips.append(strip.adjust_cell_length(self._width, self._inks.list_text))
