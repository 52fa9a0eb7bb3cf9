"""Selecting words of the article by key: what the arrows and the text motions do while one selects."""

from __future__ import annotations

from collections.abc import Callable

from reader.domain.units import Unit
from reader.tui.action_table import Pane
from reader.tui.page.selecting import SelectingPage
from reader.tui.page.selection import (
    Selection,
    end_ahead,
    next_character,
    next_unit,
    previous_character,
    previous_unit,
    start_behind,
)
from reader.tui.screens.showing import ShowingPanes


class Selecting(ShowingPanes):
    """The actions that begin a selection, move its end, and let it go."""

    def can_select(self) -> bool:
        """There must be text."""
        return self.reading is not None and bool(self.reading.article.text)

    can_select_sentences = can_select

    def action_select(self) -> None:
        """Select from where one is on, by characters; with a selection, let it go."""
        selection = self.page.selection
        if selection is not None and selection.unit is None:
            self._select(None)
        else:
            self._select_by(None)

    def action_select_sentences(self) -> None:
        """Select whole sentences; with a selection of sentences, let it go."""
        selection = self.page.selection
        if selection is not None and selection.unit is Unit.SENTENCE:
            self._select(None)
        else:
            self._select_by(Unit.SENTENCE)

    def _select_by(self, unit: Unit | None) -> None:
        place = self._first_place()
        self._select((self.page.selection or Selection(place, place))._replace(unit=unit))

    def _first_place(self) -> int:
        """Where a selection begins: where one is."""
        return self.page.caret

    def action_select_nothing(self) -> None:
        """Let the selection go."""
        self._select(None)

    def action_select_other_end(self) -> None:
        """Move the other end from now on."""
        if self.page.selection is not None:
            self._select(self.page.selection.swapped())

    def action_extend_right(self) -> None:
        """Take the end a character further on, or a sentence where whole ones are selected."""
        self._move(lambda text, place: self._one_on(text, place, next_character, next_unit))

    def action_extend_left(self) -> None:
        """Take the end a character back, or a sentence."""
        self._move(lambda text, place: self._one_on(text, place, previous_character, previous_unit))

    def _one_on(
        self,
        text: str,
        place: int,
        by_character: Callable[[str, int], int],
        by_unit: Callable[[str, int, Unit], int],
    ) -> int:
        unit = self.page.selection.unit if self.page.selection is not None else None
        return by_character(text, place) if unit is None else by_unit(text, place, unit)

    def action_extend_down(self) -> None:
        """Take the end a line down."""
        self._move(lambda _, place: self.page.place_below(place, 1))

    def action_extend_up(self) -> None:
        """Take the end a line up."""
        self._move(lambda _, place: self.page.place_below(place, -1))

    def action_extend_word(self) -> None:
        """Take the end to the end of a word."""
        self._move(lambda text, place: end_ahead(text, place, Unit.WORD))

    def action_extend_word_back(self) -> None:
        """Take the end to the start of a word."""
        self._move(lambda text, place: start_behind(text, place, Unit.WORD))

    def action_extend_sentence(self) -> None:
        """Take the end to the end of a sentence."""
        self._move(lambda text, place: end_ahead(text, place, Unit.SENTENCE))

    def action_extend_sentence_back(self) -> None:
        """Take the end to the start of a sentence."""
        self._move(lambda text, place: start_behind(text, place, Unit.SENTENCE))

    def action_extend_paragraph(self) -> None:
        """Take the end to the end of a paragraph."""
        self._move(lambda text, place: end_ahead(text, place, Unit.PARAGRAPH))

    def action_extend_paragraph_back(self) -> None:
        """Take the end to the start of a paragraph."""
        self._move(lambda text, place: start_behind(text, place, Unit.PARAGRAPH))

    def action_extend_to_end(self) -> None:
        """Take the end to the article's last character."""
        self._move(lambda text, _: previous_character(text, len(text)))

    def action_extend_to_start(self) -> None:
        """Take the end to the article's first character."""
        self._move(lambda _text, _place: 0)

    def _move(self, moved: Callable[[str, int], int]) -> None:
        selection = self.page.selection
        if selection is not None and self.reading is not None:
            place = moved(self.reading.article.text, selection.moving)
            self._select(selection._replace(moving=place))

    def _select(self, selection: Selection | None) -> None:
        self.page.show_selection(selection)
        self.update()

    def on_selecting_page_selected(self, message: SelectingPage.Selected) -> None:
        """Say what the mouse selected."""
        self.activate(Pane.PAGE)
        self.update()
