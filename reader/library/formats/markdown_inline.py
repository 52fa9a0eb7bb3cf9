"""From Markdown's inline tokens to plain text and spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.domain.article import InlineKind, InlineSpan
from reader.domain.span import Span
from reader.library.formats.runs import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token
    from markdown_it.utils import EnvType

# Without one of these a line says nothing but itself; a break is hard after two spaces.
_MARKUP = re.compile(r"[\\`*_\[\]<&]| {2}\n")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")
# markdown-it looks for the partner of each open bracket to the end of the block: 50,000 of them in
# one block take 3 s, 100 nothing that can be measured. Prose never leaves so many open.
_OPEN_BRACKET_LIMIT = 100

_KIND_BY_TOKEN = {"em": InlineKind.EMPHASIS, "strong": InlineKind.STRONG, "link": InlineKind.LINK}


def parse_inline(parser: MarkdownIt, source: str, env: EnvType) -> Run:
    """Return the text and spans of a block's inline source; a soft break becomes a space."""
    if not _MARKUP.search(source) or _leaves_brackets_open(source):
        return Run(_SOFT_BREAK.sub(" ", source))
    tokens: list[Token] = []
    parser.inline.parse(source, parser, env, tokens)
    return run_of(tokens)


def run_of(tokens: Sequence[Token]) -> Run:
    """Return the text and spans that inline tokens stand for."""
    parts: list[str] = []
    spans: list[InlineSpan] = []
    opened: list[tuple[int, str]] = []
    length = 0
    for token in tokens:
        words = _words(token)
        name, _, side = token.type.rpartition("_")
        if words is not None:
            if token.type == "code_inline":
                spans.append(InlineSpan(InlineKind.CODE, Span(length, length + len(words))))
            parts.append(words)
            length += len(words)
        elif side == "open":
            opened.append((length, str(token.attrs.get("href", ""))))
        elif side == "close" and opened:
            start, url = opened.pop()
            if name in _KIND_BY_TOKEN:
                spans.append(InlineSpan(_KIND_BY_TOKEN[name], Span(start, length), url))
    return Run("".join(parts), tuple(spans))


def lone_images(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Return the words and address of each image when there is nothing but images, else nothing."""
    images: list[tuple[str, str]] = []
    for token in tokens:
        if token.type == "image":
            images.append((_alternative(token), str(token.attrs.get("src", ""))))
        elif (
            token.type not in {"softbreak", "hardbreak", "link_open", "link_close"} and token.content.strip()
        ):
            return []
    return images


def _words(token: Token) -> str | None:
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type == "image":
        return _alternative(token)
    if token.type.endswith(("_open", "_close")):
        return None
    return token.content


def _alternative(token: Token) -> str:
    return run_of(token.children or ()).text.replace("\n", " ")


def _leaves_brackets_open(source: str) -> bool:
    return source.count("[") - source.count("]") > _OPEN_BRACKET_LIMIT
