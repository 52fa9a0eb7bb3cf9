"""Writing on a quotation, in words: a note, tags, a label; what is written on is kept by that."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from reader.domain.anchor import Anchor
from reader.domain.article import ArticleId
from reader.domain.mark import Bookmark
from reader.plain.note_lines import NoteLines
from reader.plain.room import Room
from reader.values import NamedTuple


class InHand(NamedTuple):
    """What is written on: its name, what is kept of it, what keeps it and returns the id, where."""

    words: str
    kept: Bookmark | None
    keep: Callable[[], str]
    article: ArticleId
    anchor: Anchor


class Annotating(Room):
    """Notes, tags and labels, in an article and among what is kept."""

    @abstractmethod
    def in_hand(self) -> InHand | None:
        """Return what is to be written on, None when there is nothing; it says so itself."""

    def _to_write_on(self) -> InHand | None:
        return self.in_hand() if self.may_write() else None

    def do_note(self, _argument: str) -> Room | None:
        """Ask for the lines of a note."""
        hand = self._to_write_on()
        if hand is None:
            return self
        draft = self.desk.draft_on(hand.article, hand.anchor)
        begun = draft.text if draft is not None else ""
        note = hand.kept.note if hand.kept is not None else ""
        if begun:
            self._say_lines("You had not finished this note, and go on after it:", begun)
        elif note:
            self._say_lines("The note now:", note)
        self.say(f"Type the note on {hand.words}, as many lines as you like.")
        self.say("A line with a single dot keeps it, one with a single minus gives it up.")
        self.writing = NoteLines(
            lambda note: self._made(lambda: self.desk.set_note(hand.keep(), note)),
            lambda text: self.desk.save_draft(hand.article, hand.anchor, text),
            begun,
        )
        return self

    def _say_lines(self, before: str, note: str) -> None:
        for line in (before, *note.split("\n")):
            self.say(line)

    def do_tag(self, line: str) -> Room | None:
        """Put tags on the quotation, and take off those with a minus before them."""
        hand = self._to_write_on()
        if hand is None:
            return self
        words = line.split()
        added = [word for word in words if not word.startswith("-")]
        removed = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
        if added or removed:
            self.say(self._made(lambda: self.desk.tag([hand.keep()], added, removed)))
        else:
            own = " ".join(f"#{tag}" for tag in hand.kept.tags) if hand.kept else ""
            self.say(f"Tags: {own}." if own else "No tags.")
            self.say("t TAG puts one on, t -TAG takes it off; several with a space between them.")
        return self

    def do_label(self, name: str) -> Room | None:
        """Give the quotation a label, or take it away."""
        hand = self._to_write_on()
        if hand is None:
            return self
        if name:
            label = "" if name == "-" else name
            self.say(self._made(lambda: self.desk.set_label([hand.keep()], label)))
        else:
            own = hand.kept.label if hand.kept else ""
            self.say(f"Label: {own}." if own else "No label.")
            labels = ", ".join(self.desk.labels_in_use())
            self.say(f"H NAME gives one, a new one or one of these: {labels}. H - takes it away.")
        return self

    def _made(self, change: Callable[[], str]) -> str:
        with self.desk.one_step():
            said = change()
        self.changed()
        return said
