"""Each kind of block as lines of a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reader.domain.article import Block, BlockKind
from reader.tui.cells import cut, width_cells
from reader.tui.page.lines import Line, LineStyle, Run
from reader.tui.page.links import LinkLabels
from reader.tui.page.wrap import wrap, wrap_hard
from reader.values import NamedTuple

TAB_CELLS = 4
LONGEST_CODE_LINE = 1_000
"""Code is moved sideways, not wrapped; a line of more cells than this goes on in the next."""
MIN_JUSTIFIED_COLUMN = 40
WIDEST_FILL = 1.5
"""Cells that each space of a justified line may grow by on average; a line that needs more stays ragged."""
RELATED_SIGN = "▸ "
UNFOLDED_SIGN = "▾ "
WHOLE_SIGN = "· "
BULLETS = "•◦▪"
_ATTRIBUTION = r"[—–―] ?\S[^\n]{0,100}\Z"


class Measure(NamedTuple):
    """How a page is set.

    ``column`` is its width in cells, ``spacing`` the rows a line of prose takes, ``labels`` the links'
    numbers while they are shown.
    """

    column: int
    is_unfolded: bool = False
    is_justified: bool = False
    spacing: int = 1
    labels: LinkLabels | None = None


def block_lines(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    """Set one block, the ``index``-th of its article, in lines; list items have ``item_lines``."""
    return _SETTERS[block.kind](text, block, index, measure)


def _prose(
    text: str,
    block: Block,
    index: int,
    style: LineStyle,
    measure: Measure,
    *,
    indent: int = 0,
    lead: str = "",
) -> Iterator[Line]:
    """Wrapped lines ``indent`` cells in; ``lead`` stands before the first."""
    lead_column = max(0, indent - width_cells(lead))
    start, end = block.span.start, block.span.end
    width = measure.column - indent
    labels = measure.labels.between(start, end) if measure.labels is not None else ()
    if labels:
        from reader.tui.page.labelled import wrap_labelled

        for line in wrap_labelled(text, start, end, labels, width, indent):
            yield Line(style, line.start, line.runs, lead, lead_column, index, line.labels)
            lead = ""
        return
    pieces = wrap(text, start, end, width)
    is_justified = measure.is_justified and measure.column >= MIN_JUSTIFIED_COLUMN
    for first, last in pieces:
        plain = Line(style, first, (Run(indent, first, last),), lead, lead_column, index)
        fill = _fill(text, first, last, end, width) if is_justified else 0
        yield plain._replace(fill=fill) if fill else plain
        lead = ""


def _fill(text: str, start: int, end: int, block_end: int, width: int) -> int:
    """Return the cells a justified line lacks; none on a paragraph's last line or where gaps would yawn."""
    if end >= block_end or text[end] == "\n":
        return 0
    fill = width - width_cells(text[start:end])
    return fill if 0 < fill <= WIDEST_FILL * text.count(" ", start, end) else 0


