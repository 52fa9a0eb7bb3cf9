from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.domain.quote import Quote
from reader.quotes import find_quotes

LINE_BREAKS = "\n\r\x0b\x0c\x85\u2028\u2029"
MARKS = "\"“”„‟«»「」『』'‘’‚`"
WORDS = (
    " said | she |Ana Rivera|Mr. Lund|told| the report|called it |“It is late,”|“We go.”"
    "| - |(|)|'s |6'3\"|x|É|世界|…"
)
PIECES = st.sampled_from([*MARKS, *LINE_BREAKS, "''", "``", " ", ". ", ", ", ": ", *WORDS.split("|")])
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=200)
PARAGRAPHS = st.lists(
    st.sampled_from(
        [
            "“The bridge opens on Monday,” Ana Rivera said. “It is ready.”",
            "Ben Okafor called the plan “a gift.”",
            "“When does the tunnel follow?” he asked.",
            "The town waited.",
            "Ana Rivera, the head of the road office, spoke on Friday.",
        ]
    ),
    min_size=1,
    max_size=6,
)


def places(quotes: list[Quote]) -> list[tuple[int, int]]:
    return [(quote.span.start, quote.span.end) for quote in quotes]


@given(TEXTS)
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    quotes = find_quotes(text)
    edges = [edge for place in places(quotes) for edge in place]
    assert edges == sorted(edges)
    for quote in quotes:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert not set(quote.span.of(text)) & set(LINE_BREAKS)
        assert quote.span.of(text)[0] in MARKS


@given(TEXTS)
def test_speakers_are_words_of_the_text(text: str) -> None:
    for quote in find_quotes(text):
        if quote.speaker is not None:
            assert quote.speaker.span.of(text) == quote.speaker.mention
            assert quote.speaker.mention.strip() == quote.speaker.mention != ""
            assert not any(quote.speaker.span.overlaps(other.span) for other in find_quotes(text))


@given(TEXTS, st.sampled_from(["de", "fr-CA", "es", "pl", "en"]))
def test_in_every_language_spans_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    quotes = find_quotes(text, language)
    edges = [edge for place in places(quotes) for edge in place]
    assert edges == sorted(edges)
    for quote in quotes:
        assert 0 <= quote.span.start < quote.span.end <= len(text)
        assert not set(quote.span.of(text)) & set(LINE_BREAKS)
        if quote.speaker is not None:
            assert quote.speaker.span.of(text) == quote.speaker.mention != ""
    groups = [quote.group for quote in quotes]
    assert groups == sorted(groups)
    assert sorted(set(groups)) == list(range(len(set(groups))))
    assert quotes == find_quotes(text, language)


@given(TEXTS)
def test_the_same_text_gives_the_same_answer(text: str) -> None:
    assert find_quotes(text) == find_quotes(text)


@given(TEXTS)
def test_groups_count_from_nought_in_the_order_of_the_text(text: str) -> None:
    groups = [quote.group for quote in find_quotes(text)]
    assert groups == sorted(groups)
    assert sorted(set(groups)) == list(range(len(set(groups))))


@given(st.text(alphabet=st.characters(exclude_characters=MARKS), max_size=300))
def test_a_text_without_marks_has_no_quotations(text: str) -> None:
    assert find_quotes(text) == []


@given(PARAGRAPHS)
@settings(max_examples=40)
def test_what_comes_after_does_not_move_a_quotation(lines: list[str]) -> None:
    head = "“The bridge opens on Monday,” Clara Weiss said. “It is ready.”"
    alone = find_quotes(head)
    followed = find_quotes("\n\n".join([head, *lines]))
    assert places(followed)[: len(alone)] == places(alone)


@given(PARAGRAPHS, PARAGRAPHS)
@settings(max_examples=40)
def test_an_unrelated_paragraph_changes_nothing_about_a_complete_one(
    before: list[str], other: list[str]
) -> None:
    middle = "“The road is next,” said Clara Weiss, the mayor."
    found = []
    for lines in (before, [*before, *other]):
        text = "\n\n".join([*lines, middle])
        last = find_quotes(text)[-1]
        assert last.speaker is not None
        found.append(
            (last.span.of(text), last.speaker.mention, last.speaker.name, last.speaker.role, last.kind)
        )
    assert found[0] == found[1]


@given(TEXTS, st.integers(0, 5))
def test_leading_blank_lines_only_shift_the_places(text: str, count: int) -> None:
    shifted = find_quotes("\n" * count + text)
    assert [(start - count, end - count) for start, end in places(shifted)] == places(find_quotes(text))
