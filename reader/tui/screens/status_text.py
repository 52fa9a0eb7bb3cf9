"""The words that tell where one is."""

from __future__ import annotations

from reader.desk.desk import Desk
from reader.tui.articles.article_list import ArticleList
from reader.tui.page.article_page import ArticlePage


def list_place(desk: Desk, articles: ArticleList, filter_words: str) -> str:
    """Say how many articles there are, or how many a filter left."""
    count = articles.row_count
    noun = "article" if count == 1 else "articles"
    if filter_words:
        return f"{count:,} {noun} with “{filter_words}”"
    unread = desk.unread_count
    place = f"{count:,} {noun} · {unread:,} unread" if unread else f"{count:,} {noun}"
    return place if desk.is_owner else f"{place} · read-only"


def page_place(page: ArticlePage) -> str:
    """Say which quotation is current, who said it, and how far down the page is."""
    if page.reading is None:
        return ""
    length = len(page.reading.article.text)
    percent = f"{round(100 * page.reached / length) if length else 100} %"
    count = len(page.reading.quotations)
    quotation = page.current_quotation
    if quotation is None:
        noun = "quote" if count == 1 else "quotes"
        return f"{count} {noun} · {percent}"
    parts = [f"Quote {quotation.number} of {count}"]
    if quotation.speaker is None:
        parts.append("speaker unknown")
    else:
        doubt = " ?" if quotation.speaker.is_doubtful else ""
        role = f", {quotation.speaker.role}" if quotation.speaker.role else ""
        parts.append(f"{quotation.speaker.label}{doubt}{role}")
    return " · ".join([*parts, percent])
