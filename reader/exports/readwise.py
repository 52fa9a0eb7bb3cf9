"""Kept quotations as the CSV that readwise.io/import_bulk takes.

Source: Readwise's format page: the header exact and in this order, ``Date`` in UTC, ``Location`` a whole
number, tags as ``.tag`` words in the note (docs.readwise.io, action tags).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from reader.exports.excerpt import Excerpt, one_line
from reader.exports.when import utc_time

HEADER = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")
_NO_TAG = re.compile(r"[\W]+")
# ``.c1`` joins highlights and ``.h1`` makes headings: a person's own tag must do neither.
_ACTION = re.compile(r"(?:c|h)\d+", re.IGNORECASE)


def readwise_csv(excerpts: Iterable[Excerpt]) -> str:
    """Return the header and a row a quotation; the author is the byline's, the speaker leads the note."""
    written = io.StringIO()
    written.write(f"{','.join(HEADER)}\n")
    # Every field in quotes: then no reader's own idea of line breaks or spaces comes in.
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\n")
    for excerpt in excerpts:
        work = excerpt.work
        kept = utc_time(excerpt.kept_at, "%Y-%m-%d %H:%M:%S") if excerpt.kept_at is not None else ""
        row = [excerpt.words, work.title, ", ".join(work.authors), work.url or "", _note(excerpt)]
        writer.writerow([*row, excerpt.location, kept])
    return written.getvalue()


def _note(excerpt: Excerpt) -> str:
    speaker = f"Speaker: {one_line(excerpt.attribution.explained)}" if excerpt.attribution else ""
    tags = [f".{tag}" for tag in (*(["quote"] if excerpt.is_quotation else []), *_tags(excerpt))]
    first = " ".join(filter(None, [speaker, *dict.fromkeys(tags)]))
    return "\n".join(filter(None, [first, excerpt.note]))


def _tags(excerpt: Excerpt) -> list[str]:
    words = [_NO_TAG.sub("_", tag.strip()).strip("_") for tag in excerpt.tags]
    return [f"tag_{word}" if _ACTION.fullmatch(word) else word for word in words if word]
