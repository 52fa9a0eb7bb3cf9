"""The scorer behind the figures: what is right counts, what is missing, spurious or misnamed does not."""

from __future__ import annotations

import pytest

from tests.bench.quote_scores import Found, Gold, Score, is_speaker_right, pair, score
from tests.bench.quotes import find_naively, find_ours

TEXT = "“The bridge opens,” Ana Rivera said. “Soon enough for us,” said Ben Okafor."
ANA, BEN = (20, 30, "Ana Rivera"), (64, 74, "Ben Okafor")
FIRST, SECOND = Found(0, 19, ANA, "direct"), Found(37, 58, BEN, "direct")
GOLD = Gold(TEXT, [FIRST, SECOND], [])
DIRECT = frozenset(("direct",))


def scored(*found: Found, gold: Gold = GOLD) -> Score:
    return score(pair(gold, found), DIRECT)


def test_the_places_of_the_example_are_right() -> None:
    assert [TEXT[quote.start : quote.end] for quote in GOLD.quotes] == [
        "“The bridge opens,”",
        "“Soon enough for us,”",
    ]
    assert [TEXT[start:end] for start, end, _ in (ANA, BEN)] == ["Ana Rivera", "Ben Okafor"]


def test_the_annotated_quotations_score_a_hundred() -> None:
    total = scored(FIRST, SECOND)
    assert (total.detection, total.speaker, total.end_to_end) == (100, 100, 100)


@pytest.mark.parametrize(
    ("found", "detection", "speaker", "end_to_end"),
    [
        ([FIRST], 200 / 3, 100, 200 / 3),
        ([FIRST, SECOND, Found(60, 70, None)], 80, 100, 80),
        ([FIRST, SECOND._replace(speaker=ANA)], 100, 50, 50),
        ([FIRST, SECOND._replace(speaker=None)], 100, 50, 50),
        ([FIRST._replace(start=1, end=18), SECOND], 100, 100, 100),
        ([FIRST, FIRST], 50, 100, 50),
        ([], 0, 0, 0),
    ],
)
def test_what_is_missing_spurious_or_misnamed_costs(
    found: list[Found], detection: float, speaker: float, end_to_end: float
) -> None:
    total = scored(*found)
    assert total.detection == pytest.approx(detection)
    assert total.speaker == pytest.approx(speaker)
    assert total.end_to_end == pytest.approx(end_to_end)


def test_what_was_not_annotated_or_is_of_another_kind_does_not_count() -> None:
    ignoring = Gold(TEXT, [FIRST], [(30, 80)])
    assert scored(FIRST, SECOND, gold=ignoring).detection == 100
    other = Gold(TEXT, [FIRST, SECOND._replace(kind="partial")], [])
    assert scored(FIRST, SECOND, gold=other).detection == 100


@pytest.mark.parametrize(
    ("gold", "found", "is_right"),
    [
        ((0, 10, "Ana Rivera"), (4, 10, "Rivera"), True),
        ((0, 10, "Ana Rivera"), (50, 56, "Rivera"), True),
        ((0, 2, "he"), (50, 52, "he"), False),
        ((0, 10, "Ana Rivera"), (0, 100, "all of it"), False),
    ],
)
def test_a_speaker_is_right_by_place_or_by_name(
    gold: tuple[int, int, str], found: tuple[int, int, str], *, is_right: bool
) -> None:
    assert is_speaker_right(Found(0, 1, gold), Found(0, 1, found)) is is_right


@pytest.mark.parametrize("finder", [find_ours, find_naively])
def test_both_ways_solve_what_is_easy(finder: object) -> None:
    assert callable(finder)
    assert scored(*finder(TEXT)).end_to_end == 100
