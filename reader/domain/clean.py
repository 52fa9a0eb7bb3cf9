"""The one door for text from outside: what passes it can be shown in a terminal and kept in a file."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

LINE_LIMIT = 500
"""Code points that a title or any other single line may have."""

URL_LIMIT = 8_000
"""Code points an address may have; browsers and servers stop at about as many."""

MARK_LIMIT = 8
"""Combining marks kept on one base character; the longest run of a written language has five."""


@cache
def _control_replacements() -> dict[int, str]:
    """Map C0, DEL and C1; a C1 control is nearly always a cp1252 byte that was read as Latin-1."""
    replacements: dict[int, str] = dict.fromkeys((*range(0x20), 0x7F), "")
    for kept in "\n\t":
        del replacements[ord(kept)]
    replacements[ord("\r")] = "\n"
    for code in range(0x80, 0xA0):
        replacements[code] = bytes([code]).decode("cp1252", "ignore")
    return replacements


@cache
def _ascii_table() -> dict[int, str]:
    """Map the controls that ASCII has."""
    return {code: kept for code, kept in _control_replacements().items() if code < 0x80}


# All patterns are compiled, and remembered, by `re` with the first text that needs them: that takes 2 ms
# for the first alone, and the first screen shows what has passed this door before.

# Latin, Greek, Cyrillic, general punctuation, symbols, kana, Han, Hangul: nothing in them is dropped.
# Asking this first makes 1 MB of curly-quoted English 6 ms instead of 110.
_UNUSUAL = (
    "[^\t\n -~\xa0-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u202f-\u205f\u20a0-\u20cf\u2100-\u2bff"
    "\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
# Controls, U+2028/9, embeddings and overrides, lone surrogates, U+FEFF, U+FFF9-B, noncharacters.
_REPLACED = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_BEYOND_BMP = "[\U00010000-\U0010ffff]"
_NONCHARACTERS = (
    "["
    + "".join(chr(plane | 0xFFFE) + chr(plane | 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_ISOLATE = "[\u2066-\u2069]"
_ISOLATE_OR_NEWLINE = "[\n\u2066-\u2069]"
_POP_ISOLATE = "\u2069"
# A flag of a region is a black flag, two or more tag letters or digits, and the tag that ends them
# (Unicode Technical Standard 51, 1.4.2).
_TAGS = "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f)|[\U000e0000-\U000e007f]"
# No mark is a letter or digit to `re`, so only such runs are looked at character by character.
_MARK_RUN = rf"[^\w\s\x00-\x7f]{{{MARK_LIMIT + 1},}}"

_SPACES = r"\s+"
_URL = r"(?i:https?://[^/?#\s]|mailto:[^\s])"
_URL_REFUSED = r"[\s\x00-\x20\x7f-\xa0]"
_DIRECTION_MARKS = "[\u200e\u200f\u061c]"
_SOFT_HYPHEN = "\u00ad"


def clean(text: str) -> str:
    """Return ``text`` fit to be shown and kept: normalised (NFC), with nothing in it that commands.

    Controls but newline and tab go, C1 controls become the cp1252 characters they stand for, line
    ends become newlines, and what turns or hides text (bidi overrides, unpaired isolates, tag
    characters, noncharacters) is dropped. Idempotent, and linear in the length.
    """
    if text.isascii():
        return text.replace("\r\n", "\n").translate(_ascii_table())
    text = text.replace("\r\n", "\n")
    if not re.search(_UNUSUAL, text):
        return unicodedata.normalize("NFC", text)
    text = re.sub(_REPLACED, _replacement, text)
    if re.search(_ISOLATE, text):
        text = _drop_unpaired_isolates(text)
    if re.search(_BEYOND_BMP, text):
        text = re.sub(_TAGS, _flag_tags, re.sub(_NONCHARACTERS, "", text))
    # Marks are thinned on both sides of the normalisation: its sorting is quadratic in a run of marks
    # (5 s for 80,000), and it can take one character apart into several marks.
    text = unicodedata.normalize("NFC", re.sub(_MARK_RUN, _thin_marks, text))
    return re.sub(_MARK_RUN, _thin_marks, text)


def clean_line(text: str) -> str:
    """Return ``text`` cleaned as a single line of at most ``LINE_LIMIT`` code points.

    A soft hyphen says where a line may end, which is of no use in one, so none stays.
    """
    # Four times the limit is read, so that a title of many megabytes costs nothing.
    line = re.sub(_SPACES, " ", clean(text[: LINE_LIMIT * 4].replace(_SOFT_HYPHEN, ""))).strip()
    if len(line) <= LINE_LIMIT:
        return line
    return clean(line[: LINE_LIMIT - 1]).rstrip() + "…"


def clean_title(text: str) -> str:
    """Return ``text`` cleaned as a title: one line, without marks that only set a direction at its ends."""
    return clean_line(text).strip("\u200e\u200f\u061c \u200b")


def clean_url(url: str) -> str | None:
    """Return a web or mail address that may be opened, or None for anything else."""
    url = re.sub(_DIRECTION_MARKS, "", url.strip(" \t\r\n"))
    if len(url) > URL_LIMIT or re.search(_URL_REFUSED, url) or not re.match(_URL, url):
        return None
    normal = unicodedata.normalize("NFC", url)
    return normal if clean(normal) == normal else None


def _replacement(match: re.Match[str]) -> str:
    character = match[0]
    if character in "\u2028\u2029":
        return "\n"
    return _control_replacements().get(ord(character), "")


def _flag_tags(match: re.Match[str]) -> str:
    return match[1] or ""


def _drop_unpaired_isolates(text: str) -> str:
    """Drop every bidi isolate that is not opened and closed within its own line."""
    open_places: list[int] = []
    unpaired: list[int] = []
    for match in re.finditer(_ISOLATE_OR_NEWLINE, text):
        if match[0] == "\n":
            unpaired += open_places
            open_places = []
        elif match[0] != _POP_ISOLATE:
            open_places.append(match.start())
        elif open_places:
            open_places.pop()
        else:
            unpaired.append(match.start())
    unpaired += open_places
    pieces: list[str] = []
    start = 0
    for place in sorted(unpaired):
        pieces.append(text[start:place])
        start = place + 1
    return "".join((*pieces, text[start:]))


def _thin_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for character in match[0]:
        category = unicodedata.category(character)
        if category[0] == "M":
            marks += 1
            if marks > MARK_LIMIT:
                continue
        elif category != "Cf":
            marks = 0
        kept.append(character)
    return "".join(kept)
