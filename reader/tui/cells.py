"""Text measured and cut by terminal cells."""

from __future__ import annotations

import re

from rich.cells import cell_len, split_graphemes

ELLIPSIS = "…"
SOFT_HYPHEN = "\u00ad"
"""Drawn as a hyphen at a line's end and as nothing elsewhere: terminals disagree, so none is sent to them."""
ZERO_WIDTH_JOINER = "\u200d"

_SINGLE_CELL_TEXT = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u202f-\u205e\u2070-\u209c"
    "\u20a0-\u20bf\u2100-\u218b\u2190-\u2319\u2500-\u25fc]*"
)


def is_single_cell_text(text: str) -> bool:
    """Tell whether every code point of ``text`` is known to take exactly one cell."""
    return (text.isascii() and text.isprintable()) or _SINGLE_CELL_TEXT.fullmatch(text) is not None


def width_cells(text: str) -> int:
    """Return how many cells ``text`` takes."""
    return len(text) if is_single_cell_text(text) else cell_len(text.replace(SOFT_HYPHEN, ""))


def graphemes(text: str) -> list[tuple[int, int, int]]:
    """Split ``text`` into what a reader sees as characters: (start, end, width in cells) each."""
    parts = split_graphemes(text)[0]
    if text.startswith(ZERO_WIDTH_JOINER):
        # Rich 15 gives what joiners without a character before them lead to no cell at all.
        parts = [(start, end, width or max(map(cell_len, text[start:end]))) for start, end, width in parts]
    if SOFT_HYPHEN not in text:
        return parts
    return [(start, end, width - text.count(SOFT_HYPHEN, start, end)) for start, end, width in parts]


def cut(text: str, limit_cells: int) -> str:
    """Return ``text`` without soft hyphens, ended by an ellipsis if it is wider than ``limit_cells``.

    No character is split.
    """
    if limit_cells <= 0:
        return ""
    if is_single_cell_text(text):
        return text if len(text) <= limit_cells else text[: limit_cells - 1].rstrip() + ELLIPSIS
    text = text.replace(SOFT_HYPHEN, "")
    if cell_len(text) <= limit_cells:
        return text
    kept_end, used_cells = 0, 0
    for _, end, width in graphemes(text):
        if used_cells + width > limit_cells - 1:
            break
        kept_end, used_cells = end, used_cells + width
    return text[:kept_end].rstrip() + ELLIPSIS
