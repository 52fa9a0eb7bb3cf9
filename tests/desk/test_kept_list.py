"""Everything kept as a list: found by words, chosen, grouped, taken in a piece at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.desk import kept_list
from reader.desk.kept_list import (
    Group,
    Grouping,
    KeptIndex,
    KeptView,
    Wanted,
    chosen_positions,
    grouped,
)
from reader.domain.mark import Bookmark
from tests.desk.conftest import Opener
from tests.store.samples import make_bookmark


def index_of(*bookmarks: Bookmark) -> KeptIndex:
    index = KeptIndex(iter(bookmarks))
    index.take_in_all()
    return index


def found(index: KeptIndex, words: str) -> list[int]:
    return chosen_positions(index, KeptView(words=words))


def test_all_words_must_occur_in_any_field_whatever_their_accents() -> None:
    plain = replace(make_bookmark(1), note="Ask for the minutes", tags=("Énergie",), repaired_speaker="Zoë")
    other = replace(make_bookmark(2), title="L’été à Nice", repaired_speaker=None, tags=())
    index = index_of(plain, other)
    assert found(index, "") == [0, 1]
    assert found(index, "stays") == [0, 1]
    assert found(index, "minutes zoe #energie") == [0]
    assert found(index, "ZOË STAYS") == [0]
    assert found(index, "l'ete yin") == [1]
    assert found(index, "minutes nice") == []
    # A word does not reach from one field into the next.
    assert found(index, "minutesenergie") == []


def test_notes_doubt_and_lost_places_are_chosen() -> None:
    noted = replace(make_bookmark(1, note="x"), repaired_speaker=None)
    unknown = replace(make_bookmark(2), speaker=None, repaired_speaker=None)
    index = index_of(noted, unknown)
    assert chosen_positions(index, KeptView(wanted=Wanted.NOTED)) == [0]
    assert chosen_positions(index, KeptView(wanted=Wanted.UNSURE)) == [1]
    assert chosen_positions(index, KeptView(wanted=Wanted.LOST), {noted.id}) == [0]
    assert chosen_positions(index, KeptView("harbour", Wanted.NOTED), start=1) == []


def names(rows: list[Group | int]) -> list[str | int]:
    return [row if isinstance(row, int) else f"{row.name} {row.row_count}" for row in rows]


def test_groups_have_heads_with_counts() -> None:
    first = replace(make_bookmark(1, "b"), repaired_speaker="zoe", tags=("b", "a"), title="Bees")
    second = replace(make_bookmark(2, "a"), repaired_speaker=None, speaker=None, tags=(), title="")
    third = replace(make_bookmark(3, "b"), repaired_speaker="Ana", tags=("a",), title="Bees")
    bookmarks, all_of_them = (first, second, third), (0, 1, 2)
    by = {grouping: names(grouped(bookmarks, all_of_them, grouping)) for grouping in Grouping}
    assert by[Grouping.NONE] == [0, 1, 2]
    assert by[Grouping.ARTICLE] == ["Bees 2", 0, 2, "Untitled 1", 1]
    assert by[Grouping.SPEAKER] == ["Ana 1", 2, "zoe 1", 0, "Speaker unknown 1", 1]
    assert by[Grouping.TAG] == ["#a 2", 0, 2, "#b 1", 0, "No tag 1", 1]
    assert by[Grouping.DAY] == ["14 Nov 2023 3", 0, 1, 2]
    head = grouped(bookmarks, all_of_them, Grouping.ARTICLE)[0]
    assert head == Group("Bees", "The Tidings · 6 May 2024", 2)


def test_the_groupings_go_round() -> None:
    grouping, seen = Grouping.NONE, []
    for _ in Grouping:
        grouping = grouping.next
        seen.append(grouping)
    assert seen[-1] is Grouping.NONE
    assert set(seen) == set(Grouping)


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(("", "Ana", "Bo")), st.sets(st.sampled_from("xy")))
    ),
    st.sampled_from(Grouping),
)
def test_groups_lose_nothing_and_no_head_stands_alone(
    drawn: list[tuple[str, str, set[str]]], grouping: Grouping
) -> None:
    bookmarks = [
        replace(make_bookmark(n, article), repaired_speaker=speaker, tags=tuple(tags))
        for n, (article, speaker, tags) in enumerate(drawn)
    ]
    rows = grouped(bookmarks, range(len(bookmarks)), grouping)
    assert {row for row in rows if isinstance(row, int)} == set(range(len(bookmarks)))
    for head, after in zip(rows, [*rows[1:], None], strict=False):
        if isinstance(head, Group):
            assert isinstance(after, int)
    heads = [row for row in rows if isinstance(row, Group)]
    assert grouping is Grouping.NONE or sum(head.row_count for head in heads) == len(rows) - len(heads)


def test_what_was_folded_is_not_folded_again(monkeypatch: object) -> None:
    bookmarks = [make_bookmark(n) for n in range(300)]
    earlier = index_of(*bookmarks)
    folded: list[str] = []
    fold = kept_list.fold_bookmark

    def counting(bookmark: Bookmark) -> str:
        folded.append(bookmark.id)
        return fold(bookmark)

    kept_list.fold_bookmark = counting
    try:
        changed = replace(bookmarks[7], note="new")
        index = KeptIndex(iter([*bookmarks[:7], changed, *bookmarks[8:]]), earlier)
        index.take_in_all()
    finally:
        kept_list.fold_bookmark = fold
    assert folded == [changed.id]
    assert found(index, "new") == [7]


def test_only_what_is_taken_in_is_asked_of_the_source() -> None:
    asked: list[int] = []

    def source() -> Iterator[Bookmark]:
        for number in range(1_000):
            asked.append(number)
            yield make_bookmark(number)

    index = KeptIndex(source())
    index.take_in(100)
    assert len(asked) == 100
    assert not index.is_whole
    assert index.position_of("b0042") == 42
    assert index.position_of("b0500") is None
    index.take_in_all()
    assert len(index.bookmarks) == 1_000


def test_the_desk_gives_the_newest_first_and_what_has_changed_meanwhile(open_desk: Opener) -> None:
    desk = open_desk()
    reading = desk.reading(desk.heads[0])
    kept = [desk.keep(reading, quotation) for quotation in reading.quotations]
    assert [bookmark.id for bookmark in desk.newest_bookmarks()] == [bookmark.id for bookmark in kept[::-1]]
    source = desk.newest_bookmarks()
    assert next(source).id == kept[-1].id
    desk.drop(kept[0].id)
    assert kept[0].id not in [bookmark.id for bookmark in source]
