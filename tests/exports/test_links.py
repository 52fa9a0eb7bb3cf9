"""Addresses that open a page at the words."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

from reader.exports.links import link_to

PAGE = "https://example.org/story"


@pytest.mark.parametrize(
    ("pieces", "fragment"),
    [
        (["“We will not sign that.”"], "text=We%20will%20not%20sign%20that."),
        (["“a-b, c & d”"], "text=a%2Db%2C%20c%20%26%20d"),
        (["“a b c d e f g h i”"], "text=a%20b%20c%20d,f%20g%20h%20i"),
        (["First lines.\n\nLast lines."], "text=First%20lines.,Last%20lines."),
        (["“A,”", "“B.”"], "text=A%2C&text=B."),
    ],
)  # fmt: skip
def test_the_words_are_the_directive(pieces: list[str], fragment: str) -> None:
    assert link_to(PAGE, pieces) == f"{PAGE}#:~:{fragment}"


def test_an_address_keeps_its_own_fragment_and_its_brackets_are_encoded() -> None:
    assert link_to("https://x.org/a_(b)#part", ["“c”"]) == "https://x.org/a_%28b%29#part:~:text=c"


def test_without_words_or_on_no_page_there_is_no_directive() -> None:
    assert link_to(PAGE, ["“”"]) == PAGE
    assert link_to("mailto:a@x.org", ["“c”"]) == "mailto:a@x.org"


def test_no_sign_of_a_directive_is_left_in_the_words() -> None:
    words = "".join(map(chr, range(33, 127))).replace(" ", "")
    directive = link_to(PAGE, [words]).partition("text=")[2]
    assert not set(directive) & set("-,&")
    assert unquote(directive) == words.strip("\"'")
