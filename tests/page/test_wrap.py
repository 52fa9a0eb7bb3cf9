"""Lines hold the text, all of it, and never more than their width."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.tui.page.breaks import NEVER_FIRST
from reader.tui.page.wrap import wrap, wrap_hard

LETTERS = st.text(alphabet=st.sampled_from("ab “”’.,-—\u00a0é日本語、。」「e\u0301👩‍👧🇫🇷\n"), max_size=120)


def lines_of(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrap(text, 0, len(text), width)]


@given(LETTERS, st.integers(1, 40))
def test_lines_tile_the_text(text: str, width: int) -> None:
    position = 0
    for start, end in wrap(text, 0, len(text), width):
        assert start >= position
        assert text[position:start].strip(" \n") == ""
        position = end
    assert text[position:].strip(" ") == ""


@given(LETTERS, st.integers(2, 40))
@example("\u200d\u200daaaaaa", 5)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    for line in lines_of(text, width):
        assert cell_len(line) <= width or len(line) <= 7, (line, width)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 8, ["one two", "three"]),
        ("one  two", 4, ["one", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("hard\nbreak", 20, ["hard", "break"]),
        ("no\u00a0break here", 9, ["no\u00a0break", "here"]),
        ("“Curly,” he said", 9, ["“Curly,”", "he said"]),
        ("日本語の文章", 6, ["日本語", "の文章"]),
        ("日本語。文章", 6, ["日本", "語。文", "章"]),
    ],
)
def test_breaking(text: str, width: int, expected: list[str]) -> None:
    assert lines_of(text, width) == expected


def test_a_line_of_chinese_never_begins_with_a_closing_mark() -> None:
    text = "「三年前，我们开始了这项工作。」他说，「现在，它已经完成。」"
    for width in range(8, 30):
        assert not {line[0] for line in lines_of(text, width)} & NEVER_FIRST


def test_soft_hyphens_in_code_take_no_room() -> None:
    code = "a\u00ad\u00ad\u00ad\u00adb\tc"
    ((_, runs),) = wrap_hard(code, 0, len(code), 20, 4)
    assert [(column, code[start:end]) for column, start, end in runs] == [(0, code[:6]), (4, "c")]


def test_a_word_of_a_megabyte_is_broken_in_linear_steps() -> None:
    assert len(wrap("x" * 1_000_000, 0, 1_000_000, 80)) == 12_500


@given(st.text(alphabet="ab\t\n日", max_size=80), st.integers(2, 30))
def test_code_keeps_every_character(text: str, width: int) -> None:
    lines = wrap_hard(text, 0, len(text), width, 4)
    kept = "".join(text[start:end] for _, line in lines for _, start, end in line)
    assert kept == text.replace("\t", "").replace("\n", "")
    for _, line in lines:
        for column, start, end in line:
            assert column + cell_len(text[start:end]) <= width
