"""A process that changes a store until it is killed: ``python -m tests.faults.writer FOLDER FIRST``.

Each change is acknowledged on standard output once its method has returned. Every 40 changes the store is
closed and opened again, so that a kill often falls into a fold.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

from reader.store import Store
from tests.faults.steps import take_step

STEPS_A_SESSION = 40


def write_on(folder: Path, first: int) -> None:
    """Take steps from ``first`` on, for ever."""
    for start in itertools.count(first, STEPS_A_SESSION):
        with Store.open(folder) as store:
            for number in range(start, start + STEPS_A_SESSION):
                take_step(number, store, None)
                os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    write_on(Path(sys.argv[1]), int(sys.argv[2]))
