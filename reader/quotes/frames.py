"""Frames that name the speaker outright: "in Yin's words", "to quote Yin", "as Yin put it"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reader.quotes.cues import words
from reader.quotes.features import QuoteView
from reader.quotes.outline import PlacedMention
from reader.quotes.tokens import Token
from reader.values import NamedTuple

_FRAME_WORDS = words("words quote quoting put puts")
"""Words without which a passage holds no frame; most passages are told from them alone."""

_FARTHEST_AFTER = 3
"""Signs between a quotation and a frame that follows it: a comma, seldom more."""

_FARTHEST_BEFORE = 12
_WIDEST_FRAME = 12
"""Signs from a quotation within which the name of a frame after it stands."""

_OWNING = words("his her their my our")


class Frame(NamedTuple):
    """A frame: whom it names, and the range of tokens it covers."""

    placed: PlacedMention
    first: int
    last: int


def _place_of(frame: Frame) -> int:
    return frame.placed.at


def _word(tokens: list[Token], index: int) -> str:
    return tokens[index].lower if 0 <= index < len(tokens) else ""


def _frame_of(tokens: list[Token], placed: PlacedMention) -> Frame | None:
    """Return the frame that names ``placed``, if one does."""
    outer, last = placed.mention.outer, placed.mention.last
    before, after = _word(tokens, outer - 1), _word(tokens, last)
    if before == "in" and (after == "'s" or placed.mention.head in _OWNING or after in "'’"):
        at = last + (after in ("'s", "'", "’"))
        at += _word(tokens, at) == "own"
        return Frame(placed, outer - 1, at + 1) if _word(tokens, at) == "words" else None
    if before == "of" and [_word(tokens, outer - 4 + i) for i in range(3)] == ["in", "the", "words"]:
        return Frame(placed, outer - 4, last)
    if before in ("quote", "quoting") and (before == "quoting" or _word(tokens, outer - 2) == "to"):
        return Frame(placed, outer - 1 - (before == "quote"), last)
    if before == "as":
        at = last
        while _word(tokens, at) in ("once", "later", "has", "had", "often", "himself", "herself"):
            at += 1
        is_put = _word(tokens, at) in ("put", "puts") and _word(tokens, at + 1) == "it"
        return Frame(placed, outer - 1, at + 2) if is_put else None
    return None


def find_frames(tokens: list[Token], mentions: Sequence[PlacedMention]) -> list[Frame]:
    """Return the frames of a passage in their order."""
    if not any(token.lower in _FRAME_WORDS for token in tokens):
        return []
    found = (_frame_of(tokens, placed) for placed in mentions)
    return [frame for frame in found if frame is not None]


def _claims(frame: Frame, view: QuoteView, token: int, signs: str) -> bool:
    """Tell whether ``frame`` speaks of the quotation ``view``, which is the token at index ``token``."""
    at = frame.placed.at
    if frame.placed.sentence != view.sentence:
        return False
    if frame.first > token:
        return frame.first - token <= _FARTHEST_AFTER and "Q" not in signs[view.at + 1 : at]
    between = signs[at + 1 : view.at]
    return len(between) <= _FARTHEST_BEFORE and "Q" not in between and not set("ST") & set(between)


def framed_speaker(frames: Sequence[Frame], view: QuoteView, token: int, signs: str) -> PlacedMention | None:
    """Return whom a frame names as the speaker of the quotation at the token of that index."""
    low = bisect_left(frames, view.at - _FARTHEST_BEFORE - 1, key=_place_of)
    for frame in frames[low : bisect_left(frames, view.at + _WIDEST_FRAME, lo=low, key=_place_of)]:
        if _claims(frame, view, token, signs):
            return frame.placed
    return None
