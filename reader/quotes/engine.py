"""From a text to its quotations: read, rank, keep, group, name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.domain.quote import Quote, QuoteKind
from reader.domain.span import Span
from reader.quotes.candidates import Speakers, gather, mention_key
from reader.quotes.document import Document, Passage, view_quote
from reader.quotes.features import Candidate, QuoteView, features, view_cues
from reader.quotes.frames import framed_speaker
from reader.quotes.keeping import LOOKED_AT, Choice, Surroundings, is_attribute, is_statement, keep_features
from reader.quotes.marks import Segment
from reader.quotes.ranker import chance, score, shares
from reader.quotes.speakers import Naming
from reader.values import NamedTuple

KEEP_CHANCE = 0.75
"""Probability of being a quotation below which quoted text is left alone."""


class Attribution(NamedTuple):
    """Quoted text, its likeliest speaker with that one's share, and the chance of its being a quotation."""

    passage: int
    segment: Segment
    view: QuoteView
    candidate: Candidate | None
    share: float
    chance: float


def _choose_framed(document: Document, passage: Passage, number: int, view: QuoteView) -> Candidate | None:
    """Return the speaker whom a frame such as "in Yin's words" names, as a candidate."""
    if not passage.frames:
        return None
    token = passage.outline.quotes[number].token
    placed = framed_speaker(passage.frames, view, token, passage.outline.signs)
    if placed is None:
        return None
    return Candidate(placed, "here", 0, document.registry.form(placed.mention), mention_key(placed.mention))


def _choose(candidates: Sequence[Candidate], found: Sequence[list[str]]) -> Choice | None:
    """Return the candidate whose features weigh most."""
    if not candidates:
        return None
    parts = shares([score(names, "speaker") for names in found])
    best = max(range(len(parts)), key=parts.__getitem__)
    return Choice(candidates[best], parts[best], found[best])


def look_around(document: Document, passage: Passage, number: int) -> Surroundings:
    """Return quoted text ``number`` of ``passage`` with its neighbours."""
    segment, tokens = passage.segments[number], passage.paragraph.tokens
    index = passage.outline.quotes[number].token
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return Surroundings(
        document.text[segment.start : min(segment.end, segment.start + LOOKED_AT)], before, after
    )


def _keep_chance(
    document: Document, place: tuple[Passage, int], view: QuoteView, best: Choice | None
) -> float:
    """Return how likely quoted text is a quotation."""
    passage, number = place
    if is_attribute(document.text, passage.segments[number].start):
        return 0.0
    if is_statement(view):
        return 1.0
    return chance(keep_features(look_around(document, passage, number), view, passage.outline.signs, best))


def attribute(document: Document) -> Iterator[Attribution]:
    """Yield every piece of quoted text with its likeliest speaker, in the order of the text."""
    speakers = Speakers()
    for index, passage in enumerate(document.passages):
        for number, segment in enumerate(passage.segments):
            view = view_quote(document, index, number)
            framed = _choose_framed(document, passage, number, view)
            if framed is not None:
                speakers.remember(framed.placed, index)
                yield Attribution(index, segment, view, framed, 1.0, 1.0)
                continue
            candidates = gather(document, index, view, speakers)
            history = speakers.history(index)
            cues = view_cues(view, passage.outline.signs, passage.cues_near(view.at))
            found = [features(item, view, passage.outline, cues, history) for item in candidates]
            best = _choose(candidates, found)
            probability = _keep_chance(document, (passage, number), view, best)
            if best is None:
                yield Attribution(index, segment, view, None, 0.0, probability)
                continue
            if probability >= KEEP_CHANCE:
                speakers.remember(best.candidate.placed, index)
            yield Attribution(index, segment, view, best.candidate, best.share, probability)


def _goes_on(before: Attribution, after: Attribution) -> bool:
    """Tell whether two neighbouring quotations are pieces of one."""
    if after.view.continues and before.passage == after.passage - 1:
        return not before.segment.is_closed
    if before.passage != after.passage or before.candidate is None or after.candidate is None:
        return False
    return (
        before.candidate.placed.mention.start == after.candidate.placed.mention.start
        and after.view.sentence - before.view.sentence <= 1
    )


def group(attributions: Sequence[Attribution]) -> list[list[Attribution]]:
    """Gather the pieces of each quotation: split ones, and those of several paragraphs."""
    groups: list[list[Attribution]] = []
    for attribution in attributions:
        if groups and _goes_on(groups[-1][-1], attribution):
            groups[-1].append(attribution)
        else:
            groups.append([attribution])
    return groups


def _settle(pieces: Sequence[Attribution]) -> list[Attribution]:
    """Give all paragraphs of one quotation the speaker that one of them names itself."""
    if not any(piece.view.continues for piece in pieces):
        return list(pieces)
    named = [piece for piece in pieces if piece.candidate is not None and piece.candidate.place == "here"]
    leader = max(named or pieces, key=lambda piece: piece.share)
    return [piece._replace(candidate=leader.candidate, share=leader.share) for piece in pieces]


def _kind(document: Document, attribution: Attribution) -> QuoteKind:
    """Tell a statement of its own from quoted words inside reported speech."""
    view = attribution.view
    signs = document.passages[attribution.passage].outline.signs
    before = signs[view.at - 1] if view.at else "|"
    if view.is_alone or view.ending == "o":
        return QuoteKind.DIRECT
    if before in "|Q" and (view.ending in ",?" or view.case == "u"):
        return QuoteKind.DIRECT
    if before in ",:" and (view.case == "u" or view.ending in ",.?"):
        return QuoteKind.DIRECT
    if before in "STC" and view.case == "u":
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL


def read_english(text: str, found: Sequence[tuple[tuple[int, int], list[Segment]]]) -> list[Quote]:
    """Return the quotations of an English text, given the quoted segments of its paragraphs."""
    if not any(segments for _, segments in found):
        return []
    document = Document(text, found)
    kept = [attribution for attribution in attribute(document) if attribution.chance >= KEEP_CHANCE]
    naming = Naming(document, [item.candidate.placed.mention for item in kept if item.candidate is not None])
    quotes: list[Quote] = []
    for number, pieces in enumerate(group(kept)):
        for piece in _settle(pieces):
            mention = None if piece.candidate is None else piece.candidate.placed.mention
            speaker = None if mention is None else naming.speaker(mention, piece.share)
            span = Span(piece.segment.start, piece.segment.end)
            quotes.append(Quote(span, _kind(document, piece), speaker, number))
    return quotes
