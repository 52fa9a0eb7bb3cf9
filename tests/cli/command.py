"""The command line in this process, on folders of the test's own, or as a process of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import reader
from reader.cli.main import main
from reader.paths import Folders

TIMEOUT_SECONDS = 60
HERE = str(Path(reader.__file__).parents[1])
"""Where processes find the package, whatever folder they start in."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command ended with."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """What it printed, as one JSON document in ASCII."""
        assert self.out.isascii()
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        """What it printed, line by line."""
        return self.out.splitlines()


class Command:
    """``reader`` called in this process; a traceback or a fault of its own is never the answer."""

    def __init__(
        self, folders: Folders, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.folders = folders
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        for name in ("library", "state", "cache", "config"):
            monkeypatch.setenv(f"PULLQUOTE_{name.upper()}", str(getattr(folders, name)))

    def __call__(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        self._capsys.readouterr()
        outcome = Outcome(_code_of(arguments), *self._capsys.readouterr())
        assert "Traceback" not in outcome.err
        assert "fault of its own" not in outcome.err
        return outcome

    def refused(self, *arguments: str, stdin: bytes = b"") -> Outcome:
        """Call it and expect nothing but one sentence on the error stream."""
        outcome = self(*arguments, stdin=stdin)
        assert outcome.code
        assert outcome.out == ""
        (line,) = outcome.err.splitlines()
        assert line.startswith("reader: ")
        assert line.endswith((".", ".…"))
        return outcome


def _code_of(arguments: tuple[str, ...]) -> int:
    try:
        return main(arguments)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else -1


def process_environment() -> dict[str, str]:
    """Return the environment of a process that finds the package."""
    return os.environ | {"PYTHONPATH": HERE}


def run_process(*arguments: str, stdin: bytes = b"", command: tuple[str, ...] = ("-m", "reader")) -> Outcome:
    """Run ``reader`` as a process of its own, or another ``command`` for the interpreter."""
    done = subprocess.run(
        [sys.executable, *command, *arguments],
        input=stdin,
        capture_output=True,
        env=process_environment(),
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
