"""Why a speaker is named: the words that told, and how sure they make it."""

from __future__ import annotations

import pytest

from reader.domain.article import BlockKind
from reader.domain.span import Span
from reader.quotes import article_names, article_quotes, explain_quote
from reader.quotes.explaining import Explanation, Ground
from tests.quotes.test_articles import article_of

BLOCK = BlockKind.PARAGRAPH
FILLER = "Nothing of note was said that day by anyone in the hall.\n\n" * 2_000


@pytest.mark.parametrize(
    ("text", "ground", "words"),
    [
        ("“We will wait,” said Ana Rivera.", Ground.CUE, ["Ana Rivera", "said"]),
        ("Ana Rivera warned that it “would not be ready”.", Ground.CUE, ["Ana Rivera", "warned"]),
        ("In Ana Rivera’s words, the plan is “a drier year’s plan”.", Ground.FRAME, ["Ana Rivera"]),
    ],
)
def test_the_words_that_told_are_shown(text: str, ground: Ground, words: list[str]) -> None:
    for before in ("", FILLER):
        article = article_of((BLOCK, before + text + "\n\nThe meeting ended."))
        span = next(quote.span for quote in article_quotes(article))
        told = explain_quote(article, span)
        assert told.ground is ground
        assert [word.of(article.text) for word in told.words] == words
        sentence = told.sentence(article.text)
        assert sentence.endswith(".")
        assert f"“{words[0]}”" in sentence


def test_where_nobody_is_named_that_is_said() -> None:
    article = article_of((BLOCK, "“We will all of us wait for it here.”"))
    told = explain_quote(article, Span(0, 37))
    assert told.ground is Ground.NOBODY
    assert told.sentence(article.text) == "Nobody near it could be the speaker."
    assert explain_quote(article, Span(0, 0)).ground is Ground.FORM


def test_names_are_met_in_their_longest_form_people_first() -> None:
    article = article_of(
        (
            BLOCK,
            "The Harbour Trust met. Rivera spoke, as Ana Rivera does. However, Mr Okafor left for London.",
        )
    )
    names = article_names(article)
    assert names[0] == "Ana Rivera"
    assert "Rivera" not in names
    assert "However" not in names
    assert names.index("Okafor") < names.index("Harbour Trust")


def test_what_is_no_person_or_body_is_not_offered() -> None:
    article = article_of(
        (
            BLOCK,
            "The CEO of Megvii, Yin Qi, spoke of AI on Friday. AI and UNESCO, said the CEO, need an Updated"
            " Charter. READ MORE: HECTOR RETAMAL / AFP. AI at Megvii, a CEO said, brings more; Brings it?",
        )
    )
    names = article_names(article)
    assert {"Yin Qi", "Megvii", "UNESCO"} <= set(names)
    assert not {"AI", "CEO", "Friday", "READ", "Brings", "HECTOR RETAMAL / AFP"} & set(names)


@pytest.mark.parametrize(("share", "words"), [(1.0, "over 99%"), (0.996, "over 99%"), (0.62, "62%")])
def test_no_guess_is_called_certain(share: float, words: str) -> None:
    told = Explanation(Ground.NEAR, (Span(0, 3),), share)
    assert told.sentence("Ann said") == f"“Ann” stands nearest, without a verb of saying ({words} sure)."
