"""What an action is, and the parts of the interface that know it."""

from __future__ import annotations

from enum import StrEnum

from reader.values import NamedTuple


class Pane(StrEnum):
    """The parts of the interface that answer keys of their own."""

    LIST = "list"
    PAGE = "page"
    SELECTION = "selection"
    QUOTES = "quotes panel"
    KEPT = "kept quotes"
    CARD = "quote card"
    HELP = "help"
    PICKER = "lists to pick from"


LIST, PAGE, SELECTION = Pane.LIST, Pane.PAGE, Pane.SELECTION
QUOTES, KEPT, CARD, HELP = Pane.QUOTES, Pane.KEPT, Pane.CARD, Pane.HELP
EVERYWHERE = (LIST, PAGE, QUOTES, KEPT, CARD, HELP)
READING = (LIST, PAGE, QUOTES)
IN_HAND = (PAGE, SELECTION, QUOTES, CARD)
WRITING = (*IN_HAND, KEPT)
PICKER = Pane.PICKER
MOVING = (*EVERYWHERE, PICKER)


class Action(NamedTuple):
    """Something a key does: ``keys`` in Textual's names, ``label`` for hints, ``help`` a sentence.

    ``hint`` is its place in the status line, 0 when it is never offered there.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    panes: tuple[Pane, ...]
    hint: int = 0
