"""A place in a text that is to be found again when the text has changed, and what became of it."""

from __future__ import annotations

from enum import StrEnum

from reader.domain.span import Span
from reader.values import NamedTuple, frozen

CONTEXT_LENGTH = 64
"""Code points kept on either side of a place; 32 were enough to tell repeated sentences apart."""


@frozen
class Anchor:
    """A place of one or more pieces: where they stood, their words, and the text around the whole.

    The pair of position and quoted words follows the W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
    """

    spans: tuple[Span, ...]
    exact: tuple[str, ...]
    before: str
    after: str


def make_anchor(text: str, spans: tuple[Span, ...]) -> Anchor:
    """Return what is needed to find ``spans`` of ``text`` again; there is at least one."""
    start, end = spans[0].start, spans[-1].end
    return Anchor(
        spans,
        tuple(span.of(text) for span in spans),
        text[max(0, start - CONTEXT_LENGTH) : start],
        text[end : end + CONTEXT_LENGTH],
    )


def anchor_from(text: str, place: int) -> Anchor:
    """Return what is needed to find a place of ``text`` again: the words that begin there."""
    return make_anchor(text, (Span(place, min(len(text), place + CONTEXT_LENGTH)),))


def stands_unchanged(anchor: Anchor, text: str) -> bool:
    """Tell whether the words stand where they stood, in the surroundings they had."""
    first, last = anchor.spans[0], anchor.spans[-1]
    return (
        all(span.of(text) == words for span, words in zip(anchor.spans, anchor.exact, strict=True))
        and text.endswith(anchor.before, 0, first.start)
        and text.startswith(anchor.after, last.end)
    )


class Outcome(StrEnum):
    """What became of a place.

    ``IN_PLACE``: the words stand where they stood. ``MOVED``: the same words stand elsewhere.
    ``ALTERED``: other words have come into their place. ``LOST``: they are gone, or it is in doubt
    where they are.
    """

    IN_PLACE = "in place"
    MOVED = "moved"
    ALTERED = "altered"
    LOST = "lost"


class Placement(NamedTuple):
    """Where the pieces of an anchor are now; none, and the reason in words, when they are lost."""

    outcome: Outcome
    spans: tuple[Span, ...] = ()
    reason: str = ""
