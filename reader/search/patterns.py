"""Regular expressions, matched where a pattern that never ends can be ended."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from reader.errors import QueryError
from reader.search.matching import Matches, matches_of
from reader.search.query import Query

LONGEST_SECONDS = 2.0
"""How long a pattern may take; a plain one takes 0.1 on 5 MB."""
_LOOK_SECONDS = 0.02
_PROCESS = Path(__file__).with_name("pattern_process.py")


def find_pattern(text: str, query: Query, is_cancelled: Callable[[], bool]) -> Matches:
    """Find a regular expression in a process that is ended after two seconds or when nobody waits for it.

    Blocks, so it is for a thread. Raises QueryError when it was ended or no process can be had.
    """
    question = json.dumps([query.pattern.pattern, int(query.pattern.flags), text])
    # -I: what is read from the environment or the folder one is in is no part of this.
    command = [sys.executable, "-I", "-S", str(_PROCESS)]
    try:
        process = subprocess.Popen(  # noqa: S603 - our own file; the pattern goes in as data
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="ascii",
        )
    except OSError as error:
        raise QueryError("Regular expressions need a second process, which cannot be started.") from error
    finished = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process, is_cancelled, finished), daemon=True)
    watcher.start()
    with process:
        answer, _ = process.communicate(question)
    finished.set()
    watcher.join()
    try:
        places = json.loads(answer)
    except ValueError as error:
        raise QueryError("This pattern takes too long; say it more simply.") from error
    return matches_of(list(zip(places[::2], places[1::2], strict=True)))


def _watch(
    process: subprocess.Popen[str], is_cancelled: Callable[[], bool], finished: threading.Event
) -> None:
    """End the process when its time is over or nobody waits for it any more."""
    deadline = time.monotonic() + LONGEST_SECONDS
    while not finished.wait(_LOOK_SECONDS):
        if is_cancelled() or time.monotonic() > deadline:
            process.kill()
            return
