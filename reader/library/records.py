"""What the catalogue keeps of a file, and how a row of it is written and read."""

from __future__ import annotations

import os
from enum import IntEnum
from typing import Any

from reader.domain.article import ArticleHead
from reader.values import frozen

_ITEM_SEPARATOR = "\x1f"

FILE_COLUMNS = {
    "number": "INTEGER PRIMARY KEY AUTOINCREMENT",
    "root": "INTEGER NOT NULL",
    "path": "BLOB NOT NULL",
    "mtime_ns": "INTEGER NOT NULL",
    "size": "INTEGER NOT NULL",
    "inode": "INTEGER NOT NULL",
    "content_hash": "TEXT NOT NULL",
    "text_hash": "TEXT",
    "url_key": "TEXT",
    "claimed": "TEXT",
    "is_derived": "INTEGER NOT NULL",
    "problem": "TEXT",
    "band": "INTEGER NOT NULL",
    "order_key": "REAL NOT NULL",
    "folded": "TEXT NOT NULL",
    "article": "TEXT",
    "title": "TEXT",
    "authors": "TEXT",
    "source": "TEXT",
    "place": "TEXT",
    "published": "TEXT",
    "updated": "TEXT",
    "added": "TEXT",
    "url": "TEXT",
    "language": "TEXT",
    "tags": "TEXT",
    "words": "INTEGER",
    "length": "INTEGER",
}
"""The columns of the table of files, in the order of ``row_of_record`` behind ``number``."""

HEAD_COLUMNS = ("root", "path", "content_hash", *list(FILE_COLUMNS)[15:])
"""The columns that make a head, in the order of its fields from the fourth on."""


class Root(IntEnum):
    """Which of the two folders a file lies in."""

    LIBRARY = 0
    BUNDLED = 1


class Band(IntEnum):
    """Which part of the list an article stands in."""

    OWN = 0
    TOUR = 1
    BUNDLED = 2


@frozen
class Stamp:
    """What tells, without reading it, that a file has changed."""

    mtime_ns: int
    size: int
    inode: int


@frozen
class FileRecord:
    """One file of the library as it was when last read.

    ``path`` is relative to its root. ``claimed`` is the id in its front matter, which another file may
    hold. ``head`` is None, and ``problem`` a sentence, when it cannot be read; its path in ``head`` is
    the relative one. ``order_key`` is in seconds since 1970.
    """

    root: Root
    path: str
    stamp: Stamp
    content_hash: str
    head: ArticleHead | None = None
    text_hash: str | None = None
    url_key: str | None = None
    claimed: str | None = None
    is_derived: bool = False
    problem: str | None = None
    band: Band = Band.OWN
    order_key: float = 0.0
    folded: str = ""
    number: int = 0


def row_of_record(record: FileRecord) -> tuple[Any, ...]:
    """Return the values of a record's row, without its number."""
    head = record.head
    file = (
        int(record.root),
        os.fsencode(record.path),
        record.stamp.mtime_ns,
        record.stamp.size,
        record.stamp.inode,
        record.content_hash,
        record.text_hash,
        record.url_key,
        record.claimed,
        record.is_derived,
        record.problem,
        int(record.band),
        record.order_key,
        record.folded,
    )
    if head is None:
        return (*file, *([None] * 13))
    return (
        *file,
        head.id,
        head.title,
        _ITEM_SEPARATOR.join(head.authors),
        head.source,
        head.place,
        head.published,
        head.updated,
        head.added,
        head.url,
        head.language,
        _ITEM_SEPARATOR.join(head.tags),
        head.words,
        head.length,
    )


def record_of_row(row: tuple[Any, ...]) -> FileRecord:
    """Return the record that a row of all columns stands for."""
    number, root, path, mtime_ns, size, inode, content_hash, text_hash, url_key, claimed = row[:10]
    is_derived, problem, band, order_key, folded, article = row[10:16]
    relative = os.fsdecode(path)
    return FileRecord(
        root=Root(root),
        path=relative,
        stamp=Stamp(mtime_ns, size, inode),
        content_hash=content_hash,
        head=None if article is None else head_of_row((*row[1:3], content_hash, *row[15:]), relative),
        text_hash=text_hash,
        url_key=url_key,
        claimed=claimed,
        is_derived=bool(is_derived),
        problem=problem,
        band=Band(band),
        order_key=order_key,
        folded=folded,
        number=number,
    )


def head_of_row(row: tuple[Any, ...], path: str) -> ArticleHead:
    """Return the head that a row of ``HEAD_COLUMNS`` stands for, its file being at ``path``."""
    (root, _, content_hash, article, title, authors, source, place, published, updated, added) = row[:11]
    (url, language, tags, words, length) = row[11:]
    return ArticleHead(
        article,
        title,
        _items(authors),
        source,
        place,
        published,
        updated,
        added,
        url,
        language,
        _items(tags),
        words,
        length,
        path,
        content_hash,
        root == Root.BUNDLED,
    )


def _items(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(_ITEM_SEPARATOR)) if joined else ()
