"""The line that says who wrote it and where: "By A and B in Shanghai"."""

from __future__ import annotations

import re

from reader.values import frozen

_LONGEST = 160
_BY = re.compile(r"(?:By|BY)[:\s]\s*(?P<rest>\S.*)")
_SOURCE = re.compile(r"\s*[|•·]\s*|\s+[–—]\s+")
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|AND)\s+|\s*&\s*")
_PLACE = re.compile(r"\s+(?:in|IN)\s+")
_PARTICLES = frozenset(
    {
        "al", "ap", "bin", "binti", "da", "das", "de", "del", "della", "der", "di", "do", "dos", "du",
        "e", "el", "en", "ibn", "la", "le", "ter", "ten", "van", "von", "y", "zu",
    }
)  # fmt: skip
_ROLES = frozenset(
    {
        "editor", "reporter", "correspondent", "writer", "columnist", "chief", "analyst", "producer",
        "contributor", "bureau", "staff", "desk",
    }
)  # fmt: skip
_AGENCIES = frozenset(
    {
        "AFP", "AP", "Reuters", "Xinhua", "Bloomberg", "EPA", "dpa", "ANSA", "EFE", "Kyodo", "Yonhap",
        "TASS", "CNN", "BBC",
    }
)  # fmt: skip
_NOT_NAMES = frozenset(
    {
        "the", "a", "an", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "contrast", "comparison",
    }
)  # fmt: skip
_SENTENCE_END = re.compile(r"(?<!Jr)\.\Z|[?!;:]\Z")
_WORD = re.compile(r"[^\W\d_](?:[\w.’'-]*[\w.])?", re.UNICODE)


@frozen
class Byline:
    """The names of a byline, the place it gives, and the paper or agency behind it."""

    authors: tuple[str, ...] = ()
    place: str | None = None
    source: str | None = None


def parse_byline(line: str) -> Byline | None:
    """Return what a byline says, or None for any other line, such as a sentence that begins with "By"."""
    found = _BY.fullmatch(line.strip()) if len(line) <= _LONGEST else None
    if found is None or _SENTENCE_END.search(found["rest"]):
        return None
    names, *behind = _SOURCE.split(found["rest"])
    authors: list[str] = []
    places: list[str] = []
    source = " ".join(behind) or None
    for who, where in _by_place(names):
        if where:
            places.append(where)
        for name in _SEPARATOR.split(who):
            if name in _AGENCIES and authors:
                source = source or name
            elif _is_name(name):
                authors.append(name)
            elif not (authors and _is_role(name)):
                return None
    return Byline(tuple(authors), ", ".join(places) or None, source) if authors else None


def _by_place(names: str) -> list[tuple[str, str]]:
    """Pair the names with their places in "A in X and B in Y"; without a place it is empty."""
    parts = _PLACE.split(names)
    if len(parts) == 1 or not _is_place(parts[-1]):
        return [(names, "")]
    pairs: list[tuple[str, str]] = []
    who = parts[0]
    for middle in parts[1:-1]:
        where, _, following = middle.partition(" and ")
        if not following:
            return [(names, "")]
        pairs.append((who, where))
        who = following
    return [*pairs, (who, parts[-1])]


def _is_place(text: str) -> bool:
    words = text.replace(",", " ").split()
    return 0 < len(words) <= 6 and all(
        not word[0].islower() or word in {"and", "of", "de", "la"} for word in words
    )


def _is_name(text: str) -> bool:
    words = text.split()
    if not 1 <= len(words) <= 6 or any(word.lower() in _NOT_NAMES for word in words):
        return False
    if len(words) == 1:
        return words[0] in _AGENCIES or (words[0].isalpha() and not words[0].isascii()) or words[0].istitle()
    if _is_role(text):
        return False
    return all(
        _WORD.fullmatch(word) and (not word[0].islower() or word in _PARTICLES) for word in words
    ) and (not words[-1][0].islower())


def _is_role(text: str) -> bool:
    words = text.lower().split()
    return bool(words) and words[-1] in _ROLES
