"""What a person did with an article: read it, stopped at a place, kept a quotation."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum

from reader.domain.anchor import CONTEXT_LENGTH, Anchor
from reader.domain.article import ArticleId
from reader.domain.quote import Decision, Speaker, join_pieces
from reader.domain.span import Span
from reader.values import frozen

__all__ = [
    "CONTEXT_LENGTH",
    "LABELS",
    "STATUSES",
    "Bookmark",
    "Finding",
    "InterfaceState",
    "Kind",
    "ReadMark",
    "RemovedBookmark",
]

LABELS = ("key", "check", "use")
"""The labels that are always offered; a person may use any other name."""

STATUSES = ("to check", "checked", "used", "do not use")
"""What a person may say of a bookmark on its way into print; none is the empty string."""


class Kind(StrEnum):
    """What was kept: a quotation with its speaker, or a passage that a person chose."""

    QUOTATION = "quotation"
    PASSAGE = "passage"


@frozen
class ReadMark:
    """How far an article has been read.

    ``read_at`` is when it was read to its end (seconds since 1970), None while unread. ``position``
    is the first code point that was on the screen, ``reached`` the furthest one that ever was.
    ``letters`` are the places a person marked, each a letter and what finds the place again.
    """

    read_at: float | None = None
    position: int = 0
    reached: int = 0
    is_starred: bool = False
    letters: tuple[tuple[str, Anchor], ...] = ()

    @property
    def is_read(self) -> bool:
        """Whether the article counts as read."""
        return self.read_at is not None


@frozen
class Bookmark:
    """A kept quotation or passage, complete in itself: it stays whole when its article changes or goes.

    ``spans`` are the places of its pieces in the article's text at the time, ``exact`` the words of
    each, ``before`` and ``after`` the text around the whole, ``sentence`` the sentences it stands in.
    ``speaker`` is the one found, ``repaired_speaker`` the name a person put in its place: ``said_by``
    is the speaker to show. ``former`` are the words first kept, where a person has since placed the
    bookmark on other ones. ``kept_at`` is in seconds since 1970.
    """

    id: str
    article: ArticleId
    title: str
    source: str | None
    url: str | None
    published: str | None
    spans: tuple[Span, ...]
    exact: tuple[str, ...]
    before: str
    after: str
    sentence: str
    speaker: Speaker | None
    kept_at: float
    repaired_speaker: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    label: str = ""
    status: str = ""
    kind: Kind = Kind.QUOTATION
    former: tuple[str, ...] = ()

    @property
    def anchor(self) -> Anchor:
        """What finds its words again."""
        return Anchor(self.spans, self.exact, self.before, self.after)

    @property
    def said_by(self) -> Speaker | None:
        """The speaker to show: the one a person named if there is one, else the one found."""
        if self.repaired_speaker is None:
            return self.speaker
        if self.speaker is not None and self.repaired_speaker == self.speaker.name:
            return replace(self.speaker, is_sure=True, decided=Decision.SPEAKER)
        nowhere = Span(self.spans[0].start, self.spans[0].start)
        return Speaker(nowhere, "", self.repaired_speaker, is_sure=True, decided=Decision.SPEAKER)

    @property
    def text(self) -> str:
        """Its words as one passage, the joints of a split quotation shown by an ellipsis."""
        return join_pieces(self.exact, self.spans)


@frozen
class RemovedBookmark:
    """A bookmark in the store's trash; ``removed_at`` is in seconds since 1970."""

    bookmark: Bookmark
    removed_at: float


@frozen
class InterfaceState:
    """How a person left the interface: theme, column and list widths in cells, the last article.

    ``searches`` are the words last looked for, the oldest first.
    ``layer`` names what is drawn over the text, ``order`` that of the list; empty means the usual one.
    ``columns`` (``auto``, ``1``, ``2``), ``line_spacing`` and ``justify`` (``on``, ``off``) are how the page
    is set where that is not as the settings say.
    """

    theme: str = ""
    column_width: int = 0
    list_width: int = 0
    last_article: str = ""
    searches: tuple[str, ...] = ()
    layer: str = ""
    order: str = ""
    columns: str = ""
    line_spacing: int = 0
    justify: str = ""


@frozen
class Finding:
    """Something ``reader check`` noticed, and the repair it would make (None: nothing can be done)."""

    message: str
    remedy: str | None = None
