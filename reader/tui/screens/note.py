"""The small editor a note is written in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

from reader.errors import ReaderError
from reader.tui.cells import cut
from reader.tui.inks import inks
from reader.tui.status import Status, StatusLine

RULES = "Ctrl-S keeps the note · Esc leaves"
DRAFT_RULES = "You had not finished this note · Ctrl-S keeps it · Esc leaves"
SAVING_KEY = "ctrl+s"
ENDING_KEYS = frozenset({SAVING_KEY, "escape"})
DRAFT_SECONDS = 1.0
"""What is typed is saved after so long, and after as much again for every 100,000 characters of it."""
SECOND_ESCAPE = "The note has changed: Esc again leaves without it · Ctrl-S keeps it"


def editor_rows(height: int) -> int:
    """Return how many rows of a screen a note takes: less than half, of a small one no less than six."""
    return max(6, min(16, height * 45 // 100))


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


class NoteScreen(ModalScreen[str | None]):
    """Asks for a note of several lines; dismissed with what ``save`` said of it, None when nothing changed.

    A note that ``save`` refuses with a ReaderError stays in the editor, with the reason below it. What is
    typed is handed to ``save_draft`` as it grows, and None when it was kept or given up: ``draft`` is how
    far the note had come when writing ended without either, else the note.
    """

    # What is written is saved as the app ends, so it may be left from here as from anywhere.
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit_now", show=False)]

    _has_ended = False

    DEFAULT_CSS = """
    NoteScreen {
        align: center bottom;
        background: $background 30%;
    }

    NoteScreen Vertical {
        background: $panel;
    }

    NoteScreen TextArea, NoteScreen TextArea:focus {
        height: 1fr;
        border: none;
        padding: 0 1;
        background: $surface;
    }
    """

    def __init__(
        self,
        words: str,
        note: str,
        draft: str,
        save: Callable[[str], str],
        save_draft: Callable[[str | None], None],
    ) -> None:
        super().__init__()
        self._note = note
        self._draft = self._saved_draft = draft
        self._save = save
        self._save_draft = save_draft
        self._draft_timer: Timer | None = None
        self._rules = RULES if draft == note else DRAFT_RULES
        self._is_warned = False
        self._words = range(0)
        self._box = Vertical()
        self._head = NoteHead(words)
        self._editor = NoteEditor(note, soft_wrap=True, theme="css", tab_behavior="indent")
        self._status = StatusLine(Status(message=self._rules))

    def compose(self) -> ComposeResult:
        """Lay out the head, the editor and the rules."""
        with self._box:
            yield self._head
            yield self._editor
            yield self._status

    def leave_free(self, words: range) -> None:
        """Stand at the foot of the screen, or at its top where that hides less of these rows."""
        self._words = words

    def _place(self) -> None:
        height, rows = self.app.size.height, editor_rows(self.app.size.height)
        below = len(range(max(self._words.start, height - rows), self._words.stop))
        above = len(range(self._words.start, min(self._words.stop, rows)))
        self._box.styles.height = rows
        self.styles.align_vertical = "top" if above < below else "bottom"

    def on_resize(self) -> None:
        """Take as much of the screen as belongs to a note."""
        self._place()

    def on_mount(self) -> None:
        """Go on where the note ends."""
        self._place()
        self._editor.cursor_blink = False
        if self._draft != self._note:
            # As an edit, so that the editor's own undo shows the note as it is kept.
            self._editor.replace(self._draft, (0, 0), self._editor.document.end)
        self._editor.move_cursor(self._editor.document.end)
        # At once, where focus() would let keys that are typed ahead pass by.
        self.set_focus(self._editor)

    def take_key(self, key: str, character: str | None) -> bool:
        """Take what the editor itself never lets pass, so that no key comes by twice."""
        event = events.Key(key, character)
        is_taken = event.is_printable or key == "enter" or key in ENDING_KEYS
        if is_taken:
            self._editor.post_message(event)
        return is_taken

    @property
    def is_changed(self) -> bool:
        """Whether the editor holds another note than it was opened with."""
        return self._editor.text != self._note

    def on_text_area_changed(self) -> None:
        """Forget the first Escape once writing goes on, and save what is written before long."""
        self._warn(is_warned=False)
        if self._draft_timer is None and self.is_attached:
            seconds = DRAFT_SECONDS * (1 + len(self._editor.text) / 100_000)
            self._draft_timer = self.set_timer(seconds, self._write_draft)

    def on_note_editor_ended(self, message: NoteEditor.Ended) -> None:
        """Keep the note, or leave it; a key that comes behind the one that did so is too late."""
        if self._has_ended:
            return
        if message.is_kept:
            self._keep()
        else:
            self._leave()

    def _write_draft(self) -> None:
        """Save how far the note has come, unless that is saved already."""
        self._draft_timer = None
        text = self._editor.text
        if text != self._saved_draft:
            try:
                self._save_draft(text if self.is_changed else None)
            except ReaderError as error:
                self._status.show(Status(message=str(error), is_error=True))
            else:
                self._saved_draft = text

    def _end(self, said: str | None) -> None:
        """Leave, and forget the draft; what is written by then is kept or was given up."""
        if self._draft_timer is not None:
            self._draft_timer.stop()
        self._has_ended = True
        if self._saved_draft != self._note:
            with suppress(ReaderError):  # then the draft is offered once more
                self._save_draft(None)
        self.dismiss(said)

    def on_unmount(self) -> None:
        """Save the draft when the app ends under the editor."""
        if not self._has_ended:
            self._write_draft()

    def _keep(self) -> None:
        if not self.is_changed:
            self._end(None)
            return
        try:
            said = self._save(self._editor.text)
        except ReaderError as error:
            self._status.show(Status(message=str(error), is_error=True))
        else:
            self._end(said)

    def _leave(self) -> None:
        """Leave it as it was; a changed note only when that is asked for twice."""
        if self.is_changed and not self._is_warned:
            self._warn(is_warned=True)
        else:
            self._end(None)

    def _warn(self, *, is_warned: bool) -> None:
        self._is_warned = is_warned
        self._status.show(Status(message=SECOND_ESCAPE if is_warned else self._rules, is_error=is_warned))
