"""What speaks for or against a mention as the speaker of a quotation.

Features are structural: sides, distances, the signs between the two, which cue the mention is the subject
of, and the general classes of words. No feature holds a word of any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.quotes.clauses import CueSubject
from reader.quotes.mentions import MentionKind
from reader.quotes.names import NameForm
from reader.quotes.outline import Outline, PlacedMention
from reader.values import NamedTuple

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


class CueView(NamedTuple):
    """A cue as a quotation sees it: its subjects, how far it is, on which side, and what lies between."""

    subject: int
    inverted: int
    main: int
    tag: str
    distance: int
    is_before: bool
    is_crossed: bool
    between: str


def view_cues(view: QuoteView, signs: str, cues: Sequence[CueSubject]) -> list[CueView]:
    """Return ``cues`` as the quotation ``view`` sees them; done once for all its candidates."""
    return [
        CueView(
            subject,
            inverted,
            main,
            cue.tag,
            abs(cue.at - view.at),
            cue.at < view.at,
            cue.sentence != view.sentence,
            _abridge(signs[cue.at + 1 : view.at] if cue.at < view.at else signs[view.at + 1 : cue.at]),
        )
        for cue, subject, inverted, main in cues
    ]


def _cue_features(candidate: Candidate, view: QuoteView, cues: Sequence[CueView]) -> list[str]:
    """Say which cue the mention is the subject of, and how that cue stands to the quotation."""
    at, side = candidate.placed.at, "b" if candidate.placed.at < view.at else "a"
    found: list[str] = []
    best: CueView | None = None
    for cue in cues:
        if at == cue.main and not cue.is_crossed and cue.is_before:
            found.append(f"main:{cue.between}")
        if at in (cue.subject, cue.inverted) and (best is None or cue.distance < best.distance):
            best = cue
    if best is None:
        found.append(f"{side}:nosubj")
        return found
    relation = "subj" if at == best.subject else "inv"
    label = f"{relation}{best.tag}{'b' if best.is_before else 'a'}{'x' if best.is_crossed else ''}"
    nearest = min((cue.distance for cue in cues if not cue.is_crossed), default=99)
    reach = "near" if best.distance == nearest else "far"
    return [
        *found,
        f"{label}:{best.between}",
        label,
        f"{label}:{reach}",
        f"{label}:{view.ending}{view.case}",
        f"{label}:{view.ending}:{reach}:{candidate.placed.sign}",
    ]


def _here_features(
    candidate: Candidate, view: QuoteView, outline: Outline, cues: Sequence[CueView]
) -> list[str]:
    signs, at, sign = outline.signs, candidate.placed.at, candidate.placed.sign
    before_quote = at < view.at
    between = signs[at + 1 : view.at] if before_quote else signs[view.at + 1 : at]
    side = f"{'b' if before_quote else 'a'}{min(between.count('|'), 3)}"
    pattern, rank = _abridge(between), candidate.rank
    head, tail = quote_features(view, signs)
    mentions = between.count("N") + between.count("P") + between.count("O")
    return [
        side + sign,
        f"{side}={pattern}",
        f"{side}={pattern}:{view.ending}{view.case}",
        f"{side}<{signs[max(0, at - 2) : at]}",
        f"{side}>{signs[at + 1 : at + 3]}",
        f"{side}<>{signs[max(0, at - 1) : at]}{sign}{signs[at + 1 : at + 2]}",
        f"{side}#{min(rank, 5)}{sign}",
        f"{side}:{view.ending}{view.case}{view.length}",
        f"{side}:{'alone' if view.is_alone else 'inside'}:{min(rank, 3)}",
        f"{side}Q<{head}:{min(rank, 2)}",
        f"{side}Q>{tail}:{min(rank, 2)}",
        f"{side}Q{between.count('Q')}",
        f"{side}m{min(4, mentions)}",
        *_cue_features(candidate, view, cues),
    ]


def features(
    candidate: Candidate,
    view: QuoteView,
    outline: Outline,
    cues: Sequence[CueView],
    history: History | None,
) -> list[str]:
    """Return the names of all features that hold between ``candidate`` and the quotation."""
    if candidate.place == "here":
        found = _here_features(candidate, view, outline, cues)
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


def _count_rivals(candidate: Candidate, view: QuoteView, cues: Sequence[CueView]) -> int:
    """Count the cue subjects between the mention and the quotation in its sentence, at most 2."""
    at = candidate.placed.at if candidate.place == "here" else -1
    low, high = min(at, view.at), max(at, view.at)
    return min(2, len({cue.subject for cue in cues if low < cue.subject < high and not cue.is_crossed}))


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
