"""What a person put right in what the engine found: one chapter of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.desk import preparing
from reader.desk.keeping import beginning, checked_spans, mint_id, moved_to
from reader.desk.kept_quotes import KeptQuotes
from reader.desk.reading import Reading
from reader.desk.repaired import known_as, renamed, repair_reading, stretched
from reader.desk.wording import check_name
from reader.domain.anchor import Anchor, make_anchor
from reader.domain.article import ArticleHead, ArticleId
from reader.domain.mark import Bookmark
from reader.domain.quote import Quotation, SpeakerKind
from reader.domain.repair import Alias, Extent, Repair
from reader.domain.span import Span
from reader.errors import UsageError
from reader.library.library import Library
from reader.store import Store
from reader.values import NamedTuple

READINGS_IN_MEMORY = 32

if TYPE_CHECKING:
    from reader.quotes.explaining import Explanation
    from reader.store.records import Keepable


class _Repaired(NamedTuple):
    """What the engine found, what was decided then, and what came of both."""

    found: Reading
    decisions: tuple[tuple[Repair, ...], tuple[Alias, ...]]
    reading: Reading


class Repairs(KeptQuotes):
    """Repairs of quotations and aliases of names.

    A change holds for readings made after it: open the article again (``reading``), which costs nothing.
    Bookmarks of the quotation follow in the same step.
    """

    def __init__(self, store: Store, library: Library, clock: Callable[[], float]) -> None:
        super().__init__(store, library, clock)
        self._repaired: dict[ArticleId, _Repaired] = {}

    def repairs(self, reading: Reading) -> tuple[Repair, ...]:
        """Return what a person decided about the quotations of an article, the oldest first."""
        return self._store.repairs_of(reading.article.head.id)

    def repair_at(self, reading: Reading, quotation: Quotation) -> Repair | None:
        """Return the decision about one quotation, None when it stands as the engine found it."""
        spans = quotation.spans
        for repair in self.repairs(reading):
            placed = self.place(reading, repair.anchor).spans
            if any(one.overlaps(other) for one in placed for other in spans):
                return repair
        return None

    def every_alias(self) -> tuple[Alias, ...]:
        """Return the aliases of the library and of all articles, the oldest first."""
        return self._store.aliases()

    def aliases(self, head: ArticleHead) -> tuple[Alias, ...]:
        """Return the aliases that hold in an article, those of the whole library first."""
        every = [alias for alias in self._store.aliases() if alias.article in {None, head.id}]
        return tuple(sorted(every, key=lambda alias: alias.article is not None))

    def set_speaker(self, reading: Reading, quotation: Quotation, name: str) -> str:
        """Say who said a quotation, all pieces of it; raises UsageError without a name."""
        name = check_name(name)
        repair = self._decision(reading, quotation)
        kept = self.kept(reading).bookmark_of(quotation.number - 1)
        followers = [] if kept is None else [replace(kept, repaired_speaker=name)]
        self._change(
            f"the speaker of {_words(reading, quotation)}", [replace(repair, speaker=name), *followers]
        )
        return f"Speaker: {name}, by your word."

    def reject_quotation(self, reading: Reading, quotation: Quotation) -> str:
        """Say that words are no quotation; what was kept of them stays kept."""
        repair = self._decision(reading, quotation)
        self._change(f"no quotation: {_words(reading, quotation)}", [replace(repair, extent=Extent.NONE)])
        return "Not a quotation any more."

    def add_quotation(self, reading: Reading, spans: Sequence[Span], speaker: str | None = None) -> str:
        """Say that words are a quotation which the engine missed.

        Raises UsageError when there are no words at ``spans``, or when a quotation is there already.
        """
        anchor = make_anchor(reading.article.text, checked_spans(reading, spans))
        if any(one.overlaps(piece.span) for piece in reading.quotes for one in anchor.spans):
            raise UsageError("A quotation stands there already, so nothing was changed; make that one wider.")
        name = None if speaker is None else check_name(speaker)
        repair = replace(self._undecided(reading, anchor), extent=Extent.GIVEN, speaker=name)
        self._change(f"a quotation: “{beginning(anchor.exact[0])}”", [repair])
        return "A quotation, by your word."

    def stretch(self, reading: Reading, quotation: Quotation, before: int, after: int) -> str:
        """Make a quotation wider by words at its start and end, or narrower where negative.

        Raises UsageError when that changes nothing, or would reach into another quotation.
        """
        spans = stretched(reading.article.text, quotation.spans, before, after)
        if spans == quotation.spans:
            raise UsageError("There are no more words there, so nothing was changed.")
        others = (piece for other in reading.quotations if other is not quotation for piece in other.spans)
        if any(one.overlaps(other) for other in others for one in spans):
            raise UsageError("The next word belongs to another quotation, so nothing was changed.")
        anchor = make_anchor(reading.article.text, spans)
        repair = replace(self._decision(reading, quotation), anchor=anchor, extent=Extent.GIVEN)
        kept = self.kept(reading).bookmark_of(quotation.number - 1)
        followers: list[Bookmark] = []
        if kept is not None:
            followers.append(moved_to(kept, reading, spans))
        self._change(f"the bounds of {_words(reading, quotation)}", [repair, *followers])
        return f"Now: {spans[0].of(reading.article.text)}"

    def forget_repair(self, reading: Reading, repair: Repair) -> str:
        """Take a decision back: the quotation is again as the engine finds it, and so are its bookmarks.

        What was kept of words in which the engine finds none stays kept as it is, without the name decided.
        """
        others = [other for other in self.repairs(reading) if other.id != repair.id]
        restored = repair_reading(self._found(reading), others, (), self._placer.place)
        spans = self.place(reading, repair.anchor).spans
        followers: list[Bookmark] = []
        for place in self.kept(restored).places:
            if any(one.overlaps(other) for one in place.placement.spans for other in spans):
                follower = replace(place.bookmark, repaired_speaker=None)
                if repair.extent is not Extent.AS_FOUND and place.quotation >= 0:
                    follower = moved_to(follower, restored, restored.quotations[place.quotation].spans)
                if follower != place.bookmark:
                    followers.append(follower)
        self._change(f"as found: {beginning(repair.anchor.exact[0])}", followers, [repair])
        return "As it was found again."

    def same_person(self, name: str, alias: str, article: ArticleId | None = None) -> str:
        """Say that two names are one person's, to be shown under ``name``.

        It holds in one article, or in the whole library without one. Bookmarks follow. Raises UsageError
        when the two are the same.
        """
        name, alias = check_name(name), check_name(alias)
        if name.casefold() == alias.casefold():
            raise UsageError(f"“{name}” and “{alias}” are one name, so nothing was changed; give two.")
        known = [one for one in self._store.aliases() if one.article == article]
        old = next((one for one in known if one.alias.casefold() == alias.casefold()), None)
        opposite = [one for one in known if one.alias.casefold() == name.casefold()]
        made = Alias(old.id if old else mint_id(), article, name, alias, self._clock())
        self._change(f"{alias} is {name}", [made, *self._followers(made)], opposite)
        return f"{alias} is {name}."

    def forget_alias(self, alias: Alias) -> str:
        """Take back that two names are one person's; bookmarks keep the name they have."""
        self._change(f"{alias.alias} and {alias.name} apart", [], [alias])
        return f"{alias.alias} and {alias.name} are two again."

    def names_met(self, reading: Reading) -> tuple[str, ...]:
        """Return the names of an article's speakers, the most quoted first, then the others in its text.

        Each as it stands first, whatever its capitals are further on.
        """
        from reader.quotes import article_names

        counts: Counter[str] = Counter()
        spelled: dict[str, str] = {}
        for quotation in reading.quotations:
            speaker = quotation.speaker
            if speaker is not None and (speaker.name or speaker.kind is not SpeakerKind.PRONOUN):
                spelled.setdefault(speaker.label.casefold(), speaker.label)
                counts[speaker.label.casefold()] += 1
        met = {key: spelled[key] for key, _ in counts.most_common()}
        for name in article_names(reading.article):
            met.setdefault(name.casefold(), name)
        return tuple(met.values())

    def explain(self, reading: Reading, quotation: Quotation) -> Explanation:
        """Return why the engine names this speaker, and how sure it is."""
        from reader.quotes import explain_quote

        return explain_quote(reading.article, quotation.span)

    def former_id(self, url: str | None, title: str, text: str) -> ArticleId | None:
        """Return the id of an article that was removed and comes again, if anything of it is kept.

        It is known by its address; without one by its title together with words that were kept of it.
        """
        from reader.library.naming import url_key

        gone = self._store.articles() - self._library.article_ids()
        for article in sorted(gone):
            kept, repairs = self._store.bookmarks_of(article), self._store.repairs_of(article)
            urls = {url_key(one.url) for one in kept} | {url_key(one.url) for one in repairs}
            if url_key(url) in urls - {None}:
                return article
            is_titled = any(bookmark.title == title and bookmark.url is None for bookmark in kept)
            if is_titled and any(words in text for bookmark in kept for words in bookmark.exact):
                return article
        return None

    def repaired(self, reading: Reading) -> Reading:
        """Return what the engine found with a person's decisions on top; the same one until they change."""
        head = reading.article.head
        decisions = (self._store.repairs_of(head.id), self.aliases(head))
        if decisions == ((), ()):
            return reading
        known = self._repaired.pop(head.id, None)
        if known is None or known.found is not reading or known.decisions != decisions:
            known = _Repaired(reading, decisions, repair_reading(reading, *decisions, self._placer.place))
            if reading.is_whole:
                count = len(known.reading.quotations)
                self._library.put_quote_count(head.content_hash, self.count_version(head), count)
        self._repaired[head.id] = known
        while len(self._repaired) > READINGS_IN_MEMORY:
            del self._repaired[next(iter(self._repaired))]
        return known.reading

    def count_version(self, head: ArticleHead) -> str:
        """Return the version under which an article's quotations are counted: engine and decisions."""
        repairs = self._store.repairs_of(head.id)
        if not repairs:
            return preparing.PAGE_VERSION
        from hashlib import blake2b

        digest = blake2b(repr(repairs).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        return f"{preparing.PAGE_VERSION}.{digest}"

    def _found(self, reading: Reading) -> Reading:
        """Return what the engine found in the article of a reading, whatever has been decided since."""
        known = self._repaired.get(reading.article.head.id)
        if known is not None and known.found.article is reading.article:
            return known.found
        return preparing.found_in(reading.article)

    def _decision(self, reading: Reading, quotation: Quotation) -> Repair:
        """Return the decision about a quotation, or a new one that decides nothing yet."""
        known = self.repair_at(reading, quotation)
        if known is not None:
            return known
        anchor = make_anchor(reading.article.text, quotation.spans)
        return self._undecided(reading, anchor)

    def _undecided(self, reading: Reading, anchor: Anchor) -> Repair:
        head = reading.article.head
        return Repair(mint_id(), head.id, anchor, Extent.AS_FOUND, None, self._clock(), head.url)

    def _followers(self, alias: Alias) -> list[Keepable]:
        """Return the bookmarks whose speaker an alias gives another name."""
        names = known_as([alias])
        kept = self._store.bookmarks() if alias.article is None else self._store.bookmarks_of(alias.article)
        followers: list[Keepable] = []
        for bookmark in kept:
            speaker = bookmark.speaker and renamed(bookmark.speaker, names)
            decided = bookmark.repaired_speaker
            if decided is not None:
                decided = names.get(decided.casefold(), decided)
            if (speaker, decided) != (bookmark.speaker, bookmark.repaired_speaker):
                followers.append(replace(bookmark, speaker=speaker, repaired_speaker=decided))
        return followers


def _words(reading: Reading, quotation: Quotation) -> str:
    return beginning(quotation.span.of(reading.article.text))
