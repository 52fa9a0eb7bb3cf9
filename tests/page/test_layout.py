"""Where the blocks of an article stand on the page."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.domain.article import BLOCK_SEPARATOR, Article, ArticleHead, ArticleId, Block, BlockKind
from reader.domain.span import Span
from reader.tui.cells import width_cells
from reader.tui.page.block_lines import Measure
from reader.tui.page.layout import lay_out
from reader.tui.page.lines import Layout, Line, LineStyle
from reader.tui.page.sheet import shown_line


def article_of(*pieces: tuple[BlockKind, str], **extras: str) -> Article:
    """Return an article of these blocks."""
    blocks: list[Block] = []
    start = 0
    for kind, words in pieces:
        level = 1 if kind in (BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.HEADING) else 0
        marker = "•" if kind is BlockKind.LIST_ITEM else ""
        blocks.append(Block(kind, Span(start, start + len(words)), level, marker))
        start += len(words) + len(BLOCK_SEPARATOR)
    text = BLOCK_SEPARATOR.join(words for _, words in pieces)
    return Article(ArticleHead(ArticleId("a"), "A title", **extras), text, tuple(blocks))  # type: ignore[arg-type]


def words_of(article: Article, line: Line) -> str:
    """Return a line as it would be read."""
    words = " " * line.lead_column + line.lead
    parts = [(run.column, article.text[run.start : run.end]) for run in line.runs]
    for column, part in sorted([*parts, *line.labels]):
        words += " " * (column - width_cells(words)) + part
    return words


def test_what_stands_in_a_block_quote_is_as_far_in_as_its_words() -> None:
    def quoted(kind: BlockKind, words: str, depth: int) -> Article:
        article = article_of((kind, words))
        return replace(article, blocks=(replace(article.blocks[0], quoted=depth),))

    for kind, words, expected in (
        (BlockKind.LIST_ITEM, "one two three", ["    • one two", "      three"]),
        (BlockKind.CODE, "x\n\ny", ["      x", "    ", "      y"]),
        (BlockKind.TABLE, "a\tb\n1\t2", ["    a  b", "    ─  ─", "    1  2"]),
        (BlockKind.HEADING, "one two three", ["    one two", "    three"]),
    ):
        for depth, further_in in ((1, ""), (2, "  ")):
            article = quoted(kind, words, depth)
            layout = lay_out(article, None, Measure(14 + len(further_in)))
            lines = [words_of(article, line) for line in layout.lines if line.block == 0]
            assert lines == [f"{further_in}{line}" for line in expected], (kind, depth)


def shown(article: Article, layout: Layout) -> list[str]:
    """Return the lines as they would be read, without the page's head."""
    lines = [words_of(article, line) for line in layout.lines]
    rule = next(n for n, line in enumerate(layout.lines) if line.style is LineStyle.RULE)
    return lines[rule + 2 :]


def test_blocks_are_parted_by_blank_lines_and_list_items_are_not() -> None:
    article = article_of(
        (BlockKind.PARAGRAPH, "Before."),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two words here"),
    )
    assert shown(article, lay_out(article, 0, Measure(10))) == [
        "Before.", "", "• one", "• two", "  words", "  here",
    ]  # fmt: skip


def test_related_lines_are_folded_to_one_line_and_unfold() -> None:
    article = article_of((BlockKind.RELATED, "ALSO READ: a long title that does not fit"))
    assert shown(article, lay_out(article, 0, Measure(20))) == ["▸ ALSO READ: a long…"]
    unfolded = shown(article, lay_out(article, 0, Measure(20, is_unfolded=True)))
    assert unfolded == ["▾ ALSO READ: a long", "  title that does", "  not fit"]


def test_a_pull_quote_is_centred() -> None:
    article = article_of((BlockKind.PULL_QUOTE, "Short words"))
    assert shown(article, lay_out(article, 0, Measure(31))) == [" " * 10 + "Short words"]


def test_a_table_has_columns_and_one_too_wide_is_moved_sideways() -> None:
    article = article_of((BlockKind.TABLE, "Name\tYear\nBridge\t2026"))
    assert shown(article, lay_out(article, 0, Measure(30))) == [
        "Name    Year",
        "──────  ────",
        "Bridge  2026",
    ]
    wide = article_of((BlockKind.TABLE, "\t".join("abcdefghij") + "\n" + "\t".join("0123456789")))
    layout = lay_out(wide, 0, Measure(20))
    assert shown(wide, layout)[0] == "a  b  c  d  e  f  g  h  i  j"
    assert [words_of(wide, shown_line(wide.text, layout.lines[-3], 20, shift)) for shift in (0, 4, 99)] == [
        "a  b  c  d  e  f  g›", "‹ c  d  e  f  g  h ›", "‹d  e  f  g  h  i  j",
    ]  # fmt: skip


