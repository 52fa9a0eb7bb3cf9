"""The words a speaker is shown by."""

from __future__ import annotations

import pytest

from reader.domain.quote import Speaker
from reader.domain.span import Span


@pytest.mark.parametrize(
    ("mention", "label"),
    [
        ("The tour", "the tour"),
        ("the tour", "the tour"),
        ("A spokesman", "a spokesman"),
        ("His White House colleague", "his White House colleague"),
        ("He", "he"),
        ("I", "I"),
        ("A", "A"),
        ("Officials", "Officials"),
        ("Ana Rivera", "Ana Rivera"),
        ("Theo Long", "Theo Long"),
        ("", ""),
    ],
)
def test_a_speaker_without_a_name_is_shown_as_inside_a_sentence(mention: str, label: str) -> None:
    assert Speaker(Span(0, len(mention)), mention, None, is_sure=True).label == label


def test_a_name_is_shown_as_it_is() -> None:
    assert Speaker(Span(0, 2), "He", "The Edge", is_sure=True).label == "The Edge"
