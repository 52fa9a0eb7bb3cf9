"""What a person may write on a bookmark: notes, tags, labels, states and names, made fit to be kept."""

from __future__ import annotations

from reader.domain.clean import clean, clean_line
from reader.domain.mark import STATUSES
from reader.errors import UsageError

NOTE_LIMIT = 1_000_000
"""Characters of a note."""

WORD_LIMIT = 60
"""Characters of a tag or label."""

NAME_LIMIT = 200
"""Characters of a speaker's name."""


def check_note(note: str) -> str:
    """Return a note without trailing white space; raises UsageError when it is too long."""
    if len(note) > NOTE_LIMIT:
        raise UsageError(
            f"The note has {len(note):,} characters and {NOTE_LIMIT:,} are the most, so nothing was changed;"
            " shorten it."
        )
    return clean(note).rstrip()


def check_tag(tag: str) -> str:
    """Return a tag as one word without ``#``; raises UsageError when nothing is left or it is too long."""
    word = "-".join(clean_line(tag).replace(",", " ").replace("#", " ").split())
    return _short(word, "A tag") if word else _refuse("A tag")


def check_label(label: str) -> str:
    """Return a label as one line, which may be empty; raises UsageError when it is too long."""
    return _short(clean_line(label), "A label")


def check_status(status: str) -> str:
    """Return one of ``STATUSES`` or the empty text; raises UsageError for any other."""
    status = clean_line(status).casefold()
    if status and status not in STATUSES:
        raise UsageError(f"“{status}” is no status; it is one of {', '.join(STATUSES)}.")
    return status


def check_name(name: str) -> str:
    """Return a name as one line; raises UsageError when there is none or it is too long."""
    # Soft hyphens stay, as the name is looked for in the text, which may have them.
    line = " ".join(clean(name).split())
    if len(line) > NAME_LIMIT:
        raise UsageError(f"A name has at most {NAME_LIMIT} characters, so nothing was changed; shorten it.")
    return line or _refuse("A name")


def _short(word: str, what: str) -> str:
    if len(word) > WORD_LIMIT:
        raise UsageError(f"{what} has at most {WORD_LIMIT} characters, so nothing was changed; shorten it.")
    return word


def _refuse(what: str) -> str:
    raise UsageError(f"{what} needs at least one letter, so nothing was changed.")
