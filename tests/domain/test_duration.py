"""Reading times in words."""

from __future__ import annotations

import pytest

from reader.domain.duration import in_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 min"), (1, "1 min"), (59, "59 min"), (60, "1 h"), (80, "1 h 20 min"), (599, "9 h 59 min"),
        (600, "10 h"), (3569, "59 h"), (100_000, "1,667 h"),
    ],
)  # fmt: skip
def test_long_times_are_told_in_hours(minutes: int, words: str) -> None:
    assert in_words(minutes) == words