def test_a_table_of_300_columns_is_all_there() -> None:
    cells = [f"c{n}" for n in range(300)]
    article = article_of((BlockKind.TABLE, "\t".join(cells)))
    layout = lay_out(article, 0, Measure(60))
    assert shown(article, layout)[0].split() == cells
    line = layout.lines[-1]
    assert words_of(article, shown_line(article.text, line, 60, 10**6)).endswith("c298  c299")


def test_code_keeps_its_spaces_and_tabs() -> None:
    article = article_of((BlockKind.CODE, "if x:\n\treturn  1"))
    assert shown(article, lay_out(article, 0, Measure(40))) == ["  if x:", "      return  1"]


def test_the_head_says_where_when_and_how_long() -> None:
    article = article_of(
        (BlockKind.PARAGRAPH, "Text."), source="The Example", place="Harbour", published="2026-03-02T08:15",
        updated="2026-03-05",
    )  # fmt: skip
    leads = [line.lead for line in lay_out(article, 1, Measure(80)).lines]
    assert "THE EXAMPLE · HARBOUR · 2 MAR 2026, UPDATED 5 MAR 2026" in leads
    assert "1 MIN · 1 QUOTE" in leads


def test_an_article_without_text_says_so() -> None:
    article = Article(ArticleHead(ArticleId("a"), "Empty"), "", ())
    assert lay_out(article, 0, Measure(40)).lines[-1].lead == "This article has no text."


KINDS = st.sampled_from([kind for kind in BlockKind if kind not in (BlockKind.RULE, BlockKind.RELATED)])
WORDS = st.text(alphabet="ab ü日“”.", min_size=1, max_size=60).filter(lambda words: words.strip() == words)


@given(st.lists(st.tuples(KINDS, WORDS), min_size=1, max_size=8), st.integers(12, 70))
def test_every_character_is_shown_once_and_lines_keep_to_the_column(
    pieces: list[tuple[BlockKind, str]], column: int
) -> None:
    article = article_of(*pieces)
    layout = lay_out(article, 0, Measure(column))
    drawn = "".join(article.text[run.start : run.end] for line in layout.lines for run in line.runs)
    assert drawn.replace(" ", "") == article.text.replace(" ", "").replace("\n", "")
    for whole in layout.lines:
        for shift in (0, 3, 1000):
            line = shown_line(article.text, whole, column, shift)
            for run in line.runs:
                assert 0 <= run.column <= column - width_cells(article.text[run.start : run.end])
            assert line.lead_column + width_cells(line.lead) <= column
    starts = [line.start for line in layout.lines]
    assert starts == sorted(starts)


@given(st.lists(st.tuples(KINDS, WORDS), min_size=1, max_size=8), st.integers(12, 70), st.data())
def test_a_place_is_found_on_its_line(
    pieces: list[tuple[BlockKind, str]], column: int, data: st.DataObject
) -> None:
    article = article_of(*((BlockKind.PARAGRAPH, words) for _, words in pieces))
    layout = lay_out(article, 0, Measure(column))
    offset = data.draw(st.integers(0, len(article.text) - 1))
    line = layout.lines[layout.line_at(offset)]
    assert line.start <= offset
    after = layout.lines[layout.line_at(offset) + 1 :]
    assert not any(run.start <= offset < run.end for later in after for run in later.runs)


def test_blank_lines_of_code_keep_the_order_of_the_text() -> None:
    code = "first\n\n\nsecond\n\nthird"
    article = article_of(
        (BlockKind.PARAGRAPH, "Before."), (BlockKind.CODE, code), (BlockKind.PARAGRAPH, "After.")
    )
    layout = lay_out(article, 0, Measure(30))
    starts = [line.start for line in layout.lines]
    assert starts == sorted(starts)
    for word in ("first", "second", "third", "After."):
        line = layout.lines[layout.line_at(article.text.index(word))]
        assert article.text[line.runs[0].start :].startswith(word)
