from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.span import Span
from reader.domain.units import Unit, unit_after, unit_around, unit_before


def units_of(text: str, unit: Unit) -> Iterator[Span]:
    """Yield every unit of a text, in order."""
    span = unit_after(text, -1, unit)
    while span is not None:
        yield span
        span = unit_after(text, span.start, unit)


def words_of(text: str, unit: Unit) -> list[str]:
    return [span.of(text) for span in units_of(text, unit)]


SENTENCES = [
    ["It rained.", "It stopped."],
    ["Is it?", "It is!", "Good."],
    ["Dr. Chen met Mr. J. K. Lee at 3.5 p.m. on Jan. 5.", "Both left."],
    ["See No. 5 and fig. 3, e.g. the red one.", "No.", "Never."],
    ["He lives in the U.S.", "The winters are long."],
    ["She works for the U.S. Senate.", "He does not."],
    ["“We will,” she said.", "“And soon.”", "They did."],
    ["“Why?” he asked.", "“Why not?” Ana Rivera asked.", "Nobody knew."],
    ["He left (at last!) and slept.", "(It was late.)", "We stayed."],
    ["I wait … and wait.", "Then…", "Nothing."],
    ["One . . . two.", "Three."],
    ["« Non ! » dit-il.", "« Si ! »", "Il rit."],
    ["Er kam am 3. Oktober an.", "„Gut.“", "Dann ging er."],
    ["»Nein.«", "»Doch.«"],
    ["It grew by 2.5 per cent.[3]", "Then it fell.²", "It rose."],
    ["1. First we look.", "Then we leap."],
    ["He has plan B.", "The rest is luck."],
    ["¿Qué?", "Nada."],
]


@pytest.mark.parametrize("sentences", SENTENCES, ids=lambda sentences: sentences[0][:20])
def test_sentences_end_where_a_reader_ends_them(sentences: list[str]) -> None:
    assert words_of(" ".join(sentences), Unit.SENTENCE) == sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["今天下雨。", "明天不下！", "真的？"],
        ["「行く。」と言った。", "彼は帰った。"],
        ["“好！”王小明说。", "他走了。"],
        ["“好！”", "大家都走了，没有人留下。"],
    ],
)
def test_sentences_without_spaces_end_at_wide_stops(sentences: list[str]) -> None:
    assert words_of("".join(sentences), Unit.SENTENCE) == sentences


def test_a_joint_of_blocks_and_a_line_that_must_stay_one_end_a_sentence() -> None:
    assert words_of("A headline\n\nThe text, of Mr.\nLee", Unit.SENTENCE) == [
        "A headline",
        "The text, of Mr.",
        "Lee",
    ]


def test_paragraphs_are_what_blank_lines_part() -> None:
    assert words_of("One.\nStill one.\n\n  Two. \n\n", Unit.PARAGRAPH) == ["One.\nStill one.", "Two."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don’t ‘shout’, it's 1,000.5 o’clock.", ["Don’t", "shout", "it's", "1,000.5", "o’clock"]),
        ("well-known", ["well", "known"]),
        ("cafe\u0301 naïve ﬁn", ["cafe\u0301", "naïve", "ﬁn"]),
        ("私はカメラを買う", ["私", "は", "カメラ", "を", "買", "う"]),
        ("नमस्ते दुनिया।", ["नमस्ते", "दुनिया"]),
        ("👍 … ", []),
    ],
)
def test_words_are_those_of_any_script(text: str, words: list[str]) -> None:
    assert words_of(text, Unit.WORD) == words


def test_what_stands_between_two_units_belongs_to_the_one_before_unless_they_are_words() -> None:
    text = "  One two.  Three."
    assert unit_around(text, 0, Unit.SENTENCE) == Span(2, 10)
    assert unit_around(text, 11, Unit.SENTENCE) == Span(2, 10)
    assert unit_around(text, 5, Unit.WORD) is None
    assert unit_around(text, 6, Unit.WORD) == Span(6, 9)
    assert unit_around(" \n ", 1, Unit.SENTENCE) is None


pieces = st.sampled_from(
    [
        *"abZ. !?…。」“”’'\"»« \n\t3é\u0301的は-(),\u00a0",
        "\n\n",
        "Mr. ",
        "U.S. ",
        "No. 5 ",
        "The ",
        "said",
        ". ",
        "word ",
    ]
)
texts = st.lists(pieces, max_size=60).map("".join) | st.lists(pieces, min_size=200, max_size=500).map("".join)


@given(texts, st.sampled_from(Unit))
def test_units_tile_the_text(text: str, unit: Unit) -> None:
    end = 0
    for span in units_of(text, unit):
        between = text[end : span.start]
        assert span.end > span.start >= end
        assert not any(sign.isalnum() for sign in between) if unit is Unit.WORD else not between.strip()
        assert span.of(text) == span.of(text).strip()
        end = span.end
    assert not any(sign.isalnum() for sign in text[end:]) if unit is Unit.WORD else not text[end:].strip()


@given(texts, st.sampled_from(Unit), st.data())
def test_every_place_has_its_neighbours(text: str, unit: Unit, data: st.DataObject) -> None:
    spans = list(units_of(text, unit))
    offset = data.draw(st.integers(0, len(text)))
    assert unit_before(text, offset, unit) == next((s for s in reversed(spans) if s.start < offset), None)
    assert unit_after(text, offset, unit) == next((s for s in spans if s.start > offset), None)
    around = unit_around(text, offset, unit)
    assert around is None or around in spans


@given(texts, st.sampled_from(Unit))
def test_next_and_previous_are_inverse(text: str, unit: Unit) -> None:
    for span in units_of(text, unit):
        if (following := unit_after(text, span.start, unit)) is not None:
            assert unit_before(text, following.start, unit) == span


@given(texts)
def test_a_sentence_lies_in_one_paragraph(text: str) -> None:
    for span in units_of(text, Unit.SENTENCE):
        assert "\n" not in span.of(text)


@pytest.mark.parametrize(
    "text",
    ["word " * 200_000, "x" * 1_000_000, "的" * 300_000, " " * 1_000_000, "\n" * 1_000_000, "a. b" * 50_000],
    ids=["words", "one word", "ideographs", "spaces", "newlines", "stops"],
)
def test_no_text_is_too_long_for_a_step(text: str) -> None:
    middle = len(text) // 2
    for unit in Unit:
        before, after = unit_before(text, middle, unit), unit_after(text, middle, unit)
        assert before is None or before.start < middle
        assert after is None or after.start > middle
        around = unit_around(text, middle, unit)
        assert (around is None) == text.isspace()
