"""What the README promises is so."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

from reader.cli.main import VERBS
from reader.settings import CITATION_STYLES, Settings, parse_settings
from reader.tui.presets import keymap_of
from reader.tui.themes import PALETTES

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_first_two_blocks_are_the_two_commands() -> None:
    blocks = re.findall(r"^```(\w*)\n(.*?)^```", README, re.S | re.M)
    assert [kind for kind, _ in blocks[:2]] == ["sh", "sh"]
    start, test = (text.replace("\\\n", " ").strip() for _, text in blocks[:2])
    assert "\n" not in start
    assert "\n" not in test
    assert start.endswith("/reader")
    assert "pytest" in test
    for command in (start, test):
        assert command.startswith("python3 -m venv ")


def test_every_verb_is_in_the_readme() -> None:
    for verb in filter(None, VERBS):
        assert f"reader {verb}" in README, verb


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", README)
    assert pictures
    for picture in pictures:
        assert (ROOT / picture).is_file(), picture


def test_the_python_example_runs() -> None:
    (example,) = re.findall(r"^```python\n(.*?)^```", README, re.S | re.M)
    done = subprocess.run(
        [sys.executable, "-c", example], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.startswith("Ana Rivera “We will be ready by May,”")


def test_the_settings_named_exist() -> None:
    for name in {field.name for field in fields(Settings)} - {"mistakes"}:
        assert re.search(rf"`{name} = |`\[{name}\]`", README), name
    for choice in (*PALETTES, *CITATION_STYLES):
        assert f"`{choice}`" in README
    assert parse_settings('theme = "paper"\ncolumn_width = 60\nmouse = false\n', "x") == Settings(
        "paper", column_width=60, mouse=False
    )


def test_the_example_of_settings_can_be_used() -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", README, re.S | re.M)
    assert keymap_of(parse_settings(example, "x")).keymap.sign_of("keep") == "E"


def test_the_top_level_holds_what_it_should() -> None:
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        top = {path.name for path in ROOT.iterdir()}
    else:
        listed = subprocess.run([git, "ls-files", "-z"], capture_output=True, cwd=ROOT, check=True)
        top = {path.split("/")[0] for path in listed.stdout.decode().split("\0") if path}
    allowed = {"pyproject.toml", "README.md", "LICENSE", "reader", "content", "tests", "screenshots"}
    assert {name for name in top if not name.startswith(".")} - allowed == set()
