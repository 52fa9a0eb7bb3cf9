"""How list and page look: what is unfolded and shown, and how wide they are."""

from __future__ import annotations

from collections.abc import Sequence

from reader.desk.reading import Reading
from reader.domain.quote import Quote
from reader.tui.action_table import Pane
from reader.tui.page.layers import Layer
from reader.tui.rows import RowList
from reader.tui.screens.panes import MIN_LIST_WIDTH, MIN_PAGE_WIDTH
from reader.tui.screens.showing import ShowingPanes

LIST_STEP = 4


class Looks(ShowingPanes):
    """The actions that change nothing but what is drawn."""

    _counted: Reading | None = None  # what is being looked through because a key asked how much there is

    def can_unfold(self) -> bool:
        """There must be something folded."""
        return self.page.has_folded

    def action_unfold(self) -> None:
        """Unfold the related lines, or fold them."""
        self.page.toggle_related()
        self.update()

    def action_layers(self) -> None:
        """Draw the next layer over the text, and say which."""
        layer = self.page.drawn_layer.following
        self.page.set_layer(layer)
        self.page.show_reported(())
        self._counted = self.reading if layer is Layer.REPORTED else None
        if self._counted is not None:
            self.find_reported(self._counted)
        self.save_interface()
        self.say(f"Shown: {layer.sentence}")

    def take_reported(self, reading: Reading, reported: Sequence[Quote]) -> None:
        """Say how much is reported, if that was asked for and nothing else has been said since."""
        super().take_reported(reading, reported)
        said = f"Shown: {self.page.drawn_layer.sentence}"
        if self._counted is reading is self.reading and self.status.status.message == said:
            self.say(f"{said} {len(reported)} found.")
        self._counted = None

    def action_zen(self) -> None:
        """Show the page alone, or bring the list back."""
        self.toggle_class("-zen")
        if self.has_class("-zen"):
            self.activate(Pane.PAGE)
        self.update()

    def on_row_list_edge_dragged(self, message: RowList.EdgeDragged) -> None:
        """Move the border between list and page with the mouse."""
        if self.can_list_wider() and message.width != self.list_beside.size.width:
            self.list_width = max(MIN_LIST_WIDTH, min(message.width, self.size.width - MIN_PAGE_WIDTH))
            self.fit_width(self.size.width)

    def on_row_list_edge_dropped(self, message: RowList.EdgeDropped) -> None:
        """Remember where the border was put."""
        self.save_interface()
        self.update()

    def action_list_wider(self) -> None:
        """Widen the list."""
        self._set_list_width(self.list_beside.size.width + LIST_STEP)

    def action_list_narrower(self) -> None:
        """Narrow the list."""
        self._set_list_width(self.list_beside.size.width - LIST_STEP)

    def can_list_wider(self) -> bool:
        """The list must stand beside the page."""
        return not (self.has_class("-narrow") or self.has_class("-zen"))

    can_list_narrower = can_list_wider

    def _set_list_width(self, width: int) -> None:
        self.list_width = max(MIN_LIST_WIDTH, min(width, self.size.width - MIN_PAGE_WIDTH))
        self.fit_width(self.size.width)
        self.save_interface()
        self.update()
