"""Domain values as documents of the file, and back; fields of other versions and hands are left in place.

Every ``decode_…`` raises ValueError, naming the field, when a document does not say what it should.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from reader.domain.anchor import Anchor
from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import Bookmark, InterfaceState, ReadMark, RemovedBookmark
from reader.domain.repair import Alias, Repair
from reader.domain.span import Span
from reader.store import fields
from reader.store.ids import doc_id_of
from reader.store.journal import Change, encode_json
from reader.store.kept_records import (
    SPEAKER_KINDS,
    decode_alias,
    decode_anchor,
    decode_bookmark,
    decode_draft,
    decode_repair,
    encode_alias,
    encode_anchor,
    encode_bookmark,
    encode_draft,
    encode_repair,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.domain.draft import Draft
    from reader.store.journal import Record

MARKS = "marks"
BOOKMARKS = "bookmarks"
REMOVED = "removed"
REPAIRS = "repairs"
ALIASES = "aliases"
DRAFTS = "drafts"
FILES = "files"
INTERFACE = "ui"
INTERFACE_ID = "1"
SET_ASIDE = "set_aside"

MARK_FIELDS = frozenset({"read", "pos", "far", "star", "letters"})
"""Fields of a mark that are left out when they are the default."""

Keepable: TypeAlias = "Bookmark | Repair | Alias | Draft"
"""What has an id of its own and a document under it."""


def tidy(change: Change) -> Change:
    """Turn a mark that says nothing any more into its removal."""
    table, doc_id, record = change
    if table == MARKS and record is not None and record.keys() == {"article"}:
        return Change(table, doc_id, None)
    return change


def encode_mark(article: ArticleId, mark: ReadMark) -> Record:
    """Return a read mark's document: the article, and what differs from one never opened."""
    record: Record = {"article": article}
    if mark.read_at is not None:
        record["read"] = mark.read_at
    if mark.position:
        record["pos"] = mark.position
    if mark.reached:
        record["far"] = mark.reached
    if mark.is_starred:
        record["star"] = True
    if mark.letters:
        record["letters"] = {letter: encode_anchor(anchor) for letter, anchor in mark.letters}
    return record


def decode_mark(record: Record) -> ReadMark:
    """Return the read mark in a document."""
    fields.article_of(record)
    read_at = None if record.get("read") is None else fields.number(record, "read")
    return ReadMark(
        read_at,
        fields.count(record, "pos"),
        fields.count(record, "far"),
        fields.of(record, "star", bool, False),  # noqa: FBT003
        _decode_letters(record),
    )


def _decode_letters(record: Record) -> tuple[tuple[str, Anchor], ...]:
    """Return the marked places by their letters.

    One may be a code point alone, as they all were before they had words: it stays at that number.
    """
    placed = fields.of(record, "letters", dict, {})
    return tuple((letter, _decode_place(placed, letter)) for letter in sorted(placed))


def _decode_place(placed: Record, letter: str) -> Anchor:
    place = placed[letter]
    if isinstance(place, dict):
        return decode_anchor(place)
    alone = fields.count(placed, letter)
    return Anchor((Span(alone, alone),), ("",), "", "")


def read_article(record: Record) -> ArticleId | None:
    """Return the article that a mark's document calls read, None for an unread one.

    The rest of the document is not looked at; raises ValueError when this much cannot be read.
    """
    article = fields.article_of(record)
    if record.get("read") is None:
        return None
    fields.number(record, "read")
    return article


def encode_interface(interface: InterfaceState) -> Record:
    """Return the document of the interface's state."""
    return {
        "theme": interface.theme,
        "column_width": interface.column_width,
        "list_width": interface.list_width,
        "last_article": interface.last_article,
        "searches": list(interface.searches),
        "layer": interface.layer,
        "order": interface.order,
        "columns": interface.columns,
        "line_spacing": interface.line_spacing,
        "justify": interface.justify,
    }


