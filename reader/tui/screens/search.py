"""What a search looks for, and how it is meant."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from reader.values import NamedTuple

MOST_SEARCHES = 50
LONG_TEXT = 200_000
"""In a longer text (code points) a single letter is looked for when it is sent, not as it is typed:
130,000 matches in a megabyte take 0.2 s."""


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


def is_for_enter(line: str, text: str) -> bool:
    """Tell whether a line is looked for in a text only when it is sent."""
    return len(line) == 1 and len(text) > LONG_TEXT


def with_last(searches: Sequence[str], line: str) -> tuple[str, ...]:
    """Return the lines last looked for with one more as the last, each once."""
    return (*(earlier for earlier in searches if earlier != line), line)[-MOST_SEARCHES:]
