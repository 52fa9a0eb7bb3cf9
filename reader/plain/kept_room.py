"""All kept quotations, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.mark import Bookmark
from reader.plain.annotating import Annotating, InHand
from reader.plain.article_room import open_article
from reader.plain.commands import Place
from reader.plain.room import as_number
from reader.plain.rows_room import RowsRoom
from reader.plain.wording import bookmark_line, counted

if TYPE_CHECKING:
    from reader.plain.list_room import ListRoom
    from reader.plain.room import Room


class KeptRoom(Annotating, RowsRoom):
    """The kept quotations, the newest first."""

    place = Place.KEPT
    noun = "kept quotation"

    def __init__(self, articles: ListRoom) -> None:
        super().__init__(articles.desk, articles.say)
        self.articles = articles
        self.bookmarks: tuple[Bookmark, ...] = ()

    @property
    def row_count(self) -> int:
        """How many quotations are kept."""
        return len(self.bookmarks)

    def row_words(self, row: int) -> str:
        """Return a kept quotation in words."""
        return bookmark_line(self.bookmarks[row], row + 1, self.row_count)

    def say_nothing_there(self) -> None:
        """Say how to keep."""
        self.say("Nothing kept yet; s keeps a quotation while you read.")

    def enter(self) -> None:
        """Say the current one."""
        self.changed()
        self.go_to(self.cursor)

    def changed(self) -> None:
        """Take what is kept now."""
        self.bookmarks = self.desk.bookmarks()[::-1]
        self.cursor = max(0, min(self.cursor, self.row_count - 1))

    def do_where(self, _argument: str) -> Room | None:
        """Say how many quotations are kept and which is current."""
        self.say(f"{counted(self.row_count, 'kept quotation')}.")
        return self.go_to(self.cursor)

    def do_number(self, argument: str) -> Room | None:
        """Say a kept quotation by its number."""
        number = as_number(argument)
        if argument.endswith("%") or not 1 <= number <= self.row_count:
            count = counted(self.row_count, self.noun)
            self.say(f"There are {count}, so there is no number {argument[:12]}.")
            return self
        return self.go_to(number - 1)

    def do_drop(self, _argument: str) -> Room | None:
        """Let the quotation go."""
        if self.bookmarks and self.may_write():
            self.desk.drop(self.bookmarks[self.cursor].id)
            self.changed()
            self.say("Let go; U keeps it again.")
        return self

    def in_hand(self) -> InHand | None:
        """Return the current kept quotation; it says so when nothing is kept."""
        if not self.bookmarks:
            self.say_nothing_there()
            return None
        bookmark = self.bookmarks[self.cursor]
        words = f"kept quotation {self.cursor + 1}"
        return InHand(words, bookmark, lambda: bookmark.id, bookmark.article, bookmark.anchor)

    def do_place(self, _argument: str) -> Room | None:
        """Open the article at the quotation's place."""
        if not self.bookmarks:
            return self.go_to(0)
        bookmark = self.bookmarks[self.cursor]
        row = self.desk.row_of(bookmark.article)
        if row is None:
            self.say(f"“{bookmark.title}” is no longer in the library; the quotation stays kept.")
            return self
        return open_article(self.articles, self.articles.choose(row), bookmark)

    def do_back(self, _argument: str) -> Room | None:
        """Go back to the list."""
        return self.articles
