"""Some heads of a longer list, looked up when they are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from reader.domain.article import ArticleHead


class ChosenHeads(Sequence[ArticleHead]):
    """The heads at ``places`` of ``heads``, in that order."""

    def __init__(self, heads: Sequence[ArticleHead], places: Sequence[int]) -> None:
        self._heads = heads
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> ArticleHead: ...
    @overload
    def __getitem__(self, index: slice) -> list[ArticleHead]: ...
    def __getitem__(self, index: int | slice) -> ArticleHead | list[ArticleHead]:
        if isinstance(index, slice):
            return [self._heads[place] for place in self._places[index]]
        return self._heads[self._places[index]]

    def row_of_place(self, place: int) -> int | None:
        """Return the row on which the head at ``place`` of the longer list stands, None when on none."""
        try:
            return self._places.index(place)
        except ValueError:
            return None
