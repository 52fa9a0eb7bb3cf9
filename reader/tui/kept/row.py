"""One row of what is kept: a quotation with what is known of it, or the head of a group, as strips."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from reader.desk.kept_list import Group, Grouping, day_of
from reader.domain.dates import short_date
from reader.domain.mark import Bookmark, Kind
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks
from reader.tui.page.wrap import wrap
from reader.tui.row_lines import UNKNOWN_SPEAKER, RowLines
from reader.values import NamedTuple

ROW_HEIGHT = 4
"""At most two lines of words, one of speaker and source, one of what the person wrote on it."""
MAX_WORDS_CELLS = 96
"""Longer lines are hard to read."""
MIN_NAME_CELLS = 12
MIN_TITLE_CELLS = 8
CHOSEN = "✓"


class KeptRow(NamedTuple):
    """What a row shows; ``lost`` is why the bookmark's place is lost, empty when it is not known to be."""

    bookmark: Bookmark
    grouping: Grouping
    is_chosen: bool
    lost: str


def paint_bookmark(row: KeptRow, lines: RowLines, inks: Inks) -> list[Strip]:
    """Draw a kept quotation; what the head of its group says already is not said again."""
    bookmark = row.bookmark
    room = min(lines.room, MAX_WORDS_CELLS)
    words = " ".join(bookmark.text[: 3 * room].split())  # more is never shown, whatever a character's width
    first, *more = wrap(words, 0, len(words), room)
    lines.add(words[slice(*first)], inks.list_text, CHOSEN if row.is_chosen else "")
    if more:
        lines.add(cut(words[more[0][0] :], room), inks.list_text)
    lines.add_parts(_fitting(_origin(bookmark, row.grouping, inks, room), room))
    written = _written(bookmark, inks)
    if row.lost:
        lines.add_parts(_fitting([(row.lost, inks.list_dim)], room), "?")
    elif written:
        lines.add_parts(_fitting(written, room), "†" if bookmark.note else "")
    lines.end()
    return lines.strips


def paint_group(group: Group, lines: RowLines, inks: Inks) -> list[Strip]:
    """Draw the head of a group: its name, what else is known of it, how many there are; and a rule."""
    lines.add("", inks.list_text)
    room = min(lines.room, MAX_WORDS_CELLS)
    count = f"  {group.row_count:,}"
    name = cut(group.name, room - width_cells(count))
    detail = f"  {group.detail}" if group.detail else ""
    lines.add_parts(
        _fitting([(name, inks.list_unread), (count, inks.list_star), (detail, inks.list_dim)], room)
    )
    lines.add_parts([("─" * room, inks.list_edge)])
    lines.end()
    return lines.strips


def _origin(bookmark: Bookmark, grouping: Grouping, inks: Inks, room: int) -> list[tuple[str, Style]]:
    """Who said it, in which article, of which day, and when it was kept."""
    speaker = bookmark.said_by
    is_doubtful = speaker is None or speaker.is_doubtful
    parts: list[tuple[str, Style]] = []
    if bookmark.kind is Kind.QUOTATION and (is_doubtful or grouping is not Grouping.SPEAKER):
        who = cut(speaker.shown if speaker else UNKNOWN_SPEAKER, max(MIN_NAME_CELLS, room // 2))
        parts.append((f"{who} · ", inks.list_dim if is_doubtful else inks.list_unread))
    is_under_article = grouping is Grouping.ARTICLE
    title, source = ("", "") if is_under_article else (bookmark.title, bookmark.source or "")
    published = "" if is_under_article else short_date(bookmark.published)
    kept = "" if grouping is Grouping.DAY else f"kept {day_of(bookmark)}"
    left = room - sum(width_cells(words) for words, _ in parts)
    return [*parts, (_fitting_rest(title, source, published, kept, left), inks.list_dim)]


def _fitting_rest(title: str, source: str, published: str, kept: str, room: int) -> str:
    """Say as much as fits: first the day of keeping gives way, then the source, then the title's end."""
    for choice in ((title, source, published, kept), (title, source, published), (title, published or kept)):
        said = " · ".join(filter(None, choice))
        if width_cells(said) <= room:
            return said
    day = f" · {published or kept}" if title else published or kept
    for_title = room - width_cells(day)
    return cut(title, for_title) + day if for_title >= MIN_TITLE_CELLS else cut(said, room)


def _written(bookmark: Bookmark, inks: Inks) -> list[tuple[str, Style]]:
    """What the person wrote on it: label, state, tags, the note's first line."""
    signs = [bookmark.label, bookmark.status, *(f"#{tag}" for tag in bookmark.tags)]
    marks = "  ".join(filter(None, signs))
    note = " ".join(bookmark.note.split("\n", 1)[0].split())
    if "\n" in bookmark.note.strip():
        note += " …"
    parts = [(marks, inks.list_dot), ("  " if marks and note else "", inks.list_text), (note, inks.list_text)]
    return [part for part in parts if part[0]]


def _fitting(parts: Sequence[tuple[str, Style]], room: int) -> list[tuple[str, Style]]:
    """Cut parts of a line, the first ones last."""
    fitting: list[tuple[str, Style]] = []
    for words, style in parts:
        shown = cut(words, room)
        fitting.append((shown, style))
        room -= width_cells(shown)
    return fitting
