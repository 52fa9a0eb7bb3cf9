"""A decision taken back: the engine's word again, for the quotation and for what is kept of it."""

from __future__ import annotations

from collections.abc import Callable

from reader.desk.desk import Desk
from reader.desk.reading import Reading
from reader.domain.span import Span
from reader.paths import Folders
from tests.desk.test_decisions import ALL_THREE, edit, opened, quotation, shown, words


def test_bounds_taken_back_take_the_bookmark_back_in_one_step(desk: Desk) -> None:
    reading = opened(desk)
    bookmark = desk.keep(reading, reading.quotations[2])
    desk.stretch(reading, reading.quotations[2], 0, 2)
    stretched = desk.bookmarks()
    (repair,) = desk.repairs(reading)
    readings: tuple[Callable[[], Reading], ...] = (lambda: reading, lambda: opened(desk))
    for opener in readings:
        desk.forget_repair(opener(), repair)
        assert words(desk)[2] == bookmark.text
        assert desk.bookmarks() == (bookmark,)
        desk.undo()
        assert words(desk)[2] == stretched[0].text
        assert desk.bookmarks() == stretched


def test_bounds_taken_back_beside_other_words_and_decisions_leave_those(desk: Desk) -> None:
    reading = opened(desk)
    text = reading.article.text
    passage = desk.keep_passage(reading, [Span(text.index("said Tom"), len(text))])
    desk.reject_quotation(reading, reading.quotations[1])
    desk.stretch(opened(desk), quotation(desk, 2), 0, 2)
    desk.keep(opened(desk), quotation(desk, 2))
    desk.forget_repair(opened(desk), desk.repairs(opened(desk))[1])
    assert [kept.text for kept in desk.bookmarks()] == [passage.text, "“Nobody asked the river,”"]
    assert len(words(desk)) == 2


def test_what_is_kept_of_a_quotation_of_ones_own_stays_when_that_is_taken_back(desk: Desk) -> None:
    start = opened(desk).article.text.index("an earlier date")
    desk.add_quotation(opened(desk), [Span(start, start + 15)], "Ana Rivera")
    bookmark = desk.keep(opened(desk), quotation(desk, 2))
    desk.forget_repair(opened(desk), desk.repairs(opened(desk))[0])
    assert shown(desk) == ALL_THREE
    assert desk.bookmarks() == (bookmark,)


def test_a_speaker_taken_back_in_an_edited_article_leaves_the_words_that_were_kept(
    desk: Desk, library: Folders
) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 3))
    desk.set_speaker(opened(desk), quotation(desk, 3), "Jo Lee")
    edit(desk, library, "Nobody asked the river", "Nobody had asked the river")
    desk.forget_repair(opened(desk), desk.repairs(opened(desk))[0])
    assert shown(desk) == ALL_THREE
    assert desk.bookmarks() == (bookmark,)


def test_a_rejection_taken_back_takes_the_bookmark_back_from_bounds_given_before(desk: Desk) -> None:
    bookmark = desk.keep(opened(desk), quotation(desk, 3))
    desk.stretch(opened(desk), quotation(desk, 3), 0, 2)
    desk.reject_quotation(opened(desk), quotation(desk, 3))
    desk.forget_repair(opened(desk), desk.repairs(opened(desk))[0])
    assert shown(desk) == ALL_THREE
    assert desk.bookmarks() == (bookmark,)
