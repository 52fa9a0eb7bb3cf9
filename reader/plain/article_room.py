"""An article, in words: said paragraph by paragraph or quotation by quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.desk.placing import Kept
from reader.desk.reading import Reading
from reader.domain.article import ArticleHead
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation
from reader.plain.commands import Place
from reader.plain.room import Room, as_number
from reader.plain.script import Script
from reader.plain.wording import counted, head_lines, quotation_line, speaker_words

if TYPE_CHECKING:
    from reader.plain.list_room import ListRoom

PARAGRAPHS_AT_ONCE = 10
LONG = 100_000
"""Code points from which preparing an article takes long enough to be announced."""


def open_article(articles: ListRoom, head: ArticleHead, bookmark: Bookmark | None = None) -> Room:
    """Return the room of an article, with a kept quotation for its place if one is given.

    Raises ContentError when its file is gone or cannot be understood.
    """
    desk = articles.desk
    if head.length > LONG and not desk.is_prepared(head):
        articles.say(f"{head.title} is long; one moment.")
    return ArticleRoom(articles, desk.reading(head), bookmark)


class ArticleRoom(Room):
    """``at`` is the block said last, -1 before the first; its place is saved whenever it is another."""

    place = Place.ARTICLE

    def __init__(self, articles: ListRoom, reading: Reading, bookmark: Bookmark | None) -> None:
        super().__init__(articles.desk, articles.say)
        self.articles = articles
        self.reading = reading
        self.kept = Kept()
        self.script = Script(reading)
        self.changed()
        self.bookmark = bookmark
        self.current = -1
        self.words = ""  # what n and N look for, if anything
        position = self.desk.mark(reading.article.head.id).position
        self.at = self.script.block_at(position) - 1 if position else -1

    @property
    def head(self) -> ArticleHead:
        """The article's head."""
        return self.reading.article.head

    def enter(self) -> None:
        """Say what the article is, and where reading stopped."""
        if self.bookmark is not None:
            bookmark, self.bookmark = self.bookmark, None
            self._say_bookmark(bookmark)
            return
        for line in head_lines(self.desk.entry(self.head)):
            self.say(line)
        if not len(self.script):
            self.say("This article has no text.")
        elif self.at >= 0:
            self.say(f"You stopped at {self._percent()} percent; Enter goes on from there.")

    def _say_bookmark(self, bookmark: Bookmark) -> None:
        index, span = self.kept.index_of(bookmark), self.kept.span_of(bookmark)
        self.say(self.head.title)
        if index >= 0:
            self._say_quotation(index)
        elif span is not None:
            self._say_block(self.script.block_at(span.start))
        else:
            self.say("The article has changed: these words are no longer in it; the quotation stays kept.")

    def changed(self) -> None:
        """Look again at what is kept."""
        self.kept = self.desk.kept(self.reading)
        self.script.kept = self.kept.indexes

    # Paragraphs

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
            self._say_block(index)
        return self

    def do_before(self, _argument: str) -> Room | None:
        """Say the paragraph before."""
        if self.at <= 0:
            self.say("That is the beginning.")
            return self
        return self._say_block(self.at - 1)

    def do_top(self, _argument: str) -> Room | None:
        """Say the first paragraph."""
        return self._say_block(0)

    def do_bottom(self, _argument: str) -> Room | None:
        """Say the last paragraph."""
        return self._say_block(len(self.script) - 1)

    def do_again(self, _argument: str) -> Room | None:
        """Say the quotation, or the paragraph, again."""
        if self.current >= 0:
            return self._say_quotation(self.current)
        return self._say_block(max(0, self.at))

    def do_around(self, _argument: str) -> Room | None:
        """Say the whole paragraph one is in."""
        return self._say_block(max(0, self.at))

    def _say_block(self, index: int) -> Room:
        if not 0 <= index < len(self.script):
            self.say("This article has no text.")
            return self
        self.current = -1
        for line in self.script.lines_of(index):
            self.say(line)
        self._move_to(index)
        if index == len(self.script) - 1:
            self._finish()
        return self

    def _move_to(self, index: int) -> None:
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

    # Quotations

    def do_next_quote(self, _argument: str) -> Room | None:
        """Say the next quotation, or the next place with the words looked for."""
        return self.do_find(self.words) if self.words else self._step(1)

    def do_previous_quote(self, _argument: str) -> Room | None:
        """Say the quotation before, or the place before with the words looked for."""
        return self._find(self.words, -1) if self.words else self._step(-1)

    def _step(self, step: int) -> Room:
        quotations = self.reading.quotations
        if not quotations:
            self.say("No quotations in this article.")
            return self
        if self.current >= 0:
            index = self.current + step
        else:
            start = self.script.span_of(max(0, self.at)).start
            after = sum(1 for quotation in quotations if quotation.span.start < start)
            index = after if step > 0 else after - 1
        if not 0 <= index < len(quotations):
            self.say(f"No quotation {'after' if step > 0 else 'before'} this place.")
            return self
        return self._say_quotation(index)

    def _say_quotation(self, index: int) -> Room:
        quotation = self.reading.quotations[index]
        self.say(quotation_line(self.reading, quotation, self.kept.indexes))
        self._move_to(self.script.block_at(quotation.span.start))
        self.current = index
        return self

    def do_number(self, argument: str) -> Room | None:
        """Say a quotation by its number, or go to a share of the article."""
        number, count = as_number(argument), len(self.reading.quotations)
        if argument.endswith("%"):
            offset = len(self.reading.article.text) * min(number, 100) // 100
            return self._say_block(self.script.block_at(offset))
        if not 1 <= number <= count:
            self.say(f"There are {counted(count, 'quotation')}, so there is no number {argument[:12]}.")
            return self
        return self._say_quotation(number - 1)

    def do_keep(self, _argument: str) -> Room | None:
        """Keep the quotation, or let it go again."""
        quotation = self._quotation_here()
        if quotation is None:
            self.say("No quotation here; ] goes to the next one.")
        elif self.may_write():
            self.current = quotation.number - 1
            is_kept = self.current in self.kept.indexes
            self.desk.toggle_kept(self.reading, quotation)
            self.changed()
            number = f"quotation {quotation.number}, {speaker_words(quotation.speaker)}"
            self.say(f"Let go {number}; U keeps it again." if is_kept else f"Kept {number}.")
        return self

    def _quotation_here(self) -> Quotation | None:
        if self.current >= 0:
            return self.reading.quotations[self.current]
        if not 0 <= self.at < len(self.script):
            return None
        return next(iter(self.script.quotations_in(self.at)), None)

    # Words

    def do_find(self, words: str) -> Room | None:
        """Go to the next place with these words."""
        if not words:
            self.say("/WORDS goes to the next place with these words; n to the one after.")
            self.words = ""
            return self
        return self._find(words, 1)

    def _find(self, words: str, step: int) -> Room:
        self.words = words
        wanted = words.casefold()
        text = self.reading.article.text
        stop = len(self.script) if step > 0 else -1
        for index in range(self.at + step, stop, step):
            if wanted in self.script.span_of(index).of(text).casefold():
                return self._say_block(index)
        self.say(f"“{words}” is not {'further on' if step > 0 else 'further back'}.")
        return self

    # Articles

    def do_where(self, _argument: str) -> Room | None:
        """Say the title and how far on the place is."""
        count = counted(len(self.reading.quotations), "quotation")
        self.say(f"{self.head.title}, at {self._percent()} percent, {count}.")
        return self

    def _percent(self) -> int:
        length = len(self.reading.article.text)
        return round(100 * self.script.span_of(self.at).end / length) if self.at >= 0 and length else 0

    def do_toggle_read(self, _argument: str) -> Room | None:
        """Mark the article as read, or as unread."""
        if self.may_write():
            self.say(self.desk.toggle_read(self.head))
        return self

    def do_next_article(self, _argument: str) -> Room | None:
        """Open the next article of the list."""
        return self._open_neighbour(1)

    def do_previous_article(self, _argument: str) -> Room | None:
        """Open the article before."""
        return self._open_neighbour(-1)

    def _open_neighbour(self, step: int) -> Room:
        self.articles.changed()
        row = self.articles.cursor + step
        if not 0 <= row < self.articles.row_count:
            self.say(f"That is the {'last' if step > 0 else 'first'} article.")
            return self
        room = open_article(self.articles, self.articles.heads[row])
        self.articles.cursor = row
        return room

    def do_kept(self, _argument: str) -> Room | None:
        """Go through all kept quotations."""
        return self.articles.do_kept("")

    def do_back(self, _argument: str) -> Room | None:
        """Go back to the list."""
        return self.articles
