"""One line of the page: a line, what stands out on it, and the page's geometry in, a strip out."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from urllib.parse import quote

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.domain.quote import Speaker
from reader.domain.span import Span
from reader.tui.cells import SOFT_HYPHEN, cut, width_cells
from reader.tui.inks import Inks, over_tint
from reader.tui.page.kept_sign import kept_sign
from reader.tui.page.lines import Label, Line, LineStyle, Run
from reader.tui.page.markings import Marking, MarkingKind
from reader.values import NamedTuple

GUTTER_CELLS = 3
"""Left of the column: the star of a kept quotation, its bar, the arrow at the place one is at."""
NAME_GAP_CELLS = 2
END_CELLS = 2
"""Right of the names: a space, and the mark of where one is."""
MIN_NAME_CELLS = 12
WANTED_NAME_CELLS = 20
MIN_COLUMN_BESIDE_NAMES = 50


class Geometry(NamedTuple):
    """Where things stand across the page, in cells: the column of text, and the names right of it."""

    width: int
    left: int
    column: int
    names: int


def geometry(width: int, wanted_column: int) -> Geometry:
    """Centre the column on the page; names stand in the right margin where at least twelve cells are free."""
    outside = GUTTER_CELLS + NAME_GAP_CELLS + END_CELLS
    column = max(1, min(wanted_column, width - GUTTER_CELLS - END_CELLS))
    beside_names = width - outside - WANTED_NAME_CELLS
    if column > beside_names >= MIN_COLUMN_BESIDE_NAMES:
        column = beside_names
    left = max(min(GUTTER_CELLS, width - 1), (width - column) // 2)
    free = width - outside - column
    if free < MIN_NAME_CELLS:
        return Geometry(width, left, column, 0)
    left = max(GUTTER_CELLS, min(left, GUTTER_CELLS + free - WANTED_NAME_CELLS))
    return Geometry(width, left, column, GUTTER_CELLS + free - left)


class LineMarks(NamedTuple):
    """What stands out on one line: quotations and their beginnings, type, what is selected, where one is."""

    quotes: Sequence[Marking] = ()
    types: Sequence[Marking] = ()
    names: Sequence[Speaker | None] = ()
    current: int = -1
    kept: frozenset[int] = frozenset()
    selected: Span | None = None
    place: Span | None = None
    speakers: Sequence[int] = ()

    def speaker_of(self, marking: Marking) -> int:
        """Return the number of the speaker of a piece, -1 when none is known or shown."""
        return self.speakers[marking.quotation] if 0 <= marking.quotation < len(self.speakers) else -1

    def is_kept(self, marking: Marking) -> bool:
        """Tell whether a piece or passage is kept."""
        return marking.kind is MarkingKind.KEPT or marking.quotation in self.kept


def paint_line(text: str, line: Line, marks: LineMarks, page: Geometry, inks: Inks, bar: Segment) -> Strip:
    """Draw one line ``page.width`` cells wide; ``bar`` is the last cell, a row of the scroll bar."""
    base = _base_style(line.style, inks)
    segments = _gutter(marks, page, inks)
    used = _draw_lead(line, base, inks, segments)
    used = _draw_words(text, line, marks, inks, segments, used)
    right = page.column - used
    if line.style is LineStyle.CODE and right > 0:
        segments.append(Segment(" " * right, inks.code))
        right = 0
    name = _margin_name(marks, page.names)
    rest = page.width - page.left - page.column - 1 + right
    if name.width and rest > NAME_GAP_CELLS:
        segments.append(Segment(" " * (right + NAME_GAP_CELLS), inks.text))
        is_current = any(
            marking.quotation == marks.current >= 0 for marking in marks.quotes if marking.is_first
        )
        name_style = inks.current_name if is_current else inks.name
        segments += [
            Segment(name.name, name_style),
            Segment(name.doubt, inks.doubt),
            Segment(name.rest, inks.name),
        ]
        rest -= right + NAME_GAP_CELLS + name.width
    segments += [Segment(" " * max(0, rest), inks.text), bar]
    return Strip([segment for segment in segments if segment.text]).adjust_cell_length(page.width, inks.text)


def _gutter(marks: LineMarks, page: Geometry, inks: Inks) -> list[Segment]:
    """The cells left of the column: star and bar say by shape what the tint says by colour."""
    margin = Segment(" " * (page.left - GUTTER_CELLS), inks.text)
    if page.left < GUTTER_CELLS:
        return [Segment(" " * page.left, inks.text)]
    arrow = Segment("›", inks.place_arrow) if marks.place else Segment(" ", inks.text)
    if not marks.quotes:
        is_reported = any(marking.kind is MarkingKind.REPORTED for marking in marks.types)
        return [margin, Segment(" ┊" if is_reported else "  ", inks.reported_bar), arrow]
    is_current = any(marking.quotation == marks.current >= 0 for marking in marks.quotes)
    is_kept = any(marks.is_kept(marking) for marking in marks.quotes)
    first_kept = [marking for marking in marks.quotes if marks.is_kept(marking) and marking.is_first]
    sign = kept_sign(first_kept, has_room_for_labels=page.names > 0)
    bar = _bar_style(marks, inks, is_current=is_current, is_kept=is_kept)
    return [
        margin,
        Segment(sign, inks.kept_bar),
        Segment("▌" if is_current else "▎", bar),
        arrow,
    ]


def _bar_style(marks: LineMarks, inks: Inks, *, is_current: bool, is_kept: bool) -> Style:
    """The colour of the speaker of the line's quotation, the current one first; the name says it too."""
    shown = [marking for marking in marks.quotes if marking.quotation == marks.current >= 0] or marks.quotes
    number = marks.speaker_of(shown[0])
    if number >= 0:
        style = inks.speakers[number % len(inks.speakers)]
        return style + inks.strong if is_current else style
    return inks.current_bar if is_current else inks.kept_bar if is_kept else inks.quote_bar


