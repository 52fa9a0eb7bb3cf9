"""Opening the desk for one verb."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reader.cli.speaking import complain
from reader.desk.desk import Desk
from reader.errors import SettingsError
from reader.paths import Folders
from reader.settings import load_settings


@contextmanager
def open_desk(folders: Folders) -> Iterator[Desk]:
    """Open the desk with the library as it is on the disk now; files that cannot be taken in are named."""
    with open_kept(folders) as desk:
        scanned = desk.scanner().scan()
        desk.take_scan(scanned)
        for problem in scanned.problems:
            complain(problem)
        yield desk


@contextmanager
def open_kept(folders: Folders) -> Iterator[Desk]:
    """Open the desk for what is kept, which can be had whatever has become of the library's files."""
    with Desk(folders, durability=_durability(folders)) as desk:
        for notice in desk.notices:
            # Why nothing can be changed is for the verb that changes something to say.
            if notice != desk.read_only_sentence:
                complain(notice)
        yield desk


def _durability(folders: Folders) -> str:
    """Return the durability that is set; where that is not known, which is said, the safer one."""
    try:
        settings = load_settings(folders.config)
    except SettingsError as error:
        complain(str(error))
        return "strict"
    for mistake in settings.mistakes:
        if "durability" in mistake:  # the others are no verb's concern, and `check` tells them
            complain(mistake)
    return settings.durability
