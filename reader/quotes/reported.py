"""Reported speech without marks: "Ana Rivera said that the bridge was ready".

Precision before recall: a clause after "that", a clause right after "said", or one before ", she said". Left
out are denials, conditions, questions, what might be said, and sentences that hold quoted words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from reader.domain.quote import Quote, QuoteKind
from reader.domain.span import Span
from reader.quotes.cues import SAY, TELL, conjugate, words
from reader.quotes.document import Document, Passage
from reader.quotes.lexicon import TIME_WORDS
from reader.quotes.marks import find_segments
from reader.quotes.mentions import Mention, MentionKind
from reader.quotes.names import NameForm
from reader.quotes.outline import PlacedMention
from reader.quotes.speakers import Naming
from reader.quotes.tokens import QUOTE, Token
from reader.values import NamedTuple

_VERBS = """
    say add explain argue declare state insist announce claim note comment conclude reply respond recall
    remark observe admit acknowledge suggest reveal report warn predict maintain assert stress emphasize
    emphasise contend complain confess boast lament reiterate testify swear allege affirm confirm disclose
    clarify caution underline underscore mention write tell inform assure remind
"""
_REPORTING = frozenset(
    form for verb in _VERBS.split() for form, is_saying in conjugate(verb) if not is_saying
)
_BARE = words("said says told")
"""Verbs after which the clause may stand without "that"."""

_TRAILING = words("said says added explained noted wrote argued warned reported announced confirmed claimed")
_DOUBTED = words("if unless whether not never n't no would could may might should must can cannot will didn "
                 "doesn don wouldn couldn hardly nobody nothing to when")  # fmt: skip
_PERSONS_LEFT_OUT = words("i we you one it who")
_ADVERBS = frozenset("a#")
_LONGEST_GAP = 6
_FEWEST_TOKENS = 4
_CLAUSE_ENDS = frozenset((";", "(", ")", "[", "]", ":"))


class _Report(NamedTuple):
    """A reported clause as a range of token indexes, and the mention that reports it."""

    first: int
    last: int
    placed: PlacedMention


def _is_finite(tokens: Sequence[Token]) -> bool:
    """Tell whether a clause holds a verb that can be finite."""
    return any(token.tag in "xvSTC" for token in tokens)


def _is_doubted(tokens: Sequence[Token], first: int, verb: int) -> bool:
    """Tell whether what stands before the verb makes the report a denial or a condition."""
    nearby = [token.lower for token in tokens[max(first, verb - 4) : verb]]
    opening = [token.lower for token in islice(tokens, first, first + 1)]
    return bool(_DOUBTED.intersection(nearby)) or bool({"if", "unless", "whether"} & set(opening))


def _clause_end(tokens: Sequence[Token], first: int, end: int) -> int:
    """Return the index after the clause that begins at ``first``: the sentence's end, or a further report."""
    for index in range(first, end):
        token = tokens[index]
        if token.tag in _CLAUSE_ENDS or token.tag == ".":
            return index
        if token.tag == "," and any(
            after.lower in _REPORTING or after.tag in "GST"
            for after in tokens[index + 1 : min(index + 5, end)]
        ):
            return index
    return end


def _after_verb(tokens: Sequence[Token], verb: int, end: int) -> int:
    """Return where the clause after the verb begins, else -1."""
    limit = min(end, verb + 1 + _LONGEST_GAP)
    for index in range(verb + 1, limit):
        token = tokens[index]
        if token.lower == "that" and index + 1 < end and tokens[index + 1].tag not in ".,xv":
            return index + 1
        if token.tag in ",.;:-" or token.tag == QUOTE:
            break
    if tokens[verb].lower not in _BARE or verb + 1 >= end:
        return -1
    at = verb + 1
    while at < end and (tokens[at].tag in _ADVERBS or tokens[at].lower in TIME_WORDS):
        at += 1
    is_listener = tokens[verb].tag == TELL
    opens = at < end and (tokens[at].tag in "Pd" or tokens[at].tag == "K")
    return at if opens and not is_listener else -1


