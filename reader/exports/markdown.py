"""Kept quotations as Markdown: front matter, and a callout each with an id that stays the same.

The layout is Obsidian's callouts and block ids; ``<!-- quotes:begin -->`` and ``<!-- quotes:end -->``
enclose what is written anew (``region``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from hashlib import blake2b
from itertools import groupby

from reader.exports.excerpt import Excerpt, Work
from reader.exports.links import link_to, safe_url
from reader.exports.markdown_text import escape, paragraphs
from reader.exports.when import day_first

_BLOCK_ID = re.compile(r"[A-Za-z0-9-]+")
# Obsidian's tags hold all but punctuation; an underline beside a sign could begin emphasis.
_NO_TAG = re.compile(r"[\x00-,.:-@\[-^`{-\x9f\s\u2000-\u206f\u3000-\u303f]+|(?<![^\W_])_+|_+(?![^\W_])")
_PLAIN_WORD = re.compile(r"[A-Za-z][A-Za-z0-9_-]*")
_PLAIN_ADDRESS = re.compile(r"https?://[\w./%?=&+~-]+[\w/]", re.ASCII)
_PLAIN_TIME = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?", re.ASCII)
_YAML_WORDS = frozenset("y n yes no on off true false null none".split())
# What YAML takes for a line break or for no character; JSON leaves them as they are.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def front_matter(work: Work) -> str:
    """Return the head of a new file for one article, in YAML."""
    fields = [
        ("title", _scalar(work.title)),
        ("author", f"[{', '.join(map(_scalar, work.authors))}]"),
        ("publication", _scalar(work.outlet) if work.outlet else ""),
        ("url", _plain(work.url, _PLAIN_ADDRESS) if work.url else ""),
        ("published", _plain(work.published, _PLAIN_TIME) if work.published else ""),
        ("saved", _plain(work.saved, _PLAIN_TIME) if work.saved else ""),
        ("tags", f"[{', '.join(_plain(tag, _PLAIN_WORD) for tag in work.tags)}]"),
        ("source_sha256", work.text_sha256 or ""),
    ]
    lines = [f"{name}: {value}" for name, value in fields if value not in ("", "[]")]
    return "\n".join(["---", *lines, "---", ""])


def _scalar(text: str) -> str:
    """Return a text in double quotes: a JSON string is a YAML one, a few characters apart."""
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def _plain(text: str, plain: re.Pattern[str]) -> str:
    is_plain = plain.fullmatch(text) and text.lower() not in _YAML_WORDS
    return text if is_plain else _scalar(text)


def region(excerpts: Sequence[Excerpt]) -> str:
    """Return the quotations in the order of their articles' texts, under a heading each where several."""
    works = [list(group) for _, group in groupby(_in_order(excerpts), key=lambda excerpt: excerpt.work.id)]
    sections = []
    for group in works:
        heading = [f"## {_heading(group[0].work)}"] if len(works) > 1 else []
        sections += [*heading, *map(_callout, group)]
    return "\n\n".join(sections) + "\n"


def _in_order(excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """Sort by article, the one kept from first first, then by place: adding a quote moves no other."""
    first_kept = {excerpt.work.id: number for number, excerpt in reversed(list(enumerate(excerpts)))}
    return sorted(excerpts, key=lambda excerpt: (first_kept[excerpt.work.id], excerpt.location, excerpt.id))


def _heading(work: Work) -> str:
    title = escape(work.title) or "Untitled"
    linked = f"[{title}]({safe_url(work.url)})" if work.url else title
    details = [escape(", ".join(work.authors)), escape(work.outlet or ""), day_first(work.published)]
    return " · ".join(filter(None, [linked, *details]))


def _callout(excerpt: Excerpt) -> str:
    work, attribution = excerpt.work, excerpt.attribution
    who = escape(attribution.explained) if attribution else ""
    if not who and excerpt.is_quotation:
        who = "Speaker unknown"
    place = f"¶{excerpt.paragraph}" if excerpt.paragraph else ""
    title = " · ".join(filter(None, [who, place]))
    words = paragraphs(excerpt.words).replace("\n", "\n> ")
    link = f"[source]({link_to(work.url, excerpt.pieces)})" if work.url else ""
    tags = [f"#{tag}" for tag in (*(["quote"] if excerpt.is_quotation else []), *_tags(excerpt))]
    last = " ".join(filter(None, [link, *dict.fromkeys(tags), f"^q-{block_id(excerpt.id)}"]))
    callout = f"> [!quote] {title}".rstrip() + f"\n> {words}\n> {last}"
    return f"{callout}\n\n{paragraphs(excerpt.note)}" if excerpt.note else callout


def _tags(excerpt: Excerpt) -> list[str]:
    """Return the tags as words that Obsidian takes for tags: no spaces, not digits alone."""
    words = [_NO_TAG.sub("-", tag.strip()).strip("-_/") for tag in excerpt.tags]
    return [f"{word}-" if word.isdigit() else word for word in words if word]


def block_id(bookmark_id: str) -> str:
    """Return a bookmark's id fit for a block id; one that is not is replaced by its digest."""
    if _BLOCK_ID.fullmatch(bookmark_id):
        return bookmark_id
    return blake2b(bookmark_id.encode("utf-8", "replace"), digest_size=6).hexdigest()
