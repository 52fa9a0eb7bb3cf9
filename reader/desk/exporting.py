"""Kept quotations on their way out: as citations, and as files for other programs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from reader.desk.keeping import make_bookmark, make_passage
from reader.domain.article import ArticleHead, ArticleId
from reader.domain.mark import Bookmark
from reader.errors import ReaderError, UsageError
from reader.exports.citing import STYLES, Style, style_named
from reader.exports.excerpt import Excerpt, Work, excerpt_of, with_paragraph, work_of, work_of_bookmark
from reader.values import NamedTuple

if TYPE_CHECKING:
    from reader.desk.desk import Desk
    from reader.desk.reading import Reading
    from reader.domain.quote import Quotation
    from reader.domain.span import Span
    from reader.exports.export_file import Written

__all__ = [
    "STYLES",
    "Style",
    "cite_article",
    "cite_bookmark",
    "cite_passage",
    "cite_quotation",
    "export",
    "export_markdown",
    "markdown_text",
    "write_export",
]


def cite_quotation(desk: Desk, reading: Reading, quotation: Quotation, style: str) -> str:
    """Return a quotation of an open article as a citation; what a person repaired counts.

    Raises UsageError for a style there is not, as the two below do.
    """
    bookmark = _bookmark_of(desk, reading, quotation)
    return _style(style).quotation(excerpt_of(bookmark, work_of(reading.article.head)))


def cite_passage(reading: Reading, spans: Sequence[Span], style: str) -> str:
    """Return words of an open article that a person chose as a citation."""
    passage = make_passage(reading, spans, "", 0.0)
    return _style(style).quotation(excerpt_of(passage, work_of(reading.article.head)))


def cite_bookmark(desk: Desk, bookmark: Bookmark, style: str) -> str:
    """Return a kept quotation as a citation."""
    return _style(style).quotation(excerpt_of(bookmark, _work(desk, bookmark)))


def cite_article(head: ArticleHead, style: str) -> str:
    """Return an article as a citation."""
    return _style(style).article(work_of(head))


def _bookmark_of(desk: Desk, reading: Reading, quotation: Quotation) -> Bookmark:
    kept = desk.kept(reading).bookmark_of(quotation.number - 1)
    return kept or make_bookmark(reading, quotation, 0.0)


def _style(name: str) -> Style:
    style = style_named(name)
    if style is None:
        names = ", ".join(style.name for style in STYLES)
        raise UsageError(f"There is no style “{name}”; choose from {names}.")
    return style


def _head(desk: Desk, article: ArticleId) -> ArticleHead | None:
    row = desk.row_of(article)
    return None if row is None else desk.heads[row]


def _work(desk: Desk, bookmark: Bookmark) -> Work:
    """Return the article as the library knows it now, or as the bookmark does when it has gone."""
    head = _head(desk, bookmark.article)
    return work_of_bookmark(bookmark) if head is None else work_of(head)


def export(desk: Desk, bookmarks: Sequence[Bookmark], form: str) -> str:
    """Return bookmarks as ``csv``, ``csl``, ``bibtex`` or ``ris``."""
    return _writer(form)(_excerpts(desk, bookmarks))


def _writer(form: str) -> Callable[[Sequence[Excerpt]], str]:
    # One form is asked for at a time: the others are not loaded.
    if form == "csv":
        from reader.exports.readwise import readwise_csv

        return readwise_csv
    if form == "csl":
        from reader.exports.csl import csl_json

        return csl_json
    if form == "bibtex":
        from reader.exports.bibtex import bibtex

        return bibtex
    from reader.exports.ris import ris

    return ris


def markdown_text(desk: Desk, bookmarks: Sequence[Bookmark]) -> str:
    """Return bookmarks as a Markdown file of their own, with front matter when all are of one article."""
    from reader.exports.region import new_file

    return new_file(*_head_and_region(desk, bookmarks))


def export_markdown(desk: Desk, bookmarks: Sequence[Bookmark], path: Path) -> Written:
    """Put bookmarks into the region of a Markdown file, a new one if need be, and tell what was done to it.

    Raises ExportError.
    """
    from reader.exports.export_file import Written, write_region
    from reader.exports.region import has_region, new_file, with_region

    head, words = _head_and_region(desk, bookmarks)
    done = Written.NEW

    def composed(current: str | None) -> str:
        nonlocal done
        if current is None:
            return new_file(head, words)
        if current:
            done = Written.RENEWED if has_region(current) else Written.ADDED
        return with_region(current, words, str(path))

    return done if write_region(path, composed) else Written.SAME


def _head_and_region(desk: Desk, bookmarks: Sequence[Bookmark]) -> tuple[str, str]:
    from reader.exports.markdown import front_matter, region

    excerpts = _with_paragraphs(desk, bookmarks, _excerpts(desk, bookmarks))
    works = {excerpt.work.id: excerpt.work for excerpt in excerpts}
    head = front_matter(next(iter(works.values()))) if len(works) == 1 else ""
    return head, region(excerpts)


def write_export(path: Path, text: str, *, replaces: bool) -> Written:
    """Write an export to a file of its own and tell what was done to it; raises ExportError."""
    from reader.exports.export_file import write_whole

    return write_whole(path, text, replaces=replaces)


def _excerpts(desk: Desk, bookmarks: Iterable[Bookmark]) -> list[Excerpt]:
    """Return bookmarks with their works, whose keys do not depend on what else is exported."""
    from reader.exports.bibliography import citation_keys

    works: dict[ArticleId, Work] = {}
    for bookmark in (*desk.bookmarks(), *bookmarks):
        if bookmark.article not in works:
            works[bookmark.article] = _work(desk, bookmark)
    keys = citation_keys(works.values())
    keyed = {article: replace(work, key=keys[work.id]) for article, work in works.items()}
    return [excerpt_of(bookmark, keyed[bookmark.article]) for bookmark in bookmarks]


def _with_paragraphs(desk: Desk, bookmarks: Sequence[Bookmark], excerpts: Sequence[Excerpt]) -> list[Excerpt]:
    """Add what the articles' texts tell: the paragraph of each quotation, and the text's digest."""
    known = {article: _text_facts(desk, article) for article in {b.article for b in bookmarks}}
    placed = []
    for bookmark, excerpt in zip(bookmarks, excerpts, strict=True):
        facts = known[bookmark.article]
        if facts is not None:
            paragraph = facts.paragraphs.get(bookmark.id)
            excerpt = with_paragraph(excerpt, paragraph, facts.sha256)  # noqa: PLW2901
        placed.append(excerpt)
    return placed


class _TextFacts(NamedTuple):
    """The digest of an article's text, and by bookmark the number of the block it stands in now."""

    sha256: str
    paragraphs: dict[str, int]


def _text_facts(desk: Desk, article: ArticleId) -> _TextFacts | None:
    """Return what an article's text tells now; None when it has gone, which is no reason not to export."""
    head = _head(desk, article)
    try:
        reading = None if head is None else desk.reading(head)
    except ReaderError:
        return None
    if reading is None:
        return None
    starts = [block.span.start for block in reading.article.blocks]
    paragraphs = {
        place.bookmark.id: bisect_right(starts, place.placement.spans[0].start)
        for place in desk.kept(reading).places
        if place.placement.spans
    }
    text = reading.article.text.encode("utf-8", "replace")
    return _TextFacts(sha256(text).hexdigest(), paragraphs)
