"""The address that opens a page at the quoted words.

Source: URL Fragment Text Directives (WICG scroll-to-text-fragment), ``#:~:text=start,end``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from reader.domain.quote import CLOSING_MARKS, OPENING_MARKS

WHOLE_WORDS = 8
"""So many words are given whole; of more, the first and the last four."""
EDGE_WORDS = 4
_MARKS = OPENING_MARKS + CLOSING_MARKS
# What a link in Markdown or in a wiki may not hold; the rest of an address is left as it is.
_UNSAFE = re.compile(r"[\x00-\x20\x7f\"'<>\\^`{|}()\[\]]")


def safe_url(url: str) -> str:
    """Return the address with the signs that end or break a link percent-encoded."""
    return _UNSAFE.sub(lambda match: f"%{ord(match[0]):02X}", url)


def link_to(url: str, pieces: Sequence[str]) -> str:
    """Return the address of the words in ``pieces``, each piece a text directive of its own.

    The outermost quotation marks are left out: pages write them in more than one way.
    """
    directives = "&".join(filter(None, map(_directive, pieces)))
    url = safe_url(url)
    if not directives or not url.lower().startswith(("http://", "https://")):
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{directives}"


def _directive(piece: str) -> str:
    bare = piece.strip().strip(_MARKS).strip()
    words = bare.split()
    if not words:
        return ""
    if len(words) <= WHOLE_WORDS and "\n" not in bare:
        return f"text={_encoded(words)}"
    lines = [line.split() for line in bare.splitlines() if line.strip()]
    return f"text={_encoded(lines[0][:EDGE_WORDS])},{_encoded(lines[-1][-EDGE_WORDS:])}"


def _encoded(words: Sequence[str]) -> str:
    # The hyphen parts a directive's context from its words, so it is encoded where `quote` leaves it.
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")
