"""What a search looks for, and how it is meant."""

from __future__ import annotations

from enum import Enum

from reader.values import NamedTuple


class SearchKind(Enum):
    """How what is looked for is meant: as words, as one word that is no part of another, as a pattern."""

    WORDS = "words"
    WORD = "word"
    PATTERN = "pattern"


class Search(NamedTuple):
    """What is being looked for."""

    words: str
    kind: SearchKind


def search_typed(line: str) -> Search:
    """Return what a line asks for: words, or what stands behind the prefix of a pattern."""
    from reader.desk.finding import is_pattern

    return Search(line, SearchKind.PATTERN if is_pattern(line) else SearchKind.WORDS)
