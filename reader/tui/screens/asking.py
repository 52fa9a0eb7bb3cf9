"""Asking a person for a line of words, at the foot of any screen."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from textual.geometry import Offset

from reader.errors import ReaderError
from reader.tui.action_table import APP_ACTIONS, Action
from reader.tui.painted_once import PaintedOnceScreen
from reader.tui.question import Question
from reader.tui.status import StatusLine
from reader.values import NamedTuple

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.tui.prompt import Prompt

Result = TypeVar("Result")


def _nothing(_words: str = "") -> None:
    """Do nothing: an answer that has no consequence of its own."""


class Answers(NamedTuple):
    """What becomes of a question.

    ``typed`` gets the line at every change, ``entered`` when it is sent; it returns the words to say,
    and a ReaderError it raises is shown beside the line, which stays to be mended. ``left`` is called
    when the question is left with Escape. ``earlier`` are the lines that ↑ and ↓ bring back, the oldest
    first; ``initial`` stands in the line at first. Its last word is completed from ``words``, the whole
    of it from ``lines``, or to the path of a file with one of ``endings``.
    """

    typed: Callable[[str], object] = _nothing
    entered: Callable[[str], str | None] = _nothing
    left: Callable[[], object] = _nothing
    earlier: Sequence[str] = ()
    initial: str = ""
    words: Sequence[str] = ()
    lines: Sequence[str] = ()
    endings: Sequence[str] = ()


class Asking(PaintedOnceScreen[Result]):
    """A part of a screen, which can put a question in place of its status line."""

    _answers = Answers()

    @cached_property
    def prompt(self) -> Prompt:
        """The line to type in; made and mounted with the first question, which saves the start 5 ms."""
        from reader.tui.prompt import Prompt

        return Prompt(self._take_line)

    @abstractmethod
    def update(self) -> None:
        """Bring the status line up to date; a message of the last action goes."""

    def is_offered(self, action: Action) -> bool:
        """Tell whether hints and palette offer an action, which is where it would do something."""
        return bool(self.check_action(action.id, ()))

    def reload(self) -> None:
        """Show what others changed meanwhile; what shows nothing of it has nothing to do."""

    @abstractmethod
    def say(self, message: str) -> None:
        """Tell in the status line what was done, until the next action."""

    @abstractmethod
    def current_line_offset(self) -> Offset:
        """Return the cell of the screen where the current line begins to be read."""

    def cursor_offset(self) -> Offset:
        """Return the cell of the screen where the terminal's cursor belongs."""
        return self.prompt.cursor_offset if self.is_asking else self.current_line_offset()

    async def on_status_line_hint_clicked(self, message: StatusLine.HintClicked) -> None:
        """Do what the hint that was clicked says."""
        name = message.action.id
        await self.run_action(f"app.{name}" if name in APP_ACTIONS else name)

    @property
    def is_asking(self) -> bool:
        """Whether keys go to the line to type in."""
        return self.has_class("-asking")

    async def ask(self, question: Question, answers: Answers) -> None:
        """Put ``question`` in place of the status line and hand what is typed to ``answers``."""
        if not self.prompt.is_attached:
            await self.mount(self.prompt)
        self._answers = answers
        self.add_class("-asking")
        if answers.words:
            self.prompt.complete_words(answers.words)
        elif answers.lines:
            self.prompt.complete_lines(answers.lines)
        elif answers.endings:
            self.prompt.complete_paths(answers.endings)
        else:
            self.prompt.complete_nothing()
        self.prompt.ask(question, answers.earlier, answers.initial)

    def end_asking(self) -> None:
        """Take the prompt away."""
        self.remove_class("-asking")
        self.prompt.disabled = True
        self.set_focus(None)
        self.update()

    def _take_line(self, line: str) -> None:
        """Hand on what stands in the line now; a refusal was of what stood there before."""
        if self.is_asking:
            self.prompt.take_change()
            self._answers.typed(line)

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
