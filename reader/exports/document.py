"""A kept quotation as a JSON document: what ``reader bookmarks --json`` prints and ``!`` hands on."""

from __future__ import annotations

from typing import Any

from reader.domain.as_json import bookmark_fields, speaker_fields
from reader.domain.mark import Bookmark, RemovedBookmark
from reader.domain.quote import Speaker
from reader.exports.when import utc_time

Document = dict[str, Any]


def speaker_document(speaker: Speaker | None) -> Document | None:
    """Return a speaker; None stays null. ``repaired`` says what of it a person decided, null for nothing."""
    if speaker is None:
        return None
    document = speaker_fields(speaker)
    document["repaired"] = document.pop("decided")
    return document


def bookmark_document(bookmark: Bookmark) -> Document:
    """Return a kept quotation as ``reader bookmarks`` gives it and takes it in again, nothing left out.

    ``speaker`` is the one to show, ``found_speaker`` the engine's; ``kept_at_seconds`` is exact.
    """
    document: Document = {}
    for name, value in bookmark_fields(bookmark).items():
        if name == "spans":
            document["text"] = bookmark.text
        if name == "speaker":
            document["speaker"] = speaker_document(bookmark.said_by)
            document["found_speaker"] = speaker_document(bookmark.speaker)
        elif name != "kept_at":
            document[name] = value
    document["kept_at"] = utc_time(bookmark.kept_at, "%Y-%m-%dT%H:%M:%SZ") or None
    document["kept_at_seconds"] = bookmark.kept_at
    return document


def removed_document(removed: RemovedBookmark) -> Document:
    """Return a quotation that was let go as ``reader bookmarks --removed`` gives it."""
    removed_at = utc_time(removed.removed_at, "%Y-%m-%dT%H:%M:%SZ") or None
    return bookmark_document(removed.bookmark) | {"removed_at": removed_at}
