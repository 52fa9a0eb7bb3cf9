"""The links of an article in a list: moving through it shows each on the page, a number chooses one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.tui.action_table import Pane
from reader.tui.actions import Keymap
from reader.tui.page.links import PageLink
from reader.tui.screens.panes import NARROW_BELOW_CELLS
from reader.tui.screens.picker import Picker, PickList, PickRow
from reader.tui.status import Status

MAX_DIGITS = 5


class LinkPicker(Picker[PageLink | None]):
    """Dismissed with the link to follow, or None."""

    DEFAULT_CSS = """
    LinkPicker {
        align: left top;
    }

    LinkPicker #pick {
        width: 33%;
        min-width: 24;
        max-width: 48;
        height: 1fr;
        border-left: none;
        border-right: solid $accent;
    }

    LinkPicker.-below {
        align: left bottom;
    }

    LinkPicker.-below #pick {
        width: 100%;
        max-width: 100%;
        height: 40%;
        border-right: none;
        border-top: solid $accent;
    }
    """
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it so
        (0, "-below"), (NARROW_BELOW_CELLS, "-beside"),
    ]  # fmt: skip

    def __init__(
        self, keymap: Keymap, links: Sequence[PageLink], first: int, show_link: Callable[[PageLink], object]
    ) -> None:
        rows = PickList([_row(link) for link in links])
        rows.cursor = first
        super().__init__(rows, keymap)
        self._links = links
        self._show_link = show_link
        self._digits = ""
        self.update()

    def update(self) -> None:
        """Show the link under the cursor, and where it leads."""
        link = self._links[self.picks.cursor]
        self._show_link(link)
        nowhere = "a footnote" if link.target is not None else "a picture without a web address"
        place = f"{link.label} {link.url or nowhere}"
        self.status.show(Status((place, link.label), self.keymap.hints_of(Pane.PICKER)))

    def take_key(self, key: str, character: str | None) -> bool:
        """Go to the link whose number is typed; any other key ends the number."""
        if not character or len(character) != 1 or character not in "0123456789":
            self._digits = ""
            return False
        number = (self._digits + character).lstrip("0")
        if not 0 < int(number or "0") <= len(self._links):
            number = character  # the number has no such link: another begins
        self._digits = number[:MAX_DIGITS]
        if 0 < int(number) <= len(self._links):
            self.picks.go_to(int(number) - 1)
            self.update()
        return True

    def action_choose(self) -> None:
        """Follow the link under the cursor."""
        self.dismiss(self._links[self.picks.cursor])


def _row(link: PageLink) -> PickRow:
    words = " ".join(link.words.split()) or link.url or "a picture without words"
    detail = "" if link.target is not None else link.url.partition("://")[2].partition("/")[0]
    return PickRow(f"{link.number:>3}  {words}", detail)
