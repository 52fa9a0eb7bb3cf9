"""Articles with their quotations as BibTeX, in the fields Zotero writes and reads.

Zotero makes a note of ``annote``. Braces inside a value are written as commands: BibTeX counts braces
whether or not a backslash stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.exports.bibliography import Entry, entries, keywords, note_line
from reader.exports.excerpt import Excerpt
from reader.exports.links import safe_url
from reader.exports.names import Literal, Name
from reader.exports.prose import names_of
from reader.exports.when import bibtex_month, date_parts, iso_day

_SPECIAL = str.maketrans(
    {
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
        "<": r"{\textless}",
        ">": r"{\textgreater}",
        "|": r"{\textbar}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "$": r"\$",
    }
)
# Two of these side by side print as one: -- as a dash, two apostrophes as a mark.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=`)(?=`)|(?<=,)(?=,)|(?<=[?!])(?=`)")


def escape(text: str) -> str:
    """Return ``text`` with every character that TeX gives a meaning to as the command that prints it."""
    return _LIGATURE.sub("{}", text.translate(_SPECIAL))


def bibtex(excerpts: Iterable[Excerpt]) -> str:
    """Return an entry an article, in UTF-8, parted by blank lines."""
    return "\n".join(map(_entry, entries(excerpts)))


def _entry(entry: Entry) -> str:
    work = entry.work
    parts = date_parts(work.published)
    fields = [
        # A second pair of braces keeps styles from writing the title's capitals small.
        ("title", f"{{{escape(work.title)}}}" if work.title else ""),
        ("author", " and ".join(map(_name, names_of(work)))),
        ("journal", escape(work.outlet or "")),
        ("address", escape(work.place or "")),
        ("year", str(parts[0]) if parts else ""),
        ("month", bibtex_month(work.published)),
        ("day", str(parts[2]) if len(parts) > 2 else ""),
        ("url", safe_url(work.url or "")),
        ("urldate", iso_day(work.saved) if work.url else ""),
        ("language", escape(work.language or "")),
        ("keywords", escape(", ".join(keywords(entry)))),
        ("annote", "\n\n".join(escape(note_line(excerpt)) for excerpt in entry.excerpts)),
    ]
    # The month is BibTeX's own abbreviation and stands without braces.
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n" for name, value in fields if value
    ]
    return f"@{'article' if work.outlet else 'misc'}{{{work.key},\n{''.join(lines)}}}\n"


def _name(name: Name) -> str:
    if isinstance(name, Literal):
        return f"{{{escape(name.name)}}}"
    # A "Jr." stands between family and given name here.
    return ", ".join(escape(part) for part in (name.family, name.suffix, name.given) if part)
