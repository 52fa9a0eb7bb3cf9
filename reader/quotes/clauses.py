"""Which mention is the subject of which cue verb, read off the outline of a paragraph."""

from __future__ import annotations

from reader.quotes.cues import SAYING
from reader.quotes.outline import MENTION_SIGNS, Cue, Outline
from reader.values import NamedTuple

_REACH = 40
"""Signs looked at on the way from a verb to its subject; a longer clause has lost its reader."""

_SKIPPED = frozenset("xgo")
_PREPOSITIONS = frozenset("pfb2")
_CLAUSE_ENDS = frozenset("|;Q:-")
_VERBS = frozenset("STCvx")


class CueSubject(NamedTuple):
    """A cue with the indexes of the mentions that may be its subject (-1: none).

    ``subject`` stands before it, ``inverted`` right after it ("said Ana Rivera"), ``main`` leads the main
    clause that a participle hangs on ("Ana Rivera left, saying").
    """

    cue: Cue
    subject: int
    inverted: int
    main: int


def _before_prepositions(signs: str, at: int) -> int:
    """Follow "the governor of the state" back from the mention at ``at`` to the one that leads it."""
    while at >= 2 and signs[at - 1] in "f'" and signs[at - 2] in MENTION_SIGNS:
        at -= 2
    return at


def _is_framed(signs: str, at: int) -> bool:
    """Tell whether the mention at ``at`` hangs on a preposition and leads no clause."""
    return at > 0 and signs[at - 1] in _PREPOSITIONS


def _through_apposition(signs: str, comma: int, floor: int) -> int:
    """Return the first free mention before the apposition that the comma at ``comma`` closes, else -1."""
    found = -1
    at = comma - 1
    while at >= floor and signs[at] not in _CLAUSE_ENDS:
        if signs[at] in MENTION_SIGNS and not _is_framed(signs, at) and signs[at + 1] != "'":
            follows = signs[at + 1]
            if follows in ",(" or (follows in "fp" and found < 0):
                found = at
        at -= 1
    return found


def _step_back(signs: str, verb: int, floor: int) -> int:
    """Return the index before the verb where its subject ends, past auxiliaries and a parenthesis."""
    at = verb - 1
    while at >= floor and signs[at] in _SKIPPED:
        at -= 1
    if at >= floor and signs[at] == ")":
        at = signs.rfind("(", floor, at) - 1
    if at > floor and signs[at] == "w" and signs[at - 1] in MENTION_SIGNS:
        at -= 1
    return at


def subject_before(signs: str, verb: int) -> int:
    """Return the index of the mention that is the subject of the verb at index ``verb``, else -1."""
    floor = max(0, verb - _REACH)
    at = _step_back(signs, verb, floor)
    if at < floor:
        return -1
    if signs[at] in MENTION_SIGNS:
        return _free_subject(signs, at, floor)
    if signs[at] == ",":
        return _through_apposition(signs, at, floor)
    return _shared_subject(signs, at, floor) if signs[at] in "jv" else -1


def _free_subject(signs: str, at: int, floor: int) -> int:
    """Return the mention at ``at``, or the one its prepositional phrase belongs to."""
    lead = _before_prepositions(signs, at)
    if not _is_framed(signs, lead):
        return lead
    back = lead - 2
    while back >= floor and signs[back] in "pfw2'NO":
        if signs[back] in MENTION_SIGNS and not _is_framed(signs, back):
            return back
        back -= 1
    return lead


def _shared_subject(signs: str, at: int, floor: int) -> int:
    """Return the subject of an earlier verb of the clause, as in "she laughed and said"."""
    back = at
    while back >= floor and signs[back] not in "|;":
        if signs[back] in _VERBS and back > 0 and signs[back - 1] in MENTION_SIGNS:
            return back - 1
        back -= 1
    return -1


def _inverted_subject(signs: str, cue: int) -> int:
    """Return the index of the mention right after the cue, as in "said the minister", else -1."""
    at = cue + 1
    if at < len(signs) and signs[at] == "w" and at + 1 < len(signs):
        at += 1
    return at if at < len(signs) and signs[at] in MENTION_SIGNS else -1


def _main_subject(signs: str, cue: Cue) -> int:
    """Return the index of the first free mention of the sentence of ``cue``, else -1."""
    floor = max(0, cue.at - _REACH)
    for at in range(max(floor, signs.rfind("|", floor, cue.at) + 1), cue.at):
        if signs[at] in MENTION_SIGNS and not _is_framed(signs, at) and signs[at + 1] != "'":
            return at
    return -1


def find_subjects(outline: Outline) -> list[CueSubject]:
    """Return every cue of the paragraph with its subjects."""
    signs = outline.signs
    return [
        CueSubject(
            cue,
            subject_before(signs, cue.at),
            _inverted_subject(signs, cue.at),
            _main_subject(signs, cue) if cue.tag == SAYING else -1,
        )
        for cue in outline.cues
    ]
