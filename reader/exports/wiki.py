"""A quotation with MediaWiki's ``{{cite news}}``.

Source: the template's documentation (Wikipedia, Help:Citation Style 1).
"""

from __future__ import annotations

import re
import unicodedata

from reader.exports.excerpt import Excerpt, Work, one_line
from reader.exports.links import safe_url
from reader.exports.names import Person
from reader.exports.prose import ended, names_of, said
from reader.exports.when import day_first

# What opens a template, a link, a tag, an entity, a table; and bold, a signature, a magic word when they
# stand together. As entities they are shown and mean nothing.
_SPECIAL = re.compile(r"[|{}\[\]<>&]|''+|~{3,}|__+")
_FIRST_OF_LINE = re.compile(r"^[*#:;= ]")


def escape(text: str) -> str:
    """Return ``text`` on one line with every sign that wikitext gives a meaning to as an entity."""
    return _SPECIAL.sub(lambda match: "".join(map(_entity, match[0])), one_line(text))


def _entity(sign: str) -> str:
    return f"&#{ord(sign)};"


def wiki_article(work: Work) -> str:
    """Return the template for an article."""
    return _template(work, quote="")


def wiki_quotation(excerpt: Excerpt) -> str:
    """Return the quotation with its speaker, and the article as its reference."""
    sentence = escape(ended(said(excerpt)))
    sentence = _FIRST_OF_LINE.sub(lambda match: _entity(match[0]), sentence)
    return f"{sentence}<ref>{_template(excerpt.work, excerpt.words)}</ref>"


def _template(work: Work, quote: str) -> str:
    fields: list[tuple[str, str]] = []
    names = names_of(work)
    for number, name in enumerate(names, 1):
        suffix = str(number) if len(names) > 1 else ""
        if isinstance(name, Person):
            given = ", ".join(filter(None, [name.given, name.suffix]))
            fields += [(f"last{suffix}", name.family), (f"first{suffix}", given)]
        else:
            fields.append((f"author{suffix}", name.name))
    fields += [
        ("title", work.title),
        ("work", work.outlet or ""),
        ("location", work.place or ""),
        ("date", day_first(work.published)),
        ("url", safe_url(work.url or "")),
        ("access-date", day_first(work.saved) if work.url else ""),
        ("language", (work.language or "").partition("-")[0]),
        ("quote", quote),
    ]
    filled = [f"|{name}={_value(name, value)} " for name, value in fields if value.strip()]
    return f"{{{{cite news {''.join(filled).rstrip()}}}}}"


def _value(name: str, value: str) -> str:
    # An address is percent-encoded already; an entity in it would be part of the link.
    if name == "url":
        return value
    # A mark that combines would make one character with the sign of equality, and the field would be gone.
    is_combining = unicodedata.combining(value[0]) != 0
    return _entity(value[0]) + escape(value[1:]) if is_combining else escape(value)
