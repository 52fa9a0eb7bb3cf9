"""A running ``reader serve`` on a library of two articles."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.articles import write_library

START_SECONDS = 30


@pytest.fixture
def page_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve the app on any free port and yield the address that the command says."""
    for name in ("library", "state", "cache", "config"):
        monkeypatch.setenv(f"PULLQUOTE_{name.upper()}", str(tmp_path / name))
    write_library(tmp_path / "library")
    command = [sys.executable, "-m", "reader", "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        try:
            assert process.stdout is not None
            assert select.select([process.stdout], [], [], START_SECONDS)[0]
            found = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())
            assert found
            yield found[0]
        finally:
            process.terminate()
    assert process.returncode == 0
