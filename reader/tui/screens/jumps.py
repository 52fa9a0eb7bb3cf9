"""Jumping to places far away, and back: kept quotations, marks, the list of jumps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property

from reader.domain.anchor import Anchor
from reader.domain.mark import Bookmark
from reader.tui.action_table import Pane
from reader.tui.jump_list import Jump, JumpList
from reader.tui.page.pointing import View
from reader.tui.page.selection import Selection
from reader.tui.screens.sequences import Sequences


class Jumps(Sequences):
    """The actions that leave a place and those that return to one."""

    @cached_property
    def jumps(self) -> JumpList:
        """Where jumps began."""
        return JumpList()

    def here(self) -> Jump | None:
        """What is on the page, for the list of jumps."""
        return Jump(self.reading.article.head.id, self.page.view) if self.reading is not None else None

    def remember_jump(self) -> None:
        """Remember this place before a jump leaves it, to be returned to."""
        self.remember_jump_from(self.page.view)

    def remember_jump_from(self, view: View) -> None:
        """Remember what was on the page before a jump that has been made."""
        if self.reading is not None and self.active_pane is not Pane.LIST:
            self.jumps.leave(Jump(self.reading.article.head.id, view))

    def can_jump_back(self) -> bool:
        """A jump must lie behind."""
        return self.jumps.can_go_back

    def can_jump_forward(self) -> bool:
        """One must have gone back."""
        return self.jumps.can_go_forward

    def action_jump_back(self) -> None:
        """Go back to where the last jump began."""
        here = self.here()
        if here is not None:
            self._return_to(self.jumps.back(here))

    def action_jump_forward(self) -> None:
        """Go forward again."""
        here = self.here()
        if here is not None:
            self._return_to(self.jumps.forward(here))

    def _return_to(self, jump: Jump | None) -> None:
        if jump is None:
            self.say("There is no other place to go to.")
            return
        shown = self.reading
        if shown is None or shown.article.head.id != jump.article:
            if self.desk.row_of(jump.article) is None:
                self.say("The article of that place is no longer in the library.")
                return
            self._show_article(jump.article)
        self.activate(Pane.PAGE)
        self._return_to_view(jump.view)

    def _return_to_view(self, view: View) -> None:
        is_there = self.reading is not None and view.position < len(self.reading.article.text)
        if not is_there and self.await_rest(lambda: self._return_to_view(view)):
            return
        self.page.return_to(view)
        self.update()

    def _show_article(self, article: str) -> None:
        """Show an article of the whole library; of a long one it may be the beginning."""
        self.leave_article()
        self.uncover(article)
        self._preview()

    # Kept quotations

    def jump_to(self, bookmark: Bookmark) -> None:
        """Show a kept quotation in its article (called when the kept quotes are left with Enter)."""
        if self.desk.row_of(bookmark.article) is None:
            self.say(f"“{bookmark.title}” is no longer in the library; the quotation stays kept.")
            return
        self.remember_jump()
        self._show_article(bookmark.article)
        self.activate(Pane.PAGE)
        self.go_to_kept(bookmark)

    def go_to_kept(self, bookmark: Bookmark) -> None:
        """Show the words of a bookmark of the article on the page, once they are there."""
        if self._has_shown(bookmark):
            self.update()
        elif not self.await_rest(lambda: self.go_to_kept(bookmark)):
            self.say("The article has changed: these words are no longer in it; the quotation stays kept.")

    def _has_shown(self, bookmark: Bookmark) -> bool:
        if self.reading is None:
            return not self.is_rest_coming
        kept = self.desk.kept(self.reading)
        index = kept.index_of(bookmark)
        span = kept.span_of(bookmark)
        if index >= 0:
            self.page.select(index)
        elif span is not None:
            self.page.go_to(span)
            self.page.show_selection(Selection(span.start, span.end - 1))
        return index >= 0 or span is not None

    # Marks

    def can_set_mark(self) -> bool:
        """There must be text."""
        return self.reading is not None

    can_go_to_mark = can_set_mark

    def letter_takers(self) -> Mapping[str, Callable[[str], None]]:
        """Return what to do with the letter of a mark."""
        return {
            **super().letter_takers(),
            "set_mark": self._set_mark,
            "go_to_mark": self._go_to_mark,
        }

    def action_set_mark(self) -> None:
        """Wait for a letter to mark this place with."""
        if self.may_write():
            self.await_letter("set_mark", "Mark this place: type a letter.")

    def action_go_to_mark(self) -> None:
        """Wait for the letter of a mark."""
        letters = ", ".join(letter for letter, _ in self._marks())
        said = f"Go to a mark: {letters}." if letters else "No mark in this article yet."
        self.await_letter("go_to_mark", f"{said} The same key again goes back.")

    def _marks(self) -> tuple[tuple[str, Anchor], ...]:
        return self.desk.mark(self.reading.article.head.id).letters if self.reading is not None else ()

    def _set_mark(self, letter: str) -> None:
        if not letter.isalpha() or self.reading is None:
            self.say("A mark is a letter.")
            return
        reading, place = self.reading, self.page.caret
        self.attempt(lambda: self.desk.set_letter(reading, letter, place))

    def _go_to_mark(self, letter: str) -> None:
        if not letter.isalpha():
            self.action_jump_back()
            return
        anchor = dict(self._marks()).get(letter)
        if anchor is None:
            self.say(f"No mark {letter} in this article.")
            return
        self._go_to_anchor(anchor)

    def _go_to_anchor(self, anchor: Anchor) -> None:
        """Go to a marked place, wherever its words are now; without them to where they stood."""
        if self.reading is None:
            return
        spans = self.desk.place(self.reading, anchor).spans
        start = (spans or anchor.spans)[0].start
        is_there = spans and start < len(self.reading.article.text)
        if not is_there and self.await_rest(lambda: self._go_to_anchor(anchor)):
            return
        self.remember_jump()
        self.page.show_from_place(start)
        self.update()
        if not spans:
            self.say("The article has changed: the words marked are gone; this is where they stood.")
