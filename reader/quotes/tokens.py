"""Text with its quotations masked: tokens, and the sentences they make.

A quoted segment is one token, so that what stands around it reads as one sentence; a full stop inside
the marks ends that sentence, a comma does not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.quotes.cues import CALL, SAY, TELL, words
from reader.quotes.lexicon import TAGS
from reader.quotes.marks import Segment
from reader.values import NamedTuple

QUOTE = "Q"
"""Tag of a masked quotation."""

_ABBREVIATIONS = (
    "Mr Mrs Ms Dr Sen Rep Gov Lt Sgt Gen Col Capt Prof Rev Jr Sr St Inc Corp Co Ltd Messrs Sens Reps Maj Adm "
    "No vs Jan Feb Aug Sept Oct Nov Dec Va Md Pa Calif Conn Fla Mass Mich Minn Tenn Ariz Ala Wis Wash Ill "
    "Ind Ore Colo"
)
"""Words whose full stop ends no sentence."""

_TOKEN = re.compile(
    rf"""(?P<abbr>(?:{_ABBREVIATIONS.replace(" ", "|")})\.|(?:[A-Z]\.(?:[ ]?(?=[A-Z]\.))?)+)
      | (?P<poss>['’][sS](?![^\W_]))
      | (?P<word>[^\W_]+(?:(?:[-&‑]|['’](?![sS](?![^\W_])))[^\W_]+)*)
      | (?P<stop>[.!?…。！？]+)
      | (?P<dash>[–—]|--+|(?<=\s)-(?=\s))
      | (?P<other>[,;:()\[\]&])""",
    re.VERBOSE,
)

_COMPOUND_ENDINGS = (
    *("ed", "ing", "led", "born", "style", "like", "era", "wide"),
    *("run", "owned", "free", "related", "level", "only"),
)
"""Endings that make an adjective of a capitalised compound ("China-based")."""

_ARTICLES = words("the a an this that these those his her its their our my your of")
_NOUN_LIKE = frozenset((SAY, CALL, TELL))
_POSSESSIVE = "'"
_STOP = "."
_DASH = "-"
_CLOSERS = frozenset(".!?…")


class Token(NamedTuple):
    """A word, a punctuation mark or a masked quotation; ``tag`` is the character of its class.

    Upper-case tags are cues, pronouns and ``Q``; punctuation is tagged by itself; ``K`` is a word with
    a capital letter that no lexicon knows.
    """

    start: int
    end: int
    tag: str
    lower: str
    is_capital: bool


class Paragraph(NamedTuple):
    """One paragraph as tokens; ``sentences`` are half-open ranges of token indexes that tile it."""

    start: int
    end: int
    tokens: list[Token]
    sentences: list[tuple[int, int]]
    segments: list[Segment]


@lru_cache(maxsize=1 << 14)
def _classify(word: str) -> tuple[str, str, bool]:
    """Return the tag of ``word``, its small-letter form, and whether a capital says something."""
    lower = word.lower()
    is_capital = word[0] != lower[0]
    tag = TAGS.get(lower)
    if is_capital and "-" in word and lower.endswith(_COMPOUND_ENDINGS):
        return "w", lower, False
    if tag is None:
        tag = "K" if is_capital else _guess_tag(lower)
    return tag, lower, is_capital


def _guess_tag(lower: str) -> str:
    """Guess the class of a small-letter word from its ending."""
    if lower.endswith("ed") and len(lower) > 4:
        return "v"
    if lower.endswith("ly") and len(lower) > 4:
        return "a"
    if lower.endswith("ing") and len(lower) > 5:
        return "g"
    return "#" if lower[0].isdigit() else "w"


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup
    start, end = match.span()
    if kind == "word":
        return Token(start, end, *_classify(match[0]))
    if kind == "abbr":
        return Token(start, end, "K", match[0].lower(), is_capital=True)
    if kind == "poss":
        return Token(start, end, _POSSESSIVE, "'s", is_capital=False)
    tag = _STOP if kind == "stop" else _DASH if kind == "dash" else match[0]
    return Token(start, end, tag, match[0], is_capital=False)


def _without_nouns(tokens: list[Token]) -> list[Token]:
    """Take the cue tag from words that are nouns where they stand: "the report", "minister of state"."""
    for index in range(1, len(tokens)):
        token = tokens[index]
        if token.tag not in _NOUN_LIKE or token.is_capital or tokens[index - 1].lower not in _ARTICLES:
            continue
        if not token.lower.endswith("ed") and token.lower not in ("said", "says"):
            tokens[index] = token._replace(tag="w")
    return tokens


def tokenize(text: str, start: int, end: int, segments: Sequence[Segment]) -> list[Token]:
    """Return the tokens of ``text`` from ``start`` to ``end``, each segment masked as one."""
    tokens: list[Token] = []
    position = start
    for segment in segments:
        tokens.extend(map(_token, _TOKEN.finditer(text, position, segment.start)))
        tokens.append(Token(segment.start, segment.end, QUOTE, "", is_capital=False))
        position = segment.end
    tokens.extend(map(_token, _TOKEN.finditer(text, position, end)))
    return _without_nouns(tokens)


def last_letter(text: str, segment: Segment) -> str:
    """Return the last character inside the marks of ``segment`` that is no mark and no space, else ''."""
    position = segment.end - 1
    while position > segment.start and (text[position] in "\"'’”»」』`“‘" or text[position].isspace()):
        position -= 1
    return text[position] if position > segment.start else ""


def _ends_after_quote(text: str, tokens: Sequence[Token], index: int) -> bool:
    """Tell whether the sentence ends with the masked quotation at ``index``."""
    if index + 1 == len(tokens):
        return True
    token, after = tokens[index], tokens[index + 1]
    last = last_letter(text, Segment(token.start, token.end, is_closed=True))
    if last not in _CLOSERS:
        return False
    if after.tag == QUOTE:
        return True
    if not after.is_capital:
        return False
    return last == "." or not _attributes(tokens, index + 1)


def _attributes(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a few words from ``index`` on read like "Name said", as after a quoted question."""
    for token in tokens[index : index + 5]:
        if token.tag in (SAY, TELL, CALL):
            return True
        if not (token.is_capital or token.tag in "Pda"):
            return False
    return False


def split_sentences(text: str, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Return the sentences of one paragraph as ranges of token indexes."""
    sentences: list[tuple[int, int]] = []
    first = 0
    for index, token in enumerate(tokens):
        if token.tag == _STOP:
            after = tokens[index + 1] if index + 1 < len(tokens) else None
            ends = after is None or after.is_capital or after.tag in (QUOTE, "(", "[", _DASH, "#")
        else:
            ends = token.tag == QUOTE and _ends_after_quote(text, tokens, index)
        if ends:
            sentences.append((first, index + 1))
            first = index + 1
    if first < len(tokens):
        sentences.append((first, len(tokens)))
    return sentences


def read_paragraph(text: str, bounds: tuple[int, int], segments: list[Segment]) -> Paragraph:
    """Tokenise one paragraph and split it into sentences."""
    tokens = tokenize(text, *bounds, segments)
    return Paragraph(*bounds, tokens, split_sentences(text, tokens), segments)
