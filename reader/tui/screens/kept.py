"""Everything kept in the library: chosen, changed, handed on, and the way to its places."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.domain.mark import Bookmark
from reader.errors import ReaderError
from reader.tui.action_table import Pane
from reader.tui.rows import RowList
from reader.tui.screens.annotating import Annotating, InHand
from reader.tui.screens.exporting import ask_where
from reader.tui.screens.kept_lost import KeptLost
from reader.tui.status import Status

if TYPE_CHECKING:
    from reader.tui.screens.card import CardLeft

_HANDLED = "note tag label status copy_quote cite pipe".split()
_ON_BOOKMARKS = frozenset(
    {*_HANDLED, "jump", "drop", "card_of_chosen", "choose_kept", "choose_kept_range", "export"}
)
"""The actions that need a row to act on."""

_ON_THE_CARD = {name: name for name in _HANDLED} | {"keep": "drop"}
"""What the card's keys do here: the one that lets go has another name."""


class KeptScreen(KeptLost, Annotating[Bookmark | None]):
    """Dismissed with the bookmark whose place is to be shown, or None."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if action in _ON_BOOKMARKS:
            return self.kept.selected is not None and not self.is_asking
        return super().check_action(action, parameters)

    # Choosing

    def action_choose_kept(self) -> None:
        """Choose the quotation, or not, and go on to the next."""
        if self.kept.selected is not None:
            self.chosen ^= {self.kept.selected.id}
            self.memory.last_chosen = self.kept.selected.id
            self.kept.refresh_row(self.kept.cursor)
            self._move(1)

    def action_choose_kept_range(self) -> None:
        """Choose everything from the one last chosen to here; where that is not shown, only what is here."""
        here = self.kept.cursor
        first, last = sorted((self._nearest_last_chosen(here), here))
        rows = self.kept.rows[first : last + 1]
        self.chosen |= {self.index.bookmarks[row].id for row in rows if isinstance(row, int)}
        self.kept.refresh()
        self.update()

    def _nearest_last_chosen(self, here: int) -> int:
        """Return the row of the one last chosen, the nearest of several; ``here`` when it has none."""
        last = self.memory.last_chosen
        position = self.index.position_of(last) if last in self.chosen else None
        rows = (row for row, shown in enumerate(self.kept.rows) if shown == position)
        return min(rows, key=lambda row: abs(row - here), default=here)

    def targets(self) -> list[Bookmark]:
        """Return what the keys act on, in the list's order: what is chosen and shown, else the current one.

        What a filter hides is never acted on; where that is all, nothing is, and it says so.
        """
        if not self.chosen:
            return [self.kept.selected] if self.kept.selected else []
        targets = self.chosen_here()
        if not targets:
            self.say("Nothing was done: none of what is chosen is shown here.")
        return targets

    # Doing

    def action_close(self) -> None:
        """Choose nothing any more, else end the filter, else go back."""
        if self.chosen:
            self.chosen.clear()
            self.kept.refresh()
            self.update()
        elif self.is_narrowed:
            self.show_everything()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back."""
        self._remember()
        self.dismiss(None)

    def action_put_kept_away(self) -> None:
        """Go back, by the key that led here."""
        self.action_leave()

    def action_jump(self) -> None:
        """Leave with the quotation whose place is to be shown."""
        self._remember()
        self.dismiss(self.kept.selected)

    def _remember(self) -> None:
        self.memory.view = self.view
        self.memory.bookmark_id = self._selected_id
        self.memory.top = self.kept.top

    def action_drop(self) -> None:
        """Let what is chosen go."""
        ids = [bookmark.id for bookmark in self.targets()]
        if ids and self.may_write():
            self.attempt(lambda: self.desk.drop_all(ids))

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.may_write():
            self.attempt(self.undone)

    def action_redo(self) -> None:
        """Do what was undone again."""
        if self.may_write():
            self.attempt(self.desk.redo)

    def show_changes(self) -> None:
        """Draw what is kept as it is now."""
        self.reload()

    def attempt(self, change: Callable[[], str]) -> None:
        """Make a change, show what came of it, and tell what it said or why it could not be made."""
        try:
            said = change()
        except ReaderError as error:
            self.reload()
            self.status.show(Status(message=str(error), is_error=True))
        else:
            self.reload()
            self.say(said)

    def in_hand(self) -> InHand | None:
        """Return what is chosen, else the current quotation."""
        bookmarks = self.targets()
        if not bookmarks:
            return None
        first, ids = bookmarks[0], [bookmark.id for bookmark in bookmarks]
        return InHand(first.text, tuple(bookmarks), lambda _: ids, first.article, first.anchor)

    def rows_of_hand(self, hand: InHand, covered: int) -> range:
        """Return the rows of the screen that the current quotation takes; the list stays where it is."""
        top = self.kept.region.y + self.kept.cursor_offset.y
        return range(top, top + self.kept.ROW_HEIGHT)

    async def action_note(self) -> None:
        """Write the current quotation's note; a note is of one."""
        if self._is_one("A note is of"):
            await super().action_note()

    def _is_one(self, what: str) -> bool:
        if len(self.chosen_here()) > 1:
            self.say(f"{what} one quotation; choose none or one.")
        return len(self.chosen_here()) <= 1

    def action_copy_quote(self) -> None:
        """Copy what is chosen, each with its speaker."""
        bookmarks = self.targets()
        if bookmarks:
            from reader.tui.clipboard import copy

            copy(self, "\n\n".join(map(self.desk.bookmark_text, bookmarks)))

    def action_cite(self) -> None:
        """Copy what is chosen, each with its citation in the style of the settings."""
        bookmarks = self.targets()
        if bookmarks:
            from reader.desk.exporting import cite_bookmark
            from reader.tui.clipboard import copy

            style = self.settings.citation_style
            citations = (cite_bookmark(self.desk, bookmark, style) for bookmark in bookmarks)
            copy(self, "\n\n".join(citations))

    def action_pipe(self) -> None:
        """Hand the current quotation as JSON to the program of the settings."""
        bookmarks = self.targets() if self._is_one("The program gets") else []
        if bookmarks:
            from reader.desk.documents import bookmark_document
            from reader.tui.piping import pipe

            pipe(self, self.settings.pipe, bookmark_document(bookmarks[0]))

    async def action_export(self) -> None:
        """Write what is chosen to a file, else all that is shown."""
        self.take_in_all()
        kept = self.index.bookmarks
        shown = self.targets() if self.chosen else [kept[number] for number in self.positions()]
        if shown:
            await ask_where(self, self.desk, shown)

    def action_card_of_chosen(self) -> None:
        """Show all there is to say of the current quotation."""
        bookmarks = self.targets() if self._is_one("A card is of") else []
        if bookmarks:
            from reader.desk.card import card_of_bookmark
            from reader.tui.screens.card import CardScreen

            card = card_of_bookmark(self.desk, bookmarks[0])
            self.app.push_screen(CardScreen(self.desk, card, self.keymap, _ON_THE_CARD), self._card_left)

    async def _card_left(self, left: CardLeft | None) -> None:
        if left is None:
            return
        if left.text:
            from reader.tui.clipboard import copy

            copy(self, left.text)
        elif left.action:
            await self.run_action(_ON_THE_CARD[left.action])

    def action_palette(self) -> None:
        """Find what can be done here by its words."""
        from reader.tui.screens.commands import open_rows_palette

        open_rows_palette(self)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(Pane.KEPT, self.keymap))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Show the place of the quotation that was clicked twice."""
        self.action_jump()
