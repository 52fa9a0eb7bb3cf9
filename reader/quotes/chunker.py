"""Finding the mentions of a sentence.

A chunker over tokens. A run of capitalised words with its titles and particles is a name; a determiner
and the nouns after it, or a bare noun for a person, a body or a document, is a nominal mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quotes.lexicon import PRONOUNS, SPEECH_NOUNS, SUFFIXES
from reader.quotes.mentions import Mention, MentionKind, is_speaking_noun, singular
from reader.quotes.name_runs import LONGEST_NAME, continues, core_start, is_name_token, name_end
from reader.quotes.tokens import Paragraph, Token

_MODIFIERS = frozenset("wvg#")
_BEGINNINGS = frozenset("Pd#w(")
"""Tags with which a mention, or a parenthesis to pass over, begins in small letters."""

_OWNERS = frozenset(("his", "her", "their", "my", "our"))
_NEVER_ALONE = _OWNERS | {"the", "a", "an", "its", "your", "no", "every"}


def _name(tokens: Sequence[Token], first: int, last: int, outer: int) -> Mention:
    start = core_start(tokens, first, last)
    titles = [tokens[index].lower.rstrip(".") for index in range(first, start)]
    words = [token.lower.rstrip(".") for token in tokens[start:last]]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return Mention(
        tokens[first].start,
        tokens[last - 1].end,
        first,
        last,
        outer,
        tokens[start].start,
        MentionKind.NAME,
        tuple(words),
        tuple(titles),
        "",
    )


def _nominal(tokens: Sequence[Token], first: int, last: int) -> Mention:
    start, head = tokens[first].start, tokens[last - 1].lower
    return Mention(start, tokens[last - 1].end, first, last, first, start, MentionKind.NOMINAL, (), (), head)


def _pronoun(tokens: Sequence[Token], index: int) -> Mention:
    token = tokens[index]
    start, kind = token.start, MentionKind.PRONOUN
    return Mention(start, token.end, index, index + 1, index, start, kind, (), (), token.lower)


def _phrase_end(tokens: Sequence[Token], index: int, end: int) -> int:
    """Return the index after the small-letter nouns and modifiers that start at ``index``."""
    position = index
    limit = min(end, index + LONGEST_NAME)
    while position < limit and not tokens[position].is_capital and tokens[position].tag in _MODIFIERS:
        token = tokens[position]
        follower = tokens[position + 1] if position + 1 < end else None
        if token.tag in "vg" and (follower is None or follower.tag not in "wK#"):
            break
        position += 1
    return position


def _head_end(tokens: Sequence[Token], first: int, last: int) -> int:
    """Return the index after the last known noun in the run, or ``last`` if it holds none."""
    for index in range(last - 1, first - 1, -1):
        if is_speaking_noun(tokens[index].lower):
            return index + 1
    return last


class _Chunker:
    """One pass over one sentence."""

    def __init__(self, tokens: Sequence[Token], first: int, end: int) -> None:
        self.tokens = tokens
        self.first = first
        self.end = end
        self.opening = first
        while self.opening < end and not tokens[self.opening].lower[:1].isalnum():
            self.opening += 1

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions of the sentence in their order."""
        position, tokens = self.first, self.tokens
        while position < self.end:
            if not tokens[position].is_capital and tokens[position].tag not in _BEGINNINGS:
                position += 1
                continue
            found, position = self._step(position)
            yield from found

    def _step(self, index: int) -> tuple[list[Mention], int]:
        """Return the mentions that start at ``index`` and where to go on."""
        token = self.tokens[index]
        if self._is_pronoun(index):
            return [_pronoun(self.tokens, index)], index + 1
        if token.tag == "d":
            return self._phrase(index, index + 1)
        if token.tag in "#w" or self._is_name(index):
            return self._phrase(index, index)
        if token.tag == "(" and index > self.first and self.tokens[index - 1].is_capital:
            return [], self._after_parenthesis(index)
        return [], index + 1

    def _is_pronoun(self, index: int) -> bool:
        token = self.tokens[index]
        if token.lower in _OWNERS:
            return self._is_before_speech(index)
        return token.lower in PRONOUNS and token.tag in "PK" and not self._is_chinese_he(index)

    def _is_before_speech(self, index: int) -> bool:
        """Tell whether a possessive pronoun owns words: "his call for", "her remark"."""
        return any(
            token.tag in "SC" or singular(token.lower) in SPEECH_NOUNS
            for token in self.tokens[index + 1 : min(index + 3, self.end)]
        )

    def _is_chinese_he(self, index: int) -> bool:
        """Tell whether "He" is a family name: not at the head of a sentence and before another name word."""
        token = self.tokens[index]
        return (
            token.lower == "he"
            and token.is_capital
            and index > self.opening
            and continues(self.tokens, index)
        )

    def _is_name(self, index: int) -> bool:
        return self._is_chinese_he(index) or is_name_token(self.tokens, index, self.opening)

    def _after_parenthesis(self, index: int) -> int:
        for position in range(index + 1, min(index + 7, self.end)):
            if self.tokens[position].tag == ")":
                return position + 1
        return index + 1

    def _phrase(self, outer: int, index: int) -> tuple[list[Mention], int]:
        """Read a noun phrase whose determiner, if any, is at ``outer`` and whose rest starts at ``index``."""
        tokens, found = self.tokens, list[Mention]()
        has_determiner = index > outer
        start = index
        while index < self.end:
            if self._is_name(index):
                last = name_end(tokens, index, self.end, self.opening)
                if self._is_opening_noun(index, last):
                    return [*found, _nominal(tokens, outer, last)], last
                found.append(_name(tokens, index, last, outer)._replace(opens=index == self.opening))
            else:
                last = _phrase_end(tokens, index, self.end)
                if last == index:
                    break
                if last == self.end or not self._is_name(last):
                    return self._close(found, (outer, index, last), has_determiner=has_determiner)
            index = last
        if not found and has_determiner:
            found = self._bare_determiner(outer)
        return found, max(index, start, outer + 1)

    def _is_opening_noun(self, index: int, last: int) -> bool:
        """Tell whether a single capitalised word is a plain noun that happens to open the sentence."""
        return index == self.opening and last == index + 1 and is_speaking_noun(self.tokens[index].lower)

    def _close(
        self, found: list[Mention], bounds: tuple[int, int, int], *, has_determiner: bool
    ) -> tuple[list[Mention], int]:
        """End a phrase with the small-letter words ``bounds[1]`` to ``bounds[2]``."""
        outer, index, last = bounds
        end = _head_end(self.tokens, index, last)
        if is_speaking_noun(self.tokens[end - 1].lower):
            first = found[-1].first if len(found) > 1 else outer
            return [*found[:-1], _nominal(self.tokens, first, end)], last
        if has_determiner and not found:
            return [_nominal(self.tokens, outer, end)], last
        return found, last

    def _bare_determiner(self, index: int) -> list[Mention]:
        """A determiner that stands alone can be a mention of its own ("both", "some", "this")."""
        token = self.tokens[index]
        if token.lower in (
            "the",
            "a",
            "an",
            "its",
            "their",
            "our",
            "my",
            "your",
            "no",
            "every",
            "her",
            "his",
        ):
            return []
        return [_nominal(self.tokens, index, index + 1)]


def find_mentions(paragraph: Paragraph) -> list[list[Mention]]:
    """Return the mentions of each sentence of ``paragraph``."""
    return [list(_Chunker(paragraph.tokens, first, end).mentions()) for first, end in paragraph.sentences]
