"""What speaks for or against a mention as the speaker of a quotation.

Features are structural: sides, distances, the signs between the two, which cue the mention is the subject
of, and the general classes of words. No feature holds a word of any text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from reader.quotes.clauses import CueSubject
from reader.quotes.mentions import MentionKind
from reader.quotes.names import NameForm
from reader.quotes.outline import MENTION_SIGNS, Outline, PlacedMention

_LONGEST_PATTERN = 9


class QuoteView(NamedTuple):
    """A quotation as the features see it.

    ``at`` and ``sentence`` place it in its paragraph's outline. ``case`` is its first letter's (l, u, 0),
    ``ending`` its last mark (, . ? 0, or o without a closing mark), ``length`` a class of its number of
    words. ``is_alone``: it is its whole sentence. ``continues``: the paragraph above left one open.
    """

    at: int
    sentence: int
    case: str
    ending: str
    length: str
    is_alone: bool
    continues: bool


class History(NamedTuple):
    """The last quotation before this one that got a speaker: how far it is, and whom.

    ``distance`` counts paragraphs (0: the same one), ``mention_start`` is
    where the mention begins that was chosen.
    """

    distance: int
    key: str
    mention_start: int


class Candidate(NamedTuple):
    """A mention that could be the speaker; ``place`` is ``here`` or the way it was reached from elsewhere."""

    placed: PlacedMention
    place: str
    rank: int
    form: NameForm
    key: str


def _abridge(pattern: str) -> str:
    if len(pattern) <= _LONGEST_PATTERN:
        return pattern
    return f"{pattern[:3]}~{pattern[-4:]}"


def quote_features(view: QuoteView, signs: str) -> tuple[str, str]:
    """Return what stands before and after the quotation, three signs each."""
    at = view.at
    return signs[max(0, at - 3) : at], signs[at + 1 : at + 4]


def _cue_features(candidate: Candidate, view: QuoteView, signs: str, cues: list[CueSubject]) -> Iterator[str]:
    """Say which cue the mention is the subject of, and how that cue stands to the quotation."""
    at, side = candidate.placed.at, "b" if candidate.placed.at < view.at else "a"
    best: tuple[int, str] | None = None
    nearest = 99
    for cue, subject, inverted, main in cues:
        distance = abs(cue.at - view.at)
        crossed = cue.sentence != view.sentence
        if not crossed and distance < nearest:
            nearest = distance
        if at == main and not crossed and cue.at < view.at:
            yield f"main:{_abridge(signs[cue.at + 1 : view.at])}"
        if at not in (subject, inverted) or (best is not None and best[0] <= distance):
            continue
        relation = "subj" if at == subject else "inv"
        where = "b" if cue.at < view.at else "a"
        low, high = min(cue.at, view.at) + 1, max(cue.at, view.at)
        best = distance, f"{relation}{cue.tag}{where}{'x' if crossed else ''}:{_abridge(signs[low:high])}"
    if best is None:
        yield f"{side}:nosubj"
        return
    label, reach = best[1].split(":")[0], "near" if best[0] == nearest else "far"
    yield from (best[1], label, f"{label}:{reach}", f"{label}:{view.ending}{view.case}")
    yield f"{label}:{view.ending}:{reach}:{candidate.placed.sign}"


def _here_features(
    candidate: Candidate, view: QuoteView, outline: Outline, cues: list[CueSubject]
) -> Iterator[str]:
    signs, at = outline.signs, candidate.placed.at
    before_quote = at < view.at
    between = signs[at + 1 : view.at] if before_quote else signs[view.at + 1 : at]
    crossed = between.count("|")
    side = f"{'b' if before_quote else 'a'}{min(crossed, 3)}"
    pattern = _abridge(between)
    yield side + candidate.placed.sign
    yield f"{side}={pattern}"
    yield f"{side}={pattern}:{view.ending}{view.case}"
    yield f"{side}<{signs[max(0, at - 2) : at]}"
    yield f"{side}>{signs[at + 1 : at + 3]}"
    yield f"{side}<>{signs[max(0, at - 1) : at]}{candidate.placed.sign}{signs[at + 1 : at + 2]}"
    yield f"{side}#{min(candidate.rank, 5)}{candidate.placed.sign}"
    yield f"{side}:{view.ending}{view.case}{view.length}"
    yield f"{side}:{'alone' if view.is_alone else 'inside'}:{min(candidate.rank, 3)}"
    head, tail = quote_features(view, signs)
    yield f"{side}Q<{head}:{min(candidate.rank, 2)}"
    yield f"{side}Q>{tail}:{min(candidate.rank, 2)}"
    yield f"{side}Q{between.count('Q')}"
    yield f"{side}m{min(4, sum(sign in MENTION_SIGNS for sign in between))}"
    yield from _cue_features(candidate, view, signs, cues)


def features(
    candidate: Candidate, view: QuoteView, outline: Outline, cues: list[CueSubject], history: History | None
) -> list[str]:
    """Return the names of all features that hold between ``candidate`` and the quotation."""
    if candidate.place == "here":
        found = list(_here_features(candidate, view, outline, cues))
    else:
        alone = "alone" if view.is_alone else "inside"
        head, tail = quote_features(view, outline.signs)
        found = [
            candidate.place,
            f"{candidate.place}:{alone}",
            f"{candidate.place}:{alone}:{view.ending}{view.case}",
            f"{candidate.place}:{candidate.placed.sign}",
            f"{candidate.place}Q<{head}",
            f"{candidate.place}Q>{tail}",
            f"{candidate.place}:{'cues' if cues else 'nocues'}:{'mentions' if outline.mentions else 'bare'}",
        ]
    side = found[0][:2] if candidate.place == "here" else candidate.place
    found.append(f"{side}:form:{candidate.form.value}")
    found.append(f"{side}:{candidate.placed.sign}:{candidate.form.value}")
    if candidate.placed.mention.kind is not MentionKind.NAME:
        found.append(f"head:{candidate.placed.mention.head if candidate.placed.sign == 'P' else ''}")
    rivals = _count_rivals(candidate, view, cues)
    found.append(f"{side}:rivals{rivals}")
    found.extend(_history_features(candidate, side, view, history) if not rivals else [f"{side}:shadowed"])
    return found


def _count_rivals(candidate: Candidate, view: QuoteView, cues: list[CueSubject]) -> int:
    """Count the cue subjects between the mention and the quotation in its sentence, at most 2."""
    at = candidate.placed.at if candidate.place == "here" else -1
    low, high = min(at, view.at), max(at, view.at)
    subjects = {item.subject for item in cues if item.cue.sentence == view.sentence}
    return min(2, sum(low < subject < high for subject in subjects))


def _history_features(
    candidate: Candidate, side: str, view: QuoteView, history: History | None
) -> Iterator[str]:
    if history is None:
        yield f"{side}:first"
        return
    alone = "alone" if view.is_alone else "inside"
    distance = min(history.distance, 3)
    same_mention = candidate.placed.mention.start == history.mention_start
    if same_mention:
        yield f"again{distance}"
        yield f"again{distance}:{alone}"
        yield f"again{distance}:{alone}:{view.case}{view.ending}"
        yield f"again{distance}:{side}"
        yield f"again{distance}:{side}:{alone}"
    elif candidate.key and candidate.key == history.key:
        yield f"same{distance}"
        yield f"same{distance}:{side}"
    else:
        yield f"other{distance}:{side}"
        yield f"other{distance}:{side}:{alone}"
