"""Values for the store's tests, and a look at its files from outside."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.domain.article import ArticleId
from reader.domain.mark import Bookmark
from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span

if TYPE_CHECKING:
    from pathlib import Path

SPEAKER = Speaker(Span(40, 42), "he", "Yin Qi", is_sure=True, kind=SpeakerKind.PERSON, role="co-founder")


def make_bookmark(number: int, article: str = "harbour", note: str = "") -> Bookmark:
    """Return a bookmark with every field filled, told apart by its number."""
    return Bookmark(
        id=f"b{number:04d}",
        article=ArticleId(article),
        title="The harbour “at night”",
        source="The Tidings",
        url="https://example.org/harbour",
        published="2024-05-06",
        spans=(Span(number, number + 9), Span(number + 20, number + 30)),
        exact=("“It stays,”", "“for good.”"),
        before="Asked about the crane, ",
        after=" she said.",
        sentence="Asked about the crane, she said it stays.",
        speaker=SPEAKER,
        kept_at=1_700_000_000.5 + number,
        repaired_speaker="Ana Rivera",
        note=note,
        tags=("harbour", "crane"),
        label="check",
    )


def read_tables(folder: Path) -> dict[str, dict[str, dict[str, object]]]:
    """Return what ``state.json`` says, as any JSON reader sees it."""
    tables: dict[str, dict[str, dict[str, object]]] = json.loads((folder / "state.json").read_bytes())
    return tables


def write_tables(folder: Path, tables: dict[str, dict[str, object]]) -> None:
    """Write ``state.json`` as a person or another program may."""
    folder.mkdir(exist_ok=True)
    (folder / "state.json").write_text(json.dumps(tables), encoding="utf-8")
