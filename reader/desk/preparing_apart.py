"""A process of its own that prepares one very long article, so that no key waits for it.

Parsing 5 MB holds Python's lock up to 200 ms at a time; a thread cannot help that. The process is asked by
one JSON object on its standard input and answers with one line of JSON, the head of the article as its
file is now, before the packed page; or with a sentence and the code ``SENTENCE``. It has no terminal, no
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
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader.desk.preparing import prepare, remember
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
from reader.desk.preparing_apart import answer
sys.exit(answer())
"""


def ask(
    library: Library, head: ArticleHead, is_cancelled: Callable[[], bool]
) -> tuple[ArticleHead, bytes] | None:
    """Return an article's head and packed page from a process of its own, None once it is cancelled.

    The process puts them into the library's cache as well. Blocks, so it is for a thread. Raises OSError
    when no process can be had, ContentError when the article cannot be prepared.
    """
    process = subprocess.Popen(  # noqa: S603 - our own module; the article's id goes in as data
        [sys.executable, "-I", "-c", _START, *sys.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    with process:
        try:
            return _answer_of(process, library, head, is_cancelled)
        finally:
            process.kill()


def _answer_of(
    process: subprocess.Popen[bytes], library: Library, head: ArticleHead, is_cancelled: Callable[[], bool]
) -> tuple[ArticleHead, bytes] | None:
    folders = [str(folder) for folder in (library.folder, library.content, library.cache_folder)]
    question = json.dumps({"folders": folders, "article": asdict(head)}) + "\n"
    # Kept open as long as the process is wanted; `communicate` would close it.
    lifeline, process.stdin = process.stdin, None
    assert lifeline is not None  # noqa: S101 - asked for as a pipe
    try:
        # One that has ended already tells why by its code.
        with contextlib.suppress(BrokenPipeError):
            os.write(lifeline.fileno(), question.encode())
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
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    gc.disable()  # what is made here holds no cycles, and the process ends soon
    question = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_the_app, daemon=True).start()
    library = Library(*map(Path, question["folders"]))
    try:
        reading = prepare(library, _head_of(question["article"]))
        packed = remember(library, reading)
    except ReaderError as error:
        sys.stdout.buffer.write(str(error).encode("utf-8", "replace"))
        return SENTENCE
    head = json.dumps(asdict(reading.article.head)).encode("ascii")
    sys.stdout.buffer.write(head + b"\n" + packed)
    return 0


def _end_with_the_app() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os._exit(1)


def _head_of(fields: dict[str, Any]) -> ArticleHead:
    return ArticleHead(**{**fields, "authors": tuple(fields["authors"]), "tags": tuple(fields["tags"])})
