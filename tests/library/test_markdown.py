"""Markdown as people write it, read into blocks and spans."""

from __future__ import annotations

import pytest

from reader.domain.article import BlockKind, InlineKind
from reader.errors import ContentError
from reader.library.formats.document import Document, FrontMatter, build_document, pieces_of
from reader.library.formats.markdown import parse_markdown
from reader.library.formats.markdown_writing import write_markdown
from reader.library.formats.pieces import Piece


def blocks(source: str) -> list[tuple[str, str]]:
    return [(piece.kind.value, piece.text) for piece in pieces_of(parse_markdown(source))]


def spans(document: Document) -> list[tuple[InlineKind, str, str]]:
    return [(span.kind, span.span.of(document.text), span.url) for span in document.spans]


def test_every_kind_of_block_is_told() -> None:
    source = (
        "Para one\nstill one\\\nnew line\n\n## Head\n\n- a\n  - b\n\n  more a\n3. c\n\n> said\n> > deeper\n\n"
        "```python x\ncode\n\n  more\n```\n\n| h | i |\n|---|:-:|\n| 1 | `a\\|b` |\n\n"
        "> [!caption]\n> A hall (A / B)\n\n"
        "> [!pull_quote]\n> Said well\n\n> [!related]\n> [Read](https://x.org)\n\n![A dog](https://x.org/d.png)\n\n---\n"
    )
    assert blocks(source) == [
        ("paragraph", "Para one still one\nnew line"),
        ("heading", "Head"),
        ("list_item", "a"),
        ("list_item", "b"),
        ("list_item", "more a"),
        ("list_item", "c"),
        ("block_quote", "said"),
        ("block_quote", "deeper"),
        ("code", "code\n\n  more"),
        ("table", "h\ti\n1\ta|b"),
        ("caption", "A hall (A / B)"),
        ("pull_quote", "Said well"),
        ("related", "Read"),
        ("image", "A dog"),
        ("rule", ""),
    ]


def test_what_stands_in_a_block_quote_is_told_and_written_there() -> None:
    source = (
        "> said\n>\n> - a\n>   - b\n>\n>     more\n> - c\n>\n> ```\n> x\n>\n> \ty\n> ```\n>\n"
        "> | h |\n> |---|\n> | i |\n"
        ">\n> # d\n> > 1. e\n\n- f\n"
    )
    document = parse_markdown(source)
    assert [(piece.kind.value, piece.text, piece.level, piece.quoted) for piece in pieces_of(document)] == [
        ("block_quote", "said", 1, 0),
        ("list_item", "a", 1, 1),
        ("list_item", "b", 2, 1),
        ("list_item", "more", 2, 1),
        ("list_item", "c", 1, 1),
        ("code", "x\n\n    y", 0, 1),
        ("table", "h\ni", 0, 1),
        ("heading", "d", 1, 1),
        ("list_item", "e", 1, 2),
        ("list_item", "f", 1, 0),
    ]
    assert document.front.title is None
    assert parse_markdown(write_markdown(document)) == document


def test_levels_markers_and_addresses_are_kept() -> None:
    pieces = pieces_of(
        parse_markdown("- a\n  1) b\n  2) c\n\n     d\n\n> > e\n\n![f](https://x.org/f)\n\n~~~c++\ng\n~~~\n")
    )
    assert [(p.level, p.marker, p.language, p.url) for p in pieces] == [
        (1, "•", "", ""),
        (2, "1)", "", ""),
        (2, "2)", "", ""),
        (2, "", "", ""),
        (2, "", "", ""),
        (0, "", "", "https://x.org/f"),
        (0, "", "c++", ""),
    ]


def test_spans_count_from_the_text_without_markup() -> None:
    document = parse_markdown(
        "A *very* **bold [link](https://x.org/?a=1&b=2)** and `co*de`.\n\n[bad](javascript:alert(1))"
    )
    assert document.text == "A very bold link and co*de.\n\nbad"
    assert spans(document) == [
        (InlineKind.EMPHASIS, "very", ""),
        (InlineKind.STRONG, "bold link", ""),
        (InlineKind.LINK, "link", "https://x.org/?a=1&b=2"),
        (InlineKind.CODE, "co*de", ""),
    ]


