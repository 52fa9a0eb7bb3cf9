"""The YAML block at the head of a Markdown file: read leniently, written so that a person can edit it."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from typing import TYPE_CHECKING

from reader.errors import ContentError
from reader.library.formats.document import FrontMatter, normal_front

if TYPE_CHECKING:
    from yaml import Node

_BODY_START = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_SIZE_LIMIT = 100_000
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
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Nodes, not values: nothing is constructed, so dates stay as they were written.
        root = yaml.compose(block, Loader=loader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        place = getattr(error, "problem_mark", None)
        where = f" (line {place.line + 2})" if place else ""
        raise ContentError(
            f"The front matter between the two lines of dashes is not valid YAML{where}; correct it."
        ) from error
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        return None
    return {str(key.value).strip().lower(): _scalars(value) for key, value in root.value}


def _scalars(node: Node) -> list[str]:
    """Return a scalar, or a list's scalars, as written; anything deeper says nothing to us."""
    items = node.value if isinstance(node.value, list) else [node]
    return [
        item.value
        for item in items
        if isinstance(getattr(item, "value", None), str) and item.tag != "tag:yaml.org,2002:null"
    ]


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
