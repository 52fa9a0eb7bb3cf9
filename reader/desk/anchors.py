"""Finding a place again in a text that may have changed since, or saying why it cannot be found.

A wrong place is worse than none: where two places would do, or the evidence is thin, the place is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, takewhile

from reader.desk.alignment import Query, realign
from reader.desk.word_rows import WordIndex
from reader.domain.anchor import Anchor, Outcome, Placement, stands_unchanged
from reader.domain.span import Span
from reader.values import NamedTuple

TELLING = 20
"""Letters from which words speak for themselves when they stand only once: about four words."""

TOUCHING = 12
"""Signs (characters but white space) on both sides that fewer words need: more than “said he” has."""

NEARBY = 18
"""Signs that do for one side when they stand near the words but do not touch them."""

MARGIN = 8
"""Signs by which the surroundings of one place must agree better than those of the next."""

GAP_SIGNS = 8
"""What a gap of unchanged length between two pieces tells, in signs of surroundings."""

MOST_PLACES = 24
"""Places compared in full when the same words stand again and again."""

_GLANCE = 8
"""Code points on one side at least that any place worth comparing shares, when there are more."""

_WIDER = 32
"""Code points looked at beyond the context's length: something may have been put in."""

NOT_KNOWN = "Its words are not known."
GONE = "Its words are no longer in the article."


class Sides(NamedTuple):
    """How many signs agree before and after a place."""

    before: int
    after: int


class _Found(NamedTuple):
    """A place with the same words: how well its surroundings agree.

    ``touching`` counts what agrees right beside the words, ``nearby`` what stands together near them;
    in ``agreement`` both count.
    """

    agreement: int
    touching: Sides
    nearby: Sides
    spans: tuple[Span, ...]

    def distance(self, anchor: Anchor) -> int:
        """Return how far the place is from where it was."""
        return abs(self.spans[0].start - anchor.spans[0].start)

    def is_rivalled_by(self, other: _Found) -> bool:
        """Tell whether another place fits better on one side."""
        return any(there - here >= MARGIN for here, there in zip(self.touching, other.touching, strict=True))

    def is_told(self, anchor: Anchor) -> bool:
        """Tell whether the surroundings suffice for words that are too few to speak for themselves."""
        most = max(self.touching)
        if self.distance(anchor) == 0 and most >= TOUCHING:
            return True
        if min(self.touching) >= TOUCHING:
            return True
        least = min(
            max(self.touching.before, self.nearby.before), max(self.touching.after, self.nearby.after)
        )
        if most >= TOUCHING and least >= NEARBY:
            return True
        # A short context reached to the beginning or end of the text; then the other side has to tell more.
        has_one_side = min(_signs(anchor.before), _signs(anchor.after)) < TOUCHING
        return has_one_side and most >= 3 * TOUCHING


def locate(anchor: Anchor, text: str, index: Callable[[], WordIndex] | None = None) -> Placement:
    """Return where the anchor's words stand in ``text`` now.

    The same words are looked for first; among several places the one whose surroundings agree clearly
    best is taken, and where they all agree, the clearly nearest. Else the words and their surroundings
    are aligned with the text word by word; ``index`` gives the text's words, so that they are gathered
    once for all anchors. The order of the attempts follows Hypothesis' fuzzy anchoring; the rules by
    which a place is refused are our own.
    """
    if not anchor.exact or len(anchor.exact) != len(anchor.spans) or "" in anchor.exact:
        return Placement(Outcome.LOST, reason=NOT_KNOWN)
    if stands_unchanged(anchor, text):
        return Placement(Outcome.IN_PLACE, anchor.spans)
    found = _same_words(anchor, text)
    best = _choose(anchor, found)
    if best is not None:
        return Placement(Outcome.IN_PLACE if best == anchor.spans else Outcome.MOVED, best)
    words = index() if index is not None else WordIndex(text)
    spans = realign(Query.of(anchor), words)
    if spans is not None:
        return Placement(_outcome(anchor, text, spans), spans)
    if found:
        times = "elsewhere" if len(found) == 1 else f"in {len(found)} places"
        return Placement(Outcome.LOST, reason=f"The same words stand {times}, in other surroundings.")
    return Placement(Outcome.LOST, reason=GONE)


def _outcome(anchor: Anchor, text: str, spans: tuple[Span, ...]) -> Outcome:
    """Tell other words from the same ones with other white space between them."""
    now = [span.of(text).split() for span in spans]
    return Outcome.MOVED if now == [words.split() for words in anchor.exact] else Outcome.ALTERED


def _same_words(anchor: Anchor, text: str) -> list[_Found]:
    """Return the places where all pieces stand word for word, the best first."""
    query = Query.of(anchor)
    places = [spans for start in _starts(anchor, text) if (spans := _pieces_from(anchor, text, start))]
    found = [_judge(anchor, query, text, spans) for spans in places]
    return sorted(found, key=lambda place: (-place.agreement, place.distance(anchor)))


