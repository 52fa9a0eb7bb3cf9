"""``reader tag``: put tags on what is kept, and take them off."""

from __future__ import annotations

from argparse import Namespace

from reader.cli.opening import open_kept
from reader.cli.speaking import say
from reader.errors import UsageError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Change the bookmark's tags and print them; without any, print them as they are."""
    unclear = [tag for tag in arguments.tags if tag.startswith("--")]
    if unclear:
        raise UsageError(
            f"{unclear[0]} is no tag; flags stand before the id, as in `reader --state DIR tag ID`."
        )
    removed = [tag[1:] for tag in arguments.tags if tag.startswith("-")]
    added = [tag.removeprefix("+") for tag in arguments.tags if not tag.startswith("-")]
    with open_kept(folders) as desk:
        said = desk.tag([arguments.bookmark], added, removed)
        say(said)
    return 0
