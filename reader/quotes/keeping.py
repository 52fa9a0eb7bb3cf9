"""Whether quoted text is a quotation at all, or a title, a coined name, a measure or a word held at arm's length."""

from __future__ import annotations

from reader.quotes.features import Candidate, QuoteView, quote_features
from reader.quotes.marks import Segment

_NAMING = frozenset(
    "called titled entitled dubbed named nicknamed known termed so-called labeled labelled show film movie "
    "book song album series program novel documentary game single magazine play musical".split()
)


def _title_case(words: list[str]) -> str:
    """Say how much of a short phrase is capitalised, as titles are."""
    if len(words) > 8:
        return "long"
    capitals = sum(word[:1].isupper() for word in words)
    return "all" if capitals == len(words) else "most" if capitals * 2 > len(words) else "few"


def is_attribute(text: str, segment: Segment) -> bool:
    """Tell whether the marks are those of a markup attribute (``size="12"``)."""
    return text[max(0, segment.start - 1) : segment.start] == "="


def is_statement(view: QuoteView) -> bool:
    """Tell whether quoted text is a whole sentence, or a long unclosed one: always somebody's words."""
    return (
        view.is_alone
        and view.length in "8+"
        and (view.ending in ".?" or (view.ending == "o" and view.case == "u"))
    )


def keep_features(
    text: str, segment: Segment, view: QuoteView, signs: str, best: tuple[Candidate, float, list[str]] | None
) -> list[str]:
    """Return the features of quoted text; ``best`` is its likeliest speaker with its share and features."""
    head, tail = quote_features(view, signs)
    words = text[segment.start : min(segment.end, segment.start + 120)].strip("\"'“”‘’«»„`").split()
    before = text[max(0, segment.start - 30) : segment.start]
    shape = f"{view.case}{view.ending}{view.length}"
    found = [
        "bias",
        shape,
        f"{view.length}:{_title_case(words)}",
        f"{view.case}{view.ending}:{_title_case(words)}",
        f"<{head[-1:]}",
        f"<{head[-2:]}",
        f"<{head}",
        f">{tail[:1]}",
        f">{tail[:2]}",
        f"<{head[-1:]}>{tail[:1]}",
        f"<{head[-1:]}>{tail[:1]}:{view.length}",
        f"<{head[-2:]}:{shape}",
        f">{tail[:2]}:{shape}",
    ]
    if view.is_alone:
        found.append(f"alone:{shape}")
    if before.split() and before.split()[-1].lower() in _NAMING:
        found.append("naming")
    if best is None:
        found.append("nobody")
        return found
    candidate, share, features = best
    side = candidate.place if candidate.place != "here" else features[0][:2]
    found += [
        f"share{int(share * 5)}",
        f"{side}:{shape}",
        f"{side}:{view.length}",
        f"best:{candidate.form.value}",
    ]
    found += [
        f"best:{feature}"
        for feature in features
        if feature.startswith(("subj", "inv", "again", "b0:nos", "a0:nos"))
    ]
    return found
