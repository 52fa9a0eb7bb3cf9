"""Articles on their way in: bytes with a name, what a person says of them, and reading one on its own."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from reader.desk.reading import Reading
from reader.domain.article import Article, ArticleHead, ArticleId
from reader.domain.clean import clean_line
from reader.domain.quote import Quotation, quotations
from reader.errors import ContentError, UsageError
from reader.library.files import SIZE_LIMIT_BYTES, read_file
from reader.library.formats.document import FrontMatter as Overrides
from reader.library.formats.document import normal_front
from reader.library.formats.reading import parse_bytes
from reader.quotes import article_quotes, find_quotes
from reader.values import frozen

__all__ = [
    "Overrides",
    "Source",
    "check_overrides",
    "normal_front",
    "quotations_in",
    "read_loose",
    "read_source",
    "read_stream",
]

LONGEST_PATH = 200
"""How many characters of a path are shown."""


@frozen
class Source:
    """The bytes of an article and the name of the file they come from."""

    name: str
    data: bytes


def read_source(path: str) -> Source:
    """Read the file at ``path``, ``~`` and links followed; raises ContentError when it cannot be read."""
    shown = f"“{_end_of(clean_line(path))}”"
    try:
        resolved = Path(path).expanduser().resolve()
        if not resolved.exists():
            raise ContentError(f"There is no file {shown}; check the path.")
        if resolved.is_dir():
            raise ContentError(f"{shown} is a folder; give the path of an article in it.")
    except (OSError, RuntimeError, ValueError) as error:
        # A folder without rights, a name too long, links in a circle, the home of nobody.
        reason = getattr(error, "strerror", None) or "it leads nowhere"
        raise ContentError(f"{shown} cannot be reached ({reason.lower()}); check the path.") from error
    return Source(resolved.name, read_file(resolved))


def _end_of(path: str) -> str:
    """Return a path short enough for a sentence: its end, which tells most."""
    return path if len(path) <= LONGEST_PATH else f"…{path[-LONGEST_PATH:]}"


def read_stream(name: str, stream: BinaryIO) -> Source:
    """Read a stream to its end; raises ContentError when that is further than any file may go."""
    data = stream.read(SIZE_LIMIT_BYTES + 1)
    if len(data) > SIZE_LIMIT_BYTES:
        raise ContentError(
            f"The text is larger than {SIZE_LIMIT_BYTES // 1_000_000} MB, the most that is read; split it."
        )
    return Source(name, data)


def check_overrides(said: Overrides) -> None:
    """Raise UsageError for an address or a date that would be left out because it is none."""
    kept = normal_front(said)
    if said.url is not None and kept.url is None:
        raise UsageError(
            f"“{clean_line(said.url)}” is no address of a page; it begins with http:// or https://."
        )
    if said.published is not None and kept.published is None:
        raise UsageError(
            f"“{clean_line(said.published)}” is no date that can be read; write it as 2020-07-11."
        )


def read_loose(source: Source) -> Reading:
    """Read an article that is in no library; raises ContentError when it cannot be understood."""
    document = parse_bytes(source.data, source.name)
    front = document.front
    head = ArticleHead(ArticleId(front.id or source.name), front.title or source.name, front.authors)
    article = Article(head, document.text, document.blocks, document.spans)
    return Reading(article, quotations(article_quotes(article)))


def quotations_in(text: str, language: str | None) -> tuple[Quotation, ...]:
    """Return the quotations of a bare text; its offsets are those of ``text`` as it is given."""
    return quotations(find_quotes(text, language))
