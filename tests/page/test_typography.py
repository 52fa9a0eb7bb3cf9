"""Justification, line spacing, labels, two columns, and the texts that strain them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import Alignment, Article, ArticleHead, ArticleId, Block, BlockKind
from reader.domain.span import Span
from reader.library.formats.markdown import parse_markdown
from reader.tui.cells import width_cells
from reader.tui.page.block_lines import Measure
from reader.tui.page.layout import lay_out
from reader.tui.page.lines import Layout, LineStyle
from reader.tui.page.links import LinkLabels, links_of
from reader.tui.page.sheet import Typography, cells_in, place_in, shown_line
from tests.page.test_layout import article_of, shown, words_of

EVERYTHING = Path(__file__).parents[1] / "snapshots" / "typography.md"
PROSE = st.lists(
    st.sampled_from(["a", "word", "日本", "é", "“so”", "considerable"]), min_size=1, max_size=60
).map(" ".join)


def article_from(source: str) -> Article:
    document = parse_markdown(source)
    return Article(ArticleHead(ArticleId("a"), "A title"), document.text, document.blocks, document.spans)


def text_lines(article: Article, layout: Layout, column: int) -> list[str]:
    lines = (line for line in layout.lines if line.style is LineStyle.TEXT)
    return [words_of(article, shown_line(article.text, line, column, 0)) for line in lines]


@given(PROSE, st.integers(40, 90))
def test_justified_lines_end_at_the_edge_or_stay_as_they_are(words: str, column: int) -> None:
    article = article_of((BlockKind.PARAGRAPH, words))
    ragged = text_lines(article, lay_out(article, 0, Measure(column)), column)
    justified = text_lines(article, lay_out(article, 0, Measure(column, is_justified=True)), column)
    assert justified[-1] == ragged[-1]
    for plain, filled in zip(ragged, justified, strict=True):
        assert filled == plain or width_cells(filled) == column
        assert filled.split() == plain.split()
        gaps = [len(gap) for gap in "".join(" " if c == " " else "x" for c in filled).split("x") if gap]
        assert not gaps or max(gaps) - min(gaps) <= 1


def test_narrow_columns_are_never_justified() -> None:
    article = article_of((BlockKind.PARAGRAPH, "several words that fill a few lines of a narrow column " * 3))
    for column in range(10, 40):
        plain = lay_out(article, 0, Measure(column))
        assert lay_out(article, 0, Measure(column, is_justified=True)).lines == plain.lines


@given(PROSE, st.integers(40, 90), st.data())
def test_the_cells_of_a_justified_line_lead_back_to_its_text(
    words: str, column: int, data: st.DataObject
) -> None:
    article = article_of((BlockKind.PARAGRAPH, words))
    layout = lay_out(article, 0, Measure(column, is_justified=True))
    place = data.draw(st.integers(0, len(words) - 1))
    line = shown_line(words, layout.lines[layout.line_at(place)], column, 0)
    for cell, width in cells_in(words, line, place, place + 1):
        assert {place_in(words, line, cell + number) for number in range(width)} == {place}


def test_wider_line_spacing_parts_lines_of_prose_and_no_others() -> None:
    article = article_of((BlockKind.PARAGRAPH, "one two three"), (BlockKind.CODE, "a\nb"))
    layout = lay_out(article, 0, Measure(9, spacing=2))
    assert shown(article, layout) == ["one two", "", "three", "", "", "  a", "  b"]
    place = article.text.index("three")
    assert layout.lines[layout.line_at(place)].runs[0].start == place


@pytest.mark.parametrize("is_justified", [False, True])
@pytest.mark.parametrize("spacing", [2, 3])
def test_paragraphs_and_items_are_told_apart_by_more_than_the_lines_of_one(
    spacing: int,
    is_justified: bool,  # noqa: FBT001 - pytest calls by name
) -> None:
    paragraphs = [(BlockKind.PARAGRAPH, "one two three four five six"), (BlockKind.PARAGRAPH, "seven")]
    items = [(BlockKind.LIST_ITEM, "one two three four"), (BlockKind.LIST_ITEM, "five")]
    article = article_of(*paragraphs, *items)
    layout = lay_out(article, 0, Measure(16, spacing=spacing, is_justified=is_justified))
    lines = [line for line in layout.lines if line.block >= 0 or not line.lead][1:]
    between: dict[tuple[int, int], int] = {}
    previous, blanks = -1, 0
    for line in lines:
        if not line.runs:
            blanks += 1
            continue
        if previous >= 0:
            between[previous, line.block] = blanks
        previous, blanks = line.block, 0
    assert between[0, 0] == between[2, 2] == spacing - 1
    assert between[0, 1] == between[1, 2] == spacing
    assert between[2, 3] == spacing - 1


def test_columns_of_a_table_stand_on_their_sides_and_numbers_on_the_right() -> None:
    source = "| a | b | c |\n|:-:|--:|---|\n| middle | right | 7 |\n| x | y | 1,250 |"
    article = article_from(source)
    assert shown(article, lay_out(article, 0, Measure(40))) == [
        "  a         b      c",
        "──────  ─────  ─────",
        "middle  right      7",
        "  x         y  1,250",
    ]


def test_the_words_of_an_inner_list_stand_under_those_of_the_outer() -> None:
    article = article_from("10. outer\n    - inner\n      - innermost\n\n    more")
    assert shown(article, lay_out(article, 0, Measure(30))) == [
        "10. outer", "    ◦ inner", "      ▪ innermost", "", "    more",
    ]  # fmt: skip


def test_footnotes_stand_below_a_rule_and_a_name_under_its_block_quote() -> None:
    article = article_from("> Words.\n> — A. Writer\n\nText[^1].\n\n[^1]: Note.")
    lines = shown(article, lay_out(article, 0, Measure(40)))
    assert lines == [
        "    Words.", "— A. Writer".rjust(36), "", "Text¹.", "", "────────────", "  1 Note.",
    ]  # fmt: skip


def test_links_are_numbered_behind_their_words_and_the_numbers_are_no_text() -> None:
    article = article_from(
        "See [one](https://x.org/1) and [two words](https://x.org/2), ![a](https://x.org/3)."
    )
    links = links_of(article)
    assert [(link.number, link.words) for link in links] == [(1, "one"), (2, "two words"), (3, "a")]
    for column in range(8, 60):
        layout = lay_out(article, 0, Measure(column, labels=LinkLabels(links)))
        lines = shown(article, layout)
        assert "".join("".join(lines).split()) == "Seeone[1]andtwowords[2],a[3]."
        assert all(width_cells(line) <= column for line in lines)
        kept = "".join(article.text[run.start : run.end] for line in layout.lines for run in line.runs)
        assert kept.replace(" ", "") == article.text.replace(" ", "")


@pytest.mark.parametrize(
    ("width", "columns", "shown_columns"), [(169, 0, 1), (170, 0, 2), (170, 1, 1), (120, 2, 2), (60, 2, 1)]
)
def test_a_wide_page_has_two_columns(width: int, columns: int, shown_columns: int) -> None:
    sheet = Typography(columns=columns).sheet(width, 30)
    assert (sheet.columns, sheet.line_count) == (shown_columns, 30 * shown_columns)
    for number in range(sheet.line_count):
        x, y = sheet.origin_of(number)
        assert sheet.line_at(x, y) == (number, 0)
        assert sheet.line_at(x + 5, y) == (number, 5)


@pytest.mark.parametrize("column", [1, 2, 5, 10, 40, 68, 120])
@pytest.mark.parametrize("spacing", [1, 2])
def test_everything_is_set_at_every_width(column: int, spacing: int) -> None:
    article = article_from(EVERYTHING.read_text("utf-8"))
    labels = LinkLabels(links_of(article))
    layout = lay_out(article, 0, Measure(column, is_justified=True, spacing=spacing, labels=labels))
    starts = [line.start for line in layout.lines]
    assert starts == sorted(starts)
    for whole in layout.lines:
        for shift in (0, 7, 10**6):
            line = shown_line(article.text, whole, column, shift)
            ends = [run.column + width_cells(article.text[run.start : run.end]) for run in line.runs]
            assert max(ends, default=0) <= max(column, 8)


def wide_table(columns: int, rows: int) -> Article:
    text = "\n".join("\t".join(f"{row}.{number}" for number in range(columns)) for row in range(rows))
    blocks = (Block(BlockKind.TABLE, Span(0, len(text)), alignments=(Alignment.RIGHT,) * columns),)
    return Article(ArticleHead(ArticleId("a"), "T"), text, blocks)


@pytest.mark.parametrize(
    "article",
    [
        article_of((BlockKind.PARAGRAPH, "x" * 5_000_000)),
        article_of((BlockKind.PARAGRAPH, "日" * 500_000)),
        article_of((BlockKind.CODE, "x" * 5_000_000)),
        article_of((BlockKind.TABLE, "a\t" + "x" * 2_000_000 + "\nb\tc")),
        article_of((BlockKind.PARAGRAPH, "א" * 100_000 + " שלום"), (BlockKind.PARAGRAPH, "\u200b" * 100_000)),
        article_of((BlockKind.PARAGRAPH, "👩‍👧" * 50_000), (BlockKind.PARAGRAPH, "5 km " * 200_000)),
        article_of(*[(BlockKind.LIST_ITEM, "item")] * 50_000),
        article_of((BlockKind.PARAGRAPH, "a- " * 300_000), (BlockKind.PARAGRAPH, "— " * 300_000)),
        wide_table(300, 300),
    ],
    ids=["word", "wide word", "code", "cell", "right to left", "emoji", "blocks", "dashes", "table"],
)
@pytest.mark.parametrize("column", [10, 68])
def test_what_strains_a_page_is_set_all_the_same(article: Article, column: int) -> None:
    layout = lay_out(article, 0, Measure(column, is_justified=True))
    assert layout.lines[-1].runs or layout.lines[-1].style is LineStyle.TABLE


def test_bare_addresses_and_local_images_are_links_too() -> None:
    article = article_from(
        "See [https://x.org/a](https://x.org/b), https://x.org/c_(d), and (https://x.org/e?f=1).\n\n"
        "![a map](maps/here.png)\n\nNot ftp://x.org/g nor https:// alone."
    )
    assert [(link.number, link.words, link.url) for link in links_of(article)] == [
        (1, "https://x.org/a", "https://x.org/b"),
        (2, "https://x.org/c_(d)", "https://x.org/c_(d)"),
        (3, "https://x.org/e?f=1", "https://x.org/e?f=1"),
        (4, "a map", ""),
    ]
