"""The screen one reads on: what each key does to the list, the page and the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from reader.desk.reading import Reading
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation
from reader.errors import ReaderError
from reader.tui.actions import ACTIONS, Pane, bindings_of
from reader.tui.browser import open_address
from reader.tui.prompt import Prompt, Question, unquoted
from reader.tui.rows import RowList
from reader.tui.screens.moving import MovingPanes

if TYPE_CHECKING:
    from textual.widgets import Input

_PANES = {action.id: action.panes for action in ACTIONS}


class ReadingScreen(MovingPanes):
    """One method an action of the table; keys that mean nothing now do nothing and are not offered."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(Pane.LIST, Pane.PAGE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Tell whether an action belongs to the pane in use and would do something now."""
        if action not in _PANES:
            return True
        if self.active_pane not in _PANES[action] or self.has_class("-asking"):
            return False
        possible = getattr(self, f"can_{action}", None)
        return bool(possible()) if possible is not None else True

    # Articles

    def can_toggle_read(self) -> bool:
        """An article must be there to be marked."""
        return self.head is not None

    def action_toggle_read(self) -> None:
        """Mark the article as read, or as unread."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.toggle_read(head))

    def can_star(self) -> bool:
        """An article must be there to be starred."""
        return self.head is not None

    def action_star(self) -> None:
        """Star the article, or take the star off."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.toggle_star(head))

    def can_filter(self) -> bool:
        """Without an article there is nothing to look through."""
        return bool(self.desk.heads)

    async def action_filter(self) -> None:
        """Ask for words."""
        self.selected_before_filter = self.head.id if self.head else ""
        await self._ask(Question.FILTER)

    async def action_add(self) -> None:
        """Ask for a path."""
        if self.may_write():
            await self._ask(Question.ADD)

    def can_remove(self) -> bool:
        """The bundled pieces stay."""
        return self.head is not None and not self.head.is_bundled

    def action_remove(self) -> None:
        """Move the article to the trash."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self._then_reload(self.desk.remove(head)))

    def action_rescan(self) -> None:
        """Take in files dropped into the library folder."""
        self.say("Looking through the library folder …")
        self._is_look_asked_for = True
        self.look_again()

    def can_browse(self) -> bool:
        """The article must have an address."""
        return self.head is not None and bool(self.head.url)

    def action_browse(self) -> None:
        """Open the article's address."""
        if self.head is not None and self.head.url:
            self.say(open_address(self.head.url))

    def can_unfold(self) -> bool:
        """There must be something folded."""
        return self.page.has_folded

    def action_unfold(self) -> None:
        """Unfold the related lines, or fold them."""
        self.page.toggle_related()
        self.update()

    def action_reported(self) -> None:
        """Show what is reported without marks too, or hide it."""
        self.shows_reported = not self.shows_reported
        reported = self.desk.reported(self.reading) if self.shows_reported and self.reading else ()
        self.page.show_reported(reported)
        count = f"{len(reported)} shown" if self.shows_reported else "hidden"
        self.say(f"Reported speech: {count}.")

    def action_copy_article(self) -> None:
        """Copy the article's title and address."""
        if self.head is not None:
            self.app.copy_to_clipboard(" ".join(filter(None, [self.head.title, self.head.url])))
            what = "Title and address" if self.head.url else "Title"
            self.say(f"{what} sent to the terminal's clipboard.")

    # Quotations

    def can_next_quote(self) -> bool:
        """There must be a quotation."""
        return self.reading is not None and bool(self.reading.quotations)

    can_previous_quote = can_keep = can_copy_quote = can_next_quote

    def action_next_quote(self) -> None:
        """Go to the next quotation."""
        self.page.step_quotation(1)
        self.update()

    def action_previous_quote(self) -> None:
        """Go to the quotation before."""
        self.page.step_quotation(-1)
        self.update()

    def action_keep(self) -> None:
        """Keep the current quotation, or let it go again."""
        found = self._current()
        if found is not None and self.may_write():
            reading, quotation = found
            if not reading.is_whole:
                self.say("One moment: the rest of the article is still being read.")
                return
            self.attempt(lambda: self.desk.toggle_kept(reading, quotation))

    def action_copy_quote(self) -> None:
        """Copy the quotation with its speaker."""
        found = self._current()
        if found is not None:
            self.app.copy_to_clipboard(self.desk.quotation_text(*found))
            self.say("Quotation and speaker sent to the terminal's clipboard.")

    def _current(self) -> tuple[Reading, Quotation] | None:
        """The current quotation, or the first on the screen, which becomes current."""
        if self.page.current_quotation is None:
            visible = self.page.first_visible_quotation()
            if visible < 0:
                self.say("No quotation on the screen: ] goes to the next one.")
                return None
            self.page.select(visible)
        assert self.reading is not None  # noqa: S101 - a quotation has an article
        assert self.page.current_quotation is not None  # noqa: S101 - selected above
        return self.reading, self.page.current_quotation

    def action_kept(self) -> None:
        """Show all kept quotations."""
        from reader.tui.screens.kept import KeptScreen

        self.leave_article()
        self.app.push_screen(KeptScreen(self.desk), self._kept_left)

    def _kept_left(self, bookmark: Bookmark | None) -> None:
        self.show_changes()
        self.articles.refresh()
        self.reload_heads()
        self.update()
        if bookmark is not None:
            self.jump_to(bookmark)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.active_pane))

    # Undo and leaving

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.may_write():
            self.attempt(lambda: self._then_reload(self.desk.undo()))
            self.articles.refresh()

    def _then_reload(self, said: str) -> str:
        """Show the list as a change has left it, before its word is said."""
        self.reload_heads()
        return said

    def action_quit(self) -> None:
        """Leave Pullquote."""
        self.leave_article()
        self.save_interface()
        self.app.exit()

    # The prompt

    async def _ask(self, question: Question) -> None:
        if not self.prompt.is_attached:
            await self.mount(self.prompt)
        self.add_class("-asking")
        self.prompt.ask(question)

    def _end_asking(self) -> None:
        self.remove_class("-asking")
        self.prompt.disabled = True
        self.set_focus(None)
        self.update()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as typed."""
        if self.has_class("-asking") and self.prompt.question is Question.FILTER:
            self.filter(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter, or add the file; a path that cannot be added stays to be mended."""
        if self.prompt.question is Question.ADD and event.value.strip():
            try:
                said = self._add(event.value)
            except ReaderError as error:
                self.prompt.refuse(str(error))
            else:
                self._end_asking()
                self.say(said)
        else:
            self._end_asking()

    def _add(self, path: str) -> str:
        from reader.desk.sources import Overrides, read_source

        said = self.desk.add(read_source(unquoted(path)), Overrides())
        self.filter_words = ""
        self.show_heads(self.desk.heads, self.desk.row_of(self.desk.last_added or "") or 0)
        return said

    def on_prompt_cancelled(self, message: Prompt.Cancelled) -> None:
        """End the filter and leave the prompt."""
        self._end_asking()
        if self.prompt.question is Question.FILTER:
            self.filter("")

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the article whose row was clicked twice."""
        self.action_open()
