"""Whatever the words are: every form gives them back, and gives the same again."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from dataclasses import replace
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.domain.article import ArticleHead, ArticleId
from reader.domain.clean import clean, clean_line, clean_url
from reader.domain.mark import Bookmark, Kind
from reader.domain.quote import Speaker
from reader.domain.span import Span
from reader.exports.bibtex import bibtex
from reader.exports.citing import STYLES
from reader.exports.csl import csl_json
from reader.exports.excerpt import Excerpt, excerpt_of, one_line, work_of
from reader.exports.markdown import front_matter, region
from reader.exports.prose import quoted
from reader.exports.readwise import HEADER, readwise_csv
from reader.exports.region import BEGIN, END, new_file, with_region
from reader.exports.ris import ris
from tests.exports.reading_back import read_bibtex, read_ris
from tests.properties.documents import addresses, any_text, dates

# As the one door for text from outside leaves it.
texts = any_text.map(clean)
lines = any_text.map(clean_line)
speakers = st.one_of(
    st.none(), st.builds(Speaker, st.just(Span(0, 1)), lines, lines, st.booleans(), role=lines)
)
heads = st.builds(
    ArticleHead,
    st.just(ArticleId("a")),
    lines,
    st.lists(lines.filter(bool), max_size=3).map(tuple),
    source=st.one_of(st.none(), lines),
    place=st.one_of(st.none(), lines),
    published=dates,
    added=dates,
    url=addresses.map(clean_url),
    tags=st.lists(lines, max_size=2).map(tuple),
)


@st.composite
def excerpts(draw: st.DrawFn) -> Excerpt:
    """Draw a kept quotation of odd words in an odd article."""
    head = draw(heads)
    exact = draw(st.lists(texts.filter(lambda text: bool(text.strip())), min_size=1, max_size=3))
    bookmark = Bookmark(
        id=draw(st.sampled_from(["k3v9x0q2mpab", "../odd id", "é"])),
        article=head.id,
        title=head.title,
        source=head.source,
        url=head.url,
        published=head.published,
        spans=tuple(Span(10 * number, 10 * number + 1) for number in range(len(exact))),
        exact=tuple(exact),
        before="",
        after="",
        sentence="",
        speaker=draw(speakers),
        kept_at=draw(st.sampled_from([0.0, 1_700_000_000.5, -1e18, 1e300])),
        repaired_speaker=draw(st.one_of(st.none(), lines)),
        note=draw(texts),
        tags=tuple(draw(st.lists(lines, max_size=2))),
        label=draw(lines),
        kind=draw(st.sampled_from(Kind)),
    )
    return excerpt_of(bookmark, replace(work_of(head), key="key"))


def spaced(text: str) -> list[str]:
    """Return the words of a text: what a form does to white space does not count."""
    return text.split()


def described(excerpt: Excerpt) -> str:
    """Return what a note of an entry says of a quotation."""
    who = f" ({excerpt.attribution.explained})" if excerpt.attribution else ""
    note = f" Note: {one_line(excerpt.note)}" if excerpt.note else ""
    return f"{'Quote' if excerpt.is_quotation else 'Passage'}{who}: {quoted(excerpt)}{note}"


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_bibtex_is_read_back(excerpt: Excerpt) -> None:
    (entry,) = read_bibtex(bibtex([excerpt]))
    assert spaced(entry["annote"]) == spaced(described(excerpt))
    assert spaced(entry.get("title", "")) == spaced(excerpt.work.title)
    assert spaced(entry.get("journal", "")) == spaced(excerpt.work.outlet or "")
    assert entry["ENTRYTYPE"] == ("article" if excerpt.work.outlet else "misc")


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_ris_is_read_back(excerpt: Excerpt) -> None:
    (record,) = read_ris(ris([excerpt]))
    assert [spaced(str(note)) for note in record["notes"]] == [spaced(described(excerpt))]  # type: ignore[attr-defined]
    assert spaced(str(record.get("title", ""))) == spaced(excerpt.work.title)
    assert spaced(str(record.get("secondary_title", ""))) == spaced(excerpt.work.outlet or "")


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_csv_is_read_back(excerpt: Excerpt) -> None:
    header, row = csv.reader(io.StringIO(readwise_csv([excerpt]), newline=""))
    assert tuple(header) == HEADER
    assert row[0] == excerpt.words
    assert row[1] == excerpt.work.title
    assert row[3] == (excerpt.work.url or "")
    first = row[4].partition("\n")[0]
    assert row[4].endswith(excerpt.note)
    if excerpt.attribution:
        assert first.startswith(f"Speaker: {excerpt.attribution.name}")
    assert row[5].isdecimal()
    assert not row[6] or re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", row[6])


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_csl_is_read_back(excerpt: Excerpt) -> None:
    (item,) = json.loads(csl_json([excerpt]))
    assert {"id", "type"} <= item.keys()
    assert item["note"] == one_line(described(excerpt))
    assert item.get("title", "") == excerpt.work.title


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_front_matter_is_read_back(excerpt: Excerpt) -> None:
    document, rest = yaml.safe_load_all(front_matter(excerpt.work))
    assert rest is None
    assert document["title"] == excerpt.work.title
    assert document.get("author", []) == list(excerpt.work.authors)
    assert document.get("tags", []) == list(excerpt.work.tags)
    assert document.get("url") == excerpt.work.url


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_markdown_means_nothing_but_its_words(excerpt: Excerpt) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(region([excerpt]))
    inlines = [token for token in tokens if token.type == "inline"]
    kinds = {token.type for token in tokens}
    assert kinds <= {
        "blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline",
    }, kinds  # fmt: skip
    depth = 0
    inside: list[str] = []
    outside: list[str] = []
    for token in tokens:
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "inline":
            (inside if depth else outside).append(_words(token))
    assert inlines
    quoted_lines = "\n".join(inside).split("\n")
    assert spaced(" ".join(quoted_lines[1:-1])) == spaced(excerpt.words)
    assert quoted_lines[-1].rpartition("^q-")[1] == "^q-"
    assert spaced("\n".join(outside)) == spaced(excerpt.note)


def _words(token: Any) -> str:
    allowed = {"text", "softbreak", "hardbreak", "text_special", "link_open", "link_close"}
    assert {child.type for child in token.children} <= allowed
    assert [child.attrGet("href") is not None for child in token.children if child.type == "link_open"] in (
        [],
        [True],
    )
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children
    )


@given(excerpts())
@settings(max_examples=120, deadline=None)
def test_wikitext_keeps_one_template_and_one_reference(excerpt: Excerpt) -> None:
    (style,) = [style for style in STYLES if style.name == "wiki"]
    text = style.quotation(excerpt)
    template = text.partition("<ref>")[2].removesuffix("</ref>")
    for sign in ("{{", "}}", "<ref>", "</ref>"):
        assert text.count(sign) == 1
    assert "\n" not in text
    fields = dict(field.split("=", 1) for field in template[2:-2].split("|")[1:])
    assert (
        spaced(html.unescape(fields["quote"])) == spaced(html.unescape(excerpt.words)) or "&" in excerpt.words
    )
    assert spaced(html.unescape(fields["quote"])) == spaced(excerpt.words)


@given(excerpts(), st.sampled_from(STYLES))
@settings(max_examples=120, deadline=None)
def test_no_style_has_a_control_and_each_says_the_same_again(excerpt: Excerpt, style: Any) -> None:
    text = style.quotation(excerpt)
    assert text == style.quotation(excerpt)
    assert clean(text) == text
    if excerpt.attribution and excerpt.attribution.is_doubtful:
        assert "(?)" in html.unescape(text).replace("\\", "")


@given(excerpts(), excerpts(), texts, texts)
@settings(max_examples=120, deadline=None)
def test_a_region_written_again_leaves_all_else_as_it_was(
    one: Excerpt, two: Excerpt, before: str, after: str
) -> None:
    before, after = before + "\n", "\n" + after
    first, second = region([one]), region([one, replace(two, id="two")])
    assert BEGIN not in first
    assert END not in second
    current = f"{before}{new_file('', first)[:-1]}{after}"
    written = with_region(current, second, "notes.md")
    assert written == f"{before}{new_file('', second)[:-1]}{after}"
    assert with_region(written, second, "notes.md") == written
    assert with_region(written, first, "notes.md") == current
