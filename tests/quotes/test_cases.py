from __future__ import annotations

import pytest

from reader.domain.quote import Quote
from reader.quotes import find_quotes
from tests.quotes.case_table import Case, Expected, read_cases

CASES = read_cases()
MARKS = "\"'“”‘’‚«»„`「」『』 \u00a0"


def words_of(quote: Quote, text: str) -> str:
    """Return the quoted words, without the marks around them."""
    words = quote.span.of(text)
    for opener, closer in ("''", "``"), ("''", "''"), ("``", "''"):
        if words.startswith(opener) and words.endswith(closer):
            return words[2:-2]
    if words[0] not in MARKS:
        return words
    return words.strip(MARKS) if words[-1] in MARKS else words[1:]


def speaker_of(quote: Quote, expected: Expected) -> str:
    """Return the speaker in the form in which the case gives it."""
    if expected.speaker == "*":
        return "*"
    if quote.speaker is None:
        return "-"
    if " via " in expected.speaker:
        return f"{quote.speaker.name} via {quote.speaker.mention}"
    return quote.speaker.label


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_the_quotations_of_a_text_and_their_speakers_are_found(case: Case) -> None:
    quotes = find_quotes(case.text, case.language)
    assert [words_of(quote, case.text) for quote in quotes] == [expected.words for expected in case.expected]
    for quote, expected in zip(quotes, case.expected, strict=True):
        assert speaker_of(quote, expected) == expected.speaker
        assert quote.kind.value == (expected.kind or quote.kind.value)
    groups = [quote.group for quote in quotes]
    firsts = [
        0,
        *(before + (not item.continues) for before, item in zip(groups, case.expected[1:], strict=False)),
    ]
    assert groups == firsts[: len(groups)]


def test_the_tables_hold_what_they_promise() -> None:
    names = [name for name, _ in CASES]
    assert len(names) >= 60
    for table in ("german", "french", "spanish"):
        assert sum(name.startswith(table) for name in names) >= 30
    assert len(set(names)) == len(names)
