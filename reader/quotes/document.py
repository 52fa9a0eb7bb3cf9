"""A text read once: its paragraphs as tokens, mentions, outline and cues, and the registry of its names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from operator import attrgetter

from reader.quotes.chunker import find_mentions
from reader.quotes.clauses import CueSubject, find_subjects
from reader.quotes.cues import SAYING
from reader.quotes.features import QuoteView
from reader.quotes.frames import Frame, find_frames
from reader.quotes.marks import Segment, find_segments
from reader.quotes.mentions import Mention
from reader.quotes.names import Registry
from reader.quotes.outline import Outline, PlacedMention, draw_outline
from reader.quotes.tokens import Paragraph, last_letter, read_paragraph

REACH = 100
"""Signs between a quotation and a mention or cue that may belong to it; keeps an endless sentence linear."""

_OWNER = re.compile("'w?[NO]")
"""What follows a mention that owns another one: "Rivera's deputy Thomas Lund" speaks of Lund."""


def _place_of(subject: CueSubject) -> int:
    return subject.cue.at


class Passage:
    """One paragraph with its mentions; its outline and cues are drawn when they are first asked for."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.mentions: list[list[Mention]] = find_mentions(paragraph)

    @cached_property
    def outline(self) -> Outline:
        """The paragraph as signs."""
        return draw_outline(self.paragraph, self.mentions)

    @cached_property
    def cues(self) -> list[CueSubject]:
        """The cue verbs of the paragraph with their subjects."""
        return find_subjects(self.outline)

    @cached_property
    def frames(self) -> list[Frame]:
        """The frames that name a speaker outright."""
        return find_frames(self.paragraph.tokens, self.outline.mentions)

    @cached_property
    def free_mentions(self) -> list[PlacedMention]:
        """The mentions of the paragraph that own no other one."""
        signs = self.outline.signs
        return [item for item in self.outline.mentions if not _OWNER.match(signs, item.at + 1)]

    @cached_property
    def last_subject(self) -> PlacedMention | None:
        """The subject of the last cue verb of the paragraph."""
        for cue, subject, inverted, _ in reversed(self.cues):
            index = subject if subject >= 0 else inverted
            if index >= 0 and cue.tag != SAYING:
                mentions = self.outline.mentions
                return mentions[bisect_left(mentions, index, key=attrgetter("at"))]
        return None

    @cached_property
    def last_lead(self) -> PlacedMention | None:
        """The first mention of the last sentence of the paragraph that has one."""
        mentions = self.outline.mentions
        if not mentions:
            return None
        return mentions[bisect_left(mentions, mentions[-1].sentence, key=attrgetter("sentence"))]

    def cues_near(self, at: int) -> list[CueSubject]:
        """Return the cues within reach of the sign at ``at``."""
        low = bisect_left(self.cues, at - REACH, key=_place_of)
        return self.cues[low : bisect_left(self.cues, at + REACH, lo=low, key=_place_of)]

    @property
    def segments(self) -> list[Segment]:
        """The quoted segments of the paragraph."""
        return self.paragraph.segments


class Document:
    """A text as the engine sees it."""

    def __init__(
        self, text: str, found: Sequence[tuple[tuple[int, int], list[Segment]]] | None = None
    ) -> None:
        self.text = text
        if found is None:
            found = list(find_segments(text))
        self.passages = [Passage(read_paragraph(text, bounds, segments)) for bounds, segments in found]

    @cached_property
    def registry(self) -> Registry:
        """The names of the text."""
        sentences = chain.from_iterable(passage.mentions for passage in self.passages)
        return Registry(self.text, chain.from_iterable(sentences))

    @cached_property
    def places(self) -> dict[int, tuple[Passage, Mention]]:
        """Every mention of the text with its passage, by the character it starts at."""
        return {
            mention.start: (passage, mention)
            for passage in self.passages
            for mention in chain.from_iterable(passage.mentions)
        }


def _case(text: str, segment: Segment) -> str:
    for character in text[segment.start + 1 : segment.start + 8]:
        if character.isalpha():
            return "l" if character.islower() else "u"
    return "0"


def _ending(text: str, segment: Segment) -> str:
    if not segment.is_closed:
        return "o"
    last = last_letter(text, segment)
    if last in ",.":
        return last
    if last in "?!…":
        return "?"
    after = text[segment.end : segment.end + 1]
    return "," if after == "," else "0"


def _length(text: str, segment: Segment) -> str:
    words = len(text[segment.start : min(segment.end, segment.start + 200)].split())
    return "1" if words == 1 else "3" if words < 4 else "8" if words < 9 else "+"


def view_quote(document: Document, passage: int, number: int) -> QuoteView:
    """Return quotation ``number`` of passage ``passage`` as the features see it."""
    here = document.passages[passage]
    segment = here.segments[number]
    signs = here.outline.signs
    at, sentence, _ = here.outline.quotes[number]
    before = signs[at - 1] if at else "|"
    after = signs[at + 1] if at + 1 < len(signs) else "|"
    continues = False
    if number == 0 and passage and segment.start == here.paragraph.start:
        above = document.passages[passage - 1].segments
        continues = bool(above) and not above[-1].is_closed
    return QuoteView(
        at,
        sentence,
        _case(document.text, segment),
        _ending(document.text, segment),
        _length(document.text, segment),
        is_alone=before in "|Q" and after in "|Q.",
        continues=continues,
    )
