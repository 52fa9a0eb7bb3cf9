"""A kept quotation as a JSON document: what ``reader bookmarks --json`` prints and ``!`` hands on."""

from __future__ import annotations

from typing import Any

from reader.domain.mark import Bookmark, RemovedBookmark
from reader.domain.quote import Speaker
from reader.exports.when import utc_time

Document = dict[str, Any]


def speaker_document(speaker: Speaker | None) -> Document | None:
    """Return a speaker; None stays null. ``repaired`` says what of it a person decided, null for nothing."""
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
        "repaired": speaker.decided,
    }


def bookmark_document(bookmark: Bookmark) -> Document:
    """Return a kept quotation as ``reader bookmarks`` gives it and takes it in again, nothing left out.

    ``speaker`` is the one to show, ``found_speaker`` the engine's; ``kept_at_seconds`` is exact.
    """
    return {
        "id": bookmark.id,
        "article": bookmark.article,
        "title": bookmark.title,
        "source": bookmark.source,
        "url": bookmark.url,
        "published": bookmark.published,
        "text": bookmark.text,
        "spans": [[span.start, span.end] for span in bookmark.spans],
        "exact": list(bookmark.exact),
        "before": bookmark.before,
        "after": bookmark.after,
        "sentence": bookmark.sentence,
        "speaker": speaker_document(bookmark.said_by),
        "found_speaker": speaker_document(bookmark.speaker),
        "repaired_speaker": bookmark.repaired_speaker,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "label": bookmark.label,
        "status": bookmark.status,
        "kind": bookmark.kind,
        "former": list(bookmark.former),
        "kept_at": utc_time(bookmark.kept_at, "%Y-%m-%dT%H:%M:%SZ") or None,
        "kept_at_seconds": bookmark.kept_at,
    }


def removed_document(removed: RemovedBookmark) -> Document:
    """Return a quotation that was let go as ``reader bookmarks --removed`` gives it."""
    removed_at = utc_time(removed.removed_at, "%Y-%m-%dT%H:%M:%SZ") or None
    return bookmark_document(removed.bookmark) | {"removed_at": removed_at}
