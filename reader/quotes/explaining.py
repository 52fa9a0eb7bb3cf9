"""Why the engine names a speaker: one quotation read again, with the words that told.

Only the neighbourhood is read, so that an answer takes the same time in an article of any length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from reader.domain.span import Span
from reader.quotes.cues import words
from reader.quotes.document import Document, Passage
from reader.quotes.engine import Attribution, attribute
from reader.quotes.features import Candidate
from reader.quotes.lexicon import PERSON_NOUNS, TIME_WORDS
from reader.values import NamedTuple

_BEFORE = 20_000
"""Code points read before the quotation: enough for the names that a pronoun may stand for."""

_AFTER = 4_000
_NAMES_IN = 100_000
"""Code points whose names are offered; 0.2 s."""
_NOBODY = (
    words(
        """
        ai agi api app ar cao ceo cfo cio cmo coo cpu cso cto dna esg evp ev faq gdp gpu hiv hr iot ip
        ipo iq it lgbt llm ltd mba md ml ngo ok pc pdf phd pm pr r&d q&a q1 q2 q3 q4 rna saas sme suv svp
        tv uav ufo url usb usd vip vp vr covid covid-19 brexit internet web
        read updated published photo photos video also more see advertisement editor
        """
    )
    | TIME_WORDS
    | PERSON_NOUNS
)
"""Words written large that are no person or body by themselves."""


class Ground(StrEnum):
    """What the speaker was told from."""

    FRAME = "frame"
    CUE = "cue"
    NEAR = "near"
    ABOVE = "above"
    EARLIER = "earlier"
    FORM = "form"
    NOBODY = "nobody"


class Explanation(NamedTuple):
    """Why a quotation has its speaker.

    ``words`` are the places of the words that told: the mention, then the verb beside it if there is
    one. ``speaker_share`` is the probability of the speaker against the others met nearby, ``quote_chance``
    that the words are a quotation at all, both 0 to 1, None where the form decides and not the ranker.
    """

    ground: Ground
    words: tuple[Span, ...] = ()
    speaker_share: float | None = None
    quote_chance: float | None = None

    def sentence(self, text: str) -> str:
        """Return the reason in words; ``text`` is the article's."""
        told = [f"“{span.of(text)}”" for span in self.words]
        sure = "" if self.speaker_share is None else f" ({_share(self.speaker_share)} sure)"
        return _SENTENCES[self.ground].format(*told, sure=sure)


_ALMOST_SURE = 0.99


def _share(share: float) -> str:
    """Write a probability; no guess is a certainty."""
    return "over 99%" if share > _ALMOST_SURE else f"{share:.0%}"


_SENTENCES = {
    Ground.FRAME: "The words around {0} name the speaker outright.",
    Ground.CUE: "{0} goes with {1} beside the quotation{sure}.",
    Ground.NEAR: "{0} stands nearest, without a verb of saying{sure}.",
    Ground.ABOVE: "{0} is named in the paragraph beside it{sure}.",
    Ground.EARLIER: "{0} said what was quoted before, and nobody else is named{sure}.",
    Ground.FORM: "The form of the text says so, or its language is not read word by word.",
    Ground.NOBODY: "Nobody near it could be the speaker.",
}


def explain(text: str, span: Span) -> Explanation:
    """Return why the quotation that begins in ``span`` of an English ``text`` has its speaker."""
    first = text.rfind("\n", 0, max(0, span.start - _BEFORE)) + 1 if span.start > _BEFORE else 0
    last = text.find("\n", span.end + _AFTER)
    document = Document(text[first : len(text) if last < 0 else last])
    for found in attribute(document):
        if Span(found.segment.start, found.segment.end).shift(first).overlaps(span):
            return _explained(document, found, first)
    return Explanation(Ground.FORM)


def _explained(document: Document, found: Attribution, shift: int) -> Explanation:
    if found.candidate is None:
        return Explanation(Ground.NOBODY, quote_chance=found.chance)
    mention = found.candidate.placed.mention
    words = [Span(mention.start, mention.end)]
    ground = _ground(found.candidate)
    passage = document.passages[found.passage]
    if ground is Ground.NEAR:
        if any(frame.placed == found.candidate.placed for frame in passage.frames):
            ground = Ground.FRAME
        elif (cue := _cue(passage, found.candidate, found.view.at)) is not None:
            words.append(cue)
            ground = Ground.CUE
    return Explanation(ground, tuple(word.shift(shift) for word in words), found.share, found.chance)


def _ground(candidate: Candidate) -> Ground:
    if candidate.place == "here":
        return Ground.NEAR
    return Ground.ABOVE if candidate.place.startswith(("above", "below")) else Ground.EARLIER


def _cue(passage: Passage, speaker: Candidate, here: int) -> Span | None:
    """Return the verb of saying nearest to the sign at ``here`` whose subject the speaker is."""
    at = speaker.placed.at
    mine = [item for item in passage.cues_near(here) if at in {item.subject, item.inverted, item.main}]
    nearest = min(mine, key=lambda item: abs(item.cue.at - here), default=None)
    if nearest is None:
        return None
    token = passage.paragraph.tokens[nearest.cue.token]
    return Span(token.start, token.end)


def names_in(text: str) -> Iterator[str]:
    """Yield the names in a text in the order they are first met, people before bodies."""
    document = Document(text[:_NAMES_IN])
    entities = [entity for entity in document.registry.entities if could_speak(entity.label, text)]
    yield from (entity.label for entity in entities if entity.could_be_person)
    yield from (entity.label for entity in entities if not entity.could_be_person)


def could_speak(name: str, text: str) -> bool:
    """Tell whether a name may be that of a person or a body, for a list to choose from.

    Not what is an abbreviation of a subject or an office (``AI``, ``CEO``), what the text also writes
    small, as it does what is large only at the start of a sentence, and what has a slash or underscore.
    """
    parts = [part.casefold() for part in name.split()]
    if (
        "/" in name
        or "_" in name
        or all(part.removesuffix("s") in _NOBODY or part in _NOBODY for part in parts)
    ):
        return False
    return len(parts) > 1 or name.isupper() or re.search(rf"\b{re.escape(name.lower())}\b", text) is None
