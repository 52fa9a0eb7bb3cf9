"""The YAML block at the head of a Markdown file: read leniently, written so that a person can edit it."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING

from reader.errors import ContentError
from reader.library.formats.document import FrontMatter, normal_front

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yaml import Event, NodeEvent

_BODY_START = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_SIZE_LIMIT = 100_000
# YAML's time is quadratic in the depth of nesting: 20 s for 90,000 open brackets.
_BRACKET_LIMIT = 1_000
_SYNONYMS = {
    "author": "authors",
    "date": "published",
    "lang": "language",
    "publication": "source",
    "tag": "tags",
    "keywords": "tags",
}
_LISTS = frozenset({"authors", "tags"})
# Words that stay a string without quotation marks: no YAML indicator, no colon or hash, no edge space.
_PLAIN = re.compile(r"[A-Za-z][\w ,.;()/’“”–—%+-]*[\w.)’”%]", re.ASCII)
_PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?")
# Spaces and invisible characters, with the marks behind them: an escape may end in a letter, and
# normalising the file would put the mark on that letter.
_UNPRINTABLE = re.compile(
    r"(?:(?! )[\s\u00ad\u034f\u061c\u200b-\u200f\u2028-\u206f\ufe00-\ufe0f\U000e0000-\U000e0fff])"
    r"[^\w\x00-\x7f]*"
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


def split_front_matter(source: str) -> tuple[FrontMatter, str]:
    """Return what the front matter says and the text after it; without front matter, nothing and all.

    Raises ``ContentError`` when there is front matter that YAML cannot read.
    """
    if not source.startswith("---"):
        return FrontMatter(), source
    opening, _, rest = source.partition("\n")
    end = _BODY_START.search(rest)
    if opening.strip() != "---" or end is None:
        return FrontMatter(), source
    values = _yaml_values(rest[: end.start()])
    if values is None:
        return FrontMatter(), source
    return normal_front(_front_of(values)), rest[end.end() :]


def write_front_matter(front: FrontMatter) -> str:
    """Return the YAML block that says the same, with its fences and line ends."""
    lines = ["---"]
    for field in fields(front):
        value: str | tuple[str, ...] | None = getattr(front, field.name)
        if isinstance(value, tuple) and value:
            lines.append(f"{field.name}: [{', '.join(_quoted(item) for item in value)}]")
        elif isinstance(value, str):
            lines.append(f"{field.name}: {_scalar(value)}")
    return "\n".join([*lines, "---", ""])


def _yaml_values(block: str) -> dict[str, list[str]] | None:
    """Return each key's scalars; None when the block is YAML but not a list of keys and values."""
    import yaml  # 30 ms, and only a file with front matter needs it

    if len(block) > _SIZE_LIMIT:
        raise ContentError(f"The front matter is longer than {_SIZE_LIMIT:,} characters; shorten it.")
    if block.count("[") + block.count("{") > _BRACKET_LIMIT:
        raise ContentError(f"The front matter has more than {_BRACKET_LIMIT:,} lists in it; shorten it.")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Events, not values: nothing is constructed, so dates stay as they were written, no alias
        # multiplies, and no depth of nesting can exhaust the stack (libyaml's composer crashes).
        return _top_level(yaml.parse(block, Loader=loader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        place = getattr(error, "problem_mark", None)
        where = f" (line {place.line + 2})" if place else ""
        raise ContentError(
            f"The front matter between the two lines of dashes is not valid YAML{where}; correct it."
        ) from error


def _top_level(events: Iterable[Event]) -> dict[str, list[str]] | None:
    """Return the outermost mapping's keys, each with its scalar or the scalars of its list.

    What is nested deeper says nothing to us. None when there is something else than a mapping.
    """
    from yaml.events import CollectionEndEvent, CollectionStartEvent, MappingStartEvent, NodeEvent

    values: dict[str, list[str]] = {}
    key: str | None = None
    depth = 0
    is_list = False
    for event in events:
        if isinstance(event, CollectionStartEvent):
            depth += 1
            if depth == 1 and not isinstance(event, MappingStartEvent):
                return None
            is_list = depth == 2 and not isinstance(event, MappingStartEvent)
        elif isinstance(event, CollectionEndEvent):
            depth -= 1
            if depth == 1:
                # A list as a key, which YAML allows, is a key that nobody asks for.
                key = "" if key is None else None
        elif isinstance(event, NodeEvent):
            text = _scalar_text(event)
            if depth == 0 and text is not None:
                return None
            if depth == 1 and key is None:
                key = (text or "").strip().lower()
                continue
            if text is not None and key is not None and (depth == 1 or (depth == 2 and is_list)):
                values.setdefault(key, []).append(text)
            if depth == 1:
                key = None
    return values


def _scalar_text(event: NodeEvent) -> str | None:
    """Return a scalar as written; None for an alias, and for what YAML takes for nothing."""
    value = getattr(event, "value", None)
    if not isinstance(value, str) or (getattr(event, "style", None) in {None, ""} and value in _NULLS):
        return None
    return value


def _front_of(values: dict[str, list[str]]) -> FrontMatter:
    named: dict[str, list[str]] = {}
    for key, scalars in values.items():
        named.setdefault(_SYNONYMS.get(key, key), scalars)
    lists = {name: tuple(named.get(name, ())) for name in _LISTS}
    single = {field.name: next(iter(named.get(field.name, ())), None) for field in fields(FrontMatter)}
    return FrontMatter(
        id=single["id"],
        title=single["title"],
        authors=lists["authors"],
        source=single["source"],
        url=single["url"],
        published=single["published"],
        updated=single["updated"],
        added=single["added"],
        place=single["place"],
        language=single["language"],
        tags=lists["tags"],
    )


def _scalar(value: str) -> str:
    if _PLAIN_DATE.fullmatch(value):
        return value
    if _PLAIN.fullmatch(value) and value.lower() not in _YAML_WORDS:
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    """Return a double-quoted scalar; JSON's escapes are YAML's, and what YAML will not print is escaped."""
    return _UNPRINTABLE.sub(_escaped, json.dumps(value, ensure_ascii=False))


def _escaped(match: re.Match[str]) -> str:
    return "".join(f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}" for code in map(ord, match[0]))
