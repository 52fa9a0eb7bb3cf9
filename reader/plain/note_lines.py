"""The lines of a note as they are typed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from reader.errors import ReaderError

KEEP, GIVE_UP = ".", "-"
"""What a line says alone to end a note."""


class NoteLines:
    """Takes lines until one with a single dot, which keeps them, or a single minus, which gives them up.

    ``save`` keeps the note and returns what to say. ``save_draft`` gets it after every line, and None once
    it is kept or given up; ``begun`` is how far it had come before.
    """

    def __init__(
        self, save: Callable[[str], str], save_draft: Callable[[str | None], None], begun: str = ""
    ) -> None:
        self._save = save
        self._save_draft = save_draft
        self._lines = begun.split("\n") if begun else []

    def take(self, line: str) -> bool:
        """Take a line and tell whether the note goes on."""
        words = line.rstrip("\r\n")
        if words.strip() == GIVE_UP:
            self._lines = []
        if words.strip() in (KEEP, GIVE_UP):
            return False
        self._lines.append(words)
        with suppress(ReaderError):  # the note itself is refused in words when it ends
            self._save_draft("\n".join(self._lines))
        return True

    def save(self) -> str:
        """Save what was typed and return what came of it; no line at all changes nothing.

        Raises UsageError or StoreError, nothing changed, as ``save`` does; the draft stays then.
        """
        said = self._save("\n".join(self._lines)) if self._lines else "Left as it was."
        self._save_draft(None)
        return said
