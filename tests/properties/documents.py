"""Strategies for documents of every kind of block, with text that looks like markup."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.domain.article import Alignment, BlockKind, InlineKind, InlineSpan
from reader.domain.span import Span
from reader.library.formats.document import Document, FrontMatter, build_document
from reader.library.formats.pieces import Piece

# Every sign that Markdown, YAML or a terminal gives a meaning to, beside plain letters, wide ones,
# marks, direction signs and spaces of all kinds.
ODD_CHARACTERS = list(
    "ab Z9 \\`*_[]()<>#+-=.!|~:&;\"'“”’—…\n\t{}%@$^/?,0é中か한👍🏴"
    "\u00a0\u3000\u200b\u200d\u200e\u0301\u0338\ufe0f\u2066\u2069\U000e0067\U000e007f\x1b\x85\u202e\ufeff"
)
SNIPPETS = [
    "&amp;", "&#27;", "&lt;b&gt;", "<b>", "</p>", "<br>", "a<BR />b", "<!-- no -->", "<https://x.org>", "[a](https://x.org)",
    "![a](b)", "[!caption]", "[!pull_quote] x", "***", "---", "- a", "1. b", "12) c", "# d", "> e", "```",
    "~~~", "a*b*c", "_a_b_", "**", "snake_case_name", "[ref]: https://x.org", "| a | b |", "|---|",
    "    code", "a  \nb", "\\\n", "x\n===", "x\n---", "“Yes,” he said.", "https://x.org/a_b_c?d=e&copy=f",
    "$5 & more", "+ g", "AT&T;", "[^1]", "[^1]: a", "[^b]", "x^2^", "H~2~O", "~~no~~", "~5", ": b", "a\n: b",
    "[ ] c", "[x] d", "¹", "²³", "“A.”\n— Ana", "|:-:|",
]  # fmt: skip

odd_text = st.lists(st.one_of(st.sampled_from(ODD_CHARACTERS), st.sampled_from(SNIPPETS)), max_size=12).map(
    "".join
)
any_text = st.one_of(odd_text, st.text(max_size=20))
addresses = st.sampled_from(
    [
        "https://x.org/", "http://x.org/a_(b)?c=d&copy=e#f", "https://x.org/<a>|\\*b*", "mailto:a@x.org",
        "https://例え.jp/é", "javascript:alert(1)", "", "file:///etc/passwd", "https://x.org/[a]`b`\"c\"",
    ]
)  # fmt: skip
dates = st.sampled_from(
    [None, "2020-07-11", "2020-07-11T18:16", "2023-06-05T22:37:01+08:00", "2020", "2020-07-11T18:16Z"]
)
lines = st.one_of(st.none(), any_text)

front_matters = st.builds(
    FrontMatter,
    id=st.sampled_from([None, "tour", "k3v9x0a2bq", "2", "null", "no", "1e3"]),
    title=lines,
    authors=st.lists(any_text, max_size=3).map(tuple),
    source=lines,
    url=addresses,
    published=dates,
    updated=dates,
    added=dates,
    place=lines,
    language=st.sampled_from([None, "en", "no", "zh-Hans"]),
    tags=st.lists(any_text, max_size=3).map(tuple),
)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    """Draw one block of any kind with spans anywhere on its text."""
    kind = draw(st.sampled_from(list(BlockKind)))
    text = draw(any_text)
    offsets = st.integers(0, len(text))
    spans = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(offsets), draw(offsets)))
        spans.append(InlineSpan(draw(st.sampled_from(list(InlineKind))), Span(start, end), draw(addresses)))
    for _ in range(draw(st.integers(0, 2))):
        place, number = draw(st.integers(0, len(text))), draw(st.sampled_from("¹²"))
        text = text[:place] + number + text[place:]
        spans.append(InlineSpan(InlineKind.FOOTNOTE, Span(place, place + 1)))
    return Piece(
        kind,
        text,
        tuple(spans),
        level=draw(st.integers(0, 7)),
        marker=draw(
            st.sampled_from(["•", "", "-", "1.", "2.", "3)", "007.", "999999999.", "☐", "☑", "1", "2"])
        ),
        language=draw(st.sampled_from(["", "python", "c++", "a b", "`"])),
        url=draw(addresses),
        alignments=tuple(draw(st.lists(st.sampled_from(Alignment), max_size=4))),
        quoted=draw(st.sampled_from([0, 0, 0, 1, 1, 2])),
    )


documents: st.SearchStrategy[Document] = st.builds(
    build_document, front_matters, st.lists(pieces(), max_size=6)
)