def decode_interface(record: Record) -> InterfaceState:
    """Return the interface's state in a document."""
    if not isinstance(record, dict):
        raise ValueError("it is not an object")  # noqa: TRY004
    return InterfaceState(
        theme=fields.text(record, "theme"),
        column_width=fields.count(record, "column_width"),
        list_width=fields.count(record, "list_width"),
        last_article=fields.text(record, "last_article"),
        searches=fields.texts(record, "searches") if "searches" in record else (),
        layer=fields.text(record, "layer"),
        order=fields.text(record, "order"),
        columns=fields.text(record, "columns"),
        line_spacing=fields.count(record, "line_spacing"),
        justify=fields.text(record, "justify"),
    )


def encode_file(file: KnownFile) -> Record:
    """Return the document of a library file known by its path."""
    return {"article": file.article, "path": file.path, "hash": file.content_hash}


def decode_file(record: Record) -> KnownFile:
    """Return the library file in a document."""
    return KnownFile(fields.article_of(record), fields.text(record, "path"), fields.text(record, "hash"))


def decode_removed(record: Record) -> RemovedBookmark:
    """Return the bookmark in a document of the trash: one of a bookmark, and when it was removed."""
    return RemovedBookmark(decode_bookmark(record), fields.number(record, "removed_at"))


def with_unknown_fields(
    record: Record, current: Record | None, optional: frozenset[str] = frozenset()
) -> Record:
    """Return ``record`` with the fields of ``current`` that this version does not know.

    The ``optional`` ones it does know, and leaves out where they are the default.
    """
    if not isinstance(current, dict):
        return record
    merged = {name: value for name, value in current.items() if name not in optional} | record
    before, after = current.get("speaker"), record.get("speaker")
    if isinstance(before, dict) and isinstance(after, dict) and before.get("mention") == after["mention"]:
        merged["speaker"] = before | after
        if after["kind"] is None and before.get("kind") not in SPEAKER_KINDS:
            merged["speaker"] = before | after | {"kind": before.get("kind")}
    return merged


_DECODERS: dict[str, Callable[[Record], object]] = {
    MARKS: decode_mark,
    BOOKMARKS: decode_bookmark,
    REMOVED: decode_removed,
    REPAIRS: decode_repair,
    ALIASES: decode_alias,
    DRAFTS: decode_draft,
    FILES: decode_file,
    INTERFACE: decode_interface,
}


def table_of(item: Keepable) -> str:
    """Return the table that a thing belongs to."""
    if isinstance(item, Bookmark):
        return BOOKMARKS
    if isinstance(item, Repair):
        return REPAIRS
    return ALIASES if isinstance(item, Alias) else DRAFTS


def encode(item: Keepable) -> Record:
    """Return the document of what is kept, decided or being written."""
    if isinstance(item, Bookmark):
        return encode_bookmark(item)
    if isinstance(item, Repair):
        return encode_repair(item)
    return encode_alias(item) if isinstance(item, Alias) else encode_draft(item)


def id_in_table(table: str, record: Record) -> str:
    """Return the id under which a readable document belongs; nothing if its table is not one of ours."""
    if table == INTERFACE:
        return INTERFACE_ID
    if table in {BOOKMARKS, REMOVED, REPAIRS, ALIASES, DRAFTS}:
        return doc_id_of(fields.required(record, "id"))
    return doc_id_of(fields.article_of(record)) if table in _DECODERS else ""


def why_unreadable(table: str, record: object) -> str:
    """Say why a document cannot be read; nothing if it can, or if its table is not one of ours."""
    if not isinstance(record, dict):
        return "it is not an object"
    try:
        if table in _DECODERS:
            _DECODERS[table](record)
    except ValueError as error:
        return str(error)
    return ""


def set_aside(table: str, doc_id: str, record: object, reason: str) -> Change:
    """Return the change that keeps an unreadable document, as it was found, beside the tables in use."""
    kept: Record = {"table": table, "doc_id": doc_id, "reason": reason, "document": record}
    return Change(SET_ASIDE, doc_id_of(encode_json(kept)), kept)
