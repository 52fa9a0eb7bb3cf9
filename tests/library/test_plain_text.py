"""The news article as it is saved from a site."""

from __future__ import annotations

import pytest

from reader.domain.article import BlockKind
from reader.library.formats.bylines import Byline, parse_byline
from reader.library.formats.dates import iso_date
from reader.library.formats.document import FrontMatter, pieces_of
from reader.library.formats.plain_text import parse_plain_text

ARTICLE = """Published: 09:05, March 3, 2021 | Updated: 17:40, April 12, 2022
Harbour town opens a school for boat builders
By Ann Lee and Omar de la Cruz in Port Example

Apprentices carry a mast across the yard on the first morning of the term. (JO BAKER / EXAMPLE PRESS)

The town opened its first school for boat builders on Monday, in a hall that stood empty for ten years.

The school, with forty pupils a year from all the coast, lends its tools to all who ask

Named after its yard, the school, with forty pupils a year from all the coast, lends its tools to all who ask.

ALSO READ: The last yard on the river

"Nobody learns a plank from a book," said the head of the school.

Read more: How a keel is laid
"""


def kinds(source: str) -> list[str]:
    return [piece.kind.value for piece in pieces_of(parse_plain_text(source))]


def test_an_article_from_a_site_is_understood() -> None:
    document = parse_plain_text(ARTICLE)
    assert document.front == FrontMatter(
        title="Harbour town opens a school for boat builders",
        authors=("Ann Lee", "Omar de la Cruz"),
        place="Port Example",
        published="2021-03-03T09:05",
        updated="2022-04-12T17:40",
    )
    assert kinds(ARTICLE) == [
        "caption",
        "paragraph",
        "pull_quote",
        "paragraph",
        "related",
        "paragraph",
        "related",
    ]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("18:16, July 11, 2020", "2020-07-11T18:16"),
        ("2020-07-11 18:16:05+08:00", "2020-07-11T18:16:05+08:00"),
        ("11 July 2020", "2020-07-11"),
        ("Saturday, July 11th, 2020 at 6:16 p.m. EDT", "2020-07-11T18:16"),
        ("Sat, 11 Jul 2020 18:16:00 GMT", "2020-07-11T18:16:00Z"),
        ("11.07.2020", "2020-07-11"),
        ("12:05 am, 1 Jan 2021", "2021-01-01T00:05"),
        ("2020-02-30", None),
        ("31 June 2020", None),
        ("July 2020", None),
        ("a July 11, 2020 letter", None),
        ("25:61, July 11, 2020", None),
        ("9" * 100_000, None),
        ("", None),
    ],
)
def test_dates_of_many_shapes_become_iso(written: str, wanted: str | None) -> None:
    assert iso_date(written) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("By He Wei in Shanghai", Byline(("He Wei",), "Shanghai")),
        ("BY JOHN SMITH", Byline(("JOHN SMITH",))),
        (
            "By A. B. Smith, Carla Diaz and Jürgen von Braun",
            Byline(("A. B. Smith", "Carla Diaz", "Jürgen von Braun")),
        ),
        ("By Ann Lee in Lyon and Jo Ma in New York", Byline(("Ann Lee", "Jo Ma"), "Lyon, New York")),
        ("By Ann Lee, Science Editor", Byline(("Ann Lee",))),
        ("By Ann Lee | The Paper", Byline(("Ann Lee",), None, "The Paper")),
        ("By Friday the plan was gone", None),
        ("By any measure a success", None),
        ("By the River.", None),
        ("By Monday Morning", None),
        ("Byron Lee", None),
        ("By " + "A " * 50_000, None),
    ],
)
def test_a_byline_needs_names(line: str, wanted: Byline | None) -> None:
    assert parse_byline(line) == wanted


def test_a_date_of_unknown_shape_stays_in_the_text() -> None:
    document = parse_plain_text("Published: the week before last\n\nWords follow here, as they should.\n")
    assert document.front.published is None
    assert "the week before last" in (document.front.title or "") + document.text


def test_a_sentence_is_no_headline() -> None:
    document = parse_plain_text("It was late when they came home.\n\nNobody spoke.\n")
    assert document.front.title is None
    assert document.text == "It was late when they came home.\n\nNobody spoke."


def test_without_blank_lines_each_line_is_a_paragraph() -> None:
    lines = [
        "A headline of some words",
        *(f"Line {n} says a thing, and says it at such length. " + "x" * 90 for n in "123"),
    ]
    assert len(parse_plain_text("\n".join(lines)).blocks) == 3


def test_lines_wrapped_at_a_column_are_joined_again() -> None:
    source = (
        "Notes from the yard\n\nThe first morning was cold, and the men who came to the gate\n"
        "stood there with their hands in their pockets until the foreman\nopened it and let them in.\n\n"
        "Then work began.\n"
    )
    assert parse_plain_text(source).text == (
        "The first morning was cold, and the men who came to the gate stood there with their hands in their "
        "pockets until the foreman opened it and let them in.\n\nThen work began."
    )


def test_a_verse_keeps_its_lines() -> None:
    source = "A song\n\nShort line\nand short\nand done\n\nA longer line, which fills the column well\n"
    assert parse_plain_text(source).text.startswith("Short line\nand short\nand done\n\n")


def test_brackets_at_the_end_are_not_always_a_credit() -> None:
    assert kinds("Title of it\n\nThe fund grew to nine billion (about eight in euros)\n\nEnd of it all.") == [
        "paragraph", "paragraph",
    ]  # fmt: skip


def test_markdown_signs_in_plain_text_are_only_signs() -> None:
    document = parse_plain_text("Title of it\n\nFive * six * seven, # and _so_ on: [x](https://x.org).\n")
    assert document.text == "Five * six * seven, # and _so_ on: [x](https://x.org)."
    assert not document.spans
    assert document.blocks[0].kind is BlockKind.PARAGRAPH
