"""The news article as a site prints it: dates, headline, byline, captions, pull quotes, related lines."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.domain.article import BlockKind
from reader.domain.clean import clean
from reader.library.formats.bylines import Byline, parse_byline
from reader.library.formats.dates import iso_date
from reader.library.formats.document import Document, FrontMatter, build_document
from reader.library.formats.paragraphs import split_paragraphs
from reader.library.formats.pieces import Piece
from reader.values import frozen

_HEAD_LINES = 8
_HEADLINE_LIMIT = 200
_RELATED_LIMIT = 300
_CAPTION_LIMIT = 600
_PULL_QUOTE_LIMIT = 400
_PULL_QUOTE_WORDS = 5
# A pull quote stands near its sentence; looking no further keeps a long file linear.
_PULL_QUOTE_DISTANCE = 30

_DATE_LABELS = {
    "published": re.compile(r"(?:first )?(?:published|posted|date|issued)(?: (?:on|at))?\b:?", re.IGNORECASE),
    "updated": re.compile(r"(?:last )?(?:updated|modified|edited)(?: (?:on|at))?\b:?", re.IGNORECASE),
}
_DATE_PARTS = re.compile(r"\s*[|·•]\s*|\s+(?=(?:last )?updated\b)", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:also read|read more|read also|read next|related(?: (?:stories|story|articles?|links?|news))?"
    r"|see also|more on this(?: story)?|recommended|don[’']t miss|lire aussi|lesen sie auch|lea también"
    r"|leggi anche)"
    r"\s*[:：»|>–—-]\s*\S",
    re.IGNORECASE,
)
_CREDIT = re.compile(r"[(\[（]([^()\[\]（）]{2,80})[)\]）]\.?\Z")
_CREDIT_WORDS = re.compile(
    r"\b(?:photos?|photograph(?:er|s)?|pictures?|images?|illustration|courtesy|credit|handout|file|getty|via)\b|©",
    re.IGNORECASE,
)
_AGENCIES = re.compile(r"\b(?:AFP|AP|EPA|Reuters|Xinhua|VCG|dpa|PA|ANSA|EFE|Kyodo|Yonhap|TASS|Bloomberg)\b")
_SENTENCE_END = re.compile(r"[.。…,;:][”’\"')\]]*\Z")
_STOP = re.compile(r"[\s.!?…。”’\"'“‘]+\Z")
_OPENING_MARKS = re.compile(r"\A[\s“‘\"'«]+")


@frozen
class _Head:
    """What the lines before the text say."""

    title: str | None = None
    byline: Byline | None = None
    published: str | None = None
    updated: str | None = None


def parse_plain_text(source: str) -> Document:
    """Return the document of a text file; what no rule knows stays a paragraph.

    The title is None when no line at the head looks like a headline.
    """
    head, paragraphs = _read_head(split_paragraphs(clean(source)))
    byline = head.byline or Byline()
    front = FrontMatter(
        title=head.title,
        authors=byline.authors,
        source=byline.source,
        place=byline.place,
        published=head.published,
        updated=head.updated,
    )
    return build_document(front, _pieces(paragraphs))


def _read_head(paragraphs: list[list[str]]) -> tuple[_Head, list[list[str]]]:
    """Take dates, headline and byline off the first lines; return them and the paragraphs that remain."""
    head = _Head()
    for _ in range(_HEAD_LINES):
        if not paragraphs:
            break
        line = paragraphs[0][0]
        is_last_line = len(paragraphs) == 1 and len(paragraphs[0]) == 1
        taken = _take_line(head, line)
        if taken is None or (is_last_line and taken.title != head.title):
            break
        head = taken
        rest = paragraphs[0][1:]
        paragraphs = [rest, *paragraphs[1:]] if rest else paragraphs[1:]
    return head, paragraphs


def _take_line(head: _Head, line: str) -> _Head | None:
    """Return the head with what this line says, or None when the text begins with it."""
    dates = _dates(line)
    if dates:
        return replace(
            head,
            published=head.published or dates.get("published"),
            updated=head.updated or dates.get("updated"),
        )
    byline = parse_byline(line)
    if byline is not None and head.byline is None:
        return replace(head, byline=byline)
    if head.title is None and head.byline is None and _is_headline(line):
        return replace(head, title=line)
    return None


def _dates(line: str) -> dict[str, str]:
    """Return the dates a line gives, by what they are; nothing when any part of it is something else."""
    found: dict[str, str] = {}
    for part in _DATE_PARTS.split(line.strip()) if len(line) <= _HEADLINE_LIMIT else ():
        name, text = "published", part
        for label, pattern in _DATE_LABELS.items():
            if match := pattern.match(part):
                name, text = label, part[match.end() :]
        day = iso_date(text)
        if day is None or not text.strip(" :0123456789"):
            return {}
        found.setdefault(name, day)
    return found


def _is_headline(line: str) -> bool:
    return len(line) <= _HEADLINE_LIMIT and not _SENTENCE_END.search(line) and not _RELATED.match(line)


def _pieces(paragraphs: list[list[str]]) -> list[Piece]:
    texts = ["\n".join(lines) for lines in paragraphs]
    flat = [_flat(text) for text in texts]
    return [Piece(_kind(text, index, flat), text) for index, text in enumerate(texts)]


def _kind(text: str, index: int, flat: list[str]) -> BlockKind:
    if len(text) <= _RELATED_LIMIT and _RELATED.match(text):
        return BlockKind.RELATED
    if len(text) <= _CAPTION_LIMIT and _has_credit(text):
        return BlockKind.CAPTION
    if len(text) <= _PULL_QUOTE_LIMIT and _is_repeated(index, flat):
        return BlockKind.PULL_QUOTE
    return BlockKind.PARAGRAPH


def _has_credit(text: str) -> bool:
    """Tell whether a paragraph ends with the name of whoever took the picture, in brackets."""
    found = _CREDIT.search(text)
    if found is None or found.start() == 0:
        return False
    credit = found[1]
    if _CREDIT_WORDS.search(credit) or re.search(r"[^\W\d]\s?/\s?[^\W\d]", credit):
        return True
    return bool(_AGENCIES.search(credit)) and len(text) <= _RELATED_LIMIT


def _is_repeated(index: int, flat: list[str]) -> bool:
    """Tell whether the paragraph says over again what stands, in a longer one, near it."""
    words = flat[index]
    if words.count(" ") < _PULL_QUOTE_WORDS - 1:
        return False
    near = range(max(0, index - _PULL_QUOTE_DISTANCE), min(len(flat), index + _PULL_QUOTE_DISTANCE + 1))
    # Of two that are the same the second repeats.
    return any(
        words in flat[other] and (words != flat[other] or other < index) for other in near if other != index
    )


def _flat(text: str) -> str:
    """Return the words without case, line ends, and the marks at either end."""
    return _OPENING_MARKS.sub("", _STOP.sub("", " ".join(text.split()))).casefold()
