"""A way through the screens of the app, for what must hold on each of them."""

from __future__ import annotations

from tests.terminal.session import Terminal

PAGE = "next quote"
"""What the status line offers on the page, and on no screen over it."""


def walk(terminal: Terminal, typed: str) -> None:
    """Go through every screen from the list on, whose first article has a quotation; ``typed`` is typed."""
    terminal.press("Enter", "]", "s")
    terminal.wait_for("Kept", PAGE)
    terminal.press('"')
    terminal.wait_for("by speaker")
    terminal.press('"')
    terminal.wait_for(PAGE)
    terminal.press("Enter")
    terminal.wait_for("Copy as")
    terminal.press("q")
    terminal.wait_for(PAGE)
    terminal.press("a", typed, "^S")
    terminal.wait_for("Note kept", PAGE)
    _look(terminal, "a", "Ctrl-S keeps the note")
    _ask(terminal, "t", "completes one", f"tag{typed}".replace(" ", ""), "Tags: ")
    _ask(terminal, "H", "a name of your own", f"label{typed}"[:30], "Label: ")
    terminal.press("e")
    terminal.wait_for("Repair quotation")
    terminal.press("Enter")
    terminal.wait_for("Who said quotation")
    terminal.press("G", "Enter")
    terminal.wait_for("the name of who said it")
    terminal.press(f"Name {typed}"[:60], "Enter")
    terminal.wait_for("by your word", PAGE)
    _look(terminal, ":", "words of what you want to do")
    _look(terminal, "x", "a file .md")
    _look(terminal, "L", "www.example.org")
    _look(terminal, "v", "other end")
    terminal.press("g", "^O", "^Y", "|", "|")
    terminal.press("'")
    terminal.wait_for("1 kept")
    terminal.press("i")
    terminal.wait_for("Copy as")
    terminal.press("q")
    terminal.wait_for("1 kept")
    terminal.press("@", "5")
    terminal.wait_for("place lost")
    terminal.press("q")
    terminal.wait_for(PAGE)
    terminal.press("q", "?")
    terminal.wait_for("Move down a row")
    terminal.press("^Q")
    terminal.wait_for_exit()


def _look(terminal: Terminal, key: str, seen: str) -> None:
    terminal.press(key)
    terminal.wait_for(seen)
    terminal.press("Esc")
    terminal.wait_until(lambda text: seen not in text and PAGE in text, PAGE)


def _ask(terminal: Terminal, key: str, seen: str, typed: str, said: str) -> None:
    terminal.press(key)
    terminal.wait_for(seen)
    terminal.press(typed, "Enter")
    terminal.wait_for(said, PAGE)
