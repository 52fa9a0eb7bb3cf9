"""What every verb is held to, whatever it is given."""

from __future__ import annotations

import re
from pathlib import Path

from tests.cli.command import Command, Outcome

# All that a terminal may take for a command, or that turns the order of what is shown.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ufeff]")
ALL_VERBS: tuple[list[str], ...] = (
    ["list"], ["list", "--json"], ["list", "--unread"], ["quotes"], ["quotes", "--json"], ["bookmarks"],
    ["bookmarks", "--json"], ["check"], ["where"], [],
)  # fmt: skip


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder, every file by its path, so that before and after can be compared."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def expect_calm(outcome: Outcome) -> None:
    """Hold what was printed to words: nothing in it commands a terminal."""
    assert not COMMANDS.search(outcome.out)
    assert not COMMANDS.search(outcome.err)
    assert all(line.startswith("reader: ") for line in outcome.err.splitlines())


def expect_the_rest_to_work(reader: Command) -> None:
    """Hold the good article to being listed, shown, quoted, kept, marked and let go as ever."""
    assert "bridge0001" in [head["id"] for head in reader("list", "--json").document]
    assert "We will be ready" in reader("show", "bridge0001").out
    kept = reader("keep", "bridge0001", "1")
    assert reader("mark", "bridge0001", "read").code == 0
    assert reader("drop", kept.out.strip()).code == 0
    for outcome in (reader(*arguments) for arguments in ALL_VERBS):
        expect_calm(outcome)
