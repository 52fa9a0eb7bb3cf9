"""What is kept as JSON has it: the store's file, and what is printed for other programs, share this form."""

from __future__ import annotations

from typing import Any

from reader.domain.mark import Bookmark
from reader.domain.quote import Speaker


def bookmark_fields(bookmark: Bookmark) -> dict[str, Any]:
    """Return every field of a bookmark under its name, spans as pairs."""
    return {
        "id": bookmark.id,
        "article": bookmark.article,
        "title": bookmark.title,
        "source": bookmark.source,
        "url": bookmark.url,
        "published": bookmark.published,
        "spans": [[span.start, span.end] for span in bookmark.spans],
        "exact": list(bookmark.exact),
        "before": bookmark.before,
        "after": bookmark.after,
        "sentence": bookmark.sentence,
        "speaker": bookmark.speaker and speaker_fields(bookmark.speaker),
        "kept_at": bookmark.kept_at,
        "repaired_speaker": bookmark.repaired_speaker,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "label": bookmark.label,
        "status": bookmark.status,
        "kind": bookmark.kind.value,
        "former": list(bookmark.former),
    }


def speaker_fields(speaker: Speaker) -> dict[str, Any]:
    """Return a speaker's fields; ``decided`` says what of it a person did."""
    return {
        "start": speaker.span.start,
        "end": speaker.span.end,
        "mention": speaker.mention,
        "name": speaker.name,
        "sure": speaker.is_sure,
        "kind": speaker.kind and speaker.kind.value,
        "role": speaker.role,
        "decided": speaker.decided and speaker.decided.value,
    }
