"""List, page and status line on one screen: who has the keys, what is said, where reading stopped."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.geometry import Offset
from textual.timer import Timer

from reader.desk.desk import Desk
from reader.desk.keeping import trim
from reader.desk.listing import Only, Order
from reader.desk.reading import Reading
from reader.domain.article import ArticleHead
from reader.domain.span import Span
from reader.errors import ReaderError
from reader.settings import Settings
from reader.tui.action_table import Action, Pane
from reader.tui.actions import Keymap
from reader.tui.articles.article_list import ArticleList
from reader.tui.page.article_page import ArticlePage
from reader.tui.page.layers import layer_of
from reader.tui.page.pointing import View
from reader.tui.remembered_typography import remembered_typography, usual_typography
from reader.tui.rows import RowList
from reader.tui.screens.changing import Changing
from reader.tui.screens.status_text import list_place, page_place
from reader.tui.status import Status, StatusLine

NARROW_BELOW_CELLS = 80
MIN_LIST_WIDTH = 20
MIN_PAGE_WIDTH = 30
REST_SECONDS = 1.0
"""A place is saved, and an article read to its end counts as read, after so long without moving."""


class Panes(Changing[None]):
    """List and page side by side, or in turns on a narrow terminal."""

    AUTO_FOCUS = ""

    def __init__(self, desk: Desk, settings: Settings, keymap: Keymap) -> None:
        super().__init__(classes="-listing")
        keymap.bind_panes(self, Pane.LIST, Pane.PAGE, Pane.SELECTION, Pane.QUOTES)
        self.desk = desk
        self.settings = settings
        self.keymap = keymap
        interface = desk.interface
        self.usual_typography = usual_typography(settings)
        self.view = desk.list_view(_order_of(interface.order), Only.ALL)
        heads = desk.listed(self.view)
        self.articles = ArticleList(heads, desk.entry)
        self.articles.cursor = desk.row_in(heads, interface.last_article) or 0
        self.page = ArticlePage(settings.column_width)
        self.page.set_typography(remembered_typography(interface, self.usual_typography))
        self.status = StatusLine()
        self.active_pane = Pane.LIST
        self.filter_words = ""
        self.page.set_layer(layer_of(interface.layer))
        self.selected_before_filter = ""  # the article to return to when a filter has found nothing
        self._rest: Timer | None = None
        self._unsaved = ""  # why the place could not be saved, until it has been said
        # What was read, what of it was on the screen, and its current quotation when the list was gone to.
        self._left_at: tuple[Reading | None, View | None, int] = (None, None, -1)
        self._set_list_cells = 0  # the list's width in force, 0 for that of the style sheet
        self.list_width = interface.list_width  # cells a person chose, 0 for a third of the terminal

    def compose(self) -> ComposeResult:
        """Lay out the panes; all of them hold their content already, so the first frame is whole."""
        yield self.articles
        yield self.page
        yield self.status

    @property
    def head(self) -> ArticleHead | None:
        """The article under the list's cursor, which is the one on the page."""
        return self.articles.selected

    @property
    def list_beside(self) -> RowList:
        """The list that stands beside the page."""
        return self.articles

    def listed_heads(self) -> Sequence[ArticleHead]:
        """Return the articles that belong in the list now."""
        return self.desk.listed(self.view._replace(words=self.filter_words))

    @property
    def reading(self) -> Reading | None:
        """The article on the page, if it could be opened."""
        return self.page.reading

    @property
    def keyed_pane(self) -> Pane:
        """Whose keys are in force: on the page, a selection's while there is one."""
        is_selecting = self.active_pane is Pane.PAGE and self.page.selection is not None
        return Pane.SELECTION if is_selecting else self.active_pane

    def current_line_offset(self) -> Offset:
        """Return where the current line is."""
        pane = self.page if self.active_pane is Pane.PAGE else self.articles
        return pane.region.offset + pane.cursor_offset

    # The status line

    def update(self) -> None:
        """Bring the status line up to date after an action; a message of the last one goes."""
        self._update_status()
        if self._unsaved:
            self.status.show(Status(message=self._unsaved, is_error=True))
            self._unsaved = ""
        if self.active_pane is Pane.PAGE:
            self._start_resting()

    def say(self, message: str) -> None:
        """Tell in the status line what was done, until the next action."""
        self._update_status(message)

    def warn(self, error: Exception) -> None:
        """Tell what went wrong."""
        self.status.show(Status(message=str(error), is_error=True))

    def tell_later(self, error: Exception) -> None:
        """Tell what went wrong once the status line is brought up to date."""
        self._unsaved = str(error)

    def _update_status(self, message: str = "") -> None:
        self.status.show(Status(tuple(self.place()), self.possible_hints(self.keyed_pane), message))

    def place(self) -> Sequence[str]:
        """Say where one is, in fewer and fewer words."""
        if self.active_pane is Pane.PAGE:
            return page_place(self.page)
        return list_place(self.desk, self.articles, self.view._replace(words=self.filter_words))

    def possible_hints(self, pane: Pane) -> tuple[Action, ...]:
        """Return the actions to offer: only those that would do something now."""
        possible = (action for action in self.keymap.hints_of(pane) if self.is_offered(action))
        return tuple(action._replace(label=self.label_of(action)) for action in possible)

    def label_of(self, action: Action) -> str:
        """Return what the action would do now: a kept quotation is let go by the key that keeps."""
        if action.id == "keep" and self._is_kept_in_hand():
            return "let go"
        if action.id == "star" and self.head is not None and self.desk.mark(self.head.id).is_starred:
            return "unstar"
        return action.label

    def _is_kept_in_hand(self) -> bool:
        """Whether the key that keeps would let go: of the selected words, else of the current quotation."""
        if self.page.selected is None or self.reading is None:
            return self.page.is_kept_at_hand
        return self.desk.kept(self.reading).passage_at((self.selected_words,)) is not None

    @property
    def selected_words(self) -> Span:
        """The selection as it would be kept, without the white space at its ends; there must be one."""
        assert self.reading is not None  # noqa: S101 - a selection has an article
        assert self.page.selected is not None  # noqa: S101 - the caller has asked
        return trim(self.reading.article.text, self.page.selected)

    def with_way_back(self, said: str) -> str:
        """Return what was said with the key that takes it back."""
        undoes = self.keymap.sentence("undo", "undoes it")
        return f"{said} · {undoes}." if undoes else said

    # Panes

    def activate(self, pane: Pane) -> None:
        """Give the keys to a pane; on a narrow terminal that is the one shown."""
        if pane is self.active_pane:
            return
        self.leave_article()
        self._take_pane(pane)

    def _take_pane(self, pane: Pane) -> None:
        self.active_pane = pane
        in_page = pane is Pane.PAGE
        self.articles.set_active(pane is Pane.LIST)
        self.set_class(in_page, "-reading")
        self.set_class(not in_page, "-listing")
        if pane is Pane.LIST:
            self.remove_class("-zen")
            if self.page.current >= 0:
                self._left_at = (self.reading, self.page.view, self.page.current)
            self.page.select(-1)
            self.page.show_selection(None)
        elif in_page and self._left_at[:2] == (self.reading, self.page.view) and self.page.current < 0:
            self.page.select(self._left_at[2])

    def attempt(self, change: Callable[[], str]) -> None:
        """Make a change, show what came of it, and tell what it said or why it could not be made."""
        try:
            said = change()
        except ReaderError as error:
            self.show_changes()
            self.warn(error)
        else:
            self.show_changes()
            self.say(said)

    @abstractmethod
    def show_reading(self, reading: Reading) -> None:
        """Show an article, or another state of the one on the page."""

    def show_changes(self) -> None:
        """Draw what is kept and repaired in the article on the page, and the list."""
        shown = self.reading
        if shown is not None:
            reading = self.desk.reading(shown.article.head) if shown.is_whole else shown
            if reading.quotations == shown.quotations:
                self.page.show_kept(self.desk.kept(reading))
            else:
                self.show_reading(reading)
        self.articles.refresh_row(self.articles.cursor)

    def end_topmost(self) -> bool:
        """End what lies over the text, such as a search, and tell whether there was anything."""
        return False

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
        if self.page.is_at_end:
            self.finish_article()

    def finish_article(self) -> None:
        """Count the article on the page as read, unless it does already."""
        if self.reading is None or not self.desk.can_write:
            return
        head = self.reading.article.head
        if not self.desk.mark(head.id).is_read:
            said = self.status.status.message
            self.attempt(lambda: self.desk.finish(head) and (said or "Read to the end."))

    def _save_place(self) -> None:
        if self.reading is None or not self.desk.can_write:
            return
        try:
            self.desk.save_place(self.reading.article.head, self.page.position, self.page.reached)
        except ReaderError as error:
            self._unsaved = str(error)
        self.articles.refresh_row(self.articles.cursor)

    # The mouse

    def on_page_text_scrolled(self, message: ArticlePage.Scrolled) -> None:
        """Take the page as the pane in use once the wheel moved it."""
        self.activate(Pane.PAGE)
        self.update()

    def on_article_page_quote_chosen(self, message: ArticlePage.QuoteChosen) -> None:
        """Make the clicked quotation the current one."""
        self.activate(Pane.PAGE)
        self.page.select(message.index)
        self.update()

    def on_page_text_resized(self, message: ArticlePage.Resized) -> None:
        """Say what is on the page now."""
        if not self.status.status.message:
            self._update_status()


def _order_of(name: str) -> Order:
    """Return the order that is remembered as ``name``; the usual one for a name there is not."""
    return next((order for order in Order if order.name.lower() == name), Order.ADDED)
