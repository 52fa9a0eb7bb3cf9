"""An endless, repeatable history of changes, and the plain dictionaries it must lead to."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.domain.article import ArticleId
from reader.domain.mark import Bookmark, ReadMark
from tests.store.samples import make_bookmark

if TYPE_CHECKING:
    from pathlib import Path

    from reader.store import Store


@dataclass
class Model:
    """What a store must hold."""

    marks: dict[ArticleId, ReadMark] = field(default_factory=dict)
    bookmarks: dict[str, Bookmark] = field(default_factory=dict)


def content_of(store: Store) -> Model:
    """Return everything a store holds."""
    return Model(dict(store.marks()), {bookmark.id: bookmark for bookmark in store.bookmarks()})


def take_step(number: int, store: Store | None, model: Model | None) -> None:
    """Make change ``number`` of the history in a store, in a model, or in both."""
    chance = random.Random(number)
    article = ArticleId(f"article {chance.randrange(12)}")
    bookmark = make_bookmark(chance.randrange(12), article, note=f"step {number}")
    kind = chance.choices(["mark", "unmark", "keep", "drop"], [5, 1, 3, 1])[0]
    if kind == "mark":
        mark = ReadMark(position=number + 1, is_starred=chance.random() < 0.3)
        if store is not None:
            store.put_mark(article, mark)
        if model is not None:
            model.marks[article] = mark
    elif kind == "unmark":
        if store is not None:
            store.put_mark(article, ReadMark())
        if model is not None:
            model.marks.pop(article, None)
    elif kind == "keep":
        if store is not None:
            store.put_bookmark(bookmark)
        if model is not None:
            model.bookmarks[bookmark.id] = bookmark
    else:
        if store is not None:
            store.drop_bookmark(bookmark.id)
        if model is not None:
            model.bookmarks.pop(bookmark.id, None)


def copy_as_crashed(folder: Path, copy: Path) -> Path:
    """Copy an open state folder: what the next start finds after a kill.

    Without the unfinished files of the thread that copies once a day: they may go while they are copied.
    """
    return shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.tmp"))
