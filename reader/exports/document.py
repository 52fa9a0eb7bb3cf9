"""A kept quotation as a JSON document: what ``reader bookmarks --json`` prints and ``!`` hands on."""

from __future__ import annotations

from typing import Any

from reader.domain.mark import Bookmark, RemovedBookmark
from reader.domain.quote import Speaker
from reader.exports.when import utc_time

Document = dict[str, Any]


def speaker_document(speaker: Speaker | None) -> Document | None:
    """Return a speaker; None stays null."""
    if speaker is None:
        return None
    return {
        "start": speaker.span.start,
        "end": speaker.span.end,
        "mention": speaker.mention,
        "name": speaker.name,
        "sure": speaker.is_sure,
        "kind": speaker.kind,
        "role": speaker.role,
    }


def bookmark_document(bookmark: Bookmark) -> Document:
    """Return a kept quotation as ``reader bookmarks`` gives it."""
    return {
        "id": bookmark.id,
        "article": bookmark.article,
        "title": bookmark.title,
        "source": bookmark.source,
        "url": bookmark.url,
        "published": bookmark.published,
        "text": bookmark.text,
        "spans": [[span.start, span.end] for span in bookmark.spans],
        "before": bookmark.before,
        "after": bookmark.after,
        "speaker": speaker_document(bookmark.said_by),
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "label": bookmark.label,
        "kept_at": utc_time(bookmark.kept_at, "%Y-%m-%dT%H:%M:%SZ") or None,
    }


def removed_document(removed: RemovedBookmark) -> Document:
    """Return a quotation that was let go as ``reader bookmarks --removed`` gives it."""
    removed_at = utc_time(removed.removed_at, "%Y-%m-%dT%H:%M:%SZ") or None
    return bookmark_document(removed.bookmark) | {"removed_at": removed_at}
