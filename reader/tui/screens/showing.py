"""Which articles the list shows, and how list and page are kept up to date."""

from __future__ import annotations

import time
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from reader.desk.desk import Desk
from reader.desk.listing import Only, Order
from reader.desk.preparing import Preparer
from reader.domain.article import ArticleHead
from reader.errors import ReaderError
from reader.settings import Settings
from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.page.layers import Layer
from reader.tui.rows import RowList
from reader.tui.screens.asking import Asking
from reader.tui.screens.opening_panes import OpeningPanes
from reader.tui.screens.status_text import empty_list, unfinished, welcome
from reader.tui.status import Status

if TYPE_CHECKING:
    from reader.desk.scanning import Scanned, Scanner

TAKE_IN_SECONDS = 1.0
"""How often the app looks for what other processes did."""
LOOK_DELAY_SECONDS = 0.25
AHEAD_DELAY_SECONDS = 1.0
AHEAD_PAUSE_SECONDS = 0.005
AHEAD_SHOWN_COUNT = 40
LOADED_AHEAD = ("reader.domain.unit_grammar", "reader.desk.finding")
"""The folder is looked through, and articles are prepared ahead, when the start is over.

A pause after each article leaves room for the keys. The rows in view are drawn anew when so many have been
prepared, and when all have. What is loaded ahead would keep the first key that needs it waiting for 15 ms:
one that keeps a quotation, and the first letter of a search.
"""


