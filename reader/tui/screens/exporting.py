"""Asking for the file that kept quotations are written to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reader.desk.desk import Desk
from reader.domain.mark import Bookmark
from reader.tui.question import Question
from reader.tui.screens.asking import Answers, Asking


async def ask_where(screen: Asking[Any], desk: Desk, bookmarks: Sequence[Bookmark]) -> None:
    """Ask for a path, whose end says the form; what cannot be written there stays to be mended."""
    from reader.desk.export_by_name import FORMS, export_to
    from reader.desk.typed_path import typed_path

    def write(path: str) -> str | None:
        if not path.strip():
            return None
        return export_to(desk, bookmarks, typed_path(path))

    await screen.ask(Question.EXPORT, Answers(entered=write, endings=tuple(FORMS)))
    screen.prompt.tell("one quotation" if len(bookmarks) == 1 else f"{len(bookmarks):,} quotations")
