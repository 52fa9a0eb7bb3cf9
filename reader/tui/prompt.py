"""The one line where a person types: the words of a filter, the path of a file."""

from __future__ import annotations

from enum import StrEnum

from textual import events
from textual.message import Message
from textual.widgets import Input


class Question(StrEnum):
    """What the prompt asks for; the value is what stands in the empty line."""

    FILTER = "Words of the title, source or author; Enter keeps the filter, Esc ends it"
    ADD = "Path of an article (.md, .txt); Enter adds it, Esc leaves"


class Prompt(Input):
    """An input line that knows which question it asks and takes the place of the status line."""

    class Cancelled(Message):
        """Escape was pressed."""

    def __init__(self) -> None:
        super().__init__(compact=True)
        self.question = Question.FILTER

    def ask(self, question: Question, value: str) -> None:
        """Begin to ask ``question`` with ``value`` in the line."""
        self.question = question
        self.placeholder = question.value
        self.value = value
        self.cursor_position = len(value)
        self.focus()

    def on_key(self, event: events.Key) -> None:
        """Leave on Escape, before any binding of the screen sees the key."""
        if event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Cancelled())
