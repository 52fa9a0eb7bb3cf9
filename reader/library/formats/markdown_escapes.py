"""Running text written as Markdown's inline source: words that look like markup stay words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.domain.article import BlockKind, InlineKind, InlineSpan, footnote_number
from reader.domain.span import Span
from reader.library.formats.markdown_inline import parse_inline
from reader.library.formats.markdown_syntax import SUBSCRIPT
from reader.library.formats.runs import Run, normal_run
from reader.values import frozen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# An underscore between letters or digits is never markup; `<`, `&` and `~` only before what completes them.
_SPECIAL = re.compile(
    rf"[\\`*\[^]|~(?=~)|(?<=~)~|(?={SUBSCRIPT.pattern})~|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w{{1,40}};)"
)
_SPECIAL_IN_BRACKETS = re.compile(_SPECIAL.pattern + r"|\]")
_LINE_START = re.compile(
    r"(?:#{1,6}(?=[ \t]|\Z)|>|[-+:](?=[ \t]|\Z)|--|=+[ \t]*\Z|~~~|[-:|][-:| \t]*\Z)"
    r"|(?P<before>[0-9]{1,9}(?=[.)](?:[ \t]|\Z))|\[\^[0-9]{1,4}\](?=:))"
)
_CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|\A)(?=#+\Z)")
_DESTINATION_SPECIAL = re.compile(r"[\\<>]|&(?=#?\w{1,40};)")
_BARE_DESTINATION = re.compile(r"[A-Za-z0-9:/?#@!$&'+,;=._~%-]+")
_INNERMOST = frozenset({InlineKind.CODE, InlineKind.FOOTNOTE})
_BACKTICKS = re.compile("`+")


@frozen
class _Style:
    """How emphasis is marked; guards write the characters beside a mark as numbers.

    CommonMark lets a mark open or close only beside certain characters (6.2, flanking runs); a
    number ends in a semicolon and begins with an ampersand, and beside those any mark may stand.
    """

    emphasis: str
    strong: str
    has_guards: bool


_STYLES = (_Style("*", "**", has_guards=False), _Style("_", "**", has_guards=False))
_GUARDED = _Style("_", "**", has_guards=True)


def write_inline(parser: MarkdownIt, text: str, spans: tuple[InlineSpan, ...]) -> str:
    """Return inline source that reads back as ``text`` with ``spans``; newlines stand for hard breaks."""
    if not spans:
        return escape_text(text)
    lines: list[str] = []
    start = 0
    for line in text.split("\n"):
        place = Span(start, start + len(line))
        own = tuple(
            InlineSpan(span.kind, span.span.shift(-start), span.url)
            for span in spans
            if place.covers(span.span)
        )
        lines.append(_write_line(parser, Run(line, own)))
        start = place.end + 1
    return "\n".join(lines)


def escape_text(text: str) -> str:
    """Return source that reads as these words and nothing else, wherever in a line they stand."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escape_label(text: str) -> str:
    """Return source for words between square brackets."""
    return _SPECIAL_IN_BRACKETS.sub(r"\\\g<0>", text)


def escape_start(line: str) -> str:
    """Return a line's source so that its first characters do not begin a block."""
    found = _LINE_START.match(line)
    if found is None:
        return line
    place = found.end("before") if found["before"] else 0
    return f"{line[:place]}\\{line[place:]}"


def escape_closing(line: str) -> str:
    """Return a heading's source so that hashes at its end stay part of it."""
    return _CLOSING_HASHES.sub(r"\\", line, count=1)


def write_destination(url: str) -> str:
    """Return a link's address as it stands between the parentheses."""
    escaped = _DESTINATION_SPECIAL.sub(r"\\\g<0>", url)
    return escaped if _BARE_DESTINATION.fullmatch(url) else f"<{escaped}>"


def longest_run_of_backticks(text: str) -> int:
    """Return how many backticks stand side by side at most."""
    return max(map(len, _BACKTICKS.findall(text)), default=0)


def _write_line(parser: MarkdownIt, run: Run) -> str:
    """Return the plainest source that a parser reads back as this line."""
    if not run.spans:
        return escape_text(run.text)
    marks = (span.span.of(run.text) for span in run.spans if span.kind is InlineKind.FOOTNOTE)
    footnotes = {number: number for number in map(footnote_number, marks)}
    for style in _STYLES:
        source = _Line(run, style).write()
        if normal_run(parse_inline(parser, source, {"footnotes": footnotes}), BlockKind.PARAGRAPH) == run:
            return source
    return _Line(run, _GUARDED).write()


class _Line:
    """One line being written: spans are opened and closed as a stack, code and footnotes always innermost."""

    def __init__(self, run: Run, style: _Style) -> None:
        self.text = run.text
        self.spans = run.spans
        self.style = style
        self.has_links = any(span.kind is InlineKind.LINK for span in run.spans)
        self.open: list[InlineSpan] = []
        self.parts: list[str] = []

    def write(self) -> str:
        edges = sorted(
            {0, len(self.text), *(edge for span in self.spans for edge in (span.span.start, span.span.end))}
        )
        for start, end in zip(edges, [*edges[1:], len(self.text)], strict=True):
            self._move_to(start)
            if start < end:
                self._write_segment(start, end)
        return "".join(self.parts)

    def _move_to(self, place: int) -> None:
        """Close what ends here and open what begins; what lies above a closing span is opened again."""
        begins = [span for span in self.spans if span.span.start == place]
        while any(span.span.end <= place for span in self.open) or (
            begins and self.open and self.open[-1].kind in _INNERMOST
        ):
            closed = self.open.pop()
            self.parts.append(self._closing(closed))
            if closed.span.end > place:
                begins.append(closed)
        for span in sorted(begins, key=lambda span: (span.kind in _INNERMOST, -span.span.end)):
            self.open.append(span)
            opening = self._opening(span)
            if opening == "[" and self.parts and self.parts[-1].endswith("!"):
                self.parts[-1] = self.parts[-1][:-1] + r"\!"
            self.parts.append(opening)

    def _opening(self, span: InlineSpan) -> str:
        signs = {
            InlineKind.EMPHASIS: self.style.emphasis,
            InlineKind.STRONG: self.style.strong,
            InlineKind.STRIKE: "~~",
            InlineKind.LINK: "[",
        }
        return signs.get(span.kind, "")

    def _closing(self, span: InlineSpan) -> str:
        return f"]({write_destination(span.url)})" if span.kind is InlineKind.LINK else self._opening(span)

    def _write_segment(self, start: int, end: int) -> None:
        words = self.text[start:end]
        innermost = self.open[-1].kind if self.open else None
        if innermost is InlineKind.FOOTNOTE:
            self.parts.append(f"[^{footnote_number(words)}]")
        elif innermost is InlineKind.CODE:
            fence = "`" * (longest_run_of_backticks(words) + 1)
            # A space on both sides is taken off again, unless there is nothing but spaces.
            pad = " " if words.strip(" ") and (words[0] in "` " or words[-1] in "` ") else ""
            self.parts.append(f"{fence}{pad}{words}{pad}{fence}")
        elif self.style.has_guards:
            middle = escape_label(words[1:-1])
            last = _as_number(words[-1]) if len(words) > 1 else ""
            self.parts.append(f"{_as_number(words[0])}{middle}{last}")
        else:
            self.parts.append(escape_label(words) if self.has_links else escape_text(words))


def _as_number(character: str) -> str:
    return f"&#{ord(character)};"
