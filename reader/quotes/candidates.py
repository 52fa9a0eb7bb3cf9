"""Gathering the mentions that could be the speaker of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reader.quotes.document import REACH, Document, Passage
from reader.quotes.features import Candidate, History, QuoteView
from reader.quotes.mentions import Mention, MentionKind
from reader.quotes.outline import PlacedMention

_MOST_BEFORE = 10
_MOST_AFTER = 6
_SENTENCES_BEFORE = 2
_SENTENCES_AFTER = 1


def mention_key(mention: Mention) -> str:
    """Return what two mentions of one person most often share: the last word of the name, or the pronoun."""
    return mention.words[-1] if mention.words else mention.head


class Speakers:
    """The mentions chosen so far, looked up by where they begin."""

    def __init__(self) -> None:
        self.placed: PlacedMention | None = None
        self.passage = -1

    def remember(self, placed: PlacedMention, passage: int) -> None:
        """Keep ``placed`` as the speaker of the last quotation, which stands in ``passage``."""
        self.placed, self.passage = placed, passage

    def history(self, passage: int) -> History | None:
        """Return the last speaker as seen from a quotation in ``passage``."""
        if self.placed is None:
            return None
        mention = self.placed.mention
        return History(passage - self.passage, mention_key(mention), mention.start)


def _candidate(document: Document, placed: PlacedMention, place: str, rank: int) -> Candidate:
    mention = placed.mention
    return Candidate(placed, place, rank, document.registry.form(mention), mention_key(mention))


def _mentions_here(document: Document, passage: Passage, view: QuoteView) -> list[Candidate]:
    placed = passage.free_mentions
    split = bisect_left(placed, view.at, key=attrgetter("at"))
    low, high = view.sentence - _SENTENCES_BEFORE, view.sentence + _SENTENCES_AFTER
    nearby = placed[max(0, split - _MOST_BEFORE) : split + _MOST_AFTER]
    reached = [item for item in nearby if low <= item.sentence <= high and abs(item.at - view.at) <= REACH]
    before = [item for item in reached if item.at < view.at]
    return [
        *(_candidate(document, item, "here", rank) for rank, item in enumerate(reversed(before))),
        *(_candidate(document, item, "here", rank) for rank, item in enumerate(reached[len(before) :])),
    ]


def _from_above(document: Document, passage: int) -> list[Candidate]:
    """Return what the paragraph above offers: the subject of its last cue, the lead of its last sentence."""
    if passage == 0:
        return []
    above = document.passages[passage - 1]
    ending = "colon" if above.outline.signs.endswith(":") else "plain"
    cue, lead = above.last_subject, above.last_lead
    found = [] if cue is None else [_candidate(document, cue, f"above:{ending}:cue", 0)]
    if lead is not None and lead is not cue:
        found.append(_candidate(document, lead, f"above:{ending}:lead", 0))
    return found


def _from_below(document: Document, passage: int) -> list[Candidate]:
    """Return the name in a line such as "- Ana Rivera" under a paragraph of quotation."""
    if passage + 1 >= len(document.passages):
        return []
    below = document.passages[passage + 1]
    tokens = below.paragraph.tokens
    if not tokens or tokens[0].tag != "-" or len(tokens) > 12:
        return []
    placed = next((item for item in below.outline.mentions if item.mention.kind is MentionKind.NAME), None)
    return [] if placed is None else [_candidate(document, placed, "below:dash", 0)]


def gather(document: Document, passage: int, view: QuoteView, speakers: Speakers) -> list[Candidate]:
    """Return every candidate for the quotation ``view`` of passage ``passage``."""
    found = _mentions_here(document, document.passages[passage], view)
    if speakers.placed is not None and speakers.passage != passage:
        gap = "next" if speakers.passage == passage - 1 else "far"
        place = "continued" if view.continues else f"last:{gap}"
        found.append(_candidate(document, speakers.placed, place, 0))
    taken = {candidate.placed.mention.start for candidate in found}
    elsewhere = [*_from_above(document, passage), *_from_below(document, passage)]
    return [*found, *(item for item in elsewhere if item.placed.mention.start not in taken)]
