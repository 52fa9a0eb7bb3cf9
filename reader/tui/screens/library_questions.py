"""The questions the library asks: which articles to show, which file to add."""

from __future__ import annotations

from reader.tui.question import Question
from reader.tui.screens.asking import Answers
from reader.tui.screens.showing import ShowingPanes

ARTICLE_ENDINGS = (".md", ".markdown", ".txt", ".text")


class LibraryQuestions(ShowingPanes):
    """The actions of the list that need words."""

    def can_filter(self) -> bool:
        """Without an article there is nothing to look through."""
        return bool(self.desk.heads)

    async def action_filter(self) -> None:
        """Ask for words."""
        self.selected_before_filter = self.head.id if self.head else ""
        await self.ask(Question.FILTER, Answers(typed=self.filter, left=lambda: self.filter("")))

    async def action_add(self) -> None:
        """Ask for a path."""
        if self.may_write():
            await self.ask(Question.ADD, Answers(entered=self._add, endings=ARTICLE_ENDINGS))

    def _add(self, path: str) -> str | None:
        if not path.strip():
            return None
        from reader.desk.sources import Overrides, read_source
        from reader.desk.typed_path import typed_path

        said = self.desk.add(read_source(typed_path(path)), Overrides())
        row = self.uncover(self.desk.last_added or "")
        self.show_heads(self.listed_heads(), row or 0)
        return said
