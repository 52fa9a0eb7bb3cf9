from __future__ import annotations

import pytest

from reader.domain.article import (
    BLOCK_SEPARATOR,
    Article,
    ArticleHead,
    ArticleId,
    Block,
    BlockKind,
    InlineKind,
    InlineSpan,
)
from reader.domain.span import Span
from reader.quotes import article_quotes, find_quotes

SPOKEN = "“The bridge opens on Monday,” Ana Rivera said."
FOLLOW_ON = "“The tunnel follows in May, if the weather holds.”"


def article_of(*blocks: tuple[BlockKind, str], spans: tuple[InlineSpan, ...] = ()) -> Article:
    """Lay the texts of ``blocks`` one after another."""
    found: list[Block] = []
    position = 0
    for kind, text in blocks:
        found.append(Block(kind, Span(position, position + len(text))))
        position += len(text) + len(BLOCK_SEPARATOR)
    text = BLOCK_SEPARATOR.join(text for _, text in blocks)
    return Article(ArticleHead(ArticleId("a"), "The bridge"), text, tuple(found), spans)


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADING, BlockKind.CODE, BlockKind.TABLE, BlockKind.PULL_QUOTE, BlockKind.RELATED]
)
def test_silent_blocks_hold_no_quotation_and_stand_between_none(kind: BlockKind) -> None:
    silent = "ALSO READ: “It is late,” Ben Okafor said."
    article = article_of((BlockKind.PARAGRAPH, SPOKEN), (kind, silent), (BlockKind.PARAGRAPH, FOLLOW_ON))
    quotes = article_quotes(article)
    assert [quote.span.of(article.text) for quote in quotes] == ["“The bridge opens on Monday,”", FOLLOW_ON]
    assert [quote.speaker.name for quote in quotes if quote.speaker] == ["Ana Rivera", "Ana Rivera"]


@pytest.mark.parametrize("kind", [BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE])
def test_other_blocks_are_searched(kind: BlockKind) -> None:
    article = article_of((BlockKind.PARAGRAPH, "The town waited."), (kind, SPOKEN))
    assert [quote.span.of(article.text) for quote in article_quotes(article)] == [
        "“The bridge opens on Monday,”"
    ]


def test_the_credit_of_a_picture_names_nobody() -> None:
    article = article_of(
        (BlockKind.PARAGRAPH, "Lin Qiaozhen, deputy head of the road office, said the city had time."),
        (BlockKind.CAPTION, "The bridge in May. (THOMAS LUND / ABC)"),
        (BlockKind.PARAGRAPH, "“The bridge opens on Monday,” he said."),
    )
    (quote,) = article_quotes(article)
    assert quote.speaker is not None
    assert quote.speaker.name == "Lin Qiaozhen"


def test_code_inside_a_line_is_no_quotation() -> None:
    text = 'Type print("The bridge opens on Monday.") and read. ' + SPOKEN
    code = InlineSpan(InlineKind.CODE, Span(5, text.index(")") + 1))
    article = article_of((BlockKind.PARAGRAPH, text), spans=(code,))
    assert [quote.span.start for quote in article_quotes(article)] == [text.index("“")]


def test_without_silent_parts_an_article_is_its_text() -> None:
    article = article_of((BlockKind.PARAGRAPH, SPOKEN), (BlockKind.PARAGRAPH, FOLLOW_ON))
    assert article_quotes(article) == find_quotes(article.text)
