"""Setting a table in the column: cells side by side, each wrapped in its own width."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate, zip_longest

from reader.domain.article import Alignment, Block
from reader.tui.cells import width_cells
from reader.tui.page.lines import Line, LineStyle, Run
from reader.tui.page.wrap import Piece, wrap

GAP_CELLS = 2
MIN_CELL_WIDTH = 4
LONGEST_WORD_CELLS = 16
"""A column is made no narrower than its longest word, or than this."""
WIDEST_CELL = 32
"""How wide a column of a table may be that does not fit and is moved sideways."""

_NUMBER = r"[-+−±~<>≈$€£¥]{0,3}\s?\d[\d.,\s’']*\s?(?:[%‰€$£¥°]|[A-Za-z]{1,3})?"

Cell = tuple[int, int]


def table_lines(text: str, block: Block, index: int, column: int) -> Iterable[Line]:
    """Set a table ``column`` cells wide, or wider, to be moved sideways, where words would be torn."""
    rows = list(_rows(text, block))
    widths = _column_widths(text, rows, column)
    sides = _sides(text, rows, block.alignments)
    width = sum(widths) + GAP_CELLS * (len(widths) - 1)
    wide = width if width > column else 0
    offsets = [0, *accumulate(cells + GAP_CELLS for cells in widths[:-1])]
    wrapped = [_wrap_row(text, row, widths) for row in rows]
    is_parted = any(len(pieces) > 1 for row in wrapped[1:] for pieces in row)
    for number, (row, cells) in enumerate(zip(rows, wrapped, strict=True)):
        if number > 1 and is_parted:
            yield Line(LineStyle.TABLE, row[0][0], block=index, width=wide)
        style = LineStyle.TABLE_HEAD if number == 0 else LineStyle.TABLE
        for runs in _row_runs(text, cells, [*zip(offsets, widths, sides, strict=True)]):
            # A later line of a row may begin before an earlier one ends; the row's start keeps the order.
            yield Line(style, row[0][0], runs, block=index, width=wide)
        if number == 0 and len(rows) > 1:
            rule = (" " * GAP_CELLS).join("─" * cells_wide for cells_wide in widths)
            yield Line(LineStyle.RULE, row[-1][1], lead=rule, block=index, width=wide)


def _rows(text: str, block: Block) -> Iterable[list[Cell]]:
    start = block.span.start
    for row in block.span.of(text).split("\n"):
        cells: list[Cell] = []
        for cell in row.split("\t"):
            cells.append((start, start + len(cell)))
            start += len(cell) + 1
        yield cells


def _column_widths(text: str, rows: list[list[Cell]], column: int) -> list[int]:
    """Give every column its natural width, or shrink the widest ones, but none below its longest word."""
    columns = list(zip_longest(*rows, fillvalue=(0, 0)))
    natural = [max(1, *(width_cells(text[start:end]) for start, end in cells), 1) for cells in columns]
    room = column - GAP_CELLS * (len(columns) - 1)
    if sum(natural) <= room:
        return natural
    least = [
        min(width, max(MIN_CELL_WIDTH, min(LONGEST_WORD_CELLS, _longest_word(text, cells))))
        for width, cells in zip(natural, columns, strict=True)
    ]
    if sum(least) > room:
        return [max(low, min(width, WIDEST_CELL)) for low, width in zip(least, natural, strict=True)]

    def widths_up_to(limit: int) -> list[int]:
        return [max(low, min(width, limit)) for low, width in zip(least, natural, strict=True)]

    limit = bisect_left(range(max(natural) + 1), room + 1, key=lambda limit: sum(widths_up_to(limit))) - 1
    return widths_up_to(limit)


def _longest_word(text: str, cells: Sequence[Cell]) -> int:
    return max(
        (len(word) for start, end in cells for word in text[start:end].split(" ")), default=MIN_CELL_WIDTH
    )


def _sides(text: str, rows: list[list[Cell]], alignments: Sequence[Alignment]) -> list[Alignment]:
    """Return each column's side; where the author says nothing numbers stand on the right."""
    sides: list[Alignment] = []
    for number, cells in enumerate(zip_longest(*rows, fillvalue=(0, 0))):
        said = alignments[number] if number < len(alignments) else Alignment.DEFAULT
        if said is Alignment.DEFAULT:
            words = [text[start:end] for start, end in cells[1:] if start < end]
            is_numeric = bool(words) and all(re.fullmatch(_NUMBER, word) for word in words)
            said = Alignment.RIGHT if is_numeric else Alignment.LEFT
        sides.append(said)
    return sides


def _wrap_row(text: str, row: list[Cell], widths: list[int]) -> list[list[Piece]]:
    return [wrap(text, start, end, width) for (start, end), width in zip(row, widths, strict=False)]


def _row_runs(
    text: str, cells: list[list[Piece]], columns: list[tuple[int, int, Alignment]]
) -> Iterable[tuple[Run, ...]]:
    for pieces in zip_longest(*cells):
        yield tuple(
            Run(offset + _push(text, piece, width, side), *piece)
            for (offset, width, side), piece in zip(columns, pieces, strict=False)
            if piece and piece[0] < piece[1]
        )


def _push(text: str, piece: Piece, width: int, side: Alignment) -> int:
    """Return by how many cells a cell's line is moved to stand on its side."""
    if side is Alignment.LEFT:
        return 0
    free = max(0, width - width_cells(text[piece[0] : piece[1]]))
    return free if side is Alignment.RIGHT else free // 2
