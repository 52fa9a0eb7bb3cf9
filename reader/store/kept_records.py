"""What a person kept, decided and wrote, as documents of the file and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.anchor import Anchor
from reader.domain.article import ArticleId
from reader.domain.as_json import bookmark_fields
from reader.domain.mark import Bookmark, Kind
from reader.domain.quote import Decision, Speaker, SpeakerKind
from reader.domain.repair import Alias, Extent, Repair
from reader.store import fields

if TYPE_CHECKING:
    # Loaded with the first draft, of which there seldom is one.
    from reader.domain.draft import Draft
    from reader.store.journal import Record

SPEAKER_KINDS = {kind.value: kind for kind in SpeakerKind}
_DECISIONS = {decision.value: decision for decision in Decision}
_BOOKMARK_KINDS = {kind.value: kind for kind in Kind}
_EXTENTS = {extent.value: extent for extent in Extent}


def encode_bookmark(bookmark: Bookmark) -> Record:
    """Return a bookmark's document."""
    return bookmark_fields(bookmark)


def decode_bookmark(record: Record) -> Bookmark:
    """Return the bookmark in a document; only id, article, spans, words and time must be there."""
    article = fields.article_of(record)
    spans, exact = fields.pieces(record)
    return Bookmark(
        id=fields.required(record, "id"),
        article=article,
        title=fields.text(record, "title"),
        source=fields.text_or_none(record, "source"),
        url=fields.text_or_none(record, "url"),
        published=fields.text_or_none(record, "published"),
        spans=spans,
        exact=exact,
        before=fields.text(record, "before"),
        after=fields.text(record, "after"),
        sentence=fields.text(record, "sentence"),
        speaker=_decode_speaker(record.get("speaker")),
        kept_at=fields.number(record, "kept_at"),
        repaired_speaker=fields.text_or_none(record, "repaired_speaker"),
        note=fields.text(record, "note"),
        tags=fields.texts(record, "tags") if "tags" in record else (),
        label=fields.text(record, "label"),
        status=fields.text(record, "status"),
        kind=_BOOKMARK_KINDS.get(fields.text(record, "kind"), Kind.QUOTATION),
        former=fields.texts(record, "former") if "former" in record else (),
    )


def _decode_speaker(value: object) -> Speaker | None:
    """Return the speaker in a field; a kind of a newer version counts as none."""
    if value is None:
        return None
    if not isinstance(value, dict):
        raise ValueError("its speaker is not an object")  # noqa: TRY004 - the file's fault, not the program's
    return Speaker(
        span=fields.span([value.get("start"), value.get("end")]),
        mention=fields.text(value, "mention"),
        name=fields.text_or_none(value, "name"),
        is_sure=fields.of(value, "sure", bool, False),  # noqa: FBT003
        kind=SPEAKER_KINDS.get(fields.text_or_none(value, "kind") or ""),
        role=fields.text_or_none(value, "role"),
        decided=_DECISIONS.get(fields.text_or_none(value, "decided") or ""),
    )


def encode_repair(repair: Repair) -> Record:
    """Return a repair's document: every field, the anchor's among them, spans as pairs."""
    return {
        "id": repair.id,
        "article": repair.article,
        **encode_anchor(repair.anchor),
        "extent": repair.extent.value,
        "speaker": repair.speaker,
        "made_at": repair.made_at,
        "url": repair.url,
    }


def decode_repair(record: Record) -> Repair:
    """Return the repair in a document."""
    article = fields.article_of(record)
    extent = _EXTENTS.get(fields.text(record, "extent"))
    if extent is None:
        raise ValueError("its extent is none that this version knows")
    return Repair(
        id=fields.required(record, "id"),
        article=article,
        anchor=decode_anchor(record),
        extent=extent,
        speaker=fields.text_or_none(record, "speaker"),
        made_at=fields.number(record, "made_at"),
        url=fields.text_or_none(record, "url"),
    )


def encode_alias(alias: Alias) -> Record:
    """Return an alias's document; one that holds in the whole library has no article."""
    return {
        "id": alias.id,
        "in": alias.article,
        "name": alias.name,
        "alias": alias.alias,
        "made_at": alias.made_at,
    }


def decode_alias(record: Record) -> Alias:
    """Return the alias in a document."""
    identity = fields.required(record, "id")
    article = fields.text_or_none(record, "in")
    return Alias(
        id=identity,
        article=None if article is None else ArticleId(article),
        name=fields.required(record, "name"),
        alias=fields.required(record, "alias"),
        made_at=fields.number(record, "made_at"),
    )


def encode_draft(draft: Draft) -> Record:
    """Return the document of a note being written."""
    return {
        "id": draft.id,
        "article": draft.article,
        **encode_anchor(draft.anchor),
        "text": draft.text,
        "made_at": draft.made_at,
    }


def decode_draft(record: Record) -> Draft:
    """Return the note being written that is in a document."""
    from reader.domain.draft import Draft

    return Draft(
        id=fields.required(record, "id"),
        article=fields.article_of(record),
        anchor=decode_anchor(record),
        text=fields.required(record, "text"),
        made_at=fields.number(record, "made_at"),
    )


def encode_anchor(anchor: Anchor) -> Record:
    """Return what finds a place again, as the fields of a document."""
    return {
        "spans": [[span.start, span.end] for span in anchor.spans],
        "exact": list(anchor.exact),
        "before": anchor.before,
        "after": anchor.after,
    }


def decode_anchor(record: Record) -> Anchor:
    """Return what finds a place again."""
    return Anchor(*fields.pieces(record), fields.text(record, "before"), fields.text(record, "after"))
