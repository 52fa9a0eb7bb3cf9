"""Following what leads elsewhere: a link to the browser, a footnote's mark to its note."""

from __future__ import annotations

from bisect import bisect_left

from reader.tui.action_table import Pane
from reader.tui.browser import open_address
from reader.tui.page.article_page import ArticlePage
from reader.tui.page.links import PageLink
from reader.tui.screens.jumps import Jumps


class Following(Jumps):
    """Lists the links of the page and follows the one chosen."""

    def can_links(self) -> bool:
        """There must be something to follow."""
        return bool(self.page.links)

    def action_links(self) -> None:
        """Number the links and list them, beginning with the first on the screen."""
        from reader.tui.screens.link_picker import LinkPicker

        view, place = self.page.view, self.page.place
        links = self.page.links
        self.page.number_links(are_shown=True)

        def follow(link: PageLink | None) -> None:
            self.page.number_links(are_shown=False)
            self.page.mark_place(place)
            self.page.return_to(view)
            self.update()
            if link is not None:
                self._follow(link)

        first = bisect_left([link.span.start for link in links if link.target is None], view.position)
        first = min(first, len(links) - 1)
        picker = LinkPicker(self.keymap, links, first, self._show_link)
        self.app.push_screen(picker, follow)

    def _show_link(self, link: PageLink) -> None:
        """Show where a link stands; on a narrow terminal at the top, since the list covers the foot."""
        if self.has_class("-narrow"):
            self.page.mark_place(link.span)
            self.page.show_from_place(link.span.start)
        else:
            self.page.go_to_place(link.span)

    def _follow(self, link: PageLink) -> None:
        if link.target is None:
            self.say(
                open_address(link.url)
                if link.url
                else "This picture has no web address, so the browser cannot show it."
            )
            return
        self.remember_jump()
        self.page.go_to(link.target)
        self.page.mark_place(link.target)
        self.update()
        way_back = self.keymap.sentence("jump_back", "goes back")
        self.say(f"The footnote. {way_back}{'.' if way_back else ''}".rstrip())

    def on_linking_page_link_chosen(self, message: ArticlePage.LinkChosen) -> None:
        """Follow the link that was clicked."""
        self.activate(Pane.PAGE)
        self._follow(message.link)
