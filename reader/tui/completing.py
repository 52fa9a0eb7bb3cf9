"""Completing what a person is typing: from words and lines in use, a path from what is on the disk."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Sequence

from textual.suggester import Suggester


class Completer(Suggester):
    """Offers one completion of the line, and says after each key whether there is one."""

    def __init__(self, say_offered: Callable[[str, bool], None]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._say_offered = say_offered

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line completed, None when nothing known begins like it."""
        found = await self.complete(value)
        self._say_offered(value, found is not None)
        return found

    @abstractmethod
    async def complete(self, line: str) -> str | None:
        """Return ``line`` with more behind it, or None."""


class LastWord(Completer):
    """Offers the first known word that begins as the last one of the line does, whatever its case."""

    def __init__(self, words: Sequence[str], say_offered: Callable[[str, bool], None]) -> None:
        super().__init__(say_offered)
        self._words = words

    async def complete(self, line: str) -> str | None:
        """Complete the last word."""
        return completed(line, self._words)


class WholeLine(Completer):
    """Offers the first known line that begins as this one does, whatever its case."""

    def __init__(self, lines: Sequence[str], say_offered: Callable[[str, bool], None]) -> None:
        super().__init__(say_offered)
        self._lines = lines

    async def complete(self, line: str) -> str | None:
        """Complete the line; the letters typed stay as they are."""
        stem = line.casefold()
        found = (one for one in self._lines if one.casefold().startswith(stem) and len(one) > len(line))
        known = next(found, None)
        return None if known is None else line + known[len(line) :]


class PathName(Completer):
    """Offers the first folder, or file with one of ``endings``, that begins as the path does."""

    def __init__(self, endings: tuple[str, ...], say_offered: Callable[[str, bool], None]) -> None:
        super().__init__(say_offered)
        self._endings = endings

    async def complete(self, line: str) -> str | None:
        """Complete the path, looked up in a thread: a folder may lie on a slow disk."""
        from reader.desk.typed_path import completed_path

        return await asyncio.to_thread(completed_path, line, self._endings)


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
