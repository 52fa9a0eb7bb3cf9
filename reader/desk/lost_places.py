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


class LostPlaceSearch(NamedTuple):
    """Reads the articles of what is kept, one a step, whether they are open or not; fit for a thread."""

    library: Library
    bookmarks: Sequence[Bookmark]

    def steps(self) -> Iterator[Looked]:
        """Tell after each article what has been found lost so far."""
        by_article: dict[ArticleId, list[Bookmark]] = {}
        for bookmark in self.bookmarks:
            by_article.setdefault(bookmark.article, []).append(bookmark)
        reasons: dict[str, str] = {}
        for number, (article, bookmarks) in enumerate(by_article.items(), 1):
            reasons |= self._reasons(article, bookmarks)
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
