"""Who and what a text speaks of: names, pronouns and noun phrases that could be a speaker."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from reader.quotes.lexicon import BODY_NOUNS, DOCUMENT_NOUNS, PERSON_NOUNS
from reader.values import NamedTuple


class MentionKind(Enum):
    """The form of a mention."""

    NAME = "n"
    PRONOUN = "p"
    NOMINAL = "o"


class Mention(NamedTuple):
    """A possible speaker: its characters, its tokens ``first`` to ``last`` (half-open) in its paragraph.

    ``outer`` is the first token of the whole phrase, determiner and modifiers included. A name has
    small-letter ``words`` without titles and suffixes, the ``titles`` before it, and ``core_start``, the
    character after those; another mention has a ``head``, the pronoun or the last noun. ``opens``: a capital
    letter says little, since this is the first word of its sentence.
    """

    start: int
    end: int
    first: int
    last: int
    outer: int
    core_start: int
    kind: MentionKind
    words: tuple[str, ...]
    titles: tuple[str, ...]
    head: str
    opens: bool = False


def singular(noun: str) -> str:
    """Return ``noun`` without a plural ending, as far as the noun lists need it."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@lru_cache(maxsize=1 << 14)
def is_speaking_noun(noun: str) -> bool:
    """Tell whether ``noun`` is one for a person, a body or a document."""
    if "-" in noun:
        noun = noun.rsplit("-", 1)[1] or noun
    for form in (noun, singular(noun)):
        if form in PERSON_NOUNS or form in BODY_NOUNS or form in DOCUMENT_NOUNS:
            return True
    return False
