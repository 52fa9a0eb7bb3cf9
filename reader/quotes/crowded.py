"""Texts crowded with quotations beyond anything written to be read: a fast reading of each one's neighbours.

Ranking costs some 250 µs a quotation, too much where one stands every few words for megabytes. Here the
speaker is whoever stands right beside the marks with a verb of saying, found without reading the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.domain.quote import Quote, QuoteKind, Speaker, SpeakerKind
from reader.domain.span import Span
from reader.quotes.cues import SAY, TELL
from reader.quotes.lexicon import TAGS
from reader.quotes.marks import Segment
from reader.values import NamedTuple

FEWEST = 500
"""Quotations up to which every text is read in full."""

DENSEST = 150
"""Code points for one quotation, over a whole text, from which it is not crowded; news prose has 450."""

MOST = 5_000
"""Quotations from which a text of any length is crowded; the longest novels have twice as many."""

MARKS_ALONE = 4
"""Code points for one mark below which a long text holds marks rather than words."""

_GLYPH = re.compile("[\"“”„«»「」『』'‘’`]")
_WINDOW = 80
_PRONOUN = r"(?:he|she|they|we|it|I|you|He|She|They|We|It|You)\b"
_NAME = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Gov)\. )?[A-Z][\w’-]*(?: [A-Z][\w’-]*){0,3}"
_SUBJECT = rf"{_PRONOUN}|(?:the|The) [a-z]+|{_NAME}"
_AFTER = re.compile(
    rf"[,.]?\s?(?:(?P<verb>[a-z]+) (?P<then>{_SUBJECT})|(?P<who>{_SUBJECT}) (?P<does>[a-z]+))"
)
_BEFORE = re.compile(rf"(?P<who>{_SUBJECT}) (?P<does>[a-z]+)[,:]? ?$")
_LEAST_WORDS = 4


class _Found(NamedTuple):
    """A speaker right beside the marks; ``is_after`` is the firmer of the two sides."""

    start: int
    end: int
    is_after: bool


def is_marks_alone(text: str) -> bool:
    """Tell whether a long text is made of marks rather than words."""
    if len(text) < FEWEST * MARKS_ALONE:
        return False
    return len(_GLYPH.findall(text)) * MARKS_ALONE > len(text)


def is_crowded(text: str, count: int) -> bool:
    """Tell whether ``count`` quoted segments are too many for the length of ``text``."""
    return count > MOST or (count > FEWEST and len(text) < count * DENSEST)


def _says(verb: str) -> bool:
    return TAGS.get(verb) in (SAY, TELL)


def _beside(text: str, segment: Segment, floor: int, ceiling: int) -> _Found | None:
    """Return who stands beside ``segment`` with a verb of saying, between the quotations around it."""
    match = _AFTER.match(text, segment.end, min(ceiling, segment.end + _WINDOW))
    if match is not None:
        group = "then" if match["then"] else "who"
        if _says(match["verb"] or match["does"]):
            return _Found(*match.span(group), is_after=True)
    if segment.start - floor < len("he said "):
        return None
    words = text[max(floor, segment.start - _WINDOW // 2) : segment.start].split()
    if not words or not _says(words[-1].rstrip(",:")):
        return None
    match = _BEFORE.search(text, max(floor, segment.start - _WINDOW // 2), segment.start)
    return None if match is None else _Found(*match.span("who"), is_after=False)


def _is_statement(text: str, segment: Segment) -> bool:
    words = text[segment.start : min(segment.end, segment.start + _WINDOW)].split(None, _LEAST_WORDS)
    return len(words) >= _LEAST_WORDS or (len(words) > 1 and text[segment.end - 2] in ".,?!")


class _Names:
    """Full names by their last word, as far as speakers bear them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._full: dict[str, str] = {}

    def speaker(self, found: _Found) -> Speaker:
        mention = self._text[found.start : found.end]
        span = Span(found.start, found.end)
        if mention[0].islower() or mention.split(None, 1)[0] in ("I", "He", "She", "They", "We", "It", "The"):
            is_role = mention[:4].lower() == "the "
            kind = SpeakerKind.ROLE if is_role else SpeakerKind.PRONOUN
            return Speaker(span, mention, None, is_sure=found.is_after, kind=kind)
        last = mention.rsplit(None, 1)[-1]
        known = self._full.setdefault(last, mention)
        if len(mention) > len(known):
            self._full[last] = known = mention
        name = known if known.endswith(mention) else mention
        return Speaker(span, mention, name, is_sure=found.is_after, kind=SpeakerKind.PERSON)


def read_crowded(text: str, found: Sequence[tuple[tuple[int, int], Sequence[Segment]]]) -> Iterator[Quote]:
    """Yield the quotations of a crowded text; the time for each does not depend on the others."""
    names, group = _Names(text), -1
    for (floor, ceiling), segments in found:
        speaker: Speaker | None = None
        position = floor
        for number, segment in enumerate(segments):
            after = segments[number + 1].start if number + 1 < len(segments) else ceiling
            beside = _beside(text, segment, position, after)
            position = segment.end
            if beside is None and not _is_statement(text, segment):
                continue
            goes_on = beside is None and speaker is not None
            speaker = names.speaker(beside) if beside is not None else speaker
            group += not goes_on
            is_whole = text[segment.end - 2] in ".,?!"
            kind = QuoteKind.DIRECT if is_whole else QuoteKind.PARTIAL
            yield Quote(Span(segment.start, segment.end), kind, speaker, group)
