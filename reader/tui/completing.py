"""Completing the word a person is typing from those that are in use."""

from __future__ import annotations

from collections.abc import Sequence

from textual.suggester import Suggester


class LastWord(Suggester):
    """Offers the first known word that begins as the last one of the line does, whatever its case."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._words = words

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line with its last word completed, None when nothing known begins like it."""
        return completed(value, self._words)


def completed(line: str, words: Sequence[str]) -> str | None:
    """Return ``line`` with its last word completed; the letters typed stay as they are."""
    *before, stem = line.split(" ")
    sign = "-" if stem.startswith("-") else ""
    stem = stem.removeprefix("-")
    used = {word.casefold() for word in before}
    if not stem:
        return None
    for word in words:
        if word.casefold().startswith(stem.casefold()) and word.casefold() not in used and word != stem:
            return " ".join((*before, sign + stem + word[len(stem) :]))
    return None
