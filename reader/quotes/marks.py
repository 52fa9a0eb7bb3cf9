"""Finding quoted segments: which mark opens, which one closes it.

Works on straight and curly marks, doubled single marks (wire style), guillemets, German and East Asian
marks; tolerant of mixed and reversed curls. A segment never crosses a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from reader.values import NamedTuple

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_MARK = re.compile(r"''|``|’’|‘‘|[\"“”„‟«»「」『』'‘’‚‛`]")
_OPENING_NEIGHBOURS = frozenset("([{<—–-/|‘'“\"«「")
_CLOSING_NEIGHBOURS = frozenset(".,;:!?)]}—–-…’'”\"/")
_SINGLES = frozenset("'‘’‚‛`")


class Family(Enum):
    """A set of marks that open and close one another."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"
    CORNER = "corner"


class Mark(NamedTuple):
    """One mark: its place, and whether its shape or the spacing around it lets it open or close.

    ``shape`` is 1 for a shape that opens, -1 for one that closes, 0 for one that says nothing.
    """

    start: int
    end: int
    family: Family
    shape: int
    can_open: bool
    can_close: bool


class Segment(NamedTuple):
    """Quoted text, its marks included; an open one has no closing mark and runs to its paragraph's end."""

    start: int
    end: int
    is_closed: bool


_SHAPES: dict[str, tuple[Family, int]] = {
    '"': (Family.DOUBLE, 0), "“": (Family.DOUBLE, 1), "”": (Family.DOUBLE, -1), "‟": (Family.DOUBLE, 1),
    "„": (Family.DOUBLE, 1), "''": (Family.DOUBLE, 0), "``": (Family.DOUBLE, 1), "‘‘": (Family.DOUBLE, 1),
    "’’": (Family.DOUBLE, -1), "«": (Family.ANGLE, 1), "»": (Family.ANGLE, -1), "「": (Family.CORNER, 1),
    "」": (Family.CORNER, -1), "『": (Family.CORNER, 1), "』": (Family.CORNER, -1), "'": (Family.SINGLE, 0),
    "‘": (Family.SINGLE, 1), "’": (Family.SINGLE, -1), "‚": (Family.SINGLE, 1), "‛": (Family.SINGLE, 1),
    "`": (Family.SINGLE, 1),
}  # fmt: skip


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every paragraph that holds more than white space."""
    for match in _LINE.finditer(text):
        if not match[0].isspace():
            yield match.span()


@lru_cache(maxsize=1 << 12)
def _judge(glyph: str, before: str, after: str) -> tuple[Family, int, bool, bool] | None:
    """Judge ``glyph`` by its neighbours: family, shape, can it open, can it close; None for an apostrophe."""
    family, shape = _SHAPES[glyph]
    if family is Family.SINGLE and before.isalnum() and after.isalnum():
        return None
    if glyph == "‚" and (before.isalnum() or not after.isalnum()):
        return None
    if family in (Family.ANGLE, Family.CORNER):
        return family, shape, shape > 0, shape < 0
    can_open = not after.isspace() and (before.isspace() or before in _OPENING_NEIGHBOURS)
    if can_open and before in "‘'“\"-–—" and (after in _CLOSING_NEIGHBOURS or after.isspace()):
        can_open = False
    return family, shape, can_open, not before.isspace()


def _read_mark(text: str, start: int, end: int, bounds: tuple[int, int]) -> Mark | None:
    """Judge the mark at ``start`` by its neighbours; None for an apostrophe, a comma, a foot or inch sign."""
    before = text[start - 1] if start > bounds[0] else " "
    after = text[end] if end < bounds[1] else " "
    judged = _judge(text[start:end], before, after)
    if judged is None:
        return None
    if judged[1] == 0 and before.isdigit() and _is_measure(text, start, bounds[0]):
        return None
    return Mark(start, end, *judged)


def _is_measure(text: str, at: int, floor: int) -> bool:
    """Tell whether the mark at ``at`` is the inch sign of a height such as 6'3"."""
    position = at
    while position > floor and text[position - 1].isdigit() and at - position < 4:
        position -= 1
    return position > floor + 1 and text[position - 1] in "'’′" and text[position - 2].isdigit()


def read_marks(text: str, start: int, end: int) -> list[Mark]:
    """Return every mark of the paragraph from ``start`` to ``end`` that may be a quotation mark."""
    marks: list[Mark] = []
    for match in _MARK.finditer(text, start, end):
        mark = _read_mark(text, match.start(), match.end(), (start, end))
        if mark is not None:
            marks.append(mark)
    return marks


def outer_families(paragraph_marks: Sequence[Sequence[Mark]]) -> frozenset[Family]:
    """Decide once for a text whether its outer mark is the single one (British style) or the double one."""
    votes = 0
    for marks in paragraph_marks:
        first = next((mark for mark in marks if mark.can_open and mark.shape >= 0), None)
        if first is None or first.family not in (Family.SINGLE, Family.DOUBLE):
            continue
        if first.family is Family.DOUBLE:
            votes -= 1
        elif any(m.family is Family.SINGLE and m.can_close and m.start > first.start + 1 for m in marks):
            votes += 1
    outer = Family.SINGLE if votes > 0 else Family.DOUBLE
    return frozenset((outer, Family.ANGLE, Family.CORNER))


