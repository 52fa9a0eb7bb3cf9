"""Parsing articles and finding their quotations ahead of the key that asks for them; fit for any thread."""

from __future__ import annotations

import contextlib
import gc
import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from reader.desk.reading import PAGE_FORMAT, Reading, pack_page, unpack_page
from reader.domain.article import Article, ArticleHead
from reader.domain.clean import clean
from reader.domain.quote import quotations
from reader.errors import ReaderError
from reader.library.library import Library
from reader.quotes import ENGINE_VERSION, article_quotes
from reader.values import NamedTuple

PAGE_VERSION = f"{PAGE_FORMAT}.{ENGINE_VERSION}"
GLIMPSE_LENGTH = 16_000
"""Code points of a long article that are shown at once: about four pages, prepared in two frames."""
AHEAD_COUNT = 300
"""How many of the first articles are prepared before anyone opens them; the cache holds 512."""
APART_COUNT = 20
"""So many are worth a process of their own: its start takes as long as they do."""
AHEAD_LENGTH = 60_000
"""Longer articles (code points) are prepared when they are opened."""
THREAD_LENGTH = 300_000
"""Longer ones (code points) are prepared in a process of their own: its start takes as long as this."""
_CODE = r"(?ms)^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1[`~]*[ \t]*$|(\Z))"
"""A block of code, from its fence to the one that closes it; group 2 is the text's end where none does."""
_ENDS = (r"\n[ \t]*\n", r"\n", " ")
"""A blank line, a line's end, a word's end: where a text is cut, the best place first."""


def prepare(library: Library, head: ArticleHead) -> Reading:
    """Parse an article and find its quotations; raises ContentError when its file is gone or unreadable."""
    return found_in(library.read(head.id))


def found_in(article: Article) -> Reading:
    """Find the quotations of an article, of which nothing is decided yet."""
    return Reading(article, quotations(article_quotes(article)))


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let the garbage collector rest while much is made in a thread that holds no cycles.

    Its passes over hundreds of thousands of new objects hold every thread up: 90 ms each for 5 MB.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def prepare_apart(library: Library, head: ArticleHead, is_cancelled: Callable[[], bool]) -> Reading | None:
    """Prepare a long article and keep it in the cache, apart from the keys; None once it is cancelled.

    A very long one is prepared in a process of its own, the others in the thread this is called from.
    Where no process can be had, or no catalogue shared with it, the thread does that work as well.
    """
    packed = library.cached(head.content_hash, PAGE_VERSION)
    if packed is None and head.length > THREAD_LENGTH and library.is_shared:
        from reader.desk import preparing_apart

        with contextlib.suppress(OSError):
            answer = preparing_apart.ask(library, head, is_cancelled)
            if answer is None:
                return None
            head, packed = answer
    found = unpack_page(head, packed) if packed is not None else None
    if found is None:
        found = prepare(library, head)
        remember(library, found)
    return found


def glimpse(head: ArticleHead) -> Reading:
    """Prepare the beginning of a long article, cut outside a block of code; the whole goes on from it.

    But for footnotes, which stand at its end, and links whose addresses are given further down.
    """
    from reader.library.files import read_file, shown_name
    from reader.library.formats.reading import decode, parse_text

    path = Path(head.path)
    # All of it is decoded, since a part may look as if it were in another encoding.
    source = decode(read_file(path), shown_name(path))
    document = parse_text(_beginning(source), path.name)
    article = Article(head, document.text, document.blocks, document.spans)
    return found_in(article)._replace(is_whole=False)


def _beginning(source: str) -> str:
    """Return the first of a text, to a blank line if its second half has one, else a line's or word's end."""
    beginning = clean(source[:GLIMPSE_LENGTH])
    for code in re.finditer(_CODE, beginning):
        if code[2] is not None:
            beginning = beginning[: code.start()]
    for end in _ENDS:
        found = re.match(rf"(?s)(.{{{len(beginning) // 2},}}){end}", beginning)
        if found:
            return found[1]
    return beginning


def remember(library: Library, reading: Reading) -> bytes:
    """Keep what was prepared in the library's cache, for next time and the list's row; return the page."""
    content_hash = reading.article.head.content_hash
    packed = pack_page(reading.article, list(reading.quotes))
    library.cache(content_hash, PAGE_VERSION, packed)
    library.put_quote_count(content_hash, PAGE_VERSION, len(reading.quotations))
    return packed


class Preparer(NamedTuple):
    """Prepares the first articles of the list, one a step."""

    library: Library

    def steps(self) -> Iterator[None]:
        """Prepare what nobody has opened yet; an article that cannot be read is left for its own opening."""
        for head in self._waiting():
            try:
                remember(self.library, prepare(self.library, head))
            except ReaderError:
                continue
            yield

    def steps_apart(self) -> Iterator[None]:
        """Do the same apart from the keys: many articles in a process of its own, a few in this thread.

        In a thread every key of theirs would wait for Python's lock, half as long again as else.
        """
        are_many = len(list(islice(self._waiting(), APART_COUNT))) == APART_COUNT
        if are_many and self.library.is_shared:
            from reader.desk import preparing_apart

            with contextlib.suppress(OSError):
                yield from preparing_apart.ahead(self.library)
                return
        yield from self.steps()

    def _waiting(self) -> Iterator[ArticleHead]:
        for head in islice(self.library.heads(), AHEAD_COUNT):
            is_known = self.library.quote_count(head.content_hash, PAGE_VERSION) is not None
            if not is_known and head.length <= AHEAD_LENGTH:
                yield head
