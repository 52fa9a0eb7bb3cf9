"""What the places of the conversation have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from reader.desk.desk import Desk
from reader.errors import ReaderError
from reader.plain.commands import Place, help_lines, understand
from reader.plain.note_lines import NoteLines
from reader.plain.wording import shortened

Say = Callable[[str], None]


class Room:
    """A place of the conversation: one method a command, ``do_`` and its id, that says what it has to say.

    Each returns the room the conversation goes on in, None to leave.
    """

    place: Place
    writing: NoteLines | None = None
    """The note that lines go to until it ends."""

    def __init__(self, desk: Desk, say: Say) -> None:
        self.desk = desk
        self.say = say

    @abstractmethod
    def enter(self) -> None:
        """Say where one is on coming in."""

    def answer(self, line: str) -> Room | None:
        """Do what a line asks for; an error is said and nothing else happens."""
        if self.writing is not None:
            if not self.writing.take(line):
                self.end_writing()
            return self
        asked = understand(line, self.place)
        if asked is None:
            self.say(f"“{shortened(line.strip())}” means nothing here; ? says what does.")
            return self
        method: Callable[[str], Room | None] = getattr(self, f"do_{asked.command.id}")
        try:
            return method(asked.argument)
        except ReaderError as error:
            self.say(str(error))
            return self

    def end_writing(self) -> None:
        """Save the note being written, if one is; one that is refused can be written again."""
        note, self.writing = self.writing, None
        if note is not None:
            try:
                self.say(note.save())
            except ReaderError as error:
                self.say(str(error))

    def may_write(self) -> bool:
        """Tell whether changes can be made; if not, say who has the store."""
        refusal = self.desk.read_only_sentence
        if refusal:
            self.say(refusal)
        return not refusal

    def changed(self) -> None:
        """Look again at what a change may have altered."""

    def do_undo(self, _argument: str) -> Room | None:
        """Take the last change back."""
        return self._go_through_changes(self.desk.undo)

    def do_redo(self, _argument: str) -> Room | None:
        """Do what was taken back again."""
        return self._go_through_changes(self.desk.redo)

    def _go_through_changes(self, step: Callable[[], str]) -> Room | None:
        if self.may_write():
            said = step()
            self.changed()
            self.say(said)
        return self

    def do_help(self, _argument: str) -> Room | None:
        """Say what can be asked for here."""
        for line in help_lines(self.place):
            self.say(line)
        return self

    def do_quit(self, _argument: str) -> Room | None:
        """Leave Pullquote."""
        return None

    do_quit_now = do_quit


def as_number(argument: str) -> int:
    """Return a typed number, too large a one as the largest there is a use for."""
    digits = argument.removesuffix("%").strip()
    return int(digits) if len(digits) < 10 else 10**9
