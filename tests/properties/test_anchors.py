"""Bookmarks in a text that is edited at random: whatever is done to it, none is put on the wrong words.

Every letter knows which one of the first text it is, through every cut, move and copy; so where a
bookmark's words truly are is known, and where it is put can be judged.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from reader.desk.anchors import TELLING, locate
from reader.domain.anchor import Anchor, Outcome, Placement, make_anchor
from reader.domain.span import Span

Letter = tuple[str, int | None]
"""A character and its place in the first text; None when it was put in later."""

WORDS = (
    "the council bridge river plan year harbour chair works committee asked nobody drawn ready before after"
    " water old new stone price vote money road wind spring repair delay answer Tuesday morning engineer"
    " they we it that would could have been is was and but of to in for with on at by from more less"
).split()
NAMES = ("Ana Rivera", "Tom Okafor", "Jo Lee", "Rivera", "she", "he")
SHORT = ("“Yes,”", "“No,”", "“Not before.”", "“We will,”")


def sentence(chance: random.Random, least: int = 4) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(least, 14))]
    return " ".join(words).capitalize()


def quotation(chance: random.Random) -> str:
    if chance.random() < 0.35:
        return chance.choice(SHORT)
    return f"“{sentence(chance)},”"


def paragraph(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.randint(1, 4)):
        if chance.random() < 0.5:
            parts.append(f"{quotation(chance)} said {chance.choice(NAMES)}.")
        else:
            parts.append(sentence(chance) + ".")
    return " ".join(parts)


@dataclass
class Edited:
    """A text under edits, as paragraphs of letters."""

    chance: random.Random
    paragraphs: list[list[Letter]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, chance: random.Random) -> Edited:
        edited, start = cls(chance), 0
        for part in text.split("\n\n"):
            edited.paragraphs.append([(sign, start + n) for n, sign in enumerate(part)])
            start += len(part) + 2
        return edited

    @property
    def letters(self) -> list[Letter]:
        joined: list[Letter] = []
        for number, part in enumerate(self.paragraphs):
            joined += [("\n", None), ("\n", None)] if number else []
            joined += part
        return joined

    def edit(self) -> None:
        number = self.chance.randrange(len(self.paragraphs))
        kinds = (self.cut, self.put_in, self.put_other, self.cut, self.put_in, self.put_other)
        others = (self.drop, self.move, self.copy, self.add, self.retype)
        self.chance.choice((*kinds, *others))(number)
        self.paragraphs = [part for part in self.paragraphs if part] or [fresh("Nothing is left.")]

    def _stretch(self, number: int) -> tuple[int, int]:
        """Choose some words of a paragraph; most edits are small, and some take a sentence."""
        part = self.paragraphs[number]
        spaces = [0, *(n for n, (sign, _) in enumerate(part) if sign == " "), len(part)]
        first = self.chance.randrange(len(spaces) - 1)
        last = min(len(spaces) - 1, first + self.chance.choice((1, 1, 2, 3, 8)))
        return spaces[first], spaces[last]

    def cut(self, number: int) -> None:
        start, end = self._stretch(number)
        del self.paragraphs[number][start:end]

    def put_in(self, number: int) -> None:
        start, _ = self._stretch(number)
        self.paragraphs[number][start:start] = fresh(" " + sentence(self.chance, 1).lower())

    def put_other(self, number: int) -> None:
        start, end = self._stretch(number)
        self.paragraphs[number][start:end] = fresh(" " + self.chance.choice(WORDS))

    def drop(self, number: int) -> None:
        del self.paragraphs[number]

    def move(self, number: int) -> None:
        part = self.paragraphs.pop(number)
        self.paragraphs.insert(self.chance.randint(0, len(self.paragraphs)), part)

    def copy(self, number: int) -> None:
        self.paragraphs.insert(self.chance.randint(0, len(self.paragraphs)), list(self.paragraphs[number]))

    def add(self, number: int) -> None:
        self.paragraphs.insert(number, fresh(paragraph(self.chance)))

    def retype(self, number: int) -> None:
        marks = {"“": '"', "”": '"'}
        self.paragraphs[number] = [(marks.get(sign, sign), old) for sign, old in self.paragraphs[number]]


def fresh(text: str) -> list[Letter]:
    return [(sign, None) for sign in text]


def anchors_in(text: str, chance: random.Random) -> list[Anchor]:
    """Return bookmarks of the quotations and of a few passages."""
    anchors, start = [], text.find("“")
    while start >= 0:
        anchors.append(make_anchor(text, (Span(start, text.index("”", start) + 1),)))
        start = text.find("“", start + 1)
    for part in chance.sample(text.split("\n\n"), 2):
        first = text.index(part)
        anchors.append(make_anchor(text, (Span(first, first + len(part.split(". ")[0])),)))
    return anchors


def judge(anchor: Anchor, letters: list[Letter], placement: Placement) -> None:
    """Assert that a place holds the words kept, or what has become of them, and nobody else's."""
    (kept,), (span,) = anchor.spans, placement.spans
    placed = [(sign, old) for sign, old in letters[span.start : span.end] if sign.isalnum()]
    words = "".join(sign for sign, _ in letters[span.start : span.end])
    foreign = [old for _, old in placed if old is not None and old not in kept]
    own = [old for _, old in placed if old is not None and old in kept]
    if words == anchor.exact[0]:
        is_told = sum(map(str.isalnum, words)) >= TELLING
        around = "".join(sign for sign, _ in letters[max(0, span.start - 64) : span.end + 64])
        is_near = anchor.before[-20:] in around or anchor.before[-50:-28] in around
        is_alike = is_near and anchor.after[:16] in around
        assert own or is_told or is_alike, (anchor, around)
    else:
        assert placement.outcome in {Outcome.ALTERED, Outcome.MOVED}
        assert not foreign, (anchor, words)
        assert len(own) * 2 >= len(placed) * 0.9, (anchor, words)


