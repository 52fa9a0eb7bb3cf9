"""Whatever an article is made of, its text is said once and in its order."""

from __future__ import annotations

from hypothesis import given, settings

from reader.desk.reading import Reading
from reader.domain.article import Article, ArticleHead, ArticleId, BlockKind
from reader.domain.quote import quotations
from reader.library.formats.document import Document
from reader.plain.script import Script
from reader.quotes import article_quotes
from tests.properties.documents import documents


@given(documents)
@settings(max_examples=200, deadline=None)
def test_the_text_is_said_once_and_in_its_order(document: Document) -> None:
    head = ArticleHead(ArticleId("a"), "A")
    article = Article(head, document.text, document.blocks, document.spans)
    reading = Reading(article, quotations(article_quotes(article)))
    script = Script(reading)
    for index, block in enumerate(document.blocks):
        lines = script.lines_of(index)
        assert lines
        if block.kind is not BlockKind.TABLE:
            said = iter("".join(lines))
            assert all(character in said for character in "".join(block.span.of(document.text).split()))
