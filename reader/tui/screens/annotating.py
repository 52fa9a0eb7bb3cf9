"""Writing on what is kept: a note, tags, a label; the same on every screen that has quotations in hand."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.domain.anchor import Anchor
from reader.domain.article import ArticleId
from reader.domain.mark import STATUSES, Bookmark
from reader.tui.actions import Keymap
from reader.tui.question import Question
from reader.tui.screens.asking import Answers, Result
from reader.tui.screens.changing import Changing
from reader.values import NamedTuple


class InHand(NamedTuple):
    """What the keys act on: its words, what of it is kept already, and how the rest is kept first.

    ``keep`` keeps what is not kept yet under a label (None: the usual one) and returns the ids of all.
    ``article`` and ``anchor`` are the place of the words, of the first where there are several.
    """

    words: str
    kept: tuple[Bookmark, ...]
    keep: Callable[[str | None], Sequence[str]]
    article: ArticleId
    anchor: Anchor


class Annotating(Changing[Result]):
    """The actions that write on quotations; whatever is written on is kept by that."""

    keymap: Keymap

    if TYPE_CHECKING:  # the screen has them; here they would stand before its own

        @abstractmethod
        def in_hand(self) -> InHand | None:
            """Return what the keys act on, None when there is nothing; it says so itself."""

        @abstractmethod
        def rows_of_hand(self, hand: InHand, covered: int) -> range:
            """Return the screen's rows with the words in hand, off the ``covered`` last if they can be."""

        @abstractmethod
        def show_changes(self) -> None:
            """Draw what is kept as it is now."""

        @abstractmethod
        def attempt(self, change: Callable[[], str]) -> None:
            """Make a change, show what came of it, and tell what it said or why it could not be made."""

    def undone(self) -> str:
        """Take the last change back and say what it was, with the key that does it again."""
        repeats = self.keymap.sentence("redo", "does it again") if self.desk.can_undo else ""
        said = self.desk.undo()
        return f"{said} {repeats}." if repeats else said

    async def action_note(self) -> None:
        """Write a note on the quotation."""
        hand = self.in_hand() if self.may_write() else None
        if hand is None:
            return
        from reader.tui.screens.note import NoteScreen, editor_rows

        rows = editor_rows(self.size.height)
        words = self.rows_of_hand(hand, rows)
        note = hand.kept[0].note if hand.kept else ""
        draft = self.desk.draft_on(hand.article, hand.anchor)

        def save(text: str) -> str:
            with self.desk.one_step():
                return self.desk.set_note(hand.keep(None)[0], text)

        def save_draft(text: str | None) -> None:
            self.desk.save_draft(hand.article, hand.anchor, text)

        screen = NoteScreen(hand.words, note, draft.text if draft else note, save, save_draft)
        screen.leave_free(words)
        # Awaited, so that no key typed ahead is answered before the editor is there to take it.
        await self.app.push_screen(screen, self._note_left)

    def _note_left(self, said: str | None) -> None:
        self.show_changes()
        if said is not None:
            self.say(said)

    async def action_tag(self) -> None:
        """Ask for tags; of one quotation its own stand in the line, to several what is typed is added."""
        hand = self.in_hand() if self.may_write() else None
        if hand is None:
            return
        own = hand.kept[0].tags if len(hand.kept) == 1 else ()

        def retag(line: str) -> str | None:
            added, removed = tags_in(line, own)
            if not added and not removed:
                return None
            with self.desk.one_step():
                said = self.desk.tag(hand.keep(None), added, removed)
            self.show_changes()
            return said

        initial = "".join(f"{tag} " for tag in own)
        await self.ask(Question.TAGS, Answers(entered=retag, initial=initial, words=self.desk.tags_in_use()))

    async def action_label(self) -> None:
        """Ask for a label: the number of one in use, or a name."""
        hand = self.in_hand() if self.may_write() else None
        if hand is None:
            return
        labels = self.desk.labels_in_use()

        def label(line: str) -> str:
            name = _numbered(line, labels) or line.strip() or labels[0]
            with self.desk.one_step():
                return self.desk.set_label(hand.keep(name), name)

        await self._ask_numbered(Question.LABEL, labels, label)

    async def action_status(self) -> None:
        """Ask how far the quotation is on its way into print."""
        hand = self.in_hand() if self.may_write() else None
        if hand is None:
            return

        def status(line: str) -> str:
            with self.desk.one_step():
                return self.desk.set_status(hand.keep(None), _numbered(line, STATUSES) or line)

        await self._ask_numbered(Question.STATUS, STATUSES, status)

    async def _ask_numbered(
        self, question: Question, names: Sequence[str], change: Callable[[str], str]
    ) -> None:
        """Ask for one of ``names``; a number alone is taken at once, where no other begins with it."""

        def entered(line: str) -> str:
            said = change(line)
            self.show_changes()
            return said

        def typed(line: str) -> None:
            if len(names) < 10 and _numbered(line, names):
                self.end_asking()
                self.attempt(lambda: change(line))

        await self.ask(question, Answers(typed=typed, entered=entered, lines=names))
        self.prompt.offer(names)


def tags_in(line: str, own: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the tags that a line adds to a person's ``own``, and those it takes off.

    Own tags that the line leaves out come off, and so do those it names with a minus.
    """
    words = line.split()
    wanted = [word for word in words if not word.startswith("-")]
    folded = {word.casefold() for word in wanted}
    known = {tag.casefold() for tag in own}
    removed = [word[1:] for word in words if word.startswith("-") and len(word) > 1]
    removed += [tag for tag in own if tag.casefold() not in folded]
    return [word for word in wanted if word.casefold() not in known], removed


def _numbered(line: str, names: Sequence[str]) -> str:
    """Return the name whose number the line is; empty when it is none."""
    return names[int(line) - 1] if line.isdecimal() and 1 <= int(line) <= len(names) else ""
