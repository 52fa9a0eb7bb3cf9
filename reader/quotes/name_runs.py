"""Runs of capitalised words: where a name begins, what it joins, where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.lexicon import CLOSED, ORGANISATION_WORDS, PARTICLES, PERSON_NOUNS, TIME_WORDS, TITLES
from reader.quotes.mentions import singular
from reader.quotes.tokens import Token

LONGEST_NAME = 12
"""Capitalised words taken into one name; a headline in capitals is cut, which keeps the work linear."""

_JOINABLE = ORGANISATION_WORDS | {
    "secretary",
    "director",
    "speaker",
    "chief",
    "state",
    "minister",
    "attorney",
}
"""Words after which "of" may go on inside a name."""

_FIRST_NAMES = frozenset(("dean", "baron", "major", "guy", "page", "chase"))
"""First names that are also titles or nouns for a person."""

_MOST_PARTICLES = 3
_VERBS = frozenset("STCGvg")


def continues(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether another name word follows the token at ``index``."""
    return index + 1 < len(tokens) and tokens[index + 1].is_capital and tokens[index + 1].tag == "K"


def is_name_token(tokens: Sequence[Token], index: int, opening: int) -> bool:
    """Tell whether the token can be part of a name; ``opening`` is the index of its sentence's first word."""
    token = tokens[index]
    if not token.is_capital or token.tag in "dP":
        return False
    if token.tag == "K":
        is_adverb = index <= opening and token.lower.endswith("ly")
        return not (is_adverb or token.lower in TIME_WORDS) or continues(tokens, index)
    if token.lower == "will" and index + 1 < len(tokens) and tokens[index + 1].tag in "STC":
        return True
    if index <= opening:
        return token.tag not in CLOSED and token.tag not in _VERBS and continues(tokens, index)
    return token.tag not in CLOSED or (token.tag in "xa" and continues(tokens, index))


def _count_particles(tokens: Sequence[Token], index: int, end: int) -> int:
    """Return how many particles stand between ``index`` and the next name word (0: none, or no such word)."""
    count = 0
    while index + count < end and tokens[index + count].lower in PARTICLES and count < _MOST_PARTICLES:
        count += 1
    return count if index + count < end and tokens[index + count].tag == "K" else 0


def _joins(tokens: Sequence[Token], index: int, end: int) -> int:
    """Return how many small words from ``index`` on belong inside a name (0: none)."""
    if index + 1 >= end:
        return 0
    particles = _count_particles(tokens, index, end)
    if particles:
        return particles
    token, before, after = tokens[index], singular(tokens[index - 1].lower), tokens[index + 1]
    if token.lower == "&":
        return int(after.is_capital)
    if token.lower not in ("of", "for") or before not in _JOINABLE:
        return 0
    if after.tag == "K":
        return int(token.lower == "of" or before in ORGANISATION_WORDS)
    return 2 * (
        token.lower == "of" and after.lower == "the" and index + 2 < end and tokens[index + 2].is_capital
    )


def name_end(tokens: Sequence[Token], index: int, end: int, opening: int) -> int:
    """Return the index after the last token of the name that starts at ``index``."""
    limit = min(end, index + LONGEST_NAME)
    position = index + 1
    while position < limit:
        if is_name_token(tokens, position, opening):
            position += 1
            continue
        joined = _joins(tokens, position, limit)
        if not joined:
            break
        position += joined + 1
    return min(position, limit)


def core_start(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the index of a name's first word that is no title: "Texas Senator Ted Cruz" begins at "Ted"."""
    for index in range(last - 2, first - 1, -1):
        word = tokens[index].lower.rstrip(".")
        if tokens[index].tag == "p":
            break
        tail = word.rsplit("-", 1)[-1]
        is_first_name = word in _FIRST_NAMES and index == first and last - first == 2
        if (word in TITLES or tail in PERSON_NOUNS) and not is_first_name:
            return index + 1 if tokens[index + 1].tag not in "pj" else first
    return first
