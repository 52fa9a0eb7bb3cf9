"""The lines of a note as they are typed."""

from __future__ import annotations

from collections.abc import Callable

END = "."


class NoteLines:
    """Takes lines until one with a single dot, then saves them; ``save`` returns what to say."""

    def __init__(self, save: Callable[[str], str]) -> None:
        self._save = save
        self._lines: list[str] = []

    def take(self, line: str) -> bool:
        """Take a line and tell whether the note goes on."""
        words = line.rstrip("\r\n")
        if words.strip() == END:
            return False
        self._lines.append(words)
        return True

    def save(self) -> str:
        """Save what was typed and return what came of it; no line at all changes nothing.

        Raises UsageError or StoreError, nothing changed, as ``save`` does.
        """
        return self._save("\n".join(self._lines)) if self._lines else "Left as it was."