def _draw_lead(line: Line, base: Style, inks: Inks, segments: list[Segment]) -> int:
    """Append what the page itself writes and return the cells used."""
    if line.lead_column:
        segments.append(Segment(" " * line.lead_column, inks.text))
    if line.lead:
        segments.append(Segment(line.lead, inks.dim if line.runs else base))
    return line.lead_column + width_cells(line.lead)


def _draw_words(
    text: str, line: Line, marks: LineMarks, inks: Inks, segments: list[Segment], used: int
) -> int:
    """Append the article's words and the page's labels among them; return the cells used."""
    base = _base_style(line.style, inks)
    ground = gap_style = _ground(line.style, inks)
    parts: Sequence[Run | Label] = line.runs
    if line.labels:
        parts = sorted((*line.runs, *line.labels), key=lambda part: part.column)
    for part in parts:
        if part.column > used:
            segments.append(Segment(" " * (part.column - used), gap_style))
            used = part.column
        if isinstance(part, Label):
            segments.append(Segment(part.words, ground + inks.label))
            used += width_cells(part.words)
            continue
        for passage, style in _styled(text, part.start, part.end, base, marks, inks):
            segments.append(Segment(passage, style))
            used += width_cells(passage)
            gap_style = style if line.fill else ground  # a tint goes on through a widened space
    return used


def _styled(
    text: str, start: int, end: int, base: Style, marks: LineMarks, inks: Inks
) -> Iterable[tuple[str, Style]]:
    """Cut a run where its look changes; a tint lies over the type, the type under a mention's line."""
    edges = {start, end}
    for marking in (*marks.quotes, *marks.types):
        edges.update(edge for edge in (marking.start, marking.end) if start < edge < end)
    for span in filter(None, (marks.selected, marks.place)):
        edges.update(edge for edge in (span.start, span.end) if start < edge < end)
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        style = base
        if marks.place is not None and left in marks.place:
            style += inks.place
        tints = [marking for marking in marks.quotes if marking.start <= left < marking.end]
        for marking in tints:
            style += _tint(marking, marks, inks)
        for marking in marks.types:
            if marking.start <= left < marking.end:
                ink = _TYPE_STYLES[marking.kind](inks)
                style += over_tint(ink) if tints and marking.kind in _TYPE_WITH_COLOUR else ink
                if marking.url:
                    style += link_style(marking.url)
        if marks.selected is not None and left in marks.selected:
            style += inks.selection
        yield _drawn(text[left:right], is_run_end=right == end), style


def _drawn(passage: str, *, is_run_end: bool) -> str:
    """Return the characters to send to the terminal: a soft hyphen shows where a line ends with it."""
    if SOFT_HYPHEN not in passage:
        return passage
    hyphen = "-" if is_run_end and passage.endswith(SOFT_HYPHEN) else ""
    return passage.replace(SOFT_HYPHEN, "") + hyphen


