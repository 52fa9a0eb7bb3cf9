"""The one line where a person types: the words of a filter, the path of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset
from textual.message import Message

from reader.tui.question import Question

_COUNTING = (Question.FIND, Question.FILTER_KEPT, Question.EXPORT)
"""What is said beside the line of these; of the others the line has all the room."""


TAKES_COMPLETION = "→ completes it"


class Prompt(Vertical):
    """A sign and a line to type in; it takes the place of the status line while it asks."""

    # Here and not in the style sheet, which every start reads.
    DEFAULT_CSS = """
    Prompt {
        dock: bottom;
        height: auto;
        padding: 0 1;
        background: $panel;
        display: none;
    }

    Prompt Horizontal {
        height: 1;
    }

    Prompt Static {
        width: auto;
        padding: 0 1 0 0;
        color: $accent;
        text-style: bold;
    }

    Prompt .refusal {
        width: auto;
        max-width: 70%;
        padding: 0 0 0 1;
        color: $error;
    }

    Prompt .finding {
        width: 18;
        max-width: 40%;
        text-align: right;
        text-style: none;
        padding: 0 0 0 1;
        color: $foreground;
    }

    Prompt Input, Prompt Input:focus {
        width: 1fr;
        background: $panel;
        background-tint: $panel 0%;
    }
    """

    class Cancelled(Message):
        """Escape was pressed."""

    def __init__(self, take_line: Callable[[str], None]) -> None:
        """``take_line`` is called with the line whenever it changes."""
        from textual.widgets import Input, Static

        from reader.tui.numbered_choices import NumberedChoices

        super().__init__(disabled=True)
        self._take_line = take_line
        self.question = Question.FILTER
        self._sign = Static(markup=False)
        # What is typed ahead of the focus would be selected with it, and replaced by the next key.
        self._input = Input(compact=True, select_on_focus=False)
        self._finding = Static(markup=False, classes="finding")
        self._input.cursor_blink = False
        self._refusal = Static(markup=False, classes="refusal")
        self._choices = NumberedChoices()
        self._earlier: tuple[str, ...] = ()  # lines of before, and the one being typed as the last
        self._shown_earlier = 0
        self._told = ""
        self._is_completion_offered = False

    def compose(self) -> ComposeResult:
        """Lay out the choices, and below them the sign and the line."""
        yield self._choices
        yield Horizontal(self._sign, self._input, self._finding, self._refusal)

    def on_mount(self) -> None:
        """Watch the line: Input's message of a change arrives when the letter has been painted alone."""
        self.watch(self._input, "value", self._take_line, init=False)

    @property
    def value(self) -> str:
        """What has been typed."""
        return self._input.value

    @value.setter
    def value(self, value: str) -> None:
        self._input.value = value

    def ask(self, question: Question, earlier: Sequence[str] = (), initial: str = "") -> None:
        """Begin to ask, ``initial`` in the line; ↑ brings back ``earlier`` lines, the last one first."""
        self.question = question
        self._earlier = (*earlier, "")
        self._shown_earlier = len(earlier)
        self._sign.update(question.sign)
        self._finding.display = question in _COUNTING
        self._is_completion_offered = False
        self.tell("")
        self.refuse("")
        self.offer(())
        self._input.placeholder = question.hint
        self._input.value = initial
        self._input.cursor_position = len(initial)
        self.disabled = False
        # At once, where focus() would let keys that are typed ahead pass by.
        self.screen.set_focus(self._input)

    @property
    def cursor_offset(self) -> Offset:
        """The cell of the screen where the next character goes."""
        return self._input.cursor_screen_offset

    def type(self, words: str) -> None:
        """Put words in at the cursor, as if they were typed."""
        self._input.insert_text_at_cursor(words)

    def complete_words(self, words: Sequence[str]) -> None:
        """Complete the line's last word to one of ``words``; → or Tab takes what is offered."""
        from reader.tui.completing import LastWord

        self._input.suggester = LastWord(words, self._completion_offered)

    def complete_lines(self, lines: Sequence[str]) -> None:
        """Complete the line to one of ``lines``."""
        from reader.tui.completing import WholeLine

        self._input.suggester = WholeLine(lines, self._completion_offered)

    def complete_paths(self, endings: Sequence[str]) -> None:
        """Complete the line to the path of a folder, or of a file with one of ``endings``."""
        from reader.tui.completing import PathName

        self._input.suggester = PathName(tuple(endings), self._completion_offered)

    def complete_nothing(self) -> None:
        """Leave the line as it is typed."""
        self._input.suggester = None

    def _completion_offered(self, line: str, is_offered: bool) -> None:  # noqa: FBT001
        """Say that a completion is a key away: Enter takes what is typed and nothing else."""
        if line == self.value and is_offered != self._is_completion_offered:
            self._is_completion_offered = is_offered
            self._finding.update(TAKES_COMPLETION if is_offered else self._told, layout=False)
            self._finding.display = is_offered or self.question in _COUNTING

    def tell(self, finding: str) -> None:
        """Say beside the line what came of what is typed, such as ``4 of 14``."""
        self._told = finding
        # As wide for every word, so that it is no new layout a key.
        self._finding.update(finding, layout=False)

    def offer(self, names: Sequence[str]) -> None:
        """Show above the line what its digits choose."""
        self._choices.offer(names)

    def refuse(self, reason: str) -> None:
        """Say why what was typed cannot be taken, and leave it there to be mended."""
        if reason or self._refusal.display:  # else it would be a new layout a key, 10 ms
            self._refusal.update(reason)
            self._refusal.display = bool(reason)

    def take_change(self) -> None:
        """Take away what was said of the line before it was changed."""
        self.refuse("")
        if not self.value:  # nothing is completed then, and no completer is asked
            self._completion_offered("", False)  # noqa: FBT003

    def on_key(self, event: events.Key) -> None:
        """Leave on Escape and bring back earlier lines, before any binding of the screen sees the key."""
        if event.key == "escape":
            self.post_message(self.Cancelled())
        elif event.key == "tab":
            self._input.action_cursor_right()
        elif event.key in ("up", "down") and len(self._earlier) > 1:
            self._bring_back(-1 if event.key == "up" else 1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _bring_back(self, step: int) -> None:
        wanted = self._shown_earlier + step
        if not 0 <= wanted < len(self._earlier):
            return
        if self._shown_earlier == len(self._earlier) - 1:
            self._earlier = (*self._earlier[:-1], self.value)
        self._shown_earlier = wanted
        self.value = self._earlier[wanted]
        self._input.cursor_position = len(self.value)
