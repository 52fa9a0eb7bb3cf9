"""Quotations and works for the tests of exports."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from reader.domain.article import ArticleHead, ArticleId
from reader.domain.mark import Bookmark
from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span
from reader.exports.excerpt import Excerpt, excerpt_of, work_of

HEAD = ArticleHead(
    ArticleId("front00001"),
    "A front door for AI in Shanghai",
    ("He Wei",),
    source="China Daily",
    place="Shanghai",
    published="2020-07-11T18:16",
    added="2026-03-03T10:00:00Z",
    url="https://example.org/front?a=b",
    language="en",
    tags=("ai",),
)
SPEAKER = Speaker(Span(40, 42), "he", "Yin Qi", is_sure=True, kind=SpeakerKind.PERSON, role="head of Megvii")
BOOKMARK = Bookmark(
    id="k3v9x0q2mpab",
    article=HEAD.id,
    title=HEAD.title,
    source=HEAD.source,
    url=HEAD.url,
    published=HEAD.published,
    spans=(Span(100, 130), Span(150, 170)),
    exact=("“It must be responsible,”", "“and open.”"),
    before="",
    after="",
    sentence="",
    speaker=SPEAKER,
    kept_at=1_700_000_000.5,
    note="",
    tags=("door",),
    label="check",
)
DOUBTFUL = replace(SPEAKER, is_sure=False)


def excerpt(head: ArticleHead = HEAD, **changes: Any) -> Excerpt:
    """Return the bookmark, with changes, as an excerpt of ``head``."""
    return excerpt_of(
        replace(BOOKMARK, article=head.id, **changes), replace(work_of(head), key="he2020front")
    )
