"""A document written as Markdown: what would read as markup is escaped, so that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.domain.article import Alignment, BlockKind
from reader.domain.span import Span
from reader.library.formats.document import Document, pieces_of
from reader.library.formats.front_matter import write_front_matter
from reader.library.formats.markdown import markdown_parser
from reader.library.formats.markdown_blocks import CALLOUT_KINDS
from reader.library.formats.markdown_escapes import (
    escape_closing,
    escape_label,
    escape_start,
    longest_run_of_backticks,
    write_destination,
    write_inline,
)
from reader.library.formats.markdown_syntax import DEFINITION_INDENT, FOOTNOTE_INDENT
from reader.library.formats.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLOUT_NAMES = {kind: name for name, kind in CALLOUT_KINDS.items()}
_BOXES = {"☐": "[ ] ", "☑": "[x] "}
_BULLETS = frozenset({"•", *_BOXES})
_RULES = {
    Alignment.DEFAULT: " --- |",
    Alignment.LEFT: " :-- |",
    Alignment.CENTRE: " :-: |",
    Alignment.RIGHT: " --: |",
}
_LIST_BREAK = "<!-- -->"


def write_markdown(document: Document) -> str:
    """Return the Markdown file that ``parse_markdown`` reads back as the same document."""
    return write_front_matter(document.front) + "".join(_write_pieces(pieces_of(document)))


def _write_pieces(pieces: tuple[Piece, ...]) -> Iterator[str]:
    writer, quoted = _ListWriter(), 0
    is_under_term = False
    for piece in pieces:
        if piece.kind is not BlockKind.LIST_ITEM or piece.quoted != quoted:
            writer, quoted = _ListWriter(), piece.quoted
        if piece.kind is BlockKind.LIST_ITEM:
            # The blank line before the first item parts it from another quote, those further on are its own.
            is_first, lines = not writer.indents, writer.write(piece)
            yield f"\n{_in_quotes(lines[1:], quoted)}" if is_first else _in_quotes(lines, quoted)
        else:
            yield ("" if is_under_term else "\n") + _in_quotes(_write_block(piece), quoted)
        is_under_term = piece.kind is BlockKind.TERM


def _in_quotes(lines: str, depth: int) -> str:
    """Return whole lines with the signs of so many block quotes before each."""
    if not depth:
        return lines
    return "".join(f"{'> ' * depth}{line}\n" for line in lines.removesuffix("\n").split("\n"))


class _ListWriter:
    """Writes one run of list items; knows how far each open level is indented and its last marker."""

    def __init__(self) -> None:
        self.indents: list[str] = []
        self.markers: list[str] = []
        self.is_after_item = False

    def write(self, piece: Piece) -> str:
        """Return the item's lines, with the blank line before it where it needs one."""
        if not piece.marker:
            self._close(piece.level)
            self.is_after_item = False
            return "\n" + _lines(piece, self.indents[-1], self.indents[-1])
        outer = self.indents[piece.level - 2] if piece.level > 1 else ""
        sibling = self.markers[piece.level - 1] if len(self.markers) >= piece.level else ""
        gap = "\n"
        if sibling and not _follows(sibling, piece.marker) and _is_same_list(sibling, piece.marker):
            gap = f"\n{outer}{_LIST_BREAK}\n\n"
        elif self.is_after_item and (
            _follows(sibling, piece.marker) if sibling else piece.marker in _BULLETS
        ):
            gap = ""
        sign = "-" if piece.marker in _BULLETS else piece.marker
        inner = outer + " " * (len(sign) + 1)
        self._close(piece.level - 1)
        self.indents.append(inner)
        self.markers.append(piece.marker)
        self.is_after_item = True
        return gap + _lines(piece, f"{outer}{sign} {_BOXES.get(piece.marker, '')}", inner)

    def _close(self, level: int) -> None:
        """Leave the lists that lie deeper than ``level``."""
        del self.indents[level:], self.markers[level:]


