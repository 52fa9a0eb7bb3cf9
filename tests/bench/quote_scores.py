"""Scoring quotations against annotated ones: which were found, and whether the right speaker was named."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

_PRONOUNS = frozenset("he she they i we it you who his her one this that".split())
_TRIMMED = " \t\n\r\u00a0\"'`“”„‘’‚«»‹›「」『』.,;:!?…–—-"


class Found(NamedTuple):
    """A quotation, annotated or found; ``speaker`` is the mention's place and words, or None."""

    start: int
    end: int
    speaker: tuple[int, int, str] | None
    kind: str = ""
    is_sure: bool = False


class Gold(NamedTuple):
    """An annotated article; what lies in ``ignored`` was not annotated."""

    text: str
    quotes: list[Found]
    ignored: list[tuple[int, int]]


class Score(NamedTuple):
    """Counts over many articles, of one kind of quotation."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    attributable: int = 0
    attributed: int = 0
    right: int = 0

    def plus(self, other: Score) -> Score:
        """Return the sum of both."""
        return Score(*(one + two for one, two in zip(self, other, strict=True)))

    @property
    def detection(self) -> float:
        """F1 of finding quotations, in per cent."""
        return 200 * self.matched / max(1, self.gold + self.found)

    @property
    def speaker(self) -> float:
        """Share of the matched quotations with a speaker whose speaker is right, in per cent."""
        return 100 * self.attributed / max(1, self.attributable)

    @property
    def end_to_end(self) -> float:
        """F1 of finding a quotation with the right speaker, in per cent."""
        return 200 * self.right / max(1, self.gold + self.found)


def read_gold(path: Path) -> list[Gold]:
    """Read annotated articles, one JSON document a line; the format is that of ``train_quotes``."""
    articles = []
    for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
        record = json.loads(line)
        quotes = [
            Found(
                quote["start"],
                quote["end"],
                None
                if quote["speaker_start"] is None
                else (quote["speaker_start"], quote["speaker_end"], quote["speaker"]),
                quote["kind"],
            )
            for quote in record["quotes"]
        ]
        articles.append(Gold(record["text"], quotes, [(a, b) for a, b in record["ignore"]]))
    return articles


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIMMED:
        start += 1
    while end > start and text[end - 1] in _TRIMMED:
        end -= 1
    return start, end


def _overlap(text: str, one: Found, other: Found) -> float:
    """Return the intersection over the union of two quotations, marks left out."""
    (a, b), (c, d) = _trim(text, one.start, one.end), _trim(text, other.start, other.end)
    shared, union = min(b, d) - max(a, c), max(b, d) - min(a, c)
    return shared / union if shared > 0 else 0.0


def is_speaker_right(gold: Found, found: Found) -> bool:
    """Tell whether the mention found is the annotated one, or another with the same last word of a name."""
    if gold.speaker is None or found.speaker is None:
        return gold.speaker is found.speaker
    (a, b, one), (c, d, other) = gold.speaker, found.speaker
    shared = min(b, d) - max(a, c)
    if shared > 0 and 2 * shared >= min(b - a, d - c) and d - c <= 3 * (b - a) + 40:
        return True
    first, second = one.split()[-1:], other.split()[-1:]
    return bool(first) and first == second and first[0].lower() not in _PRONOUNS and first[0][0].isupper()


def pair(gold: Gold, found: Iterable[Found]) -> list[tuple[Found | None, Found | None]]:
    """Match annotated and found quotations one to one, best overlap first; None stands for no partner."""
    text = gold.text
    predicted = [
        item
        for item in found
        if not any(
            2 * (min(b, item.end) - max(a, item.start)) >= item.end - item.start for a, b in gold.ignored
        )
    ]
    scored = sorted(
        (
            (_overlap(text, one, other), i, j)
            for i, one in enumerate(gold.quotes)
            for j, other in enumerate(predicted)
            if other.start < one.end and one.start < other.end
        ),
        reverse=True,
    )
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for overlap, i, j in scored:
        if overlap >= 0.5 and i not in partners and j not in taken:
            partners[i] = j
            taken.add(j)
    pairs: list[tuple[Found | None, Found | None]] = [
        (quote, predicted[partners[i]] if i in partners else None) for i, quote in enumerate(gold.quotes)
    ]
    return [*pairs, *((None, item) for j, item in enumerate(predicted) if j not in taken)]


def score(pairs: Sequence[tuple[Found | None, Found | None]], kinds: frozenset[str]) -> Score:
    """Count over ``pairs``; what was found for a quotation of another kind is left out."""
    total = Score()
    for gold, found in pairs:
        if gold is not None and gold.kind not in kinds:
            continue
        is_match = gold is not None and found is not None
        is_right = gold is not None and found is not None and is_speaker_right(gold, found)
        has_speaker = is_match and gold is not None and gold.speaker is not None
        total = total.plus(
            Score(
                gold is not None,
                found is not None,
                is_match,
                has_speaker,
                has_speaker and is_right,
                is_right,
            )
        )
    return total
