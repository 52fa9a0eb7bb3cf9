"""A note that is still being written."""

from __future__ import annotations

from reader.domain.anchor import Anchor
from reader.domain.article import ArticleId
from reader.values import NamedTuple


class Draft(NamedTuple):
    """What a person has typed so far of the note on some words; ``made_at`` is in seconds since 1970."""

    id: str
    article: ArticleId
    anchor: Anchor
    text: str
    made_at: float

    def is_on(self, anchor: Anchor) -> bool:
        """Tell whether it is on the words of another anchor in the same article: the same, or overlapping."""
        mine = self.anchor
        return anchor.exact == mine.exact or any(
            one.overlaps(other) for one in anchor.spans for other in mine.spans
        )
