"""The part of a Markdown file that is ours: everything outside its two marks stays byte for byte.

The last line inside is a digest of the rest, so that what a person wrote between the marks is seen and
never written over.
"""

from __future__ import annotations

import re
from hashlib import sha256

from reader.errors import ExportError

BEGIN = "<!-- quotes:begin -->"
END = "<!-- quotes:end -->"
_DIGEST = re.compile(r"<!-- quotes:digest ([0-9a-f]{16}) -->\n\Z")
_BEGIN_LINE = re.compile(rf"^{re.escape(BEGIN)}[ \t]*\r?$", re.MULTILINE)
_END_LINE = re.compile(rf"^{re.escape(END)}[ \t]*\r?$", re.MULTILINE)


def new_file(front_matter: str, region: str) -> str:
    """Return a whole file."""
    return f"{front_matter}{_marked(region)}"


def has_region(current: str) -> bool:
    """Tell whether a file's text has a mark of ours."""
    return bool(_BEGIN_LINE.search(current) or _END_LINE.search(current))


def with_region(current: str, region: str, name: str) -> str:
    """Return the file's text with ``region`` between the marks; without marks it is put at the end.

    Raises ExportError when the marks are not one pair, or when a person has written between them.
    """
    begins, ends = list(_BEGIN_LINE.finditer(current)), list(_END_LINE.finditer(current))
    newline = "\r\n" if "\r\n" in current else "\n"
    if not begins and not ends:
        gap = "" if not current else newline if current.endswith("\n") else newline * 2
        return f"{current}{gap}{_marked(region).replace(chr(10), newline)}"
    if len(begins) != 1 or len(ends) != 1 or begins[0].end() > ends[0].start():
        raise ExportError(
            f"“{name}” does not have the two lines {BEGIN} and {END} once each and in this order; "
            "mend them, or give another file."
        )
    start, end = begins[0].start(), ends[0].end()
    end -= current[:end].endswith("\r")
    inside = current[begins[0].end() : ends[0].start()].replace("\r\n", "\n")
    if inside.strip() and not _is_untouched(inside.removeprefix("\n")):
        raise ExportError(
            f"Somebody has written between the marks in “{name}”, where it would be lost; "
            f"move that outside the lines {BEGIN} and {END}, empty what lies between them, and do it again."
        )
    written = _marked(region).removesuffix("\n").replace("\n", newline)
    return f"{current[:start]}{written}{current[end:]}"


def _marked(region: str) -> str:
    return f"{BEGIN}\n{region}<!-- quotes:digest {_digest(region)} -->\n{END}\n"


def _is_untouched(inside: str) -> bool:
    found = _DIGEST.search(inside)
    return found is not None and found[1] == _digest(inside[: found.start()])


def _digest(region: str) -> str:
    return sha256(region.encode("utf-8", "replace")).hexdigest()[:16]
