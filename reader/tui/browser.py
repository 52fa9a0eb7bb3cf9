"""Opening an address outside the terminal, with an argument list and never through a shell."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

OPENERS = ("open",) if sys.platform == "darwin" else ("xdg-open", "gio")


def open_address(url: str) -> str:
    """Open ``url`` in the browser and return a sentence that says so, or the address when none can be.

    ``url`` has passed ``clean_url``: http, https or mailto, no spaces or controls, no leading dash.
    """
    has_display = sys.platform == "darwin" or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    opener = next((path for name in OPENERS if (path := shutil.which(name))), None)
    if not has_display or opener is None:
        return f"No browser can be reached from here: {url}"
    arguments = [opener, "open", url] if opener.endswith("gio") else [opener, url]
    try:
        subprocess.Popen(  # noqa: S603 - an argument list, no shell, a cleaned address
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"The browser did not start ({error.strerror}): {url}"
    return f"Sent to the browser: {url}"
