"""All kept quotations, the newest first, and the way back to their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.desk.desk import Desk
from reader.domain.dates import local_day
from reader.domain.mark import Bookmark
from reader.errors import ReaderError
from reader.settings import Settings
from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.cells import cut, width_cells
from reader.tui.inks import Inks, inks
from reader.tui.page.wrap import wrap
from reader.tui.rows import RowList
from reader.tui.screens.rows_screen import RowsScreen
from reader.tui.status import Status

ROW_HEIGHT = 4
"""At most two lines of words, one of source, at least one blank."""
MARGIN_CELLS = 4
MAX_WORDS_CELLS = 96


def paint_bookmark(bookmark: Bookmark, width: int, inks: Inks, is_under_cursor: bool) -> list[Strip]:  # noqa: FBT001
    """Draw the four lines of a kept quotation."""
    ground = inks.cursor_ground if is_under_cursor else Style.null()
    bar = "▌" if is_under_cursor else " "
    bar_style = inks.list_text + ground + (inks.cursor_bar if is_under_cursor else Style.null())
    room = max(1, min(width - MARGIN_CELLS - 2, MAX_WORDS_CELLS))
    pieces = wrap(bookmark.text, 0, len(bookmark.text), room)
    first = bookmark.text[slice(*pieces[0])]
    second = cut(bookmark.text[pieces[1][0] :], room) if len(pieces) > 1 else ""
    found = bookmark.speaker.shown if bookmark.speaker else "speaker unknown"
    kept_on = local_day(bookmark.kept_at)
    kept = f"kept {kept_on}" if kept_on else ""
    rest = " · ".join(filter(None, [bookmark.title, bookmark.source, kept]))

    def line(*parts: tuple[str, Style], sign: str = " ") -> Strip:
        segments = [Segment(bar, bar_style), Segment(f" {sign} ", inks.list_star + ground)]
        segments += [Segment(words, style + ground) for words, style in parts]
        used = MARGIN_CELLS + sum(width_cells(words) for words, _ in parts)
        segments.append(Segment(" " * max(0, width - used), inks.list_text + ground))
        return Strip(segments).adjust_cell_length(width, inks.list_text)

    who = cut(bookmark.repaired_speaker or found, room // 2)
    words = [line((first, inks.list_text), sign="★")]
    if second:
        words.append(line((second, inks.list_text)))
    origin = line((who, inks.list_unread), (cut(f" · {rest}", room - width_cells(who)), inks.list_dim))
    blank = Strip.blank(width, inks.list_text)
    return [*words, origin, blank, blank][:ROW_HEIGHT]


class KeptList(RowList):
    """The kept quotations, four lines each."""

    ROW_HEIGHT = ROW_HEIGHT
    READ_FROM_CELL = MARGIN_CELLS

    def __init__(self, bookmarks: Sequence[Bookmark], empty_lines: Sequence[str]) -> None:
        super().__init__()
        self.bookmarks = bookmarks
        self.empty_lines = empty_lines

    @property
    def row_count(self) -> int:
        """How many quotations are kept."""
        return len(self.bookmarks)

    @property
    def selected(self) -> Bookmark | None:
        """The quotation under the cursor."""
        return self.bookmarks[self.cursor] if self.bookmarks else None

    def show(self, bookmarks: Sequence[Bookmark]) -> None:
        """Show other quotations, the cursor staying as near as it can."""
        self.bookmarks = bookmarks
        self.cursor = max(0, min(self.cursor, len(bookmarks) - 1))
        self.show_cursor()
        self.refresh()

    def paint_row(self, index: int, width: int) -> Sequence[Strip]:
        """Draw one kept quotation."""
        return paint_bookmark(self.bookmarks[index], width, inks(self.app.theme), index == self.cursor)

    def paint_empty(self, y: int, width: int) -> Strip:
        """Draw the space below the last row, or the words of an empty list."""
        colours = inks(self.app.theme)
        said = self.empty_lines[y - 1] if not self.bookmarks and 0 < y <= len(self.empty_lines) else ""
        strip = Strip([Segment("    ", colours.list_text), Segment(cut(said, width - 5), colours.list_dim)])
        return strip.adjust_cell_length(width, colours.list_text)


class KeptScreen(RowsScreen[Bookmark | None]):
    """Dismissed with the bookmark whose place is to be shown, or None."""

    def __init__(self, desk: Desk, settings: Settings, keymap: Keymap) -> None:
        self.desk = desk
        self.settings = settings
        way_in = keymap.sentence("keep", "keeps the quotation you are at while you read.")
        lines = ("Nothing kept yet.", "", way_in, keymap.sentence("close", "goes back."))
        self.kept = KeptList(self._newest_first(), lines)
        super().__init__(self.kept, Pane.KEPT, keymap)
        self.update()

    def _newest_first(self) -> Sequence[Bookmark]:
        return self.desk.bookmarks()[::-1]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what would do something."""
        if self.is_asking:
            return False
        if action in ("jump", "drop", "copy_quote", "cite", "pipe"):
            return bool(self.kept.bookmarks)
        if action == "undo":
            return self.desk.can_undo
        return True

    def reload(self) -> None:
        """Show what is kept now, here or by another process."""
        self.kept.show(self._newest_first())
        self.update()

    def update(self) -> None:
        """Say how many quotations are kept and what can be done."""
        self.say("")

    def say(self, message: str) -> None:
        """Tell what was done."""
        count = self.kept.row_count
        place = f"{count:,} kept {'quotation' if count == 1 else 'quotations'}"
        hints = tuple(
            action for action in self.keymap.hints_of(Pane.KEPT) if self.check_action(action.id, ())
        )
        self.status.show(Status((place,), hints, message))

    def action_jump(self) -> None:
        """Leave with the quotation whose place is to be shown."""
        self.dismiss(self.kept.selected)

    def action_drop(self) -> None:
        """Let the quotation go."""
        if self.kept.selected is not None:
            bookmark_id = self.kept.selected.id
            self._change(lambda: f"Let go of {self.desk.drop(bookmark_id).text}")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._change(self.desk.undo)

    def _change(self, change: Callable[[], str]) -> None:
        if self.desk.read_only_sentence:
            self.say(self.desk.read_only_sentence)
            return
        try:
            said = change()
        except ReaderError as error:
            self.reload()
            self.status.show(Status(message=str(error), is_error=True))
            return
        self.reload()
        self.say(said)

    def action_copy_quote(self) -> None:
        """Copy the quotation with its speaker."""
        if self.kept.selected is not None:
            from reader.tui.clipboard import copy

            copy(self, self.desk.bookmark_text(self.kept.selected))

    def action_cite(self) -> None:
        """Copy the quotation with its citation, in the style of the settings."""
        if self.kept.selected is not None:
            from reader.desk.exporting import cite_bookmark
            from reader.tui.clipboard import copy

            citation = cite_bookmark(self.desk, self.kept.selected, self.settings.citation_style)
            copy(self, citation)

    def action_pipe(self) -> None:
        """Hand the quotation as JSON to the program of the settings."""
        if self.kept.selected is not None:
            from reader.desk.documents import bookmark_document
            from reader.tui.piping import pipe

            pipe(self, self.settings.pipe, bookmark_document(self.kept.selected))

    def action_help(self) -> None:
        """Show the keys."""
        from reader.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(Pane.KEPT, self.keymap))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """Show the place of the quotation that was clicked twice."""
        self.action_jump()
