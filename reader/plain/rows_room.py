"""A place with numbered rows, one of which is current."""

from __future__ import annotations

from abc import abstractmethod

from reader.plain.room import Room

ROWS_AT_ONCE = 10


class RowsRoom(Room):
    """Says rows, one a line; the list and the kept quotations are such."""

    noun = "row"
    cursor = 0

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def row_words(self, row: int) -> str:
        """Return what is said of a row."""

    @abstractmethod
    def say_nothing_there(self) -> None:
        """Say what to do where there is no row."""

    def go_to(self, row: int) -> Room:
        """Make a row the current one, as far as there are rows, and say it."""
        if not self.row_count:
            self.say_nothing_there()
            return self
        if not 0 <= row < self.row_count:
            self.say(f"That is the {'first' if row < 0 else 'last'} {self.noun}.")
        self.cursor = max(0, min(row, self.row_count - 1))
        self.say(self.row_words(self.cursor))
        return self

    def do_next(self, _argument: str) -> Room | None:
        """Say the next row."""
        return self.go_to(self.cursor + 1)

    def do_previous(self, _argument: str) -> Room | None:
        """Say the row before."""
        return self.go_to(self.cursor - 1)

    def do_top(self, _argument: str) -> Room | None:
        """Go to the first row."""
        return self.go_to(0)

    def do_bottom(self, _argument: str) -> Room | None:
        """Go to the last row."""
        return self.go_to(self.row_count - 1)

    def do_again(self, _argument: str) -> Room | None:
        """Say the row again."""
        return self.go_to(self.cursor)

    def do_rows(self, _argument: str) -> Room | None:
        """Say ten rows from the current one on; the last one said becomes current."""
        first = self.cursor + 1 if self._said_to == self.cursor else self.cursor
        return self._say_rows(first)

    def do_rows_back(self, _argument: str) -> Room | None:
        """Say the ten rows before."""
        return self._say_rows(max(0, self.cursor - 2 * ROWS_AT_ONCE + 1))

    _said_to = -1  # the last row of a page of rows, after which the next page begins

    def _say_rows(self, first: int) -> Room:
        if first >= self.row_count:
            return self.go_to(self.row_count) if self.row_count else self.go_to(0)
        last = min(first + ROWS_AT_ONCE, self.row_count) - 1
        for row in range(first, last + 1):
            self.say(self.row_words(row))
        self.cursor = self._said_to = last
        return self
