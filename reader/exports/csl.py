"""Articles with their quotations as CSL-JSON. Source: the schema ``csl-data.json`` of citationstyles.org."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from reader.exports.bibliography import Entry, entries, keywords, note_line
from reader.exports.excerpt import Excerpt
from reader.exports.names import Literal, Name
from reader.exports.prose import names_of
from reader.exports.when import date_parts

Item = dict[str, Any]


def csl_json(excerpts: Iterable[Excerpt]) -> str:
    """Return one array in ASCII, an item an article; the schema has no field for quotations but notes."""
    return json.dumps([_item(entry) for entry in entries(excerpts)], indent=2) + "\n"


def _item(entry: Entry) -> Item:
    work = entry.work
    issued, accessed = date_parts(work.published), date_parts(work.saved)
    item: Item = {
        "id": work.key,
        "type": "article-newspaper" if work.outlet else "webpage",
        "title": work.title,
        "container-title": work.outlet,
        "author": [_name(name) for name in names_of(work)],
        "issued": {"date-parts": [list(issued)]} if issued else None,
        "accessed": {"date-parts": [list(accessed)]} if accessed and work.url else None,
        "publisher-place": work.place,
        "URL": work.url,
        "language": work.language,
        "keyword": ", ".join(keywords(entry)),
        "note": "\n".join(map(note_line, entry.excerpts)),
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> Item:
    if isinstance(name, Literal):
        return {"literal": name.name}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}
