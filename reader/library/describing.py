"""From a parsed file to what the catalogue keeps of it, and to the article a person reads."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING

from reader.domain.article import Article, ArticleHead, ArticleId, BlockKind
from reader.domain.clean import clean_title
from reader.library.naming import fold, hash_bytes, url_key
from reader.library.records import Band, FileRecord, Root, Stamp

if TYPE_CHECKING:
    from reader.library.formats.document import Document

TOUR_ID = "tour"
"""The id of the bundled piece that stands above the others."""

_UNREAD_KINDS = frozenset({BlockKind.RELATED, BlockKind.PULL_QUOTE, BlockKind.CODE})
# Chinese, Japanese and Korean have no spaces to count; about two of their characters are read in the
# time of one English word (Brysbaert 2019).
_CHARACTERS_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def describe(root: Root, path: str, stamp: Stamp, data: bytes, document: Document) -> FileRecord:
    """Return the record of a file; the id in its head is the one it claims, or empty."""
    front = document.front
    head = ArticleHead(
        id=ArticleId(front.id or ""),
        title=front.title or title_of_name(path) or "Untitled",
        authors=front.authors,
        source=front.source,
        place=front.place,
        published=front.published,
        updated=front.updated,
        added=front.added,
        url=front.url,
        language=front.language,
        tags=front.tags,
        words=count_words(document),
        length=len(document.text),
        path=path,
        content_hash=hash_bytes(data),
        is_bundled=root is Root.BUNDLED,
    )
    return FileRecord(
        root=root,
        path=path,
        stamp=stamp,
        content_hash=head.content_hash,
        head=head,
        text_hash=text_hash(document),
        url_key=url_key(front.url),
        claimed=front.id,
        band=_band(root, head),
        order_key=_order_key(head, stamp),
        folded=fold("\n".join((head.title, head.source or "", *head.authors))),
    )


def unreadable(root: Root, path: str, stamp: Stamp, problem: str) -> FileRecord:
    """Return the record of a file that could not be read."""
    return FileRecord(root=root, path=path, stamp=stamp, content_hash="", problem=problem)


def identified(record: FileRecord, article: ArticleId) -> FileRecord:
    """Return the record under the id it is known by; one that is not its own is a derived one."""
    if record.head is None:
        return record
    return replace(record, head=replace(record.head, id=article), is_derived=article != record.claimed)


def article_of(head: ArticleHead, document: Document) -> Article:
    """Return the article of a document under this head."""
    return Article(head, document.text, document.blocks, document.spans)


def text_hash(document: Document) -> str | None:
    """Return what two copies of one text have in common; None for a document without text."""
    words = " ".join(document.text.split())
    return hash_bytes(words.encode()) if words else None


def title_of_name(name: str) -> str:
    """Return the title that a file's name suggests."""
    return clean_title(re.sub(r"[_-]+", " ", PurePath(name).stem)).strip()


def count_words(document: Document) -> int:
    """Return how many words there are to read; related lines and repeated quotes are not among them."""
    texts = [block.span.of(document.text) for block in document.blocks if block.kind not in _UNREAD_KINDS]
    words = sum(len(text.split()) for text in texts)
    if document.text.isascii():
        return words
    return words + sum(len(_CHARACTERS_WITHOUT_SPACES.findall(text)) for text in texts) // 2


def _band(root: Root, head: ArticleHead) -> Band:
    if root is Root.LIBRARY:
        return Band.OWN
    return Band.TOUR if head.id == TOUR_ID else Band.BUNDLED


def _order_key(head: ArticleHead, stamp: Stamp) -> float:
    """Return when an article came, in seconds since 1970; a bundled one's file has no time of its own."""
    for written in (head.added, head.published if head.is_bundled else None):
        seconds = _seconds(written)
        if seconds is not None:
            return seconds
    return 0.0 if head.is_bundled else stamp.mtime_ns / 1e9


def _seconds(written: str | None) -> float | None:
    try:
        moment = datetime.fromisoformat(written or "")
        return moment.replace(tzinfo=moment.tzinfo or UTC).timestamp()
    except (ValueError, OverflowError):
        return None
