"""A quotation and its speaker as a sentence."""

from __future__ import annotations

import pytest

from reader.exports.prose import amid_sentence


@pytest.mark.parametrize(
    ("speaker", "written"),
    [
        ("The tour", "the tour"),
        ("A spokesman", "a spokesman"),
        ("He", "he"),
        ("Officials (?)", "Officials (?)"),
        ("Ana Rivera", "Ana Rivera"),
        ("Theo Long", "Theo Long"),
    ],
)
def test_a_speaker_without_a_name_is_written_small_amid_a_sentence(speaker: str, written: str) -> None:
    assert amid_sentence(speaker) == written
