"""Reading the tables of cases: a text and who says what in it.

A case begins with ``== name``. Its other lines are the paragraphs of a text, up to its expectations::

    -> words of a quotation, marks left out | speaker | kind
    +> words of a further piece of the same quotation | speaker | kind
    -> nothing

The speaker is the name or mention that is shown, ``name via mention`` to check both, ``-`` for none and
``*`` for any; the kind (direct, partial) may be left out. Lines that begin with ``#`` are remarks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

CASES = Path(__file__).parent / "cases"
LANGUAGES = {"german": "de", "french": "fr", "spanish": "es", "other": "pl"}
"""Tables whose texts are declared to be in another language than English."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One piece that must be found."""

    words: str
    speaker: str
    kind: str
    continues: bool


@dataclass(frozen=True, slots=True)
class Case:
    """One text and every piece in it."""

    name: str
    text: str
    expected: tuple[Expected, ...]
    language: str | None = None


def _expectation(line: str) -> Expected | None:
    if line == "-> nothing":
        return None
    words, *rest = (part.strip() for part in line[3:].split(" | "))
    speaker, kind = (*rest, "", "")[:2]
    return Expected(words, speaker, kind, continues=line.startswith("+>"))


def _read_case(block: str) -> Case:
    name, *lines = [line for line in block.splitlines() if line and not line.startswith("#")]
    answers = [line for line in lines if line.startswith(("-> ", "+> "))]
    assert answers, f"the case {name!r} expects nothing at all"
    text = "\n\n".join(line for line in lines if line not in answers)
    expected = [_expectation(line) for line in answers]
    return Case(name.strip(), text, tuple(item for item in expected if item is not None))


def read_cases() -> list[tuple[str, Case]]:
    """Return every case with a name that says which table it comes from."""
    cases: list[tuple[str, Case]] = []
    for path in sorted(CASES.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").split("\n== ")[1:]:
            case = replace(_read_case(block), language=LANGUAGES.get(path.stem))
            cases.append((f"{path.stem}: {case.name}", case))
    return cases
