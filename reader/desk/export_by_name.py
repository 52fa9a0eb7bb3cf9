"""Exporting to a file whose name says the form, as a person at the screen asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reader.desk.exporting import export, export_markdown, write_export
from reader.domain.clean import clean_line
from reader.domain.mark import Bookmark
from reader.errors import UsageError

if TYPE_CHECKING:
    from reader.desk.desk import Desk

FORMS = {".md": "markdown", ".csv": "csv", ".json": "csl", ".bib": "bibtex", ".ris": "ris"}
"""What the end of a file's name asks for."""


def export_to(desk: Desk, bookmarks: Sequence[Bookmark], path: str) -> str:
    """Write bookmarks to the file at ``path``, ``~`` followed, and say what was done to it.

    Of a Markdown file only the region of quotations is written anew; any other that says something else
    is left alone. Raises UsageError for a name that tells no form, ExportError for a file that cannot be
    written.
    """
    target = Path(path.strip())
    form = FORMS.get(target.suffix.lower())
    if form is None:
        raise UsageError(f"“{clean_line(path)}” tells no form; end it in {', '.join(FORMS)}.")
    if form == "markdown":
        written = export_markdown(desk, bookmarks, target)
    else:
        written = write_export(target, export(desk, bookmarks, form), replaces=False)
    return written.sentence(len(bookmarks), target)
