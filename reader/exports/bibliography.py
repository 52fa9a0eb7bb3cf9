"""The articles behind a set of quotations, each with its own, as the bibliographic forms list them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from reader.exports.excerpt import Excerpt, Work, one_line
from reader.exports.names import Person
from reader.exports.prose import names_of, quoted
from reader.exports.when import date_parts
from reader.values import NamedTuple

_SMALL_WORDS = frozenset("a an the of on in at to for and or from with by how why what who is are".split())


class Entry(NamedTuple):
    """An article and what is kept of it, in the order of its text."""

    work: Work
    excerpts: Sequence[Excerpt]


def entries(excerpts: Iterable[Excerpt]) -> list[Entry]:
    """Gather excerpts by article, the article kept from first coming first."""
    by_work: dict[str, list[Excerpt]] = {}
    for excerpt in excerpts:
        by_work.setdefault(excerpt.work.id, []).append(excerpt)
    return [
        Entry(group[0].work, sorted(group, key=lambda excerpt: (excerpt.location, excerpt.id)))
        for group in by_work.values()
    ]


def citation_keys(works: Iterable[Work]) -> Mapping[str, str]:
    """Return a key for each work's id, such as ``lee2026bridge``.

    Where two are alike the later one carries a digest of its id, so that no key changes when another
    article comes.
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for work in works:
        if work.id not in keys:
            key = _plain_key(work)
            if key in taken:
                key = f"{key}-{blake2b(work.id.encode('utf-8', 'replace'), digest_size=4).hexdigest()}"
            keys[work.id] = key
            taken.add(key)
    return keys


def _plain_key(work: Work) -> str:
    first = next(iter(names_of(work)), None)
    lead = first.family if isinstance(first, Person) else first.name if first else work.outlet or ""
    year = "".join(map(str, date_parts(work.published)[:1]))
    words = [word for word in re.findall(r"\w+", work.title) if word.lower() not in _SMALL_WORDS]
    return (_ascii(lead) + year + (_ascii(words[0]) if words else "")) or "article"


def _ascii(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]", "", decomposed.lower())


def note_line(excerpt: Excerpt) -> str:
    """Return a quotation as the note of an entry: ``Quote (Ana Rivera): “…” Note: …``."""
    who = f" ({excerpt.attribution.explained})" if excerpt.attribution else ""
    kind = "Quote" if excerpt.is_quotation else "Passage"
    note = f" Note: {one_line(excerpt.note)}" if excerpt.note else ""
    return one_line(f"{kind}{who}: {quoted(excerpt)}{note}")


def keywords(entry: Entry) -> list[str]:
    """Return the tags of the article and of its quotations, each once."""
    tags = [one_line(tag) for tag in (*entry.work.tags, *(t for e in entry.excerpts for t in e.tags))]
    return list(dict.fromkeys(filter(None, tags)))
