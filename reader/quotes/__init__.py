"""The quote engine: a text in, its quotations and their speakers out; pure, standard library only.

Importing the package costs nothing; the engine and its lexicons are loaded by the first text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.article import Article
from reader.domain.quote import Quote
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.quotes.explaining import Explanation

ENGINE_VERSION = "6"
"""Changes whenever answers may change; part of the key under which answers are cached."""


def find_quotes(text: str, language: str | None = None) -> list[Quote]:
    """Return the quotations in ``text`` with their speakers, in the order of the text.

    A span includes the quotation marks and never crosses a paragraph, which any line break ends; the pieces
    of a split quotation and the paragraphs of a long one share a group. ``language`` is a tag such as
    ``de-AT``; without one the commonest words tell English, German, French and Spanish. In another language
    nobody is named as a speaker.
    """
    from reader.quotes import reading

    return reading.find_quotes(text, language)


def article_quotes(article: Article) -> list[Quote]:
    """Return the quotations of ``article``; headings, code, tables, pull quotes, related lines have none.

    Words without marks are quotations too where the form says so: the turns of an interview (``NAME: text``,
    ``Q:`` and ``A:``), and a block quote with somebody's name under it.
    """
    from reader.quotes.blanking import blank_silent_parts
    from reader.quotes.block_quotes import add_block_quotes
    from reader.quotes.turns import add_turns

    text = blank_silent_parts(article)
    return add_block_quotes(article, add_turns(text, find_quotes(text, article.head.language)))


def find_reported(text: str) -> list[Quote]:
    """Return what an English ``text`` reports without marks ("Ana Rivera said that the bridge was ready").

    The span is the reported clause, the kind ``indirect``; groups count from 0, apart from the quotations'.
    Only plain reports are taken: no denials, no conditions, nothing that holds quoted words.
    """
    from reader.quotes import reported

    return reported.find_reported(text)


def reported_speech(article: Article) -> list[Quote]:
    """Return what the prose of ``article`` reports without marks; none in another language than English."""
    from reader.quotes.blanking import blank_silent_parts
    from reader.quotes.languages import ENGLISH, language_of

    text = blank_silent_parts(article)
    return find_reported(text) if language_of(text, article.head.language) == ENGLISH else []


def explain_quote(article: Article, span: Span) -> Explanation:
    """Return why the quotation at ``span`` of ``article`` has its speaker, and how sure that is."""
    from reader.quotes.blanking import blank_silent_parts
    from reader.quotes.explaining import Explanation, Ground, explain
    from reader.quotes.languages import ENGLISH, language_of

    if language_of(article.text, article.head.language) != ENGLISH:
        return Explanation(Ground.FORM)
    return explain(blank_silent_parts(article), span)


def article_names(article: Article) -> list[str]:
    """Return the names in the prose of ``article``, people first, each in its longest form."""
    from reader.quotes.blanking import blank_silent_parts
    from reader.quotes.explaining import names_in

    return list(names_in(blank_silent_parts(article)))


__all__ = [
    "ENGINE_VERSION",
    "article_names",
    "article_quotes",
    "explain_quote",
    "find_quotes",
    "find_reported",
    "reported_speech",
]
