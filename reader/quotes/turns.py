"""Interviews and debates written as turns: ``NAME: text`` and ``Q: text``, a paragraph each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.domain.quote import Quote, QuoteKind, Speaker, SpeakerKind
from reader.domain.span import Span
from reader.quotes.first_names import EITHER, FEMALE, MALE
from reader.quotes.lexicon import TAGS, TIME_WORDS
from reader.quotes.marks import paragraphs
from reader.quotes.overlay import full_names, overlay
from reader.values import NamedTuple

_TURN = re.compile(
    r"(?P<label>[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3})(?: ?\([^()]{1,40}\))? ?[:.] ?(?=\S)"
)
_ROLES = frozenset(("Q", "A", "Question", "Answer", "Interviewer", "Moderator", "Host", "Reporter"))
_FEWEST_TURNS = 3
_FARTHEST = 3
"""Paragraphs from one turn to the next; a turn may have a second paragraph or an aside between."""

_MARKS = "“\"„«‘'「『"


class Turn(NamedTuple):
    """One labelled paragraph: its number, its label, and where label and words stand."""

    paragraph: int
    label: str
    label_end: int
    start: int
    end: int
    label_start: int


def _is_label(label: str, text: str) -> bool:
    """Tell whether the words before a colon can be a speaker."""
    if label in _ROLES:
        return True
    first = label.split(maxsplit=1)[0].lower().rstrip(".")
    if first in TIME_WORDS or (first in TAGS and TAGS[first] not in "SC"):
        return False
    words = label.split()
    is_named = first in MALE or first in FEMALE or first in EITHER
    return (label.isupper() and len(label) > 2) or is_named or (len(words) == 1 and f" {label} " in text)


def _labelled(text: str) -> list[Turn]:
    found: list[Turn] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        match = _TURN.match(text, start, min(end, start + 120))
        if match is None:
            continue
        label = match["label"]
        has_stop = text[start : match.end()].rstrip().endswith(".")
        if (has_stop and label not in ("Q", "A")) or not _is_label(label, text):
            continue
        words_end = match.end() + len(text[match.end() : end].rstrip())
        found.append(Turn(number, label, match.end("label"), match.end(), words_end, start))
    return found


def find_turns(text: str) -> list[Turn]:
    """Return the turns of every stretch of ``text`` in which at least two speakers alternate."""
    if ":" not in text and "Q." not in text:
        return []
    stretches: list[list[Turn]] = []
    for turn in _labelled(text):
        if stretches and turn.paragraph - stretches[-1][-1].paragraph <= _FARTHEST:
            stretches[-1].append(turn)
        else:
            stretches.append([turn])
    return [turn for stretch in stretches if _alternates(stretch) for turn in stretch]


def _alternates(stretch: Sequence[Turn]) -> bool:
    """Tell whether the turns are an exchange: two speakers or more, one of whom comes back."""
    labels = Counter(turn.label for turn in stretch)
    changes = sum(one.label != other.label for one, other in pairwise(stretch))
    if set(labels) == {"Q", "A"} or set(labels) == {"Question", "Answer"}:
        return True
    return len(stretch) >= _FEWEST_TURNS and len(labels) > 1 and max(labels.values()) > 1 and changes > 1


def _speaker(text: str, turn: Turn, names: dict[str, str]) -> Speaker:
    span = Span(turn.label_start, turn.label_end)
    if turn.label in _ROLES:
        return Speaker(span, turn.label, None, is_sure=True, kind=SpeakerKind.ROLE)
    label = turn.label.title() if turn.label.isupper() else turn.label
    known = names.get(label.split()[-1].lower())
    name = known if known and " " not in label else label
    return Speaker(span, text[span.start : span.end], name, is_sure=True, kind=SpeakerKind.PERSON)


def name_turns(text: str, quotes: Sequence[Quote], segments: Iterable[tuple[int, int]]) -> list[Quote]:
    """Return ``quotes`` with the quoted text at the head of every turn given to its speaker.

    ``segments`` are the places of all quoted text; at the head of a turn it is always a quotation.
    """
    marked = {turn.start: turn for turn in find_turns(text) if text[turn.start] in _MARKS}
    if not marked:
        return list(quotes)
    names = full_names(text)
    kinds = {quote.span.start: quote.kind for quote in quotes}
    added = [
        Quote(
            Span(start, end), kinds.get(start, QuoteKind.DIRECT), _speaker(text, marked[start], names), start
        )
        for start, end in segments
        if start in marked
    ]
    return overlay(quotes, added)


def add_turns(text: str, quotes: Sequence[Quote]) -> list[Quote]:
    """Return ``quotes`` with the turns that bear no marks among them, each one direct quotation."""
    turns = [turn for turn in find_turns(text) if text[turn.start] not in _MARKS]
    if not turns:
        return list(quotes)
    names = full_names(text)
    added = [
        Quote(Span(turn.start, turn.end), QuoteKind.DIRECT, _speaker(text, turn, names), number)
        for number, turn in enumerate(turns)
    ]
    return overlay(quotes, added)
