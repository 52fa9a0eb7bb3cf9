"""A process that keeps bookmarks, whether it owns the state or not: ``… FOLDER FIRST COUNT``.

Each kept number is printed once its method has returned.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from reader.store import Store
from tests.store.samples import make_bookmark

if __name__ == "__main__":
    first, count = map(int, sys.argv[2:])
    for number in range(first, first + count):
        # Opened anew for each, as commands are: now the owner, now not.
        with Store.open(Path(sys.argv[1])) as store:
            store.put_bookmark(make_bookmark(number))
            os.write(1, b"%d\n" % number)
