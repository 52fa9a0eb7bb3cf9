"""List, page and status line together: what they show, and when a place is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.desk.desk import Desk
from reader.desk.preparing import Preparer
from reader.desk.reading import Reading
from reader.desk.scanning import Scanned, Scanner
from reader.domain.article import ArticleHead
from reader.domain.mark import Bookmark, InterfaceState
from reader.errors import ReaderError
from reader.settings import Settings
from reader.tui.actions import Action, Pane, hints_of
from reader.tui.articles.article_list import ArticleList
from reader.tui.page.article_page import ArticlePage
from reader.tui.prompt import Prompt
from reader.tui.rows import RowList
from reader.tui.screens.status_text import list_place, page_place
from reader.tui.status import Status, StatusLine

REST_SECONDS = 1.0
"""A place is saved, and an article read to its end counts as read, after so long without moving."""
TAKE_IN_SECONDS = 1.0
"""How often the app looks for what other processes did."""
PREPARED_APART = 24_000
"""Of an article longer than this (code points) the beginning is shown first; shorter ones take two frames."""
DWELL_SECONDS = 0.15
"""A long article is prepared whole once the cursor has stayed on it so long."""
AHEAD_DELAY_SECONDS = 1.0
AHEAD_PAUSE_SECONDS = 0.005
"""Articles are prepared ahead when the start is over, with a pause after each for the keys."""
EMPTY_LIBRARY = ("No articles.", "", "a  add a file", "r  look again")
NOTHING_FOUND = ("No title has these words.", "", "Esc  show all articles")


class ReadingPanes(Screen[None]):
    """List and page side by side, or in turns on a narrow terminal."""

    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, settings: Settings) -> None:
        super().__init__(classes="-listing")
        self.desk = desk
        interface = desk.interface
        self.usual_column = settings.column_width
        self.articles = ArticleList(desk.heads, desk.entry)
        self.articles.cursor = desk.row_of(interface.last_article)
        self.page = ArticlePage(interface.column_width or settings.column_width)
        self.status = StatusLine()
        self.prompt = Prompt()
        self.prompt.disabled = True
        self.active_pane = Pane.LIST
        self.filter_words = ""
        self._rest: Timer | None = None
        self._dwell: Timer | None = None
        if interface.list_width:
            self.articles.styles.width = interface.list_width
        self._preview()
        self._update_status()

    def compose(self) -> ComposeResult:
        """Lay out the panes; all of them hold their content already, so the first frame is whole."""
        yield self.articles
        yield self.page
        yield self.status
        yield self.prompt

    def on_mount(self) -> None:
        """Start looking for what other processes do, and for files that came while the app was closed."""
        self.set_interval(TAKE_IN_SECONDS, self._take_in)
        self.call_after_refresh(self.look_again)
        self.set_timer(AHEAD_DELAY_SECONDS, self._look_ahead)
        if self.desk.notices:
            self.say(self.desk.notices[0])

    # What is shown

    @property
    def head(self) -> ArticleHead | None:
        """The article under the list's cursor, which is the one on the page."""
        return self.articles.selected

    @property
    def reading(self) -> Reading | None:
        """The article on the page, if it could be opened."""
        return self.page.reading

    def go_to_row(self, row: int) -> None:
        """Move the list's cursor and show that article, in the same frame."""
        self.leave_article()
        self.articles.go_to(row)
        self._preview()
        self.update()

    def show_heads(self, heads: Sequence[ArticleHead], row: int) -> None:
        """Show other articles in the list, with the cursor on ``row``."""
        self.articles.empty_lines = NOTHING_FOUND if self.filter_words else EMPTY_LIBRARY
        self.articles.show(heads, row)
        self._preview()
        self.update()

    def reload_heads(self) -> None:
        """Show the library as it is now, the cursor on the same article."""
        here = self.head
        heads = self.desk.matching(self.filter_words) if self.filter_words else self.desk.heads
        if heads is self.articles.heads:
            return
        row = self.articles.cursor
        if here is not None and not (row < len(heads) and heads[row].id == here.id):
            row = self._row_of(here, heads)
        self.articles.show(heads, row)
        if self.head != here or self.reading is None:
            self._preview()
        self.update()

    def _row_of(self, wanted: ArticleHead, heads: Sequence[ArticleHead]) -> int:
        if not self.filter_words:
            return self.desk.row_of(wanted.id)
        return next((row for row, head in enumerate(heads) if head.id == wanted.id), 0)

    def _preview(self) -> None:
        """Show the article under the cursor on the page."""
        head = self.head
        if head is None:
            self.articles.empty_lines = NOTHING_FOUND if self.filter_words else EMPTY_LIBRARY
            self.page.show_notice("Nothing to read.", "", "a adds a file")
            return
        shown = self.reading
        if shown is not None and shown.article.head == head:
            return
        try:
            if head.length <= PREPARED_APART or self.desk.is_prepared(head):
                self._show(self.desk.reading(head))
            else:
                self._show_beginning(head)
        except ReaderError as error:
            self.page.show_notice(head.title, "", str(error))

    def _show_beginning(self, head: ArticleHead) -> None:
        """Show the first pages of a long article at once, and the whole when it has been prepared."""
        beginning = self.desk.glimpse(head)
        if self.desk.mark(head.id).position < len(beginning.article.text):
            self._show(beginning)
        else:
            self.page.show_notice(head.title, "", "Finding who said what …")
        if self._dwell is not None:
            self._dwell.stop()
        self._dwell = self.set_timer(DWELL_SECONDS, partial(self._prepare, head))

    @work(thread=True, exclusive=True, group="prepare", exit_on_error=False)
    def _prepare(self, head: ArticleHead) -> None:
        try:
            prepared = self.desk.prepare(head)
        except ReaderError as error:
            self.app.call_from_thread(self._show_failure, head, str(error))
        else:
            self.app.call_from_thread(self._show_prepared, prepared)

    def _show_prepared(self, whole: Reading) -> None:
        self.desk.remember(whole)
        if self.head is None or self.head.id != whole.article.head.id:
            return
        shown = self.reading
        if shown is not None and shown.article.head.id == whole.article.head.id:
            kept = self.desk.kept(whole)
            self.page.complete(whole, kept.indexes, kept.spans)
        else:
            self._show(whole)
        self.articles.refresh_row(self.articles.cursor)
        self.update()

    def _show_failure(self, head: ArticleHead, sentence: str) -> None:
        if self.head == head:
            self.page.show_notice(head.title, "", sentence)

    def _show(self, reading: Reading) -> None:
        kept = self.desk.kept(reading)
        mark = self.desk.mark(reading.article.head.id)
        self.page.show(reading, mark.position, kept.indexes, kept.spans)

    @work(thread=True, exclusive=True, group="ahead", exit_on_error=False)
    def _prepare_ahead(self, preparer: Preparer) -> None:
        """Prepare the first articles of the list, so that moving through them never waits."""
        worker = get_current_worker()
        for _ in preparer.steps():
            if worker.is_cancelled:
                return
            time.sleep(AHEAD_PAUSE_SECONDS)
        self.app.call_from_thread(self.articles.refresh)

    def refresh_kept(self) -> None:
        """Draw what is kept in the article on the page, and its row."""
        if self.reading is not None:
            kept = self.desk.kept(self.reading)
            self.page.show_kept(kept.indexes, kept.spans)
        self.articles.refresh_row(self.articles.cursor)

    # The status line

    def update(self) -> None:
        """Bring the status line up to date after an action; a message of the last one goes."""
        self._update_status()
        if self.active_pane is Pane.PAGE:
            self._start_resting()

    def say(self, message: str) -> None:
        """Tell in the status line what was done, until the next action."""
        self._update_status(message)

    def warn(self, error: Exception) -> None:
        """Tell what went wrong."""
        self.status.show(Status(message=str(error), is_error=True))

    def _update_status(self, message: str = "") -> None:
        in_page = self.active_pane is Pane.PAGE
        place = page_place(self.page) if in_page else list_place(self.desk, self.articles, self.filter_words)
        self.status.show(Status(place, self.possible_hints(self.active_pane), message))

    def possible_hints(self, pane: Pane) -> tuple[Action, ...]:
        """Return the actions to offer: only those that would do something now."""
        possible = (action for action in hints_of(pane) if self.check_action(action.id, ()))
        return tuple(replace(action, label=self.label_of(action)) for action in possible)

    def label_of(self, action: Action) -> str:
        """Return what the action would do now: a kept quotation is let go by the key that keeps."""
        if action.id == "keep" and self.page.is_current_kept:
            return "let go"
        return action.label

    def may_write(self) -> bool:
        """Tell whether changes can be made; if not, say who has the store."""
        refusal = self.desk.read_only_sentence
        if refusal:
            self.say(refusal)
        return not refusal

    # Panes

    def activate(self, pane: Pane) -> None:
        """Give the keys to a pane; on a narrow terminal that is the one shown."""
        if pane is self.active_pane:
            return
        self.leave_article()
        self.active_pane = pane
        in_page = pane is Pane.PAGE
        self.articles.set_active(not in_page)
        self.set_class(in_page, "-reading")
        self.set_class(not in_page, "-listing")
        if not in_page:
            self.remove_class("-zen")
            self.page.select(-1)

    def jump_to(self, bookmark: Bookmark) -> None:
        """Show a kept quotation in its article (called when the kept quotes are left with Enter)."""
        row = self.desk.row_of(bookmark.article)
        if self.desk.heads and self.desk.heads[row].id == bookmark.article:
            self.filter_words = ""
            self.articles.show(self.desk.heads, row)
            self._preview()
            self.activate(Pane.PAGE)
            self._show_bookmark(bookmark)
        else:
            self.say(f"“{bookmark.title}” is no longer in the library; the quotation stays kept.")

    def _show_bookmark(self, bookmark: Bookmark) -> None:
        if self.reading is None:
            self.update()
            return
        kept = self.desk.kept(self.reading)
        index = kept.index_of(bookmark)
        span = kept.span_of(bookmark)
        if index >= 0:
            self.page.select(index)
        elif span is not None:
            self.page.go_to(span)
        else:
            self.say("The article has changed: these words are no longer in it; the quotation stays kept.")
            return
        self.update()

    def save_interface(self) -> None:
        """Remember theme, widths and article for the next start."""
        width = self.articles.styles.width
        chosen_list_width = int(width.value) if width is not None and width.is_cells else 0
        column = self.page.wanted_column
        self.desk.save_interface(
            InterfaceState(
                theme=self.app.theme,
                column_width=0 if column == self.usual_column else column,
                list_width=chosen_list_width,
                last_article=self.head.id if self.head else "",
            )
        )

    def attempt(self, change: Callable[[], str]) -> None:
        """Make a change and tell what it said, or why it could not be made."""
        try:
            said = change()
        except ReaderError as error:
            self.warn(error)
        else:
            self.say(said)

    # Where reading stopped

    def leave_article(self) -> None:
        """Save the place in the article on the page, if it is being read."""
        if self._rest is not None:
            self._rest.stop()
            self._rest = None
        if self.active_pane is Pane.PAGE:
            self._save_place()

    def _start_resting(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST_SECONDS, self._rested)

    def _rested(self) -> None:
        self._rest = None
        if self.active_pane is not Pane.PAGE or self.reading is None or self.app.screen is not self:
            return
        self._save_place()
        head = self.reading.article.head
        if self.page.is_at_end and not self.desk.mark(head.id).is_read and self.may_write():
            self.desk.finish(head)
            self.articles.refresh_row(self.articles.cursor)
            if not self.status.status.message:
                self._update_status("Read to the end.")

    def _save_place(self) -> None:
        if self.reading is None or not self.desk.can_write:
            return
        try:
            self.desk.save_place(self.reading.article.head, self.page.position, self.page.reached)
        except ReaderError as error:
            self.warn(error)
        self.articles.refresh_row(self.articles.cursor)

    # What others did

    def _take_in(self) -> None:
        try:
            if self.desk.take_in():
                self.refresh_kept()
                self.articles.refresh()
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
        try:
            scanned = scanner.scan()
        except ReaderError as error:
            self.app.call_from_thread(self.warn, error)
            return
        self.app.call_from_thread(self._take_scan, scanned)

    def _take_scan(self, scanned: Scanned) -> None:
        try:
            has_changed = self.desk.take_scan(scanned)
        except ReaderError as error:
            self.warn(error)
            return
        if has_changed:
            self.reload_heads()
            self._look_ahead()
        if scanned.problems:
            more = f" ({len(scanned.problems) - 1} more)" if len(scanned.problems) > 1 else ""
            self.status.show(Status(message=scanned.problems[0] + more, is_error=True))

    # The mouse

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Show the article whose row was clicked."""
        self.activate(Pane.LIST)
        self._preview()
        self.update()

    def on_article_page_scrolled(self, message: ArticlePage.Scrolled) -> None:
        """Take the page as the pane in use once the wheel moved it."""
        self.activate(Pane.PAGE)
        self.update()

    def on_article_page_quote_chosen(self, message: ArticlePage.QuoteChosen) -> None:
        """Make the clicked quotation the current one."""
        self.activate(Pane.PAGE)
        self.page.select(message.index)
        self.update()

    def on_resize(self) -> None:
        """Bring the status line up to date with what is on the screen now."""
        self._update_status()
