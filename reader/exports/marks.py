"""Quotation marks round words that have some of their own."""

from __future__ import annotations

from reader.values import NamedTuple

_CLOSING = {"“": "”", "„": "“”", "‚": "‘’", '"': '"', "‘": "’", "«": "»", "»": "«", "「": "」", "『": "』"}
"""What closes each mark that can open; the low ones of German are closed by either of two."""
_SINGLE = {"“": "‘", "”": "’", "„": "‚"}
_LOW = "„‚"
_OURS = f'{_LOW}“"‘'


class _Pair(NamedTuple):
    """Where two marks stand that belong together, and how many of ours they are in, themselves counted."""

    start: int
    end: int
    depth: int


def in_marks(words: str) -> str:
    """Return words in “double marks”, those inside of them single, and double again inside of those.

    What is one quotation from its first character to its last has its marks already. Marks that nobody
    takes for ours, such as « », stay. Follows the Chicago Manual of Style (17th edition), 13.30.
    """
    pairs = _pairs(words)
    if any((pair.start, pair.end) == (0, len(words) - 1) for pair in pairs):
        return words
    letters = [_SINGLE.get(letter, letter) for letter in words]  # what has no partner here among them
    for start, end, depth in pairs:
        if words[start] in _OURS:
            is_single, is_low = depth % 2, words[start] in _LOW
            letters[start] = ("‚" if is_low else "‘") if is_single else ("„" if is_low else "“")
            closes_high = is_low and words[end] in "“‘"
            letters[end] = ("‘" if closes_high else "’") if is_single else ("“" if closes_high else "”")
    return f"“{''.join(letters)}”"


def _pairs(words: str) -> list[_Pair]:
    """Return the pairs of marks; a single mark before a letter is an apostrophe and closes nothing."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for place, mark in enumerate(words):
        if mark == "’" and words[place + 1 : place + 2].isalnum():
            continue
        matching = next((at for at in reversed(opened) if mark in _CLOSING[words[at]]), None)
        if mark == "’" and matching is not None and matching != opened[-1]:
            continue
        if matching is not None:
            while opened.pop() != matching:
                pass
            found.append((matching, place))
        elif mark in _CLOSING and not (mark == '"' and words[max(0, place - 1) : place].isalnum()):
            opened.append(place)
    ours = {
        place: step
        for pair in found
        if words[pair[0]] in _OURS
        for place, step in zip(pair, (1, -1), strict=True)
    }
    depths, depth = {}, 0
    for place in sorted(ours):
        depth += ours[place]
        depths[place] = depth
    return [_Pair(start, end, depths.get(start, 0)) for start, end in found]