def test_html_is_text_and_a_lone_comment_is_nothing() -> None:
    assert blocks("<p onclick=x>Hi <b>you</b></p>\n\n<!-- hidden -->\n\n<script>alert(1)</script>") == [
        ("paragraph", "<p onclick=x>Hi <b>you</b></p>"),
        ("paragraph", "<script>alert(1)</script>"),
    ]


def test_an_entity_cannot_smuggle_a_control_character() -> None:
    assert parse_markdown("a&#27;[31m&#x9b;b &#x202e;c").text == "a\ufffd[31m\ufffdb c"


def test_the_first_heading_is_the_title_and_does_not_stand_twice() -> None:
    document = parse_markdown("# The *title*\n\nText")
    assert (document.front.title, document.text) == ("The title", "Text")
    document = parse_markdown("---\ntitle: The title\n---\n# The title\n\nText\n\n# Another\n")
    assert document.text == "Text\n\nAnother"
    document = parse_markdown("---\ntitle: Mine\n---\n# Theirs\n\nText")
    assert (document.front.title, document.text) == ("Mine", "Theirs\n\nText")


def test_front_matter_is_read_as_written() -> None:
    document = parse_markdown(
        "---\nid: tour\ntitle: 'A: b'\nauthor: Ann Lee\nsource: The Paper\nurl: https://x.org/a\n"
        "date: 2020-07-11 18:16:00 +08:00\nupdated: 2023-06-05\nadded: 2026-01-01T10:00:00Z\nlang: en\n"
        "tags:\n- one\n- 2\n- null\n- [deep]\nplace: ~\nunknown: {a: b}\n---\n\nText"
    )
    assert document.front == FrontMatter(
        id="tour", title="A: b", authors=("Ann Lee",), source="The Paper", url="https://x.org/a",
        published="2020-07-11T18:16:00+08:00", updated="2023-06-05", added="2026-01-01T10:00:00Z",
        language="en", tags=("one", "2"),
    )  # fmt: skip
    assert document.text == "Text"


@pytest.mark.parametrize("id_line", ["id: -x", "id: a b", "id: ../../etc", "id: ''", "id: [a, b c]"])
def test_an_id_that_could_be_taken_for_something_else_is_none(id_line: str) -> None:
    assert parse_markdown(f"---\n{id_line}\n---\nText").front.id in {None, "a"}


def test_front_matter_that_is_not_yaml_is_told_in_one_sentence() -> None:
    with pytest.raises(ContentError, match=r"not valid YAML \(line 3\)"):
        parse_markdown("---\ntitle: a\n b: : c\n---\nText")


def test_a_rule_at_the_start_is_not_front_matter() -> None:
    assert blocks("---\n\nJust words\n\n---\nmore") == [
        ("rule", ""), ("paragraph", "Just words"), ("rule", ""), ("paragraph", "more")
    ]  # fmt: skip


def test_text_without_markup_reads_the_same_with_the_parser() -> None:
    plain = "One line\n  and a second.\n\n“Quoted,” he said - twice (2020).\n \nLast: a/b; c\t\td?\n"
    with_markup = plain + "\n\\*\n"
    assert blocks(plain) == blocks(with_markup)[:-1]


def test_a_written_file_is_pleasant_to_read() -> None:
    document = build_document(
        FrontMatter(id="k3v9x0a2bq", title="A day's work", authors=("Ann Lee",), published="2020-07-11"),
        [
            Piece(BlockKind.PARAGRAPH, "“We will,” she said (twice) - in snake_case & more."),
            Piece(BlockKind.LIST_ITEM, "one", level=1, marker="•"),
            Piece(BlockKind.LIST_ITEM, "two", level=1, marker="•"),
        ],
    )
    assert write_markdown(document) == (
        '---\nid: k3v9x0a2bq\ntitle: "A day\'s work"\nauthors: ["Ann Lee"]\npublished: 2020-07-11\n---\n'
        "\n“We will,” she said (twice) - in snake_case & more.\n\n- one\n- two\n"
    )


def test_what_lies_too_deep_for_the_parser_is_not_lost() -> None:
    text = parse_markdown("> " * 400 + "deep words\n").text
    assert "deep words" in text
