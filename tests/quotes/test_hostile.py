"""Input made to hurt: the engine must stay linear, never recurse, never raise.

Linearity is measured twice. On the number of calls, which does not depend on the machine: eight times the
text may take at most twelve times the calls. And on processor time, for work hidden inside one call: eight
times the text may take twenty times as long and a quarter of a second more; quadratic work takes 64 times.
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable

import pytest

from reader.quotes import find_quotes

PROSE = "The bridge opens on Monday and Ana Rivera said so, of course, to the people of the town. "
DENSE = '“The bridge opens,” Ana Rivera said. He told Ben Okafor that "it was late," adding it was fine. '
HOSTILE: dict[str, Callable[[int], str]] = {
    "straight marks": lambda size: '"' * size,
    "spaced marks": lambda size: '" ' * size,
    "openers": lambda size: "“a " * size,
    "closers": lambda size: "a” " * size,
    "single marks": lambda size: " 'a" * size,
    "doubled single marks": lambda size: "'' " * size,
    "alternating families": lambda size: "«“「‘a " * size,
    "one endless paragraph": lambda size: PROSE * (size // 10) + "“It is late,” she said.",
    "one endless paragraph of quotations": lambda size: DENSE * (size // 10),
    "nothing but capitals": lambda size: "BRIDGE " * size + "“It is late,” SAID BOB.",
    "nothing but names": lambda size: "Bridge " * size + "“It is late,” said Bob.",
    "nothing but verbs": lambda size: "said " * size + "“It is late,” said Bob.",
    "nothing but participles": lambda size: "adding, " * size + "“It is late,” said Bob.",
    "nothing but prepositions": lambda size: "the man of " * size + "“It is late,” said Bob.",
    "nothing but appositions": lambda size: "Ana Rivera, " * size + "“It is late,” said Bob.",
    "nothing but pronouns": lambda size: "he " * size + "“It is late,” she said.",
    "nothing but spaces": lambda size: " " * size + "“It is late,” said Bob.",
    "nothing but apostrophes": lambda size: "a'" * size + " “It is late,” said Bob.",
    "nothing but initials": lambda size: "A. " * size + "“It is late,” said Bob.",
    "brackets": lambda size: "(" * size + "“It is late,” said Bob." + ")" * size,
    "short paragraphs of quotation": lambda size: "“It is late.”\n" * size,
    "paragraphs never closed": lambda size: "“It is late.\n" * size,
    "one name and many quotations": lambda size: "Ana Rivera " + "“a b” " * size,
    "frames without end": lambda size: "in Ana Rivera's words “a b” " * size,
    "namesakes": lambda size: (
        " ".join(f"A{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Lund said." for i in range(size))
        + " “It is late,” said Lund."
    ),
}


def calls_for(text: str) -> int:
    """Count the calls, of Python functions and of built-in ones, that reading ``text`` takes."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        find_quotes(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_work_grows_no_faster_than_the_text(make: Callable[[int], str]) -> None:
    find_quotes("“Warm,” said Bob.")
    small, large = calls_for(make(200)), calls_for(make(1600))
    assert large <= 12 * small


FOREIGN = {
    "de": "„Die Brücke ist da“, sagte Anna Weber. Er und die Frau der Stadt nannten sie „ein Geschenk“. ",
    "fr": "— Bonjour, dit-il.\n\nLe maire de la ville a dit que le pont est « un cadeau » et voilà. ",
    "es": "—Hola —dijo Ana—. Ven.\n\nEl alcalde de la ciudad dijo que el puente es «un regalo» para todos. ",
    "pl": "„Most jest gotowy od rana”, powiedziała Anna. ",
    "transcript": "ANA RIVERA: “It is late.”\n\nBEN OKAFOR: “So it is.”\n\n",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_other_readings_are_linear_too(language: str) -> None:
    text, declared = FOREIGN[language], None if language == "transcript" else language
    find_quotes(text, declared)
    times = []
    for count in (20, 160):
        began = time.process_time()
        find_quotes(text * count, declared)
        times.append(time.process_time() - began)
    assert times[1] <= 20 * times[0] + 0.25


@pytest.mark.parametrize("language", ["de", "fr", "es"])
@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_in_another_language_takes_two_seconds_a_megabyte(
    make: Callable[[int], str], language: str
) -> None:
    text = make(6_000)
    began = time.process_time()
    find_quotes(text, language)
    assert time.process_time() - began <= 2 * len(text) / MEGABYTE + 0.25


MEGABYTE = 1_000_000
CROWDED = {
    "a hundred thousand marks": '" ' * 100_000,
    "a hundred thousand marks around words": "“It is late, very late.” " * 50_000,
    "nothing but quotations": DENSE * 6_000,
    "nested without end": "“a ‘b «c " * 60_000,
    "never closed": "“a b " * 100_000,
    "capitals only": "“THE BRIDGE OPENS,” SAID ANA RIVERA OF THE ROAD OFFICE. " * 10_000,
    "short paragraphs": "“It is late,” she said.\n\n" * 20_000,
}


@pytest.mark.parametrize("text", CROWDED.values(), ids=CROWDED.keys())
def test_a_text_crowded_with_marks_takes_two_seconds_a_megabyte(text: str) -> None:
    find_quotes("“Warm,” said Bob.")
    assert seconds_for(text) <= 2 * len(text) / MEGABYTE


def test_quotations_without_number_still_have_the_speakers_beside_them() -> None:
    text = "“The bridge opens,” Ana Rivera said. Ben Okafor asked, “When is it?” “Soon,” she said.\n" * 300
    quotes = find_quotes(text)
    assert [quote.span.of(text) for quote in quotes[:3]] == [
        "“The bridge opens,”",
        "“When is it?”",
        "“Soon,”",
    ]
    labels = [quote.speaker.label if quote.speaker else None for quote in quotes]
    assert labels == ["Ana Rivera", "Ben Okafor", "she"] * 300
    assert quotes[-1].group == 899


def seconds_for(text: str) -> float:
    """Return the processor time that reading ``text`` takes."""
    began = time.process_time()
    find_quotes(text)
    return time.process_time() - began


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_no_faster_than_the_text(make: Callable[[int], str]) -> None:
    find_quotes("“Warm,” said Bob.")
    assert seconds_for(make(20_000)) <= 20 * seconds_for(make(2_500)) + 0.25


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_is_read_without_recursion(make: Callable[[int], str]) -> None:
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(150)
    try:
        quotes = find_quotes(make(1_000))
    finally:
        sys.setrecursionlimit(limit)
    assert all(quote.span.end > quote.span.start for quote in quotes)


def test_the_garbage_collector_works_after_a_long_text() -> None:
    find_quotes(PROSE * 3_000)
    assert gc.isenabled()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        '"',
        "''",
        "“",
        "”",
        "“”",
        '""',
        "\x00“a”\x00",
        "“\u200b”",
        "\ud800“a b c,” said Bob.",
        "“\U0001f600,” said Bob.",
    ],
)
def test_odd_texts_are_read_without_complaint(text: str) -> None:
    for quote in find_quotes(text):
        assert quote.span.of(text)
