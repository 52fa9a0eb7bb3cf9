"""The blocks of a text before they have a place in it, in an order that a file can keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.domain.article import Alignment, BlockKind, InlineKind, InlineSpan, footnote_mark
from reader.values import frozen

TASK_SIGNS = ("☐", "☑")
"""The markers of a task that is still to do, and of one that is done."""
_DEFINED = frozenset({BlockKind.TERM, BlockKind.DEFINITION})


@frozen
class Piece:
    """One block with its own text, before it has a place in a document; spans count from its start."""

    kind: BlockKind
    text: str = ""
    spans: tuple[InlineSpan, ...] = ()
    level: int = 0
    marker: str = ""
    language: str = ""
    url: str = ""
    alignments: tuple[Alignment, ...] = ()
    quoted: int = 0


def settle(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces each in a place that it can have in a file; what has none becomes a paragraph."""
    return _settle_lists(_settle_terms(_settle_footnotes(pieces)))


def _settle_footnotes(pieces: Iterable[Piece]) -> list[Piece]:
    """Put the footnotes behind all else, each number once, and keep only the marks that lead to one."""
    body: list[Piece] = []
    notes: list[Piece] = []
    numbers: set[str] = set()
    for piece in pieces:
        if piece.kind is not BlockKind.FOOTNOTE:
            body.append(piece)
        elif not notes and not piece.marker:
            body.append(replace(piece, kind=BlockKind.PARAGRAPH))
        else:
            notes.append(replace(piece, marker="") if piece.marker in numbers else piece)
            numbers.add(piece.marker)
    marks = {footnote_mark(number) for number in numbers}
    return [_keep_marks(piece, marks) for piece in (*body, *notes)]


def _keep_marks(piece: Piece, marks: set[str]) -> Piece:
    kept = tuple(
        span
        for span in piece.spans
        if span.kind is not InlineKind.FOOTNOTE or span.span.of(piece.text) in marks
    )
    return piece if len(kept) == len(piece.spans) else replace(piece, spans=kept)


def _settle_terms(pieces: list[Piece]) -> list[Piece]:
    """Keep a term only above a definition, and a definition only below a term or another definition."""
    settled = list(pieces)
    following: BlockKind | None = None
    for index in range(len(settled) - 1, -1, -1):
        if settled[index].kind is BlockKind.TERM and following not in _DEFINED:
            settled[index] = replace(settled[index], kind=BlockKind.PARAGRAPH)
        following = settled[index].kind
    previous: BlockKind | None = None
    for index, piece in enumerate(settled):
        if piece.kind is BlockKind.DEFINITION and previous not in _DEFINED:
            settled[index] = replace(piece, kind=BlockKind.PARAGRAPH)
        previous = settled[index].kind
    return settled


def _settle_lists(pieces: Iterable[Piece]) -> list[Piece]:
    """Give every list item a place that a list can have: no level skipped, no paragraph without item."""
    settled: list[Piece] = []
    depth = quoted = 0
    for piece in pieces:
        if piece.kind is not BlockKind.LIST_ITEM or piece.quoted != quoted:
            depth, quoted = 0, piece.quoted
        if piece.kind is not BlockKind.LIST_ITEM:
            settled.append(piece)
        elif piece.marker:
            depth = min(piece.level, depth + 1)
            settled.append(replace(piece, level=depth))
        elif depth:
            depth = min(piece.level, depth)
            settled.append(replace(piece, level=depth))
        else:
            settled.append(_without_item(piece))
    return settled


def _without_item(piece: Piece) -> Piece:
    """Return a paragraph of a list item that there is none for: in a block quote it is one of that."""
    if piece.quoted:
        return replace(piece, kind=BlockKind.BLOCK_QUOTE, level=piece.quoted, quoted=0)
    return replace(piece, kind=BlockKind.PARAGRAPH, level=0)
