"""Running text with spans on it, brought to the form that every format can keep."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise

from reader.domain.article import BlockKind, InlineKind, InlineSpan
from reader.domain.clean import clean, clean_url
from reader.domain.span import Span
from reader.values import frozen

# What a reader of Markdown takes for marked text at all; a longer block keeps its words alone.
_LONGEST_MARKED = 250_000
_MOST_EMPHASES = 2_000
_ONE_LINE_KINDS = frozenset({BlockKind.HEADING, BlockKind.IMAGE, BlockKind.TERM})
_CLOSED_KINDS = frozenset({InlineKind.CODE, InlineKind.LINK})
"""What can hold no footnote's mark."""
_FOOTNOTE_MARK = re.compile("[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,3}")
_BREAKS = re.compile(r"[\n\t]")
_KIND_ORDER = {kind: order for order, kind in enumerate(InlineKind)}


@frozen
class Run:
    """A block's text and the spans on it, counted from its own start."""

    text: str
    spans: tuple[InlineSpan, ...] = ()


@frozen
class _Kept:
    """A stretch of the old text that stays, and where the new text has it."""

    start: int
    end: int
    new_start: int


def normal_run(run: Run, kind: BlockKind) -> Run:
    """Return the run cleaned, its lines stripped, empty lines gone, its spans fit to be nested.

    No span crosses a line or a table's cell, begins or ends with a space, touches another of its
    kind that says the same, or (a link) overlaps another link.
    """
    run = _clean_run(run)
    if kind is BlockKind.TABLE:
        run = _strip_table(run)
    elif kind in _ONE_LINE_KINDS:
        run = _strip_lines(run, " ")
    else:
        run = _strip_lines(run, "\n")
    spans = normal_spans(run.text, run.spans) if run.spans else ()
    return Run(run.text, () if _is_overloaded(run.text, spans) else spans)


def _is_overloaded(text: str, spans: tuple[InlineSpan, ...]) -> bool:
    emphases = sum(span.kind in {InlineKind.EMPHASIS, InlineKind.STRONG, InlineKind.STRIKE} for span in spans)
    length = len(text) + sum(len(span.url) + 8 for span in spans)
    return emphases > _MOST_EMPHASES or length > _LONGEST_MARKED


def _clean_run(run: Run) -> Run:
    text = clean(run.text)
    if text == run.text or not run.spans:
        return Run(text, run.spans)
    edges = sorted(
        {0, len(run.text), *(edge for span in run.spans for edge in (span.span.start, span.span.end))}
    )
    edges = [edge for edge in edges if edge <= len(run.text)]
    moved = {0: 0}
    for before, after in pairwise(edges):
        moved[after] = min(len(text), moved[before] + len(clean(run.text[before:after])))
    spans = (
        replace(span, span=Span(moved[span.span.start], moved[span.span.end]))
        for span in run.spans
        if span.span.end <= len(run.text)
    )
    return Run(text, tuple(spans))


def _strip_lines(run: Run, separator: str) -> Run:
    text = run.text.replace("\t", " ")
    if "\n" not in text:
        stripped = text.strip()
        if stripped == text:
            return Run(text, run.spans)
    kept: list[_Kept] = []
    parts: list[str] = []
    start = new_start = 0
    for line in text.split("\n"):
        words = line.strip()
        if words:
            begin = start + line.index(words[0])
            kept.append(_Kept(begin, begin + len(words), new_start))
            parts.append(words)
            new_start += len(words) + len(separator)
        start += len(line) + 1
    return Run(separator.join(parts), _move_spans(run.spans, kept))


def _strip_table(run: Run) -> Run:
    """Strip every cell, drop empty rows but the head, and give each row as many cells as the widest."""
    rows: list[list[_Kept]] = []
    lines: list[list[str]] = []
    start = 0
    for line in run.text.split("\n"):
        cells = line.split("\t")
        if not rows or any(cell.strip() for cell in cells):
            row: list[_Kept] = []
            cell_start = start
            for cell in cells:
                words = cell.strip()
                begin = cell_start + (cell.index(words[0]) if words else 0)
                row.append(_Kept(begin, begin + len(words), 0))
                cell_start += len(cell) + 1
            rows.append(row)
            lines.append([cell.strip() for cell in cells])
        start += len(line) + 1
    width = max(map(len, lines))
    kept: list[_Kept] = []
    new_start = 0
    for row, words_of_row in zip(rows, lines, strict=True):
        for stretch, words in zip(row, words_of_row, strict=True):
            kept.append(replace(stretch, new_start=new_start))
            new_start += len(words) + 1
        new_start += width - len(row)
    text = "\n".join("\t".join(words + [""] * (width - len(words))) for words in lines)
    return Run(text, _move_spans(run.spans, kept))


