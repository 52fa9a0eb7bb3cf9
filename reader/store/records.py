"""Domain values as documents of the file, and back; fields of other versions and hands are left in place.

Every ``decode_…`` raises ValueError, naming the field, when a document does not say what it should.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import Bookmark, InterfaceState, ReadMark
from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span
from reader.store.ids import doc_id_of
from reader.store.journal import Change, encode_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.store.journal import Record

MARKS = "marks"
BOOKMARKS = "bookmarks"
FILES = "files"
INTERFACE = "ui"
INTERFACE_ID = "1"
SET_ASIDE = "set_aside"

MARK_FIELDS = frozenset({"read", "pos", "far", "star"})
"""Fields of a mark that are left out when they are the default."""

_SPEAKER_KINDS = {kind.value: kind for kind in SpeakerKind}

T = TypeVar("T")


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
    return record


def decode_mark(record: Record) -> ReadMark:
    """Return the read mark in a document."""
    article_of(record)
    read_at = None if record.get("read") is None else _number(record, "read")
    return ReadMark(read_at, _count(record, "pos"), _count(record, "far"), _of(record, "star", bool, False))  # noqa: FBT003 - the default of a field


def encode_bookmark(bookmark: Bookmark) -> Record:
    """Return a bookmark's document: every field, spans as pairs."""
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
        "speaker": bookmark.speaker and _encode_speaker(bookmark.speaker),
        "kept_at": bookmark.kept_at,
        "repaired_speaker": bookmark.repaired_speaker,
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "label": bookmark.label,
    }


def decode_bookmark(record: Record) -> Bookmark:
    """Return the bookmark in a document; only id, article, spans, words and time must be there."""
    article = article_of(record)
    spans, exact = _spans(record), _texts(record, "exact")
    if not spans or len(spans) != len(exact):
        raise ValueError("a bookmark has as many places as passages, and at least one")
    return Bookmark(
        id=_required(record, "id"),
        article=article,
        title=_text(record, "title"),
        source=_text_or_none(record, "source"),
        url=_text_or_none(record, "url"),
        published=_text_or_none(record, "published"),
        spans=spans,
        exact=exact,
        before=_text(record, "before"),
        after=_text(record, "after"),
        sentence=_text(record, "sentence"),
        speaker=_decode_speaker(record.get("speaker")),
        kept_at=_number(record, "kept_at"),
        repaired_speaker=_text_or_none(record, "repaired_speaker"),
        note=_text(record, "note"),
        tags=_texts(record, "tags") if "tags" in record else (),
        label=_text(record, "label"),
    )


def _encode_speaker(speaker: Speaker) -> Record:
    return {
        "start": speaker.span.start,
        "end": speaker.span.end,
        "mention": speaker.mention,
        "name": speaker.name,
        "sure": speaker.is_sure,
        "kind": speaker.kind and speaker.kind.value,
        "role": speaker.role,
    }


def _decode_speaker(value: object) -> Speaker | None:
    """Return the speaker in a field; a kind of a newer version counts as none."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ValueError("its speaker is not an object")  # noqa: TRY004 - the file's fault, not the program's
    return Speaker(
        span=_span([value.get("start"), value.get("end")]),
        mention=_text(value, "mention"),
        name=_text_or_none(value, "name"),
        is_sure=_of(value, "sure", bool, False),  # noqa: FBT003
        kind=_SPEAKER_KINDS.get(_text_or_none(value, "kind") or ""),
        role=_text_or_none(value, "role"),
    )


def encode_interface(interface: InterfaceState) -> Record:
    """Return the document of the interface's state."""
    return {
        "theme": interface.theme,
        "column_width": interface.column_width,
        "list_width": interface.list_width,
        "last_article": interface.last_article,
    }


def decode_interface(record: Record) -> InterfaceState:
    """Return the interface's state in a document."""
    if not isinstance(record, dict):
        raise ValueError("it is not an object")  # noqa: TRY004
    return InterfaceState(
        theme=_text(record, "theme"),
        column_width=_count(record, "column_width"),
        list_width=_count(record, "list_width"),
        last_article=_text(record, "last_article"),
    )


def encode_file(file: KnownFile) -> Record:
    """Return the document of a library file known by its path."""
    return {"article": file.article, "path": file.path, "hash": file.content_hash}


def decode_file(record: Record) -> KnownFile:
    """Return the library file in a document."""
    return KnownFile(article_of(record), _text(record, "path"), _text(record, "hash"))


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
        if after["kind"] is None and before.get("kind") not in _SPEAKER_KINDS:
            merged["speaker"] = before | after | {"kind": before.get("kind")}
    return merged


_DECODERS: dict[str, Callable[[Record], object]] = {
    MARKS: decode_mark,
    BOOKMARKS: decode_bookmark,
    FILES: decode_file,
    INTERFACE: decode_interface,
}


def id_in_table(table: str, record: Record) -> str:
    """Return the id under which a readable document belongs; nothing if its table is not one of ours."""
    if table == INTERFACE:
        return INTERFACE_ID
    if table == BOOKMARKS:
        return doc_id_of(_required(record, "id"))
    return doc_id_of(article_of(record)) if table in _DECODERS else ""


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


def article_of(record: Record) -> ArticleId:
    """Return the article a document belongs to."""
    return ArticleId(_required(record, "article"))


def _required(record: Record, name: str) -> str:
    # A file edited by hand may hold anything where a document should be.
    if not isinstance(record, dict) or not isinstance(value := record.get(name), str):
        raise ValueError(f"it has no {name}")  # noqa: TRY004
    return value


def _of(record: Record, name: str, kind: type[T], default: T) -> T:
    value = record.get(name, default)
    if not isinstance(value, kind):
        raise ValueError(f"its {name} is not of the right kind")  # noqa: TRY004
    return value


def _text(record: Record, name: str) -> str:
    return _of(record, name, str, "")


def _text_or_none(record: Record, name: str) -> str | None:
    return None if record.get(name) is None else _of(record, name, str, "")


def _texts(record: Record, name: str) -> tuple[str, ...]:
    values = record.get(name)
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise ValueError(f"its {name} are not texts")
    return tuple(values)


def _count(record: Record, name: str) -> int:
    value = record.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"its {name} is not a number")  # noqa: TRY004
    return value


def _number(record: Record, name: str) -> float:
    value = record.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise ValueError(f"its {name} is not a number")
    return value


def _span(pair: object) -> Span:
    if isinstance(pair, list) and len(pair) == 2:
        start, end = pair
        if isinstance(start, int) and isinstance(end, int):
            return Span(start, end)
    raise ValueError("its place is not a pair of numbers")


def _spans(record: Record) -> tuple[Span, ...]:
    pairs = record.get("spans")
    if not isinstance(pairs, list):
        raise ValueError("its spans are not a list")  # noqa: TRY004
    return tuple(map(_span, pairs))
