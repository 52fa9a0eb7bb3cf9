"""Breaking text into lines: code points and a width in cells to spans, nothing else."""

from __future__ import annotations

from rich.cells import cell_len

from reader.tui.cells import graphemes, is_single_cell_text

NEVER_FIRST = frozenset("、。，．・：；？！）］｝〉》」』】〕”’»…ー々%‰℃,.;:?!)]}")
"""Characters that must not begin a line of Chinese or Japanese text (after JIS X 4051, simplified)."""
NEVER_LAST = frozenset("（［｛〈《「『【〔“‘«([{")
"""Characters that must not end one."""

Piece = tuple[int, int]


def wrap(text: str, start: int, end: int, width: int) -> list[Piece]:
    """Break ``text[start:end]`` into lines of at most ``width`` cells.

    Returns (start, end) code points a line, the spaces at a break left out; a newline always
    breaks. Lines together hold every character that is not a space at a break. A word wider than
    the line is broken where the line ends. There is always at least one line.
    """
    width = max(1, width)
    pieces: list[Piece] = []
    while True:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        passage = text[start:stop]
        if is_single_cell_text(passage):
            _wrap_single_cells(passage, start, width, pieces)
        else:
            _wrap_graphemes(passage, start, width, pieces)
        if newline < 0:
            return pieces
        start = newline + 1


def _wrap_single_cells(passage: str, origin: int, width: int, pieces: list[Piece]) -> None:
    """Break at spaces with one search a line: 1 MB takes about 50 ms."""
    position, length = 0, len(passage)
    while length - position > width:
        space = passage.rfind(" ", position, position + width + 1)
        if space <= position:
            stop = following = position + width
        else:
            stop = following = space
        while following < length and passage[following] == " ":
            following += 1
        while stop > position + 1 and passage[stop - 1] == " ":
            stop -= 1
        pieces.append((origin + position, origin + stop))
        position = following
        if position >= length:
            return
    pieces.append((origin + position, origin + length))


def _wrap_graphemes(passage: str, origin: int, width: int, pieces: list[Piece]) -> None:
    """Break at spaces and between wide characters, never inside a grapheme."""
    line_start, used = 0, 0
    break_stop = break_next = -1  # the last place where the line may end, and where the next begins
    break_used = 0  # cells of the line that lie before ``break_next``
    previous, previous_width = "", 0
    for start, end, cells in graphemes(passage):
        character = passage[start:end]
        if character == " ":
            if previous != " ":
                break_stop = start
            break_next, break_used = end, used + 1
        elif max(cells, previous_width) > 1 and _may_break(previous, character):
            break_stop, break_next, break_used = start, start, used
        if used + cells > width and character != " " and start > line_start:
            if break_stop > line_start:
                pieces.append((origin + line_start, origin + break_stop))
                line_start, used = break_next, used - break_used
            else:
                pieces.append((origin + line_start, origin + start))
                line_start, used = start, 0
            break_stop = -1
        used += cells
        previous, previous_width = character, cells
    stop = len(passage)
    while stop > line_start and passage[stop - 1] == " ":
        stop -= 1
    pieces.append((origin + line_start, origin + stop))


def _may_break(previous: str, character: str) -> bool:
    """Tell whether a line may end between two characters of which one is wide."""
    if previous in ("", " "):
        return False
    return character[0] not in NEVER_FIRST and previous[-1] not in NEVER_LAST


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
            column += cell_len(text[cursor:fitting])
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
