"""The list of heads: as long as the library, read from the catalogue a page at a time."""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, overload

from reader.domain.article import ArticleHead, ArticleId
from reader.library.database import CatalogueBusyError
from reader.library.naming import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reader.library.catalogue import Catalogue
    from reader.library.records import FileRecord, Root

T = TypeVar("T")
PAGE_LENGTH = 50
_KEPT_PAGES = 128
_GONE = ArticleHead(ArticleId(""), "(no longer here)")


def present(record: FileRecord, roots: Mapping[Root, Path]) -> ArticleHead:
    """Return a record's head with the whole path of its file."""
    if record.head is None:
        return _GONE
    return replace(record.head, path=str(roots[record.root] / record.path))


class Heads(Sequence[ArticleHead]):
    """The heads of all articles in the order of the list, as it was at one moment; for any thread.

    An article that has gone since then leaves a head without id in its place, so that no row moves.
    """

    def __init__(self, catalogue: Catalogue, roots: Mapping[Root, Path]) -> None:
        self._catalogue = catalogue
        self._roots = roots
        self._numbers = array("q", catalogue.ordered_numbers())
        self._pages: OrderedDict[int, list[ArticleHead]] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> ArticleHead: ...
    @overload
    def __getitem__(self, index: slice) -> list[ArticleHead]: ...
    def __getitem__(self, index: int | slice) -> ArticleHead | list[ArticleHead]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        page, place = divmod(index, PAGE_LENGTH)
        return self._page(page)[place]

    def position(self, article: ArticleId) -> int | None:
        """Return where an article stands in the list, from 0; None when it is not in it."""
        try:
            records = self._catalogue.find("article", article)
            return self._numbers.index(records[0].number) if records else None
        except (ValueError, CatalogueBusyError):
            return None

    def matching(self, words: str) -> list[int]:
        """Return the places of the heads whose title, source or authors contain every one of the words."""
        places: Sequence[int] = range(len(self))
        for word in fold(words).split():
            texts = self._folded
            places = [place for place in places if word in texts[place]]
        return list(places)

    def starting_with(self, words: str) -> list[int]:
        """Return the places of the heads whose title begins so; one that is the whole title goes alone.

        ``words`` are folded already.
        """
        texts = self._folded
        places = [place for place in range(len(self)) if texts[place].startswith(words)]
        exact = [place for place in places if texts[place].partition("\n")[0] == words]
        return exact or places

    def folded_titles(self) -> list[str]:
        """Return the titles as they are searched and sorted, in the order of the list."""
        return [text.partition("\n")[0] for text in self._folded]

    def folded_sources(self) -> list[str]:
        """Return the sources likewise; empty where there is none."""
        return [text.partition("\n")[2].partition("\n")[0] for text in self._folded]

    def days_published(self) -> list[str]:
        """Return the days of publication (ISO 8601), in the order of the list; empty where unknown."""
        return self._padded(self._catalogue.ordered_days(), "")

    def quote_counts(self, version: str) -> list[int]:
        """Return how many quotations each article has; 0 where they have not been counted."""
        return self._padded(self._catalogue.ordered_quote_counts(version), 0)

    @cached_property
    def _folded(self) -> list[str]:
        return self._padded(self._catalogue.ordered_words(), "")

    def _padded(self, column: list[T], missing: T) -> list[T]:
        """The catalogue may have changed since the numbers were read; what is missing matches nothing."""
        return (column + [missing] * (len(self) - len(column)))[: len(self)]

    def _page(self, page: int) -> list[ArticleHead]:
        with self._lock:
            heads = self._pages.get(page)
            if heads is not None:
                self._pages.move_to_end(page)
                return heads
            numbers = self._numbers[page * PAGE_LENGTH : (page + 1) * PAGE_LENGTH].tolist()
            try:
                found = self._catalogue.heads(numbers, self._roots)
            except CatalogueBusyError:
                return [_GONE] * len(numbers)
            heads = self._pages[page] = [found.get(number, _GONE) for number in numbers]
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
            return heads