def _set_in(style: LineStyle) -> Callable[[str, Block, int, Measure], Iterable[Line]]:
    """Return the setter of a block that takes the whole column."""

    def set_block(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
        return _prose(text, block, index, style, measure)

    return set_block


def _heading(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    style = {1: LineStyle.HEADING, 2: LineStyle.HEADING, 3: LineStyle.SUBHEADING}
    measure = measure._replace(is_justified=False)
    return _prose(text, block, index, style.get(block.level, LineStyle.MINOR_HEADING), measure)


def item_indent(block: Block, outer: int, measure: Measure) -> int:
    """Return how far the words of a list item are indented inside one whose words are ``outer`` cells in."""
    return min(outer, measure.column // 3) + max(2, width_cells(block.marker) + 1)


def item_lines(text: str, block: Block, index: int, measure: Measure, indent: int) -> Iterable[Line]:
    """Set a list item's paragraph with its words ``indent`` cells in, under those of the item it is in."""
    sign = block.marker
    if sign == BULLETS[0]:
        sign = BULLETS[min(block.level, len(BULLETS)) - 1]
    lead = f"{sign} " if sign else ""
    return _prose(text, block, index, LineStyle.TEXT, measure, indent=indent, lead=lead)


def _definition(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    return _prose(text, block, index, LineStyle.TEXT, measure, indent=min(4, measure.column // 3))


def _footnote(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    lead = f"{block.marker} " if block.marker else ""
    indent = min(max(4, width_cells(lead)), max(width_cells(lead), measure.column // 3))
    return _prose(text, block, index, LineStyle.FOOTNOTE, measure, indent=indent, lead=lead)


def quote_indent(depth: int, measure: Measure) -> int:
    """Return how far what stands in so many block quotes is indented."""
    return min(2 + 2 * depth, measure.column // 2) if depth else 0


def indented(line: Line, cells: int) -> Line:
    """Return a line set for a narrower column so many cells further in."""
    return line._replace(
        runs=tuple(run._replace(column=run.column + cells) for run in line.runs),
        lead_column=line.lead_column + cells,
        labels=tuple(label._replace(column=label.column + cells) for label in line.labels),
        width=line.width + cells if line.width else 0,
    )


def _block_quote(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    indent = quote_indent(block.level, measure)
    narrow = measure._replace(column=max(1, measure.column - min(4, measure.column // 8)))
    attribution = attribution_start(text, block)
    for line in _prose(text, block, index, LineStyle.BLOCK_QUOTE, narrow, indent=indent):
        if line.start < attribution:
            yield line
            continue
        run = line.runs[0]
        room = narrow.column - width_cells(text[run.start : run.end])
        is_whole = len(line.runs) == 1 and not line.labels and text[run.start - 1 : run.start] in {"", "\n"}
        runs = (run._replace(column=max(indent, room)),) if is_whole else line.runs
        yield line._replace(style=LineStyle.ATTRIBUTION, runs=runs)


def attribution_start(text: str, block: Block) -> int:
    """Return where the line that names a block quote's author begins, its end when there is none."""
    start = max(block.span.start, text.rfind("\n", block.span.start, block.span.end) + 1)
    return start if re.match(_ATTRIBUTION, text[start : min(block.span.end, start + 200)]) else block.span.end


def _code(text: str, block: Block, index: int, _measure: Measure) -> Iterable[Line]:
    lines = wrap_hard(text, block.span.start, block.span.end, LONGEST_CODE_LINE, TAB_CELLS)
    widths = (runs[-1][0] + width_cells(text[runs[-1][1] : runs[-1][2]]) for _, runs in lines if runs)
    width = max(widths, default=0) + 3
    for start, runs in lines:
        yield Line(
            LineStyle.CODE, start, tuple(Run(c + 2, s, e) for c, s, e in runs), block=index, width=width
        )


def _table(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    from reader.tui.page.tables import table_lines

    return table_lines(text, block, index, measure.column)


def _caption(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    return _prose(text, block, index, LineStyle.CAPTION, measure._replace(is_justified=False), indent=2)


def _pull_quote(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    """Each line centred, in a narrower measure."""
    width = max(10, measure.column - 12)
    for start, end in wrap(text, block.span.start, block.span.end, width):
        column = max(0, (measure.column - width_cells(text[start:end])) // 2)
        yield Line(LineStyle.PULL_QUOTE, start, (Run(column, start, end),), block=index)


def _related(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    measure = measure._replace(is_justified=False)
    if not is_foldable(text, block, measure.column):
        return _prose(text, block, index, LineStyle.RELATED, measure, indent=2, lead=WHOLE_SIGN)
    if measure.is_unfolded or measure.labels is not None:
        return _prose(text, block, index, LineStyle.RELATED, measure, indent=2, lead=UNFOLDED_SIGN)
    passage = block.span.of(text).replace("\n", " ")
    folded = RELATED_SIGN + cut(passage, measure.column - len(RELATED_SIGN))
    return [Line(LineStyle.RELATED, block.span.start, lead=folded, block=index)]


def is_foldable(text: str, block: Block, column: int) -> bool:
    """Tell whether a block is a related line that takes more than one line of the page."""
    passage = block.span.of(text)
    is_longer = "\n" in passage or width_cells(passage) > column - len(RELATED_SIGN)
    return block.kind is BlockKind.RELATED and is_longer


def _image(text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    measure = measure._replace(is_justified=False)
    if block.span:
        return _prose(text, block, index, LineStyle.IMAGE, measure, indent=2, lead="▣ ")
    labels = measure.labels.between(block.span.start - 1, block.span.end) if measure.labels else ()
    lead = "▣ (a picture without words)" + "".join(label for _, label in labels[:1])
    return [Line(LineStyle.IMAGE, block.span.start, lead=lead, block=index)]


def _rule(_text: str, block: Block, index: int, measure: Measure) -> Iterable[Line]:
    sign = "·  ·  ·"
    column = max(0, (measure.column - len(sign)) // 2)
    return [Line(LineStyle.RULE, block.span.start, lead=sign, lead_column=column, block=index)]


_SETTERS: dict[BlockKind, Callable[[str, Block, int, Measure], Iterable[Line]]] = {
    BlockKind.PARAGRAPH: _set_in(LineStyle.TEXT),
    BlockKind.HEADING: _heading,
    BlockKind.BLOCK_QUOTE: _block_quote,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
    BlockKind.CAPTION: _caption,
    BlockKind.PULL_QUOTE: _pull_quote,
    BlockKind.RELATED: _related,
    BlockKind.IMAGE: _image,
    BlockKind.RULE: _rule,
    BlockKind.TERM: _set_in(LineStyle.TERM),
    BlockKind.DEFINITION: _definition,
    BlockKind.FOOTNOTE: _footnote,
}
