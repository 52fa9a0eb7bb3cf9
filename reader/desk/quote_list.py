"""The quotations of one article as a list: chosen, filtered, in order or by speaker."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import Enum
from functools import cached_property

from reader.desk.folding import fold_fields, fold_words, matching
from reader.desk.reading import Reading
from reader.domain.quote import Quotation, join_pieces
from reader.values import NamedTuple

_FIRST_UNSPACED, _LAST_UNSPACED = "\u3040", "\u9fff"
"""Kana and Han characters: their words have no space between them."""


class Choice(Enum):
    """Which quotations are shown."""

    ALL = "all"
    KEPT = "kept"
    NOTED = "with a note"
    UNSURE = "speaker in doubt"


class Share(NamedTuple):
    """How much of what an article quotes is one speaker's.

    ``name`` is empty for quotations without a speaker; ``part`` is of all quoted words, 0 to 1.
    """

    name: str
    quotation_count: int
    doubtful_count: int
    word_count: int
    part: float


class QuoteView(NamedTuple):
    """What of the list is asked for: ``words`` are looked for in quotation and speaker."""

    words: str = ""
    choice: Choice = Choice.ALL
    is_by_speaker: bool = False


class Marked(NamedTuple):
    """The indexes of the quotations that are kept, and of those that have a note."""

    kept: Collection[int] = frozenset()
    noted: Collection[int] = frozenset()


def count_words(text: str) -> int:
    """Return how many words there are; Chinese and Japanese are counted two characters a word."""
    if text.isascii() or max(text) < _FIRST_UNSPACED:
        return len(text.split())
    spaced = "".join(" " if _FIRST_UNSPACED <= letter <= _LAST_UNSPACED else letter for letter in text)
    unspaced_count = sum(_FIRST_UNSPACED <= letter <= _LAST_UNSPACED for letter in text)
    words = sum(any(map(str.isalnum, word)) for word in spaced.split())
    return words + (unspaced_count + 1) // 2


class QuoteList:
    """An article's quotations by index; what costs a pass over all of them is done when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def words_of(self, index: int) -> str:
        """Return a quotation as one passage."""
        text, spans = self.reading.article.text, self.reading.quotations[index].spans
        return join_pieces([span.of(text) for span in spans], spans)

    @cached_property
    def shares(self) -> dict[str, Share]:
        """Each speaker's share by key: who is quoted most first, quotations without a speaker last."""
        indexes = self._indexes_by_speaker
        counts = {key: sum(map(self._word_count, of_speaker)) for key, of_speaker in indexes.items()}
        total = sum(counts.values())
        order = sorted(counts, key=lambda key: (not key, -counts[key]))
        return {key: self._share(indexes[key], counts[key], total) for key in order}

    def _share(self, indexes: Sequence[int], word_count: int, total: int) -> Share:
        quotations = [self.reading.quotations[index] for index in indexes]
        speaker = quotations[0].speaker
        return Share(
            speaker.label[:1].upper() + speaker.label[1:] if speaker else "",
            len(quotations),
            sum(map(is_unsure, quotations)),
            word_count,
            word_count / total if total else 0.0,
        )

    def introduces(self, index: int) -> bool:
        """Tell whether a quotation is its speaker's first."""
        return self._indexes_by_speaker[speaker_key(self.reading.quotations[index])][0] == index

    def share_of(self, index: int) -> Share:
        """Return the share of a quotation's speaker."""
        return self.shares[speaker_key(self.reading.quotations[index])]

    def rows(self, view: QuoteView, marked: Marked) -> list[Share | int]:
        """Return the indexes of the quotations to show; by speaker, each group after its share."""
        words = fold_words(view.words)
        found = matching(self._folded, words) if words else range(len(self.reading.quotations))
        chosen = [index for index in found if self._is_chosen(index, view.choice, marked)]
        if not view.is_by_speaker:
            return list(chosen)
        by_speaker: dict[str, list[int]] = {}
        for index in chosen:
            by_speaker.setdefault(speaker_key(self.reading.quotations[index]), []).append(index)
        rows: list[Share | int] = []
        for key, share in self.shares.items():
            if key in by_speaker:
                rows += [share, *by_speaker[key]]
        return rows

    def _is_chosen(self, index: int, choice: Choice, marked: Marked) -> bool:
        if choice is Choice.KEPT:
            return index in marked.kept
        if choice is Choice.NOTED:
            return index in marked.noted
        return choice is Choice.ALL or is_unsure(self.reading.quotations[index])

    def _word_count(self, index: int) -> int:
        text = self.reading.article.text
        return sum(count_words(span.of(text)) for span in self.reading.quotations[index].spans)

    @cached_property
    def _indexes_by_speaker(self) -> dict[str, list[int]]:
        indexes: dict[str, list[int]] = {}
        for index, quotation in enumerate(self.reading.quotations):
            indexes.setdefault(speaker_key(quotation), []).append(index)
        return indexes

    @cached_property
    def _folded(self) -> list[str]:
        return [
            fold_fields((self.words_of(index), *speaker_words(quotation)))
            for index, quotation in enumerate(self.reading.quotations)
        ]


def speaker_key(quotation: Quotation) -> str:
    """Return what a speaker's quotations have in common: the name in small letters; nothing without one."""
    return quotation.speaker.label.casefold() if quotation.speaker else ""


def speaker_words(quotation: Quotation) -> tuple[str, ...]:
    """Return what a speaker is found by: the name, the words of the text, the office."""
    speaker = quotation.speaker
    return (speaker.label, speaker.mention, speaker.role or "") if speaker else ()


def is_unsure(quotation: Quotation) -> bool:
    """Tell whether it is in doubt who is quoted."""
    return quotation.speaker is None or quotation.speaker.is_doubtful
