"""Words in another script, and verbs in two words."""

from __future__ import annotations

import pytest

from reader.quotes import find_quotes


def found(text: str, language: str | None = None) -> list[tuple[str, str | None]]:
    """Return the quoted words and the speaker's label."""
    return [
        (quote.span.of(text), quote.speaker.label if quote.speaker else None)
        for quote in find_quotes(text, language)
    ]


def test_words_in_another_script_are_not_given_to_a_name_that_happens_to_be_near() -> None:
    text = "Eve Adams spoke first. قال الوزير أحمد حسن: «سنواصل العمل من أجل السلام»."
    assert found(text) == [("«سنواصل العمل من أجل السلام»", None)]


@pytest.mark.parametrize(
    "text",
    [
        "他说：“我们已经准备好了，明天就开始工作。”",
        "Министр заявил: «Мы готовы начать работу уже завтра утром».",
    ],
)
def test_a_text_in_another_script_has_quotations_without_speakers(text: str) -> None:
    ((words, speaker),) = found(text)
    assert words == text[text.index(words) :].rstrip(".")
    assert speaker is None


@pytest.mark.parametrize(
    ("text", "language", "speaker"),
    [
        ("Le maire a dit « Nous sommes prêts pour la suite ».", "fr", "Le maire"),
        ("El alcalde ha dicho: «Estamos listos para mañana».", "es", "El alcalde"),
    ],
)
def test_an_auxiliary_is_no_part_of_the_speaker(text: str, language: str, speaker: str) -> None:
    assert [label for _, label in found(text, language)] == [speaker]
