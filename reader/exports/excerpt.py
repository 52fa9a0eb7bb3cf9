"""What every form is made of: a quotation with its attribution, and the work it was read in."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.domain.article import ArticleHead
from reader.domain.mark import Bookmark, Kind
from reader.values import frozen

_LINE_BREAKS = re.compile("[ ]*[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+[ ]*")


def one_line(text: str) -> str:
    """Return ``text`` with every line break as a space; other spaces, such as French ones, stay."""
    return _LINE_BREAKS.sub(" ", text).strip()


@frozen
class Work:
    """An article as it is cited; the ones who wrote it are never those who speak in it.

    ``key`` names it among others (``lee2026bridge``). Dates are ISO 8601, ``saved`` the time it came
    into the library. ``text_sha256`` is of the article's text, None when that cannot be read.
    """

    id: str
    title: str
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    place: str | None = None
    published: str | None = None
    saved: str | None = None
    url: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    key: str = ""
    text_sha256: str | None = None


@frozen
class Attribution:
    """Who said it: ``is_doubtful`` is shown in every form, ``is_by_hand`` in those for other programs."""

    name: str
    role: str | None
    is_doubtful: bool
    is_by_hand: bool

    @property
    def shown(self) -> str:
        """The name, with a question mark in brackets when it is in doubt."""
        return f"{self.name} (?)" if self.is_doubtful else self.name

    @property
    def explained(self) -> str:
        """The name, and whether it is in doubt or a person's own decision."""
        return f"{self.shown} (set by hand)" if self.is_by_hand else self.shown


@frozen
class Excerpt:
    """A kept quotation or passage.

    ``words`` is the whole of it, the joints of a split one shown by an ellipsis, and ``pieces`` its
    words as they stand in the article; ``is_quotation`` parts somebody's quoted words from a passage of
    the article's own. ``tags`` begin with its label and state, where it has them. ``location`` is its
    first code point in the article's text, ``paragraph`` the number of its block from 1 (None when its
    place is not known). ``kept_at`` is in seconds since 1970, None when it is not kept.
    """

    id: str
    work: Work
    words: str
    pieces: tuple[str, ...]
    attribution: Attribution | None
    is_quotation: bool
    note: str
    tags: tuple[str, ...]
    kept_at: float | None
    location: int
    paragraph: int | None = None


def work_of(head: ArticleHead) -> Work:
    """Return an article of the library as it is cited."""
    return Work(
        id=head.id,
        title=one_line(head.title),
        authors=tuple(filter(None, map(one_line, head.authors))),
        outlet=one_line(head.source or "") or None,
        place=one_line(head.place or "") or None,
        published=head.published,
        saved=head.added,
        url=head.url,
        language=head.language,
        tags=head.tags,
    )


def work_of_bookmark(bookmark: Bookmark) -> Work:
    """Return what a bookmark itself knows of its article, for when the article has gone."""
    return Work(
        id=bookmark.article,
        title=one_line(bookmark.title),
        outlet=one_line(bookmark.source or "") or None,
        published=bookmark.published,
        url=bookmark.url,
    )


def excerpt_of(bookmark: Bookmark, work: Work) -> Excerpt:
    """Return a bookmark as the excerpt of a work."""
    return Excerpt(
        id=bookmark.id,
        work=work,
        words=bookmark.text.strip(),
        pieces=bookmark.exact,
        attribution=_attribution(bookmark),
        is_quotation=bookmark.kind is Kind.QUOTATION,
        note=bookmark.note.strip(),
        tags=tuple(filter(None, (bookmark.label, bookmark.status, *bookmark.tags))),
        kept_at=bookmark.kept_at,
        location=bookmark.spans[0].start if bookmark.spans else 0,
    )


def _attribution(bookmark: Bookmark) -> Attribution | None:
    """Return who said it, a person's decision before the engine's finding."""
    speaker = bookmark.said_by
    if speaker is None or not one_line(speaker.label):
        return None
    return Attribution(
        one_line(speaker.label),
        one_line(speaker.role or "") or None,
        is_doubtful=speaker.is_doubtful,
        is_by_hand=speaker.decided is not None,
    )


def with_paragraph(excerpt: Excerpt, paragraph: int | None, text_sha256: str | None) -> Excerpt:
    """Return the excerpt with what only the article's text can tell."""
    return replace(excerpt, paragraph=paragraph, work=replace(excerpt.work, text_sha256=text_sha256))
