"""An article: what the list shows of it, its plain text, and what the text is made of."""

from __future__ import annotations

from enum import StrEnum
from typing import NewType

from reader.domain.span import Span
from reader.values import frozen

ArticleId = NewType("ArticleId", str)

WORDS_PER_MINUTE = 230
"""Silent reading of English non-fiction: 238 on average (Brysbaert 2019), a little less on a screen."""

BLOCK_SEPARATOR = "\n\n"
"""What stands between two blocks in an article's text."""


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    BLOCK_QUOTE = "block_quote"
    CODE = "code"
    TABLE = "table"
    CAPTION = "caption"
    PULL_QUOTE = "pull_quote"
    RELATED = "related"
    IMAGE = "image"
    RULE = "rule"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTE = "footnote"


class Alignment(StrEnum):
    """Which side of its column a table's cell keeps to."""

    DEFAULT = "default"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


@frozen
class Block:
    """One block of an article's text.

    ``level`` is a heading's level (1 to 6) and the depth of a list item or block quote (from 1),
    else 0. ``marker`` is a list item's sign as shown, such as ``•``, ``3.`` or ``☐``, and a footnote's
    number; the further paragraphs of either have none. ``language`` is a code block's; ``url`` an
    image's. A table's text has a line a row, its cells parted by tabs, the first row being its head;
    ``alignments`` has one for each column, or none at all. A rule's text is empty. Footnotes stand
    behind all other blocks. ``quoted`` is how many block quotes a list item, heading, table or code
    stands in; a block quote's own paragraphs have their depth in ``level``.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    marker: str = ""
    language: str = ""
    url: str = ""
    alignments: tuple[Alignment, ...] = ()
    quoted: int = 0


class InlineKind(StrEnum):
    """How a run of characters inside a block is set apart."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    LINK = "link"
    STRIKE = "strike"
    FOOTNOTE = "footnote"


@frozen
class InlineSpan:
    """A run of characters set apart; ``url`` is a link's.

    A footnote's mark in the text is its number in superscript digits, which tell the note.
    """

    kind: InlineKind
    span: Span
    url: str = ""


_DIGITS, _RAISED_DIGITS = "0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"


def footnote_mark(number: str) -> str:
    """Return the mark in the text that points to the footnote with this number."""
    return number.translate(str.maketrans(_DIGITS, _RAISED_DIGITS))


def footnote_number(mark: str) -> str:
    """Return the number of the footnote that a mark in the text points to."""
    return mark.translate(str.maketrans(_RAISED_DIGITS, _DIGITS))


@frozen
class ArticleHead:
    """What is known of an article without opening it.

    Dates are ISO 8601 as the source wrote them, never moved between zones, None when unknown.
    ``words`` and ``length`` (code points) are of the text. ``path`` is the file it is read from,
    ``content_hash`` the blake2b of that file's bytes in hexadecimal.
    """

    id: ArticleId
    title: str
    authors: tuple[str, ...] = ()
    source: str | None = None
    place: str | None = None
    published: str | None = None
    updated: str | None = None
    added: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    words: int = 0
    length: int = 0
    path: str = ""
    content_hash: str = ""
    is_bundled: bool = False

    @property
    def minutes(self) -> int:
        """How many minutes the text takes to read, at least one."""
        return max(1, round(self.words / WORDS_PER_MINUTE))


@frozen
class Article:
    """One text: its head, its plain text, its blocks in order, and the spans set apart inside them.

    Blocks are joined by ``BLOCK_SEPARATOR`` and tile the text; inside a block a newline ends a line
    that must stay one (code, a table's row, a hard break).
    """

    head: ArticleHead
    text: str
    blocks: tuple[Block, ...]
    spans: tuple[InlineSpan, ...] = ()


@frozen
class KnownFile:
    """A library file without an id of its own, remembered so that a rename keeps its state."""

    article: ArticleId
    path: str
    content_hash: str