def _starts(anchor: Anchor, text: str) -> list[int]:
    """Return where the first piece stands; of very many places, those with most of what touched it."""
    words = anchor.exact[0]
    starts = []
    start = text.find(words)
    while start >= 0:
        starts.append(start)
        start = text.find(words, start + 1)
    if len(starts) <= MOST_PLACES:
        return starts
    before, after = anchor.before[-_GLANCE:], anchor.after[:_GLANCE] if len(anchor.exact) == 1 else ""
    ends = ((start, start + len(words)) for start in starts)
    glanced = [s for s, e in ends if text.endswith(before, 0, s) or (after and text.startswith(after, e))]

    def touching(start: int) -> int:
        left = _shared_signs(text[max(0, start - len(anchor.before)) : start][::-1], anchor.before[::-1])
        end = start + len(words)
        return left + _shared_signs(text[end : end + len(anchor.after)], anchor.after)

    return sorted(glanced, key=touching, reverse=True)[:MOST_PLACES]


def _choose(anchor: Anchor, found: list[_Found]) -> tuple[Span, ...] | None:
    """Return the one place that can be trusted, if there is one; ``found`` has the best first."""
    if not found:
        return None
    best = found[0]
    is_telling = sum(map(str.isalnum, "".join(anchor.exact))) >= TELLING
    if len(found) == 1:
        return best.spans if is_telling or best.is_told(anchor) else None
    lead = best.agreement - found[1].agreement
    if is_telling and lead >= MARGIN and best.agreement >= 2 * MARGIN:
        return best.spans
    if lead >= MARGIN and best.is_told(anchor) and not any(map(best.is_rivalled_by, found[1:])):
        return best.spans
    # Alike in everything: the same words in the same surroundings, told apart by where they stand.
    whole = _whole_agreement(anchor)
    alike = [place for place in found if place.agreement == whole]
    alike.sort(key=lambda place: place.distance(anchor))
    if len(alike) > 1 and alike[0].distance(anchor) * 3 <= alike[1].distance(anchor):
        return alike[0].spans
    return None


def _whole_agreement(anchor: Anchor) -> int:
    return 2 * (_signs(anchor.before) + _signs(anchor.after)) + GAP_SIGNS * (len(anchor.spans) - 1)


def _judge(anchor: Anchor, query: Query, text: str, spans: tuple[Span, ...]) -> _Found:
    """Compare the surroundings and gaps of a place with those there were."""
    start, end = spans[0].start, spans[-1].end
    before, after = text[max(0, start - len(anchor.before)) : start], text[end : end + len(anchor.after)]
    left = _shared_signs(before[::-1], anchor.before[::-1])
    right = _shared_signs(after, anchor.after)
    near = text[max(0, start - len(anchor.before) - _WIDER) : start]
    left_run = _signs(before) if before == anchor.before else query.agreement_before(near)
    near = text[end : end + len(anchor.after) + _WIDER]
    right_run = _signs(after) if after == anchor.after else query.agreement_after(near)
    stretched = [abs(new - old) for new, old in zip(_gaps(spans), _gaps(anchor.spans), strict=True)]
    agreement = left + left_run + right + right_run + sum(GAP_SIGNS - stretch for stretch in stretched)
    # That the text begins or ends there, as it did, tells as much as words do.
    if anchor.before and before == anchor.before and start == len(before):
        left = max(left, TOUCHING)
    if anchor.after and after == anchor.after and end + len(after) == len(text):
        right = max(right, TOUCHING)
    return _Found(agreement, Sides(left, right), Sides(left_run, right_run), spans)


def _pieces_from(anchor: Anchor, text: str, start: int) -> tuple[Span, ...] | None:
    """Return the places of all pieces when the first is at ``start``, each as far on as it used to be."""
    spans = [Span(start, start + len(anchor.exact[0]))]
    for number, words in enumerate(anchor.exact[1:], 1):
        gap = anchor.spans[number].start - anchor.spans[number - 1].end
        nearest = _nearest(words, text, spans[-1].end, spans[-1].end + max(0, gap))
        if nearest is None:
            return None
        spans.append(Span(nearest, nearest + len(words)))
    return tuple(spans)


def _nearest(words: str, text: str, start: int, expected: int) -> int | None:
    """Return where words stand from ``start`` on, nearest to where they are expected; None when nowhere."""
    reach = expected + len(words) + 2_000
    found = (text.rfind(words, start, expected + len(words)), text.find(words, max(start, expected), reach))
    return min(
        (place for place in found if place >= 0), key=lambda place: abs(place - expected), default=None
    )


def _gaps(spans: tuple[Span, ...]) -> list[int]:
    """Return how many characters lie between each piece and the next."""
    return [after.start - before.end for before, after in pairwise(spans)]


def _shared_signs(one: str, other: str) -> int:
    """Return how many characters but white space two strings have in common from their start."""
    shared = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for character, _ in shared if not character.isspace())


def _signs(text: str) -> int:
    return len("".join(text.split()))
