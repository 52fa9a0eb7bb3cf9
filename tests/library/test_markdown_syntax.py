"""What readers expect beyond CommonMark: footnotes, definition lists, tasks, raised characters, alignment."""

from __future__ import annotations

import pytest

from reader.domain.article import Alignment, BlockKind, InlineKind
from reader.library.formats.document import Document
from reader.library.formats.markdown import parse_markdown
from reader.library.formats.markdown_writing import write_markdown


def blocks_of(document: Document) -> list[tuple[str, str, str]]:
    return [(block.kind.value, block.marker, block.span.of(document.text)) for block in document.blocks]


def read(source: str) -> Document:
    """Parse a source, and hold the file written from it to the same document."""
    document = parse_markdown(source)
    assert parse_markdown(write_markdown(document)) == document
    return document


def test_footnotes_stand_at_the_end_and_are_numbered_by_their_first_mark() -> None:
    document = read(
        "One[^b] and two[^a], again[^b].\n\n[^a]: Second *note*.\n\n    More of it.\n[^b]: First.\n\nThe end."
    )
    assert blocks_of(document) == [
        ("paragraph", "", "One¹ and two², again¹."),
        ("paragraph", "", "The end."),
        ("footnote", "2", "Second note."),
        ("footnote", "", "More of it."),
        ("footnote", "1", "First."),
    ]
    marks = [span.span.of(document.text) for span in document.spans if span.kind is InlineKind.FOOTNOTE]
    assert marks == ["¹", "²", "¹"]


def test_numbers_an_author_gave_are_kept() -> None:
    document = read("A[^7] b[^3].\n\n[^3]: Three.\n[^7]: Seven.")
    assert blocks_of(document)[1:] == [("footnote", "3", "Three."), ("footnote", "7", "Seven.")]
    assert document.text.startswith("A⁷ b³.")


@pytest.mark.parametrize(
    "source", ["A mark[^none] alone.", r"Not \[^1] this.\n\n[^1]: x", "Code `[^1]`.\n\n[^1]: x"]
)
def test_what_is_no_mark_stays_text(source: str) -> None:
    assert not [span for span in read(source).spans if span.kind is InlineKind.FOOTNOTE]


def test_a_list_in_a_footnote_keeps_its_signs() -> None:
    document = read("A[^1]\n\n[^1]: Both:\n\n    - one\n    - two\n")
    assert blocks_of(document)[1:] == [
        ("footnote", "1", "Both:"), ("footnote", "", "• one"), ("footnote", "", "• two"),
    ]  # fmt: skip


def test_definition_lists() -> None:
    document = read(
        "Before.\n\nTerm *one*\nTerm two\n: Said of both,\n  in two lines.\n: And more.\n\nAfter."
    )
    assert blocks_of(document) == [
        ("paragraph", "", "Before."),
        ("term", "", "Term one"),
        ("term", "", "Term two"),
        ("definition", "", "Said of both, in two lines."),
        ("definition", "", "And more."),
        ("paragraph", "", "After."),
    ]
    assert blocks_of(read(": no term above it"))[0][0] == "paragraph"


def test_tasks_have_a_box_for_a_marker() -> None:
    document = read("- [ ] to do\n- [x] done\n- plain\n- \\[ ] text\n\n1. [X] counted")
    assert [(marker, words) for _, marker, words in blocks_of(document)] == [
        ("☐", "to do"), ("☑", "done"), ("•", "plain"), ("•", "[ ] text"), ("1.", "☑ counted"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("E = mc^2^", "E = mc²"),
        ("the 1^st^ of May", "the 1ˢᵗ of May"),
        ("H~2~O and x~i+1~", "H₂O and xᵢ₊₁"),
        ("x^Q^ has no raised form", "x^Q^ has no raised form"),
        (r"2\^3\^ stays", "2^3^ stays"),
        ("about ~5 km or ~6", "about ~5 km or ~6"),
    ],
)
def test_raised_and_lowered_characters(source: str, text: str) -> None:
    assert read(source).text == text


def test_struck_out_words() -> None:
    (span,) = read("It was ~~never~~ said.").spans
    assert (span.kind, span.span.start, span.span.end) == (InlineKind.STRIKE, 7, 12)


def test_columns_of_a_table_keep_their_alignment() -> None:
    (block,) = read("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | 4 |").blocks
    assert block.alignments == (Alignment.DEFAULT, Alignment.LEFT, Alignment.CENTRE, Alignment.RIGHT)
    (plain,) = read("| a |\n|---|\n| 1 |").blocks
    assert plain.alignments == ()


def test_a_name_under_a_block_quote_keeps_its_line() -> None:
    document = read("> We will be ready\n> by May.\n> — Ana Rivera")
    assert document.text == "We will be ready by May.\n— Ana Rivera"
    assert document.blocks[0].kind is BlockKind.BLOCK_QUOTE


def test_the_title_of_an_image_is_its_caption_and_an_image_in_a_line_can_be_opened() -> None:
    document = read(
        '![A hall](https://x.org/a.jpg "The hall at night")\n\nSee ![the map](https://x.org/map.png) here.'
    )
    assert blocks_of(document) == [
        ("image", "", "A hall"),
        ("caption", "", "The hall at night"),
        ("paragraph", "", "See the map here."),
    ]
    assert [(span.kind, span.url) for span in document.spans] == [(InlineKind.LINK, "https://x.org/map.png")]


@pytest.mark.parametrize(
    "source",
    ["[^a]: x\n" * 3000, ("[^a" + "]" * 50 + ": x\n\n") * 500, "^2" * 50_000, "~2" * 50_000, ": a\n" * 20_000,
     "a\n: b\n\n" * 5000, "".join(f"x[^{n}]\n\n[^{n}]: y\n\n" for n in range(3000)), "~~a" * 20_000],
    ids=range(8),
)  # fmt: skip
def test_a_great_many_of_them_are_read(source: str) -> None:
    assert read(source).blocks


def test_a_break_is_one_and_other_tags_stay_words() -> None:
    document = read(
        "One<br>two<BR />*three*<b>four</b><br>\n\n| h |\n|---|\n| a<br/>b |\n\n`<br>` and \\<br>\n"
    )
    assert blocks_of(document) == [
        ("paragraph", "", "One\ntwo\nthree<b>four</b>"),
        ("table", "", "h\na b"),
        ("paragraph", "", "<br> and <br>"),
    ]