def survives(anchor: Anchor, text: str) -> bool:
    """Tell whether words and half the surroundings stand in the text exactly once."""
    if len(anchor.before) < 32 or len(anchor.after) < 32:
        return False
    whole = anchor.before[-32:] + anchor.exact[0] + anchor.after[:32]
    return text.count(whole) == 1


def edit_and_judge(seed: int) -> tuple[int, int, int]:
    """Edit a text and judge its bookmarks; return how many there are, were found, and were altered."""
    chance = random.Random(seed)
    text = "\n\n".join(paragraph(chance) for _ in range(chance.randint(3, 12)))
    edited = Edited.of(text, chance)
    for _ in range(chance.randint(1, 6)):
        edited.edit()
    letters = edited.letters
    now = "".join(sign for sign, _ in letters)
    anchors = anchors_in(text, chance)
    found = altered = 0
    for anchor in anchors:
        placement = locate(anchor, now)
        assert bool(placement.spans) == (placement.outcome is not Outcome.LOST)
        assert bool(placement.reason) == (placement.outcome is Outcome.LOST)
        if survives(anchor, now):
            assert placement.spans, (anchor, now)
        if placement.spans:
            judge(anchor, letters, placement)
        found += placement.outcome in {Outcome.IN_PLACE, Outcome.MOVED}
        altered += placement.outcome is Outcome.ALTERED
    return len(anchors), found, altered


def edit_many(seeds: range) -> None:
    counts = [edit_and_judge(seed) for seed in seeds]
    kept, found, altered = (sum(column) for column in zip(*counts, strict=True))
    # Careful is easy for who finds nothing: most words are still there after a few edits.
    assert found > 0.75 * kept
    assert altered > 0.05 * kept


def test_no_edit_leads_to_the_wrong_words() -> None:
    edit_many(range(150))


@pytest.mark.long
def test_no_edit_of_two_thousand_leads_to_the_wrong_words() -> None:
    edit_many(range(1000, 3000))
