"""Breaking text into lines: code points and a width in cells to spans, nothing else."""

from __future__ import annotations

from reader.tui.cells import SOFT_HYPHEN, graphemes, is_single_cell_text, width_cells
from reader.tui.page.breaks import (
    SUSPECT_ENDS,
    SUSPECT_STARTS,
    ZERO_WIDTH_SPACE,
    inner_break,
    is_bound,
    may_part_wide,
)

SLACK_CELLS = 9
"""A word is parted at its hyphen or dash only where so many cells of the line would stay empty."""
_TRIES = 4
"""So many spaces back a better place to end the line is looked for."""

Piece = tuple[int, int]


def wrap(text: str, start: int, end: int, width: int) -> list[Piece]:
    """Break ``text[start:end]`` into lines of at most ``width`` cells.

    Returns (start, end) code points a line, the spaces at a break left out; a newline always
    breaks. Lines together hold every character that is not a space at a break. A word wider than
    the line is broken where the line ends. There is always at least one line. A line that ends with
    a soft hyphen has room for the hyphen to be drawn. What ``breaks`` says belongs together stays so
    unless the line would be half empty, and no short word stands alone on the last line where the
    one before can spare another.
    """
    width = max(1, width)
    pieces: list[Piece] = []
    while True:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        passage = text[start:stop]
        first = len(pieces)
        if is_single_cell_text(passage):
            _wrap_single_cells(passage, start, width, pieces)
        else:
            _wrap_graphemes(passage, start, width, pieces)
        if len(pieces) - first > 1:
            _mend_widow(text, width, pieces)
        if newline < 0:
            return pieces
        start = newline + 1


def _wrap_single_cells(passage: str, origin: int, width: int, pieces: list[Piece]) -> None:
    """Break at spaces with one search a line: 1 MB takes about 15 ms."""
    position, length = 0, len(passage)
    while length - position > width:
        limit = position + width
        stop = passage.rfind(" ", position, limit + 1)
        if stop <= position:
            inner = _inner_break(passage, position, limit)
            stop = inner if inner > 0 else limit
        elif passage[stop - 1] in SUSPECT_ENDS or passage[stop + 1 : stop + 2] in SUSPECT_STARTS:
            stop = _unbound_space(passage, position, stop, width)
        if limit - stop > SLACK_CELLS:
            stop = max(stop, _inner_break(passage, stop + 1, limit))
        following = stop
        while following < length and passage[following] == " ":
            following += 1
        while stop > position + 1 and passage[stop - 1] == " ":
            stop -= 1
        pieces.append((origin + position, origin + stop))
        position = following
        if position >= length:
            return
    pieces.append((origin + position, origin + length))


def _inner_break(passage: str, start: int, end: int) -> int:
    """Ask ``inner_break`` only where there is a sign to break behind: most words have none."""
    word = passage[start:end]
    if "-" in word or "—" in word or "‐" in word:
        return inner_break(passage, start, end)
    return -1


def _unbound_space(passage: str, position: int, space: int, width: int) -> int:
    """Return the last space up to ``space`` that parts no words that belong together, else ``space``."""
    stop = space
    for _ in range(_TRIES):
        following = stop + 1
        while passage[following : following + 1] == " ":
            following += 1
        while stop > position and passage[stop - 1] == " ":
            stop -= 1
        if stop - position < width // 2:
            return space
        if not is_bound(passage, stop, following):
            return stop
        stop = passage.rfind(" ", position, stop)
    return space


def _mend_widow(text: str, width: int, pieces: list[Piece]) -> None:
    """Take one more word down to a last line that holds nothing but a short one."""
    last_start, last_end = pieces[-1]
    if last_end - last_start > width // 5 or text.find(" ", last_start, last_end) >= 0:
        return
    start, end = pieces[-2]
    if text[end : end + 1] != " ":
        return
    stop = text.rfind(" ", start, end)
    for _ in range(_TRIES):
        following = stop + 1
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop <= start or width_cells(text[start:stop]) < width * 3 // 5:
            return
        if not is_bound(text, stop, following):
            if width_cells(text[following:last_end]) <= width:
                pieces[-2:] = [(start, stop), (following, last_end)]
            return
        stop = text.rfind(" ", start, stop)