class _Reader:
    """Finds the reports of one passage."""

    def __init__(self, document: Document, passage: Passage) -> None:
        self._document = document
        self._tokens = passage.paragraph.tokens
        self._passage = passage
        self._at = {placed.at: placed for placed in passage.outline.mentions}

    def reports(self) -> Iterator[_Report]:
        """Yield the reports in the order of the text, none within another."""
        sentences = self._passage.paragraph.sentences
        position = 0
        for cue, subject, inverted, _ in self._passage.cues:
            token = self._tokens[cue.token]
            if token.lower not in _REPORTING or cue.tag not in (SAY, TELL):
                continue
            first, end = sentences[cue.sentence]
            report = self._read(cue.token, (max(first, position), end), (subject, inverted))
            if report is not None and report.first >= position:
                position = report.last
                yield report

    def _read(self, verb: int, bounds: tuple[int, int], subjects: tuple[int, int]) -> _Report | None:
        first, end = bounds
        if _is_doubted(self._tokens, first, verb) or self._tokens[end - 1].lower.startswith("?"):
            return None
        placed = self._speaker(subjects[0])
        if placed is not None and self._tokens[max(first, placed.mention.outer - 1)].lower != "as":
            start = _after_verb(self._tokens, verb, end)
            if start >= 0:
                return self._checked(start, _clause_end(self._tokens, start, end), placed)
        return self._trailing(verb, bounds, subjects)

    def _trailing(self, verb: int, bounds: tuple[int, int], subjects: tuple[int, int]) -> _Report | None:
        """Return the clause before ", Ana Rivera said." or ", said Ana Rivera."."""
        first, end = bounds
        if self._tokens[verb].lower not in _TRAILING:
            return None
        placed, comma = self._speaker(subjects[0]), -1
        if placed is not None and placed.mention.outer >= first and verb - placed.mention.last <= 1:
            follows = self._tokens[verb + 1].tag if verb + 1 < end else "."
            comma = placed.mention.outer - 1 if follows in ".,p" else -1
        elif self._speaker(subjects[1]) is not None:
            placed, comma = self._speaker(subjects[1]), verb - 1
        if placed is None or comma <= first or self._tokens[comma].tag != ",":
            return None
        clause = self._tokens[first:comma]
        if any(token.tag in ".,;:()-" for token in clause) or clause[0].tag in "pjrgv@":
            return None
        return self._checked(first, comma, placed)

    def _speaker(self, at: int) -> PlacedMention | None:
        placed = self._at.get(at)
        if placed is None or not self._can_report(placed.mention):
            return None
        return placed

    def _can_report(self, mention: Mention) -> bool:
        form = self._document.registry.form(mention)
        if mention.kind is MentionKind.PRONOUN:
            return mention.head not in _PERSONS_LEFT_OUT
        if mention.kind is MentionKind.NOMINAL:
            return form in (NameForm.PERSON, NameForm.BODY, NameForm.DOCUMENT)
        return form is not NameForm.OPENING

    def _checked(self, first: int, last: int, placed: PlacedMention) -> _Report | None:
        clause = self._tokens[first:last]
        if len(clause) < _FEWEST_TOKENS or not _is_finite(clause):
            return None
        return None if any(token.tag == QUOTE for token in clause) else _Report(first, last, placed)


def find_reported(text: str) -> list[Quote]:
    """Return what ``text`` reports without marks; see ``reader.quotes.find_reported``."""
    document = Document(text, list(find_segments(text)))
    found = [
        (passage, report) for passage in document.passages for report in _Reader(document, passage).reports()
    ]
    naming = Naming(document, [report.placed.mention for _, report in found])
    quotes = []
    for number, (passage, report) in enumerate(found):
        tokens = passage.paragraph.tokens
        span = Span(tokens[report.first].start, tokens[report.last - 1].end)
        speaker = naming.speaker(report.placed.mention, 1.0)
        quotes.append(Quote(span, QuoteKind.INDIRECT, speaker, number))
    return quotes
