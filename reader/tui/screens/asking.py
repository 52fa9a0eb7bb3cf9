"""Asking a person for a line of words: to filter by, to add a file by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError
from reader.tui.prompt import Prompt, Question, unquoted
from reader.tui.screens.showing import ShowingPanes

if TYPE_CHECKING:
    from textual.widgets import Input


def _nothing(_words: str = "") -> None:
    """Do nothing: an answer that has no consequence of its own."""


class Answers(NamedTuple):
    """What becomes of a question.

    ``typed`` gets the line at every change, ``entered`` when it is sent; it returns the words to say,
    and a ReaderError it raises is shown beside the line, which stays to be mended. ``left`` is called
    when the question is left with Escape.
    """

    typed: Callable[[str], object] = _nothing
    entered: Callable[[str], str | None] = _nothing
    left: Callable[[], object] = _nothing


class Asking(ShowingPanes):
    """The prompt at the foot of the screen, and the questions that the library needs."""

    _answers = Answers()

    async def ask(self, question: Question, answers: Answers) -> None:
        """Put ``question`` in place of the status line and hand what is typed to ``answers``."""
        if not self.prompt.is_attached:
            await self.mount(self.prompt)
        self._answers = answers
        self.add_class("-asking")
        self.prompt.ask(question)

    def end_asking(self) -> None:
        """Take the prompt away."""
        self.remove_class("-asking")
        self.prompt.disabled = True
        self.set_focus(None)
        self.update()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Hand on what stands in the line now."""
        if self.has_class("-asking"):
            self._answers.typed(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand on what was sent; what is refused stays in the line."""
        try:
            said = self._answers.entered(event.value)
        except ReaderError as error:
            self.prompt.refuse(str(error))
            return
        self.end_asking()
        if said:
            self.say(said)

    def on_prompt_cancelled(self, message: Prompt.Cancelled) -> None:
        """Leave the question."""
        self.end_asking()
        self._answers.left()

    def can_filter(self) -> bool:
        """Without an article there is nothing to look through."""
        return bool(self.desk.heads)

    async def action_filter(self) -> None:
        """Ask for words."""
        self.selected_before_filter = self.head.id if self.head else ""
        await self.ask(Question.FILTER, Answers(typed=self.filter, left=lambda: self.filter("")))

    async def action_add(self) -> None:
        """Ask for a path."""
        if self.may_write():
            await self.ask(Question.ADD, Answers(entered=self._add))

    def _add(self, path: str) -> str | None:
        if not path.strip():
            return None
        from reader.desk.sources import Overrides, read_source

        said = self.desk.add(read_source(unquoted(path)), Overrides())
        self.filter_words = ""
        self.show_heads(self.desk.heads, self.desk.row_of(self.desk.last_added or "") or 0)
        return said
