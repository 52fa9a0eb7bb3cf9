"""How the page is set: column, spacing, edges; and moving sideways what is wider than the column."""

from __future__ import annotations

from reader.settings import COLUMN_COUNTS, MAX_COLUMN_WIDTH, MAX_LINE_SPACING, MIN_COLUMN_WIDTH
from reader.tui.screens.sequences import Sequences

COLUMN_STEP = 4
PAN_CELLS = 8
_COLUMNS_SAID = ("as many as fit", "one", "two")


class Typesetting(Sequences):
    """The actions that set the page in another way; the words on top stay on top."""

    def action_wider(self) -> None:
        """Widen the column."""
        self._set_column(self.page.wanted_column + COLUMN_STEP)

    def action_narrower(self) -> None:
        """Narrow the column."""
        self._set_column(self.page.wanted_column - COLUMN_STEP)

    def action_reset_width(self) -> None:
        """Give the column the width of the settings."""
        self._set_column(self.usual_typography.column)

    def _set_column(self, width: int) -> None:
        self.page.set_column(max(MIN_COLUMN_WIDTH, min(width, MAX_COLUMN_WIDTH)))
        shown, wanted = self.page.shown_column, self.page.wanted_column
        fitting = "" if shown == wanted else f"; {shown} fit here"
        self.say(f"Column: {wanted} cells{fitting}.")
        self.save_interface()

    def action_columns(self) -> None:
        """Set one column, two, or as many as fit."""
        typography = self.page.typography
        columns = (typography.columns + 1) % len(COLUMN_COUNTS)
        self.page.set_typography(typography._replace(columns=columns))
        fitting = "; the page has room for one" if self.page.columns < columns else ""
        self.say(f"Columns: {_COLUMNS_SAID[columns]}{fitting}.")
        self.save_interface()

    def action_line_spacing(self) -> None:
        """Set the lines wider apart, or closer again."""
        typography = self.page.typography
        spacing = typography.spacing % MAX_LINE_SPACING + 1
        self.page.set_typography(typography._replace(spacing=spacing))
        self.say(f"Line spacing: {spacing}.")
        self.save_interface()

    def action_justify(self) -> None:
        """Set both edges of the column straight, or only the left."""
        typography = self.page.typography._replace(is_justified=not self.page.typography.is_justified)
        self.page.set_typography(typography)
        self.say("Both edges straight." if typography.is_justified else "The right edge runs free.")
        self.save_interface()

    def can_pan_right(self) -> bool:
        """Something on the screen must be wider than the column."""
        return self.page.widest > 0

    can_pan_left = can_pan_right

    def action_pan_right(self) -> None:
        """Move what is wider than the column to the left."""
        self.page.pan(PAN_CELLS * self.take_times())
        self.update()

    def action_pan_left(self) -> None:
        """Move what is wider than the column back to the right."""
        self.page.pan(-PAN_CELLS * self.take_times())
        self.update()
