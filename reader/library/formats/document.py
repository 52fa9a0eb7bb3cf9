"""A text taken out of a file: what its front says, and its blocks in the one form a file can keep.

A file format cannot say everything that a list of blocks can, such as a space at a line's end or a
link inside a link. So each document is brought to a normal form when it is built, and from then on
document → file → document changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.domain.article import BLOCK_SEPARATOR, Alignment, Block, BlockKind, InlineSpan
from reader.domain.clean import LINE_LIMIT, clean, clean_line, clean_title, clean_url
from reader.domain.span import Span
from reader.library.formats.dates import iso_date
from reader.library.formats.pieces import TASK_SIGNS, Piece, settle
from reader.library.formats.runs import Run, normal_run
from reader.values import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST_LEVEL = 9
_QUOTABLE = frozenset({BlockKind.LIST_ITEM, BlockKind.HEADING, BlockKind.TABLE, BlockKind.CODE})
_TAB_CELLS = 4
"""How deep a list or a block quote may lie inside others; what is deeper is drawn at this depth."""

ID_PATTERN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
"""What an article's id may be: no space, nothing that a shell or a command line could take for its own."""

_LANGUAGE_NAME = re.compile(r"[\w+#.-]{1,40}")
_ORDERED_MARKER = re.compile(r"([0-9]{1,9})([.)])")
_FOOTNOTE_NUMBER = re.compile(r"0*[1-9][0-9]{0,3}")
_HEADING_LEVELS = 6


@frozen
class FrontMatter:
    """What a file says of its article before the text begins; None or empty when it does not.

    Dates are ISO 8601 as the source wrote them.
    """

    id: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    added: str | None = None
    place: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


@frozen
class Document:
    """One parsed file: front matter, plain text, and the blocks and inline spans on it.

    Offsets are code points of ``text``; blocks are joined by ``BLOCK_SEPARATOR``.
    """

    front: FrontMatter
    text: str
    blocks: tuple[Block, ...]
    spans: tuple[InlineSpan, ...] = ()


def build_document(front: FrontMatter, pieces: Iterable[Piece]) -> Document:
    """Return the document that these pieces make, in normal form.

    The first heading of level 1 becomes the title when there is none, and does not stand in the text
    when it says the same as the title.
    """
    front = normal_front(front)
    kept = [piece for piece in map(_normal_piece, pieces) if piece is not None]
    front, kept = _take_title(front, kept)
    return _join(front, settle(kept))


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """Take a document apart into its blocks, each with its own text and spans."""
    pieces: list[Piece] = []
    rest = iter(sorted(document.spans, key=lambda span: span.span))
    span = next(rest, None)
    for block in document.blocks:
        own: list[InlineSpan] = []
        while span is not None and span.span.start < block.span.end:
            if block.span.covers(span.span):
                own.append(replace(span, span=span.span.shift(-block.span.start)))
            span = next(rest, None)
        pieces.append(
            Piece(
                block.kind,
                block.span.of(document.text),
                tuple(own),
                block.level,
                block.marker,
                block.language,
                block.url,
                block.alignments,
                block.quoted,
            )
        )
    return tuple(pieces)


def normal_front(front: FrontMatter) -> FrontMatter:
    """Return front matter with every value cleaned, and those that say nothing left out."""
    return FrontMatter(
        id=front.id if front.id and ID_PATTERN.fullmatch(front.id) else None,
        title=clean_title(front.title or "") or None,
        authors=_lines(front.authors),
        source=clean_line(front.source or "") or None,
        url=clean_url(front.url or ""),
        published=iso_date(front.published or ""),
        updated=iso_date(front.updated or ""),
        added=iso_date(front.added or ""),
        place=clean_line(front.place or "") or None,
        language=clean_line(front.language or "") or None,
        tags=_lines(front.tags),
    )


def _lines(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for line in map(clean_line, values) if line))


def _normal_piece(piece: Piece) -> Piece | None:
    """Return the piece in normal form, or None when nothing of it is left."""
    kind = piece.kind
    quoted = min(max(piece.quoted, 0), DEEPEST_LEVEL) if kind in _QUOTABLE else 0
    if kind is BlockKind.RULE:
        return Piece(kind)
    if kind is BlockKind.CODE:
        text = clean(piece.text)
        if quoted:
            text = text.expandtabs(_TAB_CELLS)  # behind a quote's sign a tab has no width of its own
        language = piece.language if _LANGUAGE_NAME.fullmatch(piece.language) else ""
        return Piece(kind, text, language=language, quoted=quoted) if text.strip() else None
    run = normal_run(Run(piece.text, piece.spans), kind)
    if kind is BlockKind.IMAGE:
        url = clean_url(piece.url) or ""
        return Piece(kind, run.text, url=url) if run.text or url else None
    if not run.text.strip():
        return None
    level = 0
    if kind is BlockKind.HEADING:
        level = min(max(piece.level, 1), _HEADING_LEVELS)
    elif kind in {BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE}:
        level = min(max(piece.level, 1), DEEPEST_LEVEL)
    alignments = _normal_alignments(piece.alignments, run.text) if kind is BlockKind.TABLE else ()
    marker = _normal_marker(piece)
    return Piece(kind, run.text, run.spans, level, marker, alignments=alignments, quoted=quoted)


def _normal_alignments(alignments: tuple[Alignment, ...], table: str) -> tuple[Alignment, ...]:
    """Return one alignment a column, or none where none says anything."""
    columns = table.split("\n", 1)[0].count("\t") + 1
    known = alignments[:columns]
    if all(alignment is Alignment.DEFAULT for alignment in known):
        return ()
    return known + (Alignment.DEFAULT,) * (columns - len(known))


def _normal_marker(piece: Piece) -> str:
    if piece.kind is BlockKind.FOOTNOTE:
        return str(int(piece.marker)) if _FOOTNOTE_NUMBER.fullmatch(piece.marker) else ""
    if piece.kind is not BlockKind.LIST_ITEM or not piece.marker:
        return ""
    if piece.marker in TASK_SIGNS:
        return piece.marker
    if ordered := _ORDERED_MARKER.fullmatch(piece.marker):
        return f"{int(ordered[1])}{ordered[2]}"
    return "•"


def _take_title(front: FrontMatter, pieces: list[Piece]) -> tuple[FrontMatter, list[Piece]]:
    """Take the title from the first heading of level 1, and leave out those that only repeat it."""
    kept: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece.kind is BlockKind.HEADING and piece.level == 1 and not piece.quoted:
            if front.title is None:
                front = replace(front, title=clean_title(piece.text) or None)
            if len(piece.text) <= LINE_LIMIT and clean_title(piece.text) == front.title:
                continue
            return front, kept + pieces[index:]
        kept.append(piece)
    return front, kept


def _join(front: FrontMatter, pieces: list[Piece]) -> Document:
    blocks: list[Block] = []
    spans: list[InlineSpan] = []
    start = 0
    for piece in pieces:
        place = Span(start, start + len(piece.text))
        blocks.append(
            Block(
                piece.kind,
                place,
                piece.level,
                piece.marker,
                piece.language,
                piece.url,
                piece.alignments,
                piece.quoted,
            )
        )
        spans += [replace(span, span=span.span.shift(start)) for span in piece.spans]
        start = place.end + len(BLOCK_SEPARATOR)
    text = BLOCK_SEPARATOR.join(piece.text for piece in pieces)
    return Document(front, text, tuple(blocks), tuple(spans))
