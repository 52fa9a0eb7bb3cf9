from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.anchors import locate, sentence_around
from reader.domain.anchor import CONTEXT_LENGTH, Anchor, make_anchor
from reader.domain.span import Span


def keep(text: str, *spans: Span) -> Anchor:
    return make_anchor(text, spans)


def place(anchor: Anchor, text: str) -> tuple[Span, ...] | None:
    return locate(anchor, text).spans or None


def span_of(words: str, text: str, number: int = 0) -> Span:
    """Return where words stand for the ``number``-th time."""
    start = -1
    for _ in range(number + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


YES = "“Yes,” said Ana Rivera.\n\n“Yes,” said Tom Okafor.\n\n“Yes,” said Jo Lee."
SPLIT = "“We will,” said Ana Rivera, “and soon.” Words between. “We will,” said Tom Okafor, “but late.”"


def test_words_that_stand_where_they_stood_are_there() -> None:
    bookmark = keep(YES, span_of("“Yes,”", YES, 1))
    assert place(bookmark, YES) == bookmark.spans


def test_words_that_moved_are_found() -> None:
    bookmark = keep(SPLIT, span_of("“We will,”", SPLIT), span_of("“and soon.”", SPLIT))
    moved = "A new first paragraph.\n\n" + SPLIT
    assert place(bookmark, moved) == tuple(span.shift(24) for span in bookmark.spans)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_words_said_thrice_are_told_apart_by_what_stands_around_them(number: int) -> None:
    bookmark = keep(YES, span_of("“Yes,”", YES, number))
    for moved in (f"New.\n\n{YES}", f"{YES}\n\nNew.", YES.replace("\n\n", "\n\nMore words.\n\n")):
        assert place(bookmark, moved) == (span_of("“Yes,”", moved, number),)


def test_the_same_words_of_another_do_not_stand_in_for_those_that_moved() -> None:
    # The first one comes to stand exactly where the second stood.
    bookmark = keep(YES, span_of("“Yes,”", YES, 1))
    distance = bookmark.spans[0].start
    moved = "x" * (distance - 2) + "\n\n" + YES
    assert moved.startswith("“Yes,” said Ana", distance)
    assert place(bookmark, moved) == (span_of("“Yes,”", moved, 1),)


def test_the_pieces_of_a_quotation_stay_together() -> None:
    first, second = span_of("“We will,”", SPLIT, 1), span_of("“but late.”", SPLIT)
    moved = SPLIT.replace("Words between.", "“We will,” they sang. “But late.”")
    found = place(keep(SPLIT, first, second), moved)
    assert found == (span_of("“We will,”", moved, 2), span_of("“but late.”", moved))


def test_a_piece_is_looked_for_where_the_whole_quotation_can_be() -> None:
    text = "“No,” he said, “never.” Then nothing more."
    bookmark = keep(text, span_of("“No,”", text), span_of("“never.”", text))
    # The last “No,” has no “never.” after it, though it stands nearer to the old place.
    moved = "New words at the start. “No,” he said, “never.” “No,” it ends."
    assert place(bookmark, moved) == (span_of("“No,”", moved), span_of("“never.”", moved))


@pytest.mark.parametrize(
    "altered",
    [
        "",
        "Other words.",
        YES.replace("Yes", "No"),
        YES.replace("“Yes,”", '"Yes,"'),
        SPLIT.replace("soon", "so"),
    ],
)
def test_words_that_are_gone_or_altered_have_no_place(altered: str) -> None:
    for text in (YES, SPLIT):
        if not altered.startswith(text[:10]):
            pieces = [span_of(text[: text.index("”") + 1], text)]
            assert place(keep(text, *pieces), altered) is None


def test_a_quotation_of_which_a_piece_is_gone_has_no_place() -> None:
    bookmark = keep(SPLIT, span_of("“We will,”", SPLIT), span_of("“and soon.”", SPLIT))
    assert place(bookmark, SPLIT.replace("and soon", "and never")) is None


@pytest.mark.parametrize(
    ("spans", "exact"),
    [((), ()), ((Span(0, 6),), ()), ((Span(0, 6),), ("“Yes,”", "“Yes,”")), ((Span(0, 0),), ("",))],
)
def test_a_bookmark_that_was_tampered_with_has_no_place(
    spans: tuple[Span, ...], exact: tuple[str, ...]
) -> None:
    assert place(Anchor(spans, exact, "", " said Ana Rivera."), YES) is None


WORDS = ("“Yes,”", "“We will,”", "“and soon.”")
filler = st.lists(
    st.sampled_from([*WORDS, "she said", ". ", "\n\n", "yes", "👍", "é", " "]), max_size=20
).map("".join)


@st.composite
def kept_texts(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw the text before a quotation, from its context to the end of that behind it, and the text after.

    The context is of signs that stand nowhere else, so that the right place is known.
    """
    around = st.text(alphabet="<>=~", min_size=CONTEXT_LENGTH, max_size=CONTEXT_LENGTH)
    return draw(filler), draw(around), draw(around)


@given(kept_texts(), filler, filler, filler)
def test_edits_elsewhere_never_lead_to_the_same_words_elsewhere(
    kept: tuple[str, str, str], after: str, new_before: str, new_after: str
) -> None:
    before, left, right = kept
    core = f"{left}“Yes,”{right}"
    bookmark = keep(before + core + after, Span(len(before + left), len(before + left) + 6))
    edited = new_before + core + new_after
    assert place(bookmark, edited) == (Span(len(new_before + left), len(new_before + left) + 6),)


@given(filler, filler, filler, filler, filler)
def test_whatever_is_edited_the_words_found_are_the_words_kept(
    before: str, between: str, after: str, new_before: str, new_after: str
) -> None:
    text = f"{before}“We will,”{between}“and soon.”{after}"
    first = Span(len(before), len(before) + 10)
    second = Span(first.end + len(between), first.end + len(between) + 11)
    bookmark = keep(text, first, second)
    assert place(bookmark, text) == (first, second)
    edited = f"{new_before}“We will,”{between}“and soon.”{new_after}"
    found = place(bookmark, edited)
    assert found is not None
    assert tuple(span.of(edited) for span in found) == bookmark.exact
    assert found[0].end <= found[1].start
    torn = place(bookmark, f"{new_before}“We will”{new_after}")
    assert (
        torn is None or tuple(span.of(f"{new_before}“We will”{new_after}") for span in torn) == bookmark.exact
    )


@given(st.text(alphabet="ab. ”\n", max_size=60), st.data())
def test_a_sentence_holds_its_words_and_stays_in_its_paragraph(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    sentence = sentence_around(text, span)
    assert span.of(text).strip() in sentence
    assert sentence in text
    if "\n" not in span.of(text):
        assert "\n" not in sentence


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("“It waits,”", "“It waits,” she said."),
        ("“and soon.”", "He said “and soon.”"),
        ("last", "The last one"),
    ],
)
def test_a_sentence_is_found_around_its_words(words: str, sentence: str) -> None:
    text = "Before. “It waits,” she said. He said “and soon.” More!\nThe last one"
    assert sentence_around(text, span_of(words, text)) == sentence
