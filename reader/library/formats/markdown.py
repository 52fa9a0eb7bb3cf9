"""CommonMark with tables, footnotes, definition lists, callouts and front matter, read into a document.

Three callouts carry what CommonMark has no word for: ``> [!caption]``, ``> [!pull_quote]`` and
``> [!related]``, in the form that Obsidian and GitHub draw as boxes. Raw HTML is text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.domain.article import BlockKind
from reader.domain.clean import clean
from reader.library.formats.document import Document, build_document
from reader.library.formats.front_matter import split_front_matter
from reader.library.formats.markdown_blocks import NESTING_LIMIT, BlockReader
from reader.library.formats.markdown_syntax import add_syntax, number_footnotes
from reader.library.formats.pieces import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from markdown_it import MarkdownIt

# A few characters that mean nothing else in prose: a text without them is paragraphs and no more.
_BLOCK_MARKUP = re.compile(
    r"[\\`*_\[\]<&|~^]| {2}\n|^(?:[ \t]*(?:[>#=-]|:[ \t]|\+[ \t\n]|\d{1,9}[.)](?:[ \t\n]|\Z))| {4}| {0,3}\t)",
    re.MULTILINE,
)
_PARAGRAPH_BREAK = re.compile(r"\n(?:[ \t]*\n)+")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def parse_markdown(source: str) -> Document:
    """Return the document that a Markdown file's text stands for.

    Raises ``ContentError`` when its front matter is not YAML.
    """
    front, body = split_front_matter(clean(source))
    pieces = _plain_paragraphs(body) if not _BLOCK_MARKUP.search(body) else _marked_pieces(body)
    return build_document(front, pieces)


@cache
def markdown_parser() -> MarkdownIt:
    """Return the one parser: links are kept as written, since ``clean_url`` judges them later."""
    from markdown_it import MarkdownIt  # 60 ms, and a list of articles needs none

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING_LIMIT}).enable(
        ["table", "strikethrough"]
    )
    add_syntax(parser)
    parser.disable("inline")
    setattr(parser, "normalizeLink", lambda url: url)  # noqa: B010 - a method to mypy
    setattr(parser, "validateLink", lambda _url: True)  # noqa: B010
    return parser


def _plain_paragraphs(body: str) -> list[Piece]:
    """Read text without any markup, as most news is: 20 times as fast as the parser, with its result."""
    return [
        Piece(BlockKind.PARAGRAPH, _SOFT_BREAK.sub(" ", paragraph.strip()))
        for paragraph in _PARAGRAPH_BREAK.split(body)
    ]


def _marked_pieces(body: str) -> Iterable[Piece]:
    env: dict[str, object] = {}
    parser = markdown_parser()
    tokens = parser.parse(body, env)
    number_footnotes(tokens, env)
    if any(token.level >= NESTING_LIMIT - 2 for token in tokens):
        # What lies deeper the parser leaves out without a word; as plain paragraphs nothing is lost.
        return _plain_paragraphs(body)
    return BlockReader(parser, env).read(tokens)
