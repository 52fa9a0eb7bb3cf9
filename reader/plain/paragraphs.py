"""An article said paragraph by paragraph, its place remembered."""

from __future__ import annotations

from reader.desk.desk import Desk
from reader.desk.placing import Kept
from reader.desk.reading import Reading
from reader.domain.article import ArticleHead
from reader.errors import ContentError
from reader.plain.room import Room, Say
from reader.plain.script import Script
from reader.plain.wording import counted

PARAGRAPHS_AT_ONCE = 10


class Paragraphs(Room):
    """``at`` is the block said last, -1 before the first; its place is saved whenever it is another.

    ``current`` is the index of the quotation said last, -1 when something else was.
    """

    def __init__(self, desk: Desk, say: Say, reading: Reading) -> None:
        super().__init__(desk, say)
        self.reading = reading
        self.kept = Kept()
        self.script = Script(reading)
        self.current = -1
        self.changed()
        position = self.desk.mark(reading.article.head.id).position
        self.at = self.script.block_at(position) - 1 if position else -1

    @property
    def head(self) -> ArticleHead:
        """The article's head."""
        return self.reading.article.head

    def changed(self) -> None:
        """Look again at what is kept and put right; an article that is gone stays as it was read."""
        try:
            reading = self.desk.reading(self.head)
        except ContentError:
            reading = self.reading
        if reading is not self.reading:
            self.reading, self.script = reading, Script(reading)
            self.current = min(self.current, len(reading.quotations) - 1)
        self.kept = self.desk.kept(self.reading)
        self.script.kept = self.kept.indexes

    def do_on(self, _argument: str) -> Room | None:
        """Say the next paragraph."""
        return self._say_next(1)

    def do_page(self, _argument: str) -> Room | None:
        """Say the next ten paragraphs."""
        return self._say_next(PARAGRAPHS_AT_ONCE)

    def _say_next(self, count: int) -> Room:
        last = len(self.script) - 1
        if self.at >= last:
            self.say("That was the end; J opens the next article, q goes back to the list.")
            return self
        for index in range(self.at + 1, min(self.at + count, last) + 1):
            self.say_block(index)
        return self

    def do_before(self, _argument: str) -> Room | None:
        """Say the paragraph before."""
        if self.at <= 0:
            self.say("That is the beginning.")
            return self
        return self.say_block(self.at - 1)

    def do_top(self, _argument: str) -> Room | None:
        """Say the first paragraph."""
        return self.say_block(0)

    def do_bottom(self, _argument: str) -> Room | None:
        """Say the last paragraph."""
        return self.say_block(len(self.script) - 1)

    def do_around(self, _argument: str) -> Room | None:
        """Say the whole paragraph one is in."""
        return self.say_block(max(0, self.at))

    def say_block(self, index: int) -> Room:
        """Say a paragraph and take it for the place of reading; the last one ends the article."""
        if not 0 <= index < len(self.script):
            self.say("This article has no text.")
            return self
        self.current = -1
        for line in self.script.lines_of(index):
            self.say(line)
        self.move_to(index)
        if index == len(self.script) - 1:
            self._finish()
        return self

    def move_to(self, index: int) -> None:
        """Take a block for the place of reading and save it."""
        self.at = index
        if self.desk.can_write:
            span = self.script.span_of(index)
            self.desk.save_place(self.head, span.start if index else 0, span.end)

    def _finish(self) -> None:
        if self.desk.mark(self.head.id).is_read or not self.desk.can_write:
            self.say("End of the article.")
        else:
            self.desk.finish(self.head)
            self.say("End of the article, marked as read.")

    def do_where(self, _argument: str) -> Room | None:
        """Say the title and how far on the place is."""
        count = counted(len(self.reading.quotations), "quotation")
        self.say(f"{self.head.title}, at {self.percent()} percent, {count}.")
        return self

    def percent(self) -> int:
        """Return how far on the place is."""
        length = len(self.reading.article.text)
        return round(100 * self.script.span_of(self.at).end / length) if self.at >= 0 and length else 0
