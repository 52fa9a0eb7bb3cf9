"""Gathering the mentions that could be the speaker of a quotation."""

from __future__ import annotations

from reader.quotes.document import Document, Passage
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
        self.last: History | None = None
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
    placed = passage.outline.mentions
    low, high = view.sentence - _SENTENCES_BEFORE, view.sentence + _SENTENCES_AFTER
    split = _first_after(placed, view.at)
    before = [item for item in placed[max(0, split - _MOST_BEFORE) : split] if item.sentence >= low]
    after = [item for item in placed[split : split + _MOST_AFTER] if item.sentence <= high]
    return [
        *(_candidate(document, item, "here", rank) for rank, item in enumerate(reversed(before))),
        *(_candidate(document, item, "here", rank) for rank, item in enumerate(after)),
    ]


def _first_after(placed: list[PlacedMention], at: int) -> int:
    low, high = 0, len(placed)
    while low < high:
        middle = (low + high) // 2
        if placed[middle].at < at:
            low = middle + 1
        else:
            high = middle
    return low


def _from_above(document: Document, passage: int) -> list[Candidate]:
    """Return what the paragraph above offers: the subject of its last cue, or the lead of its last sentence."""
    if passage == 0:
        return []
    above = document.passages[passage - 1]
    outline = above.outline
    if not outline.mentions:
        return []
    ending = "colon" if outline.signs.endswith(":") else "plain"
    by_sign = {item.at: item for item in outline.mentions}
    found: list[Candidate] = []
    for cue, subject, inverted in reversed(above.cues):
        index = subject if subject >= 0 else inverted
        if index >= 0 and cue.tag in "STC":
            found.append(_candidate(document, by_sign[index], f"above:{ending}:cue", 0))
            break
    final = outline.mentions[-1].sentence
    lead = next(item for item in outline.mentions if item.sentence == final)
    if not found or found[0].placed is not lead:
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
