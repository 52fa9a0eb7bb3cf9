"""Damaged files of the state, put where nothing reads them and nothing overwrites them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.store.files import append_durably, keep_copy, write_durably
from reader.store.loading import Origin

if TYPE_CHECKING:
    from reader.store.loading import LoadedState, StatePaths


def set_lines_aside(paths: StatePaths, loaded: LoadedState) -> str:
    """Move the damaged lines of the journal into another file and say so; raises OSError."""
    append_durably(paths.torn, b"".join(loaded.journal.damaged))
    write_durably(paths.journal, b"".join(loaded.journal.raw))
    return (
        f"{len(loaded.journal.damaged)} damaged change(s) were set aside in {paths.torn};"
        " the others are in place."
    )


def set_snapshot_aside(paths: StatePaths, loaded: LoadedState) -> str:
    """Keep a snapshot that is about to be replaced, and say from what; raises OSError."""
    source = {
        Origin.PREVIOUS: f"{paths.previous.name} and the journals",
        Origin.SNAPSHOT: "what of it can be read, and the journals",
        Origin.BACKUP: f"the newest copy in {paths.backups.name}/ and the journals",
        Origin.NOTHING: "the journals alone",
    }[loaded.origin]
    kept = "was missing"
    if paths.snapshot.exists():
        broken = free_name(paths, f"{paths.snapshot.name}.broken-{time.strftime('%Y%m%d-%H%M%S')}")
        keep_copy(paths.snapshot, paths.folder / broken)
        kept = f"was damaged and was kept as {broken}"
    return f"{paths.snapshot} {kept}: everything was restored from {source}."


def keep_older_layout(paths: StatePaths, schema: int) -> str:
    """Keep a snapshot of an older schema that is about to be replaced, and say so; raises OSError."""
    name = free_name(paths, f"{paths.snapshot.name}.schema-{schema}")
    keep_copy(paths.snapshot, paths.folder / name)
    return f"The state was brought to the layout of this version; the file as it was is kept as {name}."


def free_name(paths: StatePaths, name: str) -> str:
    """Return a name in the folder that nothing has yet: this one, or one with a number behind it."""
    taken = {path.name for path in paths.folder.iterdir()}
    return next(
        candidate
        for candidate in (name, *(f"{name}-{number}" for number in range(2, 10_000)))
        if candidate not in taken
    )
