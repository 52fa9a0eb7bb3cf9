"""One row of the quotes panel: a quotation, or the head of a speaker's, as strips."""

from __future__ import annotations

from collections.abc import Sequence

from rich.style import Style
from textual.strip import Strip

from reader.desk.quote_list import Share
from reader.domain.quote import Speaker
from reader.tui.articles.row import CursorStyle
from reader.tui.cells import width_cells
from reader.tui.inks import Inks
from reader.tui.page.wrap import wrap
from reader.tui.row_lines import UNKNOWN_SPEAKER, RowLines
from reader.values import NamedTuple

ROW_HEIGHT = 4
"""Two lines of words, one of the speaker, one that parts it from the next."""
ROW_HEIGHT_UNDER_HEADS = 3
"""Under its speaker's head a row need not say the name again."""
BAR_CELLS = 6


class QuoteRow(NamedTuple):
    """What a quotation's row shows.

    ``is_under_head`` when its speaker's head stands above; ``share`` only where, without heads, the
    speaker is shown for the first time.
    """

    words: str
    speaker: Speaker | None
    is_kept: bool
    has_note: bool
    is_under_head: bool
    share: Share | None


def share_bar(part: float, cells: int = BAR_CELLS) -> str:
    """Draw ``part`` (0 to 1) as a line, exact to half a cell; something is never drawn as nothing."""
    whole, half = divmod(round(part * cells * 2) or (part > 0), 2)
    return "━" * whole + "╸" * half


def per_cent(part: float) -> str:
    """Return ``45 %``; less than a half is said to be so."""
    return "<1 %" if 0 < part < 0.005 else f"{round(part * 100)} %"


def _share_parts(share: Share, inks: Inks) -> list[tuple[str, Style]]:
    bar = share_bar(share.part)
    rest = "─" * (BAR_CELLS - len(bar))
    return [(bar, inks.list_dot), (rest, inks.list_edge), (f"{per_cent(share.part):>6}", inks.list_dim)]


def paint_quote(
    row: QuoteRow, width: int, inks: Inks, cursor: CursorStyle | None, edges: Sequence[str]
) -> list[Strip]:
    """Draw a quotation on as many lines as there are ``edges``: its words in at most two, then who says them.

    Under its speaker's head only a doubt is told, by a question mark beside the words.
    """
    lines = RowLines(width, inks, cursor, edges)
    is_doubtful = row.speaker is None or row.speaker.is_doubtful
    signs = ["★" if row.is_kept else "", "†" if row.has_note else ""]
    words = row.words[: 3 * lines.room]  # more is never shown, whatever the width of a character
    first, *more = wrap(words, 0, len(words), lines.room)
    beside = [("?", inks.list_unread)] if is_doubtful and row.is_under_head else []
    lines.add(words[slice(*first)], inks.list_text, signs[0], [] if more else beside)
    if more:
        lines.add(words[more[0][0] :], inks.list_text, signs[1], beside)
    if not row.is_under_head:
        who = row.speaker.shown if row.speaker else UNKNOWN_SPEAKER
        style = inks.list_dim if is_doubtful else inks.list_unread
        lines.add(who, style, "" if more else signs[1], _share_parts(row.share, inks) if row.share else ())
    elif row.has_note and not more:
        lines.add("", inks.list_text, signs[1])
    lines.end()
    return lines.strips


def paint_share(share: Share, width: int, inks: Inks, edges: Sequence[str]) -> list[Strip]:
    """Draw the head of a speaker's quotations: the name, then how much of the quoted words is theirs."""
    lines = RowLines(width, inks, None, edges)
    lines.add(share.name or UNKNOWN_SPEAKER, inks.list_unread)
    parts = _share_parts(share, inks)
    taken = sum(width_cells(part) for part, _ in parts)
    quotes = f"{share.quotation_count:,} {'quote' if share.quotation_count == 1 else 'quotes'}"
    words = f"{share.word_count:,} {'word' if share.word_count == 1 else 'words'}"
    doubt = f"{share.doubtful_count:,} in doubt" if share.name and share.doubtful_count else ""
    orders = ((quotes, words, doubt), (quotes, doubt), (quotes,))
    sayings = (" · ".join(filter(None, order)) for order in orders)
    said = next((said for said in sayings if taken + 2 + width_cells(said) <= lines.room), "")
    lines.add_parts([*parts, (f"  {said}", inks.list_dim)])
    lines.end()
    return lines.strips
