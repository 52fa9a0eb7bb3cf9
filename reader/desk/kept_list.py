"""Everything kept as one list: found by words, chosen, in groups."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from enum import Enum
from functools import lru_cache
from itertools import islice

from reader.desk.folding import fold_fields, fold_words, matching
from reader.domain.dates import local_day, short_date
from reader.domain.mark import Bookmark
from reader.values import NamedTuple

QUARTER_HOUR = 900
"""Seconds; every zone of time is a whole number of them away from the others, so days end with one."""


class Grouping(Enum):
    """What the heads of the list are; its value completes "kept quotations …"."""

    NONE = "newest first"
    ARTICLE = "by article"
    SPEAKER = "by speaker"
    TAG = "by tag"
    DAY = "by day"

    @property
    def next(self) -> Grouping:
        """The one that comes after."""
        groupings = list(Grouping)
        return groupings[(groupings.index(self) + 1) % len(groupings)]


class Wanted(Enum):
    """Which of what is kept is shown; its value follows the count."""

    ALL = ""
    NOTED = "with a note"
    UNSURE = "speaker in doubt"
    LOST = "place lost"


class KeptView(NamedTuple):
    """What of the list is asked for: ``words`` may stand in any field, in any order, but all of them must."""

    words: str = ""
    wanted: Wanted = Wanted.ALL
    grouping: Grouping = Grouping.NONE


class Group(NamedTuple):
    """The head of a group: its name, what else is known of it, and how many rows it has."""

    name: str
    detail: str
    row_count: int


class KeptIndex:
    """Bookmarks, the newest first, with the text each is found by; taken in a piece at a time.

    Decoding and folding 50,000 takes about a second and a half, so a screen opens with the newest and
    takes in the others between two keys. What ``earlier`` has folded is not folded again.
    """

    def __init__(self, newest_first: Iterator[Bookmark], earlier: KeptIndex | None = None) -> None:
        self.bookmarks: list[Bookmark] = []
        self.folded: list[str] = []
        self.is_whole = False
        self._source = newest_first
        self._earlier = earlier.bookmarks if earlier else []  # held, so that no other object takes their ids
        self._known = dict(zip(map(id, self._earlier), earlier.folded, strict=True)) if earlier else {}

    def take_in(self, most: int) -> None:
        """Take in ``most`` bookmarks, or those that are left."""
        taken = list(islice(self._source, most))
        known = self._known
        self.bookmarks += taken
        self.folded += [known.get(id(bookmark)) or fold_bookmark(bookmark) for bookmark in taken]
        if len(taken) < most:
            self.is_whole = True
            self._known, self._earlier = {}, []

    def take_in_all(self) -> None:
        """Take in all that is left."""
        while not self.is_whole:
            self.take_in(1_000)

    def position_of(self, bookmark_id: str) -> int | None:
        """Return a bookmark's number in the list, None when it is not there."""
        numbers = (number for number, bookmark in enumerate(self.bookmarks) if bookmark.id == bookmark_id)
        return next(numbers, None)


def fold_bookmark(bookmark: Bookmark) -> str:
    """Return the text a bookmark is found by: words, speaker, note, tags, label, state, title, source."""
    speaker = bookmark.speaker
    found = (speaker.label, speaker.mention, speaker.role or "") if speaker else ()
    tags = (f"#{tag}" for tag in bookmark.tags)
    return fold_fields(
        (
            bookmark.text,
            *found,
            bookmark.repaired_speaker or "",
            bookmark.note,
            *tags,
            bookmark.label,
            bookmark.status,
            bookmark.title,
            bookmark.source or "",
        )
    )


def chosen_positions(
    index: KeptIndex, view: KeptView, lost: Collection[str] = (), start: int = 0
) -> list[int]:
    """Return the numbers, from ``start`` on, of the bookmarks that ``view`` asks for; ``lost`` are ids."""
    words = fold_words(view.words)
    found = matching(index.folded, words, start) if words else list(range(start, len(index.bookmarks)))
    if view.wanted is Wanted.ALL:
        return found
    is_wanted: dict[Wanted, Callable[[Bookmark], bool]] = {
        Wanted.NOTED: lambda bookmark: bool(bookmark.note),
        Wanted.UNSURE: lambda bookmark: bookmark.said_by is None or bookmark.said_by.is_doubtful,
        Wanted.LOST: lambda bookmark: bookmark.id in lost,
    }
    return [number for number in found if is_wanted[view.wanted](index.bookmarks[number])]


def grouped(bookmarks: Sequence[Bookmark], positions: Sequence[int], grouping: Grouping) -> list[Group | int]:
    """Return ``positions`` under the heads of their groups; one with several tags stands under each.

    Days come newest first, articles by what was last kept of them, speakers and tags by the alphabet;
    what has no speaker or tag comes last.
    """
    if grouping is Grouping.NONE:
        return list(positions)
    members: dict[str, list[int]] = {}
    shown: dict[str, str] = {}
    for position in positions:
        for name in _NAMES[grouping](bookmarks[position]):
            key = name.casefold() if grouping is Grouping.SPEAKER else name
            shown.setdefault(key, name)
            members.setdefault(key, []).append(position)
    keys = list(members)
    if grouping in (Grouping.SPEAKER, Grouping.TAG):
        keys.sort(key=lambda key: (not key, fold_fields((key,))))
    rows: list[Group | int] = []
    for key in keys:
        rows += [_head(bookmarks[members[key][0]], shown[key], len(members[key]), grouping), *members[key]]
    return rows


def speaker_of(bookmark: Bookmark) -> str:
    """Return the name of the one who said it, as a person decided or the engine found; or nothing."""
    if bookmark.repaired_speaker is not None:
        return bookmark.repaired_speaker
    return bookmark.speaker.label if bookmark.speaker else ""


@lru_cache(maxsize=4096)
def _day(quarter_hours: int) -> str:
    return local_day(quarter_hours * QUARTER_HOUR)


def day_of(bookmark: Bookmark) -> str:
    """Return the day on which it was kept, where the person is."""
    return _day(int(bookmark.kept_at // QUARTER_HOUR))


_NAMES: dict[Grouping, Callable[[Bookmark], Iterable[str]]] = {
    Grouping.ARTICLE: lambda bookmark: (bookmark.article,),
    Grouping.SPEAKER: lambda bookmark: (speaker_of(bookmark),),
    Grouping.TAG: lambda bookmark: bookmark.tags or ("",),
    Grouping.DAY: lambda bookmark: (day_of(bookmark),),
}
_NAMELESS = {
    Grouping.SPEAKER: "Speaker unknown",
    Grouping.TAG: "No tag",
    Grouping.DAY: "Day unknown",
}


def _head(first: Bookmark, key: str, count: int, grouping: Grouping) -> Group:
    if grouping is Grouping.ARTICLE:
        origin = " · ".join(filter(None, (first.source, short_date(first.published))))
        return Group(first.title or "Untitled", origin, count)
    if grouping is Grouping.TAG and key:
        return Group(f"#{key}", "", count)
    return Group(key or _NAMELESS[grouping], "", count)
