"""The list of articles: in which order, which of them, and where one stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import TYPE_CHECKING

from reader.desk.chosen import ChosenHeads
from reader.desk.preparing import PAGE_VERSION
from reader.desk.repairs import Repairs
from reader.domain.article import ArticleHead, ArticleId
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.library.heads import Heads


class Order(Enum):
    """In which order articles stand; within a rank, in that of the library."""

    ADDED = "newest first"
    PUBLISHED = "by day of publication"
    TITLE = "by title"
    SOURCE = "by source"
    QUOTES = "most quotes first"
    UNREAD = "unread first"


class Only(Enum):
    """Which articles stand in the list."""

    ALL = ""
    UNREAD = "unread"
    STARRED = "starred"
    KEPT = "with kept quotes"


class ListView(NamedTuple):
    """What a person chose to see.

    ``read`` and ``members`` (those starred, or with kept quotes) are as they were at the choice, so that
    no row moves or goes when something is read, starred or let go; what comes later is unread.
    """

    order: Order = Order.ADDED
    only: Only = Only.ALL
    words: str = ""
    read: frozenset[ArticleId] = frozenset()
    members: frozenset[ArticleId] = frozenset()


class ArticleLists(Repairs):
    """The library's heads, whole or as a view of them: one chapter of the desk."""

    _last_listed: tuple[Heads, ListView, Sequence[ArticleHead]] | None = None

    @property
    def heads(self) -> Sequence[ArticleHead]:
        """The library in its order: newest first, the bundled pieces last."""
        return self._library.heads()

    def matching(self, words: str) -> Sequence[ArticleHead]:
        """Return the articles whose title, source or author has ``words``, in the library's order."""
        heads = self._library.heads()
        return ChosenHeads(heads, heads.matching(words))

    def row_of(self, article: str) -> int | None:
        """Return the article's row in ``heads``, None when it is not there."""
        return self._library.heads().position(ArticleId(article))

    def list_view(self, order: Order, only: Only) -> ListView:
        """Return a view of the list as things are now."""
        needs_read = order is Order.UNREAD or only is Only.UNREAD
        read = self._store.read_articles() if needs_read else ()
        members: Iterable[ArticleId] = ()
        if only is Only.STARRED:
            marks = self._store.marks().items()
            members = (article for article, mark in marks if mark.is_starred)
        elif only is Only.KEPT:
            members = (bookmark.article for bookmark in self._store.bookmarks())
        return ListView(order, only, read=frozenset(read), members=frozenset(members))

    def listed(self, view: ListView) -> Sequence[ArticleHead]:
        """Return the articles of a view; the same object as long as neither view nor library changes."""
        heads = self._library.heads()
        last = self._last_listed
        if last is None or last[0] is not heads or last[1] != view:
            is_whole = view == ListView(read=view.read, members=view.members)
            shown = heads if is_whole else ChosenHeads(heads, self._places(heads, view))
            last = self._last_listed = heads, view, shown
        return last[2]

    def row_in(self, shown: Sequence[ArticleHead], article: str) -> int | None:
        """Return the article's row in what ``listed`` gave, None when it is not there."""
        place = self._library.heads().position(ArticleId(article))
        if place is None or not isinstance(shown, ChosenHeads):
            return place
        return shown.row_of_place(place)

    def _places(self, heads: Heads, view: ListView) -> list[int]:
        """Choose and order places in the library's order; heads themselves are not looked at."""
        read = _places_of(heads, view.read)
        places: Iterable[int] = heads.matching(view.words) if view.words else range(len(heads))
        if view.only is Only.UNREAD:
            places = (place for place in places if place not in read)
        elif view.only is not Only.ALL:
            members = _places_of(heads, view.members)
            places = (place for place in places if place in members)
        if view.order is Order.ADDED:
            return list(places)
        if view.order is Order.UNREAD:
            return sorted(places, key=lambda place: place in read)
        ranks = self._ranks(heads, view.order)
        return sorted(places, key=ranks.__getitem__)

    def _ranks(self, heads: Heads, order: Order) -> Sequence[int]:
        """Return for each place what it is sorted by; what is not known comes last."""
        if order is Order.QUOTES:
            return [-1 * (count or 0) for count in heads.quote_counts(PAGE_VERSION)]
        keys = {
            Order.TITLE: heads.folded_titles,
            Order.SOURCE: heads.folded_sources,
            Order.PUBLISHED: heads.days_published,
        }[order]()
        rank = {key: number for number, key in enumerate(sorted(set(keys)))}
        if order is Order.PUBLISHED:
            return [-rank[key] for key in keys]
        return [rank[key] if key else len(rank) for key in keys]


def _places_of(heads: Heads, articles: Iterable[ArticleId]) -> frozenset[int]:
    found = (heads.position(article) for article in articles)
    return frozenset(place for place in found if place is not None)
