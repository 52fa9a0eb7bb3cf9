"""Choosing among kept quotations: by speaker, tag, time, article, label and words, all together."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from reader.domain.mark import Bookmark
from reader.errors import NotFoundError, UsageError

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
        tags = {folded(tag) for tag in bookmark.tags}
        return (
            (not self.article or bookmark.article == self.article)
            and (self.since is None or bookmark.kept_at >= self.since)
            and (not self.label or folded(bookmark.label) == folded(self.label))
            and all(folded(tag) in tags for tag in self.tags)
            and folded(self.speaker) in folded(speaker_words(bookmark))
            and _has_words(bookmark, self.words)
        )


def speaker_words(bookmark: Bookmark) -> str:
    """Return all that names the speaker: the full name, and the mention in the text."""
    speaker = bookmark.said_by
    return " ".join(filter(None, [speaker.name, speaker.mention])) if speaker else ""


def _has_words(bookmark: Bookmark, words: str) -> bool:
    wanted = folded(words).split()
    if not wanted:
        return True
    parts = [
        bookmark.text,
        speaker_words(bookmark),
        bookmark.note,
        *bookmark.tags,
        bookmark.label,
        bookmark.status,
    ]
    text = folded("\n".join([*parts, bookmark.title]))
    return all(word in text for word in wanted)


def folded(text: str) -> str:
    """Return ``text`` without case and accents, as it is looked for."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).casefold()


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
        start = folded(reference)
        gone = {bookmark.article for bookmark in bookmarks if folded(bookmark.title).startswith(start)}
        if len(gone) != 1 or not start:
            raise
        return gone.pop()
