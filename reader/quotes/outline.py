"""A paragraph as a short string of signs, so that what stands between two places can be compared.

One sign a mention (``N`` name, ``P`` pronoun, ``O`` noun phrase), one a quotation (``Q``), one a cue
verb, and a small letter for what remains; adverbs, determiners, numbers and days are left out, runs of
other words make one ``w``, and ``|`` parts the sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.quotes.lexicon import SPEECH_NOUNS, TIME_WORDS
from reader.quotes.mentions import Mention, MentionKind, singular
from reader.quotes.tokens import QUOTE, Paragraph, Token
from reader.values import NamedTuple

_MENTION_SIGNS = {MentionKind.NAME: "N", MentionKind.PRONOUN: "P", MentionKind.NOMINAL: "O"}
_DROPPED = frozenset("adn#")
_PREPOSITIONS = {"of": "f", "to": "2", "by": "b"}

MENTION_SIGNS = frozenset("NPO")
CUE_SIGNS = frozenset("STCG@")


class PlacedMention(NamedTuple):
    """A mention with the index of its sign and of its sentence; ``sign`` repeats the sign itself."""

    mention: Mention
    at: int
    sentence: int
    sign: str


class Cue(NamedTuple):
    """A cue verb: the index of its sign, of its token, and of its sentence."""

    at: int
    token: int
    sentence: int
    tag: str


class PlacedQuote(NamedTuple):
    """A masked quotation: the index of its sign, of its sentence, and of its token."""

    at: int
    sentence: int
    token: int


class Outline(NamedTuple):
    """The signs of one paragraph, with the places of its mentions, quotations and cues among them."""

    signs: str
    mentions: list[PlacedMention]
    quotes: list[PlacedQuote]
    cues: list[Cue]


def _sign(token: Token) -> str:
    tag = token.tag
    if tag in _DROPPED:
        return ""
    if tag == "p":
        return _PREPOSITIONS.get(token.lower, "p")
    if tag in "wKvg":
        if token.lower in TIME_WORDS:
            return ""
        if singular(token.lower) in SPEECH_NOUNS:
            return "n"
        return "w" if tag == "K" else tag
    return tag


def draw_outline(paragraph: Paragraph, mentions: Sequence[Sequence[Mention]]) -> Outline:
    """Write ``paragraph`` as signs, given the mentions of each of its sentences."""
    signs: list[str] = []
    outline = Outline("", [], [], [])
    for sentence, (first, end) in enumerate(paragraph.sentences):
        if sentence:
            signs.append("|")
        _draw_sentence(paragraph.tokens, (sentence, first, end), mentions[sentence], signs, outline)
    return outline._replace(signs="".join(signs))


def _draw_sentence(
    tokens: Sequence[Token],
    place: tuple[int, int, int],
    mentions: Sequence[Mention],
    signs: list[str],
    outline: Outline,
) -> None:
    sentence, position, end = place
    waiting = iter(mentions)
    mention = next(waiting, None)
    while position < end:
        if mention is not None and position == mention.first:
            sign = _MENTION_SIGNS[mention.kind]
            outline.mentions.append(PlacedMention(mention, len(signs), sentence, sign))
            signs.append(sign)
            position = mention.last
            mention = next(waiting, None)
            continue
        token = tokens[position]
        sign = _sign(token)
        if token.tag == QUOTE:
            outline.quotes.append(PlacedQuote(len(signs), sentence, position))
        elif sign in CUE_SIGNS and sign:
            outline.cues.append(Cue(len(signs), position, sentence, sign))
        if sign and not (sign == "w" and signs and signs[-1] == "w"):
            signs.append(sign)
        position += 1