LONGEST_LINK = 2_000
"""Terminals cut or refuse longer addresses (VTE: 2083 bytes)."""


@lru_cache(maxsize=512)
def link_style(url: str) -> Style:
    """Return the style that makes words a link the terminal itself can follow (OSC 8).

    ``url`` has passed ``clean_url``. Only ASCII is sent, as the sequence asks, so that no byte of the
    address can be taken for the end of it. One style an address: its parts are one link to the terminal.
    """
    sent = quote(url, safe=string.punctuation)
    return Style(link=sent) if len(sent) <= LONGEST_LINK else Style.null()


def _tint(marking: Marking, marks: LineMarks, inks: Inks) -> Style:
    is_current = marking.quotation == marks.current >= 0
    if marks.is_kept(marking):
        return inks.kept_current if is_current else inks.kept
    return inks.current if is_current else inks.quote


class _MarginName(NamedTuple):
    """A speaker's name, the sign of doubt behind it, and what else is said there."""

    name: str = ""
    doubt: str = ""
    rest: str = ""

    @property
    def width(self) -> int:
        return width_cells(self.name) + width_cells(self.doubt) + width_cells(self.rest)


def _margin_name(marks: LineMarks, room: int) -> _MarginName:
    """The first speaker who begins here, ``?`` in doubt, ``+1`` for another, and the label it was given."""
    labels = [marking.label for marking in marks.quotes if marking.is_first and marking.label]
    if room < MIN_NAME_CELLS or not (marks.names or labels):
        return _MarginName()
    if not marks.names:
        return _MarginName(rest=cut(labels[0], room))
    speaker, *others = marks.names
    doubt = " ?" if speaker is None else speaker.shown.removeprefix(speaker.label)
    more = f" +{len(others)}" if others else ""
    label = f" · {labels[0]}" if labels else ""
    rest = more + cut(label, room // 2 - len(more) - len(doubt))
    name = "" if speaker is None else cut(speaker.label, room - width_cells(rest) - len(doubt))
    return _MarginName(name, doubt, rest)


_TYPE_WITH_COLOUR = frozenset({MarkingKind.CODE, MarkingKind.FOOTNOTE})
_TYPE_STYLES: dict[MarkingKind, Callable[[Inks], Style]] = {
    MarkingKind.REPORTED: lambda inks: inks.reported,
    MarkingKind.MENTION: lambda inks: inks.mention,
    MarkingKind.EMPHASIS: lambda inks: inks.emphasis,
    MarkingKind.STRONG: lambda inks: inks.strong,
    MarkingKind.CODE: lambda inks: inks.inline_code,
    MarkingKind.LINK: lambda inks: inks.link,
    MarkingKind.MATCH: lambda inks: inks.match,
    MarkingKind.CURRENT_MATCH: lambda inks: inks.current_match,
    MarkingKind.STRIKE: lambda inks: inks.strike,
    MarkingKind.FOOTNOTE: lambda inks: inks.footnote,
}


def _ground(style: LineStyle, inks: Inks) -> Style:
    return inks.code if style is LineStyle.CODE else inks.text


_BASE_STYLES: dict[LineStyle, Callable[[Inks], Style]] = {
    LineStyle.TITLE: lambda inks: inks.title,
    LineStyle.HEADING: lambda inks: inks.heading,
    LineStyle.SUBHEADING: lambda inks: inks.subheading,
    LineStyle.MINOR_HEADING: lambda inks: inks.minor_heading,
    LineStyle.TERM: lambda inks: inks.strong_text,
    LineStyle.ATTRIBUTION: lambda inks: inks.dim,
    LineStyle.FOOTNOTE: lambda inks: inks.footnote_text,
    LineStyle.TABLE_HEAD: lambda inks: inks.heading,
    LineStyle.KICKER: lambda inks: inks.kicker,
    LineStyle.BYLINE: lambda inks: inks.dim,
    LineStyle.RELATED: lambda inks: inks.dim,
    LineStyle.IMAGE: lambda inks: inks.dim,
    LineStyle.RULE: lambda inks: inks.faint,
    LineStyle.CAPTION: lambda inks: inks.caption,
    LineStyle.PULL_QUOTE: lambda inks: inks.pull_quote,
    LineStyle.CODE: lambda inks: inks.code,
}


def _base_style(style: LineStyle, inks: Inks) -> Style:
    chosen = _BASE_STYLES.get(style)
    return chosen(inks) if chosen else inks.text
