"""A list whose rows stand in groups: each group has a head, and the cursor passes over heads."""

from __future__ import annotations

from typing import Generic, TypeVar

from reader.tui.rows import RowList

HeadT = TypeVar("HeadT")


class GroupedRows(RowList, Generic[HeadT]):
    """Rows are heads and items; an item is a number, and what it stands for is the subclass's.

    A head is always followed by an item.
    """

    def __init__(self, rows: list[HeadT | int] | None = None, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.rows: list[HeadT | int] = rows or []
        self.cursor = self._item_row(0, 1)

    @property
    def row_count(self) -> int:
        """How many rows there are, heads included."""
        return len(self.rows)

    @property
    def item(self) -> int | None:
        """The item under the cursor; None when there is none."""
        row = self.rows[self.cursor] if self.cursor < len(self.rows) else None
        return row if isinstance(row, int) else None

    def show_rows(self, rows: list[HeadT | int], cursor: int) -> None:
        """Show other rows, with the cursor on row ``cursor`` or the nearest item."""
        self.rows = rows
        self.cursor = self._item_row(max(0, min(cursor, len(rows) - 1)), 1)
        self.show_cursor()
        self.refresh()

    def row_of(self, item: int | None) -> int | None:
        """Return the first row of an item; None when it is not shown."""
        if item is None:
            return None
        return next((row for row, shown in enumerate(self.rows) if shown == item), None)

    def go_to(self, index: int) -> None:
        """Put the cursor on row ``index``; from a head it goes on the way it was going."""
        index = max(0, min(index, self.row_count - 1))
        super().go_to(self._item_row(index, 1 if index >= self.cursor else -1))

    def show_cursor(self) -> None:
        """Bring the cursor into view, with the head of its group where it is the first."""
        super().show_cursor()
        if self.top == self.cursor > 0 and not isinstance(self.rows[self.cursor - 1], int):
            self.top -= self.visible_row_count > 1

    def _item_row(self, index: int, step: int) -> int:
        if index < len(self.rows) and not isinstance(self.rows[index], int):
            return index + (step if index + step >= 0 else 1)
        return index
