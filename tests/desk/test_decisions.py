"""A person's word above the engine's: who spoke, what is a quotation, which names are one person's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reader.desk.desk import Desk
from reader.desk.reading import Reading
from reader.desk.sources import Overrides, Source
from reader.domain.anchor import Outcome, Placement
from reader.domain.article import ArticleId
from reader.domain.quote import Decision, Quotation
from reader.domain.repair import Extent
from reader.domain.span import Span
from reader.errors import NotFoundError, StoreError, UsageError
from reader.paths import Folders
from tests.articles import BRIDGE
from tests.desk.conftest import Opener

ALL_THREE = ["Ana Rivera", "Ana Rivera", "Tom Okafor"]


def opened(desk: Desk) -> Reading:
    return desk.reading(desk.find("bridge0001"))


def quotation(desk: Desk, number: int) -> Quotation:
    return opened(desk).quotations[number - 1]


def shown(desk: Desk) -> list[str]:
    return [q.speaker.shown if q.speaker else "" for q in opened(desk).quotations]


def words(desk: Desk) -> list[str]:
    reading = opened(desk)
    return [" … ".join(span.of(reading.article.text) for span in q.spans) for q in reading.quotations]


def edit(desk: Desk, library: Folders, old: str, new: str) -> None:
    path = library.library / "bridge.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    desk.take_scan(desk.scanner().scan())


def test_a_speaker_named_by_a_person_holds_for_every_piece_and_beyond_a_restart(open_desk: Opener) -> None:
    desk = open_desk()
    said = desk.set_speaker(opened(desk), quotation(desk, 1), "  Jo\n Lee ")
    assert said == "Speaker: Jo Lee, by your word."
    openers: tuple[Opener, ...] = (lambda: desk, open_desk)
    for opener in openers:
        again = opener()
        pieces = quotation(again, 1).pieces
        assert len(pieces) == 2
        for piece in pieces:
            assert piece.speaker is not None
            assert (piece.speaker.name, piece.speaker.decided) == ("Jo Lee", Decision.SPEAKER)
            assert not piece.speaker.is_doubtful
        assert shown(again)[1:] == ALL_THREE[1:]


def test_the_mention_of_a_named_speaker_is_looked_for_in_the_text(desk: Desk) -> None:
    desk.set_speaker(opened(desk), quotation(desk, 3), "Ana Rivera")
    speaker = quotation(desk, 3).speaker
    assert speaker is not None
    assert (speaker.mention, speaker.role) == ("Ana Rivera", None)
    assert speaker.span.of(opened(desk).article.text) == "Ana Rivera"
    desk.set_speaker(opened(desk), quotation(desk, 3), "Somebody Else")
    speaker = quotation(desk, 3).speaker
    assert speaker is not None
    assert (speaker.mention, len(speaker.span), speaker.shown) == ("", 0, "Somebody Else")
    desk.set_speaker(opened(desk), quotation(desk, 3), "tom okafor")
    speaker = quotation(desk, 3).speaker
    assert speaker is not None
    assert (speaker.mention, speaker.role) == ("Tom Okafor", "engineer")


def test_one_repair_is_one_step_of_undo_and_the_bookmark_goes_with_it(desk: Desk) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 3))
    desk.set_speaker(opened(desk), quotation(desk, 3), "Jo Lee")
    (kept,) = desk.bookmarks()
    assert kept.said_by is not None
    assert (kept.said_by.name, kept.said_by.mention, kept.speaker) == ("Jo Lee", "", bookmark.speaker)
    assert desk.bookmark_text(kept).endswith("— Jo Lee")
    assert desk.undo() == "Undone: the speaker of “Nobody asked the river,”."
    assert desk.bookmarks() == (bookmark,)
    assert shown(desk) == ALL_THREE
    assert desk.repairs(opened(desk)) == ()


def test_what_is_kept_after_a_repair_has_the_speaker_decided(desk: Desk) -> None:
    desk.set_speaker(opened(desk), quotation(desk, 3), "Jo Lee")
    kept = desk.keep(opened(desk), quotation(desk, 3))
    assert kept.said_by is not None
    assert (kept.said_by.name, kept.said_by.decided) == ("Jo Lee", Decision.SPEAKER)


def test_words_that_are_no_quotation_are_none_and_counts_agree(open_desk: Opener) -> None:
    desk = open_desk()
    before = words(desk)
    assert desk.entry(desk.find("bridge0001")).quote_count == 3
    desk.reject_quotation(opened(desk), quotation(desk, 2))
    openers: tuple[Opener, ...] = (lambda: desk, open_desk)
    for opener in openers:
        again = opener()
        assert again.entry(again.find("bridge0001")).quote_count == 2
        assert words(again) == [before[0], before[2]]
        assert [q.number for q in opened(again).quotations] == [1, 2]
    (repair,) = again.repairs(opened(again))
    assert repair.extent is Extent.NONE
    again.forget_repair(opened(again), repair)
    assert words(again) == before
    assert again.entry(again.find("bridge0001")).quote_count == 3
    again.undo()
    assert len(words(again)) == 2


def test_a_missing_quotation_is_one_among_the_others(desk: Desk) -> None:
    text = opened(desk).article.text
    start = text.index("an earlier date")
    said = desk.add_quotation(opened(desk), [Span(start - 1, start + 15)], "Ana Rivera")
    assert said == "A quotation, by your word."
    assert words(desk)[1] == "an earlier date"
    added = quotation(desk, 2)
    assert added.pieces[0].is_given
    assert shown(desk)[1] == "Ana Rivera"
    assert desk.entry(desk.find("bridge0001")).quote_count == 4
    with pytest.raises(UsageError, match="already"):
        desk.add_quotation(opened(desk), [Span(start + 3, start + 8)])
    # It is kept, repaired and rejected like any other.
    desk.set_speaker(opened(desk), quotation(desk, 2), "Tom Okafor")
    assert shown(desk)[1] == "Tom Okafor"
    desk.reject_quotation(opened(desk), quotation(desk, 2))
    assert len(words(desk)) == 3
    for _ in range(3):
        desk.undo()
    assert shown(desk) == ALL_THREE


@pytest.mark.parametrize("spans", [[], [Span(5, 5)], [Span(10**6, 10**6 + 4)], [Span(9, 20), Span(12, 30)]])
def test_a_place_without_words_is_refused(desk: Desk, spans: list[Span]) -> None:
    reading = opened(desk)
    with pytest.raises(UsageError, match="no words at that place"):
        desk.add_quotation(reading, spans)
    with pytest.raises(UsageError, match="no words at that place"):
        desk.keep_passage(reading, spans)
    assert not desk.can_undo


def test_a_quotation_grows_and_shrinks_by_words_and_its_bookmark_follows(desk: Desk) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 3))
    steps = [
        (0, 1, "“Nobody asked the river,” said"),
        (0, 2, "“Nobody asked the river,” said Tom Okafor"),
        (0, -3, "“Nobody asked the river"),
        (-1, 0, "asked the river"),
        (0, -9, "asked"),
        (1, 0, "Nobody asked"),
    ]
    for before, after, expected in steps:
        desk.stretch(opened(desk), quotation(desk, 3), before, after)
        assert words(desk)[2] == expected
        (kept,) = desk.bookmarks()
        assert (kept.id, kept.exact, kept.former) == (bookmark.id, (expected,), ())
        assert desk.kept(opened(desk)).indexes == {2}
        assert shown(desk) == ALL_THREE
        assert len(desk.repairs(opened(desk))) == 1
    for _ in steps:
        desk.undo()
    assert desk.bookmarks() == (bookmark,)
    assert words(desk)[2] == bookmark.text


def test_a_quotation_grows_into_no_other_and_not_out_of_its_paragraph(desk: Desk) -> None:
    text = opened(desk).article.text
    start = text.index("chair of the works committee")
    desk.add_quotation(opened(desk), [Span(start, start + 5)])
    before = words(desk)
    with pytest.raises(UsageError, match="another quotation"):
        desk.stretch(opened(desk), quotation(desk, 2), -0, 9)
    with pytest.raises(UsageError, match="no more words"):
        desk.stretch(opened(desk), quotation(desk, 4), 1, 0)
    assert words(desk) == before


def test_decisions_survive_a_new_version_of_the_article(desk: Desk, library: Folders) -> None:
    desk.set_speaker(opened(desk), quotation(desk, 3), "Jo Lee")
    desk.reject_quotation(opened(desk), quotation(desk, 2))
    edit(desk, library, "The council met", "“No news,” said Pat Moss.\n\nThe council met")
    assert shown(desk) == ["Pat Moss", "Ana Rivera", "Jo Lee"]
    edit(desk, library, "Nobody asked the river", "Nobody had asked the river")
    assert shown(desk) == ["Pat Moss", "Ana Rivera", "Jo Lee"]
    assert "had asked" in words(desk)[2]
    edit(desk, library, "“Nobody had asked the river,” said Tom Okafor, an engineer.", "Nothing was said.")
    assert shown(desk) == ["Pat Moss", "Ana Rivera"]
    assert len(desk.repairs(opened(desk))) == 2


def test_two_names_are_one_person_in_an_article_or_everywhere(desk: Desk) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 1))
    article = ArticleId("bridge0001")
    assert desk.same_person("Ana Ruiz", "ana rivera", article) == "ana rivera is Ana Ruiz."
    assert shown(desk) == ["Ana Ruiz", "Ana Ruiz", "Tom Okafor"]
    speaker = quotation(desk, 2).speaker
    assert speaker is not None
    assert speaker.decided is Decision.NAME
    (kept,) = desk.bookmarks()
    assert kept.said_by is not None
    assert kept.said_by.name == "Ana Ruiz"
    # A chain is followed, a circle ends, and the article's word goes before the library's.
    desk.same_person("A. R.", "Ana Ruiz")
    desk.same_person("ana rivera", "A. R.")
    assert len(set(shown(desk)[:2])) == 1
    desk.undo()
    assert shown(desk)[0] == "A. R."
    desk.undo()
    desk.undo()
    assert shown(desk) == ALL_THREE
    assert desk.bookmarks() == (bookmark,)
    for name, other in (("Ana", "ana"), ("", "Ana"), ("Ana", "\x1b\x00")):
        with pytest.raises(UsageError):
            desk.same_person(name, other)


def test_an_alias_turned_round_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.same_person("Ana Ruiz", "Ana Rivera")
    desk.same_person("Ana Rivera", "Ana Ruiz")
    assert shown(desk) == ALL_THREE
    (alias,) = desk.every_alias()
    desk.forget_alias(alias)
    assert desk.every_alias() == ()


def test_a_bookmark_without_a_certain_place_is_in_the_tray_and_is_placed_by_hand(
    desk: Desk, library: Folders
) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 3))
    edit(desk, library, "Nobody asked the river", "It was a wet year")
    (lost,) = desk.kept(opened(desk)).places
    assert lost.bookmark == bookmark
    assert lost.placement == Placement(Outcome.LOST, reason="Its words are no longer in the article.")
    start = opened(desk).article.text.index("“It was a wet year,”")
    desk.place_by_hand(opened(desk), bookmark.id, [Span(start, start + 20)])
    (placed,) = desk.bookmarks()
    assert (placed.exact, placed.former) == (("“It was a wet year,”",), bookmark.exact)
    assert desk.kept(opened(desk)).indexes == {2}
    desk.undo()
    assert desk.bookmarks() == (bookmark,)


def test_names_met_are_offered_speakers_first(desk: Desk) -> None:
    assert desk.names_met(opened(desk))[:2] == ("Ana Rivera", "Tom Okafor")


def test_why_a_speaker_is_named_is_told(desk: Desk) -> None:
    reading = opened(desk)
    told = [desk.explain(reading, q).sentence(reading.article.text) for q in reading.quotations]
    assert told[2].startswith("“Tom Okafor” goes with “said” beside the quotation")
    assert told[1].startswith("“she” goes with “said” beside the quotation")


def test_a_disk_that_refuses_leaves_repair_and_bookmark_as_they_were(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 3))

    def refuse(*_: object) -> None:
        raise StoreError("The disk is full; make room and do it again.")

    monkeypatch.setattr(type(desk._store._storage), "append", refuse)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: desk.set_speaker(opened(desk), quotation(desk, 3), "Jo Lee"),
        lambda: desk.reject_quotation(opened(desk), quotation(desk, 3)),
        lambda: desk.stretch(opened(desk), quotation(desk, 3), 0, 1),
        lambda: desk.same_person("Jo", "Tom Okafor"),
        lambda: desk.set_note(bookmark.id, "x"),
    )
    for attempt in attempts:
        with pytest.raises(StoreError):
            attempt()
        assert shown(desk) == ALL_THREE
        assert desk.bookmarks() == (bookmark,)
    monkeypatch.undo()
    assert desk.undo() == "Undone: kept “Nobody asked the river,”."
    assert not desk.can_undo


def test_an_article_that_vanished_keeps_what_was_kept_and_decided(desk: Desk, library: Folders) -> None:
    reading = opened(desk)
    bookmark = desk.keep(reading, quotation(desk, 3))
    (library.library / "bridge.md").unlink()
    desk.take_scan(desk.scanner().scan())
    desk.set_note(bookmark.id, "Still here.")
    desk.set_speaker(reading, reading.quotations[2], "Jo Lee")
    with pytest.raises(NotFoundError):
        desk.find("bridge0001")
    (library.library / "bridge.md").write_text(BRIDGE, "utf-8")
    desk.take_scan(desk.scanner().scan())
    assert shown(desk)[2] == "Jo Lee"
    (kept,) = desk.bookmarks()
    assert (kept.note, kept.repaired_speaker) == ("Still here.", "Jo Lee")


BARE = "The council met.\n\n“We will wait for the river to agree,” said Ana Rivera.\n"


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            Overrides(url="https://www.example.org/wait?utm_source=x"),
            Overrides(url="http://example.org/wait/"),
        ),
        (Overrides(title="Waiting"), Overrides(title="Waiting")),
    ],
    ids=["address", "title and words"],
)
def test_an_article_that_comes_again_finds_what_was_kept_of_it(
    desk: Desk, library: Folders, first: Overrides, again: Overrides
) -> None:
    desk.add(Source("wait.txt", BARE.encode()), first)
    article = desk.last_added or ""
    reading = desk.reading(desk.find(article))
    kept = desk.keep(reading, reading.quotations[0])
    desk.set_speaker(reading, reading.quotations[0], "Jo Lee")
    next(library.library.glob("*wait*.md")).unlink()
    desk.take_scan(desk.scanner().scan())
    desk.add(Source("wait.txt", b"New words before it.\n\n" + BARE.encode()), again)
    assert desk.last_added == article
    reading = desk.reading(desk.find(article))
    assert reading.quotations[0].speaker is not None
    assert reading.quotations[0].speaker.name == "Jo Lee"
    bookmark = desk.kept(reading).bookmark_of(0)
    assert bookmark is not None
    assert bookmark.id == kept.id


def test_another_article_of_the_same_title_is_another(desk: Desk) -> None:
    desk.add(Source("wait.txt", BARE.encode()), Overrides(title="Waiting"))
    article = desk.last_added or ""
    reading = desk.reading(desk.find(article))
    desk.keep(reading, reading.quotations[0])
    desk.remove(reading.article.head)
    desk.add(Source("other.txt", b"Something else was written."), Overrides(title="Waiting"))
    assert desk.last_added != article
