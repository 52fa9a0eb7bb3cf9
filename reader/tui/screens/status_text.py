"""The words that tell where one is."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from reader.desk.desk import Desk
from reader.desk.keeping import beginning
from reader.desk.listing import ListView, Only, Order
from reader.desk.reading import Reading
from reader.domain.article import ArticleHead
from reader.domain.duration import in_words
from reader.domain.mark import InterfaceState
from reader.domain.quote import OPENING_MARKS
from reader.tui.actions import Keymap
from reader.tui.articles.article_list import ArticleList
from reader.tui.cells import cut
from reader.tui.page.article_page import ArticlePage

if TYPE_CHECKING:
    from reader.desk.quote_list import QuoteView
    from reader.domain.draft import Draft

TOUR = "tour"
"""The id of the bundled piece that teaches the keys."""
_NONE = {
    Only.UNREAD: "Everything has been read.",
    Only.STARRED: "No article has a star.",
    Only.KEPT: "No article has kept quotes.",
}


def list_place(desk: Desk, articles: ArticleList, view: ListView) -> tuple[str, ...]:
    """Say how many articles there are or a choice left, and in which order where that is not the usual."""
    count = articles.row_count
    noun = "article" if count == 1 else "articles"
    which = {
        Only.ALL: noun,
        Only.UNREAD: f"unread {noun}",
        Only.STARRED: f"starred {noun}",
        Only.KEPT: f"{noun} with kept quotes",
    }[view.only]
    short = f"{count:,} {which}"
    if view.words:
        return (f"{short} {'and' if view.only is Only.KEPT else 'with'} “{view.words}”",)
    unread = desk.unread_count if view.only is Only.ALL else 0
    place = f"{short} · {unread:,} unread" if unread else short
    order = "" if view.order is Order.ADDED else f" · {view.order.value}"
    if not desk.can_write:
        return (f"{place}{order} · read-only", "Read-only")
    return (f"{place}{order}", f"{short}{order}", place, short)


def welcome(desk: Desk, head: ArticleHead | None, keymap: Keymap) -> str:
    """Say the way into the tour on the first start of all; otherwise nothing."""
    is_first = desk.interface == InterfaceState() and head is not None and head.id == TOUR
    way_in = keymap.sentence("open", "opens the tour")
    return f"Welcome. {way_in}: three minutes, and you know your way." if is_first and way_in else ""


def unfinished(desk: Desk, draft: Draft, keymap: Keymap) -> str:
    """Say which note was being written when the app ended, and how to go on with it."""
    row = desk.row_of(draft.article)
    title = f", in “{cut(desk.heads[row].title, 30)}”" if row is not None else ""
    words = beginning(draft.anchor.exact[0])
    shown = words if words[0] in OPENING_MARKS else f"“{words}”"
    goes_on = keymap.sentence("note", "goes on with it at")
    return f"A note was not finished: {goes_on or 'it waits at'} {shown}{title}."


def empty_list(keymap: Keymap, filter_words: str, only: Only) -> tuple[str, ...]:
    """Say why a list has no rows, then a blank line, then the way on."""
    if filter_words:
        return ("Nothing has these words.", "", keymap.sentence("back", "shows all articles"))
    if only is not Only.ALL:
        return (_NONE[only], "", keymap.sentence("back", "shows all articles"))
    return (
        "No articles.",
        "",
        keymap.sentence("add", "adds a file"),
        keymap.sentence("rescan", "looks again"),
    )


def page_place(page: ArticlePage, rest: str = "") -> tuple[str, ...]:
    """Say which quotation is current, who said it, and how far down the page is.

    ``rest`` says in place of the time left what is the matter with the rest of an article not yet whole.
    """
    if page.reading is None:
        return ()
    if page.selected is not None:
        return selection_place(page.selected.of(page.reading.article.text))
    percent = _percent(page)
    time_left = f" · {rest}" if rest else _time_left(page, page.reading)
    count = counted_so_far(len(page.reading.quotations), page.reading)
    quotation = page.current_quotation if page.at_hand == page.current else None
    if quotation is None:
        noun = "quote" if count == "1" else "quotes"
        return f"{count} {noun} · {percent}{time_left}", f"{count} {noun} · {percent}"
    number = quote_place(page)
    speaker = quotation.speaker
    if speaker is None:
        return f"{number} · speaker unknown · {percent}", f"{quotation.number}/{count} · ? · {percent}"
    who = speaker.shown
    role = f", {speaker.role}" if speaker.role else ""
    return (
        f"{number} · {who}{role} · {percent}{time_left}",
        f"{number} · {who}{role} · {percent}",
        f"{number} · {who} · {percent}{time_left}",
        f"{number} · {who} · {percent}",
        f"{quotation.number}/{count} · {who}",
    )


def quote_place(page: ArticlePage) -> str:
    """Say which quotation is current, nothing when none is on the screen."""
    quotation = page.current_quotation if page.at_hand == page.current else None
    if quotation is None or page.reading is None:
        return ""
    return f"Quote {quotation.number} of {counted_so_far(len(page.reading.quotations), page.reading)}"


def match_place(page: ArticlePage, typed: str) -> tuple[str, ...]:
    """Say which match of how many is the current one, and how far down the page is."""
    if page.reading is None or page.matches is None:
        return ()
    number = f"Match {page.current_match + 1:,} of {counted_so_far(len(page.matches), page.reading)}"
    percent = _percent(page)
    return (f"{number} of “{typed}” · {percent}", f"{number} · {percent}", number)


def counted_so_far(count: int, reading: Reading | None) -> str:
    """Write how many were found; ``10+`` in the beginning of an article, whose rest may have more."""
    return f"{count:,}" if reading is None or reading.is_whole else f"{count:,}+"


def _percent(page: ArticlePage) -> str:
    """Say how much of the article lies above the end of the screen."""
    if not page.size.height:
        return "…"
    return f"{round(100 * _share_read(page))} %"


def _time_left(page: ArticlePage, reading: Reading) -> str:
    """Say how many minutes the rest takes, begun ones counted; nothing at the end."""
    minutes = ceil(reading.article.head.minutes * (1 - _share_read(page))) if page.size.height else 0
    return f" · {in_words(minutes)} left" if minutes else ""


def _share_read(page: ArticlePage) -> float:
    return page.reached / page.whole_length if page.whole_length else 1.0


def selection_place(words: str) -> tuple[str, ...]:
    """Say how much is selected."""
    count = len(words.split())
    noun = "word" if count == 1 else "words"
    characters = "character" if len(words) == 1 else "characters"
    return (f"{count:,} {noun}, {len(words):,} {characters} selected", f"{count:,} {noun} selected")


def quotes_place(total: str, shown: int, view: QuoteView) -> tuple[str, ...]:
    """Say how many of an article's quotations the panel shows, which ones, and in what order."""
    from reader.desk.quote_list import Choice

    noun = "quote" if total == "1" else "quotes"
    if view.choice is Choice.ALL and not view.words:
        order = "by speaker" if view.is_by_speaker else "in order"
        return ("No quotes" if total == "0" else f"{total} {noun} {order}",)
    which = "" if view.choice is Choice.ALL else f" · {view.choice.value}"
    words = f" with “{view.words}”" if view.words else ""
    return (f"{shown:,} of {total} {noun}{words}{which}", f"{shown:,} of {total}{which}")
