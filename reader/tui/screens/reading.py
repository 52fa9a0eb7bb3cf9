"""The screen one reads on: what each key does to the list, the page and the desk."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from reader.desk.reading import Reading
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation
from reader.settings import MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH
from reader.tui.actions import ACTIONS, Pane, bindings_of
from reader.tui.browser import open_address
from reader.tui.prompt import Prompt, Question
from reader.tui.rows import RowList
from reader.tui.screens.panes import ReadingPanes

_PANES = {action.id: action.panes for action in ACTIONS}
COLUMN_STEP = 4
LIST_STEP = 4
MIN_LIST_WIDTH = 20
MIN_PAGE_WIDTH = 30


class ReadingScreen(ReadingPanes):
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

    # Moving

    def action_down(self) -> None:
        """Move down a row or a line."""
        self._step(1)

    def action_up(self) -> None:
        """Move up a row or a line."""
        self._step(-1)

    def _step(self, distance: int) -> None:
        if self.active_pane is Pane.PAGE:
            self.page.scroll_lines(distance)
            self.update()
        else:
            self.go_to_row(self.articles.cursor + distance)

    def action_page_down(self) -> None:
        """Turn a page; at the end, go to the next unread article."""
        if self.page.is_at_end and self.reading is not None:
            self._read_on()
        else:
            self._turn(1)

    def action_list_page_down(self) -> None:
        """Move a page of rows down."""
        self._turn(1)

    def action_page_up(self) -> None:
        """Turn a page back."""
        self._turn(-1)

    def action_half_down(self) -> None:
        """Move half a page down."""
        self._turn(0.5)

    def action_half_up(self) -> None:
        """Move half a page up."""
        self._turn(-0.5)

    def _turn(self, pages: float) -> None:
        if self.active_pane is Pane.PAGE:
            self.page.scroll_pages(pages)
            self.update()
        else:
            self.articles.move_pages(pages)
            self.go_to_row(self.articles.cursor)

    def action_top(self) -> None:
        """Go to the first row or line."""
        if self.active_pane is Pane.PAGE:
            self.page.scroll_to_top()
            self.update()
        else:
            self.go_to_row(0)

    def action_bottom(self) -> None:
        """Go to the last row or line."""
        if self.active_pane is Pane.PAGE:
            self.page.scroll_to_bottom()
            self.update()
        else:
            self.go_to_row(self.articles.row_count - 1)

    def action_next_article(self) -> None:
        """Go to the next article of the list."""
        self.go_to_row(self.articles.cursor + 1)

    def action_previous_article(self) -> None:
        """Go to the article before."""
        self.go_to_row(self.articles.cursor - 1)

    def action_next_unread(self) -> None:
        """Go to the next unread article."""
        self._go_to_unread(1)

    def action_previous_unread(self) -> None:
        """Go to the unread article before."""
        self._go_to_unread(-1)

    def _go_to_unread(self, step: int) -> bool:
        rows = range(self.articles.cursor + step, self.articles.row_count if step > 0 else -1, step)
        row = next((row for row in rows if not self.desk.mark(self.articles.heads[row].id).is_read), None)
        if row is None:
            self.say("No unread article further down." if step > 0 else "No unread article further up.")
            return False
        self.go_to_row(row)
        return True

    def _read_on(self) -> None:
        """Finish the article, since its end was seen and the reader asks for more, and open the next."""
        assert self.reading is not None  # noqa: S101 - asked by the caller
        head = self.reading.article.head
        if self.desk.can_write and not self.desk.mark(head.id).is_read:
            self.attempt(lambda: self.desk.finish(head))
            self.articles.refresh_row(self.articles.cursor)
        self._go_to_unread(1)

    # Panes and looks

    def can_open(self) -> bool:
        """An article must be there to be opened."""
        return self.head is not None

    def action_open(self) -> None:
        """Give the keys to the page."""
        self.activate(Pane.PAGE)
        self.update()

    def action_open_space(self) -> None:
        """Open with the key that turns pages from there on."""
        self.action_open()

    def action_back(self) -> None:
        """Go back to the list; in the list, end the filter."""
        if self.active_pane is Pane.PAGE:
            self.activate(Pane.LIST)
        elif self.filter_words:
            self._filter("")
        self.update()

    def action_leave(self) -> None:
        """Go back to the list."""
        self.activate(Pane.LIST)
        self.update()

    def action_switch_pane(self) -> None:
        """Go to the other pane."""
        self.activate(Pane.LIST if self.active_pane is Pane.PAGE else Pane.PAGE)
        self.update()

    def action_zen(self) -> None:
        """Show the page alone, or bring the list back."""
        self.toggle_class("-zen")
        if self.has_class("-zen"):
            self.activate(Pane.PAGE)
        self.update()

    def action_wider(self) -> None:
        """Widen the column."""
        self._set_column(self.page.wanted_column + COLUMN_STEP)

    def action_narrower(self) -> None:
        """Narrow the column."""
        self._set_column(self.page.wanted_column - COLUMN_STEP)

    def action_reset_width(self) -> None:
        """Give the column the width of the settings."""
        self._set_column(self.usual_column)

    def _set_column(self, width: int) -> None:
        self.page.set_column(max(MIN_COLUMN_WIDTH, min(width, MAX_COLUMN_WIDTH)))
        self.save_interface()
        self.say(f"Column: {self.page.wanted_column} cells.")

    def action_list_wider(self) -> None:
        """Widen the list."""
        self._set_list_width(self.articles.size.width + LIST_STEP)

    def action_list_narrower(self) -> None:
        """Narrow the list."""
        self._set_list_width(self.articles.size.width - LIST_STEP)

    def _set_list_width(self, width: int) -> None:
        widest = max(MIN_LIST_WIDTH, self.size.width - MIN_PAGE_WIDTH)
        self.articles.styles.max_width = widest
        self.articles.styles.min_width = MIN_LIST_WIDTH
        self.articles.styles.width = max(MIN_LIST_WIDTH, min(width, widest))
        self.save_interface()
        self.update()

    # Articles

    def can_toggle_read(self) -> bool:
        """An article must be there to be marked."""
        return self.head is not None

    def action_toggle_read(self) -> None:
        """Mark the article as read, or as unread."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.toggle_read(head))
            self.articles.refresh_row(self.articles.cursor)

    def can_star(self) -> bool:
        """An article must be there to be starred."""
        return self.head is not None

    def action_star(self) -> None:
        """Star the article, or take the star off."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.toggle_star(head))
            self.articles.refresh_row(self.articles.cursor)

    def can_filter(self) -> bool:
        """Without an article there is nothing to look through."""
        return bool(self.desk.heads)

    def action_filter(self) -> None:
        """Ask for words."""
        self._ask(Question.FILTER)

    def action_add(self) -> None:
        """Ask for a path."""
        if self.may_write():
            self._ask(Question.ADD)

    def can_remove(self) -> bool:
        """The bundled pieces stay."""
        return self.head is not None and not self.head.is_bundled

    def action_remove(self) -> None:
        """Move the article to the trash."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.remove(head))
            said = self.status.status
            self.reload_heads()
            self.status.show(said)

    def action_rescan(self) -> None:
        """Take in files dropped into the library folder."""
        self.say("Looking through the library folder …")
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
        return self.page.has_related

    def action_unfold(self) -> None:
        """Unfold the related lines, or fold them."""
        self.page.toggle_related()
        self.update()

    def action_copy_article(self) -> None:
        """Copy the article's title and address."""
        if self.head is not None:
            self.app.copy_to_clipboard(" ".join(filter(None, [self.head.title, self.head.url])))
            self.say("Title and address sent to the terminal's clipboard.")

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
            self.attempt(lambda: self.desk.toggle_kept(reading, quotation))
            self.refresh_kept()

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
        self.refresh_kept()
        self.articles.refresh()
        self.update()
        if bookmark is not None:
            self.jump_to(bookmark)

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.active_pane))

    # Undo and leaving

    def can_undo(self) -> bool:
        """There must be something to take back."""
        return self.desk.can_undo

    def action_undo(self) -> None:
        """Take the last change back."""
        if self.may_write():
            self.attempt(self.desk.undo)
            said = self.status.status
            self.reload_heads()
            self.refresh_kept()
            self.articles.refresh()
            self.status.show(said)

    def action_quit(self) -> None:
        """Leave Pullquote."""
        self.leave_article()
        self.save_interface()
        self.app.exit()

    # The prompt

    def _ask(self, question: Question) -> None:
        self.add_class("-asking")
        self.prompt.disabled = False
        self.prompt.ask(question, "")

    def _end_asking(self) -> None:
        self.remove_class("-asking")
        self.prompt.disabled = True
        self.set_focus(None)
        self.update()

    def _filter(self, words: str) -> None:
        selected = self.head
        self.filter_words = words.strip()
        heads = self.desk.matching(self.filter_words) if self.filter_words else self.desk.heads
        row = self.desk.row_of(selected.id) if selected and not self.filter_words else 0
        self.show_heads(heads, row)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Filter as typed."""
        if self.has_class("-asking") and self.prompt.question is Question.FILTER:
            self._filter(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the filter, or add the file."""
        self._end_asking()
        if self.prompt.question is Question.ADD and event.value.strip():
            path = event.value.strip()
            self.attempt(lambda: self.desk.add_path(path))
            said = self.status.status
            self._filter("")
            if self.desk.last_added is not None:
                self.show_heads(self.desk.heads, self.desk.row_of(self.desk.last_added))
            self.status.show(said)

    def on_prompt_cancelled(self, message: Prompt.Cancelled) -> None:
        """End the filter and leave the prompt."""
        self._end_asking()
        if self.prompt.question is Question.FILTER:
            self._filter("")

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Open the article whose row was clicked twice."""
        self.action_open()
