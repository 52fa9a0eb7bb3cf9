"""An article, in words: said paragraph by paragraph or quotation by quotation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.desk.reading import Reading
from reader.domain.anchor import make_anchor
from reader.domain.article import ArticleHead
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation
from reader.plain.annotating import Annotating, InHand
from reader.plain.commands import Place
from reader.plain.room import Room, as_number
from reader.plain.searching import Searching
from reader.plain.wording import counted, head_lines, quotation_line, speaker_words

if TYPE_CHECKING:
    from reader.plain.list_room import ListRoom

NAMES_AT_ONCE = 20
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


class ArticleRoom(Searching, Annotating):
    """An article, its quotations, and what is said and written of them."""

    place = Place.ARTICLE

    def __init__(self, articles: ListRoom, reading: Reading, bookmark: Bookmark | None) -> None:
        super().__init__(articles.desk, articles.say, reading)
        self.articles = articles
        self.bookmark = bookmark

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
            self.say(f"You stopped at {self.percent()} percent; Enter goes on from there.")

    def _say_bookmark(self, bookmark: Bookmark) -> None:
        index, span = self.kept.index_of(bookmark), self.kept.span_of(bookmark)
        self.say(self.head.title)
        if index >= 0:
            self._say_quotation(index)
        elif span is not None:
            self.say_block(self.script.block_at(span.start))
        else:
            self.say("The article has changed: these words are no longer in it; the quotation stays kept.")

    def do_again(self, _argument: str) -> Room | None:
        """Say the quotation, or the paragraph, again."""
        if self.current >= 0:
            return self._say_quotation(self.current)
        return self.say_block(max(0, self.at))

    # Quotations

    def do_next_quote(self, _argument: str) -> Room | None:
        """Say the next quotation."""
        return self._step(1)

    def do_previous_quote(self, _argument: str) -> Room | None:
        """Say the quotation before."""
        return self._step(-1)

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
        self.move_to(self.script.block_at(quotation.span.start))
        self.current = index
        return self

    def do_number(self, argument: str) -> Room | None:
        """Say a quotation by its number, or go to a share of the article."""
        number, count = as_number(argument), len(self.reading.quotations)
        if argument.endswith("%"):
            offset = len(self.reading.article.text) * min(number, 100) // 100
            return self.say_block(self.script.block_at(offset))
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

    def in_hand(self) -> InHand | None:
        """Return the quotation here; it says so when there is none."""
        quotation = self._quotation_here()
        if quotation is None:
            self.say("No quotation here; ] goes to the next one.")
            return None
        self.current = quotation.number - 1
        words = f"quotation {quotation.number}, {speaker_words(quotation.speaker)}"
        kept = self.kept.bookmark_of(self.current)
        anchor = make_anchor(self.reading.article.text, quotation.spans)
        keep = partial(self.desk.keep, self.reading, quotation)
        return InHand(words, kept, lambda: keep().id, self.head.id, anchor)

    def do_repair(self, name: str) -> Room | None:
        """Say who said the quotation."""
        quotation = self._quotation_here()
        if quotation is None:
            self.say("No quotation here; ] goes to the next one.")
        elif not name:
            names = self.desk.names_met(self.reading)[:NAMES_AT_ONCE]
            met = f", as in: e {names[0]}. Names here: {', '.join(names)}." if names else "."
            self.say(f"e NAME says who said quotation {quotation.number}{met}")
        elif self.may_write():
            self.current = quotation.number - 1
            known = {met.casefold(): met for met in self.desk.names_met(self.reading)}
            said = self.desk.set_speaker(self.reading, quotation, known.get(name.casefold(), name))
            self.changed()
            self.say(f"Quotation {quotation.number}. {said}")
        return self

    def _quotation_here(self) -> Quotation | None:
        if self.current >= 0:
            return self.reading.quotations[self.current]
        if not 0 <= self.at < len(self.script):
            return None
        return next(iter(self.script.quotations_in(self.at)), None)

    # Articles

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
