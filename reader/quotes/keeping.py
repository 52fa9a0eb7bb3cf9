"""Whether quoted text is a quotation, or a title, a coined name, a measure or a word held at arm's length."""

from __future__ import annotations

from collections.abc import Iterator

from reader.quotes.cues import words
from reader.quotes.features import Candidate, QuoteView, quote_features
from reader.quotes.mentions import singular
from reader.quotes.tokens import Token
from reader.values import NamedTuple

_NAMING = words(
    """
    called titled entitled dubbed named nicknamed known termed so-called labeled labelled billed under
    term phrase word words slogan name title
    """
)
_WORK_NOUNS = words(
    """
    show film movie book song album series program programme novel documentary game single magazine play
    musical podcast episode column anthem tune track memoir trilogy sequel sitcom drama comedy host author
    star
    """
)
_FUNCTION_TAGS = frozenset("dpxjtnr@'")
_FINITE = words(
    """
    is are was were am be been has have had do does did will would can could should must may might isn’t
    aren’t don’t doesn’t won’t can’t isn't aren't don't doesn't won't can't it's it’s that's that’s i'm
    i’m we're we’re they're they’re you're you’re he's he’s she's she’s there's there’s let's let’s
    """
)
_PERSONS = words(
    """
    i we you he she they me us my our your him them i'm i’m we're we’re you're you’re i've i’ve we've
    we’ve
    """
)
_LONGEST_TITLE = 8
LOOKED_AT = 160
"""Code points of the quoted text that are looked at."""


class Choice(NamedTuple):
    """The likeliest speaker of a piece of quoted text, with its share of the probability and its features."""

    candidate: Candidate
    share: float
    features: list[str]


class Surroundings(NamedTuple):
    """The quoted words, and the tokens right before and after them (None at a paragraph's ends)."""

    content: str
    before: Token | None
    after: Token | None


def is_attribute(text: str, start: int) -> bool:
    """Tell whether the mark at ``start`` begins the value of a markup attribute (``size="12"``)."""
    return text[max(0, start - 1) : start] == "="


def is_statement(view: QuoteView) -> bool:
    """Tell whether quoted text is a whole sentence, or a long unclosed one: always somebody's words."""
    if not view.is_alone or view.length not in "8+":
        return False
    return view.ending in ".?" or (view.ending == "o" and view.case == "u")


def _title_case(content: list[str]) -> str:
    """Say how much of a short phrase is capitalised, as titles are."""
    if len(content) > _LONGEST_TITLE:
        return "long"
    capitals = sum(word[:1].isupper() for word in content)
    return "all" if capitals == len(content) else "most" if capitals * 2 > len(content) else "few"


def _content_features(content: list[str]) -> Iterator[str]:
    """Say whether the words could be a sentence: a finite verb, a person spoken of or to."""
    lower = {word.lower().strip(".,;:!?") for word in content}
    finite = "finite" if lower & _FINITE else "bare"
    person = "person" if lower & _PERSONS else "nobody"
    yield finite
    yield person
    yield f"{finite}:{person}:{_title_case(content)}"


def _neighbour_features(around: Surroundings, shape: str, title: str) -> Iterator[str]:
    """Say which small word stands before the quoted text, and what sort of word after it."""
    before, after = around.before, around.after
    word = "" if before is None else before.lower if before.tag in _FUNCTION_TAGS else before.tag
    if before is not None and (before.lower in _NAMING or before.lower in _WORK_NOUNS):
        word = "naming"
    follower = "" if after is None else after.tag
    if after is not None and singular(after.lower) in _WORK_NOUNS:
        follower = "work"
    yield f"before:{word}"
    yield f"after:{follower}"
    yield f"around:{word}_{follower}"
    yield f"before:{word}:{title}"
    yield f"before:{word}:{shape}"
    yield f"after:{follower}:{title}"
    yield f"after:{follower}:{shape}"


def keep_features(around: Surroundings, view: QuoteView, signs: str, best: Choice | None) -> list[str]:
    """Return the features that speak for or against quoted text being a quotation."""
    head, tail = quote_features(view, signs)
    content = around.content.strip("\"'“”‘’«»„`").split()
    shape, title = f"{view.case}{view.ending}{view.length}", _title_case(content)
    found = [
        "bias",
        shape,
        f"{view.length}:{title}",
        f"{view.case}{view.ending}:{title}",
        f"<{head[-1:]}",
        f"<{head[-2:]}",
        f"<{head}",
        f">{tail[:1]}",
        f">{tail[:2]}",
        f"<{head[-1:]}>{tail[:1]}:{view.length}",
        f"<{head[-2:]}:{shape}",
        f">{tail[:2]}:{shape}",
        *_content_features(content),
        *_neighbour_features(around, shape, title),
    ]
    if view.is_alone:
        found.append(f"alone:{shape}")
    found.extend(["nobody"] if best is None else _speaker_features(best, view, shape))
    return found


def _speaker_features(best: Choice, view: QuoteView, shape: str) -> Iterator[str]:
    """Say how firmly the likeliest speaker holds the quoted text."""
    candidate = best.candidate
    side = candidate.place if candidate.place != "here" else best.features[0][:2]
    yield f"share{int(best.share * 5)}"
    yield f"{side}:{shape}"
    yield f"{side}:{view.length}"
    yield f"best:{candidate.form.value}:{candidate.placed.sign}"
    for feature in best.features:
        if feature.startswith(("subj", "inv", "main", "again", "b0:nos", "a0:nos", "b0=", "a0=")):
            yield f"best:{feature}"
