"""From Markdown's inline tokens to plain text and spans."""

from __future__ import annotations

import re
from functools import cache
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
_MARKUP = re.compile(r"[\\`*_\[\]<&~^]| {2}\n")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")
# markdown-it looks for the partner of each open bracket, and of each run of stars, along the whole
# block: 50,000 open brackets take 3 s, 100,000 stars 30 s. Prose never comes near these numbers.
_OPEN_BRACKET_LIMIT = 50
_EMPHASIS_LIMIT = 20_000
_SIGN = re.compile(r"\\.|[\[\]]|[*_~]+", re.DOTALL)
_LONGEST_MARKED = 1_000_000

_KIND_BY_TOKEN = {
    "em": InlineKind.EMPHASIS,
    "strong": InlineKind.STRONG,
    "link": InlineKind.LINK,
    "s": InlineKind.STRIKE,
}
_KIND_BY_LEAF = {
    "code_inline": InlineKind.CODE,
    "footnote_mark": InlineKind.FOOTNOTE,
    "image": InlineKind.LINK,
}


def parse_inline(parser: MarkdownIt, source: str, env: EnvType) -> Run:
    """Return the text and spans of a block's inline source; a soft break becomes a space."""
    if not _MARKUP.search(source):
        return Run(_SOFT_BREAK.sub(" ", source))
    return run_of(inline_tokens(parser, source, env))


def inline_tokens(parser: MarkdownIt, source: str, env: EnvType) -> list[Token]:
    """Return the tokens of a block's inline source; of a monstrous one only escapes and breaks."""
    if len(source) > _LONGEST_MARKED or _is_overloaded(source):
        parser = _unmarked_parser()
    tokens: list[Token] = []
    parser.inline.parse(source, parser, env, tokens)
    return tokens


@cache
def _unmarked_parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["newline", "escape", "entity"])


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
            if token.type in _KIND_BY_LEAF:
                url = str(token.attrs.get("src", ""))
                spans.append(InlineSpan(_KIND_BY_LEAF[token.type], Span(length, length + len(words)), url))
            parts.append(words)
            length += len(words)
        elif side == "open":
            opened.append((length, str(token.attrs.get("href", ""))))
        elif side == "close" and opened:
            start, url = opened.pop()
            if name in _KIND_BY_TOKEN:
                spans.append(InlineSpan(_KIND_BY_TOKEN[name], Span(start, length), url))
    return Run("".join(parts), tuple(spans))


def lone_images(tokens: Sequence[Token]) -> list[tuple[str, str, str]]:
    """Return words, address and title of each image when there is nothing but images, else nothing."""
    images: list[tuple[str, str, str]] = []
    for token in tokens:
        if token.type == "image":
            url, title = str(token.attrs.get("src", "")), str(token.attrs.get("title", ""))
            images.append((_alternative(token), url, title))
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


def _is_overloaded(source: str) -> bool:
    """Tell whether there are more brackets open, or more signs of emphasis, than any text has."""
    if source.count("[") <= _OPEN_BRACKET_LIMIT and sum(map(source.count, "*_~")) <= _EMPHASIS_LIMIT:
        return False
    depth = deepest = signs = 0
    for match in _SIGN.finditer(source):
        sign = match[0][0]
        if sign == "[":
            depth += 1
            deepest = max(depth, deepest)
        elif sign == "]":
            depth -= 1
        elif sign != "\\":
            signs += 1
    return deepest > _OPEN_BRACKET_LIMIT or signs > _EMPHASIS_LIMIT
