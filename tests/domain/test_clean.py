"""The one door for text from outside."""

from __future__ import annotations

import re
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.domain.clean import LINE_LIMIT, clean, clean_line, clean_title, clean_url
from tests.properties.documents import any_text

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)


@pytest.mark.parametrize(
    ("given_text", "wanted"),
    [
        ("a\r\nb\rc\n\td", "a\nb\nc\n\td"),
        ("\x1b]52;c;aGk=\x07red\x1b[31m", "]52;c;aGk=red[31m"),
        ("\x9b31m and \x85 and \x93quoted\x94", "›31m and … and “quoted”"),
        ("\x81\x8d", ""),
        ("a\u202eb\u202cc\u2028d\u2029e\ufefff\ufff9g\U0001fffeh\ud800i", "abc\nd\nefghi"),
        ("e\u0301 and \u1100\u1161", "é and 가"),
        ("می\u200cخواهم 👨\u200d👩\u200d👧 ❤\ufe0f", "می\u200cخواهم 👨\u200d👩\u200d👧 ❤\ufe0f"),
        ("\u2066kept\u2069 \u2066dropped\nnext\u2069", "\u2066kept\u2069 dropped\nnext"),
        (
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
            "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        ),
        ("a\U000e0067\U000e0062\U000e007f🏴\U000e0067", "a🏴"),
    ],
)
def test_what_commands_or_hides_is_dropped_and_what_writes_is_kept(given_text: str, wanted: str) -> None:
    assert clean(given_text) == wanted


def test_a_base_keeps_eight_marks() -> None:
    assert clean("a" + "\u0316" * 5_000 + "b") == "a" + "\u0316" * 8 + "b"


@given(any_text)
def test_cleaning_twice_changes_nothing_and_leaves_nothing_forbidden(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not _FORBIDDEN.search(once)
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")


@given(any_text)
def test_a_line_is_one_line_of_bounded_length(text: str) -> None:
    for cut in (clean_line, clean_title):
        line = cut(text * 40)
        assert "\n" not in line
        assert "\t" not in line
        assert len(line) <= LINE_LIMIT
        assert cut(line) == line


def test_a_line_has_no_soft_hyphens_and_a_text_keeps_them() -> None:
    assert clean_line("Do\u00adnau\u00ad \u00ad\ndampf e\u00ad\u0301") == "Donau dampf \u00e9"
    assert clean("Do\u00adnau") == "Do\u00adnau"


def test_a_long_title_is_cut_with_a_sign() -> None:
    assert clean_title("word " * 1_000_000).endswith("…")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "HTTP://Example.org",
        "mailto:desk@example.org",
        "https://例え.jp/é",
    ],
)
def test_web_and_mail_addresses_pass(url: str) -> None:
    assert clean_url(f" {url}\n") == url


@pytest.mark.parametrize(
    "url",
    [
        "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "ftp://example.org",
        "//example.org",        "--version", "-https://example.org", "https://", "https:///x",
        "https://a b", "https://a\r\nHost: b",
        "https://a\x1b]8;;", "https://a\x9b", "https://a\u202eb", "$(touch x)", "http://" + "a" * 10_000,
    ],
)  # fmt: skip
def test_nothing_else_passes(url: str) -> None:
    assert clean_url(url) is None


def test_marks_of_direction_are_taken_out_of_an_address() -> None:
    assert clean_url("https://exa\u200emple.org/\u200f") == "https://example.org/"


@given(st.text(max_size=40))
def test_an_address_that_passed_passes_again(text: str) -> None:
    url = clean_url(f"https://x.org/{text}")
    assert url is None or clean_url(url) == url


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, one by one. " * 40_000,
        "He said “yes”. " * 66_000,
        "a\u0301\u0316" * 300_000,
        "\u2066" * 1_000_000,
    ],
)
def test_a_megabyte_is_cleaned_in_linear_time(text: str) -> None:
    start = time.process_time()
    clean(text)
    assert time.process_time() - start < 3.0
