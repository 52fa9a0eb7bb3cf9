"""Articles written for the tests."""

from __future__ import annotations

from pathlib import Path

BRIDGE = """\
---
id: bridge0001
title: The bridge will wait
authors: [Jo Lee]
source: The Example
place: Harbour
published: 2026-03-02T08:15
added: 2026-03-03T10:00:00Z
url: https://example.org/bridge
---
The council met on Tuesday about the new bridge.

“We will be ready by May,” said Ana Rivera, chair of the works committee. “Not before.”

> [!related]
> ALSO READ: The river, measured from the old bridge to the harbour mouth in nine dry summers

Rivera had promised an earlier date. The plan, she said, “was drawn up in a drier year.”

“Nobody asked the river,” said Tom Okafor, an engineer.
"""


def long_article(paragraphs: int) -> str:
    """Return an article of so many numbered paragraphs, each tenth with a quotation."""
    lines = []
    for number in range(paragraphs):
        words = (
            f"Paragraph {number} tells what happened on day {number}, in words that fill more than a line."
        )
        if number % 10 == 9:
            words += f" “Day {number} was ours,” said Ana Rivera."
        lines.append(words)
    front = (
        "---\nid: long000001\ntitle: A long account\nsource: The Example\nadded: 2026-03-04T10:00:00Z\n---\n"
    )
    return front + "\n\n".join(lines) + "\n"


def write_library(folder: Path) -> None:
    """Write the two articles into a library folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bridge.md").write_text(BRIDGE, "utf-8")
    (folder / "long.md").write_text(long_article(120), "utf-8")
