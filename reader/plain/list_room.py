"""The list of articles, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.desk.desk import Desk
from reader.domain.article import ArticleHead
from reader.plain.article_room import open_article
from reader.plain.commands import Place
from reader.plain.kept_room import KeptRoom
from reader.plain.room import Say, as_number
from reader.plain.rows_room import RowsRoom
from reader.plain.wording import counted, row_line

if TYPE_CHECKING:
    from reader.plain.room import Room


class ListRoom(RowsRoom):
    """The articles, all of them or those with the words of a filter."""

    place = Place.LIST
    noun = "article"

    def __init__(self, desk: Desk, say: Say) -> None:
        super().__init__(desk, say)
        self.words = ""
        self.heads: Sequence[ArticleHead] = desk.heads
        self.cursor = desk.row_of(desk.interface.last_article) or 0

    @property
    def row_count(self) -> int:
        """How many articles are listed."""
        return len(self.heads)

    @property
    def head(self) -> ArticleHead | None:
        """The current article."""
        return self.heads[self.cursor] if self.heads else None

    def row_words(self, row: int) -> str:
        """Return an article in words."""
        return row_line(self.desk.entry(self.heads[row]), row + 1)

    def say_nothing_there(self) -> None:
        """Say what to do in an empty list."""
        self.say(
            "Nothing has these words; / shows all articles."
            if self.words
            else "No articles; a PATH adds one."
        )

    def enter(self) -> None:
        """Say the row one has come back to."""
        self.changed()
        self.go_to(self.cursor)

    def changed(self) -> None:
        """Take the list as the library is now, the cursor staying on its article."""
        here = self.head
        self.heads = self.desk.matching(self.words) if self.words else self.desk.heads
        if here is not None and not (self.cursor < len(self.heads) and self.heads[self.cursor].id == here.id):
            found = (row for row, head in enumerate(self.heads) if head.id == here.id)
            self.cursor = next(found, min(self.cursor, max(0, len(self.heads) - 1)))

    def choose(self, row: int) -> ArticleHead:
        """Make an article of the whole library the current one, without a word, and return it."""
        self.words = ""
        self.heads = self.desk.heads
        self.cursor = row
        return self.heads[row]

    def do_where(self, _argument: str) -> Room | None:
        """Say how many articles there are and which is current."""
        if self.words:
            self.say(f"{counted(self.row_count, 'article')} with “{self.words}”.")
        else:
            self.say(f"{counted(self.row_count, 'article')}, {self.desk.unread_count:,} unread.")
        return self.go_to(self.cursor)

    def do_open(self, _argument: str) -> Room | None:
        """Open the current article."""
        if self.head is None:
            return self.go_to(0)
        return open_article(self, self.head)

    def do_number(self, argument: str) -> Room | None:
        """Open an article by its number."""
        number = as_number(argument)
        if argument.endswith("%") or not 1 <= number <= self.row_count:
            self.say(
                f"There are {counted(self.row_count, 'article')}, so there is no number {argument[:12]}."
            )
            return self
        self.cursor = number - 1
        return self.do_open("")

    def do_next_unread(self, _argument: str) -> Room | None:
        """Say the next unread article."""
        return self._go_to_unread(range(self.cursor + 1, self.row_count), "down")

    def do_previous_unread(self, _argument: str) -> Room | None:
        """Say the unread article before."""
        return self._go_to_unread(range(self.cursor - 1, -1, -1), "up")

    def _go_to_unread(self, rows: range, where: str) -> Room:
        row = next((row for row in rows if not self.desk.mark(self.heads[row].id).is_read), None)
        if row is None:
            self.say(f"No unread article further {where}.")
            return self
        return self.go_to(row)

    def do_find(self, words: str) -> Room | None:
        """Show only the articles with these words; without words, all."""
        self.words = words
        self.changed()
        return self.do_where("")

    def do_toggle_read(self, _argument: str) -> Room | None:
        """Mark the article as read, or as unread."""
        if self.head is not None and self.may_write():
            self.say(self.desk.toggle_read(self.head))
        return self

    def do_star(self, _argument: str) -> Room | None:
        """Star the article, or take the star off."""
        if self.head is not None and self.may_write():
            self.say(self.desk.toggle_star(self.head))
        return self

    def do_kept(self, _argument: str) -> Room | None:
        """Go through all kept quotations."""
        return KeptRoom(self)

    def do_add(self, path: str) -> Room | None:
        """Add a file to the library."""
        if not path:
            self.say("a PATH adds the file at that path, as in: a ~/article.txt")
        elif self.may_write():
            from reader.desk.sources import Overrides, read_source
            from reader.desk.typed_path import typed_path

            said = self.desk.add(read_source(typed_path(path)), Overrides())
            self.words = ""
            self.changed()
            self.cursor = self.desk.row_of(self.desk.last_added or "") or 0
            self.say(said)
        return self

    def do_remove(self, _argument: str) -> Room | None:
        """Move the article to the trash."""
        if self.head is not None and self.head.is_bundled:
            self.say("The pieces that come with Pullquote stay.")
        elif self.head is not None and self.may_write():
            said = self.desk.remove(self.head)
            self.changed()
            self.say(said)
        return self
