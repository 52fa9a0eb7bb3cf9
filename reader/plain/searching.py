"""Finding words in an article, in words: from match to match, each said with its paragraph."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from reader.plain.paragraphs import Paragraphs
from reader.plain.room import Room
from reader.plain.wording import shortened

if TYPE_CHECKING:
    from reader.desk.finding import Matches


class Searching(Paragraphs):
    """While a search is on, its matches are the steps of ``n`` and ``N``; else quotations are."""

    _matches: Matches | None = None
    _match = -1  # the match said last

    @abstractmethod
    def do_next_quote(self, _argument: str) -> Room | None:
        """Say the next quotation."""

    @abstractmethod
    def do_previous_quote(self, _argument: str) -> Room | None:
        """Say the quotation before."""

    def do_find(self, words: str) -> Room | None:
        """Go to the next place with these words; without words, end the search."""
        self._matches = None
        if not words:
            self.say("/WORDS goes to the next place with these words; n to the one after.")
            return self
        from reader.desk import finding

        text = self.reading.article.text
        if finding.is_pattern(words):
            matches = finding.find_pattern(text, words, lambda: False)
        else:
            matches = finding.find_words(text, words)
        if len(matches) == 0:
            self.say(f"“{shortened(words)}” is not in this article.")
            return self
        self._matches, self._match = matches, -1
        return self._say_match(matches, self._first_after_here(matches))

    def do_next_match(self, argument: str) -> Room | None:
        """Say the next match; with no search on, the next quotation."""
        matches = self._matches
        if matches is None:
            return self.do_next_quote(argument)
        is_here = self._is_at_match(matches)
        return self._say_match(matches, self._match + 1 if is_here else self._first_after_here(matches))

    def do_previous_match(self, argument: str) -> Room | None:
        """Say the match before; with no search on, the quotation before."""
        matches = self._matches
        if matches is None:
            return self.do_previous_quote(argument)
        if self._is_at_match(matches):
            return self._say_match(matches, self._match - 1)
        start = self.script.span_of(self.at).start if self.at >= 0 else 0
        return self._say_match(matches, matches.first_from(start) - 1)

    def _is_at_match(self, matches: Matches) -> bool:
        return self._match >= 0 and self.script.block_at(matches.starts[self._match]) == self.at

    def _first_after_here(self, matches: Matches) -> int:
        return matches.first_from(self.script.span_of(self.at).end if self.at >= 0 else 0)

    def _say_match(self, matches: Matches, index: int) -> Room:
        """Say a match with its paragraph; past the last it goes on from the first, and says so."""
        count = len(matches)
        self._match = index % count
        turn = "" if 0 <= index < count else f", on from the {'top' if index >= count else 'end'}"
        self.say(f"Match {self._match + 1:,} of {count:,}{turn}:")
        return self.say_block(self.script.block_at(matches.starts[self._match]))
