"""The article under the list's cursor on the page: at once when it is short, else its beginning first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import work
from textual.timer import Timer
from textual.worker import get_current_worker

from reader.desk.desk import Desk
from reader.desk.preparing import collector_at_rest
from reader.desk.reading import Reading
from reader.domain.anchor import anchor_from
from reader.domain.article import ArticleHead
from reader.domain.quote import Quote
from reader.errors import ReaderError
from reader.settings import Settings
from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.page.layers import Layer
from reader.tui.page.setting import PageSetting
from reader.tui.screens.fitted_panes import FittedPanes
from reader.tui.screens.status_text import empty_list, page_place
from reader.tui.status import Status
from reader.values import NamedTuple

PREPARED_APART = 24_000
"""Of an article longer than this (code points) the beginning is shown first; shorter ones take two frames."""
SET_AT_ONCE = 300_000
"""And this although it has been prepared: setting it in lines takes more than a frame or two."""
DWELL_SECONDS = 0.15
"""A long article is prepared whole once the cursor has stayed on it so long."""
REST_AWAITED = "Still reading the rest, then going there; another key stays here."


class Wish(NamedTuple):
    """Where to go once the article is whole, if one is then where one was: first code point, quotation."""

    go: Callable[[], object]
    position: int
    current: int


class OpeningPanes(FittedPanes):
    """Panes that open an article in the frame of the key, and prepare a long one apart from the keys."""

    def __init__(self, desk: Desk, settings: Settings, keymap: Keymap) -> None:
        super().__init__(desk, settings, keymap)
        self._dwell: Timer | None = None
        self._awaited: ArticleHead | None = None  # the article whose whole text is still to come
        self._wish: Wish | None = None

    def _preview(self) -> None:
        """Show the article under the cursor on the page."""
        head = self.head
        if head is None:
            self._leave_awaited()
            self.articles.empty_lines = empty_list(self.keymap, self.filter_words, self.view.only)
            self.page.show_notice("Nothing to read.", "", *self.articles.empty_lines[2:3])
            return
        shown = self.reading
        if shown is not None and shown.article.head == head:
            return
        self._leave_awaited()
        try:
            is_quick = head.length <= SET_AT_ONCE and self.desk.is_prepared(head)
            if head.length <= PREPARED_APART or is_quick:
                self.show_reading(self.desk.reading(head))
            else:
                self._show_beginning(head)
        except ReaderError as error:
            self.page.show_notice(head.title, "", str(error))

    def _show_beginning(self, head: ArticleHead) -> None:
        """Show the first pages of a long article at once, and the whole when it has been prepared."""
        beginning = self.desk.glimpse(head)
        if self.desk.mark(head.id).position < len(beginning.article.text):
            self.show_reading(beginning)
        else:
            self.page.show_notice(head.title, "", "Finding who said what …")
        self._awaited = head
        if self.is_running:
            self._prepare_awaited()

    def _leave_awaited(self) -> None:
        """Prepare no further what the cursor was on."""
        self._awaited = self._wish = None
        if self._dwell is not None:
            self._dwell.stop()
        if self.is_running:
            self.workers.cancel_group(self, "prepare")

    def _prepare_awaited(self) -> None:
        """Prepare a long article whole once the cursor has stayed on it for a moment."""
        if self._awaited is not None:
            self._dwell = self.set_timer(DWELL_SECONDS, partial(self._prepare, self._awaited))

    # What lies in the rest

    @property
    def is_rest_coming(self) -> bool:
        """Whether no more than the beginning of the article is there, and the rest is on its way."""
        return self._awaited is not None

    def await_rest(self, go: Callable[[], object]) -> bool:
        """Do ``go`` once the article is whole, and say so; False when no rest is coming.

        The keys are answered meanwhile: the next one, or the mouse that moves the page, stays instead.
        """
        if not self.is_rest_coming:
            return False
        self._wish = Wish(go, self.page.position, self.page.current)
        self.say(REST_AWAITED)
        return True

    def stay_here(self) -> None:
        """Go nowhere once the article is whole."""
        if self._wish is not None:
            self._wish = None
            self.update()

    def place(self) -> Sequence[str]:
        """Say where one is, and of the beginning of an article that it is no more."""
        if self.active_pane is not Pane.PAGE or self.reading is None or self.reading.is_whole:
            return super().place()
        return page_place(self.page, "still reading …" if self.is_rest_coming else "only the beginning")

    @work(thread=True, exclusive=True, group="prepare", exit_on_error=False)
    def _prepare(self, head: ArticleHead) -> None:
        worker = get_current_worker()
        try:
            with collector_at_rest():
                prepared = self.desk.prepare_apart(head, lambda: worker.is_cancelled)
                setting = self.page.make_ready(prepared) if prepared is not None else None
        except ReaderError as error:
            answer = partial(self._show_failure, head, str(error))
        except MemoryError:
            sentence = f"There is not enough memory to prepare “{head.title}”; close something and try again."
            answer = partial(self._show_failure, head, sentence)
        except Exception as error:
            sentence = f"Pullquote met a fault of its own ({type(error).__name__}: {error})."
            answer = partial(self._show_failure, head, sentence)
        else:
            if setting is None:
                return
            answer = partial(self._show_prepared, setting)
        if not worker.is_cancelled:
            self.app.call_from_thread(answer)

    def _show_prepared(self, setting: PageSetting) -> None:
        whole = self.desk.take_prepared(setting.reading)
        if self.head is None or self.head.id != whole.article.head.id:
            return
        wish = self._wish
        is_here = wish is not None and wish[1:] == (self.page.position, self.page.current)
        self._awaited = self._wish = None
        self.page.take_ready(setting)
        self.show_reading(whole)
        self.articles.refresh_row(self.articles.cursor)
        self.update()
        if wish is not None and is_here:
            wish.go()

    def _show_failure(self, head: ArticleHead, sentence: str) -> None:
        if self.head != head:
            return
        self._awaited = self._wish = None
        if self.reading is None:
            self.page.show_notice(head.title, "", sentence)
        else:
            self.status.show(Status(message=sentence, is_error=True))

    def show_reading(self, reading: Reading) -> None:
        """Show an article, or another state of the one on the page, with what is kept of it."""
        kept = self.desk.kept(reading)
        shown = self.reading
        if shown is not None and shown.article.head.id == reading.article.head.id:
            self.page.replace(reading, self._position_in(reading, shown.article.text), kept)
        else:
            mark = self.desk.mark(reading.article.head.id)
            self.page.show(reading, mark.position, kept)
        if self.page.drawn_layer is Layer.REPORTED and self.is_running:
            self.find_reported(reading)

    @work(thread=True, exclusive=True, group="reported", exit_on_error=False)
    def find_reported(self, reading: Reading) -> None:
        """Find what an article reports without marks, apart from the keys: 2 MB take three seconds."""
        reported = self.desk.reported(reading)
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(self.take_reported, reading, reported)

    def take_reported(self, reading: Reading, reported: Sequence[Quote]) -> None:
        """Show what was found in the article, if it is still the one on the page."""
        if self.reading is reading and self.page.drawn_layer is Layer.REPORTED:
            self.page.show_reported(reported)

    def _position_in(self, reading: Reading, shown: str) -> int:
        """Return where the words on top of the page are in another state of the article ``shown``."""
        position, text = self.page.position, reading.article.text
        if not position or text.startswith(shown) or shown.startswith(text):
            return position
        anchor = anchor_from(shown, position)
        return next(iter(self.desk.place(reading, anchor).spans), anchor.spans[0]).start
