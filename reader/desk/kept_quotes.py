"""What has been kept, and what a person said of it: one chapter of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from reader.desk.keeping import beginning, make_bookmark, make_passage, mint_id, moved_to, quotation_text
from reader.desk.placing import Kept, Placer
from reader.desk.read_state import ReadState
from reader.desk.reading import Reading
from reader.desk.undo import Change
from reader.desk.wording import check_label, check_note, check_status, check_tag
from reader.domain.clean import clean_line
from reader.domain.mark import LABELS, Bookmark, Kind, RemovedBookmark
from reader.domain.quote import Quotation, join_pieces
from reader.domain.span import Span
from reader.errors import NotFoundError, UsageError
from reader.library.library import Library
from reader.store import Store
from reader.store.records import Keepable

if TYPE_CHECKING:
    from reader.desk.importing import Imported
    from reader.desk.lost_places import LookedAt, LostPlaceSearch
    from reader.domain.anchor import Anchor, Placement
    from reader.domain.article import ArticleId
    from reader.domain.draft import Draft


class KeptQuotes(ReadState):
    """Bookmarks with their notes, tags, labels and states; every change is one step of undo."""

    def __init__(self, store: Store, library: Library, clock: Callable[[], float]) -> None:
        super().__init__(store, library, clock)
        self._placer = Placer()
        self._looked_at: dict[ArticleId, LookedAt] = {}

    def kept(self, reading: Reading) -> Kept:
        """Return what is kept of an article, placed in its text of now."""
        return self._placer.find_kept(reading, self._store.bookmarks_of(reading.article.head.id))

    def place(self, reading: Reading, anchor: Anchor) -> Placement:
        """Return where the words of an anchor stand in an article now."""
        return self._placer.place(reading, anchor)

    def bookmarks(self) -> tuple[Bookmark, ...]:
        """Return everything kept, the oldest first."""
        return self._store.bookmarks()

    @property
    def kept_changes(self) -> int:
        """A number that rises with every change of what is kept, here or by another process."""
        return self._store.bookmark_changes

    def newest_bookmarks(self) -> Iterator[Bookmark]:
        """Yield everything kept, the newest first, each made ready when it is asked for."""
        return self._store.newest_bookmarks()

    def bookmark(self, bookmark_id: str) -> Bookmark:
        """Return one bookmark; raises NotFoundError."""
        bookmark = self._store.bookmark(bookmark_id)
        if bookmark is None:
            raise NotFoundError(
                f"No kept quotation has the id {clean_line(bookmark_id)}; `reader bookmarks` lists them."
            )
        return bookmark

    def keep(self, reading: Reading, quotation: Quotation) -> Bookmark:
        """Keep a quotation for good; keeping it again changes nothing."""
        kept = self.kept(reading).bookmark_of(quotation.number - 1)
        if kept is not None:
            return kept
        bookmark = make_bookmark(reading, quotation, self._clock())
        self._change(f"kept {_named([bookmark])}", [bookmark])
        return bookmark

    def keep_passage(self, reading: Reading, spans: Sequence[Span], label: str = LABELS[0]) -> Bookmark:
        """Keep any words of an article under a label; the same words again take the label.

        ``spans`` are in order and without overlap. Raises UsageError when there are no words in them.
        """
        label = check_label(label)
        passage = make_passage(reading, spans, label, self._clock())
        kept = self.kept(reading).passage_at(passage.spans)
        if kept is None:
            self._change(f"kept {_named([passage])}", [passage])
            return passage
        if kept.label != label:
            self._change(f"the label of {_named([kept])}", [replace(kept, label=label)])
        return self.bookmark(kept.id)

    def toggle_passage(self, reading: Reading, spans: Sequence[Span], label: str = LABELS[0]) -> str:
        """Keep words under a label, or let them go if they are kept under that one, and say which."""
        passage = make_passage(reading, spans, check_label(label), self._clock())
        kept = self.kept(reading).passage_at(passage.spans)
        if kept is not None and kept.label == passage.label:
            return f"Let {_named([self.drop(kept.id)])} go."
        self.keep_passage(reading, spans, label)
        return f"Kept as {passage.label}." if passage.label else "Kept."

    def drop(self, bookmark_id: str) -> Bookmark:
        """Let a kept quotation go; raises NotFoundError."""
        bookmark = self.bookmark(bookmark_id)
        self._change(f"let {_named([bookmark])} go", [], [bookmark])
        return bookmark

    def drop_all(self, bookmark_ids: Iterable[str]) -> str:
        """Let several go in one step; raises NotFoundError."""
        bookmarks = [self.bookmark(bookmark_id) for bookmark_id in bookmark_ids]
        self._change(f"let {_named(bookmarks)} go", [], bookmarks)
        return f"Let {_count(bookmarks)} go."

    def removed(self) -> tuple[RemovedBookmark, ...]:
        """Return what was let go in the last thirty days, the latest first."""
        return self._store.removed_bookmarks()

    def bring_back(self, bookmark_id: str) -> Bookmark:
        """Keep again what was let go; raises NotFoundError."""
        for removed in self.removed():
            if removed.bookmark.id == bookmark_id:
                self._change(f"brought {_named([removed.bookmark])} back", [removed.bookmark])
                return removed.bookmark
        raise NotFoundError(
            f"No quotation with the id {clean_line(bookmark_id)} was let go;"
            " `reader bookmarks --removed` lists them."
        )

    def take_in_bookmarks(self, data: bytes) -> Imported:
        """Take in what ``reader bookmarks --json`` printed, in one step; what is there stays as it is.

        Raises ContentError when it is no such list; single bookmarks are refused with a sentence each.
        """
        from reader.desk.importing import read_bookmarks

        imported = read_bookmarks(data, {bookmark.id for bookmark in self.bookmarks()})
        if imported.added:
            self._change(f"took in {_count(imported.added)}", imported.added)
        return imported

    def toggle_kept(self, reading: Reading, quotation: Quotation) -> str:
        """Keep a quotation, or let it go if it is kept, and say which."""
        kept = self.kept(reading).bookmark_of(quotation.number - 1)
        if kept is not None:
            return f"Let {_named([self.drop(kept.id)])} go."
        self.keep(reading, quotation)
        speaker = quotation.speaker
        return f"Kept: {speaker.shown}." if speaker else "Kept, speaker unknown."

    def set_note(self, bookmark_id: str, note: str) -> str:
        """Write a bookmark's note, of any number of lines; an empty one takes it away.

        Raises NotFoundError, and UsageError for a note longer than ``NOTE_LIMIT``.
        """
        note = check_note(note)
        self._alter("the note on", [bookmark_id], lambda bookmark: replace(bookmark, note=note))
        return "Note kept." if note else "Note taken away."

    def drafts(self) -> tuple[Draft, ...]:
        """Return the notes that were being written and neither kept nor given up, the oldest first."""
        return self._store.drafts()

    def draft_on(self, article: ArticleId, anchor: Anchor) -> Draft | None:
        """Return the note being written on these words."""
        return next((one for one in self.drafts() if one.article == article and one.is_on(anchor)), None)

    def save_draft(self, article: ArticleId, anchor: Anchor, text: str | None) -> None:
        """Remember how far a note has come, None that nothing of it is to be remembered; no step of undo."""
        from reader.domain.draft import Draft

        known = self.draft_on(article, anchor)
        if text is not None:
            made = Draft(known.id if known else mint_id(), article, anchor, text, self._clock())
            self._store.change([made])
        elif known is not None:
            self._store.change([], [known])

    def tag(self, bookmark_ids: Iterable[str], added: Iterable[str], removed: Iterable[str] = ()) -> str:
        """Put tags on bookmarks and take others off; case makes no difference. Raises UsageError."""
        new, old = [check_tag(tag) for tag in added], {check_tag(tag).casefold() for tag in removed}

        def retagged(bookmark: Bookmark) -> Bookmark:
            tags = {tag.casefold(): tag for tag in (*new, *bookmark.tags)}
            present = [tag.casefold() for tag in (*bookmark.tags, *new)]
            return replace(
                bookmark, tags=tuple(tags[key] for key in dict.fromkeys(present) if key not in old)
            )

        altered = self._alter("the tags of", bookmark_ids, retagged)
        if len(altered) == 1:
            tags = " ".join(f"#{tag}" for tag in altered[0].tags)
            return f"Tags: {tags}." if tags else "No tags."
        return f"Tags of {_count(altered)} changed."

    def set_label(self, bookmark_ids: Iterable[str], label: str) -> str:
        """Give bookmarks a label; the empty one takes it away. Raises UsageError."""
        label = check_label(label)
        altered = self._alter("the label of", bookmark_ids, lambda kept: replace(kept, label=label))
        return _given("Label", label, altered)

    def set_status(self, bookmark_ids: Iterable[str], status: str) -> str:
        """Say how far bookmarks are on their way into print (``STATUSES``, or nothing)."""
        status = check_status(status)
        altered = self._alter(
            "the status of", bookmark_ids, lambda bookmark: replace(bookmark, status=status)
        )
        return _given("Status", status, altered)

    def tags_in_use(self) -> tuple[str, ...]:
        """Return every tag of the library's bookmarks, the most used first."""
        return _most_used(chain.from_iterable(bookmark.tags for bookmark in self.bookmarks()))

    def labels_in_use(self) -> tuple[str, ...]:
        """Return the labels on offer: the three of every library, then a person's own, most used first."""
        used = _most_used(bookmark.label for bookmark in self.bookmarks() if bookmark.label)
        return tuple(dict.fromkeys((*LABELS, *used)))

    def lost_place_search(self, bookmarks: Sequence[Bookmark]) -> LostPlaceSearch:
        """Return a search of the library for the lost places of bookmarks, which may run in a thread."""
        from reader.desk.lost_places import LostPlaceSearch

        return LostPlaceSearch(self._library, bookmarks, self._looked_at)

    def place_by_hand(self, reading: Reading, bookmark_id: str, spans: Sequence[Span]) -> str:
        """Put a bookmark on words of a person's choice; the words first kept stay with it."""
        bookmark = self.bookmark(bookmark_id)
        moved = moved_to(bookmark, reading, spans)
        if moved.exact != bookmark.exact:
            moved = replace(moved, former=bookmark.former or bookmark.exact)
        self._change(f"placed {_named([moved])}", [moved])
        return "Placed; the words it was kept with stay in its card."

    def quotation_text(self, reading: Reading, quotation: Quotation) -> str:
        """Return the words to copy: the quotation and who said it."""
        pieces = [span.of(reading.article.text) for span in quotation.spans]
        return quotation_text(join_pieces(pieces, quotation.spans), quotation.speaker)

    def bookmark_text(self, bookmark: Bookmark) -> str:
        """Return the words to copy of a kept quotation."""
        return quotation_text(bookmark.text, bookmark.said_by)

    def passage_text(self, reading: Reading, spans: Sequence[Span]) -> str:
        """Return the words of spans, exactly as the article has them; a line apart where they are."""
        return "\n".join(span.of(reading.article.text) for span in spans)

    def _alter(
        self, description: str, bookmark_ids: Iterable[str], altered: Callable[[Bookmark], Bookmark]
    ) -> list[Bookmark]:
        before = [self.bookmark(bookmark_id) for bookmark_id in dict.fromkeys(bookmark_ids)]
        if not before:
            raise UsageError("No kept quotation was named, so nothing was changed.")
        after = [altered(bookmark) for bookmark in before]
        if after != before:
            self._change(f"{description} {_named(after)}", after)
        return after

    def _change(self, description: str, puts: Sequence[Keepable], drops: Sequence[Keepable] = ()) -> None:
        """Make a change of what is kept by one write, and remember how it is taken back."""
        before = [(item, self._store.same(item)) for item in (*puts, *drops)]
        self._store.change(puts, drops)
        back = [old for _, old in before if old is not None]
        made = [item for item, old in before if old is None]
        self._undo.push(
            Change(
                description,
                lambda: self._store.change(back, made),
                lambda: self._store.change(puts, drops),
            )
        )


def _most_used(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word, _ in Counter(words).most_common())


def _named(bookmarks: Sequence[Bookmark]) -> str:
    """Return the beginning of the words of one, else how many there are."""
    if len(bookmarks) != 1:
        return _count(bookmarks)
    shown = beginning(bookmarks[0].text)
    return shown if bookmarks[0].kind is Kind.QUOTATION else f"“{shown}”"


def _given(what: str, word: str, bookmarks: Sequence[Bookmark]) -> str:
    of_all = f" of {_count(bookmarks)}" if len(bookmarks) != 1 else ""
    return f"{what}{of_all}: {word}." if word else f"{what}{of_all} taken away."


def _count(bookmarks: Sequence[Bookmark]) -> str:
    return "one quotation" if len(bookmarks) == 1 else f"{len(bookmarks)} quotations"
