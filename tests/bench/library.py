"""Made-up articles of a given size, to measure with."""

from __future__ import annotations

from pathlib import Path

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
