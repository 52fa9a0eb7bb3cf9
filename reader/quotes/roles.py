"""The office or title that stands beside a name: "Yin Qi, co-founder and CEO of Megvii"."""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.cues import words
from reader.quotes.document import Document
from reader.quotes.lexicon import PERSON_NOUNS, TITLES
from reader.quotes.mentions import Mention, MentionKind, singular
from reader.quotes.names import Entity
from reader.quotes.tokens import Token

_LONGEST_ROLE = 22
"""Tokens taken into a role."""

_STOPS = frozenset(",.;:()[]-QSTr@")
_LEADING = words("a an the one")
_PLACES_SEARCHED = 6


def _is_role_noun(lower: str) -> bool:
    tail = lower.rsplit("-", 1)[-1]
    return any(form in PERSON_NOUNS or form in TITLES for form in (lower, tail, singular(lower)))


def _names_an_office(tokens: Sequence[Token]) -> bool:
    """Tell whether a noun for a person stands in the phrase before its first preposition."""
    for token in tokens:
        if token.tag == "p":
            return False
        if _is_role_noun(token.lower):
            return True
    return False


def _slice(text: str, tokens: Sequence[Token]) -> str:
    if tokens and tokens[0].lower in _LEADING:
        tokens = tokens[1:]
    return text[tokens[0].start : tokens[-1].end] if tokens else ""


def _after(text: str, tokens: Sequence[Token], mention: Mention) -> str:
    """Return the apposition after the name, or ''."""
    at = mention.last
    if at >= len(tokens) or tokens[at].tag != ",":
        return ""
    end = at + 1
    limit = min(len(tokens), at + 1 + _LONGEST_ROLE)
    while end < limit and tokens[end].tag not in _STOPS and tokens[end].lower != "who":
        end += 1
    phrase = tokens[at + 1 : end]
    return _slice(text, phrase) if phrase and phrase[0].tag in "dwKvg#a" and _names_an_office(phrase) else ""


def _before(text: str, tokens: Sequence[Token], mention: Mention) -> str:
    """Return the nouns right before the name, or its titles, or ''."""
    phrase = list(tokens[mention.outer : mention.first])
    if phrase and _is_role_noun(phrase[-1].lower):
        return _slice(text, phrase)
    spelled = [title for title in mention.titles if len(title) > 4]
    return text[mention.start : mention.core_start].strip() if spelled else ""


def role_of(document: Document, mention: Mention, entity: Entity | None) -> str | None:
    """Return the role found beside ``mention``, or else beside another mention of its bearer."""
    starts = [mention.start] if mention.kind is MentionKind.NAME else []
    if entity is not None:
        starts += entity.starts[:_PLACES_SEARCHED]
    for read in (_after, _before):
        for start in starts:
            found = document.places.get(start)
            if found is None:
                continue
            passage, other = found
            role = read(document.text, passage.paragraph.tokens, other)
            if role:
                return role
    return None
