"""An article as lines to be heard: each block in its order, each quotation on a line of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from reader.desk.reading import Reading
from reader.domain.article import Block, BlockKind
from reader.domain.quote import Quotation
from reader.domain.span import Span
from reader.plain.wording import counted, one_line, quotation_label

_LABELS = {
    BlockKind.HEADING: "Heading",
    BlockKind.BLOCK_QUOTE: "Block quote",
    BlockKind.CAPTION: "Caption",
    BlockKind.PULL_QUOTE: "Pull quote",
    BlockKind.RELATED: "Related",
    BlockKind.IMAGE: "Picture",
    BlockKind.TERM: "Term",
    BlockKind.DEFINITION: "Definition",
}

_SAID_MARKERS = {"☐": "To do:", "☑": "Done:"}


class Script:
    """The lines of a reading, block by block, made when they are asked for.

    The text is said once: a quotation is a line between the words before it and those after it.
    """

    def __init__(self, reading: Reading, kept: frozenset[int] = frozenset()) -> None:
        self.reading = reading
        self.kept = kept
        self._starts = [block.span.start for block in reading.article.blocks]
        self._pieces: list[tuple[Span, Quotation, bool]] = sorted(
            (
                (piece.span, quotation, number == 0)
                for quotation in reading.quotations
                for number, piece in enumerate(quotation.pieces)
            ),
            key=lambda piece: piece[0],
        )
        self._piece_ends = [span.end for span, _, _ in self._pieces]

    def __len__(self) -> int:
        return len(self._starts)

    def block_at(self, offset: int) -> int:
        """Return the index of the block that holds the code point ``offset``."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def span_of(self, index: int) -> Span:
        """Return the place of a block in the text."""
        return self.reading.article.blocks[index].span

    def lines_of(self, index: int) -> list[str]:
        """Return what is said of a block, at least one line."""
        block = self.reading.article.blocks[index]
        if block.kind is BlockKind.CODE:
            return [f"Code {block.language}".strip() + ":", *block.span.of(self._text).split("\n")]
        if block.kind is BlockKind.TABLE:
            return _table_lines(block.span.of(self._text))
        lines = list(self._prose_lines(block.span))
        if not lines:
            return ["Picture without words."] if block.kind is BlockKind.IMAGE else ["Section break."]
        label = f"{_LABELS[block.kind]}: " if block.kind in _LABELS else _marker(block)
        quoted = "Block quote: " if block.quoted and (block.marker or block.kind in _LABELS) else ""
        return [quoted + label + lines[0], *lines[1:]]

    def all_lines(self) -> Iterator[str]:
        """Yield the lines of every block."""
        for index in range(len(self)):
            yield from self.lines_of(index)

    def quotations_in(self, index: int) -> list[Quotation]:
        """Return the quotations that have a piece in a block."""
        return [quotation for _, quotation, _ in self._pieces_in(self.span_of(index))]

    @property
    def _text(self) -> str:
        return self.reading.article.text

    def _pieces_in(self, span: Span) -> Iterator[tuple[Span, Quotation, bool]]:
        for place, quotation, is_first in self._pieces[bisect_right(self._piece_ends, span.start) :]:
            if place.start >= span.end:
                return
            yield place, quotation, is_first

    def _prose_lines(self, span: Span) -> Iterator[str]:
        cursor = span.start
        for place, quotation, is_first in self._pieces_in(span):
            start, end = max(cursor, place.start), min(place.end, span.end)
            if end <= cursor:
                continue  # inside the one before
            if before := one_line(self._text[cursor:start]):
                yield before
            end = self._after_marks(end, span.end)
            label = f"Quotation {quotation.number} continued"
            if is_first:
                label = quotation_label(self.reading, quotation, self.kept)
            yield f"{label}: {one_line(self._text[start:end])}"
            cursor = end
        if rest := one_line(self._text[cursor : span.end]):
            yield rest

    def _after_marks(self, start: int, end: int) -> int:
        """Return where the full stop or comma after a quotation ends, so that it is no line of its own."""
        while start < end and self._text[start] in ".,;:!?)…":
            start += 1
        return start


def _marker(block: Block) -> str:
    if block.kind is BlockKind.FOOTNOTE:
        return f"Footnote {block.marker}: " if block.marker else ""
    inside = f"Level {block.level}: " if block.level > 1 and block.marker else ""
    return f"{inside}{_SAID_MARKERS.get(block.marker, block.marker)} " if block.marker else ""


def _table_lines(text: str) -> list[str]:
    """Say a table row by row, each cell after the name of its column."""
    head, *rows = [row.split("\t") for row in text.split("\n")]
    size = f"{counted(len(head), 'column')}, {counted(len(rows), 'row')}"
    lines = [f"Table, {size}: {'; '.join(head)}"]
    for number, row in enumerate(rows, 1):
        named = (
            f"{head[column]}: {cell}" if column < len(head) and head[column] else cell
            for column, cell in enumerate(row)
            if cell
        )
        lines.append(f"Row {number}. {'; '.join(named)}")
    return lines
