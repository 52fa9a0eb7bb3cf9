"""Finding words in the article on the page: as typed, then from match to match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from reader.desk.reading import Reading
from reader.domain.quote import Quotation
from reader.domain.units import Unit, unit_after, unit_around
from reader.errors import NotFoundError, ReaderError
from reader.tui.action_table import Action, Pane
from reader.tui.page.pointing import View
from reader.tui.question import Question
from reader.tui.screens.asking import Answers
from reader.tui.screens.opening_panes import REST_AWAITED
from reader.tui.screens.quote_actions import QuoteActions
from reader.tui.screens.search import Search, SearchKind, is_for_enter, search_typed, with_last
from reader.tui.screens.status_text import counted_so_far, match_place

if TYPE_CHECKING:
    from reader.desk.finding import Matches

NOTHING_FOUND = "Nothing has these words."


class Finding(QuoteActions):
    """The actions of a search; while one is on, the matches are the steps of ``n`` and ``N``."""

    _search: Search | None = None
    _start: View | None = None  # what was on the page when the question was asked

    def can_find(self) -> bool:
        """There must be text."""
        return self.reading is not None and bool(self.reading.article.text)

    can_find_word = can_find

    async def action_find(self) -> None:
        """Ask for words to find in the article."""
        self._start = self.page.view
        earlier = self.desk.interface.searches
        await self.ask(
            Question.FIND, Answers(self._look_as_typed, self._take_search, self._leave_search, earlier)
        )

    def _look_as_typed(self, typed: str) -> None:
        reading = self.reading
        if reading is None:
            return
        if not typed.strip():
            self._leave_search()
        elif is_for_enter(typed, reading.article.text):
            self.prompt.tell("…")
        else:
            try:
                self._look_for(reading, search_typed(typed))
            except ReaderError as error:
                self._refuse(str(error))

    def _refuse(self, sentence: str) -> None:
        """Say why what stands in the line cannot be looked for; what was counted was something else."""
        self.end_search()
        self.prompt.tell("")
        self.prompt.refuse(sentence)

    def _take_search(self, typed: str) -> str | None:
        """Stay at the match; without words, look once more for those of the last time."""
        searches = self.desk.interface.searches
        typed = typed if typed.strip() or not searches else searches[-1]
        if self.reading is None or not typed.strip():
            return None
        if self._search != search_typed(typed):
            self._look_for(self.reading, search_typed(typed))
        matches = self.page.matches
        has_none = matches is not None and not matches
        if has_none and not self.await_rest(self._go_to_first_match):
            raise NotFoundError(NOTHING_FOUND)
        if matches:
            self.page.make_current_around(matches.starts[self.page.current_match])
        self._remember_search(typed)
        if self._start is not None:
            self.remember_jump_from(self._start)
        return REST_AWAITED if has_none else None

    def _go_to_first_match(self) -> None:
        """Go to the first match of a search that was sent before the whole article was there."""
        matches = self.page.matches
        if matches is None:
            self.update()  # the whole is still being looked through for a pattern
        elif len(matches):
            self.page.go_to_match(0)
            self.update()
        else:
            self.say(NOTHING_FOUND)

    def _remember_search(self, typed: str) -> None:
        interface = self.desk.interface
        try:
            self.desk.save_interface(replace(interface, searches=with_last(interface.searches, typed)))
        except ReaderError as error:
            self.tell_later(error)

    def _leave_search(self) -> None:
        """End the search where it began."""
        self.end_search()
        self.prompt.tell("")
        if self._start is not None:
            self.page.return_to(self._start)
        self.update()

    # Looking

    def _look_for(self, reading: Reading, search: Search) -> None:
        """Find what is looked for and go to the first match from here on; a pattern is found apart."""
        from reader.desk import finding

        self.workers.cancel_group(self, "pattern")
        self._search = search
        text = reading.article.text
        if search.kind is SearchKind.WORD:
            self._show_matches(finding.find_word(text, search.words))
        elif search.kind is SearchKind.WORDS:
            self._show_matches(finding.find_words(text, search.words))
        else:
            finding.check_pattern(search.words)
            self.page.show_matches(None)  # those of the line before say nothing of this one
            if self.is_asking:
                self.prompt.tell("…")
            self._look_for_pattern(reading, search)

    @work(thread=True, exclusive=True, group="pattern", exit_on_error=False)
    def _look_for_pattern(self, reading: Reading, search: Search) -> None:
        from reader.desk.finding import find_pattern

        worker = get_current_worker()
        try:
            matches = find_pattern(reading.article.text, search.words, lambda: worker.is_cancelled)
        except ReaderError as error:
            if not worker.is_cancelled:
                self.app.call_from_thread(self._refuse_pattern, search, str(error))
            return
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take_pattern, reading, search, matches)

    def _take_pattern(self, reading: Reading, search: Search, matches: Matches) -> None:
        if self.reading is reading and self._search == search:
            self._show_matches(matches)
            if self.is_asking:
                return
            if len(matches):
                self.update()
            else:
                self.say(NOTHING_FOUND)

    def _refuse_pattern(self, search: Search, sentence: str) -> None:
        if self._search != search:
            return
        if self.is_asking:
            self._refuse(sentence)
        else:
            self.end_search()
            self.say(sentence)

    def _show_matches(self, matches: Matches) -> None:
        start = self._start.position if self.is_asking and self._start is not None else self.page.caret
        self.page.show_matches(matches)
        if matches:
            first = matches.first_from(start)
            self.page.go_to_match(first if first < len(matches) else 0)
        if self.is_asking:
            count = counted_so_far(len(matches), self.reading)
            nothing = "none so far" if self.is_rest_coming else "none"
            number = f"{self.page.current_match + 1:,} of {count}" if matches else nothing
            self.prompt.tell(number)

    def show_reading(self, reading: Reading) -> None:
        """Show an article; a search goes on in another state of the same one, and ends with it."""
        shown = self.reading
        is_same = shown is not None and shown.article.head.id == reading.article.head.id
        view = self.page.view if is_same else None
        search, matches, current = self._search, self.page.matches, self.page.current_match
        super().show_reading(reading)
        self._search = None
        if search is None or view is None:
            return
        if matches is not None and shown is not None and shown.article is reading.article:
            self._search = search
            self.page.show_matches(matches, current)
        else:
            self._look_for(reading, search)
        self.page.return_to(view)

    # Going on

    def action_find_word(self) -> None:
        """Find the word one is at, or the words selected."""
        reading = self.reading
        if reading is None:
            return
        text = reading.article.text
        selected = self.page.selected
        word = selected
        if word is None:
            caret = self.page.caret
            word = unit_around(text, caret, Unit.WORD) or unit_after(text, caret, Unit.WORD)
        if word is None:
            self.say("No word here.")
            return
        self.remember_jump()
        self.page.show_selection(None)
        kind = SearchKind.WORD if selected is None else SearchKind.WORDS
        self._look_for(reading, Search(word.of(text), kind))
        self._remember_search(word.of(text))
        matches = self.page.matches
        if matches:
            # The word itself is a match; what is wanted is the next one.
            self._go_to_match(matches.first_from(word.start) + 1)

    def action_next_match(self) -> None:
        """Go to the next match; with no search on, to the next quotation."""
        self._step_match(1)

    def action_previous_match(self) -> None:
        """Go to the match before; with no search on, to the quotation before."""
        self._step_match(-1)

    def can_next_match(self) -> bool:
        """There must be a match or a quotation."""
        return bool(self.page.matches) or self.can_next_quote()

    can_previous_match = can_next_match

    def _step_match(self, direction: int) -> None:
        if self.page.matches:
            self._go_to_match(self.page.match_step(direction * self.take_times()))
        elif direction > 0:
            self.action_next_quote()
        else:
            self.action_previous_quote()

    def _go_to_match(self, index: int) -> None:
        """Go to a match; past the last goes on from the first, and says so.

        The last of an article's beginning is not the last: the rest is awaited.
        """
        matches = self.page.matches
        count = len(matches or ())
        if index >= count and self.await_rest(partial(self._go_to_match, index)):
            return
        if not matches:
            self.update()  # the whole is looked through for the pattern once more
            return
        self.page.go_to_match(index % count)
        self.page.make_current_around(matches.starts[index % count])
        if 0 <= index < count:
            self.update()
        else:
            place = match_place(self.page, self._search.words if self._search else "")[-1]
            self.say(f"{place} · on from the {'top' if index >= count else 'end'}")

    def current(self) -> tuple[Reading, Quotation] | None:
        """The quotation at hand; at a match that is in none, another on the screen is not what is meant."""
        page = self.page
        if self._search is not None and page.is_at_match and page.current < 0 and page.shows_match:
            way_on = self.keymap.sentence("next_quote", "goes to the next one")
            self.say(f"The match is in no quotation{f': {way_on}' if way_on else ''}.")
            return None
        return super().current()

    def end_search(self) -> None:
        """Take the marks of the matches away."""
        self.workers.cancel_group(self, "pattern")
        self._search = None
        self.page.show_matches(None)

    def end_topmost(self) -> bool:
        """End the search, if there is one."""
        if self._search is None:
            return super().end_topmost()
        self.end_search()
        return True

    def place(self) -> Sequence[str]:
        """Say which match is the current one, until one steps to a quotation without it."""
        if self._search is None or not self.page.is_at_match or self.active_pane is not Pane.PAGE:
            return super().place()
        return match_place(self.page, self._search.words)

    def is_offered(self, action: Action) -> bool:
        """Offer the next match or the next quotation, not both."""
        if action.id in ("next_match", "next_quote"):
            return super().is_offered(action) and (action.id == "next_match") == bool(self.page.matches)
        return super().is_offered(action)
