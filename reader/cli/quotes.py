"""``reader quotes``: every quotation with its speaker."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from reader.cli.documents import print_json, quote_document
from reader.cli.speaking import complain, say
from reader.desk.documents import Document
from reader.desk.reading import Reading
from reader.desk.sources import read_loose, read_source, read_stream
from reader.errors import ReaderError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Print the quotations of an article, of a file, of standard input, or of the whole library."""
    if arguments.jsonl:
        from reader.cli.quote_lines import print_answers

        return print_answers()
    found = 0
    documents: list[Document] = []
    for article, reading in _readings(arguments.article, folders):
        found += len(reading.quotations)
        if arguments.json:
            documents += _documents(article, reading)
        else:
            _print(reading)
    if arguments.json:
        print_json(documents)
    return 0 if found else 1


def _readings(reference: str | None, folders: Folders) -> Iterator[tuple[str, Reading]]:
    """Yield articles by id; a lone file or standard input is read without opening library or store."""
    if reference == "-":
        yield "-", read_loose(read_stream("standard input", sys.stdin.buffer))
    elif reference is not None and _is_loose(reference, folders):
        yield reference, read_loose(read_source(reference))
    else:
        yield from _library_readings(reference, folders)


def _is_loose(reference: str, folders: Folders) -> bool:
    """Tell whether the reference is a file outside the library; a number is a row, a folder no article."""
    if reference.isdecimal():
        return False
    try:
        path = Path(reference).expanduser().resolve()
        if not path.exists() or path.is_dir():
            return False
    except PermissionError:
        return True
    except (OSError, RuntimeError, ValueError):
        # Too long for a file's name, or links in a circle: it may still be the start of a title.
        return False
    return not any(path.is_relative_to(folder.resolve()) for folder in (folders.library, folders.content))


def _library_readings(reference: str | None, folders: Folders) -> Iterator[tuple[str, Reading]]:
    from reader.cli.opening import open_desk

    with open_desk(folders) as desk:
        if reference is not None:
            head = desk.find(reference)
            yield head.id, desk.reading(head)
            return
        for head in desk.heads:
            try:
                yield head.id, desk.reading(head)
            except ReaderError as error:
                complain(str(error))


def _documents(article: str, reading: Reading) -> list[Document]:
    text = reading.article.text
    documents = [
        quote_document(article, text, quotation, piece)
        for quotation in reading.quotations
        for piece in quotation.pieces
    ]
    return sorted(documents, key=lambda document: int(document["start"]))


def _print(reading: Reading) -> None:
    if reading.quotations:
        say(reading.article.head.title)
    for quotation in reading.quotations:
        speaker = quotation.speaker
        who = "?" if speaker is None else speaker.shown
        words = " … ".join(span.of(reading.article.text) for span in quotation.spans)
        say(f"{quotation.number:>4}  {who}: {words}")
