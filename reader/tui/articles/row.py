"""One row of the list: an entry in, two strips out."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.desk.reading import Entry
from reader.domain.dates import short_date
from reader.domain.duration import in_words
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks
from reader.values import NamedTuple

ROW_HEIGHT = 2
LEFT_CELLS = 4
"""Cursor bar, unread dot, a space either side."""
RIGHT_CELLS = 3
"""Star or flag with a space, and the list's edge."""


class CursorStyle(NamedTuple):
    """How the row under the cursor is set apart: a ground for the row and a colour for its bar."""

    ground: Style
    bar: Style


def paint_entry(
    entry: Entry, width: int, inks: Inks, cursor: CursorStyle | None, edges: tuple[str, str]
) -> list[Strip]:
    """Draw the two lines of a row, ``width`` cells each.

    ``cursor`` is None on all rows but one; ``edges`` are the characters of the list's right edge.
    """
    ground = cursor.ground if cursor else Style.null()
    bar = Segment("▌" if cursor else " ", inks.list_text + ground + (cursor.bar if cursor else Style.null()))
    room = max(1, width - LEFT_CELLS - RIGHT_CELLS)

    def line(dot: str, words: str, style: Style, sign: str, edge: str) -> Strip:
        passage = cut(words, room)
        padding = room - width_cells(passage)
        segments = [
            bar,
            Segment(f" {dot} " if dot else "   ", inks.list_dot + ground),
            Segment(passage, style + ground),
            Segment(" " * (padding + 1), inks.list_text + ground),
            Segment(sign or " ", inks.list_star + ground),
            Segment(edge, inks.list_edge),
        ]
        return Strip(segments, LEFT_CELLS + room + RIGHT_CELLS).adjust_cell_length(width, inks.list_text)

    is_unread = not entry.mark.is_read
    title_style = inks.list_unread if is_unread else inks.list_text
    sign = "★" if entry.kept_count else ""
    flag = "⚑" if entry.mark.is_starred else ""
    return [
        line("●" if is_unread else "", entry.head.title, title_style, sign, edges[0]),
        line("", _details(entry, room), inks.list_dim, flag, edges[1]),
    ]


def _details(entry: Entry, room: int) -> str:
    """The second line: source, date, minutes, quotes, how far read; what matters least goes first."""
    head = entry.head
    parts = [
        head.source or "",
        short_date(head.published),
        in_words(head.minutes),
        f"{entry.quote_count} “”" if entry.quote_count is not None else "",
        f"{entry.kept_count} kept" if entry.kept_count else "",
        f"{round(entry.progress * 100)}%" if 0 < entry.progress < 1 else "",
    ]
    for dropped in ((), (2,), (2, 4), (2, 4, 1), (2, 4, 1, 0)):
        passage = " · ".join(part for number, part in enumerate(parts) if part and number not in dropped)
        if width_cells(passage) <= room:
            return passage
    return passage
