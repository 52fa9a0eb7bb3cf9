"""The keys of a pane, read off the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks, inks
from reader.tui.keys import key_sign
from reader.tui.page.wrap import wrap
from reader.tui.question import Question
from reader.tui.rows import RowList
from reader.tui.screens.asking import Answers
from reader.tui.screens.rows_screen import RowsScreen
from reader.tui.status import Status
from reader.values import NamedTuple

KEYS_CELLS = 22
MARGIN_CELLS = 4
NARROW_BELOW_CELLS = 60
NARROW_KEYS_CELLS = 6
"""On a narrow terminal each line shows the first of its keys only."""

HelpRow = tuple[str, str]
"""Keys and what they do; a heading has no keys, a blank line neither."""


_PLACES = {
    Pane.LIST: "In the list",
    Pane.PAGE: "On the page",
    Pane.SELECTION: "While you select",
    Pane.CARD: "On a quotation's card",
    Pane.QUOTES: "In the quotes panel",
    Pane.KEPT: "In the kept quotations",
    Pane.PICKER: "In a list to pick from",
}


def help_rows(pane: Pane, keymap: Keymap) -> list[HelpRow]:
    """Return the lines of help, the pane one comes from first."""
    panes = [pane, *(other for other in _PLACES if other is not pane)]
    rows: list[HelpRow] = []
    for shown in panes:
        rows += [("", ""), ("", f"{_PLACES[shown]}")]
        rows += [
            ("  ".join(key_sign(key) for key in action.keys) or "–", action.help)
            for action in keymap.actions_of(shown)
        ]
    return rows


class HelpLine(NamedTuple):
    """A line of the screen: keys and a part of what they do, or a heading."""

    keys: str
    words: str
    is_heading: bool = False


def help_lines(rows: Sequence[HelpRow], width: int) -> list[HelpLine]:
    """Set rows in lines of ``width`` cells; a sentence goes on under its first words, beside no keys."""
    is_narrow = width < NARROW_BELOW_CELLS
    margin, keys_room = _columns(width)
    lines: list[HelpLine] = []
    for keys, words in rows:
        if not keys:
            lines.append(HelpLine("", words, is_heading=True))
            continue
        shown = cut(keys.split("  ")[0] if is_narrow else keys, keys_room - 1)
        for start, end in wrap(words, 0, len(words), width - margin - keys_room - 1):
            lines.append(HelpLine(shown, words[start:end]))
            shown = ""
    return lines


def _columns(width: int) -> tuple[int, int]:
    """Return how wide the margin and the column of keys are."""
    return (2, NARROW_KEYS_CELLS) if width < NARROW_BELOW_CELLS else (MARGIN_CELLS, KEYS_CELLS)


def paint_help_line(line: HelpLine, width: int, inks: Inks) -> Strip:
    """Draw a line of help: the keys, then the sentence."""
    if line.is_heading:
        segments = [Segment("  ", inks.text), Segment(cut(line.words, width - 2), inks.heading)]
        return Strip(segments).adjust_cell_length(width, inks.text)
    margin, keys_room = _columns(width)
    segments = [
        Segment(" " * margin, inks.text),
        Segment(line.keys, inks.current_name),
        Segment(" " * (keys_room - width_cells(line.keys)), inks.text),
        Segment(line.words, inks.text),
    ]
    return Strip([segment for segment in segments if segment.text]).adjust_cell_length(width, inks.text)


def matching_rows(rows: Sequence[HelpRow], typed: str) -> list[HelpRow]:
    """Return the lines of help that have every typed word, under their headings.

    A key is found by being typed as it is shown: ``^D`` or ``PgDn``.
    """
    words = typed.casefold().split()
    found: list[HelpRow] = []
    heading: list[HelpRow] = []
    for keys, does in rows:
        if not keys:
            heading = [*heading[-1:], (keys, does)]
        elif all(word in does.casefold() or word in keys.casefold().split() for word in words):
            found += [*heading, (keys, does)]
            heading = []
    return found


class HelpList(RowList):
    """The lines of help; moving scrolls them."""

    def __init__(self, rows: Sequence[HelpRow]) -> None:
        super().__init__()
        self.rows = rows
        self._lines: list[HelpLine] = []
        self._lines_of: object = None  # what they were set for

    @property
    def lines(self) -> list[HelpLine]:
        """The rows in lines of the width there is."""
        wanted = (self.rows, self.size.width)
        if self._lines_of != wanted:
            self._lines_of, self._lines = wanted, help_lines(self.rows, self.size.width)
        return self._lines

    @property
    def row_count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def show(self, rows: Sequence[HelpRow]) -> None:
        """Show other lines, from the first on."""
        self.rows = rows
        self.top = 0
        self.refresh()

    def move(self, distance: int) -> None:
        """Scroll by lines: help has no cursor."""
        self.top = max(0, min(self.top + distance, self.row_count - self.size.height))
        self.refresh()

    def show_cursor(self) -> None:
        """Keep to the lines there are; help has no cursor to bring into view."""
        self.top = max(0, min(self.top, self.row_count - self.size.height))

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one line."""
        return [paint_help_line(self.lines[index], width, inks(self.app.theme))]

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below."""
        return Strip.blank(width, inks(self.app.theme).text)


class HelpScreen(RowsScreen[None]):
    """All keys, those of the pane in use first."""

    def __init__(self, pane: Pane, keymap: Keymap) -> None:
        self._all_rows = help_rows(pane, keymap)
        self._lines = HelpList(self._all_rows)
        super().__init__(self._lines, Pane.HELP, keymap)
        self.update()

    def update(self) -> None:
        """Offer the way back."""
        self.status.show(Status(("Keys",), self.keymap.hints_of(Pane.HELP)))

    async def action_search_help(self) -> None:
        """Ask what the keys are to do, and show them as one types."""
        await self.ask(Question.HELP, Answers(typed=self._filter, left=lambda: self._filter("")))

    def _filter(self, typed: str) -> None:
        found = matching_rows(self._all_rows, typed) if typed.strip() else self._all_rows
        self._lines.show(found or [("", ""), ("", "No key does that.")])

    def action_close(self) -> None:
        """Show all keys again, or go back."""
        if len(self._lines.rows) < len(self._all_rows):
            self._filter("")
        else:
            super().action_close()
