"""What has been read and starred: one chapter of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from reader.desk.reading import Reading
from reader.desk.undo import Change, Undoing
from reader.domain.anchor import Anchor, anchor_from
from reader.domain.article import ArticleHead, ArticleId
from reader.domain.mark import ReadMark
from reader.library.heads import Heads
from reader.library.library import Library
from reader.store import Store


class ReadState(Undoing):
    """Read marks, places and stars; every change but where reading stopped can be undone."""

    def __init__(self, store: Store, library: Library, clock: Callable[[], float]) -> None:
        super().__init__()
        self._store = store
        self._library = library
        self._clock = clock
        self._read_count: tuple[Heads, int] | None = None

    @property
    def unread_count(self) -> int:
        """How many articles of the library are unread."""
        heads = self._library.heads()
        if self._read_count is None or self._read_count[0] is not heads:
            read = self._store.read_articles()
            self._read_count = heads, len(read & self._library.article_ids()) if read else 0
        return len(heads) - self._read_count[1]

    def mark(self, article: ArticleId) -> ReadMark:
        """Return how far an article has been read."""
        return self._store.mark(article)

    def save_place(self, head: ArticleHead, position: int, reached: int) -> None:
        """Remember where reading stopped."""
        mark = self._store.mark(head.id)
        moved = replace(mark, position=position, reached=max(reached, mark.reached))
        if moved != mark:
            self._store.put_mark(head.id, moved)

    def set_letter(self, reading: Reading, letter: str, place: int) -> str:
        """Mark a code point of an article with a letter, in place of the one that had it, and say so."""
        head = reading.article.head
        before = dict(self._store.mark(head.id).letters).get(letter)
        anchor = anchor_from(reading.article.text, place)

        def put(at: Anchor | None) -> None:
            mark = self._store.mark(head.id)
            letters = dict(mark.letters) | {letter: at}
            placed = sorted((named, there) for named, there in letters.items() if there is not None)
            self._store.put_mark(head.id, replace(mark, letters=tuple(placed)))

        put(anchor)
        description = f"the mark {letter} in “{head.title}”"
        self._undo.push(Change(description, lambda: put(before), lambda: put(anchor)))
        return f"Marked with {letter}."

    def finish(self, head: ArticleHead) -> str:
        """Mark an article as read."""
        return self._set_read(head, self._clock(), f"read “{head.title}”", "Marked as read.")

    def reopen(self, head: ArticleHead) -> str:
        """Mark an article as unread."""
        return self._set_read(head, None, f"unread “{head.title}”", "Marked as unread.")

    def toggle_read(self, head: ArticleHead) -> str:
        """Mark an article as read if it is unread, else as unread, and say which."""
        return self.reopen(head) if self._store.mark(head.id).is_read else self.finish(head)

    def finish_all(self, heads: Iterable[ArticleHead]) -> str:
        """Mark several articles as read in one step; nothing changes for those that are."""
        unread = [head.id for head in heads if not self._store.mark(head.id).is_read]
        if not unread:
            return "Everything here is read already."
        read_at = self._clock()

        def put(at: float | None) -> None:
            self._store.put_marks({one: replace(self._store.mark(one), read_at=at) for one in unread})
            self._read_count = None

        put(read_at)
        count = "one article" if len(unread) == 1 else f"{len(unread):,} articles"
        self._undo.push(Change(f"read {count}", lambda: put(None), lambda: put(read_at)))
        return f"Marked {count} as read."

    def _set_read(self, head: ArticleHead, read_at: float | None, description: str, said: str) -> str:
        before = self._store.mark(head.id).read_at
        self._put_read(head, read_at)
        self._undo.push(
            Change(description, lambda: self._put_read(head, before), lambda: self._put_read(head, read_at))
        )
        return said

    def _put_read(self, head: ArticleHead, read_at: float | None) -> None:
        mark = self._store.mark(head.id)
        self._store.put_mark(head.id, replace(mark, read_at=read_at))
        if self._read_count is not None:
            heads, count = self._read_count
            if heads.position(head.id) is not None:  # undo reaches articles that have left the library
                self._read_count = heads, count + (read_at is not None) - mark.is_read

    def toggle_star(self, head: ArticleHead) -> str:
        """Star an article, or take the star off, and say which."""
        is_starred = not self._store.mark(head.id).is_starred

        def put(*, is_starred: bool) -> None:
            self._store.put_mark(head.id, replace(self._store.mark(head.id), is_starred=is_starred))

        put(is_starred=is_starred)
        description = f"starred “{head.title}”" if is_starred else f"took the star off “{head.title}”"
        self._undo.push(
            Change(description, lambda: put(is_starred=not is_starred), lambda: put(is_starred=is_starred))
        )
        return f"Starred “{head.title}”." if is_starred else "Star taken off."
