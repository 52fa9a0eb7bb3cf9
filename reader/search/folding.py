"""A text without accents, typographic quotation marks and dashes, and the way back to the original.

Compatibility decomposition (NFKD, Unicode Standard Annex 15) also opens ligatures and narrows wide letters;
marks that are not accents, such as the voicing of kana, are put back where they were.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right

_LETTERS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "þ": "th", "Þ": "TH",
}  # fmt: skip
_SIGNS = {
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‘’‚‛‹›′ʼʻ", "'"),
    **dict.fromkeys("‐‑‒–—―−⁃", "-"),
}
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff]")


class _Folds(dict[int, str]):
    """What each code point folds to, worked out when it is first met: a table for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = _LETTERS.get(sign) or _SIGNS.get(sign)
        if plain is None:
            bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", sign))
            plain = "" if sign in _UNSEEN else unicodedata.normalize("NFC", bare)
            plain = "".join(_LETTERS.get(letter, letter) for letter in plain)
        self[code] = plain
        return plain


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Return ``text`` folded."""
    return text.translate(_FOLDS)


class Folded:
    """A text folded, and where each of its places lies in the original.

    Most texts have few code points that fold to more or less than one; between them both run in step,
    and only they are written down.
    """

    def __init__(self, original: str) -> None:
        self._original = original
        self.text = fold(original)
        self._folded_starts: list[int] = []
        self._original_starts: list[int] = []
        if len(self.text) != len(original) or not original.isascii():
            self._note_uneven()

    def _note_uneven(self) -> None:
        uneven = "".join(sign for sign in set(self._original) if len(_FOLDS[ord(sign)]) != 1)
        if not uneven:
            return
        gained = 0
        for found in re.finditer(f"[{re.escape(uneven)}]", self._original):
            start = found.start()
            length = len(_FOLDS[ord(found[0])])
            self._folded_starts.append(start + gained + length)
            self._original_starts.append(start + 1)
            gained += length - 1

    @property
    def is_even(self) -> bool:
        """Whether both texts run in step, so that every place is its own original."""
        return not self._folded_starts

    def original_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the original of ``start`` to ``end``: whole code points, and the accents of the last."""
        if self.is_even:
            return start, end
        first, stop = self._place(start), self._place(end - 1) + 1
        while stop < len(self._original) and not _FOLDS[ord(self._original[stop])]:
            stop += 1
        return first, stop

    def _place(self, place: int) -> int:
        """Return the index of the original code point that the folded one at ``place`` is of."""
        number = bisect_right(self._folded_starts, place)
        start = place
        if number:
            start = self._original_starts[number - 1] + place - self._folded_starts[number - 1]
        if number < len(self._original_starts):
            return min(start, self._original_starts[number] - 1)
        return start
