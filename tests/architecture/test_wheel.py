"""The wheel is whole: it carries the bundled pieces and the style sheet, and runs from anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from hatchling.builders.wheel import WheelBuilder

from reader.paths import bundled_content

ROOT = Path(__file__).parents[2]


def test_the_wheel_brings_its_content(tmp_path: Path) -> None:
    (wheel,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path))
    unpacked = tmp_path / "site"
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(unpacked)
    pieces = {path.name for path in (ROOT / "content").glob("*.md")}
    assert {
        name.removeprefix("reader/bundled/") for name in names if name.startswith("reader/bundled/")
    } == pieces
    assert "reader/tui/reader.tcss" in names
    assert not [name for name in names if name.startswith(("tests/", "content/", "screenshots/"))]
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    command = [sys.executable, "-m", "reader", "list"]
    listed = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=tmp_path, env=environment
    )
    assert "Start here: reading by quotes" in listed.stdout


def test_a_checkout_reads_the_folder_beside_the_package() -> None:
    assert bundled_content() == ROOT / "content"
