"""Prose with the page's own labels in it: wrapped together, then told apart again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.tui.cells import width_cells
from reader.tui.page.lines import Label, Run
from reader.tui.page.wrap import wrap
from reader.values import NamedTuple


class LabelledLine(NamedTuple):
    """One line: the code point it begins with, and what stands on it."""

    start: int
    runs: tuple[Run, ...]
    labels: tuple[Label, ...]


class _Stretch(NamedTuple):
    """Characters ``start`` to ``end`` of the mixture, the article's from ``source`` on, or a label."""

    start: int
    end: int
    source: int
    is_label: bool


def wrap_labelled(
    text: str, start: int, end: int, labels: Sequence[tuple[int, str]], width: int, indent: int
) -> Iterator[LabelledLine]:
    """Break ``text[start:end]`` with a label behind each of some places; lines begin ``indent`` cells in."""
    parts: list[str] = []
    stretches: list[_Stretch] = []
    length, position = 0, start
    for place, label in (*labels, (end, "")):
        for words, source, is_label in ((text[position:place], position, False), (label, place, True)):
            if words:
                stretches.append(_Stretch(length, length + len(words), source, is_label))
                parts.append(words)
                length += len(words)
        position = place
    mixture = "".join(parts)
    first = 0
    for line_start, line_end in wrap(mixture, 0, length, width):
        while first < len(stretches) - 1 and stretches[first].end <= line_start:
            first += 1
        yield _line(mixture, stretches, first, (line_start, line_end), indent)


def _line(
    mixture: str, stretches: Sequence[_Stretch], index: int, piece: tuple[int, int], indent: int
) -> LabelledLine:
    """Tell apart what stands on one line; ``index`` is that of the stretch it begins in."""
    start, end = piece
    runs: list[Run] = []
    labels: list[Label] = []
    opening = stretches[index]
    place = opening.source if opening.is_label else opening.source + max(0, start - opening.start)
    while index < len(stretches) and stretches[index].start < end:
        stretch = stretches[index]
        first, stop = max(start, stretch.start), min(end, stretch.end)
        column = indent + width_cells(mixture[start:first])
        if stretch.is_label:
            labels.append(Label(column, mixture[first:stop]))
        elif first < stop:
            source = stretch.source + first - stretch.start
            runs.append(Run(column, source, source + stop - first))
        index += 1
    return LabelledLine(place, tuple(runs), tuple(labels))
