"""A quotation, its pieces, and the one who said it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum

from reader.domain.span import Span
from reader.values import frozen


class QuoteKind(StrEnum):
    """``DIRECT`` stands as a statement, ``PARTIAL`` is quoted words inside reported speech.

    ``INDIRECT`` is reported speech without marks; it is never counted among quotations.
    """

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"


_DETERMINERS = frozenset(
    "The A An One Two Three Some Another Several Many Both This That These Those "
    "His Her Its Their My Our".split()
)
_PRONOUNS = frozenset("He She They It We You Who One Two Three Some Another Several Many Both Others".split())


def _inside_a_sentence(mention: str) -> str:
    """Return a mention without the capital letter that its first word has from opening a sentence."""
    first, space, rest = mention.partition(" ")
    is_opener = first in _DETERMINERS if rest else first in _PRONOUNS
    return first.lower() + space + rest if is_opener else mention


class SpeakerKind(StrEnum):
    """What sort of mention a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ROLE = "role"
    ANONYMOUS = "anonymous"
    PRONOUN = "pronoun"


class Decision(StrEnum):
    """What of a speaker a person decided.

    ``SPEAKER``: that it is this one who spoke. ``NAME``: only that the one found goes by this name.
    """

    SPEAKER = "speaker"
    NAME = "name"


@frozen
class Speaker:
    """Who a quotation belongs to.

    ``span`` and ``mention`` are the words in the text ("he"), ``name`` the full name behind them, or
    None when that is in doubt. ``is_sure`` speaks of the mention. ``role`` is the office or title
    found beside the name. ``decided`` is what a person had a hand in; a speaker whom the text does not
    name has an empty span at the quotation.
    """

    span: Span
    mention: str
    name: str | None
    is_sure: bool
    kind: SpeakerKind | None = None
    role: str | None = None
    decided: Decision | None = None

    @property
    def label(self) -> str:
        """The words to show for the speaker: the name if it is known, else the mention.

        A mention that opens its sentence with an article or a pronoun is shown as it stands inside one;
        one that opens it with a noun keeps its capital, as only a dictionary could tell it from a name.
        """
        return self.name or _inside_a_sentence(self.mention)

    @property
    def shown(self) -> str:
        """The label as a person sees it, with a question mark when it is in doubt."""
        return f"{self.label} ?" if self.is_doubtful else self.label

    @property
    def is_doubtful(self) -> bool:
        """Whether the label needs a question mark: a guess, or a pronoun with no name behind it."""
        if self.decided is Decision.SPEAKER:
            return False
        return not self.is_sure or (self.kind is SpeakerKind.PRONOUN and self.name is None)


@frozen
class Quote:
    """One quotation or one piece of it, marks included.

    ``group`` counts quotations from 0 in the order of the text; the pieces of a split quotation and
    the paragraphs of a long one share it. ``is_given`` says that a person gave it its bounds.
    """

    span: Span
    kind: QuoteKind
    speaker: Speaker | None
    group: int
    is_given: bool = False


@frozen
class Quotation:
    """All pieces of one quotation: what a person steps to, keeps, copies and counts."""

    pieces: tuple[Quote, ...]

    @property
    def number(self) -> int:
        """Its number in the article, from 1."""
        return self.pieces[0].group + 1

    @property
    def span(self) -> Span:
        """From the first mark of the first piece to the last of the last."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places of its pieces."""
        return tuple(piece.span for piece in self.pieces)

    @property
    def speaker(self) -> Speaker | None:
        """The speaker of the first piece that has one."""
        return next((piece.speaker for piece in self.pieces if piece.speaker), None)


def quotations(quotes: Iterable[Quote]) -> tuple[Quotation, ...]:
    """Gather pieces into quotations, in the order of the text."""
    pieces_by_group: dict[int, list[Quote]] = {}
    for quote in sorted(quotes, key=lambda quote: quote.span):
        pieces_by_group.setdefault(quote.group, []).append(quote)
    return tuple(Quotation(tuple(pieces)) for _, pieces in sorted(pieces_by_group.items()))


OPENING_MARKS = "“\"„«‘'「『‹›»"
CLOSING_MARKS = "”\"“»’'」』›‹«"
_NEIGHBOURS = 2
"""Pieces no further apart than a block separator are paragraphs of one quotation: nothing is left out."""


def join_pieces(pieces: Sequence[str], spans: Sequence[Span]) -> str:
    """Return the pieces of one quotation as one passage inside one pair of marks.

    Where words that are not the speaker's stood between two pieces, an ellipsis shows the joint.
    """
    passage = pieces[0] if pieces else ""
    for number in range(1, len(pieces)):
        piece = pieces[number].lstrip(OPENING_MARKS).lstrip()
        is_next_paragraph = spans[number].start - spans[number - 1].end <= _NEIGHBOURS
        passage = passage.rstrip(CLOSING_MARKS).rstrip()
        passage = f"{passage} {piece}" if is_next_paragraph else f"{passage.rstrip(',')} … {piece}"
    return passage