class ShowingPanes(OpeningPanes):
    """Panes that follow the library: the cursor's article is on the page, in the same frame."""

    def __init__(self, desk: Desk, settings: Settings, keymap: Keymap) -> None:
        super().__init__(desk, settings, keymap)
        self._is_look_asked_for = False
        self._said_notices = 0
        self._mistakes = ""  # what is said of the settings at the start
        self._preview()
        self._update_status(welcome(desk, self.head, keymap))

    def on_mount(self) -> None:
        """Start looking for what other processes do, and for files that came while the app was closed."""
        self.set_interval(TAKE_IN_SECONDS, self._take_in)
        self.set_timer(LOOK_DELAY_SECONDS, self.look_again)
        self.set_timer(AHEAD_DELAY_SECONDS, self._look_ahead)
        self._prepare_awaited()
        if self.reading is not None and self.page.drawn_layer is Layer.REPORTED:
            self.find_reported(self.reading)
        if drafts := self.desk.drafts():
            self.say(unfinished(self.desk, drafts[-1], self.keymap))
        if self._mistakes:
            self.status.show(Status(message=self._mistakes, is_error=True))
        self._say_notices()

    def tell_mistakes(self, mistakes: Sequence[str]) -> None:
        """Say at the start what of the settings cannot be meant: the first, and how many more."""
        if mistakes:
            count = "One setting" if len(mistakes) == 1 else f"{len(mistakes)} settings"
            self._mistakes = f"{count} cannot be meant; `reader check` tells all. {mistakes[0]}"

    def _say_notices(self) -> None:
        """Say what the store has had to set aside since it was last said."""
        unsaid = self.desk.notices[self._said_notices :]
        self._said_notices += len(unsaid)
        if unsaid:
            self.status.show(Status(message=" ".join(unsaid), is_error=True))

    def go_to_row(self, row: int) -> None:
        """Move the list's cursor and show that article, in the same frame."""
        self.leave_article()
        self.articles.go_to(row)
        self._preview()
        self.update()

    def show_heads(self, heads: Sequence[ArticleHead], row: int) -> None:
        """Show other articles in the list, with the cursor on ``row``."""
        self.articles.empty_lines = empty_list(self.keymap, self.filter_words, self.view.only)
        self.articles.show(heads, row)
        self._preview()
        self.update()

    def filter(self, words: str) -> None:
        """Show only the articles that have ``words``; all of them again when there are none."""
        selected = self.head
        self.filter_words = words.strip()
        heads = self.listed_heads()
        wanted = selected.id if selected is not None else self.selected_before_filter
        row = self.desk.row_in(heads, wanted) if not self.filter_words else None
        self.show_heads(heads, row or 0)

    def choose_view(self, order: Order, only: Only) -> None:
        """Show the list in an order, all of it or a part; the cursor stays on its article if it is there."""
        wanted = self.head.id if self.head is not None else self.selected_before_filter
        self.view = self.desk.list_view(order, only)
        heads = self.listed_heads()
        self.show_heads(heads, self.desk.row_in(heads, wanted) or 0)

    def choose_order(self, order: Order) -> None:
        """Put the list in an order, remember it, and say which."""
        self.choose_view(order, self.view.only)
        self.save_interface()
        self.say(f"List: {order.value}.")

    def uncover(self, article: str) -> int | None:
        """Show the list with this article in it, without what hides it, and return its row."""
        self.filter_words = ""
        row = self.desk.row_in(self.listed_heads(), article)
        if row is None and self.view.only is not Only.ALL:
            self.view = self.desk.list_view(self.view.order, Only.ALL)
            row = self.desk.row_in(self.listed_heads(), article)
        if row is not None:
            self.articles.show(self.listed_heads(), row)
        return row

    def reload_heads(self) -> bool:
        """Show the library as it is now and tell whether it is another.

        The cursor stays on its article, or on its row when that has gone.
        """
        here = self.head
        heads = self.listed_heads()
        if heads is self.articles.heads:
            return False
        row = self._row_of(here, heads) if here is not None else 0
        if row is None and self.active_pane is Pane.PAGE:
            # What is on the page is no article any more: nothing of it is to be saved or marked as read.
            self._take_pane(Pane.LIST)
        self.articles.show(heads, self.articles.cursor if row is None else row)
        if self.head != here or self.reading is None:
            self._preview()
        self.update()
        return True

    def then_reload(self, said: str) -> str:
        """Show the list as a change has left it, before its word ``said`` is."""
        self.reload_heads()
        return said

    def _row_of(self, wanted: ArticleHead, heads: Sequence[ArticleHead]) -> int | None:
        row = self.articles.cursor
        if row < len(heads) and heads[row].id == wanted.id:
            return row
        return self.desk.row_in(heads, wanted.id)

    @work(thread=True, exclusive=True, group="ahead", exit_on_error=False)
    def _prepare_ahead(self, preparer: Preparer) -> None:
        """Prepare the first articles of the list, so that moving through them never waits."""
        worker = get_current_worker()
        for module in LOADED_AHEAD:
            import_module(module)
        for number, _ in enumerate(preparer.steps_apart(), 1):
            if worker.is_cancelled:
                return
            if number == AHEAD_SHOWN_COUNT:
                self.app.call_from_thread(self.articles.refresh)
            time.sleep(AHEAD_PAUSE_SECONDS)
        self.app.call_from_thread(self.articles.refresh)

    # What others did

    def _take_in(self) -> None:
        try:
            if self.desk.take_in():
                self.show_changes()
                self.articles.refresh()
                if not self.status.status.message:
                    self._update_status()
                if isinstance(self.app.screen, Asking):
                    self.app.screen.reload()
            self._say_notices()
            if self.desk.library_looks_changed():
                self.look_again()
        except ReaderError as error:
            self.warn(error)

    def _look_ahead(self) -> None:
        self._prepare_ahead(self.desk.preparer())

    def look_again(self) -> None:
        """Compare the catalogue with the files of the library, apart from the keys."""
        self._scan(self.desk.scanner())

    @work(thread=True, exclusive=True, group="scan", exit_on_error=False)
    def _scan(self, scanner: Scanner) -> None:
        worker = get_current_worker()
        try:
            scanned = scanner.scan(lambda: worker.is_cancelled)
        except ReaderError as error:
            self.app.call_from_thread(self.warn, error)
            return
        if not worker.is_cancelled:  # what a newer scan has cut short says nothing of the folder
            self.app.call_from_thread(self._take_scan, scanned)

    def _take_scan(self, scanned: Scanned) -> None:
        try:
            self.desk.take_scan(scanned)
        except ReaderError as error:
            self.warn(error)
            return
        has_changed = self.reload_heads()
        if has_changed:
            self._look_ahead()
        if self._is_look_asked_for and not scanned.problems:
            self.say(
                "Looked through the library folder." if has_changed else "Nothing new in the library folder."
            )
        self._is_look_asked_for = False
        if scanned.problems:
            more = f" ({len(scanned.problems) - 1} more)" if len(scanned.problems) > 1 else ""
            self.status.show(Status(message=scanned.problems[0] + more, is_error=True))

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Show the article whose row was clicked."""
        self.activate(Pane.LIST)
        self._preview()
        self.update()
