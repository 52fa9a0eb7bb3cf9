"""``reader``: the app, or the list where there is no terminal."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from reader.paths import Folders

if TYPE_CHECKING:
    from argparse import Namespace


def run(arguments: Namespace, folders: Folders) -> int:
    """Open the app on the terminal, or its conversation in lines; in a pipe print the list as text."""
    if arguments.plain:
        from reader.cli.plain import converse_on_streams

        return converse_on_streams(folders)
    # Textual draws on the standard error stream. A browser's terminal is no stream of ours: `reader serve`
    # names the driver that stands in for it.
    is_served = "TEXTUAL_DRIVER" in os.environ
    if not is_served and not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        from reader.cli.list import print_library

        print_library(folders)
        return 0
    return _open_app(folders)


def _open_app(folders: Folders) -> int:
    # Until the first frame stands nothing is worth collecting: a tenth of the start goes to passes
    # over modules being imported. The app turns the collector on again when it is ready.
    gc.disable()
    from reader.desk.desk import Desk
    from reader.settings import load_settings
    from reader.tui.app import make_app

    # Articles are prepared in a thread; a key waits for it half a millisecond at a time instead of five.
    sys.setswitchinterval(0.0005)
    settings = load_settings(folders.config)
    with Desk(folders, durability=settings.durability) as desk:
        app = make_app(desk, settings)
        app.run(mouse=settings.mouse)
        if app.fault is not None:
            raise app.fault
        return app.return_code or 0
