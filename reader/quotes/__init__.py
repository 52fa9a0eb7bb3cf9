"""The quote engine: a text in, its quotations and their speakers out; pure, standard library only."""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.quote import Quote

ENGINE_VERSION = "2"
"""Changes whenever answers may change; part of the key under which answers are cached."""


def find_quotes(text: str) -> list[Quote]:
    """Return every quotation of ``text`` with its speaker, in the order of the text.

    A span includes the quotation marks and never crosses a paragraph (any line break ends one); groups are
    numbered from 0. The engine's word lists and patterns load at the first call, which takes some 15 ms.
    """
    from reader.quotes import engine

    return engine.find_quotes(text)


def article_quotes(article: Article) -> list[Quote]:
    """Return the quotations of ``article``; headings, code, tables, pull quotes, related lines have none."""
    from reader.quotes.blanking import blank_silent_parts

    return find_quotes(blank_silent_parts(article))


__all__ = ["ENGINE_VERSION", "article_quotes", "find_quotes"]
