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
from reader.domain.quote import quotations
from reader.errors import ReaderError
from reader.library.library import Library
from reader.quotes import ENGINE_VERSION, article_quotes
from reader.values import NamedTuple

PAGE_VERSION = f"{PAGE_FORMAT}.{ENGINE_VERSION}"
GLIMPSE_BYTES = 16_000
"""How much of a long article is shown at once: about four pages, prepared in two frames."""
AHEAD_COUNT = 300
"""How many of the first articles are prepared before anyone opens them; the cache holds 512."""
APART_COUNT = 20
"""So many are worth a process of their own: its start takes as long as they do."""
AHEAD_LENGTH = 60_000
"""Longer articles (code points) are prepared when they are opened."""
THREAD_LENGTH = 300_000
"""Longer ones (code points) are prepared in a process of their own: its start takes as long as this."""
_FENCE = rb"(?m)^(?:```|~~~)"


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
    """Prepare the beginning of a long article, cut at a blank line outside a block of code."""
    from reader.library.files import read_file
    from reader.library.formats.reading import parse_bytes

    path = Path(head.path)
    beginning = read_file(path)[:GLIMPSE_BYTES]
    fences = [match.start() for match in re.finditer(_FENCE, beginning)]
    if len(fences) % 2:
        beginning = beginning[: fences[-1]]
    cut = beginning.rfind(b"\n\n")
    document = parse_bytes(beginning[:cut] if cut > 0 else beginning, path.name)
    article = Article(head, document.text, document.blocks, document.spans)
    return Reading(article, quotations(article_quotes(article)), is_whole=False)


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
