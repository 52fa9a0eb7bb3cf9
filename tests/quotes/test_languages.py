from __future__ import annotations

from dataclasses import replace

import pytest

from reader.domain.article import BlockKind
from reader.quotes import article_quotes, find_quotes
from reader.quotes.languages import language_of
from tests.quotes.test_articles import article_of

GERMAN = (
    "Die Stadt hat lange auf die Brücke gewartet, und nicht alle haben daran geglaubt. "
    "„Die Brücke ist fertig“, sagte Bürgermeisterin Anna Weber am Freitag."
)
FRENCH = (
    "La ville attendait le pont depuis onze ans et les gens du quartier y croyaient. "
    "« Le pont est prêt », a déclaré vendredi la maire, Anne Petit."
)
SPANISH = (
    "La ciudad llevaba once años esperando el puente y los vecinos no lo creían. "
    "«El puente está listo», aseguró este viernes la alcaldesa Ana Ruiz."
)
ENGLISH = "The town had waited for the bridge for eleven years. “It is ready,” said the mayor, Ana Rivera."
POLISH = "Miasto czekało na most jedenaście lat i nie wszyscy w to wierzyli. „Most jest gotowy”, powiedziała."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (ENGLISH, "en"),
        (POLISH, ""),
        ("", "en"),
        ("Yes.", "en"),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("tag", "language"),
    [("de-AT", "de"), ("FR", "fr"), ("es_MX", "es"), ("English", "en"), ("it", ""), ("zh-Hans", "")],
)
def test_a_declared_language_is_believed(tag: str, language: str) -> None:
    assert language_of(ENGLISH, tag) == language


@pytest.mark.parametrize("blank", [None, "", " "])
def test_an_empty_declaration_is_none(blank: str | None) -> None:
    assert language_of(GERMAN, blank) == "de"


@pytest.mark.parametrize(
    ("text", "name"), [(GERMAN, "Anna Weber"), (FRENCH, "Anne Petit"), (SPANISH, "Ana Ruiz")]
)
def test_without_a_declaration_the_speaker_is_found(text: str, name: str) -> None:
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    assert quote.speaker.name == name
    assert quote.speaker.is_sure
    assert quote.speaker.role


def test_in_an_unknown_language_nobody_is_named() -> None:
    (quote,) = find_quotes(ENGLISH, "is")
    assert quote.speaker is None


def test_the_head_of_an_article_declares_its_language() -> None:
    article = article_of((BlockKind.PARAGRAPH, "„Gut“, sagte Anna Weber."))
    german = replace(article, head=replace(article.head, language="de"))
    other = replace(article, head=replace(article.head, language="nl"))
    assert [quote.speaker and quote.speaker.name for quote in article_quotes(german)] == ["Anna Weber"]
    assert all(quote.speaker is None for quote in article_quotes(other))
