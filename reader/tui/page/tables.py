"""Setting a table in the column: cells side by side, each wrapped in its own width."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest

from reader.domain.article import Block
from reader.tui.cells import width_cells
from reader.tui.page.lines import Line, LineStyle, Run
from reader.tui.page.wrap import wrap

GAP_CELLS = 2
MIN_CELL_WIDTH = 4

Cell = tuple[int, int]


def table_lines(text: str, block: Block, index: int, column: int) -> Iterable[Line]:
    """Set a table in ``column`` cells; one with too many columns is set a cell a line instead."""
    rows = list(_rows(text, block))
    column_count = max(len(row) for row in rows)
    if column_count * (MIN_CELL_WIDTH + GAP_CELLS) - GAP_CELLS > column:
        yield from _stacked(text, rows, index, column)
        return
    widths = _column_widths(text, rows, column - GAP_CELLS * (column_count - 1))
    for number, row in enumerate(rows):
        style = LineStyle.TABLE_HEAD if number == 0 else LineStyle.TABLE
        yield from _row_lines(text, row, widths, style, index)
        if number == 0 and len(rows) > 1:
            rule = (" " * GAP_CELLS).join("─" * width for width in widths)
            yield Line(LineStyle.RULE, row[-1][1], lead=rule, block=index)


def _rows(text: str, block: Block) -> Iterable[list[Cell]]:
    start = block.span.start
    for row in block.span.of(text).split("\n"):
        cells: list[Cell] = []
        for cell in row.split("\t"):
            cells.append((start, start + len(cell)))
            start += len(cell) + 1
        yield cells


def _column_widths(text: str, rows: list[list[Cell]], room: int) -> list[int]:
    """Give every column its natural width, or shrink the widest ones until all fit into ``room``."""
    columns = zip_longest(*rows, fillvalue=(0, 0))
    natural = [max(1, *(width_cells(text[start:end]) for start, end in column), 1) for column in columns]
    limit = max(natural)
    while sum(min(width, limit) for width in natural) > room and limit > MIN_CELL_WIDTH:
        limit -= 1
    return [min(width, limit) for width in natural]


def _row_lines(text: str, row: list[Cell], widths: list[int], style: LineStyle, index: int) -> Iterable[Line]:
    offsets = [sum(widths[:number]) + GAP_CELLS * number for number in range(len(widths))]
    wrapped = [wrap(text, start, end, width) for (start, end), width in zip(row, widths, strict=False)]
    for pieces in zip_longest(*wrapped):
        runs = [
            Run(offset, *piece)
            for offset, piece in zip(offsets, pieces, strict=False)
            if piece and piece[0] < piece[1]
        ]
        # A later line of a row may begin before an earlier one ends; the row's start keeps the order.
        yield Line(style, row[0][0], tuple(runs), block=index)


def _stacked(text: str, rows: list[list[Cell]], index: int, column: int) -> Iterable[Line]:
    for number, row in enumerate(rows):
        style = LineStyle.TABLE_HEAD if number == 0 else LineStyle.TABLE
        for start, end in row:
            for piece in wrap(text, start, end, column):
                if piece[0] < piece[1]:
                    yield Line(style, piece[0], (Run(0, *piece),), block=index)
