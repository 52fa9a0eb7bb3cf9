"""The store against a plain dictionary, through crashes, reopenings and second processes."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reader.domain.article import ArticleId
from reader.domain.mark import Bookmark, ReadMark
from reader.domain.repair import Extent, Repair
from reader.store import Store
from tests.faults.steps import copy_as_crashed
from tests.store.samples import make_bookmark

ARTICLES = st.sampled_from([ArticleId(name) for name in ("harbour", "bridge", "ünï \ud800", "")])
TEXTS = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)
NUMBERS = st.integers(0, 5)
MARKS = st.builds(
    ReadMark,
    read_at=st.none() | st.floats(0, 2e9),
    position=st.integers(0, 2**40),
    reached=st.integers(0, 10),
    is_starred=st.booleans(),
)


class Contents(NamedTuple):
    """What a store holds: read marks, bookmarks, those in the trash, notes taken off, and repairs."""

    marks: dict[ArticleId, ReadMark]
    bookmarks: dict[str, Bookmark]
    removed: dict[str, Bookmark]
    lost_notes: dict[str, str]
    repairs: dict[str, Repair]


class StoreMachine(RuleBasedStateMachine):
    """Two processes' stores on one folder, one of them the owner, and the dictionary both must equal."""

    def __init__(self) -> None:
        super().__init__()
        self.base = Path(tempfile.mkdtemp())
        self.folder = self.base / "0"
        self.crashes = 0
        self.marks: dict[ArticleId, ReadMark] = {}
        self.bookmarks: dict[str, Bookmark] = {}
        self.repairs: dict[str, Repair] = {}
        self.removed: dict[str, Bookmark] = {}
        self.lost_notes: dict[str, str] = {}  # they go into the trash with their bookmarks
        self.backup: tuple[Path, Contents] | None = None
        self.second: Store | None = None

    @initialize()
    def open_first(self) -> None:
        self.first = Store.open(self.folder)

    def writer(self, *, is_second: bool) -> Store:
        return self.second if is_second and self.second is not None else self.first

    def settle(self) -> None:
        """Let each see what the other did, as both do once a second."""
        self.first.take_in()
        if self.second is not None:
            self.second.take_in()

    @rule(article=ARTICLES, mark=MARKS, is_second=st.booleans())
    def put_mark(self, article: ArticleId, mark: ReadMark, is_second: bool) -> None:  # noqa: FBT001
        self.writer(is_second=is_second).put_mark(article, mark)
        self.marks[article] = mark
        if mark == ReadMark():
            del self.marks[article]
        self.settle()

    @rule(number=NUMBERS, article=ARTICLES, note=TEXTS, is_second=st.booleans())
    def put_bookmark(self, number: int, article: ArticleId, note: str, is_second: bool) -> None:  # noqa: FBT001
        bookmark = replace(make_bookmark(number, article), note=note, tags=(note,), speaker=None)
        self.writer(is_second=is_second).put_bookmark(bookmark)
        self.has_put(bookmark)
        self.settle()

    def has_put(self, bookmark: Bookmark) -> None:
        """Hold what a store holds once a bookmark is put."""
        before = self.bookmarks.get(bookmark.id)
        if before is None:
            self.lost_notes.pop(bookmark.id, None)
        elif before.note and not bookmark.note:
            self.lost_notes[bookmark.id] = before.note
        self.bookmarks[bookmark.id] = bookmark
        self.removed.pop(bookmark.id, None)

    @rule(number=NUMBERS, is_second=st.booleans())
    def drop_bookmark(self, number: int, is_second: bool) -> None:  # noqa: FBT001
        bookmark_id = make_bookmark(number).id
        self.writer(is_second=is_second).drop_bookmark(bookmark_id)
        if (bookmark := self.bookmarks.pop(bookmark_id, None)) is not None:
            lost = self.lost_notes.pop(bookmark_id, "")
            self.removed[bookmark_id] = replace(bookmark, note=bookmark.note or lost)
        self.settle()

    @precondition(lambda self: self.removed)
    @rule(data=st.data(), is_second=st.booleans())
    def bring_back(self, data: st.DataObject, is_second: bool) -> None:  # noqa: FBT001
        bookmark_id = data.draw(st.sampled_from(sorted(self.removed)))
        self.writer(is_second=is_second).put_bookmark(self.removed[bookmark_id])
        self.has_put(self.removed[bookmark_id])
        self.settle()

    @rule(is_second=st.booleans())
    def back_up(self, is_second: bool) -> None:  # noqa: FBT001
        file = self.base / "backup.json"
        self.writer(is_second=is_second).back_up(file, replaces=True)
        self.backup = (
            file,
            Contents(
                dict(self.marks),
                dict(self.bookmarks),
                dict(self.removed),
                dict(self.lost_notes),
                dict(self.repairs),
            ),
        )

    @precondition(lambda self: self.backup is not None)
    @rule()
    def restore(self) -> None:
        """A new snapshot, made while the store is open: the others must start over."""
        assert self.backup is not None
        file, contents = self.backup
        assert not self.first.restore(file).is_altered
        self.marks, self.bookmarks = dict(contents.marks), dict(contents.bookmarks)
        self.removed, self.repairs = dict(contents.removed), dict(contents.repairs)
        self.lost_notes = dict(contents.lost_notes)
        self.settle()

    @rule(number=NUMBERS, article=ARTICLES, speaker=st.none() | TEXTS, is_second=st.booleans())
    def repair_and_follow(
        self,
        number: int,
        article: ArticleId,
        speaker: str | None,
        is_second: bool,  # noqa: FBT001
    ) -> None:
        """Put a repair and the bookmark that follows it by one write."""
        bookmark = replace(make_bookmark(number, article), repaired_speaker=speaker)
        repair = Repair(f"r{number}", article, bookmark.anchor, Extent.GIVEN, speaker, float(number))
        self.writer(is_second=is_second).change([repair, bookmark])
        self.repairs[repair.id] = repair
        self.has_put(bookmark)
        self.settle()

    @rule(number=NUMBERS, is_second=st.booleans())
    def take_repair_back(self, number: int, is_second: bool) -> None:  # noqa: FBT001
        writer = self.writer(is_second=is_second)
        repair = self.repairs.pop(f"r{number}", None)
        writer.change([], [] if repair is None else [repair])
        self.settle()

    @rule()
    def reopen(self) -> None:
        self.first.close()
        if self.second is not None:
            assert self.second.take_in()
            assert self.second.is_owner
            self.first, self.second = self.second, None
        else:
            self.first = Store.open(self.folder)

    @rule()
    def crash(self) -> None:
        """Go on with a copy of the files as they are: nothing was closed, nothing folded."""
        self.crashes += 1
        copy = self.base / str(self.crashes)
        copy_as_crashed(self.folder, copy)
        self.close_all()
        self.folder = copy
        self.first = Store.open(copy)
        assert self.first.is_owner

    @rule()
    def crash_within_a_fold(self) -> None:
        """Go on as if the journal could not be put aside any more after the snapshot was replaced."""
        self.crashes += 1
        copy = self.base / str(self.crashes)
        copy_as_crashed(self.folder, copy)
        self.close_all()
        if (self.folder / "state.json").exists():
            shutil.copy2(self.folder / "state.json", copy / "state.json")
        self.folder = copy
        self.first = Store.open(copy)

    @precondition(lambda self: self.second is None)
    @rule()
    def open_second(self) -> None:
        self.second = Store.open(self.folder)
        assert not self.second.is_owner

    @precondition(lambda self: self.second is not None)
    @rule()
    def close_second(self) -> None:
        assert self.second is not None
        self.second.close()
        self.second = None

    @invariant()
    def holds_the_same(self) -> None:
        in_order = tuple(sorted(self.bookmarks.values(), key=lambda bookmark: bookmark.kept_at))
        for store in filter(None, (self.first, self.second)):
            assert dict(store.marks()) == self.marks
            assert store.bookmarks() == in_order
            assert store.repairs() == tuple(sorted(self.repairs.values(), key=lambda repair: repair.made_at))
            assert {item.bookmark.id: item.bookmark for item in store.removed_bookmarks()} == self.removed
            for article in {bookmark.article for bookmark in in_order} | set(self.marks):
                kept = tuple(bookmark for bookmark in in_order if bookmark.article == article)
                assert store.bookmarks_of(article) == kept
                assert store.kept_count(article) == len(kept)
                assert store.mark(article) == self.marks.get(article, ReadMark())
            assert store.notices == ()

    def close_all(self) -> None:
        if self.second is not None:
            self.second.close()
            self.second = None
        self.first.close()

    def teardown(self) -> None:
        if hasattr(self, "first"):
            assert self.first.check() == ()
            self.close_all()
        shutil.rmtree(self.base)


StoreMachine.TestCase.settings = settings(
    max_examples=80,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestStore = StoreMachine.TestCase


class LongStoreMachine(StoreMachine):
    """The same at length."""


LongStoreMachine.TestCase.settings = settings(
    max_examples=800, stateful_step_count=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestStoreAtLength = pytest.mark.long(LongStoreMachine.TestCase)
