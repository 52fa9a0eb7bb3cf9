"""Lines of a text file gathered into paragraphs, hard-wrapped ones joined again."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST_WRAP = 100
_NARROWEST_WRAP = 40
_BLANK_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def split_paragraphs(text: str) -> list[list[str]]:
    """Return each paragraph's lines, stripped, none of them empty.

    Blank lines part paragraphs; without any, each line is one. Lines that a mail program or an editor
    broke at a column are one line again.
    """
    chunks = [chunk for chunk in map(_lines, _BLANK_LINES.split(text)) if chunk]
    width = max((len(line) for chunk in chunks for line in chunk), default=0)
    if len(chunks) == 1:
        return _split_lone_chunk(chunks[0], width)
    return [paragraph for chunk in chunks for paragraph in _paragraphs(chunk, width)]


def _lines(chunk: str) -> list[str]:
    return [line for line in map(str.strip, chunk.split("\n")) if line]


def _split_lone_chunk(lines: list[str], width: int) -> list[list[str]]:
    """Split a text without blank lines: at each line, or where a wrapped line stops early."""
    breaks = [_is_wrapped(line, following, width) for line, following in pairwise(lines)]
    if sum(breaks) * 2 <= len(breaks):
        return [[line] for line in lines]
    paragraphs = [[lines[0]]]
    for line, goes_on in zip(lines[1:], breaks, strict=True):
        if goes_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [[" ".join(paragraph)] for paragraph in paragraphs]


def _paragraphs(lines: list[str], width: int) -> list[list[str]]:
    """Return what the lines between two blank lines are: one wrapped paragraph, several, or a verse."""
    if all(_is_wrapped(line, following, width) for line, following in pairwise(lines)):
        return [[" ".join(lines)]]
    if max(map(len, lines)) > _WIDEST_WRAP:
        return [[line] for line in lines]
    return [lines]


def _is_wrapped(line: str, following: str, width: int) -> bool:
    """Tell whether a line ends because the next word would have crossed the column of the file."""
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return False
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width
