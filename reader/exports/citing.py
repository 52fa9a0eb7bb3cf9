"""One quotation, or one article, as a citation in each style.

Sources: Chicago Manual of Style (17th edition, 14.191, 14.260), Publication Manual of the APA (7th, 8.6,
10.1), MLA Handbook (9th, 6.77), AP Stylebook, and the documentation of Wikipedia's ``{{cite news}}``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.exports.excerpt import Excerpt, Work
from reader.exports.links import link_to, safe_url
from reader.exports.markdown_text import escape
from reader.exports.names import families, sorted_under, with_initials
from reader.exports.prose import behind, ended, names_of, quoted, said, title_in_marks
from reader.exports.when import ap_date, apa_date, day_first, mla_date, month_first
from reader.exports.wiki import wiki_article, wiki_quotation
from reader.values import NamedTuple


class Style(NamedTuple):
    """How one style cites an article, and a quotation in it; ``title`` is its name for people."""

    name: str
    title: str
    article: Callable[[Work], str]
    quotation: Callable[[Excerpt], str]


def _list(parts: Sequence[str | None], separator: str = ", ") -> str:
    return separator.join(part for part in parts if part)


def _byline(work: Work) -> str:
    """Return the authors as the article names them: ``A``, ``A and B``, ``A, B and C``."""
    *first, last = work.authors or ("",)
    return " and ".join(filter(None, [", ".join(first), last]))


def _title_and_rest(work: Work, rest: Sequence[str | None]) -> str:
    """Return ``“Title,” rest``, the comma inside the marks and only where something follows."""
    following = _list(rest)
    return f"{title_in_marks(work.title, ',' if following else '')} {following}".strip()


def _plain_article(work: Work) -> str:
    rest = _title_and_rest(work, [work.outlet, day_first(work.published), work.url])
    return _list([_byline(work), rest])


def _plain(excerpt: Excerpt) -> str:
    return f"{said(excerpt)} ({behind(excerpt, _plain_article(excerpt.work))})"


def _markdown_reference(work: Work, url: str | None) -> str:
    title = escape(work.title)
    outlet = f"*{escape(work.outlet)}*" if work.outlet else ""
    linked = f"[{title}]({url})" if url else title
    return _list([linked, escape(_byline(work)), outlet, day_first(work.published)])


def _markdown_article(work: Work) -> str:
    return _markdown_reference(work, safe_url(work.url) if work.url else None)


def _markdown(excerpt: Excerpt) -> str:
    work = excerpt.work
    reference = _markdown_reference(work, link_to(work.url, excerpt.pieces) if work.url else None)
    who = escape(excerpt.attribution.shown) if excerpt.attribution else ""
    return f"> {escape(quoted(excerpt))}\n>\n> — {_list([who, behind(excerpt, reference)])}"


def _ap_article(work: Work) -> str:
    by = f"by {_byline(work)}" if work.authors else ""
    return ended(_title_and_rest(work, [by, work.outlet, ap_date(work.published)]))


def _ap(excerpt: Excerpt) -> str:
    work = excerpt.work
    reporter, date = work.outlet or _byline(work) or title_in_marks(work.title), ap_date(work.published)
    if excerpt.attribution is None:
        return f"{said(excerpt)} ({_list([reporter, date])})"
    on = f" on {date}" if date else ""
    return ended(f"{said(excerpt, with_role=True)}, as reported by {reporter}{on}")


def _chicago_note(work: Work) -> str:
    return _list([_byline(work), _title_and_rest(work, [work.outlet, month_first(work.published), work.url])])


def _chicago_article(work: Work) -> str:
    first, *others = names_of(work) or (None,)
    authors = _list([sorted_under(first), *work.authors[1:-1]]) if first else ""
    if others:
        authors += f", and {work.authors[-1]}"
    rest = _list([work.outlet, month_first(work.published)])
    parts = [ended(authors) if authors else "", title_in_marks(work.title, "."), ended(rest) if rest else ""]
    return _list([*parts, f"{work.url}." if work.url else ""], " ")


def _chicago(excerpt: Excerpt) -> str:
    who = excerpt.attribution.shown if excerpt.attribution else ""
    note = _list([who, behind(excerpt, _chicago_note(excerpt.work))])
    return f"{ended(said(excerpt))}\n\n{ended(note[:1].upper() + note[1:])}"


def _apa_article(work: Work) -> str:
    names = [with_initials(name) for name in names_of(work)]
    # From the twenty-first author on, the first nineteen and the last (9.8).
    authors = ", ".join(names) if len(names) < 2 else f"{', '.join(names[:-1])}, & {names[-1]}"
    if len(names) > 20:
        authors = f"{', '.join(names[:19])}, … {names[-1]}"
    date = f"({apa_date(work.published)})."
    outlet = f"{work.outlet}." if work.outlet else ""
    opening = [ended(authors), date, ended(work.title)] if authors else [ended(work.title), date]
    return _list([*opening, outlet, work.url], " ")


def _apa(excerpt: Excerpt) -> str:
    work = excerpt.work
    lead = families(names_of(work), "&") or title_in_marks(work.title)
    reference = behind(excerpt, f"{lead}, {apa_date(work.published).split(',')[0]}")
    return f"{said(excerpt)} ({reference}).\n\n{_apa_article(work)}"


def _mla_article(work: Work) -> str:
    names = names_of(work)
    authors = sorted_under(names[0]) if names else ""
    if len(names) == 2:
        authors += f", and {work.authors[1]}"
    elif len(names) > 2:
        authors += ", et al."
    rest = _list([work.outlet, mla_date(work.published), work.url])
    parts = [ended(authors) if authors else "", title_in_marks(work.title, "."), f"{rest}." if rest else ""]
    return _list(parts, " ")


def _mla(excerpt: Excerpt) -> str:
    work = excerpt.work
    lead = families(names_of(work)) or title_in_marks(work.title)
    reference = f"qtd. in {lead}" if excerpt.is_quotation else lead
    return f"{said(excerpt)} ({reference}).\n\n{_mla_article(work)}"


STYLES: tuple[Style, ...] = (
    Style("plain", "Plain text", _plain_article, _plain),
    Style("markdown", "Markdown, linked to the words", _markdown_article, _markdown),
    Style("ap", "AP-like attribution", _ap_article, _ap),
    Style("chicago", "Chicago, with its note", _chicago_article, _chicago),
    Style("apa", "APA, with its reference", _apa_article, _apa),
    Style("mla", "MLA, with its work cited", _mla_article, _mla),
    Style("wiki", "Wiki, {{cite news}}", wiki_article, wiki_quotation),
)
"""In the order a picker lists them."""


def style_named(name: str) -> Style | None:
    """Return the style with this name."""
    return next((style for style in STYLES if style.name == name), None)
