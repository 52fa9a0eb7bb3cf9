from __future__ import annotations

import os
import time

import pytest

from reader.desk.desk import Desk
from reader.errors import StoreError
from reader.paths import Folders
from tests.desk.conftest import Opener


def test_a_repair_says_what_it_put_right_and_nothing_else(desk: Desk, library: Folders) -> None:
    leftover = library.library / ".adding-1-half.md"
    leftover.touch()
    hour_ago = time.time() - 3600
    os.utime(leftover, (hour_ago, hour_ago))
    (library.library / "link.md").symlink_to("bridge.md")
    found = desk.check()
    (done,) = desk.repair()
    assert done in found
    assert leftover.name in done.message
    (left,) = desk.check()
    assert "link.md" in left.message
    assert desk.repair() == ()


def test_files_that_a_repair_reads_are_known_again_after_a_rename(
    open_desk: Opener, library: Folders
) -> None:
    desk = open_desk()
    bare = library.library / "bare.md"
    bare.write_text("Bare words.\n", "utf-8")
    desk.repair()
    article = desk.find("bare").id
    desk.close()
    for path in library.cache.iterdir():
        path.unlink()
    bare.rename(bare.with_name("renamed.md"))
    assert open_desk().find("renamed.md").id == article


def test_a_desk_that_does_not_own_the_store_repairs_nothing(desk: Desk, library: Folders) -> None:
    (library.library / "empty.md").touch()
    with Desk(library) as other:
        assert not other.is_owner
        with pytest.raises(StoreError, match=f"process {os.getpid()}"):
            other.repair()
