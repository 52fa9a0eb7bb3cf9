"""A process of its own that prepares one very long article, or many ahead, so that no key waits for it.

Parsing 5 MB holds Python's lock up to 200 ms at a time; a thread cannot help that. The process is asked by
one JSON object on its standard input and answers with one line of JSON, the head of the article as its
file is now, before the packed page; or with a sentence and the code ``SENTENCE``. Asked to prepare ahead it
puts the articles into the library's cache and answers with an empty line after each. It has no terminal, no
signals from it and none of the app's open files, and it ends when its standard input does: with the app,
however that ended.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.desk.preparing import Preparer, prepare, remember
from reader.domain.article import ArticleHead
from reader.errors import ContentError, ReaderError
from reader.library.library import Library

SENTENCE = 3
_NICENESS = 5
"""On a machine with one core the keys come first."""
_LOOK_SECONDS = 0.03
# The app's own path alone: what stands in the folder one is in, or in the environment, adds nothing to it.
_START = """\
import sys
sys.path[:] = sys.argv[1:]
from reader.desk import preparing_apart
sys.exit(preparing_apart.{answer}())
"""


def ask(
    library: Library, head: ArticleHead, is_cancelled: Callable[[], bool]
) -> tuple[ArticleHead, bytes] | None:
    """Return an article's head and packed page from a process of its own, None once it is cancelled.

    The process puts them into the library's cache as well. Blocks, so it is for a thread. Raises OSError
    when no process can be had, ContentError when the article cannot be prepared.
    """
    with _start("answer") as process:
        try:
            return _answer_of(process, library, head, is_cancelled)
        finally:
            process.kill()


def ahead(library: Library) -> Iterator[None]:
    """Prepare the first articles of the list, one a step; the process ends with the iterator.

    Blocks, so it is for a thread. Raises OSError when no process can be had.
    """
    with _start("answer_ahead") as process:
        try:
            assert process.stdin  # noqa: S101 - asked for as pipes
            assert process.stdout  # noqa: S101
            process.stdin.write(_question(library))
            process.stdin.flush()
            for _ in process.stdout:
                yield
        finally:
            process.kill()


def _start(answer: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module; what is asked goes in as data
        [sys.executable, "-I", "-c", _START.format(answer=answer), *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _question(library: Library, **asked: object) -> bytes:
    folders = [str(folder) for folder in (library.folder, library.content, library.cache_folder)]
    return (json.dumps({"folders": folders, **asked}) + "\n").encode()


def _answer_of(
    process: subprocess.Popen[bytes], library: Library, head: ArticleHead, is_cancelled: Callable[[], bool]
) -> tuple[ArticleHead, bytes] | None:
    # Kept open as long as the process is wanted; `communicate` would close it.
    lifeline, process.stdin = process.stdin, None
    assert lifeline is not None  # noqa: S101 - asked for as a pipe
    try:
        # One that has ended already tells why by its code.
        with contextlib.suppress(BrokenPipeError):
            os.write(lifeline.fileno(), _question(library, article=asdict(head)))
        answer = _wait(process, is_cancelled)
    finally:
        lifeline.close()
    if answer is None:
        return None
    if process.returncode == SENTENCE:
        raise ContentError(answer.decode("utf-8", "replace"))
    if process.returncode:
        raise ContentError(
            f"Only the beginning of “{head.title}” is shown: the process that prepared the rest was ended; "
            "go to another article and back to try again."
        )
    first, _, packed = answer.partition(b"\n")
    return _head_of(json.loads(first)), packed


def _wait(process: subprocess.Popen[bytes], is_cancelled: Callable[[], bool]) -> bytes | None:
    while not is_cancelled():
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=_LOOK_SECONDS)[0]
    return None


def answer() -> int:
    """Prepare the article that standard input asks for, in the process of its own; return its code."""
    gc.disable()  # what is made here holds no cycles, and the process ends soon
    library, question = _asked()
    try:
        reading = prepare(library, _head_of(question["article"]))
        packed = remember(library, reading)
    except ReaderError as error:
        sys.stdout.buffer.write(str(error).encode("utf-8", "replace"))
        return SENTENCE
    head = json.dumps(asdict(reading.article.head)).encode("ascii")
    sys.stdout.buffer.write(head + b"\n" + packed)
    return 0


def answer_ahead() -> int:
    """Prepare the first articles of the list, in the process of its own; return its code."""
    library, _ = _asked()
    for _ in Preparer(library).steps():
        sys.stdout.buffer.write(b"\n")
        sys.stdout.buffer.flush()
    return 0


def _asked() -> tuple[Library, dict[str, Any]]:
    """Return the library that standard input names, and the whole question."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    question = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_the_app, daemon=True).start()
    return Library(*map(Path, question["folders"])), question


def _end_with_the_app() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


def _head_of(fields: dict[str, Any]) -> ArticleHead:
    return ArticleHead(**{**fields, "authors": tuple(fields["authors"]), "tags": tuple(fields["tags"])})
