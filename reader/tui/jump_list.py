"""The places jumps began at, to go back to and forward again."""

from __future__ import annotations

from reader.domain.article import ArticleId
from reader.tui.page.pointing import View
from reader.values import NamedTuple

LONGEST = 100


class Jump(NamedTuple):
    """What was on the page before a jump."""

    article: ArticleId
    view: View


class JumpList:
    """Two stacks, as in a browser: a new jump forgets what lay ahead."""

    def __init__(self) -> None:
        self._behind: list[Jump] = []
        self._ahead: list[Jump] = []

    @property
    def depth(self) -> int:
        """How many jumps lie behind."""
        return len(self._behind)

    @property
    def can_go_back(self) -> bool:
        """Whether a jump lies behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return bool(self._ahead)

    def leave(self, here: Jump) -> None:
        """Remember the place a jump begins at; the same place is remembered once."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
        del self._behind[:-LONGEST]

    def back(self, here: Jump) -> Jump | None:
        """Return the place before the last jump, ``here`` being the one to go forward to."""
        return _step(self._behind, self._ahead, here)

    def forward(self, here: Jump) -> Jump | None:
        """Return the place gone back from."""
        return _step(self._ahead, self._behind, here)


def _step(source: list[Jump], other: list[Jump], here: Jump) -> Jump | None:
    """Take the last place of ``source`` that is not this one and put this one on the other stack."""
    while source:
        jump = source.pop()
        if jump != here:
            other.append(here)
            return jump
    return None
