"""Where the command begins: before anything is loaded."""

from __future__ import annotations

import gc


def main() -> int:
    """Load the command line without looking for garbage, which takes a seventh of the loading, and run it."""
    gc.disable()
    from reader.cli.main import main as run

    gc.freeze()
    gc.enable()
    return run()
