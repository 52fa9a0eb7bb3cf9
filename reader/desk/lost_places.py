"""The tray of lost places: what is kept of words that its articles no longer have, over the whole library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reader.desk.placing import Placer
from reader.desk.reading import Reading
from reader.domain.anchor import Outcome
from reader.domain.article import ArticleId
from reader.domain.mark import Bookmark
from reader.errors import NotFoundError, ReaderError
from reader.library.library import Library
from reader.values import NamedTuple

GONE = "Its article is no longer in the library."


class Looked(NamedTuple):
    """How far a search for lost places has come, and the reasons of the lost ones by bookmark id."""

    article_count: int
    total: int
    reasons: Mapping[str, str]


class LookedAt(NamedTuple):
    """An article as it was looked at: its content, a hash of the places looked for, and what was found."""

    content_hash: str
    anchors_hash: int
    reasons: Mapping[str, str]


class LostPlaceSearch(NamedTuple):
    """Reads the articles of what is kept, one a step, whether they are open or not; fit for a thread.

    ``known`` is what earlier searches found, and gets what this one finds: no article is read again that
    is as it was, with the same kept of it.
    """

    library: Library
    bookmarks: Sequence[Bookmark]
    known: dict[ArticleId, LookedAt]

    def steps(self) -> Iterator[Looked]:
        """Tell after each article what has been found lost so far."""
        by_article: dict[ArticleId, list[Bookmark]] = {}
        for bookmark in self.bookmarks:
            by_article.setdefault(bookmark.article, []).append(bookmark)
        heads = self.library.heads()
        reasons: dict[str, str] = {}
        for number, (article, bookmarks) in enumerate(by_article.items(), 1):
            position = heads.position(article)
            content_hash = heads[position].content_hash if position is not None else ""
            # Of the anchors themselves 50,000 would be held, and gone through by every collection.
            anchors_hash = hash(tuple((bookmark.id, bookmark.anchor) for bookmark in bookmarks))
            known = self.known.get(article)
            if known is None or known[:2] != (content_hash, anchors_hash):
                known = LookedAt(content_hash, anchors_hash, self._reasons(article, bookmarks))
                self.known[article] = known
            reasons |= known.reasons
            yield Looked(number, len(by_article), reasons)

    def _reasons(self, article: ArticleId, bookmarks: Iterable[Bookmark]) -> dict[str, str]:
        try:
            reading = Reading(self.library.read(article), ())
        except NotFoundError:
            return {bookmark.id: GONE for bookmark in bookmarks}
        except ReaderError as error:
            return {bookmark.id: str(error) for bookmark in bookmarks}
        placer = Placer()
        placements = ((bookmark.id, placer.place(reading, bookmark.anchor)) for bookmark in bookmarks)
        return {
            bookmark_id: placement.reason
            for bookmark_id, placement in placements
            if placement.outcome is Outcome.LOST
        }
