"""What the command line says: clean, whatever text, path or argument it is made of."""

from __future__ import annotations

import contextlib
import sys

from reader.domain.clean import clean, clean_line


def say(text: str) -> None:
    """Print a line, or several; what commands a terminal is left out, bytes that are no text are escaped."""
    print(clean(_encodable(text)))


def complain(sentence: str) -> None:
    """Print one sentence on the error stream; who cannot be told is no reason to stop."""
    with contextlib.suppress(OSError):
        print(f"reader: {clean_line(_encodable(sentence))}", file=sys.stderr, flush=True)


def _encodable(text: str) -> str:
    """Return the text with lone surrogates, which file names of broken bytes have, as escapes."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
