"""From Markdown's block tokens to pieces: nesting is flattened, the innermost container decides."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.domain.article import Alignment, BlockKind
from reader.domain.span import Span
from reader.library.formats.markdown_inline import inline_tokens, lone_images, parse_inline
from reader.library.formats.pieces import TASK_SIGNS, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

    from reader.library.formats.runs import Run

NESTING_LIMIT = 100
"""Containers inside each other that are read; Python's stack would allow about 300."""

CALLOUT_KINDS = {
    "caption": BlockKind.CAPTION,
    "pull_quote": BlockKind.PULL_QUOTE,
    "related": BlockKind.RELATED,
}

_CALLOUT = re.compile(r"\[!(caption|pull_quote|related)\][+-]?[ \t]*(?:\n|\Z)?", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TASK = re.compile(r"\[([ xX])\][ \t]+(?=\S)")
_ATTRIBUTION_BREAK = re.compile(r"(?<!\\)[ \t]*\n(?=[ \t]*[—–―][^\n]*\Z)")
_IMAGE_START = ("![", "[![")
_ALIGNMENTS = {
    "text-align:left": Alignment.LEFT,
    "text-align:center": Alignment.CENTRE,
    "text-align:right": Alignment.RIGHT,
}
_OPENED = {
    "blockquote_open": BlockKind.BLOCK_QUOTE,
    "bullet_list_open": BlockKind.LIST_ITEM,
    "definition_open": BlockKind.DEFINITION,
}
_CLOSED = {
    "blockquote_close",
    "bullet_list_close",
    "ordered_list_close",
    "definition_close",
    "footnote_close",
}


@dataclass(slots=True)
class _Container:
    """A list, quote, definition or footnote that is open: the kind of its paragraphs, what marks the next.

    ``number`` is the one that the next item of an ordered list gets.
    """

    kind: BlockKind
    number: int | None = None
    marker: str = ""


@dataclass(slots=True)
class BlockReader:
    """Reads one file's tokens; ``env`` holds the link references that the block parser found."""

    parser: MarkdownIt
    env: EnvType
    _open: list[_Container] = field(default_factory=list)
    _pieces: list[Piece] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> list[Piece]:
        """Return the pieces of all tokens, in order."""
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "table_open":
                index = self._read_table(tokens, index)
            elif token.type == "inline":
                self._read_inline(tokens[index - 1], token.content)
            else:
                self._read_token(token)
            index += 1
        return self._pieces

    def _read_token(self, token: Token) -> None:
        if token.type in _OPENED:
            self._open.append(_Container(_OPENED[token.type]))
        elif token.type == "footnote_open":
            self._open.append(
                _Container(BlockKind.FOOTNOTE, marker=self.env["footnotes"][token.meta["label"]])
            )
        elif token.type == "ordered_list_open":
            start = token.attrs.get("start", 1)
            self._open.append(_Container(BlockKind.LIST_ITEM, number=int(start)))
        elif token.type in _CLOSED:
            self._open.pop()
        elif token.type == "list_item_open":
            self._start_item(token.markup)
        elif token.type in {"fence", "code_block"}:
            text = token.content.removesuffix("\n")
            language = token.info.split(maxsplit=1)[0] if token.info.strip() else ""
            self._pieces.append(Piece(BlockKind.CODE, text, language=language, quoted=self._quoted))
        elif token.type == "hr":
            self._pieces.append(Piece(BlockKind.RULE))

    def _start_item(self, markup: str) -> None:
        container = self._open[-1]
        if container.number is None:
            container.marker = "•"
        else:
            container.marker = f"{container.number}{markup}"
            container.number += 1

    def _read_inline(self, opening: Token, content: str) -> None:
        if opening.type == "heading_open":
            run = self._run(content)
            level = int(opening.tag[1])
            self._pieces.append(Piece(BlockKind.HEADING, run.text, run.spans, level, quoted=self._quoted))
            return
        if opening.type == "term_open":
            runs = map(self._run, content.split("\n"))
            self._pieces += [Piece(BlockKind.TERM, run.text, run.spans) for run in runs]
            return
        if _COMMENT.fullmatch(content):
            return
        container = self._open[-1] if self._open else None
        if container is not None and container.kind is BlockKind.LIST_ITEM and container.marker:
            content = _take_task(container, content)
        if container is not None and container.kind is BlockKind.BLOCK_QUOTE:
            callout = _CALLOUT.match(content)
            if callout:
                container.kind = CALLOUT_KINDS[callout[1].lower()]
                content = content[callout.end() :]
            else:
                content = _ATTRIBUTION_BREAK.sub("  \n", content)
        if content.startswith(_IMAGE_START) and (container is None or container.kind is BlockKind.LIST_ITEM):
            images = self._images(content)
            if images:
                self._pieces += images
                return
        run = self._run(content)
        self._pieces.append(self._paragraph(container, run))

    def _paragraph(self, container: _Container | None, run: Run) -> Piece:
        if container is None:
            return Piece(BlockKind.PARAGRAPH, run.text, run.spans)
        marker, container.marker = container.marker, ""
        note = next((outer for outer in self._open if outer.kind is BlockKind.FOOTNOTE), None)
        if note is not None and note is not container:
            run = _shifted(run, f"{marker} " if marker else "")
            marker, note.marker = note.marker, ""
            return Piece(BlockKind.FOOTNOTE, run.text, run.spans, marker=marker)
        level = sum(outer.kind is container.kind for outer in self._open)
        quoted = self._quoted if container.kind is BlockKind.LIST_ITEM else 0
        return Piece(container.kind, run.text, run.spans, level=level, marker=marker, quoted=quoted)

    @property
    def _quoted(self) -> int:
        """How many block quotes are open."""
        return sum(container.kind is BlockKind.BLOCK_QUOTE for container in self._open)

    def _images(self, content: str) -> list[Piece]:
        images = lone_images(inline_tokens(self.parser, content, self.env))
        return [
            piece
            for words, url, title in images
            for piece in (Piece(BlockKind.IMAGE, words, url=url), Piece(BlockKind.CAPTION, title))
        ]

    def _run(self, content: str) -> Run:
        return parse_inline(self.parser, content, self.env)

    def _read_table(self, tokens: Sequence[Token], index: int) -> int:
        """Read a whole table into one piece; return the index of the token that closes it."""
        rows: list[list[Run]] = []
        alignments: list[Alignment] = []
        while tokens[index].type != "table_close":
            token = tokens[index]
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                alignments.append(_ALIGNMENTS.get(str(token.attrs.get("style", "")), Alignment.DEFAULT))
            elif token.type == "inline":
                rows[-1].append(self._cell(token.content))
            index += 1
        table = _table_of(rows)
        self._pieces.append(replace(table, alignments=tuple(alignments), quoted=self._quoted))
        return index

    def _cell(self, content: str) -> Run:
        run = self._run(content)
        return replace(run, text=run.text.replace("\n", " ").replace("\t", " "))


def _take_task(container: _Container, content: str) -> str:
    """Turn the box of a task into the item's marker, or in a numbered list into a sign before its words."""
    found = _TASK.match(content)
    if found is None:
        return content
    sign = TASK_SIGNS[found[1] != " "]
    if container.number is not None:
        return f"{sign} {content[found.end() :]}"
    container.marker = sign
    return content[found.end() :]


def _shifted(run: Run, before: str) -> Run:
    """Return the run with words put before it."""
    spans = tuple(replace(span, span=span.span.shift(len(before))) for span in run.spans)
    return replace(run, text=before + run.text, spans=spans)


def _table_of(rows: list[list[Run]]) -> Piece:
    spans = []
    start = 0
    for row in rows:
        for cell in row:
            spans += [
                replace(span, span=Span(span.span.start + start, span.span.end + start))
                for span in cell.spans
            ]
            start += len(cell.text) + 1
    text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
    return Piece(BlockKind.TABLE, text, tuple(spans))
