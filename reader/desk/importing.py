"""Taking bookmarks in that ``reader bookmarks --json`` printed, here or elsewhere, edited or not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from reader.desk.wording import check_label, check_name, check_note, check_tag
from reader.domain.article import ArticleId
from reader.domain.clean import clean, clean_line, clean_url
from reader.domain.mark import Bookmark
from reader.errors import ContentError, ReaderError
from reader.store.kept_records import decode_bookmark
from reader.values import NamedTuple

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)

LONGEST_KEPT = 10_000_000
"""Characters of one bookmark's words: no article is longer."""


class Imported(NamedTuple):
    """What came of an import: bookmarks to add, how many were there, and a sentence for each refused."""

    added: tuple[Bookmark, ...]
    present: int
    refused: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What was done, for a person."""
        there = f", {self.present} were there already" if self.present else ""
        refused = f", {len(self.refused)} refused" if self.refused else ""
        return f"Took in {len(self.added)}{there}{refused}."


def read_bookmarks(data: bytes, present: Iterable[str]) -> Imported:
    """Read what was exported; bookmarks whose id is in ``present`` are counted and left as they are.

    Raises ContentError when the whole is not a JSON array.
    """
    try:
        documents = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ContentError(
            "This is no JSON, so nothing was taken in; give what `reader bookmarks --json` printed."
        ) from error
    if not isinstance(documents, list):
        raise ContentError(
            "This is not a list of bookmarks, so nothing was taken in; `reader bookmarks --json` prints one."
        )
    known, added, refused = set(present), {}, []
    there = 0
    for number, document in enumerate(documents, 1):
        try:
            bookmark = _bookmark(document)
        except (ValueError, ReaderError) as error:
            refused.append(f"Bookmark {number} was left out: {str(error).rstrip('.')}.")
            continue
        if bookmark.id in known or bookmark.id in added:
            there += 1
        else:
            added[bookmark.id] = bookmark
    return Imported(tuple(added.values()), there, tuple(refused))


def _bookmark(document: object) -> Bookmark:
    """Return the bookmark in a document; raises ValueError or UsageError, saying what is wrong."""
    if not isinstance(document, dict):
        raise ValueError("it is not an object")  # noqa: TRY004 - the file's fault, not the program's
    bookmark = decode_bookmark(_record(document))
    if not _ID.fullmatch(bookmark.id):
        raise ValueError("its id is not made of letters and digits")
    if sum(map(len, bookmark.exact)) > LONGEST_KEPT:
        raise ValueError("its words are longer than any article")
    name = bookmark.repaired_speaker
    return replace(
        bookmark,
        article=ArticleId(clean_line(bookmark.article)),
        title=clean_line(bookmark.title),
        source=_line_or_none(bookmark.source),
        url=clean_url(bookmark.url or ""),
        published=_line_or_none(bookmark.published),
        exact=tuple(map(clean, bookmark.exact)),
        before=clean(bookmark.before),
        after=clean(bookmark.after),
        sentence=clean(bookmark.sentence),
        speaker=bookmark.speaker
        and replace(
            bookmark.speaker,
            mention=clean(bookmark.speaker.mention),
            name=_line_or_none(bookmark.speaker.name),
            role=_line_or_none(bookmark.speaker.role),
        ),
        repaired_speaker=None if name is None else check_name(name),
        note=check_note(bookmark.note),
        tags=tuple(dict.fromkeys(map(check_tag, bookmark.tags))),
        label=check_label(bookmark.label),
        status=clean_line(bookmark.status),
        former=tuple(map(clean, bookmark.former)),
    )


def _record(document: dict[str, Any]) -> dict[str, Any]:
    """Return the store's form of a document; one of an older export has no more than it shows."""
    speaker = document.get("found_speaker", document.get("speaker"))
    if isinstance(speaker, dict):
        speaker = speaker | {"decided": speaker.get("repaired")}
    exact = document.get("exact")
    if exact is None and len(_list(document.get("spans"))) == 1:
        exact = [document.get("text")]
    return document | {"speaker": speaker, "exact": exact, "kept_at": document.get("kept_at_seconds", 0.0)}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _line_or_none(text: str | None) -> str | None:
    return None if text is None else clean_line(text) or None
