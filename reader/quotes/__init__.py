"""The quote engine: a text in, its quotations and their speakers out; pure, standard library only.

Importing the package costs nothing; the engine and its lexicons are loaded by the first text.
"""

from __future__ import annotations

from reader.domain.article import Article
from reader.domain.quote import Quote

ENGINE_VERSION = "3"
"""Changes whenever answers may change; part of the key under which answers are cached."""


def find_quotes(text: str) -> list[Quote]:
    """Return the quotations in ``text`` with their speakers, in the order of the text.

    A span includes the quotation marks and never crosses a paragraph, which any line break ends; the pieces
    of a split quotation and the paragraphs of a long one share a group.
    """
    from reader.quotes import engine

    return engine.find_quotes(text)


def article_quotes(article: Article) -> list[Quote]:
    """Return the quotations of ``article``; headings, code, tables, pull quotes, related lines have none."""
    from reader.quotes.blanking import blank_silent_parts

    return find_quotes(blank_silent_parts(article))


__all__ = ["ENGINE_VERSION", "article_quotes", "find_quotes"]
