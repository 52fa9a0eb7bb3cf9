"""What loads what: layers as import-linter sees them, and what a start really brings in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reader

ROOT = Path(__file__).parents[2]


def loaded_by(code: str, *watched: str) -> set[str]:
    """Return which of the watched modules running ``code`` in a fresh Python has loaded."""
    probe = f"import sys\n{code}\nprint('::', *[name for name in {watched!r} if name in sys.modules])"
    command = [sys.executable, "-c", probe]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=os.environ)
    return set(done.stdout.rpartition("::")[2].split())


def running(*arguments: str) -> str:
    """Return code that runs the command line and survives its exit."""
    return (
        f"from reader.cli.main import main\ntry:\n    main({list(arguments)!r})\nexcept SystemExit:\n    pass"
    )


HEAVY = ("textual", "rich", "tinydb", "sqlite3", "markdown_it", "yaml", "platformdirs", "lxml", "requests")


def test_the_command_line_itself_loads_nothing_heavy() -> None:
    assert loaded_by("import reader.cli.main", *HEAVY) == set()


def test_the_version_loads_nothing_heavy() -> None:
    assert loaded_by(running("--version"), *HEAVY) == set()


@pytest.mark.parametrize(
    "arguments", [("list",), ("bookmarks", "--json"), ("show", "tour", "--json"), ("check",)]
)
def test_verbs_do_without_the_interface(arguments: tuple[str, ...]) -> None:
    assert loaded_by(running(*arguments), "textual", "rich") == set()


def test_quotations_of_a_lone_text_need_no_store_and_no_catalogue(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("“We will be ready by May,” said Ana Rivera.\n", "utf-8")
    code = running("quotes", str(page), "--json")
    assert loaded_by(code, "textual", "rich", "tinydb", "sqlite3", "reader.store") == set()
    code = "from reader.quotes import find_quotes\nfind_quotes('“Yes,” said Ana Rivera.')"
    assert loaded_by(code, *HEAVY, "reader.library", "reader.store") == set()


def test_the_interface_starts_without_formats_and_engine() -> None:
    heavy = (
        "markdown_it",
        "yaml",
        "reader.quotes.engine",
        "reader.library.formats.markdown",
        "textual.widgets._markdown",
        "reader.exports",
        "reader.tui.clipboard",
    )
    assert loaded_by("import reader.desk.desk, reader.tui.app", *heavy) == set()


def test_the_layers_hold() -> None:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def test_the_package_is_ours() -> None:
    assert reader.__file__ is not None
    assert (Path(reader.__file__).parent / "quotes" / "__init__.py").is_file()
    assert "Pullquote" in (reader.__doc__ or "")
