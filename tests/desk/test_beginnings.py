"""The beginning of a long article: shown until the whole is there, and cut so that it goes on from it."""

from __future__ import annotations

import pytest

from reader.desk.desk import Desk
from reader.desk.preparing import GLIMPSE_LENGTH
from reader.desk.reading import Reading
from reader.paths import Folders
from tests.articles import long_article

NEARLY_ALL = GLIMPSE_LENGTH * 9 // 10
FRONT = "---\nid: long000001\ntitle: A long account\n---\n"
PARAGRAPHS = [f"Absatz {number} ist für sich und hört nicht auf." for number in range(900)]
SPACED, LINES = "\n\n".join(PARAGRAPHS), "\n".join(PARAGRAPHS)


def both(desk: Desk, library: Folders, data: bytes) -> tuple[Reading, Reading]:
    """Return the beginning and the whole of an article of these bytes, the one a beginning of the other."""
    (library.library / "long.md").write_bytes(data)
    desk.take_scan(desk.scanner().scan())
    head = desk.find("long000001")
    beginning, whole = desk.glimpse(head), desk.reading(head)
    assert (beginning.is_whole, whole.is_whole) == (False, True)
    assert whole.article.text[: len(beginning.article.text)] == beginning.article.text
    return beginning, whole


def follows(beginning: Reading, whole: Reading) -> str:
    """Return what comes after the beginning."""
    return whole.article.text[len(beginning.article.text) :][:2]


def test_a_beginning_is_shown_before_the_whole(desk: Desk, library: Folders) -> None:
    beginning, whole = both(desk, library, long_article(400).encode())
    assert 0 < len(beginning.quotations) < len(whole.quotations)
    assert beginning.quotations == whole.quotations[: len(beginning.quotations)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", " \n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_a_beginning_ends_with_a_paragraph(
    desk: Desk, library: Folders, line_end: str, encoding: str
) -> None:
    beginning, whole = both(desk, library, (FRONT + SPACED).replace("\n", line_end).encode(encoding))
    assert "für" in beginning.article.text
    assert follows(beginning, whole) == "\n\n"
    assert len(beginning.article.text) > NEARLY_ALL


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LINES, id="lines"),
        pytest.param(" ".join("A" * 9 for _ in range(4_000)), id="one line"),
        pytest.param(f"Ein Anfang.\n\n{LINES}", id="one blank line"),
    ],
)
def test_without_a_blank_line_a_beginning_ends_with_a_word(desk: Desk, library: Folders, text: str) -> None:
    beginning, whole = both(desk, library, (FRONT + text).encode())
    assert follows(beginning, whole) == " A"
    assert len(beginning.article.text) > NEARLY_ALL


def test_a_beginning_of_one_word_ends_with_a_character(desk: Desk, library: Folders) -> None:
    beginning, _ = both(desk, library, (FRONT + "語" * 40_000).encode())
    assert set(beginning.article.text) == {"語"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("fence", ["```", "~~~~ python", "1.  One\n\n    ```"])
def test_a_beginning_has_no_part_of_a_block_of_code(
    desk: Desk, library: Folders, line_end: str, fence: str
) -> None:
    code = "code\n\n~~~\n\n" * 900
    text = FRONT + "\n\n".join([*PARAGRAPHS[:200], f"{fence}\n{code}"])
    beginning, whole = both(desk, library, text.replace("\n", line_end).encode())
    assert "Absatz 199" in beginning.article.text
    assert "code" not in beginning.article.text
    assert "code" in whole.article.text


def test_a_block_of_code_that_ends_is_part_of_the_beginning(desk: Desk, library: Folders) -> None:
    beginning, _ = both(desk, library, f"{FRONT}```\n\n~~~\n\n```\n\n{SPACED}".encode())
    assert beginning.article.text.startswith("\n~~~\n")
    assert len(beginning.article.text) > NEARLY_ALL


def test_of_code_alone_no_beginning_is_shown(desk: Desk, library: Folders) -> None:
    (library.library / "code.md").write_text("```\n" + "code\n\n" * 9_000, "utf-8")
    desk.take_scan(desk.scanner().scan())
    assert desk.glimpse(desk.find("code")).article.text == ""


def test_a_beginning_is_in_the_encoding_of_the_whole(desk: Desk, library: Folders) -> None:
    """A letter that is broken is one alone in the beginning, and one among many in the whole."""
    text = f"{FRONT}Caf\udce9.\n\n" + "Plain words.\n\n" * 2_000 + SPACED
    beginning, _ = both(desk, library, text.encode("utf-8", "surrogateescape"))
    assert "Caf\ufffd" in beginning.article.text
