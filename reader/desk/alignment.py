"""Words that were altered, found by aligning them and their surroundings with a text, word by word.

Pairs of words that stand together vote for a place, and only the few places with most votes are aligned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.desk.word_rows import WordIndex, agreement, common, letters_of, words_of
from reader.domain.anchor import CONTEXT_LENGTH, Anchor
from reader.domain.span import Span
from reader.values import NamedTuple

COMMON = 400
"""Times a word may stand in the text to be looked up; rarer ones lead to few places."""

CANDIDATES = 3
"""Places that are aligned: the best has to be better than the others by far."""

CHARACTERS_A_WORD = 6

_CLOSING = re.compile(r"[^\w\s—–(\[{“„«‹¿¡]*")
_OPENING = re.compile(r"[(\[{“„«‹‘'\"¿¡»›”’]*\Z")
_OPENING_MARK = re.compile('[“"«„‘「『]')
_CLOSING_MARK = re.compile('[”"»“’」』]')


# When aligned words are trusted; shares are of letters, 0 to 1.
SAME_PLACE = 0.6
"""Share of the words that must have stayed when both sides of the place are as they were."""

SURROUNDED = 0.7
"""Share of the surroundings that must have stayed on each side for that."""

NEARLY_SAME = 0.8
"""Share of the words that must have stayed when one side touches what stood there before."""

LEAST_LETTERS = 24
"""Letters of words for that."""

SAME_ELSEWHERE = 0.9
"""Share of the words that must have stayed when the surroundings are others."""

LEAST_WORDS = 8
"""Words for that."""

LEAD = 0.15
"""Share of all words asked for by which the best place must lead."""


class Query(NamedTuple):
    """The words of an anchor in one row: what stood before, the pieces, what stood after.

    ``pieces`` are the ranges of the pieces' words in ``words``, ``gap`` is how many words stood between
    pieces at most; the words of the text between them are not known.
    """

    words: list[str]
    pieces: list[tuple[int, int]]
    gap: int
    exact: tuple[str, ...]

    @classmethod
    def of(cls, anchor: Anchor) -> Query:
        """Return the query that an anchor asks."""
        before = words_of(anchor.before)
        after = words_of(anchor.after)
        # A context of full length was cut without regard to words.
        if len(anchor.before) >= CONTEXT_LENGTH and before:
            del before[0]
        if len(anchor.after) >= CONTEXT_LENGTH and after:
            del after[-1]
        words, pieces = before, []
        for exact in anchor.exact:
            first = len(words)
            words = words + words_of(exact)
            pieces.append((first, len(words)))
        gap = anchor.spans[-1].end - anchor.spans[0].start - sum(map(len, anchor.exact))
        return cls(words + after, pieces, max(0, gap) // CHARACTERS_A_WORD, anchor.exact)

    @property
    def before(self) -> list[str]:
        """The words before the first piece."""
        return self.words[: self.pieces[0][0]]

    @property
    def after(self) -> list[str]:
        """The words after the last piece."""
        return self.words[self.pieces[-1][1] :]

    def agreement_before(self, text: str) -> int:
        """Return how many letters of the words before stand, in their order, in ``text``."""
        return agreement(self.before, words_of(text))

    def agreement_after(self, text: str) -> int:
        """Return how many letters of the words after stand, in their order, in ``text``."""
        return agreement(self.after, words_of(text))


class _Aligned(NamedTuple):
    """Where a query's words are in the text: ``matches`` by index in the query, and the pieces' ranges."""

    matches: dict[int, int]
    ranges: list[tuple[int, int]]
    kept: int
    """Letters of the pieces that stayed."""

    score: int
    """Letters of everything that stayed."""


def realign(query: Query, index: WordIndex) -> tuple[Span, ...] | None:
    """Return where altered words stand now, None when that is in doubt."""
    if not all(first < last for first, last in query.pieces):
        return None
    places = [_align(query, index, place) for place in _candidates(query, index)]
    aligned = sorted(places, key=lambda place: -place.score)
    if not aligned or not aligned[0].ranges:
        return None
    best = aligned[0]
    rivals = [other for other in aligned[1:] if other.ranges[:1] != best.ranges[:1]]
    lead = best.score - max((other.score for other in rivals), default=0)
    if lead < LEAD * letters_of(query.words) or not _is_trusted(query, index, best):
        return None
    return tuple(_span(index, exact, found) for exact, found in zip(query.exact, best.ranges, strict=True))


def _candidates(query: Query, index: WordIndex) -> list[int]:
    """Return the places (of the query's first word in the text's) with most pairs of words, best first."""
    votes: list[int] = []
    for at in range(len(query.words) - 1):
        first, second = query.words[at], query.words[at + 1]
        heres, nexts = index.places.get(first, ()), index.places.get(second, ())
        if not heres or not nexts or min(len(heres), len(nexts)) > COMMON:
            continue
        if len(heres) <= len(nexts):
            votes += [place - at for place in heres if index.words[place + 1 : place + 2] == [second]]
        else:
            votes += [place - 1 - at for place in nexts if place and index.words[place - 1] == first]
    votes.sort()
    width = 8 + query.gap + len(query.words) // 4
    counted = []
    end = 0
    for start in range(len(votes)):
        while end < len(votes) and votes[end] <= votes[start] + width:
            end += 1
        counted.append((end - start, votes[start]))
    chosen: list[int] = []
    for _, place in sorted(counted, key=lambda item: -item[0]):
        if all(abs(place - other) > width for other in chosen):
            chosen.append(place)
        if len(chosen) == CANDIDATES:
            break
    return chosen


def _align(query: Query, index: WordIndex, place: int) -> _Aligned:
    """Align the query with the words of the text around ``place``."""
    slack = 8 + len(query.words) // 4
    low = max(0, place - slack)
    high = min(len(index.words), place + len(query.words) + 2 * (slack + query.gap))
    pairs = _supported(common(query.words, index.words[low:high]))
    matches = {at: low + there for at, there in pairs}
    ranges = _ranges(query, index, matches)
    inside = {at for first, last in query.pieces for at in range(first, last)}
    kept = sum(len(query.words[at]) for at in matches if at in inside)
    return _Aligned(matches, ranges, kept, sum(len(query.words[at]) for at in matches))


def _supported(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs that a neighbour supports: a lone word far from the others matches by chance."""
    kept = []
    for number, (at, place) in enumerate(pairs):
        near = pairs[max(0, number - 1) : number] + pairs[number + 1 : number + 2]
        if any(abs(at - other) <= 4 and abs(place - there - at + other) <= 4 for other, there in near):
            kept.append((at, place))
    return kept


