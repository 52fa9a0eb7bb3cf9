"""An article's quotations as a list: words counted, shares, filters, groups."""

from __future__ import annotations

import pytest

from reader.desk.quote_list import Choice, Marked, QuoteList, QuoteView, Share, count_words
from reader.desk.reading import Reading
from reader.domain.article import Article, ArticleHead, ArticleId
from reader.domain.quote import Quote, QuoteKind, Speaker, SpeakerKind, quotations
from reader.domain.span import Span


def reading_of(*said: tuple[str, str | None, bool]) -> Reading:
    """Return a reading of quotations: words, name of the speaker, whether that is sure."""
    text, quotes = "", []
    for group, (words, name, is_sure) in enumerate(said):
        start = len(text)
        text += f"{words}\n\n"
        speaker = name and Speaker(Span(0, 0), name, name, is_sure, SpeakerKind.PERSON)
        quotes.append(Quote(Span(start, start + len(words)), QuoteKind.DIRECT, speaker or None, group))
    return Reading(Article(ArticleHead(ArticleId("a"), "A"), text, (), ()), quotations(quotes))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("“We will be ready by May,”", 6),
        ("人工知能は世界を変える", 6),
        ("AI は 世界 を", 3),
        ("« C’est l’été »", 4),
    ],
)
def test_words_are_counted_in_any_script(text: str, count: int) -> None:
    assert count_words(text) == count


def test_shares_are_of_all_quoted_words_and_doubt_is_counted() -> None:
    quotes = QuoteList(
        reading_of(
            ("“one two”", "Ana", True),
            ("“one two three four five”", "Bo", True),
            ("“one two”", "ana", False),
            ("“one”", None, True),
        )
    )
    assert list(quotes.shares.values()) == [
        Share("Bo", 1, 0, 5, 0.5),
        Share("Ana", 2, 1, 4, 0.4),
        Share("", 1, 1, 1, 0.1),
    ]
    assert [quotes.introduces(index) for index in range(4)] == [True, True, False, True]


def test_views_choose_filter_and_group() -> None:
    quotes = QuoteList(
        reading_of(
            ("“L’été vient”", "Ana", True),
            ("“one two three”", "Bo", True),
            ("“it’s late”", "Ana", False),
            ("“late again”", None, True),
        )
    )
    marked = Marked(kept={1, 2}, noted={2})
    assert quotes.rows(QuoteView(), marked) == [0, 1, 2, 3]
    assert quotes.rows(QuoteView(choice=Choice.KEPT), marked) == [1, 2]
    assert quotes.rows(QuoteView(choice=Choice.NOTED), marked) == [2]
    assert quotes.rows(QuoteView(choice=Choice.UNSURE), marked) == [2, 3]
    assert quotes.rows(QuoteView("l'ete ANA"), marked) == [0]
    assert quotes.rows(QuoteView("it's", Choice.KEPT), marked) == [2]
    assert quotes.rows(QuoteView("nothing"), marked) == []
    rows = quotes.rows(QuoteView(is_by_speaker=True), marked)
    names = [row.name if isinstance(row, Share) else row for row in rows]
    assert names == ["Ana", 0, 2, "Bo", 1, "", 3]


def test_an_article_without_quotations_has_no_shares() -> None:
    quotes = QuoteList(reading_of())
    assert quotes.shares == {}
    assert quotes.rows(QuoteView("a", Choice.KEPT, is_by_speaker=True), Marked()) == []