def _move_spans(spans: tuple[InlineSpan, ...], kept: list[_Kept]) -> tuple[InlineSpan, ...]:
    starts = [stretch.start for stretch in kept]

    def moved(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        if index < 0:
            return 0
        stretch = kept[index]
        return stretch.new_start + min(offset, stretch.end) - stretch.start

    if not kept:
        return ()
    return tuple(
        replace(span, span=Span(start, max(start, moved(span.span.end))))
        for span in spans
        for start in (moved(span.span.start),)
    )


def normal_spans(text: str, spans: tuple[InlineSpan, ...]) -> tuple[InlineSpan, ...]:
    """Return the spans cut at line and cell ends, merged by kind, trimmed of spaces, and sorted."""
    marks = _footnote_marks(text, spans)
    result: list[InlineSpan] = list(marks)
    for kind in InlineKind:
        parts = [
            InlineSpan(kind, _widened(part, marks), url)
            for span in spans
            if span.kind is kind and kind is not InlineKind.FOOTNOTE
            for url in (clean_url(span.url) if kind is InlineKind.LINK else "",)
            if url is not None
            for part in _parts(text, span.span)
        ]
        parts.sort(key=_place)
        # Trimmed last: two touching spans are one, also when a space lies where they touch.
        result += [
            replace(part, span=trimmed)
            for part in _merge(parts)
            for trimmed in (_trim(text, part.span),)
            if trimmed is not None
        ]
    result.sort(key=lambda span: (span.span.start, -span.span.end, _KIND_ORDER[span.kind]))
    return tuple(result)


def _footnote_marks(text: str, spans: tuple[InlineSpan, ...]) -> list[InlineSpan]:
    """Return the marks that are a whole number, apart from each other, from code and from links."""
    wanted = sorted({span.span for span in spans if span.kind is InlineKind.FOOTNOTE})
    if not wanted:
        return []
    closed = (replace(span, url="") for span in spans if span.kind in _CLOSED_KINDS)
    barred = _merge(sorted(closed, key=_place))
    marks: list[InlineSpan] = []
    for mark in wanted:
        is_whole = _FOOTNOTE_MARK.fullmatch(mark.of(text)) and not _is_attached(text[mark.end : mark.end + 1])
        is_apart = not (marks and marks[-1].span.end > mark.start) and not _touched(mark, barred)
        if is_whole and is_apart:
            marks.append(InlineSpan(InlineKind.FOOTNOTE, mark))
    return marks


def _touched(span: Span, others: list[InlineSpan]) -> list[InlineSpan]:
    """Return those of ``others``, sorted and apart from each other, that share a character with ``span``."""
    first = bisect_right(others, span.start, key=lambda other: other.span.end)
    last = bisect_left(others, span.end, key=lambda other: other.span.start)
    return others[first:last]


def _widened(span: Span, marks: list[InlineSpan]) -> Span:
    """Return the span so that it holds every footnote's mark it touches whole."""
    touched = _touched(span, marks)
    if not touched:
        return span
    return Span(min(span.start, touched[0].span.start), max(span.end, touched[-1].span.end))


def _parts(text: str, span: Span) -> list[Span]:
    """Return what a span covers of each line or cell, in whole characters."""
    parts: list[Span] = []
    start = span.start
    limit = min(span.end, len(text))
    while start < limit:
        found = _BREAKS.search(text, start, limit)
        end = stop = found.start() if found else limit
        while start < end and _is_attached(text[start]):
            start += 1
        while start < end < len(text) and _is_attached(text[end]):
            end += 1
        if start < end:
            parts.append(Span(start, end))
        start = stop + 1
    return parts


def _place(part: InlineSpan) -> tuple[int, int]:
    return part.span.start, -part.span.end


def _merge(parts: list[InlineSpan]) -> list[InlineSpan]:
    """Join what touches and says the same; a link that overlaps another keeps only its own part."""
    merged: list[InlineSpan] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last is None or part.span.start > last.span.end:
            merged.append(part)
        elif part.url == last.url:
            merged[-1] = replace(last, span=Span(last.span.start, max(last.span.end, part.span.end)))
        elif part.span.end > last.span.end:
            merged.append(replace(part, span=Span(last.span.end, part.span.end)))
    return merged


def _trim(text: str, span: Span) -> Span | None:
    """Return the span without spaces at its ends, nor marks that sit on such a space."""
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or _is_attached(text[start])):
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _is_attached(character: str) -> bool:
    """Tell whether a character is a mark or a tag that belongs to the one before it."""
    return character > "\u02ff" and (
        unicodedata.category(character)[0] == "M" or "\U000e0020" <= character <= "\U000e007f"
    )
