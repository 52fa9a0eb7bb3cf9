from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.span import Span
from reader.errors import QueryError
from reader.search.folding import Folded, fold
from reader.search.matching import Matches, find_matches
from reader.search.patterns import find_pattern
from reader.search.query import is_pattern, pattern_query, whole_word_query, words_query


def found(text: str, typed: str) -> list[str]:
    matches = find_matches(text, words_query(typed))
    return [matches.span(index).of(text) for index in range(len(matches))]


def found_by_pattern(text: str, typed: str) -> list[str]:
    matches = find_pattern(text, pattern_query(typed), lambda: False)
    return [matches.span(index).of(text) for index in range(len(matches))]


@pytest.mark.parametrize(
    ("typed", "text", "words"),
    [
        ("river", "River, river, RIVER", ["River", "river", "RIVER"]),
        ("River", "River, river, RIVER", ["River"]),
        ("cafe", "Café, cafe\u0301s, CAFÉ", ["Café", "cafe\u0301", "CAFÉ"]),
        ("Café", "Cafe café", ["Cafe"]),
        ("strasse", "Die Straße, STRASSE", ["Straße", "STRASSE"]),
        ("stras", "Straße", ["Straß"]),
        ("fine", "a ﬁne line", ["ﬁne"]),
        ("in", "a ﬁne line", ["ﬁn", "in"]),
        ("øre aether", "ore Æther", ["ore Æther"]),
        ('"yes"', "“Yes” «yes» \"yes\"", ["“Yes”", "«yes»", '"yes"']),
        ("don't", "Don’t", ["Don’t"]),
        ("2020-25", "2020–25 and 2020—25", ["2020–25", "2020—25"]),
        ("new bridge", "new\nbridge, new  bridge", ["new\nbridge", "new  bridge"]),
        ("new bridge", "new\u00a0bridge", ["new\u00a0bridge"]),
        ("new bridge", "new\n\nbridge", []),
        ("a.c", "abc a.c", ["a.c"]),
        ("soft", "so\u00adft", ["so\u00adft"]),
        ("が", "か が", ["が"]),
        ("中国", "在中国的中国人", ["中国", "中国"]),
        ("half", "Ｈａｌｆ", ["Ｈａｌｆ"]),
        ("...", "And… so", ["…"]),
        ("", "anything", []),
    ],
)  # fmt: skip
def test_words_are_found_however_they_are_written(typed: str, text: str, words: list[str]) -> None:
    assert found(text, typed) == words


def test_a_whole_word_is_no_part_of_another() -> None:
    text = "The bridge, Bridges, the BRIDGE-head"
    matches = find_matches(text, whole_word_query("bridge"))
    assert [matches.span(n).of(text) for n in range(len(matches))] == ["bridge", "BRIDGE"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (r"re:\bday \d+", ["day 1", "Day 22"]),
        (r"re:Day \d+", ["Day 22"]),
        (r"re:\S+y", ["day", "Day"]),
        (r"re:^Day", ["Day"]),
        (r"re: x*", []),
    ],
)
def test_a_pattern_is_found_behind_its_prefix(typed: str, words: list[str]) -> None:
    assert is_pattern(typed)
    assert found_by_pattern("On day 1\nDay 22", typed) == words


def test_what_is_no_pattern_is_said() -> None:
    with pytest.raises(QueryError, match="No regular expression: missing \\)"):
        pattern_query("re:(a")


def test_a_pattern_that_never_ends_is_ended() -> None:
    before = time.monotonic()
    with pytest.raises(QueryError, match="takes too long"):
        find_pattern("a" * 60 + "b", pattern_query(r"re:(a+)+$"), lambda: False)
    assert time.monotonic() - before < 20


def test_a_pattern_nobody_waits_for_is_ended_at_once() -> None:
    with pytest.raises(QueryError, match="too long"):
        find_pattern("a" * 60 + "b", pattern_query(r"re:(a+)+$"), lambda: True)


def test_a_long_text_is_handed_over_whole() -> None:
    assert len(found_by_pattern("The new bridge. " * 60_000, r"re:b\w+e")) == 60_000


def test_a_pattern_is_matched_against_any_text() -> None:
    assert found_by_pattern('“𝔘”\u2028\x00"\ud800', "re:𝔘.") == ["𝔘”"]


signs = st.sampled_from([*"abß ﬁé\n’“…e\u0301\u00adÆがク\u3099İı½", "ae", "  ", "\n\n"])
texts = st.lists(signs, max_size=40).map("".join)


@given(texts)
def test_every_folded_place_leads_to_the_code_point_it_is_of(text: str) -> None:
    folded = Folded(text)
    expected = [index for index, sign in enumerate(text) for _ in fold(sign)]
    assert [folded.original_of(place, place + 1)[0] for place in range(len(folded.text))] == expected


@given(texts, st.data())
def test_what_is_copied_out_of_a_text_is_found_where_it_stood(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    words = text[start:end].strip()
    if not fold(words).strip() or "\n\n" in words or text[start:end] != words:
        return
    matches = find_matches(text, words_query(words))
    places = [matches.span(index) for index in range(len(matches))]
    assert all(before.end <= after.start for before, after in pairwise(places))
    # An earlier match may have taken a part of it, or its accents may reach further.
    assert any(place.overlaps(Span(start, end)) for place in places)


@given(texts, texts)
def test_places_lie_in_the_text_and_fold_to_the_words(text: str, typed: str) -> None:
    for words in found(text, typed):
        assert words
        assert fold(words)


def test_matches_are_looked_up_by_place() -> None:
    matches = Matches((0, 5, 10), (2, 8, 12))
    assert list(matches.touching(7, 11)) == [1, 2]
    assert list(matches.touching(2, 5)) == []
    assert [matches.first_from(place) for place in (0, 1, 5, 11)] == [0, 1, 1, 3]