def _follows(text: str, mark: Mark, bounds: tuple[int, int]) -> str:
    return text[mark.end] if mark.end < bounds[1] else " "


def _starts_quote(text: str, mark: Mark, bounds: tuple[int, int]) -> bool:
    """Tell whether ``mark`` may open while nothing is open."""
    if mark.family in (Family.ANGLE, Family.CORNER):
        return True
    if mark.family is Family.SINGLE:
        return mark.can_open and mark.shape >= 0 and not _is_elision(text, mark)
    if mark.can_open:
        return True
    if mark.shape < 0:
        return False
    after = _follows(text, mark, bounds)
    before = text[mark.start - 1] if mark.start > bounds[0] else " "
    if mark.shape == 0 and before.isdigit():
        return False
    return mark.shape > 0 or not (mark.can_close and (after.isspace() or after in ".,;:!?)"))


def _is_elision(text: str, mark: Mark) -> bool:
    """Tell whether a single mark stands for left-out letters ('90s, 'em, 'twas)."""
    word = text[mark.end : mark.end + 6].lower()
    return (word[:1].isdigit() and word[1:3] in ("0s", "0 ")) or word.startswith(
        ("em ", "em,", "em.", "twas", "tis ")
    )


def _ends_quote(text: str, mark: Mark, opener: Mark) -> bool:
    """Tell whether ``mark`` closes the segment that ``opener`` began."""
    if mark.family in (Family.ANGLE, Family.CORNER):
        return mark.shape != opener.shape
    if opener.shape > 0 and text[opener.start] == "„":
        return mark.can_close and text[mark.start] != "„"
    if mark.shape < 0:
        return mark.can_close or mark.family is Family.DOUBLE
    return mark.can_close and not mark.can_open


def _possessive_plurals(text: str, marks: Sequence[Mark]) -> set[int]:
    """Return the places of single marks that are apostrophes of plurals ("the workers’ rights"), not closers.

    Such a mark stands after an s and before a small letter, and a better closer comes before the next opener.
    """
    apostrophes: set[int] = set()
    better_ahead = False
    for mark in reversed(marks):
        if mark.family is not Family.SINGLE:
            continue
        before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 2]
        if mark.can_close and before in "sS" and after[:1] == " " and after[1:].isalnum():
            if better_ahead:
                apostrophes.add(mark.start)
        elif mark.can_open and mark.shape >= 0:
            better_ahead = False
        elif mark.can_close:
            better_ahead = True
    return apostrophes


def pair_marks(text: str, marks: Sequence[Mark], bounds: tuple[int, int]) -> list[Segment]:
    """Pair the outer marks of one paragraph; linear in their number."""
    segments: list[Segment] = []
    opener: Mark | None = None
    depth = 0
    closers_left = sum(mark.shape < 0 for mark in marks)
    openers_left = sum(mark.shape > 0 for mark in marks)
    for mark in marks:
        closers_left -= mark.shape < 0
        openers_left -= mark.shape > 0
        if opener is None:
            opener = mark if _starts_quote(text, mark, bounds) else None
        elif mark.family is not opener.family:
            continue
        elif depth and mark.shape < 0:
            depth -= 1
        elif _ends_quote(text, mark, opener):
            segments.append(Segment(opener.start, mark.end, is_closed=True))
            opener = None
        elif mark.can_open and mark.family is not Family.SINGLE:
            if mark.shape > 0 and closers_left >= openers_left + 2:
                depth += 1  # one inside another in the same style: the outer one stays
                continue
            segments.append(_open_segment(text, opener, mark.start))
            opener = mark
        elif mark.family is not Family.SINGLE:
            segments.append(Segment(opener.start, mark.end, is_closed=True))
            opener = None
    if opener is not None and (opener.family is not Family.SINGLE or opener.start == bounds[0]):
        segments.append(_open_segment(text, opener, bounds[1]))
    return [segment for segment in segments if segment.end - segment.start > 2]


def _open_segment(text: str, opener: Mark, end: int) -> Segment:
    return Segment(opener.start, opener.start + len(text[opener.start : end].rstrip()), is_closed=False)


def find_segments(text: str) -> Iterator[tuple[tuple[int, int], list[Segment]]]:
    """Yield every paragraph's bounds with its quoted segments, in the order of the text."""
    bounds = list(paragraphs(text))
    marks = [read_marks(text, start, end) for start, end in bounds]
    families = outer_families(marks)
    for span, paragraph_marks in zip(bounds, marks, strict=True):
        outer = [mark for mark in paragraph_marks if mark.family in families]
        if Family.SINGLE in families:
            plurals = _possessive_plurals(text, outer)
            outer = [mark for mark in outer if mark.start not in plurals]
        yield span, pair_marks(text, outer, span) if outer else []