def _ranges(query: Query, index: WordIndex, matches: dict[int, int]) -> list[tuple[int, int]]:
    """Return the range of words of each piece; nothing where an end of one is not known.

    An end is known by the piece's own last word there, or by the two words of the surroundings next to it;
    where they do not meet, a quotation mark between them tells.
    """
    ranges: list[tuple[int, int]] = []
    for number, (first, last) in enumerate(query.pieces):
        start, end = matches.get(first), matches.get(last - 1)
        if number == 0 and _are_together(matches, first - 1, matches.get(first - 1, -1), -1):
            beside = matches[first - 1] + 1
            if start is None or (start > beside and index.has_mark(beside - 1, beside, _OPENING_MARK)):
                start = beside
        if number == len(query.pieces) - 1 and _are_together(matches, last, matches.get(last, -1), 1):
            beside = matches[last] - 1
            if end is None or (end < beside and index.has_mark(beside, beside + 1, _CLOSING_MARK)):
                end = beside
        if start is None or end is None or start > end:
            return []
        ranges.append((start, end + 1))
    return ranges


def _are_together(matches: dict[int, int], at: int, place: int, step: int) -> bool:
    """Tell whether a word of the query and the one beyond it are matched at a place and the one beyond."""
    return matches.get(at) == place and matches.get(at + step) == place + step


def _is_trusted(query: Query, index: WordIndex, found: _Aligned) -> bool:
    """Tell whether the evidence for a place suffices."""
    old = sum(letters_of(query.words[first:last]) for first, last in query.pieces)
    new = sum(letters_of(index.words[first:last]) for first, last in found.ranges)
    share = found.kept / max(old, new)
    first, last = query.pieces[0][0], query.pieces[-1][1]
    before = _share(query.words, range(first), found.matches)
    after = _share(query.words, range(last, len(query.words)), found.matches)
    touches_before = _are_together(found.matches, first - 1, found.ranges[0][0] - 1, -1)
    touches_after = _are_together(found.matches, last, found.ranges[-1][1], 1)
    is_surrounded = min(before, after) >= SURROUNDED and touches_before and touches_after
    if share >= SAME_PLACE and is_surrounded:
        return True
    touches = (touches_before or touches_after) and before + after >= SAME_PLACE
    if share >= NEARLY_SAME and old >= LEAST_LETTERS and touches:
        return True
    changed = [query.words[at] for a, b in query.pieces for at in range(a, b) if at not in found.matches]
    has_number = any(any(map(str.isdecimal, word)) for word in changed)
    return share >= SAME_ELSEWHERE and last - first >= LEAST_WORDS and not has_number


def _share(words: Sequence[str], places: range, matches: dict[int, int]) -> float:
    """Return the share of the letters at ``places`` that were matched; 1 where there are none."""
    whole = sum(len(words[at]) for at in places)
    return sum(len(words[at]) for at in places if at in matches) / whole if whole else 1.0


def _span(index: WordIndex, exact: str, found: tuple[int, int]) -> Span:
    """Return the span of a range of words, with the marks at its ends if the old words had some."""
    start, end = index.starts[found[0]], index.ends[found[1] - 1]
    if not exact[:1].isalnum():
        marks = _OPENING.search(index.text, max(0, start - 3), start)
        start = marks.start() if marks else start
    if not exact[-1:].isalnum():
        marks = _CLOSING.match(index.text, end, end + 4)
        end = marks.end() if marks else end
    return Span(start, end)
