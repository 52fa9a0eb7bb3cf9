"""The links of the page: their numbers behind them, and which one stands at a place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.message import Message

from reader.desk.reading import Reading
from reader.tui.page.links import LinkLabels, PageLink, links_of
from reader.tui.page.scrolling import ScrollingPage


class LinkingPage(ScrollingPage):
    """Knows what leads elsewhere from its article; following it is not the page's business."""

    class LinkChosen(Message):
        """The mouse chose a link or a footnote's mark."""

        def __init__(self, link: PageLink) -> None:
            super().__init__()
            self.link = link

    def __init__(self, wanted_column: int) -> None:
        super().__init__(wanted_column)
        self._links: Sequence[PageLink] = ()
        self._links_of: Reading | None = None

    @property
    def links(self) -> Sequence[PageLink]:
        """The links, images and footnotes' marks of the article."""
        if self._links_of is not self.reading:
            self._links_of = self.reading
            self._links = links_of(self.reading.article) if self.reading is not None else ()
        return self._links

    def number_links(self, *, are_shown: bool) -> None:
        """Show the number of each link behind it, or hide the numbers."""
        self.show_link_labels(LinkLabels(self.links) if are_shown else None)

    def link_at(self, place: int) -> PageLink | None:
        """Return the link that stands at a place of the text."""
        return next((link for link in self.links if place in link.span), None)
