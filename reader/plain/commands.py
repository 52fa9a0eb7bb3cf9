"""What can be said to the plain mode: the letters of the app, and a word for each."""

from __future__ import annotations

from enum import StrEnum

from reader.values import NamedTuple


class Place(StrEnum):
    """Where in the conversation one is."""

    LIST = "list"
    ARTICLE = "article"
    KEPT = "kept quotations"


LIST, ARTICLE, KEPT = Place.LIST, Place.ARTICLE, Place.KEPT


class Command(NamedTuple):
    """Something to ask for: by any of ``names``, the letter first; ``wants`` names its argument."""

    id: str
    names: tuple[str, ...]
    help: str
    places: tuple[Place, ...]
    wants: str = ""


class Asked(NamedTuple):
    """A command with what was said after it."""

    command: Command
    argument: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("open", ("", "l", "open"), "Open the article.", (LIST,)),
    Command("number", (), "A number opens that article.", (LIST,), wants="NUMBER"),
    Command("on", ("", "j", "next"), "Say the next paragraph.", (ARTICLE,)),
    Command("before", ("k", "previous"), "Say the paragraph before.", (ARTICLE,)),
    Command("page", ("f", "page"), "Say the next ten paragraphs.", (ARTICLE,)),
    Command("number", (), "A number says that quotation, as 3; a share goes there, as 50%.", (ARTICLE,),
            wants="NUMBER"),
    Command("next_quote", ("]", "quote"), "Say the next quotation.", (ARTICLE,)),
    Command("previous_quote", ("[", "p", "quote before"), "Say the quotation before.", (ARTICLE,)),
    Command("keep", ("s", "keep"), "Keep the quotation, or let it go again.", (ARTICLE,)),
    Command("note", ("a", "note"), "Write a note on the quotation; that keeps it.", (ARTICLE, KEPT)),
    Command("tag", ("t", "tag"), "Give the quotation tags, or take off those with a minus; that keeps it.",
            (ARTICLE, KEPT), wants="TAGS"),
    Command("label", ("H", "label"), "Give the quotation a label; that keeps it.", (ARTICLE, KEPT),
            wants="NAME"),
    Command("repair", ("e", "repair"), "Say who said the quotation.", (ARTICLE,), wants="NAME"),
    Command("star", ("s", "star"), "Star the article, or take the star off.", (LIST,)),
    Command("next", ("j", "next"), "Say the next one.", (LIST, KEPT)),
    Command("previous", ("k", "previous"), "Say the one before.", (LIST, KEPT)),
    Command("rows", ("f", "list"), "Say the next ten.", (LIST, KEPT)),
    Command("rows_back", ("b", "list before"), "Say the ten before.", (LIST, KEPT)),
    Command("next_unread", ("n", "unread"), "Say the next unread article.", (LIST,)),
    Command("previous_unread", ("p", "N", "unread before"), "Say the unread article before.", (LIST,)),
    Command("place", ("", "l", "open"), "Open its article at its place.", (KEPT,)),
    Command("number", (), "A number says that kept quotation.", (KEPT,), wants="NUMBER"),
    Command("drop", ("s", "D", "drop"), "Let the kept quotation go.", (KEPT,)),
    Command("top", ("g", "first"), "Go to the beginning.", (LIST, ARTICLE, KEPT)),
    Command("bottom", ("G", "last"), "Go to the end.", (LIST, ARTICLE, KEPT)),
    Command("around", ("P", "paragraph"), "Say the whole paragraph of the quotation.", (ARTICLE,)),
    Command("again", (".", "again"), "Say it again.", (LIST, ARTICLE, KEPT)),
    Command("where", ("w", "where"), "Say where you are.", (LIST, ARTICLE, KEPT)),
    Command("find", ("/", "find"), "Show only the articles with these words; without words, all.", (LIST,),
            wants="WORDS"),
    Command("find", ("/", "find"), "Go to the next place with these words; re: finds a regular expression.",
            (ARTICLE,), wants="WORDS"),
    Command("next_match", ("n", "match"), "Say the next match, or quotation if no search is on.", (ARTICLE,)),
    Command("previous_match", ("N", "match before"), "Say the match before, or the quotation.", (ARTICLE,)),
    Command("next_article", ("J", "article"), "Open the next article.", (ARTICLE,)),
    Command("previous_article", ("K", "article before"), "Open the article before.", (ARTICLE,)),
    Command("toggle_read", ("m", "mark"), "Mark the article as read, or as unread.", (LIST, ARTICLE)),
    Command("kept", ("'", "B", "kept"), "Go through all kept quotations.", (LIST, ARTICLE)),
    Command("add", ("a", "add"), "Add a file to the library.", (LIST,), wants="PATH"),
    Command("remove", ("D", "remove"), "Move the article to the trash.", (LIST,)),
    Command("undo", ("U", "undo"), "Take the last change back.", (LIST, ARTICLE, KEPT)),
    Command("redo", ("^R", "redo"), "Do what was taken back again.", (LIST, ARTICLE, KEPT)),
    Command("back", ("q", "h", "back"), "Go back.", (ARTICLE, KEPT)),
    Command("quit", ("q", "Q", "quit"), "Leave Pullquote.", (LIST,)),
    Command("quit_now", ("Q", "quit"), "Leave Pullquote.", (ARTICLE, KEPT)),
    Command("help", ("?", "help"), "Say what can be asked for.", (LIST, ARTICLE, KEPT)),
)  # fmt: skip


def commands_of(place: Place) -> list[Command]:
    """Return what can be asked for in ``place``, in the table's order."""
    return [command for command in COMMANDS if place in command.places]


def understand(line: str, place: Place) -> Asked | None:
    """Return what a line asks for in ``place``, None when it asks for nothing known.

    The whole line is a name, or a number, or its first word (or a leading sign such as ``/``) is the
    name of a command that wants an argument.
    """
    asked = line.strip()
    by_name = {name: command for command in commands_of(place) for name in command.names}
    if asked in by_name:
        return Asked(by_name[asked])
    if asked.removesuffix("%").strip().isdecimal():
        return Asked(_number_of(place), asked)
    word, _, rest = asked.partition(" ")
    if word in by_name and by_name[word].wants:
        return Asked(by_name[word], rest.strip())
    if asked[:1] == "/" and "/" in by_name:
        return Asked(by_name["/"], asked[1:].strip())
    return None


def _number_of(place: Place) -> Command:
    return next(command for command in commands_of(place) if command.id == "number")


def help_lines(place: Place) -> list[str]:
    """Return a line for each command of ``place``."""
    lines = []
    for command in commands_of(place):
        names = [name or "Enter" for name in command.names]
        asked = f"{', '.join(names)}{f' {command.wants}' if command.wants and names else ''}"
        lines.append(f"{asked}: {command.help}" if names else command.help)
    return lines
