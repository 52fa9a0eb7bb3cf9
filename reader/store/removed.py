"""The store's trash: a bookmark that was taken away can be had back for thirty days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.store.journal import Change
from reader.store.records import BOOKMARKS, REMOVED, decode_removed

if TYPE_CHECKING:
    from reader.domain.mark import RemovedBookmark
    from reader.store.journal import Record, Tables

KEPT_SECONDS = 30 * 86_400.0


def putting_aside(tables: Tables, doc_id: str, record: Record, removed_at: float) -> list[Change]:
    """Return the changes that move a bookmark into the trash: there first, so that none can be in neither.

    With it goes the note that was taken off it before, if it has none now.
    """
    aside = record | {"removed_at": removed_at}
    earlier = put_aside(tables, doc_id)
    if earlier is not None and not record.get("note"):
        aside["note"] = earlier.get("note", "")
    return [Change(REMOVED, doc_id, aside), Change(BOOKMARKS, doc_id, None)]


def keeping_note(doc_id: str, before: Record, after: Record, now: float) -> list[Change]:
    """Return the change that remembers the note which a bookmark is losing, until it is let go itself."""
    has_lost = isinstance(before, dict) and before.get("note") and not after.get("note")
    return [Change(REMOVED, doc_id, before | {"removed_at": now})] if has_lost else []


def put_aside(tables: Tables, doc_id: str) -> Record | None:
    """Return a bookmark's document as it was when it was moved into the trash, None if it is not there."""
    record = tables.get(REMOVED, {}).get(doc_id)
    if not isinstance(record, dict):
        return None
    return {name: value for name, value in record.items() if name != "removed_at"}


def in_trash(tables: Tables) -> tuple[RemovedBookmark, ...]:
    """Return the readable bookmarks in the trash, the last removed first."""
    kept = tables.get(BOOKMARKS, {})
    removed = []
    for doc_id, record in tables.get(REMOVED, {}).items():
        if doc_id in kept:
            continue
        try:
            removed.append(decode_removed(record))
        except ValueError:
            continue
    return tuple(sorted(removed, key=lambda item: (-item.removed_at, item.bookmark.id)))


def expired(tables: Tables, now: float) -> list[Change]:
    """Return the changes that take away what has been in the trash for its time; ``now`` is in seconds.

    A clock that was set back keeps things longer, never shorter.
    """
    changes = []
    for doc_id, record in tables.get(REMOVED, {}).items():
        removed_at = record.get("removed_at") if isinstance(record, dict) else None
        if isinstance(removed_at, int | float) and now - removed_at > KEPT_SECONDS:
            changes.append(Change(REMOVED, doc_id, None))
    return changes
