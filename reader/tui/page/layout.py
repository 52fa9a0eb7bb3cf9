"""An article and a width in, lines out: where every block of the text stands on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from reader.domain.article import Article, Block, BlockKind
from reader.domain.dates import short_date
from reader.tui.cells import cut, width_cells
from reader.tui.page.lines import Layout, Line, LineStyle, Run
from reader.tui.page.tables import table_lines
from reader.tui.page.wrap import wrap, wrap_hard

TAB_CELLS = 4
RELATED_SIGN = "▸ "
UNFOLDED_SIGN = "▾ "
WHOLE_SIGN = "· "


class Measure(NamedTuple):
    """How a page is set: the column's width in cells, and whether related lines are shown whole."""

    column: int
    is_unfolded: bool = False


def lay_out(article: Article, quotation_count: int | None, measure: Measure) -> Layout:
    """Set ``article`` in lines; 1 MB of prose takes about as long as wrapping it."""
    lines = list(_head_lines(article, quotation_count, measure.column))
    previous: Block | None = None
    for index, block in enumerate(article.blocks):
        if previous is not None and not _stands_close(previous, block):
            lines.append(Line(LineStyle.BLANK, block.span.start))
        lines.extend(_LAYERS[block.kind](article.text, block, index, measure))
        previous = block
    if not article.blocks:
        lines.append(Line(LineStyle.BYLINE, 0, lead="This article has no text."))
    return Layout(lines)


def _stands_close(previous: Block, block: Block) -> bool:
    """Tell whether two blocks follow each other without a blank line."""
    same_list = previous.kind is block.kind is BlockKind.LIST_ITEM and block.marker != ""
    return same_list or previous.kind is block.kind is BlockKind.RELATED


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
    size = f"{head.minutes} min"
    if quotation_count is not None:
        size += f" · {quotation_count} {'quote' if quotation_count == 1 else 'quotes'}"
    return [passage.upper() for passage in (origin, size) if passage]


def _generated(passage: str, style: LineStyle, column: int) -> Iterable[Line]:
    for start, end in wrap(passage, 0, len(passage), column):
        yield Line(style, 0, lead=passage[start:end])


def _prose(
    text: str, block: Block, index: int, style: LineStyle, column: int, *, indent: int = 0, lead: str = ""
) -> Iterable[Line]:
    """Wrapped lines ``indent`` cells in; ``lead`` stands before the first."""
    lead_column = max(0, indent - width_cells(lead))
    for start, end in wrap(text, block.span.start, block.span.end, column - indent):
        yield Line(style, start, (Run(indent, start, end),), lead, lead_column, index)
        lead = ""


def _paragraph(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    return _prose(text, block, index, LineStyle.TEXT, measure.column)


def _heading(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    return _prose(text, block, index, LineStyle.HEADING, measure.column)


def _list_item(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    depth_indent = min(2 * (block.level - 1), measure.column // 3)
    marker = f"{block.marker} " if block.marker else ""
    indent = depth_indent + max(2, width_cells(marker))
    return _prose(text, block, index, LineStyle.TEXT, measure.column, indent=indent, lead=marker)


def _block_quote(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    indent = min(2 + 2 * block.level, measure.column // 2)
    return _prose(text, block, index, LineStyle.BLOCK_QUOTE, measure.column - 2, indent=indent)


def _code(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    for start, runs in wrap_hard(text, block.span.start, block.span.end, measure.column - 2, TAB_CELLS):
        yield Line(LineStyle.CODE, start, tuple(Run(c + 2, s, e) for c, s, e in runs), block=index)


def _table(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    return table_lines(text, block, index, measure.column)


def _caption(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    return _prose(text, block, index, LineStyle.CAPTION, measure.column, indent=2)


def _pull_quote(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    """Each line centred, in a narrower measure."""
    width = max(10, measure.column - 12)
    for start, end in wrap(text, block.span.start, block.span.end, width):
        column = max(0, (measure.column - width_cells(text[start:end])) // 2)
        yield Line(LineStyle.PULL_QUOTE, start, (Run(column, start, end),), block=index)


def _related(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    if not is_foldable(text, block, measure.column):
        return _prose(text, block, index, LineStyle.RELATED, measure.column, indent=2, lead=WHOLE_SIGN)
    if measure.is_unfolded:
        return _prose(text, block, index, LineStyle.RELATED, measure.column, indent=2, lead=UNFOLDED_SIGN)
    passage = block.span.of(text).replace("\n", " ")
    folded = RELATED_SIGN + cut(passage, measure.column - len(RELATED_SIGN))
    return [Line(LineStyle.RELATED, block.span.start, lead=folded, block=index)]


def is_foldable(text: str, block: Block, column: int) -> bool:
    """Tell whether a block is a related line that takes more than one line of the page."""
    passage = block.span.of(text)
    is_longer = "\n" in passage or width_cells(passage) > column - len(RELATED_SIGN)
    return block.kind is BlockKind.RELATED and is_longer


def _image(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    if not block.span:
        return [Line(LineStyle.IMAGE, block.span.start, lead="▣ (a picture without words)", block=index)]
    return _prose(text, block, index, LineStyle.IMAGE, measure.column, indent=2, lead="▣ ")


def _rule(_text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    sign = "·  ·  ·"
    column = max(0, (measure.column - len(sign)) // 2)
    return [Line(LineStyle.RULE, block.span.start, lead=sign, lead_column=column, block=index)]


_LAYERS: dict[BlockKind, Callable[[str, Block, int, Measure], Iterable[Line]]] = {
    BlockKind.PARAGRAPH: _paragraph,
    BlockKind.HEADING: _heading,
    BlockKind.LIST_ITEM: _list_item,
    BlockKind.BLOCK_QUOTE: _block_quote,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
    BlockKind.CAPTION: _caption,
    BlockKind.PULL_QUOTE: _pull_quote,
    BlockKind.RELATED: _related,
    BlockKind.IMAGE: _image,
    BlockKind.RULE: _rule,
    BlockKind.TERM: _heading,
    BlockKind.DEFINITION: _list_item,
    BlockKind.FOOTNOTE: _list_item,
}
