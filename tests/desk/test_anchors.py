from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.desk.anchors import locate
from reader.domain.anchor import CONTEXT_LENGTH, Anchor, Outcome, make_anchor
from reader.domain.span import Span
from reader.domain.units import sentence_around


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


YES = (
    "“Yes,” said Ana Rivera, who chairs the works committee.\n\n“Yes,” said Tom Okafor, an engineer at the"
    " harbour.\n\n“Yes,” said Jo Lee, who has put all of this down.\n\nThen they went home."
)
SPLIT = (
    "“We will,” said Ana Rivera, “and soon.” Words between. “We will,” said Tom Okafor, “but late.” So it was"
    " put down by those who were there."
)


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
    moved = SPLIT.replace("Words", "“We will,” they sang. “But late.” Words")
    found = place(keep(SPLIT, first, second), moved)
    assert found == (span_of("“We will,”", moved, 2), span_of("“but late.”", moved))


def test_a_piece_is_looked_for_where_the_whole_quotation_can_be() -> None:
    text = "“No,” he said, “never.” Then there was nothing more to be said about it."
    bookmark = keep(text, span_of("“No,”", text), span_of("“never.”", text))
    # The first “No,” stands at the old place, but its “never.” is not as far on as it was.
    moved = f"“No,” it began, and so on. {text}"
    assert place(bookmark, moved) == (span_of("“No,”", moved, 1), span_of("“never.”", moved))


RIVER = (
    "The plan was drawn up in a drier year, the engineers wrote in March. “Nobody asked the river whether"
    " it agreed with any of this,” said Tom Okafor, who measures it. The council will vote in June."
)
RIVER_WORDS = "“Nobody asked the river whether it agreed with any of this,”"


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        ("whether it agreed", "if it agreed", "“Nobody asked the river if it agreed with any of this,”"),
        (
            "Nobody asked",
            "No one had asked",
            "“No one had asked the river whether it agreed with any of this,”",
        ),
        ("any of this,”", "this plan,”", "“Nobody asked the river whether it agreed with this plan,”"),
        ("“Nobody", '"Nobody', '"Nobody asked the river whether it agreed with any of this,”'),
    ],
)
def test_altered_words_are_known_by_what_stands_around_them(old: str, new: str, now: str) -> None:
    anchor = keep(RIVER, span_of(RIVER_WORDS, RIVER))
    for before in ("", "A correction was made.\n\n"):
        edited = before + RIVER.replace(old, new)
        found = locate(anchor, edited)
        assert found.outcome is Outcome.ALTERED
        assert [span.of(edited) for span in found.spans] == [now]


@pytest.mark.parametrize(
    ("edited", "outcome"),
    [
        (RIVER, Outcome.IN_PLACE),
        (RIVER.replace("June", "July"), Outcome.IN_PLACE),
        (RIVER.replace("in March", "late in March"), Outcome.MOVED),
        (RIVER.replace("river whether", "river\nwhether"), Outcome.MOVED),
        (f"{RIVER_WORDS} it began.", Outcome.MOVED),
        (RIVER.replace(RIVER_WORDS, "“We asked everyone there was to be asked about it,”"), Outcome.LOST),
        (RIVER.replace(RIVER_WORDS, ""), Outcome.LOST),
        ("", Outcome.LOST),
    ],
)
def test_what_became_of_a_place_is_told_apart(edited: str, outcome: Outcome) -> None:
    found = locate(keep(RIVER, span_of(RIVER_WORDS, RIVER)), edited)
    assert found.outcome is outcome
    assert bool(found.reason) == (outcome is Outcome.LOST)


def test_words_that_remain_only_in_another_mouth_are_lost() -> None:
    anchor = keep(YES, span_of("“Yes,”", YES, 1))
    found = locate(anchor, "“Yes,” said Ana Rivera.\n\nNobody else spoke.")
    assert found == (Outcome.LOST, (), "The same words stand elsewhere, in other surroundings.")


def test_the_same_words_in_the_same_surroundings_are_told_apart_by_nearness_or_not_at_all() -> None:
    verse = "“Row on,” sang the crew of the ferry, and the river took them down to the harbour again.\n\n"
    song = verse * 12
    anchor = keep(song, span_of("“Row on,”", song, 5))
    near = "Oh! " + song
    assert place(anchor, near) == (span_of("“Row on,”", near, 5),)
    far = verse[: len(verse) // 2 - 2] + "\n\n" + song
    assert place(anchor, far) is None


@pytest.mark.parametrize(
    "altered",
    [
        "",
        "Other words.",
        YES.replace("Yes", "No"),
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
    found = locate(bookmark, edited)
    if found.outcome in {Outcome.IN_PLACE, Outcome.MOVED}:
        assert tuple(span.of(edited) for span in found.spans) == bookmark.exact
        assert found.spans[0].end <= found.spans[1].start
    else:
        assert bool(found.spans) == (found.outcome is Outcome.ALTERED)


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
