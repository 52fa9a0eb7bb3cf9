"""What leads elsewhere from an article: links, images and the marks of footnotes, numbered."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.domain.article import Article, BlockKind, InlineKind, footnote_number
from reader.domain.span import Span
from reader.values import NamedTuple

_ADDRESS = r"(?i)\bhttps?://[^\s<>\"“”„«»‹›‘’|\[\]{}\\^`]+"
"""Compiled when links are first asked for, not with the app."""


class PageLink(NamedTuple):
    """Something on the page that leads elsewhere: a web address, or the ``target`` of a footnote's mark.

    ``words`` are those it stands on; of a footnote its mark and the note's. An image that is a file of
    somebody's disk has neither address nor target.
    """

    number: int
    span: Span
    words: str
    url: str = ""
    target: Span | None = None

    @property
    def label(self) -> str:
        """Its number as the page shows it."""
        return f"[{self.number}]"


def links_of(article: Article) -> list[PageLink]:
    """Return the links and images of an article in the order of its text, then its footnotes' marks."""
    notes = {
        block.marker: block.span
        for block in article.blocks
        if block.kind is BlockKind.FOOTNOTE and block.marker
    }
    found: list[tuple[Span, str, Span | None]] = []
    for inline in article.spans:
        if inline.kind is InlineKind.LINK:
            found.append((inline.span, inline.url, None))
        elif inline.kind is InlineKind.FOOTNOTE:
            number = footnote_number(inline.span.of(article.text))
            if number in notes:
                found.append((inline.span, "", notes[number]))
    found += [(block.span, block.url, None) for block in article.blocks if block.kind is BlockKind.IMAGE]
    found += [(span, span.of(article.text), None) for span in _bare_addresses(article)]
    found.sort(key=lambda link: (link[2] is not None, link[0]))
    text = article.text
    return [
        PageLink(number, span, f"{span.of(text)} {target.of(text)}" if target else span.of(text), url, target)
        for number, (span, url, target) in enumerate(found, 1)
    ]


def _bare_addresses(article: Article) -> Iterator[Span]:
    """Yield the web addresses that stand in the text as words of their own and are no link yet."""
    from reader.domain.clean import clean_url

    taken = sorted(inline.span for inline in article.spans if inline.kind is InlineKind.LINK)
    taken += [block.span for block in article.blocks if block.kind is BlockKind.IMAGE]
    taken.sort()
    starts = [span.start for span in taken]
    for match in re.finditer(_ADDRESS, article.text):
        address = _without_punctuation(match[0])
        span = Span(match.start(), match.start() + len(address))
        before = bisect_left(starts, span.end) - 1
        is_link = before >= 0 and taken[before].overlaps(span)
        if not is_link and clean_url(address) == address:
            yield span


def _without_punctuation(address: str) -> str:
    """Leave out what ends the sentence, and a bracket that opened before the address."""
    while address and (
        address[-1] in ".,;:!?'*_" or (address[-1] == ")" and address.count("(") < address.count(")"))
    ):
        address = address[:-1]
    return address


class LinkLabels:
    """The numbers to show behind links, found by place."""

    def __init__(self, links: Sequence[PageLink]) -> None:
        ordered = sorted((link for link in links if not link.target), key=lambda link: link.span.end)
        self._ends = [link.span.end for link in ordered]
        self._labels = [link.label for link in ordered]

    def between(self, start: int, end: int) -> list[tuple[int, str]]:
        """Return the places from ``start`` to ``end``, both included, behind which a label stands."""
        first = bisect_left(self._ends, start + 1)
        last = bisect_left(self._ends, end + 1)
        return list(zip(self._ends[first:last], self._labels[first:last], strict=True))
