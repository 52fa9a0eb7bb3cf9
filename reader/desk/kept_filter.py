"""Choosing among kept quotations: by speaker, tag, time, article, label and words, all together."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.desk.folding import fold_fields, fold_words
from reader.domain.mark import Bookmark
from reader.errors import NotFoundError, UsageError
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.desk.desk import Desk

DAY_SECONDS = 86_400
_AGO = re.compile(r"(\d{1,5})\s*([dw])", re.ASCII)


class KeptFilter(NamedTuple):
    """What a quotation must have to be chosen; what is empty asks for nothing.

    ``since`` is in seconds since 1970, ``article`` an id. Case and accents do not count.
    """

    speaker: str = ""
    tags: tuple[str, ...] = ()
    since: float | None = None
    article: str = ""
    label: str = ""
    words: str = ""

    def choose(self, bookmarks: Sequence[Bookmark]) -> tuple[Bookmark, ...]:
        """Return the quotations that have all of it, in their order."""
        return tuple(bookmark for bookmark in bookmarks if self.takes(bookmark))

    def takes(self, bookmark: Bookmark) -> bool:
        """Tell whether a quotation has all of it."""
        tags = {_folded(tag) for tag in bookmark.tags}
        return (
            (not self.article or bookmark.article == self.article)
            and (self.since is None or bookmark.kept_at >= self.since)
            and (not self.label or _folded(bookmark.label) == _folded(self.label))
            and all(_folded(tag) in tags for tag in self.tags)
            and _folded(self.speaker) in _folded(speaker_words(bookmark))
            and _has_words(bookmark, fold_words(self.words))
        )


def speaker_words(bookmark: Bookmark) -> str:
    """Return all that names the speaker: the full name, and the mention in the text."""
    speaker = bookmark.said_by
    return " ".join(filter(None, [speaker.name, speaker.mention])) if speaker else ""


def _has_words(bookmark: Bookmark, words: Sequence[str]) -> bool:
    if not words:
        return True
    states = (bookmark.label, bookmark.status)
    fields = (bookmark.text, speaker_words(bookmark), bookmark.note, *bookmark.tags, *states, bookmark.title)
    text = fold_fields(fields)
    return all(word in text for word in words)


def _folded(text: str) -> str:
    return fold_fields((text,))


def since_seconds(words: str, now: float) -> float:
    """Return the moment that ``30d``, ``2w`` or ``2020-01-01`` means, in seconds since 1970.

    A day begins at midnight where the person is. Raises UsageError.
    """
    ago = _AGO.fullmatch(words.strip())
    if ago is not None:
        return now - int(ago[1]) * DAY_SECONDS * (7 if ago[2] == "w" else 1)
    try:
        return time.mktime(time.strptime(words.strip(), "%Y-%m-%d"))
    except (ValueError, OverflowError) as error:
        raise UsageError(
            f"“{words}” is no time that can be read; write 30d, 2w or a day such as 2020-01-01."
        ) from error


def article_of(desk: Desk, reference: str) -> str:
    """Return the id of the article meant, which may have gone from the library; raises NotFoundError."""
    bookmarks = desk.bookmarks()
    if any(bookmark.article == reference for bookmark in bookmarks):
        return reference
    try:
        return desk.find(reference).id
    except NotFoundError:
        start = _folded(reference)
        gone = {bookmark.article for bookmark in bookmarks if _folded(bookmark.title).startswith(start)}
        if len(gone) != 1 or not start:
            raise
        return gone.pop()
