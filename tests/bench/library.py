"""Made-up articles of a given size, to measure with."""

from __future__ import annotations

from pathlib import Path

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.store import Store
from tests.store.samples import make_bookmark

SENTENCES = (
    "The council met on a wet Tuesday and spoke for two hours about the bridge and its cost.",
    "“We have waited nine years for this,” said Ana Rivera, chair of the works committee.",
    "The engineers came with drawings, a model and a list of forty answers.",
    "“Nobody will cross it before spring,” she said, “and nobody should.”",
    "A second reading is set for the autumn, after the river has been measured again.",
)


def article_source(number: int, length: int) -> str:
    """Return a Markdown article of about ``length`` characters, a fifth of its paragraphs quotations."""
    paragraphs: list[str] = []
    size = 0
    while size < length:
        first = len(paragraphs) % len(SENTENCES)
        paragraph = " ".join((*SENTENCES[first:], *SENTENCES[:first]))
        paragraphs.append(paragraph)
        size += len(paragraph) + 2
    front = f"---\nid: made{number:06}\ntitle: Made up article {number}\nsource: The Example\n"
    added = f"2026-02-01T00:{number // 60 % 60:02}:{number % 60:02}Z"
    front += f"published: 2026-01-{number % 28 + 1:02}\nadded: {added}\n---\n"
    return front + "\n\n".join(paragraphs) + "\n"


def fill_library(folder: Path, count: int, length: int) -> None:
    """Write ``count`` articles of about ``length`` characters."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"made-{number:06}.md").write_text(article_source(number, length), "utf-8")


def fill_store(folder: Path, count: int) -> None:
    """Write the state of ``count`` such articles: half are read, a tenth have four bookmarks each."""
    with Store.open(folder) as store:
        for number in range(0, count, 2):
            store.put_mark(ArticleId(f"made{number:06}"), ReadMark(1.7e9 + number, number, number))
        for number in range(count * 4 // 10):
            store.put_bookmark(make_bookmark(number, f"made{number // 4 * 10:06}"))


def folders_environment(work: Path) -> dict[str, str]:
    """Return an environment whose library, store and cache lie in ``work``."""
    places = {
        f"PULLQUOTE_{name.upper()}": str(work / name) for name in ("library", "state", "cache", "config")
    }
    return {**places, "TERM": "xterm-256color", "COLORTERM": "truecolor", "PYTHONDONTWRITEBYTECODE": ""}
