"""What the plain mode says of articles and quotations: the most telling word first, signs said as words."""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk.reading import Entry, Reading
from reader.domain.article import ArticleHead
from reader.domain.dates import local_day, short_date
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation, Speaker, SpeakerKind, join_pieces

LONGEST_ECHO = 40
"""Characters of what was typed that are said again."""


def counted(count: int, noun: str) -> str:
    """Return ``1 article`` or ``2,000 articles``."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def joined(*parts: str | None) -> str:
    """Return the parts that say something, parted by commas."""
    return ", ".join(part for part in parts if part)


def speaker_words(speaker: Speaker | None) -> str:
    """Return who said it, the doubt in words: ``perhaps Yin Qi``."""
    if speaker is None:
        return "speaker unknown"
    if speaker.name is None and speaker.kind is SpeakerKind.PRONOUN:
        return f"said by “{speaker.mention}”, name unknown"
    label = f"perhaps {speaker.label}" if speaker.is_doubtful else speaker.label
    return joined(label, speaker.role)


def quotation_line(reading: Reading, quotation: Quotation, kept: frozenset[int]) -> str:
    """Return ``Quotation 3 of 12, Yin Qi: “…”`` with all its pieces."""
    pieces = [span.of(reading.article.text) for span in quotation.spans]
    words = one_line(join_pieces(pieces, quotation.spans))
    return f"{quotation_label(reading, quotation, kept)}: {words}"


def quotation_label(reading: Reading, quotation: Quotation, kept: frozenset[int]) -> str:
    """Return what stands before a quotation's words."""
    is_kept = quotation.number - 1 in kept
    number = f"Quotation {quotation.number} of {len(reading.quotations)}"
    return joined(number, speaker_words(quotation.speaker), "kept" if is_kept else None)


def row_line(entry: Entry, number: int) -> str:
    """Return an article as a row of the list."""
    head, mark = entry.head, entry.mark
    title = joined(head.title, None if mark.is_read else "unread", "starred" if mark.is_starred else None)
    return f"{number}. {title}. {joined(head.source, short_date(head.published), *_measures(entry))}."


def head_lines(entry: Entry) -> list[str]:
    """Return what stands over an article: title, authors, origin, measures."""
    head = entry.head
    byline = " and ".join(filter(None, [", ".join(head.authors[:-1]), *head.authors[-1:]]))
    state = "read" if entry.mark.is_read else None
    lines = [head.title, f"By {byline}" if byline else "", _origin(head), joined(*_measures(entry), state)]
    return [line for line in lines if line]


def _origin(head: ArticleHead) -> str:
    published, updated = short_date(head.published), short_date(head.updated)
    is_later = updated not in ("", published)
    return joined(head.source, head.place, published, f"updated {updated}" if is_later else None)


def _measures(entry: Entry) -> Sequence[str]:
    parts = [counted(entry.head.minutes, "minute")]
    if entry.quote_count is not None:
        parts.append(counted(entry.quote_count, "quotation"))
    if entry.kept_count:
        parts.append(f"{entry.kept_count} kept")
    if 0 < entry.progress < 1:
        parts.append(f"{round(entry.progress * 100)} percent read")
    return parts


def bookmark_line(bookmark: Bookmark, number: int, count: int) -> str:
    """Return a kept quotation: who, the words, where they come from."""
    who = bookmark.repaired_speaker or speaker_words(bookmark.speaker)
    day = local_day(bookmark.kept_at)
    origin = joined(bookmark.title, bookmark.source, f"kept {day}" if day else None)
    note = f" Note: {one_line(bookmark.note)}" if bookmark.note else ""
    written = joined(bookmark.label and f"label {bookmark.label}", *(f"#{tag}" for tag in bookmark.tags))
    head = joined(f"Kept {number} of {count}", who, written)
    return f"{head}: {one_line(bookmark.text)} From {origin}.{note}"


def one_line(words: str) -> str:
    """Return words with their line ends as spaces."""
    return " ".join(words.split("\n")).strip()


def shortened(typed: str) -> str:
    """Return what was typed, short enough to be said again."""
    return typed if len(typed) <= LONGEST_ECHO else f"{typed[:LONGEST_ECHO]}…"
