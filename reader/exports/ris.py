"""Articles with their quotations as RIS, as Zotero reads and writes it: one ``N1`` a quotation."""

from __future__ import annotations

from collections.abc import Iterable

from reader.exports.bibliography import Entry, entries, keywords, note_line
from reader.exports.excerpt import Excerpt, one_line
from reader.exports.names import inverted
from reader.exports.prose import names_of
from reader.exports.when import date_parts


def ris(excerpts: Iterable[Excerpt]) -> str:
    """Return a record an article; a value never breaks its line, so no text can end a record."""
    return "\n".join(map(_record, entries(excerpts)))


def _record(entry: Entry) -> str:
    work = entry.work
    fields = [
        ("TY", "NEWS" if work.outlet else "ELEC"),
        ("ID", work.key),
        ("TI", work.title),
        *(("AU", inverted(name)) for name in names_of(work)),
        ("T2", work.outlet or ""),
        ("CY", work.place or ""),
        ("DA", _date(work.published)),
        ("UR", work.url or ""),
        ("Y2", _date(work.saved) if work.url else ""),
        ("LA", work.language or ""),
        *(("KW", keyword) for keyword in keywords(entry)),
        *(("N1", note_line(excerpt)) for excerpt in entry.excerpts),
    ]
    lines = [f"{tag}  - {line}\n" for tag, value in fields if (line := one_line(value))]
    return f"{''.join(lines)}ER  - \n"


def _date(iso: str | None) -> str:
    """Return ``2026/08/01/``: year, month, day and the empty place of "other"."""
    year, month, day, *_ = (*(f"{part:02}" for part in date_parts(iso)), "", "", "")
    return f"{year.zfill(4)}/{month}/{day}/" if year else ""