def _follows(sibling: str, marker: str) -> bool:
    """Tell whether Markdown, which counts for itself, would give this marker after its sibling's."""
    if sibling in _BULLETS or marker in _BULLETS:
        return sibling in _BULLETS and marker in _BULLETS
    return sibling[-1] == marker[-1] and int(marker[:-1]) == int(sibling[:-1]) + 1


def _is_same_list(sibling: str, marker: str) -> bool:
    """Tell whether a parser would take both for items of one list: same sign, same delimiter."""
    return sibling[-1] == marker[-1] or (sibling in _BULLETS and marker in _BULLETS)


def _write_block(piece: Piece) -> str:
    if piece.kind in _CALLOUT_NAMES:
        return f"> [!{_CALLOUT_NAMES[piece.kind]}]\n" + _lines(piece, "> ", "> ")
    return _WRITERS[piece.kind](piece)


def _write_rule(_piece: Piece) -> str:
    # Three dashes would be taken for front matter, or for the underline of a heading.
    return "***\n"


def _write_code(piece: Piece) -> str:
    fence = "`" * max(3, longest_run_of_backticks(piece.text) + 1)
    return f"{fence}{piece.language}\n{piece.text}\n{fence}\n"


def _write_image(piece: Piece) -> str:
    return f"![{escape_label(piece.text)}]({write_destination(piece.url)})\n"


def _write_heading(piece: Piece) -> str:
    words = write_inline(markdown_parser(), piece.text, piece.spans)
    return f"{'#' * piece.level} {escape_closing(words)}\n"


def _write_paragraph(piece: Piece) -> str:
    return _lines(piece, "", "")


def _write_block_quote(piece: Piece) -> str:
    prefix = "> " * piece.level
    return _lines(piece, prefix, prefix)


def _write_table(piece: Piece) -> str:
    """Write a table; its cells are written one by one, since no span crosses a cell's end."""
    rows: list[str] = []
    start = 0
    for line in piece.text.split("\n"):
        cells: list[str] = []
        for words in line.split("\t"):
            place = Span(start, start + len(words))
            own = tuple(
                replace(span, span=span.span.shift(-start)) for span in piece.spans if place.covers(span.span)
            )
            cells.append(write_inline(markdown_parser(), words, own).replace("|", r"\|"))
            start = place.end + 1
        rows.append(f"| {' | '.join(cells)} |\n")
        if len(rows) == 1:
            alignments = piece.alignments or (Alignment.DEFAULT,) * len(cells)
            rows.append("|" + "".join(_RULES[alignment] for alignment in alignments) + "\n")
    return "".join(rows)


def _write_definition(piece: Piece) -> str:
    return _lines(piece, ": ", " " * DEFINITION_INDENT)


def _write_footnote(piece: Piece) -> str:
    indent = " " * FOOTNOTE_INDENT
    return _lines(piece, f"[^{piece.marker}]: " if piece.marker else indent, indent)


def _lines(piece: Piece, first_prefix: str, prefix: str) -> str:
    """Return the lines of running text; a backslash at a line's end keeps the break."""
    source = write_inline(markdown_parser(), piece.text, piece.spans)
    lines = [escape_start(line) for line in source.split("\n")]
    return first_prefix + f"\\\n{prefix}".join(lines) + "\n"


_WRITERS = {
    BlockKind.PARAGRAPH: _write_paragraph,
    BlockKind.HEADING: _write_heading,
    BlockKind.BLOCK_QUOTE: _write_block_quote,
    BlockKind.CODE: _write_code,
    BlockKind.TABLE: _write_table,
    BlockKind.IMAGE: _write_image,
    BlockKind.RULE: _write_rule,
    BlockKind.TERM: _write_paragraph,
    BlockKind.DEFINITION: _write_definition,
    BlockKind.FOOTNOTE: _write_footnote,
}
