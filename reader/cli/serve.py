"""``reader serve``: the app in a browser on this machine."""

from __future__ import annotations

import shlex
import subprocess
import sys
from argparse import Namespace

from reader.cli.speaking import say
from reader.errors import UsageError
from reader.paths import Folders


def run(arguments: Namespace, folders: Folders) -> int:
    """Serve the app until interrupted."""
    try:
        from reader.serve.server import is_loopback, serve
    except ModuleNotFoundError as error:
        raise UsageError(
            f"`reader serve` needs {error.name}, which comes with the extra: pip install 'pullquote[serve]'."
        ) from error
    if not is_loopback(arguments.host) and not arguments.open_to_network:
        raise UsageError(
            f"Whoever reaches {arguments.host} could read your library and change it; "
            "--open-to-network says that this is wanted."
        )
    serve(_command(folders), arguments.host, arguments.port, _say_at_once)
    return 0


def _command(folders: Folders) -> str:
    """Return the command line that starts the app on the same folders, for the shell of the platform."""
    # -P: a folder that happens to be called reader, where the server was started, is not the app.
    command = [sys.executable, "-P", "-m", "reader"]
    for name in ("library", "state", "cache", "config"):
        command += [f"--{name}", str(getattr(folders, name))]
    return subprocess.list2cmdline(command) if sys.platform == "win32" else shlex.join(command)


def _say_at_once(text: str) -> None:
    say(text)
    sys.stdout.flush()
