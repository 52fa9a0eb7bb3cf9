"""The command ``reader``: parse the line, call the verb, turn errors into a sentence and a code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from reader.errors import ReaderError
from reader.paths import Folders, Overrides, locate

if TYPE_CHECKING:
    from argparse import Namespace

INTERRUPTED = 130
UNEXPECTED = 3
DISK = 4
VERBS = {
    None: "reader.cli.app",
    "add": "reader.cli.add",
    "list": "reader.cli.list",
    "show": "reader.cli.show",
    "quotes": "reader.cli.quotes",
    "bookmarks": "reader.cli.bookmarks",
    "keep": "reader.cli.keep",
    "note": "reader.cli.note",
    "tag": "reader.cli.tag",
    "label": "reader.cli.label",
    "status": "reader.cli.label",
    "repair": "reader.cli.repair",
    "drop": "reader.cli.drop",
    "restore-bookmark": "reader.cli.restore_bookmark",
    "mark": "reader.cli.mark",
    "remove": "reader.cli.remove",
    "check": "reader.cli.check",
    "backup": "reader.cli.backup",
    "restore": "reader.cli.restore",
    "serve": "reader.cli.serve",
    "keys": "reader.cli.keys",
    "where": "reader.cli.where",
}
"""A verb's module has ``run(arguments, folders)``, which returns the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _prepare_streams()
    arguments = _parse(sys.argv[1:] if argv is None else argv)
    try:
        overrides = Overrides(arguments.library, arguments.state, arguments.cache, arguments.config)
        return _run_verb(arguments, locate(overrides, os.environ))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of the pipe has left (`reader list | head`); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ReaderError as error:
        return _report(error, str(error), error.exit_code, arguments)
    except OSError as error:
        named = f" ({error.filename})" if error.filename else ""
        sentence = f"The disk refused: {error.strerror or error}{named}; mend that and do it again."
        return _report(error, sentence, DISK, arguments)
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        sentence = f"Pullquote met a fault of its own ({said}); --debug shows where."
        return _report(error, sentence, UNEXPECTED, arguments)


def _prepare_streams() -> None:
    """See to it that there are three streams, and that whatever character can be written to them."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # Closed by whoever started us. Left so, the next file opened would take its number.
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _parse(argv: Sequence[str]) -> Namespace:
    if not argv:
        # The app itself needs no parser, which takes about 15 ms to load and build.
        nothing = SimpleNamespace(
            verb=None, library=None, state=None, cache=None, config=None, debug=False, plain=False
        )
        return cast("Namespace", nothing)
    from reader.cli.parser import build_parser

    return build_parser().parse_args(argv)


def _run_verb(arguments: Namespace, folders: Folders) -> int:
    run: Callable[[Namespace, Folders], int] = import_module(VERBS[arguments.verb]).run
    code = run(arguments, folders)
    sys.stdout.flush()
    return code


def _report(error: Exception, sentence: str, code: int, arguments: Namespace) -> int:
    from reader.cli.speaking import complain

    if arguments.debug:
        raise error
    complain(sentence)
    return code
