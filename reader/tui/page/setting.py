"""A reading made ready for the page apart from the keys: 5 MB take a second to mark and to set in lines."""

from __future__ import annotations

from reader.desk.reading import Reading
from reader.tui.page.block_lines import Measure
from reader.tui.page.layout import lay_out
from reader.tui.page.lines import Layout
from reader.tui.page.markings import Markings, piece_markings, speaker_numbers, type_markings
from reader.values import NamedTuple


class PageSetting(NamedTuple):
    """What the page works out of a reading; ``lines`` are for one measure."""

    reading: Reading
    measure: Measure
    lines: Layout
    pieces: Markings
    types: Markings
    speakers: tuple[int, ...]


def is_set_alike(one: Reading | None, other: Reading | None) -> bool:
    """Tell whether two states of an article have the same lines: the head counts the quotations."""
    if one is None or other is None:
        return False
    return one.article is other.article and len(one.quotations) == len(other.quotations)


def set_page(reading: Reading, measure: Measure) -> PageSetting:
    """Set a reading; pure, so fit for any thread."""
    lines = lay_out(reading.article, len(reading.quotations), measure)
    marked = piece_markings(reading), type_markings(reading), speaker_numbers(reading)
    return PageSetting(reading, measure, lines, *marked)
