"""What can be done with the article in hand: marked, starred, removed, opened elsewhere."""

from __future__ import annotations

from reader.tui.browser import open_address
from reader.tui.screens.showing import ShowingPanes


class ArticleActions(ShowingPanes):
    """The actions on the article under the list's cursor, which is the one on the page."""

    def can_toggle_read(self) -> bool:
        """An article must be there to be marked."""
        return self.head is not None

    def action_toggle_read(self) -> None:
        """Mark the article as read, or as unread."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.toggle_read(head))

    def can_read_all(self) -> bool:
        """There must be articles to mark."""
        return bool(self.articles.heads)

    def action_read_all(self) -> None:
        """Mark all articles of the list, as far as it is filtered, as read."""
        if self.may_write():
            self.attempt(self._read_all)
            self.articles.refresh()

    def _read_all(self) -> str:
        unread = self.desk.unread_count
        said = self.desk.finish_all(self.articles.heads)
        return said if self.desk.unread_count == unread else self.with_way_back(said)

    def can_star(self) -> bool:
        """An article must be there to be starred."""
        return self.head is not None

    def action_star(self) -> None:
        """Star the article, or take the star off."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.desk.toggle_star(head))

    def can_remove(self) -> bool:
        """The bundled pieces stay."""
        return self.head is not None and not self.head.is_bundled

    def action_remove(self) -> None:
        """Move the article to the trash."""
        if self.head is not None and self.may_write():
            head = self.head
            self.attempt(lambda: self.with_way_back(self.then_reload(self.desk.remove(head))))

    def action_rescan(self) -> None:
        """Take in files dropped into the library folder."""
        self.say("Looking through the library folder …")
        self._is_look_asked_for = True
        self.look_again()

    def can_browse(self) -> bool:
        """The article must have an address."""
        return self.head is not None and bool(self.head.url)

    def action_browse(self) -> None:
        """Open the article's address."""
        if self.head is not None and self.head.url:
            self.say(open_address(self.head.url))

    def action_copy_article(self) -> None:
        """Copy the article's title and address."""
        if self.head is not None:
            from reader.tui.clipboard import copy

            copy(self, " ".join(filter(None, [self.head.title, self.head.url])))

    def can_cite_article(self) -> bool:
        """An article must be there to be cited."""
        return self.head is not None

    def action_cite_article(self) -> None:
        """Copy the article's citation, in the style of the settings."""
        if self.head is not None:
            from reader.desk.exporting import cite_article
            from reader.tui.clipboard import copy

            copy(self, cite_article(self.head, self.settings.citation_style))

    def can_export(self) -> bool:
        """Something of the article must be kept."""
        return self.head is not None and self.desk.entry(self.head).kept_count > 0

    async def action_export(self) -> None:
        """Write what is kept of the article to a file."""
        from reader.tui.screens.exporting import ask_where

        head = self.head
        if head is not None:
            kept = [bookmark for bookmark in self.desk.bookmarks() if bookmark.article == head.id]
            await ask_where(self, self.desk, kept)
