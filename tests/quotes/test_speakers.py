from __future__ import annotations

import pytest

from reader.domain.quote import Speaker, SpeakerKind
from reader.quotes import find_quotes


def only_speaker(text: str) -> Speaker:
    (quote,) = find_quotes(text)
    assert quote.speaker is not None
    return quote.speaker


@pytest.mark.parametrize(
    ("mention", "kind"),
    [
        ("Ana Rivera", SpeakerKind.PERSON),
        ("Mr. Lund", SpeakerKind.PERSON),
        ("she", SpeakerKind.PRONOUN),
        ("the mayor", SpeakerKind.ROLE),
        ("a senior official", SpeakerKind.ANONYMOUS),
        ("the company", SpeakerKind.ORGANISATION),
        ("the Harbor Bridge Authority", SpeakerKind.ORGANISATION),
    ],
)
def test_the_kind_of_a_speaker_is_told_from_the_mention(mention: str, kind: SpeakerKind) -> None:
    assert only_speaker(f"“The bridge opens on Monday,” {mention} said.").kind is kind


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("“We go,” said Ana Rivera, head and founder of Lund Works.", "head and founder of Lund Works"),
        (
            "“We go,” said Ana Rivera, a former minister of state for roads.",
            "former minister of state for roads",
        ),
        ("“We go,” Ana Rivera, the mayor, said.", "mayor"),
        ("“We go,” said company spokeswoman Ana Rivera.", "company spokeswoman"),
        ("Ana Rivera, the mayor of Porto, came. “We go,” Rivera said.", "mayor of Porto"),
        ("“We go,” said Ana Rivera.", None),
    ],
)
def test_the_role_of_a_speaker_is_read_beside_the_name(text: str, role: str | None) -> None:
    assert only_speaker(text).role == role


def test_a_plain_attribution_is_sure() -> None:
    assert only_speaker("“The bridge opens on Monday,” Ana Rivera said.").is_sure


def test_a_name_that_only_stands_nearby_is_not_sure() -> None:
    text = "Ana Rivera and Thomas Lund walked by the river with Ben Okafor. It was “a dream” of theirs."
    assert all(quote.speaker is None or not quote.speaker.is_sure for quote in find_quotes(text))
