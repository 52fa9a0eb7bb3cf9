"""Rows of words: those of a text with their places, and what two rows have in common.

The longest common subsequence is found as by Hunt and Szymanski (1977), which is fast where most words
match few others; ``difflib`` would take seconds on a text of a megabyte.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]"
    r"|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff]+"
)
"""A word; a character where words are not parted by spaces."""

RUN = 3
"""Words in a row that make surroundings agree."""


class WordIndex:
    """The words of a text with their places; a megabyte takes about 0.2 s and is gathered once."""

    def __init__(self, text: str) -> None:
        self.text = text
        matches = list(_WORD.finditer(text))
        self.starts = [match.start() for match in matches]
        self.ends = [match.end() for match in matches]
        self.words = [match[0].casefold() for match in matches]
        self.places: dict[str, list[int]] = {}
        for place, word in enumerate(self.words):
            self.places.setdefault(word, []).append(place)

    def has_mark(self, word: int, next_word: int, marks: re.Pattern[str]) -> bool:
        """Tell whether one of ``marks`` stands between two neighbouring words."""
        return marks.search(self.text, self.ends[word], self.starts[next_word]) is not None


def common(query: Sequence[str], words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the longest common subsequence of two rows of words, as pairs of indexes."""
    places: dict[str, list[int]] = {}
    for place in range(len(words) - 1, -1, -1):
        places.setdefault(words[place], []).append(place)
    ends: list[int] = []
    chains: list[tuple[int, int, object]] = []
    for at, word in enumerate(query):
        for place in places.get(word, ()):
            length = bisect_left(ends, place)
            chain = (at, place, chains[length - 1] if length else None)
            if length == len(ends):
                ends.append(place)
                chains.append(chain)
            else:
                ends[length] = place
                chains[length] = chain
    pairs: list[tuple[int, int]] = []
    link: object = chains[-1] if chains else None
    while isinstance(link, tuple):
        at, place, link = link
        is_joined = isinstance(link, tuple) and link[:2] == (at - 1, place - 1)
        if pairs and not is_joined:
            # Of several places that a word may be matched with, the one nearest to the next word's.
            place = next(there for there in places[query[at]] if there < pairs[-1][1])
        pairs.append((at, place))
    return pairs[::-1]


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case."""
    return [word.casefold() for word in _WORD.findall(text)]


def letters_of(words: Sequence[str]) -> int:
    """Return how many letters words have together."""
    return sum(map(len, words))


def agreement(asked: list[str], words: list[str]) -> int:
    """Return the letters of the words asked for that stand together: three in a row do not by chance."""
    pairs = common(asked, words)
    letters = 0
    for start in range(len(pairs) - RUN + 1):
        at, there = pairs[start]
        if pairs[start + RUN - 1] == (at + RUN - 1, there + RUN - 1):
            fresh = RUN if start == 0 or pairs[start - 1] != (at - 1, there - 1) else 1
            letters += letters_of(asked[at + RUN - fresh : at + RUN])
    return letters
