"""What the command line understands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import NoReturn

from reader.cli.speaking import complain
from reader.settings import CITATION_STYLES

EPILOG = """\
ARTICLE is an id, a file's path, a row number of `reader list`, or the start of a title.
Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 bad input, 4 store or disk, 130 interrupted.
"""


class Parser(argparse.ArgumentParser):
    """A parser that says in one sentence what it cannot follow."""

    def error(self, message: str) -> NoReturn:
        """Say it and end with code 2."""
        complain(f"{message}; `{self.prog} --help` shows what can be said.")
        self.exit(2)


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every verb; without a verb the app opens."""
    from reader import __version__

    parser = Parser(
        prog="reader",
        description="Read articles by their quotations: who said what, found, named and kept.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"pullquote {__version__}")
    _add_common(parser, argparse.SUPPRESS)
    for name in ("library", "state", "cache", "config"):
        parser.set_defaults(**{name: None})
    parser.set_defaults(debug=False, plain=False)
    parser.add_argument(
        "--plain",
        action="store_true",
        help="the app as a conversation in lines, for screen readers and pipes",
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB")

    def verb(name: str, summary: str) -> argparse.ArgumentParser:
        added = verbs.add_parser(name, help=summary, description=summary, epilog=EPILOG)
        _add_common(added, argparse.SUPPRESS)
        return added

    add = verb("add", "Take articles into the library and print their ids.")
    add.add_argument("sources", metavar="PATH|URL|-", nargs="+", help="a file, or - for standard input")
    for flag in ("--title", "--source", "--url", "--published"):
        add.add_argument(flag, help="in place of what is found in the file")
    add.add_argument("--author", action="append", default=[], metavar="NAME", help="may be repeated")
    add.add_argument("--tag", action="append", default=[], help="may be repeated")

    listing = verb("list", "Print the library.")
    listing.add_argument("--unread", action="store_true", help="only what is unread")
    show = verb("show", "Print an article.")
    show.add_argument("article", metavar="ARTICLE")
    show.add_argument(
        "--plain",
        action="store_true",
        default=argparse.SUPPRESS,
        help="line by line, each quotation after its speaker",
    )
    quotes = verb("quotes", "Print every quotation with its speaker.")
    quotes.add_argument("article", metavar="ARTICLE|PATH|-", nargs="?", help="without it: the whole library")
    quotes.add_argument(
        "--jsonl", action="store_true", help="one JSON document a line from standard input, one answer a line"
    )
    _add_bookmark_flags(verb("bookmarks", "Print the kept quotations, or write them to a file."))
    for parser_with_json in (listing, show, quotes):
        parser_with_json.add_argument("--json", action="store_true", help="one JSON document")

    _add_kept_verbs(verb)
    drop = verb("drop", "Let a kept quotation go.")
    drop.add_argument("bookmark", metavar="ID", help="its id in `reader bookmarks`")
    restore_bookmark = verb("restore-bookmark", "Keep again what was let go.")
    restore_bookmark.add_argument("bookmark", metavar="ID", help="its id in `reader bookmarks --removed`")
    mark = verb("mark", "Mark an article as read or unread.")
    mark.add_argument("article", metavar="ARTICLE")
    # Not called "state": that is the name of a folder's flag, which the word would replace.
    mark.add_argument("reading", metavar="read|unread", choices=("read", "unread"))
    remove = verb("remove", "Move an article to the trash of the library folder.")
    remove.add_argument("article", metavar="ARTICLE")
    check = verb("check", "Verify library, catalogue and store; say what would be repaired.")
    check.add_argument("--repair", action="store_true", help="do what was said")
    backup = verb("backup", "Write everything that is kept to one file.")
    restore = verb("restore", "Put a backup in the place of everything that is kept.")
    for parser_with_file in (backup, restore):
        parser_with_file.add_argument("file", metavar="FILE", type=_place)
    backup.add_argument("--replace", action="store_true", help="even if FILE is an older backup")
    serve = verb("serve", "Show the app in a browser on this machine (needs the extra `serve`).")
    serve.add_argument("--port", type=int, default=8000, help="8000 unless given; 0 takes any that is free")
    serve.add_argument("--host", default="127.0.0.1", help="this machine alone unless given")
    serve.add_argument(
        "--open-to-network", action="store_true", help="allow a host that others reach; there is no password"
    )
    verb("keys", "Print the keys of the app.")
    verb("where", "Print the folders in use.")
    return parser


def _add_kept_verbs(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """The verbs that keep something, say something of what is kept, or put right what was found."""
    _add_keep_flags(verb("keep", "Keep a quotation, or any words, and print the bookmark's id."))
    note = verb("note", "Write a note on what is kept; an empty one takes it away.")
    tag = verb("tag", "Put tags on what is kept, or take them off.")
    label = verb("label", "Give what is kept a label: key, check, use or any other; '' takes it away.")
    status = verb("status", "Say how far what is kept is on its way into print; '' takes it away.")
    for parser_with_bookmark in (note, tag, label, status):
        parser_with_bookmark.add_argument("bookmark", metavar="ID", help="its id in `reader bookmarks`")
    note.add_argument("text", metavar="TEXT|-", help="the note, or - for standard input")
    tag.add_argument("tags", metavar="+TAG|-TAG", nargs=argparse.REMAINDER, help="flags stand before the id")
    label.add_argument("word", metavar="LABEL")
    status.add_argument("word", metavar="STATUS", help="to check, checked, used, or do not use")
    _add_repair_flags(verb("repair", "Put right who said what; without a flag, list what was put right."))


def _add_keep_flags(keep: argparse.ArgumentParser) -> None:
    keep.add_argument("article", metavar="ARTICLE")
    keep.add_argument("quote", metavar="QUOTE", nargs="?", type=int, help="its number in `reader quotes`")
    keep.add_argument("--words", help="exactly these words of the article, instead of a quotation")
    for flag, name in (("--from", "start"), ("--to", "end")):
        keep.add_argument(flag, dest=name, type=int, metavar="N", help="or the words between two offsets")
    keep.add_argument("--label", help="key, check, use or any other; key for words without one")


def _add_repair_flags(repair: argparse.ArgumentParser) -> None:
    repair.add_argument("article", metavar="ARTICLE", nargs="?")
    repair.add_argument("quote", metavar="QUOTE", nargs="?", help="its number in `reader quotes`, or an id")
    repair.add_argument("--speaker", metavar="NAME", help="the quotation, all of it, was said by NAME")
    repair.add_argument("--at-start", action="store_true", help="wider or narrower at its start")
    ways = repair.add_mutually_exclusive_group()
    ways.add_argument("--not-a-quotation", action="store_true", help="these words are no quotation")
    ways.add_argument("--wider", type=_words, metavar="N", help="N words wider at its end")
    ways.add_argument("--narrower", type=_words, metavar="N", help="N words narrower at its end")
    ways.add_argument(
        "--missing", nargs=2, type=int, metavar=("FROM", "TO"), help="a quotation between these two offsets"
    )
    ways.add_argument(
        "--same-person",
        nargs=2,
        metavar=("NAME", "OTHER"),
        help="OTHER is another name of NAME, in ARTICLE or without one in the whole library",
    )
    ways.add_argument("--undo", action="store_true", help="take the repair of QUOTE, or one by its id, back")


def _words(number: str) -> int:
    if not number.isdecimal() or not 0 < int(number[:9]) < 1_000:
        raise argparse.ArgumentTypeError(f"{number} is no number of words")
    return int(number)


def _add_bookmark_flags(bookmarks: argparse.ArgumentParser) -> None:
    """What chooses among kept quotations, and the forms they are printed in."""
    chosen = {
        "--speaker": ("NAME", "only those whose speaker has NAME in it"),
        "--since": ("WHEN", "only those kept since 30d, 2w or a day such as 2020-01-01"),
        "--article": ("ARTICLE", "only those of this article"),
        "--label": ("LABEL", "only those with this label"),
        "--words": ("WORDS", "only those with all WORDS in words, speaker, note, tags or title"),
    }
    for flag, (metavar, summary) in chosen.items():
        bookmarks.add_argument(flag, metavar=metavar, help=summary)
    bookmarks.add_argument(
        "--import", dest="source", metavar="FILE|-", help="take in what --json printed; what is there stays"
    )
    bookmarks.add_argument("--removed", action="store_true", help="what was let go in the last 30 days")
    bookmarks.add_argument(
        "--tag", action="append", default=[], help="only those with this tag; may be repeated"
    )
    forms = bookmarks.add_mutually_exclusive_group()
    summaries = {
        "--json": "one JSON document",
        "--markdown": "Markdown; of an existing FILE only the region of quotations is written anew",
        "--csv": "the CSV that Readwise imports",
        "--csl": "CSL-JSON, an item an article",
        "--bibtex": "BibTeX, an entry an article",
        "--ris": "RIS, a record an article",
    }
    for flag, summary in summaries.items():
        forms.add_argument(flag, action="store_true", help=summary)
    forms.add_argument(
        "--style",
        metavar="NAME",
        choices=CITATION_STYLES,
        help=f"a citation each: {', '.join(CITATION_STYLES)}",
    )
    bookmarks.add_argument("--output", type=_place, metavar="FILE", help="write to FILE, whole or not at all")
    bookmarks.add_argument("--replace", action="store_true", help="even if FILE says something else already")


def _add_common(parser: argparse.ArgumentParser, default: str) -> None:
    """Flags that may stand before or after the verb."""
    places = {
        "--library": ("DIR", "the folder of articles"),
        "--state": ("DIR", "the folder of the store"),
        "--cache": ("DIR", "the folder of what can be made anew"),
        "--config": ("FILE", "the settings file"),
    }
    for flag, (metavar, summary) in places.items():
        parser.add_argument(flag, type=_place, metavar=metavar, default=default, help=summary)
    parser.add_argument("--debug", action="store_true", default=default, help="show where an error came from")


def _place(path: str) -> str:
    if not path:
        # A variable that is not set must not turn into the folders of every day.
        raise argparse.ArgumentTypeError("the path is empty")
    return path
