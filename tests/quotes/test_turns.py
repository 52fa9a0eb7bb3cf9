"""Words without marks that the form of an article gives to a speaker."""

from __future__ import annotations

import pytest

from reader.domain.article import Article, BlockKind
from reader.quotes import article_quotes, find_quotes
from tests.quotes.test_articles import article_of

PARAGRAPH, BLOCK = BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE


def said_in(article: Article) -> list[tuple[str, str | None, int]]:
    """Return words, speaker and group of every quotation."""
    return [
        (quote.span.of(article.text), quote.speaker.label if quote.speaker else None, quote.group)
        for quote in article_quotes(article)
    ]


def paragraphs_of(*lines: str) -> Article:
    return article_of(*((PARAGRAPH, line) for line in lines))


def test_the_turns_of_an_interview_are_quotations() -> None:
    article = paragraphs_of(
        "We met Ana Rivera at the bridge.",
        "PULLQUOTE: When does it open?",
        "RIVERA: On Monday. It is ready.",
        "PULLQUOTE: And the tunnel?",
        "RIVERA: In May.",
    )
    assert said_in(article) == [
        ("When does it open?", "Pullquote", 0),
        ("On Monday. It is ready.", "Ana Rivera", 1),
        ("And the tunnel?", "Pullquote", 2),
        ("In May.", "Ana Rivera", 3),
    ]


@pytest.mark.parametrize(("asks", "answers"), [("Q:", "A:"), ("Q.", "A."), ("Question:", "Answer:")])
def test_question_and_answer_are_turns(asks: str, answers: str) -> None:
    article = paragraphs_of(f"{asks} When does it open?", f"{answers} On Monday.")
    assert said_in(article) == [
        ("When does it open?", asks[:-1], 0),
        ("On Monday.", answers[:-1], 1),
    ]


def test_marks_inside_a_turn_are_part_of_it() -> None:
    article = paragraphs_of("Q: Is it a gift?", "A: They call it “a gift,” and it is.", "Q: Why?")
    assert [words for words, _, _ in said_in(article)] == [
        "Is it a gift?",
        "They call it “a gift,” and it is.",
        "Why?",
    ]


def test_a_turn_within_marks_goes_to_its_speaker_in_plain_text_too() -> None:
    text = "BEN OKAFOR: “When does it open?”\n\nANA RIVERA: “On Monday.”\n\nBEN OKAFOR: “Good.”"
    labels = [quote.speaker.label for quote in find_quotes(text) if quote.speaker]
    assert labels == ["Ben Okafor", "Ana Rivera", "Ben Okafor"]


@pytest.mark.parametrize(
    "lines",
    [
        ("When: Monday at nine.", "Where: The bridge.", "When: Tuesday.", "Where: The tunnel."),
        ("Monday: The bridge opens.", "Tuesday: The tunnel opens.", "Monday: The road opens."),
        ("Note: The bridge is closed.", "The town waits."),
        ("RIVERA: On Monday.", "The town waits."),
        ("Step 1: Open the bridge.", "Step 2: Walk.", "Step 1: Close it."),
    ],
)
def test_labels_that_are_no_exchange_are_no_turns(lines: tuple[str, ...]) -> None:
    assert said_in(paragraphs_of(*lines)) == []


CREDIT = "— Ana Rivera, head of the road office"


@pytest.mark.parametrize(
    "article",
    [
        article_of((BLOCK, "The bridge opens on Monday."), (BLOCK, CREDIT)),
        article_of((BLOCK, f"The bridge opens on Monday. {CREDIT}")),
        article_of((BLOCK, "The bridge opens on Monday."), (PARAGRAPH, CREDIT)),
        article_of((BLOCK, "The bridge opens on Monday."), (BLOCK, CREDIT.replace("—", "-"))),
    ],
    ids=["a block of its own", "the end of the block", "the paragraph below", "a hyphen"],
)
def test_a_block_quote_with_a_name_under_it_is_a_quotation(article: Article) -> None:
    assert said_in(article) == [("The bridge opens on Monday.", "Ana Rivera", 0)]
    (quote,) = article_quotes(article)
    assert quote.speaker is not None
    assert quote.speaker.role == "head of the road office"
    assert quote.speaker.is_sure


def test_a_block_quote_of_two_paragraphs_is_one_quotation_among_others() -> None:
    article = article_of(
        (PARAGRAPH, "“It is late,” Ben Okafor said."),
        (BLOCK, "The bridge opens on Monday."),
        (BLOCK, "The “tunnel” follows in May."),
        (BLOCK, CREDIT),
        (PARAGRAPH, "“We will be there,” Ben Okafor said."),
    )
    assert said_in(article) == [
        ("“It is late,”", "Ben Okafor", 0),
        ("The bridge opens on Monday.", "Ana Rivera", 1),
        ("The “tunnel” follows in May.", "Ana Rivera", 1),
        ("“We will be there,”", "Ben Okafor", 2),
    ]


@pytest.mark.parametrize(
    "article",
    [
        article_of((BLOCK, "The bridge opens on Monday.")),
        article_of((BLOCK, "The bridge opens on Monday."), (PARAGRAPH, "Ana Rivera left.")),
        article_of((PARAGRAPH, "The bridge opens on Monday."), (PARAGRAPH, CREDIT)),
        article_of((BLOCK, "The bridge — a gift — opens on Monday.")),
    ],
)
def test_a_block_quote_without_a_name_is_none(article: Article) -> None:
    assert said_in(article) == []


def test_a_block_quote_within_marks_is_found_by_its_marks() -> None:
    article = article_of((BLOCK, "“The bridge opens on Monday.”"), (BLOCK, CREDIT))
    assert said_in(article) == [("“The bridge opens on Monday.”", "Ana Rivera", 0)]
