"""Finding in an article: what is typed in, the places out."""

from __future__ import annotations

from collections.abc import Callable

from reader.search import patterns
from reader.search.matching import Matches, find_matches
from reader.search.query import PATTERN_PREFIX, is_pattern, pattern_query, whole_word_query, words_query

__all__ = [
    "PATTERN_PREFIX",
    "Matches",
    "check_pattern",
    "find_pattern",
    "find_word",
    "find_words",
    "is_pattern",
]


def find_words(text: str, typed: str) -> Matches:
    """Find words; capitals count when one is typed, accents and kinds of quotation marks never do."""
    return find_matches(text, words_query(typed))


def find_word(text: str, word: str) -> Matches:
    """Find a word where it is no part of a longer one."""
    return find_matches(text, whole_word_query(word))


def check_pattern(typed: str) -> None:
    """Raise QueryError when what stands behind the prefix is no regular expression."""
    pattern_query(typed)


def find_pattern(text: str, typed: str, is_cancelled: Callable[[], bool]) -> Matches:
    """Find a regular expression; blocks for two seconds at most and then raises QueryError."""
    return patterns.find_pattern(text, pattern_query(typed), is_cancelled)
