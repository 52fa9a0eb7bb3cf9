"""A quotation and its speaker as a sentence, the speaker apart from the one who wrote the article."""

from __future__ import annotations

import re

from reader.domain.quote import CLOSING_MARKS
from reader.exports.excerpt import Excerpt, Work, one_line
from reader.exports.marks import in_marks
from reader.exports.names import Name, families, parse_name
from reader.exports.when import date_parts

_STOPS = ("?", "!", "…", "—", "–", "...", ",", ";", ":")
_CURLY_INNER = str.maketrans("“”", "‘’")


def quoted(excerpt: Excerpt) -> str:
    """Return the words in marks on one line; a passage gets them, unless it is a whole quotation."""
    words = one_line(excerpt.words)
    return words if excerpt.is_quotation else in_marks(words)


def said(excerpt: Excerpt, *, with_role: bool = False) -> str:
    """Return ``“…,” said Yin Qi``; without a speaker the words alone."""
    attribution = excerpt.attribution
    if attribution is None:
        return quoted(excerpt)
    role = f", {attribution.role}" if with_role and attribution.role else ""
    return f"{before_said(quoted(excerpt))} said {attribution.shown}{role}"


def before_said(words: str) -> str:
    """Return the words with the comma that stands before ``said`` in the place of a full stop."""
    mark = words[-1:] if words[-1:] in set(CLOSING_MARKS) else ""
    inner = words.removesuffix(mark) if mark else words
    if inner.endswith(_STOPS):
        return words
    if mark in {"”", '"', "’", "'"}:
        return f"{inner.removesuffix('.')},{mark}"
    # Marks of other languages take no comma inside: « Non », said.
    return f"{words}," if mark else f"{inner.removesuffix('.')},"


def ended(sentence: str) -> str:
    """Return the sentence with a full stop, unless one or its like stands there, inside the marks or out."""
    return sentence if re.search(r"[.?!…][”’\"'»]*$", sentence) else f"{sentence}."


def title_in_marks(title: str, stop: str = "") -> str:
    """Return ``“Title,”``: the stop goes inside, unless the title ends with one of its own."""
    inner = title.translate(_CURLY_INNER)
    return f"“{inner}{'' if inner.endswith(('?', '!', '…')) else stop}”"


def names_of(work: Work) -> tuple[Name, ...]:
    """Return the names of those who wrote the work."""
    return tuple(parse_name(author, work.outlet) for author in work.authors)


def short_reference(work: Work, ampersand: str = "and") -> str:
    """Return ``He, 2020``; a work nobody has signed goes by its outlet, else by its title."""
    year, *_ = (*map(str, date_parts(work.published)), "")
    lead = families(names_of(work), ampersand) or work.outlet or title_in_marks(work.title)
    return ", ".join(filter(None, [lead, year]))


def behind(excerpt: Excerpt, words: str) -> str:
    """Return what stands in brackets behind a quotation: who says something is *quoted in* the work."""
    return f"quoted in {words}" if excerpt.is_quotation else words
