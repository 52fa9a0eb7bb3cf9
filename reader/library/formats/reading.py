"""Bytes of unknown making turned into a document: which encoding, which format."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from reader.domain.clean import clean_line
from reader.errors import ContentError

if TYPE_CHECKING:
    from reader.library.formats.document import Document

MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
PLAIN_SUFFIXES = frozenset({".txt", ".text"})
SUFFIXES = MARKDOWN_SUFFIXES | PLAIN_SUFFIXES
"""The endings of the file names that are articles, in lower case."""

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKDOWN_SIGNS = re.compile(
    r"\A---[ \t]*\n|^#{1,6} \S|^(?:```|~~~)|\]\((?:https?|mailto):|^> ?\[!\w+\]"
    r"|(?<!\w)\*\*\S[^\n]*?\S\*\*(?!\w)",
    re.MULTILINE,
)
_SAMPLE = 200_000
_CONTROL_BYTES = bytes(code for code in range(0x20) if code not in b"\t\n\r\f\x1b")
_HIGH_BYTES = bytes(range(0x80, 0x100))
_UNDEFINED_IN_CP1252 = b"\x81\x8d\x8f\x90\x9d"


def parse_bytes(data: bytes, name: str) -> Document:
    """Return the document in a file's bytes; the ending of ``name``, or else the text, tells the format.

    Raises ``ContentError`` for what is empty, not text, or has front matter that is not YAML.
    """
    return parse_text(decode(data, _shown(name)), name)


def parse_text(source: str, name: str) -> Document:
    """Return the document in a file's text, or in the beginning of it.

    Raises ``ContentError`` for front matter that is not YAML.
    """
    try:
        if _is_markdown(source, name):
            from reader.library.formats.markdown import parse_markdown

            return parse_markdown(source)
        from reader.library.formats.plain_text import parse_plain_text

        return parse_plain_text(source)
    except ContentError as error:
        message = str(error)
        raise ContentError(f"{_shown(name)} cannot be read: {message[:1].lower()}{message[1:]}") from error


def _shown(name: str) -> str:
    return clean_line(name) or "The text"


def decode(data: bytes, shown: str) -> str:
    """Return the text in ``data``: UTF-8, UTF-16 or -32 with their marks, or Windows' cp1252.

    Raises ``ContentError`` when it is empty or not text.
    """
    if not data.strip():
        raise ContentError(f"{shown} is empty, so there is nothing to read; give a file with text.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    if _has_empty_halves(data):
        encoding = "utf-16-le" if data[1::2].count(0) > data[::2].count(0) else "utf-16-be"
        return data.decode(encoding, "replace")
    sample = data[:_SAMPLE]
    if data.startswith(b"%PDF-") or _count(_CONTROL_BYTES, sample) * 200 > len(sample):
        raise ContentError(f"{shown} is not a text file; save it as plain text or Markdown first.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_broken(data, shown)


def _has_empty_halves(data: bytes) -> bool:
    """Tell UTF-16 without its mark: Latin text has a zero in every second byte, and in no other."""
    sample = data[: _SAMPLE // 2 * 2]
    first, second = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    return half > 0 and max(first, second) * 2 > half and min(first, second) * 20 < half


def _decode_broken(data: bytes, shown: str) -> str:
    """Read what is nearly UTF-8 as that, else as cp1252 when it looks like a text in it."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if len(text) - len(text.encode("ascii", "ignore")) > 2 * broken:
        return text
    high = _count(_HIGH_BYTES, data)
    if high * 3 > len(data) or _count(_UNDEFINED_IN_CP1252, data):
        raise ContentError(f"{shown} is in an encoding that cannot be told; save it as UTF-8.")
    return data.decode("cp1252")


def _count(wanted: bytes, data: bytes) -> int:
    return len(data) - len(data.translate(None, wanted))


def _is_markdown(source: str, name: str) -> bool:
    _, dot, ending = name.rpartition(".")
    suffix = (dot + ending).lower()
    if suffix in SUFFIXES:
        return suffix in MARKDOWN_SUFFIXES
    return _MARKDOWN_SIGNS.search(source.replace("\r\n", "\n")) is not None
