"""Text as Markdown that means nothing but itself, in CommonMark, on GitHub and in Obsidian."""

from __future__ import annotations

import re

from reader.exports.excerpt import one_line

# Emphasis, code, links, HTML, tables, entities, headings, block ids and tags, comments, marked text, sums.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|&#^~=%$]")
_FIRST_OF_LINE = re.compile(r"^(?:([-+:])|(\d{1,9})([.)]))")


def escape(text: str) -> str:
    """Return ``text`` on one line with every sign of markup escaped."""
    escaped = _SPECIAL.sub(r"\\\g<0>", one_line(text))
    return _FIRST_OF_LINE.sub(_escape_first, escaped)


def _escape_first(match: re.Match[str]) -> str:
    return rf"\{match[1]}" if match[1] else rf"{match[2]}\{match[3]}"


def paragraphs(text: str) -> str:
    """Return a text of several lines, its paragraphs apart and its line breaks kept."""
    blocks = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip())
    return "\n\n".join(
        "\\\n".join(escaped for line in block.splitlines() if (escaped := escape(line))) for block in blocks
    )
