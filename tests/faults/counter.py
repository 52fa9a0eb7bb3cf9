"""A process that counts in one read mark, folding every third time: ``… FOLDER LAST``."""

from __future__ import annotations

import sys
from pathlib import Path

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.store import Store

if __name__ == "__main__":
    count, last = 0, int(sys.argv[2])
    while count < last:
        with Store.open(Path(sys.argv[1])) as store:
            for _ in range(min(3, last - count)):
                count += 1
                store.put_mark(ArticleId("counted"), ReadMark(position=count))
