"""The list of everything kept in the library: taken in, found, grouped."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from reader.desk.desk import Desk
from reader.desk.kept_list import Grouping, KeptIndex, KeptView, Wanted, chosen_positions, grouped
from reader.domain.mark import Bookmark
from reader.settings import Settings
from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.kept.kept_rows import KeptRows
from reader.tui.question import Question
from reader.tui.screens.asking import Answers
from reader.tui.screens.changing import Changing
from reader.tui.screens.rows_screen import RowsScreen
from reader.tui.status import Status

FIRST_PIECE = 100
"""So many bookmarks are taken in before the first frame, more than a screen shows."""
SLICE_SECONDS = 0.008
PAUSE_SECONDS = 0.004
"""The others are taken in by slices that leave the keys their time between."""


@dataclass
class KeptMemory:
    """What is remembered of the list from one visit to the next."""

    index: KeptIndex | None = None
    changes: int = -1
    view: KeptView = field(default_factory=KeptView)
    bookmark_id: str = ""
    top: int = 0
    chosen: set[str] = field(default_factory=set)
    last_chosen: str = ""
    lost: dict[str, str] = field(default_factory=dict)
    """Why what is lost is lost, by id: what the last look through the library has found."""

    def begin(self) -> None:
        """Forget what was looked for and chosen; the order and the row stay."""
        self.view = KeptView(grouping=self.view.grouping)
        self.chosen.clear()


class KeptListing(RowsScreen[Bookmark | None], Changing[Bookmark | None]):
    """Shows what is kept as a person wants it; what can be done with it is the subclass's."""

    def __init__(self, desk: Desk, settings: Settings, keymap: Keymap, memory: KeptMemory) -> None:
        self.desk = desk
        self.settings = settings
        self.memory = memory
        self.kept = KeptRows()
        self.shown_count = 0
        self._ids_of_rows: tuple[Sequence[object], int, set[str]] | None = None
        super().__init__(self.kept, Pane.KEPT, keymap)
        self.view = memory.view
        self.chosen = memory.chosen
        self.kept.chosen = self.chosen
        self.kept.lost = memory.lost
        self.index = self._fresh_index()
        wanted = memory.bookmark_id
        while wanted and not self.index.is_whole and self.index.position_of(wanted) is None:
            self.index.take_in(1_000)
        self.kept.top = memory.top
        self._fill(self.index.position_of(wanted) if wanted else None)
        self.update()

    def _fresh_index(self) -> KeptIndex:
        """Return what is kept now: all of it when all was there before, else the newest."""
        earlier, changes = self.memory.index, self.desk.kept_changes
        if earlier is not None and self.memory.changes == changes:
            return earlier
        index = KeptIndex(self.desk.newest_bookmarks(), earlier)
        if earlier is not None and earlier.is_whole:
            index.take_in_all()
        else:
            index.take_in(FIRST_PIECE)
        self.memory.index, self.memory.changes = index, changes
        return index

    def on_mount(self) -> None:
        """Take in what is not yet."""
        self._take_in_later()

    def _take_in_later(self) -> None:
        if not self.index.is_whole:
            self.set_timer(PAUSE_SECONDS, self._take_in_slice)
        else:
            self.all_taken_in()

    def all_taken_in(self) -> None:
        """Answer that everything kept is in the list."""

    def _take_in_slice(self) -> None:
        start, until = len(self.index.bookmarks), time.perf_counter() + SLICE_SECONDS
        while not self.index.is_whole and time.perf_counter() < until:
            self.index.take_in(50)
        self._show_more(start)
        self._take_in_later()

    def take_in_all(self) -> None:
        """Take in what is not yet, at once."""
        if not self.index.is_whole:
            start = len(self.index.bookmarks)
            self.index.take_in_all()
            self._show_more(start)

    def _show_more(self, start: int) -> None:
        """Add the rows of what has been taken in from ``start`` on; groups are made when all is there."""
        if self.view.grouping is Grouping.NONE:
            was_full = len(self.kept.rows) > self.kept.top + self.kept.visible_row_count
            more = self.positions(start)
            self.shown_count += len(more)
            self.kept.rows += more
            if not was_full or self.index.is_whole:
                self.kept.show_rows(self.kept.rows, self.kept.cursor)
        elif self.index.is_whole:
            self._fill(self.kept.item)
        if self.index.is_whole:
            self._tell_count()
            if not self.status.status.message:
                self.update()

    def _fill(self, wanted: int | None) -> None:
        """Show what the view asks for, the cursor on the bookmark with this number or on its old row."""
        self.kept.bookmarks = self.index.bookmarks
        self.kept.grouping = self.view.grouping
        self.kept.empty_lines = self._why_empty()
        positions = self.positions()
        self.shown_count = len(positions)
        rows = grouped(self.index.bookmarks, positions, self.view.grouping)
        place = bisect_left(positions, wanted) if wanted is not None else len(positions)
        row = self.kept.cursor
        if place < len(positions) and positions[place] == wanted:
            row = place if self.view.grouping is Grouping.NONE else rows.index(positions[place])
        self.kept.show_rows(rows, row)

    def positions(self, start: int = 0) -> list[int]:
        """Return the numbers, from ``start`` on, of the bookmarks that the view asks for, each once."""
        return chosen_positions(self.index, self.view, self.memory.lost, start)

    def _why_empty(self) -> tuple[str, ...]:
        if self.view.wanted is Wanted.LOST and not self.view.words:
            shows_all = self.keymap.sentence("all_quotes", "shows all that is kept")
            return ("Everything kept has its place.", "", shows_all)
        if self.is_narrowed:
            return ("Nothing kept is like that.", "", self.keymap.sentence("close", "shows all that is kept"))
        way_in = self.keymap.sentence("keep", "keeps the quotation you are at while you read.")
        return ("Nothing kept yet.", "", way_in, self.keymap.sentence("close", "goes back."))

    @property
    def _selected_id(self) -> str:
        return self.kept.selected.id if self.kept.selected else ""

    # What can be done, and what is said

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if self.is_asking:
            return False
        if action in ("filter_kept", "group_kept"):
            return bool(self.index.bookmarks)
        return True

    def reload(self) -> None:
        """Show what is kept now, here or by another process."""
        wanted = self._selected_id
        self.index = self._fresh_index()
        if self.chosen and self.index.is_whole:
            self.chosen.intersection_update(bookmark.id for bookmark in self.index.bookmarks)
        self._fill(self.index.position_of(wanted) if wanted else None)
        self._take_in_later()
        self.update()

    def update(self) -> None:
        """Say how many quotations are kept and what can be done."""
        self.say("")

    def say(self, message: str) -> None:
        """Tell what was done, and how many of the chosen a filter has kept out of it."""
        if message and self._hidden_count:
            message = f"{message} Left out: {self._hidden_count:,} chosen, but not shown."
        hints = tuple(filter(self.is_offered, self.keymap.hints_of(Pane.KEPT)))
        self.status.show(Status(self._place(), hints, message))

    def _place(self) -> tuple[str, ...]:
        total = len(self.index.bookmarks)
        more = "" if self.index.is_whole else " …"
        noun = "quotation" if total == 1 else "quotations"
        if self.chosen:
            left_out = f" · {self._hidden_count:,} of them not shown" if self._hidden_count else ""
            return (f"{len(self.chosen):,} of {total:,} chosen{left_out}{more}",)
        if self.is_narrowed:
            words = f" with “{self.view.words}”" if self.view.words else ""
            wanted = f" · {self.view.wanted.value}" if self.view.wanted.value else ""
            shown = f"{self.shown_count:,} of {total:,}"
            return (f"{shown}{words}{wanted}{more}", shown)
        kept = f"{total:,} kept {noun}{more}"
        lost = f" · {self._lost_places()}" if self._lost_count else ""
        order = f" · {self.view.grouping.value}"
        return (f"{kept}{order}{lost}", f"{kept}{lost or order}", f"{total:,} kept{more}")

    @property
    def _lost_count(self) -> int:
        """How many of what is shown are lost; what was let go is not, though undo may bring it back lost."""
        return len(self._shown_ids.intersection(self.memory.lost)) if self.memory.lost else 0

    def _lost_places(self) -> str:
        count = self._lost_count
        shows = self.keymap.sentence("lost_places", "shows it" if count == 1 else "shows them")
        places = f"{count:,} {'place' if count == 1 else 'places'} lost"
        return f"{places}: {shows}" if shows else places

    def chosen_here(self) -> list[Bookmark]:
        """Return what is chosen and shown, in the list's order: what the keys act on."""
        here = self.chosen & self._shown_ids
        return [bookmark for bookmark in self.index.bookmarks if bookmark.id in here] if here else []

    @property
    def _hidden_count(self) -> int:
        """How many of the chosen are not shown."""
        return len(self.chosen - self._shown_ids) if self.chosen and self.is_narrowed else 0

    @property
    def _shown_ids(self) -> set[str]:
        """The ids of what is shown; 50,000 are collected in 5 ms, once for every change of the rows."""
        rows = self.kept.rows
        if self._ids_of_rows is None or self._ids_of_rows[0] is not rows or self._ids_of_rows[1] != len(rows):
            ids = {self.index.bookmarks[row].id for row in rows if isinstance(row, int)}
            self._ids_of_rows = (rows, len(rows), ids)
        return self._ids_of_rows[2]

    # The view

    @property
    def is_narrowed(self) -> bool:
        """Whether only a part is asked for."""
        return bool(self.view.words) or self.view.wanted is not Wanted.ALL

    def show_everything(self) -> None:
        """Ask for all that is kept."""
        self._show(self.view._replace(words="", wanted=Wanted.ALL))

    async def action_filter_kept(self) -> None:
        """Ask for words."""
        answers = Answers(typed=self._filter, left=lambda: self._show(self.view._replace(words="")))
        await self.ask(Question.FILTER_KEPT, answers)

    def _filter(self, words: str) -> None:
        self._show(self.view._replace(words=words.strip()))
        self._tell_count()

    def _tell_count(self) -> None:
        if self.is_asking:
            found = f"{self.shown_count:,} of {len(self.index.bookmarks):,}"
            self.prompt.tell(found if self.view.words else "")

    def _show(self, view: KeptView) -> None:
        self.view = view
        self._fill(self.kept.item)
        if not self.is_asking:
            self.update()

    def action_group_kept(self) -> None:
        """Group by the next of article, speaker, tag and day."""
        self.index.take_in_all()
        self._show(self.view._replace(grouping=self.view.grouping.next))

    def action_all_quotes(self) -> None:
        """Show all that is kept."""
        self._show(self.view._replace(wanted=Wanted.ALL))

    def action_noted_quotes(self) -> None:
        """Show what has a note."""
        self._show(self.view._replace(wanted=Wanted.NOTED))

    def action_unsure_quotes(self) -> None:
        """Show what has a speaker in doubt."""
        self._show(self.view._replace(wanted=Wanted.UNSURE))
