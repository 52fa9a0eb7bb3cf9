"""``reader quotes --jsonl``: one JSON document a line in, its quotations a line out, on every core."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice

from reader.cli.documents import quote_document
from reader.desk.documents import Document
from reader.desk.sources import quotations_in

WINDOW = 512
"""Lines read ahead, so that a pipe of any length takes the same memory."""
CHUNK = 8
"""Lines handed to a core at once."""


def answer_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield an answer for each line, in their order; blank lines have none.

    A line is an object with ``text`` and, if it likes, ``id`` and ``language``. Its answer has the same
    ``id`` and ``quotes`` as ``reader quotes --json`` gives them, or ``error`` with a sentence.
    """
    asked = (line for line in lines if line.strip())
    cores = os.cpu_count() or 1
    if cores == 1:
        yield from map(answer_line, asked)
        return
    # Spawned, not forked: a fork copies whatever threads and files the caller has.
    with multiprocessing.get_context("spawn").Pool(cores) as pool:
        while window := list(islice(asked, WINDOW)):
            yield from pool.imap(answer_line, window, CHUNK)


def answer_line(line: str) -> str:
    """Return the answer to one line."""
    try:
        asked = json.loads(line)
        text, language = asked["text"], asked.get("language")
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return json.dumps({"id": None, "error": "This line is no JSON object with a text."})
    name = asked.get("id")
    if not isinstance(text, str) or not isinstance(language, str | None):
        return json.dumps({"id": name, "error": "The text, or the language, of this line is not a string."})
    quotes: list[Document] = [
        quote_document(name, text, quotation, piece)
        for quotation in quotations_in(text, language)
        for piece in quotation.pieces
    ]
    return json.dumps({"id": name, "quotes": sorted(quotes, key=lambda quote: int(quote["start"]))})


def print_answers() -> int:
    """Answer standard input line by line; 3 when a line could not be understood."""
    code = 0
    for answer in answer_lines(sys.stdin):
        if '"error": ' in answer and "error" in json.loads(answer):
            code = 3
        print(answer)
    return code
