"""The lines of a card, drawn and scrolled."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.desk.card import Card
from reader.tui.card.lines import INDENT_CELLS, CardLine, Tone, card_lines, name_cells
from reader.tui.cells import width_cells
from reader.tui.inks import Inks, inks
from reader.tui.rows import RowList

WIDEST_CELLS = 92
MARGIN_CELLS = 3

_TONES: dict[Tone, Callable[[Inks], Style]] = {
    Tone.WORDS: lambda inks: inks.current,
    Tone.SPEAKER: lambda inks: inks.current_name,
    Tone.TEXT: lambda inks: inks.text,
    Tone.NOTE: lambda inks: inks.text,
    Tone.HEAD: lambda inks: inks.heading,
    Tone.FORM: lambda inks: inks.text,
}


def paint_card_line(line: CardLine, left: int, width: int, page_width: int, inks: Inks) -> Strip:
    """Draw a line ``left`` cells in, on a page ``page_width`` cells wide; the card itself has ``width``."""
    names = name_cells(width)
    named = line.tone not in (Tone.WORDS, Tone.SPEAKER, Tone.HEAD)
    indent = (names or (0 if line.name else INDENT_CELLS)) if named else 0
    name = line.name if named else ""
    segments = [
        Segment(" " * left, inks.text),
        Segment(name, inks.current_name if line.tone is Tone.FORM else inks.dim),
        Segment(" " * max(0, indent - width_cells(name)), inks.text),
        Segment(line.text, _TONES[line.tone](inks)),
    ]
    return Strip([part for part in segments if part.text]).adjust_cell_length(page_width, inks.text)


class CardView(RowList):
    """Set anew for every width; moving scrolls it, since a card has no cursor."""

    def __init__(self, card: Card) -> None:
        super().__init__(id="card")
        self._card = card
        self._lines: tuple[CardLine, ...] = ()
        self._set_width = 0

    @property
    def card_width(self) -> int:
        """How many cells the card has."""
        return max(10, min(WIDEST_CELLS, self.size.width - 2 * MARGIN_CELLS))

    @property
    def lines(self) -> tuple[CardLine, ...]:
        """The card in lines of the present width, an empty one above."""
        if self._set_width != self.card_width:
            self._set_width = self.card_width
            self._lines = (CardLine(Tone.TEXT), *card_lines(self._card, self.card_width))
        return self._lines

    @property
    def row_count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def move(self, distance: int) -> None:
        """Scroll by lines."""
        self.top += distance
        self.show_cursor()
        self.refresh()

    def show_cursor(self) -> None:
        """Keep to the lines there are."""
        self.top = max(0, min(self.top, self.row_count - self.size.height))

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one line."""
        left = max(0, min(MARGIN_CELLS, width - 10)) + max(0, (width - 2 * MARGIN_CELLS - WIDEST_CELLS) // 2)
        colours = inks(self.app.theme)
        return [paint_card_line(self.lines[index], left, self.card_width, width, colours)]

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below."""
        return Strip.blank(width, inks(self.app.theme).text)
