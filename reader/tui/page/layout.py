"""An article and a width in, lines out: where every block of the text stands on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reader.domain.article import Article, Block, BlockKind
from reader.domain.dates import short_date
from reader.domain.duration import in_words
from reader.tui.page.block_lines import (
    Measure,
    attribution_start,
    block_lines,
    indented,
    item_indent,
    item_lines,
    quote_indent,
)
from reader.tui.page.lines import Layout, Line, LineStyle
from reader.tui.page.wrap import wrap

FOOTNOTE_RULE_CELLS = 12
SPACED_STYLES = frozenset(
    {LineStyle.TEXT, LineStyle.BLOCK_QUOTE, LineStyle.PULL_QUOTE, LineStyle.FOOTNOTE, LineStyle.CAPTION}
)
"""What is set with wider line spacing; headings, code and tables are not."""


def lay_out(article: Article, quotation_count: int | None, measure: Measure) -> Layout:
    """Set ``article`` in lines; 1 MB of prose takes about as long as wrapping it."""
    lines = list(_head_lines(article, quotation_count, measure.column))
    previous: Block | None = None
    indents = ListIndents()
    for index, block in enumerate(article.blocks):
        gap = _gap(article.text, previous, block)
        if measure.spacing > 1:
            gap = _widened(gap, previous, block, measure.spacing)
        lines += [Line(LineStyle.BLANK, block.span.start)] * gap
        if block.kind is BlockKind.FOOTNOTE and (previous is None or previous.kind is not block.kind):
            rule = "─" * min(FOOTNOTE_RULE_CELLS, measure.column)
            lines.append(Line(LineStyle.RULE, block.span.start, lead=rule))
        if block.kind is not BlockKind.LIST_ITEM or (
            previous is not None and previous.quoted != block.quoted
        ):
            indents = ListIndents()
        own = _set(article.text, block, index, measure, indents)
        lines.extend(own if measure.spacing == 1 else _spaced(own, measure.spacing))
        previous = block
    if not article.blocks:
        lines.append(Line(LineStyle.BYLINE, 0, lead="This article has no text."))
    return Layout(lines)


def _set(text: str, block: Block, index: int, measure: Measure, indents: ListIndents) -> Iterable[Line]:
    """Set one block; what stands in a block quote is as far in as the quote's own words."""
    cells = quote_indent(block.quoted, measure)
    measure = measure._replace(column=max(1, measure.column - cells)) if cells else measure
    if block.kind is BlockKind.LIST_ITEM:
        lines = item_lines(text, block, index, measure, indents.take(block, measure))
    else:
        lines = block_lines(text, block, index, measure)
    return (indented(line, cells) for line in lines) if cells else lines


class ListIndents:
    """How far the words of each open list are indented: those of an inner one begin under the outer's."""

    def __init__(self) -> None:
        self._indents: list[int] = []

    def take(self, block: Block, measure: Measure) -> int:
        """Return the indent of the next item, or of a further paragraph of the last one at its level."""
        if not block.marker and len(self._indents) >= block.level:
            del self._indents[block.level :]
            return self._indents[-1]
        del self._indents[block.level - 1 :]
        indent = item_indent(block, self._indents[-1] if self._indents else 0, measure)
        self._indents.append(indent)
        return indent


def _gap(text: str, previous: Block | None, block: Block) -> int:
    """Return how many blank lines part two blocks: more before what begins a section, none inside a list."""
    if previous is None:
        return 0
    if block.kind is BlockKind.HEADING:
        return 2 if block.level <= _SECTION_LEVEL and previous.kind is not BlockKind.HEADING else 1
    if previous.kind is BlockKind.HEADING and previous.level > _SUBSECTION_LEVEL:
        return 0
    pair = previous.kind, block.kind
    if pair == (BlockKind.LIST_ITEM, BlockKind.LIST_ITEM):
        return 0 if block.marker else 1
    if pair == (BlockKind.BLOCK_QUOTE, BlockKind.BLOCK_QUOTE):
        return 0 if attribution_start(text, block) == block.span.start else 1
    return 0 if pair in _CLOSE_PAIRS else 1


def _widened(gap: int, previous: Block | None, block: Block, spacing: int) -> int:
    """Return a gap that stays wider than that of spaced lines: what parts blocks has to be told from it."""
    is_series = previous is not None and previous.kind is block.kind and block.kind in _SPACED_SERIES
    return gap + spacing - 1 if gap or is_series else gap


_SPACED_SERIES = frozenset(
    {BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.DEFINITION, BlockKind.FOOTNOTE}
)
"""Of these the next may follow without a gap, though never closer than their lines stand."""
_SECTION_LEVEL, _SUBSECTION_LEVEL = 2, 3
_CLOSE_PAIRS = frozenset(
    {
        (BlockKind.RELATED, BlockKind.RELATED),
        (BlockKind.IMAGE, BlockKind.CAPTION),
        (BlockKind.TERM, BlockKind.TERM),
        (BlockKind.TERM, BlockKind.DEFINITION),
        (BlockKind.DEFINITION, BlockKind.DEFINITION),
        (BlockKind.FOOTNOTE, BlockKind.FOOTNOTE),
    }
)


def _spaced(lines: Iterable[Line], spacing: int) -> Iterator[Line]:
    """Put blank lines before all lines of a block but its first; each stands for the line that follows."""
    for number, line in enumerate(lines):
        if number and line.style in SPACED_STYLES:
            yield from (Line(LineStyle.BLANK, line.start, block=line.block),) * (spacing - 1)
        yield line


def _head_lines(article: Article, quotation_count: int | None, column: int) -> Iterable[Line]:
    head = article.head
    yield Line(LineStyle.BLANK, 0)
    for passage in _kicker(article, quotation_count):
        yield from _generated(passage, LineStyle.KICKER, column)
    yield Line(LineStyle.BLANK, 0)
    yield from _generated(head.title, LineStyle.TITLE, column)
    byline = " and ".join(filter(None, [", ".join(head.authors[:-1]), *head.authors[-1:]]))
    if byline:
        yield from _generated(byline, LineStyle.BYLINE, column)
    yield Line(LineStyle.RULE, 0, lead="─" * min(column, 32))
    yield Line(LineStyle.BLANK, 0)


def _kicker(article: Article, quotation_count: int | None) -> list[str]:
    """The small lines over the headline: where and when it appeared, how long it is."""
    head = article.head
    dates = short_date(head.published)
    if head.updated and short_date(head.updated) != dates:
        dates = ", ".join(filter(None, [dates, f"updated {short_date(head.updated)}"]))
    origin = " · ".join(filter(None, [head.source, head.place, dates]))
    size = in_words(head.minutes)
    if quotation_count is not None:
        size += f" · {quotation_count} {'quote' if quotation_count == 1 else 'quotes'}"
    return [passage.upper() for passage in (origin, size) if passage]


def _generated(passage: str, style: LineStyle, column: int) -> Iterable[Line]:
    for start, end in wrap(passage, 0, len(passage), column):
        yield Line(style, 0, lead=passage[start:end])