Break = tuple[int, int, int]
"""Where a line may end, where the next one begins then, and the cells used up to there."""


def _wrap_graphemes(passage: str, origin: int, width: int, pieces: list[Piece]) -> None:
    """Break at spaces, soft hyphens and between wide characters, never inside a grapheme."""
    line_start, used = 0, 0
    breaks: list[Break] = []  # of the line so far
    previous, previous_width = "", 0
    for start, end, cells in graphemes(passage):
        character = passage[start:end]
        if character == " ":
            if previous == " " and breaks:
                breaks[-1] = (breaks[-1][0], end, used + 1)
            else:
                breaks.append((start, end, used + 1))
        elif max(cells, previous_width) > 1 and may_part_wide(previous, character):
            breaks.append((start, start, used))
        # More than once where what belongs together takes the break back so far that the rest is too long.
        while used + cells > width and character != " " and start > line_start:
            stop, following, before = _best_break(passage, line_start, breaks, width) or (start, start, used)
            pieces.append((origin + line_start, origin + stop))
            line_start, used = following, used - before
            breaks = [(a, b, cells - before) for a, b, cells in breaks if a > line_start]
        used += cells
        if character[-1] in (SOFT_HYPHEN, ZERO_WIDTH_SPACE) and used + (character == SOFT_HYPHEN) <= width:
            breaks.append((end, end, used))
        previous, previous_width = character, cells
    stop = len(passage)
    while stop > line_start and passage[stop - 1] == " ":
        stop -= 1
    pieces.append((origin + line_start, origin + stop))


def _best_break(passage: str, line_start: int, breaks: list[Break], width: int) -> Break | None:
    """Return the last break that parts nothing that belongs together, else the last one, if any."""
    fitting = [place for place in breaks[-_TRIES - 1 :] if place[0] > line_start and place[2] <= width + 1]
    for place in reversed(fitting):
        stop, following, before = place
        if before < width // 2:
            break
        if stop == following or not is_bound(passage, stop, following):
            return place
    return fitting[-1] if fitting else None


HardLine = tuple[int, list[tuple[int, int, int]]]
"""The code point a line begins with, and its runs of (column in cells, start, end)."""


def wrap_hard(text: str, start: int, end: int, width: int, tab: int) -> list[HardLine]:
    """Break lines of code every ``width`` cells, spaces kept and tabs set at every ``tab``-th cell."""
    lines: list[HardLine] = []
    for first, last in _split_lines(text, start, end):
        runs: list[tuple[int, int, int]] = []
        column = 0
        line_start = cursor = first
        while cursor < last:
            if text[cursor] == "\t":
                column = min(width, (column // tab + 1) * tab)
                cursor += 1
                continue
            stop = text.find("\t", cursor, last)
            stop = last if stop < 0 else stop
            fitting = _fit(text, cursor, stop, width - column)
            if fitting == cursor and column > 0:
                lines.append((line_start, runs))
                runs, column, line_start = [], 0, cursor
                continue
            fitting = max(fitting, cursor + 1)
            runs.append((column, cursor, fitting))
            column += width_cells(text[cursor:fitting])
            cursor = fitting
        lines.append((line_start, runs))
    return lines


def _split_lines(text: str, start: int, end: int) -> list[Piece]:
    pieces: list[Piece] = []
    while True:
        newline = text.find("\n", start, end)
        if newline < 0:
            pieces.append((start, end))
            return pieces
        pieces.append((start, newline))
        start = newline + 1


def _fit(text: str, start: int, end: int, room: int) -> int:
    """Return where the characters from ``start`` that fit into ``room`` cells end."""
    if room <= 0:
        return start
    passage = text[start : min(end, start + room * 8)]
    if is_single_cell_text(passage):
        return min(end, start + room)
    fitting, used = start, 0
    for _, stop, cells in graphemes(passage):
        if used + cells > room:
            break
        fitting, used = start + stop, used + cells
    return fitting
