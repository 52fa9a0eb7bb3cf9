"""TinyDB's own test suite, from its source distribution, with our classes in the place of TinyDB's."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.cli.command import process_environment

MODULES = ("conftest", "test_operations", "test_queries", "test_tables", "test_tinydb")
"""Those that open databases; the others try TinyDB's storages and middlewares, where nothing is ours."""

ABOUT_CLASS_NAMES = {
    "test_tables.py::test_table_repr[memory]",
    "test_tables.py::test_table_repr[json]",
    "test_tinydb.py::test_repr",
    "test_tinydb.py::test_access_storage",
    "test_tinydb.py::test_storage_access",
}
"""Cases that compare the name or the class of a database, table or storage with TinyDB's own."""


def download_suite(folder: Path) -> Path:
    """Return a folder with the suite of the installed version; skips where that cannot be had."""
    release = f"tinydb=={version('tinydb')}"
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", release]
    # The home of tests is empty: where pip finds its packages may be written in the real one.
    environment = {name: value for name, value in os.environ.items() if name != "HOME"}
    done = subprocess.run(
        [*command, "-d", str(folder)], capture_output=True, text=True, check=False, env=environment
    )
    archives = list(folder.glob("*.tar.gz"))
    if done.returncode or not archives:
        pytest.skip(f"the source distribution of {release} cannot be downloaded: {done.stderr[-200:]}")
    with tarfile.open(archives[0]) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    suite = folder / "suite"
    suite.mkdir()
    for module in MODULES:
        shutil.copy(unpacked / "tests" / f"{module}.py", suite)
    return suite


@pytest.mark.long
def test_the_suite_passes_but_for_cases_that_match_a_class_name(tmp_path: Path) -> None:
    suite = download_suite(tmp_path / "source")
    options = ["-q", "-p", "tests.store.tinydb_plugin", "-p", "no:cacheprovider", "--rootdir", "."]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "--tb=no", "-rf", "-W", "ignore"],
        capture_output=True,
        text=True,
        check=False,
        cwd=suite,
        env=process_environment(),
    )
    failed = set(re.findall(r"^FAILED (\S+)", done.stdout, re.M))
    assert failed == ABOUT_CLASS_NAMES, done.stdout
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 150
