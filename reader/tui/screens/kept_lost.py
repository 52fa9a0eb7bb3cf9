"""The lost places among everything kept: counted in the background, looked for when they are asked for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from reader.desk.kept_list import KeptView, Wanted
from reader.tui.screens.kept_listing import KeptListing

if TYPE_CHECKING:
    from reader.desk.lost_places import Looked, LostPlaceSearch

TELL_SECONDS = 0.2
"""A look that was asked for tells this often how far it is."""
PAUSE_SECONDS = 0.002
"""It leaves the keys room after each article, the count after as much work as this."""
REST_SECONDS = 0.5
"""The count goes on only while no key has come for so long: with 50,000 it would hold up the next ones."""


class KeptLost(KeptListing):
    """Shows which words kept their articles do not have any more.

    The count comes without being asked for, while nothing else is done: each article is read once a
    session, and again when it or what is kept of it has changed.
    """

    _has_begun_to_look = False
    _acted_at = 0.0

    def all_taken_in(self) -> None:
        """Count the lost places, once a visit."""
        if not self._has_begun_to_look:
            self._has_begun_to_look = True
            self._count_lost(self.desk.lost_place_search(self.index.bookmarks))

    def update(self) -> None:
        """Let the count wait while keys come."""
        self._acted_at = time.perf_counter()
        super().update()

    def _show(self, view: KeptView) -> None:
        self._acted_at = time.perf_counter()
        super()._show(view)

    def action_lost_places(self) -> None:
        """Show what has no certain place any more, and look for it through the library."""
        self._has_begun_to_look = True
        self.index.take_in_all()
        self._show(self.view._replace(wanted=Wanted.LOST))
        self._look_for_lost(self.desk.lost_place_search(self.index.bookmarks))

    @work(thread=True, exclusive=True, group="lost places", exit_on_error=False)
    def _count_lost(self, search: LostPlaceSearch) -> None:
        worker = get_current_worker()
        steps = search.steps()
        looked: Looked | None = None
        paused_at = 0.0
        while True:
            while time.perf_counter() - self._acted_at < REST_SECONDS:
                if worker.is_cancelled:
                    return
                time.sleep(REST_SECONDS / 10)
            step = next(steps, None)
            if worker.is_cancelled or step is None:
                break
            looked = step
            if time.perf_counter() - paused_at > PAUSE_SECONDS:
                time.sleep(PAUSE_SECONDS)
                paused_at = time.perf_counter()
        if looked is not None and not worker.is_cancelled:
            self.app.call_from_thread(self._show_lost, looked)

    @work(thread=True, exclusive=True, group="lost places", exit_on_error=False)
    def _look_for_lost(self, search: LostPlaceSearch) -> None:
        worker = get_current_worker()
        told_at = time.perf_counter()
        looked = None
        for looked in search.steps():
            if worker.is_cancelled:
                return
            if time.perf_counter() - told_at > TELL_SECONDS:
                self.app.call_from_thread(self._show_lost, looked)
                told_at = time.perf_counter()
            time.sleep(PAUSE_SECONDS)
        if looked is not None:
            self.app.call_from_thread(self._show_lost, looked)

    def _show_lost(self, looked: Looked) -> None:
        self.memory.lost.clear()
        self.memory.lost.update(looked.reasons)
        if not self.is_current:
            return
        if self.view.wanted is not Wanted.LOST:
            self.kept.refresh()
            if not (self.status.status.message or self.is_asking):
                super().update()
            return
        self._fill(self.kept.item)
        is_done = looked.article_count == looked.total
        self.say("" if is_done else f"Looking: {looked.article_count:,} of {looked.total:,} articles …")
