"""What a person typed, understood: words to find, or a regular expression."""

from __future__ import annotations

import re

from reader.errors import QueryError
from reader.search.folding import fold
from reader.values import NamedTuple

PATTERN_PREFIX = "re:"
"""What is typed before a regular expression."""
LONGEST_QUERY = 1000

# White space as it may stand between two words of one block: a line may end there, a block may not.
_GAP = r"(?:[^\S\n]+\n?[^\S\n]*|\n(?!\n)[^\S\n]*)"


class Query(NamedTuple):
    """A compiled question: ``pattern`` looks at the folded text, or at the original one if ``is_exact``."""

    typed: str
    pattern: re.Pattern[str]
    is_exact: bool = False


def words_query(typed: str) -> Query:
    """Return the query for words: accents, kinds of quotation marks, dashes and white space do not count.

    Capitals count when at least one is typed.
    """
    words = [re.escape(fold(word)) for word in re.split(r"\s+", typed[:LONGEST_QUERY])]
    return Query(typed, re.compile(_GAP.join(words), _flags(typed)))


def whole_word_query(word: str) -> Query:
    """Return the query for a word that is no part of a longer one, in capitals or not."""
    return Query(word, re.compile(rf"(?<!\w){re.escape(fold(word))}(?!\w)", re.IGNORECASE))


def pattern_query(typed: str) -> Query:
    """Return the query for a regular expression behind its prefix; raises QueryError when it is none."""
    pattern = typed.removeprefix(PATTERN_PREFIX).strip()
    try:
        return Query(typed, re.compile(pattern, _flags(_letters_of(pattern)) | re.MULTILINE), is_exact=True)
    except (re.error, OverflowError, RecursionError) as error:
        reason = getattr(error, "msg", None) or "it is too large"
        raise QueryError(f"No regular expression: {reason}.") from error


def is_pattern(typed: str) -> bool:
    """Tell whether a regular expression is typed."""
    return typed.startswith(PATTERN_PREFIX)


def _letters_of(pattern: str) -> str:
    r"""Return a pattern without its escapes: the capital of ``\S`` is no letter to look for."""
    return re.sub(r"\\.|\(\?P<\w*>", "", pattern)


def _flags(typed: str) -> re.RegexFlag:
    return re.NOFLAG if typed != typed.lower() else re.IGNORECASE
