"""Articles on their way in: bytes with a name, what a person says of them, and reading one on its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.desk.reading import Reading
from reader.domain.article import Article, ArticleHead, ArticleId
from reader.domain.clean import clean_line
from reader.domain.quote import quotations
from reader.errors import ContentError
from reader.library.files import read_file
from reader.library.formats.document import FrontMatter as Overrides
from reader.library.formats.reading import parse_bytes
from reader.quotes import article_quotes

__all__ = ["Overrides", "Source", "read_loose", "read_source"]


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of an article and the name of the file they come from."""

    name: str
    data: bytes


def read_source(path: str) -> Source:
    """Read the file at ``path``, ``~`` and links followed; raises ContentError when it cannot be read."""
    resolved = Path(path).expanduser().resolve()
    shown = clean_line(path)
    if not resolved.exists():
        raise ContentError(f"There is no file {shown}; check the path.")
    if resolved.is_dir():
        raise ContentError(f"{shown} is a folder; give the path of an article in it.")
    return Source(resolved.name, read_file(resolved))


def read_loose(source: Source) -> Reading:
    """Read an article that is in no library; raises ContentError when it cannot be understood."""
    document = parse_bytes(source.data, source.name)
    front = document.front
    head = ArticleHead(ArticleId(front.id or source.name), front.title or source.name, front.authors)
    article = Article(head, document.text, document.blocks, document.spans)
    return Reading(article, quotations(article_quotes(article)))
