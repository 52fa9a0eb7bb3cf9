"""What a line looks like: tints, bars, stars, names."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.strip import Strip

from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span
from reader.tui.inks import inks
from reader.tui.page.lines import Line, LineStyle, Run
from reader.tui.page.markings import Marking, MarkingKind
from reader.tui.page.paint import Geometry, LineMarks, geometry, paint_line
from reader.tui.themes import PALETTES

TEXT = "She said “yes” twice."
LINE = Line(LineStyle.TEXT, 0, (Run(0, 0, len(TEXT)),))
QUOTE = Marking(9, 14, MarkingKind.QUOTE, quotation=0, is_first=True)
SURE = Speaker(Span(0, 3), "She", "Ana Rivera", is_sure=True, kind=SpeakerKind.PRONOUN)
PAGE = Geometry(width=60, left=5, column=30, names=22)


def painted(marks: LineMarks, page: Geometry = PAGE, theme: str = "night") -> Strip:
    return paint_line(TEXT, LINE, marks, page, inks(theme), Segment(" "))


def style_of(strip: Strip, words: str) -> str:
    (style,) = {str(segment.style) for segment in strip if words in segment.text}
    return style


def test_the_tint_covers_exactly_the_quotation_with_its_marks() -> None:
    strip = painted(LineMarks(quotes=[QUOTE]))
    tint = inks("night").quote.bgcolor
    assert [segment.text for segment in strip if segment.style and segment.style.bgcolor == tint] == ["“yes”"]


def test_bar_star_and_name_stand_in_the_margins() -> None:
    plain = painted(LineMarks())
    assert "▎" not in plain.text
    found = painted(LineMarks(quotes=[QUOTE], names=[SURE]))
    assert found.text.startswith("   ▎ She said")
    assert found.text.rstrip().endswith("Ana Rivera")
    kept = painted(LineMarks(quotes=[QUOTE], names=[SURE], kept=frozenset({0})))
    assert kept.text.startswith("  ★▎ She said")
    current = painted(LineMarks(quotes=[QUOTE], names=[SURE], current=0))
    assert current.text.startswith("   ▌ She said")


@pytest.mark.parametrize(
    ("speaker", "shown"),
    [
        (SURE, "Ana Rivera"),
        (Speaker(Span(0, 3), "Rivera", "Ana Rivera", is_sure=False), "Ana Rivera ?"),
        (Speaker(Span(0, 3), "She", None, is_sure=True, kind=SpeakerKind.PRONOUN), "she ?"),
        (None, "?"),
        (
            Speaker(Span(0, 3), "x", "A name that is much too long for it", is_sure=True),
            "A name that is much t…",
        ),
    ],
)
def test_doubt_is_shown_and_long_names_are_cut(speaker: Speaker | None, shown: str) -> None:
    assert painted(LineMarks(quotes=[QUOTE], names=[speaker])).text[37:].rstrip().strip() == shown


def test_a_second_quotation_on_the_line_is_counted() -> None:
    assert painted(LineMarks(quotes=[QUOTE], names=[SURE, None])).text.rstrip().endswith("Ana Rivera +1")


def test_types_lie_under_the_tint() -> None:
    marks = LineMarks(
        quotes=[QUOTE], types=[Marking(0, 3, MarkingKind.MENTION), Marking(10, 13, MarkingKind.EMPHASIS)]
    )
    strip = painted(marks)
    assert "underline" in style_of(strip, "She")
    assert "italic" in style_of(strip, "yes")


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("width", [1, 3, 5, 20, 40, 80, 200])
def test_every_width_is_filled_exactly(theme: str, width: int) -> None:
    page = geometry(width, 68)
    marks = LineMarks(quotes=[QUOTE], names=[SURE], current=0, kept=frozenset({0}))
    strip = painted(marks, page, theme)
    assert strip.cell_length == width
    assert sum(segment.cell_length for segment in strip) == width


@pytest.mark.parametrize("theme", PALETTES)
def test_states_differ_without_colour(theme: str) -> None:
    """Bar, star and weight say by themselves what the tints say."""
    states = [
        LineMarks(),
        LineMarks(quotes=[QUOTE]),
        LineMarks(quotes=[QUOTE], current=0),
        LineMarks(quotes=[QUOTE], kept=frozenset({0})),
        LineMarks(quotes=[QUOTE], current=0, kept=frozenset({0})),
    ]
    assert len({painted(marks, theme=theme).text for marks in states}) == len(states)


@pytest.mark.parametrize(
    ("width", "column", "names"), [(83, 56, 20), (111, 68, 19), (60, 55, 0), (40, 35, 0)]
)
def test_the_column_leaves_room_for_names_where_it_can(width: int, column: int, names: int) -> None:
    page = geometry(width, 68)
    assert (page.column, page.names >= names) == (column, True)
    assert page.left >= 3


def test_a_soft_hyphen_is_drawn_where_the_line_ends_with_it_and_nowhere_else() -> None:
    text = "Schiff\u00adfahrts\u00ad"
    line = Line(LineStyle.TEXT, 0, (Run(0, 0, len(text)),))
    strip = paint_line(text, line, LineMarks(), PAGE, inks("night"), Segment(" "))
    assert strip.text.split() == ["Schifffahrts-"]
    assert strip.cell_length == PAGE.width


@pytest.mark.parametrize(
    ("label", "is_noted", "sign"),
    [("check", False, "c"), ("key", False, "★"), ("", False, "★"), ("check", True, "†"), ("人", False, "★")],
)
def test_without_a_margin_for_names_a_label_is_told_by_its_letter(
    label: str,
    is_noted: bool,  # noqa: FBT001 - pytest calls by name
    sign: str,
) -> None:
    marks = LineMarks(quotes=[QUOTE._replace(label=label, is_noted=is_noted)], kept=frozenset({0}))
    assert painted(marks, PAGE._replace(names=0)).text.startswith(f"  {sign}▎ She said")
    wide = painted(marks)
    assert wide.text.startswith(f"  {'†' if is_noted else '★'}▎ She said")
    assert label in wide.text
