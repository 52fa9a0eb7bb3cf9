"""The quote engine: a text in, its quotations and their speakers out; pure, standard library only."""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.quote import Quote
from reader.quotes.blanking import blank_silent_parts
from reader.quotes.engine import find_quotes

ENGINE_VERSION = "1"
"""Changes whenever answers may change; part of the key under which answers are cached."""


def article_quotes(article: Article) -> list[Quote]:
    """Return the quotations of ``article``; headings, code, tables, pull quotes and related lines have none."""
    return find_quotes(blank_silent_parts(article))


__all__ = ["ENGINE_VERSION", "article_quotes", "find_quotes"]
