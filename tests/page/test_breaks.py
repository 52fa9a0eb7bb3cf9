"""Line breaking good enough for print."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.tui.cells import SOFT_HYPHEN, width_cells
from reader.tui.page.breaks import NEVER_FIRST, NEVER_LAST
from reader.tui.page.wrap import wrap

WIDTHS = range(24, 80)


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@pytest.mark.parametrize(
    "pair",
    [
        "5 km", "20 %", "3.5 GHz", "100 kWh", "20 °C", "10 p.m.", "$ 300", "§ 12", "J. Smith", "R. Tolkien",
        "Dr. Weber", "No. 5", "p. 12", "he —and", "plan –and", "« mot", "mot »", "vrai !", "oui ?",
    ],
)  # fmt: skip
@pytest.mark.parametrize("script", ["", "é\u0301"])
def test_what_belongs_together_stays_on_one_line(pair: str, script: str) -> None:
    first, second = pair.split(" ")
    text = f"{script}The quick brown fox went on and on for about {pair} without a rest there, then home."
    for width in WIDTHS:
        lines = lines_of(text, width)
        parted = [(line, following) for line, following in pairwise(lines) if line.endswith(first)]
        assert not any(following.startswith(second) for _, following in parted), (width, lines)


def test_a_full_stop_at_the_end_of_a_sentence_binds_nothing() -> None:
    assert lines_of("It ended there at last. Then it went on", 26) == [
        "It ended there at last.",
        "Then it went on",
    ]


@pytest.mark.parametrize("end", ["it.", "so.", "AI.", "five."])
def test_no_short_word_stands_alone_on_the_last_line(end: str) -> None:
    text = f"The city's plan runs to the middle of the decade, and twenty of the firms are to lead {end}"
    for width in range(40, 100):
        lines = lines_of(text, width)
        assert len(lines) == 1 or " " in lines[-1], (width, lines)


def test_a_word_that_cannot_be_avoided_stands_alone() -> None:
    assert lines_of("unbelievably it.", 13) == ["unbelievably", "it."]


def test_a_bound_pair_does_not_leave_a_line_half_empty() -> None:
    assert lines_of("abc J. Verylongsurname", 18) == ["abc J.", "Verylongsurname"]


def test_a_long_word_is_parted_at_its_hyphen_where_much_would_stay_empty() -> None:
    assert lines_of("they found government-controlled companies", 25) == [
        "they found government-", "controlled companies",
    ]  # fmt: skip
    assert lines_of("the weight of well-known names", 18) == ["the weight of", "well-known names"]
    assert lines_of("They waited—everybody—for a long while", 22)[0] == "They waited—everybody—"


def test_soft_hyphens_are_places_to_part_a_word_and_take_no_room_elsewhere() -> None:
    word = SOFT_HYPHEN.join(["Donau", "dampf", "schiff", "fahrt"])
    assert width_cells(word) == len("Donaudampfschifffahrt")
    text = f"die {word} auf der {word}"
    for width in range(12, 40):
        for line in lines_of(text, width):
            assert width_cells(line) + line.endswith(SOFT_HYPHEN) <= width
    assert lines_of(text, 16)[0] == f"die Donau{SOFT_HYPHEN}dampf{SOFT_HYPHEN}"


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2060"])
def test_spaces_that_do_not_break_are_honoured(space: str) -> None:
    for width in range(10, 40):
        assert all(
            "7" not in line or f"7{space}km" in line for line in lines_of(f"about the 7{space}km long", width)
        )


def test_a_zero_width_space_is_a_place_to_break() -> None:
    assert lines_of("abcdef\u200bghijkl", 8) == ["abcdef\u200b", "ghijkl"]


CJK = st.text(alphabet="日本語、。」「（）『』ー々っ“”", max_size=60)


@given(CJK, st.integers(12, 40))
def test_lines_of_japanese_begin_and_end_as_they_may(text: str, width: int) -> None:
    lines = lines_of(text, width)
    for line, following in pairwise(lines):
        pairs = [pair for pair in pairwise(line) if width_cells("".join(pair)) > 2]
        forced = all(a in NEVER_LAST or b in NEVER_FIRST for a, b in pairs)
        assert forced or (line[-1] not in NEVER_LAST and following[0] not in NEVER_FIRST)


PROSE = st.lists(
    st.sampled_from(
        [
            "5", "km", "%", "J.", "Smith", "—", "«", "»", "a", "word", "well-known", "so—called", "“x”",
            "é\u0301", "日本", f"so{SOFT_HYPHEN}ft", "U.S.",
        ]
    ),
    max_size=40,
)  # fmt: skip


@given(PROSE, st.integers(1, 40))
@example(["5", "5", "«", "日本"], 5)
def test_lines_tile_prose_and_keep_to_their_width(words: list[str], width: int) -> None:
    text = " ".join(words)
    position = 0
    for start, end in wrap(text, 0, len(text), width):
        assert start >= position
        assert not text[position:start].strip(" ")
        assert width_cells(text[start:end]) + text[start:end].endswith(SOFT_HYPHEN) <= width or width < 3
        position = end
    assert not text[position:].strip(" ")
