"""What a person decided about a quotation or a name, in place of what the engine found."""

from __future__ import annotations

from enum import StrEnum

from reader.domain.anchor import Anchor
from reader.domain.article import ArticleId
from reader.values import frozen


class Extent(StrEnum):
    """What a repair says of the words it stands at.

    ``AS_FOUND``: a quotation, its pieces those the engine finds there. ``GIVEN``: a quotation of exactly
    these pieces. ``NONE``: no quotation.
    """

    AS_FOUND = "as found"
    GIVEN = "given"
    NONE = "none"


@frozen
class Repair:
    """A person's decision about one quotation; there is one a quotation, whatever it decides.

    ``speaker`` is the name decided on, None where the engine's speaker stands. ``made_at`` is in seconds
    since 1970. ``url`` is the article's address, by which it is known when it was removed and comes again.
    """

    id: str
    article: ArticleId
    anchor: Anchor
    extent: Extent
    speaker: str | None
    made_at: float
    url: str | None = None


@frozen
class Alias:
    """A person's word that ``alias`` is another name of ``name``.

    It holds in one article, or in the whole library where ``article`` is None. ``made_at`` is in seconds
    since 1970.
    """

    id: str
    article: ArticleId | None
    name: str
    alias: str
    made_at: float
