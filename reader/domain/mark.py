"""What a person did with an article: read it, stopped at a place, kept a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from reader.domain.article import ArticleId
from reader.domain.quote import Speaker, join_pieces
from reader.domain.span import Span

CONTEXT_LENGTH = 64
"""Code points kept on either side of a bookmark; 32 were enough to tell repeated sentences apart."""


@dataclass(frozen=True, slots=True)
class ReadMark:
    """How far an article has been read.

    ``read_at`` is when it was read to its end (seconds since 1970), None while unread. ``position``
    is the first code point that was on the screen, ``reached`` the furthest one that ever was.
    """

    read_at: float | None = None
    position: int = 0
    reached: int = 0
    is_starred: bool = False

    @property
    def is_read(self) -> bool:
        """Whether the article counts as read."""
        return self.read_at is not None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A kept quotation, complete in itself: it stays whole when its article changes or goes.

    ``spans`` are the places of its pieces in the article's text at the time, ``exact`` the words of
    each, ``before`` and ``after`` the text around the whole, ``sentence`` the sentences it stands in.
    ``speaker`` is the one found, ``repaired_speaker`` the name a person put in its place.
    ``kept_at`` is in seconds since 1970.
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

    @property
    def text(self) -> str:
        """Its words as one passage, the joints of a split quotation shown by an ellipsis."""
        return join_pieces(self.exact, self.spans)


@dataclass(frozen=True, slots=True)
class InterfaceState:
    """How a person left the interface: theme, column and list widths in cells, the last article."""

    theme: str = ""
    column_width: int = 0
    list_width: int = 0
    last_article: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something ``reader check`` noticed, and the repair it would make (None: nothing can be done)."""

    message: str
    remedy: str | None = None
