"""Where a line of prose had better not end: what a compositor keeps together.

The rules are those that style guides share (Chicago 6.121 and 7.36, the SI brochure 5.4.3, JIS X 4051).
"""

from __future__ import annotations

import re

NEVER_FIRST = frozenset(
    "、。，．・：；？！）］｝〉》」』】〕〗〙”’»›…‥ー々ゝゞヽヾ〻ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%‰℃,.;:?!)]}"
)
"""Characters that must not begin a line of Chinese or Japanese text (after JIS X 4051, simplified)."""
NEVER_LAST = frozenset("（［｛〈《「『【〔〖〘“‘«‹([{")
"""Characters that must not end one."""

ZERO_WIDTH_SPACE = "\u200b"

SUSPECT_ENDS = frozenset("0123456789.“‘«‹»›„‚([{€$£¥§№ ")
"""A break after one of these and a space is looked at more closely."""
SUSPECT_STARTS = frozenset("—–―-»›«‹”)]}%‰°:;!?…/ ")
"""As is a break before one of these; all other breaks are good."""

_OPENING = frozenset("“‘«‹»›„‚([{")
_CLOSING = frozenset("»›«‹”)]}:;!?…/")
_NEVER_STARTING = frozenset("—–―%‰°")
_CURRENCIES = frozenset("€$£¥§№")
# Compiled by the first line that needs one: 2 ms for the two of them.
_UNIT = (
    r"(?:[kcmµμ]?m[²³]?|[kmµμ]?g|t|Mt|Gt|ha|[mcdh]?l|[mµμn]?s|min|h|[kMGT]?Hz|[kMGT]?Wh?|[kM]?V|m?A|[kMG]?J"
    r"|[kMGT]i?B|[kMG]bit/s|km/h|m/s|mph|bpm|ppm|dB|cal|kcal|K|C|F|hPa|mi|ft|lb|oz|in|°[CF]?|[%‰€$£¥]"
    r"|[ap]\.?m\.?|bn|mn|m|BC|AD|BCE|CE)(?![\w])"
)
_TITLES = frozenset("Mr Mrs Ms Mx Dr Prof St Gen Sen Rep Gov Capt Lt Col Sgt Rev Hon Pres Mme Hr Fr".split())
_NUMBERED = frozenset("No Nos Nr Fig Figs p pp Vol Art Sec Ch S".split())
_LONGEST_TITLE = 4
_INNER_BREAK = r"(?<=[^\W\d_]{2})[-‐](?=[^\W\d_]{2})|(?<=[^\s—])—(?=[\w“‘])"
_INITIAL_NEIGHBOURS = frozenset(" .-“‘\"'(\u00a0")


def is_bound(text: str, stop: int, following: int) -> bool:
    """Tell whether the words on both sides of a space belong together.

    The first ends at ``stop``, the second begins at ``following``: a number and its unit, an initial
    or a title and the name, a word and the dash or closing mark after it, an opening mark and its word.
    """
    return _is_bound_to_start(text, following) or _is_bound_to_end(text, stop, following)


def _is_bound_to_start(text: str, following: int) -> bool:
    """Tell whether what begins at ``following`` must not begin a line: a dash, a sign, a closing mark."""
    first, after = text[following : following + 1], text[following + 1 : following + 2]
    if first in _CLOSING:
        return not (after.isalnum() or after in _OPENING)
    if first == "-":
        return after in {"", " ", "-"}
    return first in _NEVER_STARTING


def _is_bound_to_end(text: str, stop: int, following: int) -> bool:
    """Tell whether what ends at ``stop`` must not end a line before what follows."""
    last, first = text[stop - 1 : stop], text[following : following + 1]
    if last.isdigit():
        return re.compile(_UNIT).match(text, following) is not None
    if last == ".":
        return _is_abbreviation(text, stop, first)
    if last in _CURRENCIES:
        return first.isdigit()
    return last in _OPENING and not text[max(0, stop - 2) : stop - 1].strip(" ([{\u00a0")


def _is_abbreviation(text: str, stop: int, first: str) -> bool:
    """Tell whether the full stop before ``stop`` ends an initial or a title that ``first`` goes on from."""
    before = text[max(0, stop - 3) : stop - 1]
    if before[-1:].isupper() and (len(before) == 1 or before[0] in _INITIAL_NEIGHBOURS):
        return first.isupper()
    title = text[max(0, stop - _LONGEST_TITLE - 2) : stop - 1].rpartition(" ")[2]
    return (title in _TITLES and first.isupper()) or (title in _NUMBERED and first.isdigit())


def inner_break(text: str, start: int, end: int) -> int:
    """Return the last place between two code points where a word may be parted, or -1.

    That is behind a dash inside it, or behind a hyphen with two letters on either side.
    """
    found = -1
    for match in re.compile(_INNER_BREAK).finditer(text, start, min(len(text), end + 2)):
        if match.end() <= end:
            found = match.end()
    return found


def may_part_wide(previous: str, character: str) -> bool:
    """Tell whether a line may end between two characters of which one is wide."""
    if previous in ("", " "):
        return False
    return character[0] not in NEVER_FIRST and previous[-1] not in NEVER_LAST
