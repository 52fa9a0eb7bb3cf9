"""The small editor a note is written in."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import TextArea

from reader.errors import ReaderError
from reader.tui.cells import cut
from reader.tui.inks import inks
from reader.tui.status import Status, StatusLine
from reader.tui.typed_ahead import TakesTypedAhead

RULES = "Ctrl-S keeps the note · Esc leaves"
SAVING_KEY = "ctrl+s"
ENDING_KEYS = frozenset({SAVING_KEY, "escape", "ctrl+q"})
SECOND_ESCAPE = "The note has changed: Esc again leaves without it · Ctrl-S keeps it"


class NoteHead(Widget):
    """One line that says whose words the note is on."""

    DEFAULT_CSS = "NoteHead { height: 1; }"

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def render_line(self, y: int) -> Strip:
        """Draw the words as far as they fit."""
        colours = inks(self.app.theme)
        width = self.size.width
        said = f" † Note on {self._words}"
        return Strip([Segment(cut(said, width - 1), colours.status_strong)]).adjust_cell_length(
            width, colours.status
        )


class NoteEditor(TextArea):
    """Takes the keys that end the writing in their turn: those typed before them are in the text by then."""

    class Ended(Message):
        """A key that ends the writing was pressed."""

        def __init__(self, *, is_kept: bool) -> None:
            super().__init__()
            self.is_kept = is_kept

    async def _on_key(self, event: events.Key) -> None:
        if event.key in ENDING_KEYS:
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended(is_kept=event.key == SAVING_KEY))
        else:
            await super()._on_key(event)


class NoteScreen(TakesTypedAhead[str | None], ModalScreen[str | None]):
    """Asks for a note of several lines; dismissed with what ``save`` said of it, None when nothing changed.

    A note that ``save`` refuses with a ReaderError stays in the editor, with the reason below it.
    """

    DEFAULT_CSS = """
    NoteScreen {
        align: center bottom;
        background: $background 30%;
    }

    NoteScreen Vertical {
        height: 45%;
        min-height: 6;
        max-height: 16;
        background: $panel;
    }

    NoteScreen TextArea, NoteScreen TextArea:focus {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $surface;
    }
    """

    def __init__(self, words: str, note: str, save: Callable[[str], str]) -> None:
        super().__init__()
        self._note = note
        self._save = save
        self._is_warned = False
        self._head = NoteHead(words)
        self._editor = NoteEditor(note, soft_wrap=True, theme="css", tab_behavior="indent")
        self._status = StatusLine(Status(message=RULES))

    def compose(self) -> ComposeResult:
        """Lay out the head, the editor and the rules."""
        with Vertical():
            yield self._head
            yield self._editor
            yield self._status

    def on_mount(self) -> None:
        """Go on where the note ends."""
        self._editor.cursor_blink = False
        self._editor.move_cursor(self._editor.document.end)
        # At once, where focus() would let keys that are typed ahead pass by.
        self.set_focus(self._editor)

    def take_typed_ahead(self, event: events.Key) -> bool:
        """Take what the editor itself never lets pass, so that no key comes by twice."""
        is_taken = event.is_printable or event.key == "enter" or event.key in ENDING_KEYS
        if is_taken:
            self._editor.post_message(events.Key(event.key, event.character))
        return is_taken

    @property
    def is_changed(self) -> bool:
        """Whether the editor holds another note than it was opened with."""
        return self._editor.text != self._note

    def on_text_area_changed(self) -> None:
        """Forget the first Escape once writing goes on."""
        self._warn(is_warned=False)

    def on_note_editor_ended(self, message: NoteEditor.Ended) -> None:
        """Keep the note, or leave it."""
        if message.is_kept:
            self._keep()
        else:
            self._leave()

    def _keep(self) -> None:
        if not self.is_changed:
            self.dismiss(None)
            return
        try:
            said = self._save(self._editor.text)
        except ReaderError as error:
            self._status.show(Status(message=str(error), is_error=True))
        else:
            self.dismiss(said)

    def _leave(self) -> None:
        """Leave it as it was; a changed note only when that is asked for twice."""
        if self.is_changed and not self._is_warned:
            self._warn(is_warned=True)
        else:
            self.dismiss(None)

    def _warn(self, *, is_warned: bool) -> None:
        self._is_warned = is_warned
        self._status.show(Status(message=SECOND_ESCAPE if is_warned else RULES, is_error=is_warned))
