from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from reader.desk.desk import Desk
from reader.desk.sources import Overrides, read_source
from reader.desk.undo import UNDO_DEPTH, Change, UndoStack
from reader.domain.mark import Bookmark, ReadMark
from reader.domain.quote import join_pieces
from reader.domain.span import Span
from reader.errors import NotFoundError
from reader.paths import Folders
from tests.articles import BRIDGE
from tests.desk.conftest import Opener


def kept_texts(desk: Desk) -> list[str]:
    return [bookmark.text for bookmark in desk.bookmarks()]


def keep(desk: Desk, number: int, article: str = "bridge0001") -> Bookmark:
    reading = desk.reading(desk.find(article))
    return desk.keep(reading, reading.quotations[number - 1])


def test_a_kept_quotation_is_complete_and_survives_a_restart(open_desk: Opener) -> None:
    desk = open_desk()
    reading = desk.reading(desk.find("bridge0001"))
    bookmark = keep(desk, 1)
    text = reading.article.text
    assert bookmark.spans == reading.quotations[0].spans
    assert bookmark.exact == ("“We will be ready by May,”", "“Not before.”")
    assert text.startswith(bookmark.before[-30:] + bookmark.exact[0], bookmark.spans[0].start - 30)
    assert text.startswith(bookmark.after, bookmark.spans[-1].end)
    assert (
        bookmark.sentence
        == "“We will be ready by May,” said Ana Rivera, chair of the works committee. “Not before.”"
    )
    assert bookmark.speaker is not None
    assert (bookmark.speaker.name, bookmark.title, bookmark.source) == (
        "Ana Rivera",
        "The bridge will wait",
        "The Example",
    )
    again = open_desk()
    assert again.bookmarks() == (bookmark,)
    kept = again.kept(again.reading(again.find("bridge0001")))
    assert kept.indexes == frozenset({0})
    assert (kept.index_of(bookmark), kept.bookmark_of(0)) == (0, bookmark)
    assert [place.placement.spans for place in kept.places] == [bookmark.spans]


def test_keeping_twice_keeps_once_and_toggling_lets_go(desk: Desk) -> None:
    assert keep(desk, 2) == keep(desk, 2)
    reading = desk.reading(desk.find("bridge0001"))
    assert desk.toggle_kept(reading, reading.quotations[1]).startswith("Let “was drawn up in")
    assert desk.bookmarks() == ()
    assert desk.toggle_kept(reading, reading.quotations[1]) == "Kept: Ana Rivera."
    assert kept_texts(desk) == ["“was drawn up in a drier year.”"]


def test_what_is_copied_names_the_speaker(desk: Desk) -> None:
    reading = desk.reading(desk.find("bridge0001"))
    words = "“We will be ready by May … Not before.” — Ana Rivera"
    assert desk.quotation_text(reading, reading.quotations[0]) == words
    assert desk.bookmark_text(keep(desk, 1)) == words


def test_an_id_that_nothing_has_is_told(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="nowhere"):
        desk.drop("nowhere")
    assert not desk.can_undo


def test_a_quotation_in_an_edited_article_is_found_again(desk: Desk, library: Folders) -> None:
    bookmark = keep(desk, 3)
    path = library.library / "bridge.md"
    path.write_text(BRIDGE.replace("The council met", "“No news,” said Jo Lee.\n\nThe council met"), "utf-8")
    assert desk.take_scan(desk.scanner().scan())
    reading = desk.reading(desk.find("bridge0001"))
    kept = desk.kept(reading)
    assert kept.index_of(bookmark) == 3
    span = kept.span_of(bookmark)
    assert span is not None
    assert span.of(reading.article.text) == "“Nobody asked the river,”"
    assert desk.keep(reading, reading.quotations[3]) == bookmark


def test_words_that_are_gone_are_kept_without_a_place(desk: Desk, library: Folders) -> None:
    bookmark = keep(desk, 3)
    (library.library / "bridge.md").write_text(
        BRIDGE.replace("Nobody asked the river", "It was a wet year"), "utf-8"
    )
    desk.take_scan(desk.scanner().scan())
    kept = desk.kept(desk.reading(desk.find("bridge0001")))
    assert [(place.bookmark, place.placement.spans, place.quotation) for place in kept.places] == [
        (bookmark, (), -1)
    ]
    assert (kept.indexes, kept.span_of(bookmark)) == (frozenset(), None)
    assert desk.bookmarks() == (bookmark,)


# Undo


def test_every_kind_of_change_is_taken_back(desk: Desk, library: Folders) -> None:
    head = desk.find("bridge0001")
    reading = desk.reading(head)
    first = "“We will be ready by May … Not before.”"
    note = library.library.parent / "note.txt"
    note.write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    changes: list[tuple[str, Callable[[], object]]] = [
        (f"kept {first}", lambda: desk.keep(reading, reading.quotations[0])),
        (
            "kept “Nobody asked the river,”",
            lambda: desk.toggle_kept(reading, reading.quotations[2]),
        ),
        (f"let {first} go", lambda: desk.toggle_kept(reading, reading.quotations[0])),
        ("read “The bridge will wait”", lambda: desk.finish(head)),
        ("unread “The bridge will wait”", lambda: desk.toggle_read(head)),
        ("read “The bridge will wait”", lambda: desk.toggle_read(head)),
        ("starred “The bridge will wait”", lambda: desk.toggle_star(head)),
        ("took the star off “The bridge will wait”", lambda: desk.toggle_star(head)),
        ("the mark a in “The bridge will wait”", lambda: desk.set_letter(reading, "a", 3)),
        ("the mark a in “The bridge will wait”", lambda: desk.set_letter(reading, "a", 7)),
        ("added “note”", lambda: desk.add(read_source(str(note)), Overrides())),
        ("removed “The bridge will wait”", lambda: desk.remove(head)),
    ]

    def state() -> object:
        return (
            [article.id for article in desk.heads],
            [(article.id, desk.mark(article.id)) for article in desk.heads],
            sorted(bookmark.id for bookmark in desk.bookmarks()),
            desk.unread_count,
        )

    states = [state()]
    for _, change in changes:
        change()
        states.append(state())
    assert desk.redo() == "Nothing to do again."
    for _ in range(2):
        for (description, _), before in zip(reversed(changes), reversed(states[:-1]), strict=True):
            assert desk.can_undo
            assert desk.undo() == f"Undone: {description}."
            assert state() == before
        assert desk.undo() == "Nothing to undo."
        assert not desk.can_undo
        for (description, _), after in zip(changes, states[1:], strict=True):
            assert desk.can_redo
            assert desk.redo() == f"Done again: {description}."
            assert state() == after
        assert not desk.can_redo
    while desk.can_undo:
        desk.undo()
    assert (library.library / "bridge.md").read_text("utf-8") == BRIDGE


def test_a_hundred_changes_are_taken_back_and_no_more(desk: Desk) -> None:
    heads = list(desk.heads)
    marks = []
    for number in range(UNDO_DEPTH + 7):
        marks.append([desk.mark(head.id) for head in heads])
        desk.toggle_star(heads[number % 2])
    for before in reversed(marks[7:]):
        assert "star" in desk.undo()
        assert [desk.mark(head.id) for head in heads] == before
    assert desk.undo() == "Nothing to undo."
    assert [desk.mark(head.id) for head in heads] == marks[7]


def test_what_was_undone_is_undone_after_a_restart(open_desk: Opener) -> None:
    desk = open_desk()
    keep(desk, 1)
    keep(desk, 2)
    desk.undo()
    again = open_desk()
    assert kept_texts(again) == ["“We will be ready by May … Not before.”"]
    assert not again.can_undo


def test_undo_leaves_the_place_where_reading_stopped(desk: Desk) -> None:
    head = desk.find("bridge0001")
    desk.finish(head)
    desk.save_place(head, 40, 90)
    desk.undo()
    assert desk.mark(head.id) == ReadMark(position=40, reached=90)


def test_a_change_whose_object_has_gone_does_not_stand_before_older_ones(
    desk: Desk, library: Folders
) -> None:
    tour, bridge = desk.find("tour"), desk.find("bridge0001")
    desk.toggle_star(tour)
    desk.remove(bridge)
    (trashed,) = (library.library / ".trash").iterdir()
    trashed.unlink()
    with pytest.raises(NotFoundError, match="no longer in the trash"):
        desk.undo()
    assert desk.undo() == f"Undone: starred “{tour.title}”."
    assert not desk.mark(tour.id).is_starred


def test_a_removed_article_comes_back_with_all_that_was_done(desk: Desk) -> None:
    head = desk.find("bridge0001")
    bookmark = keep(desk, 1)
    desk.finish(head)
    desk.remove(head)
    assert desk.bookmarks() == (bookmark,)
    desk.undo()
    entry = desk.entry(desk.find("bridge0001"))
    assert (entry.kept_count, entry.mark.is_read, entry.progress) == (1, True, 1.0)


def test_what_is_undone_of_an_article_that_has_gone_leaves_the_count_of_the_unread(
    desk: Desk, library: Folders
) -> None:
    desk.finish(desk.find("bridge0001"))
    (library.library / "bridge.md").unlink()
    desk.take_scan(desk.scanner().scan())
    for change in (desk.undo, desk.redo, desk.undo):
        assert (desk.unread_count, len(desk.heads)) == (1, 1)
        change()
    assert desk.unread_count == 1


def test_the_stack_holds_the_newest() -> None:
    stack = UndoStack()
    assert stack.undo() is None
    undone: list[int] = []
    for number in range(UNDO_DEPTH + 5):
        stack.push(Change(str(number), partial(undone.append, number), lambda: None))
    while stack.can_undo:
        stack.undo()
    assert undone == list(range(UNDO_DEPTH + 4, 4, -1))


def test_a_new_change_forgets_what_was_taken_back(desk: Desk) -> None:
    head = desk.find("bridge0001")
    desk.toggle_star(head)
    desk.undo()
    desk.finish(head)
    assert not desk.can_redo
    assert desk.redo() == "Nothing to do again."
    assert not desk.mark(head.id).is_starred


def test_a_note_that_was_undone_is_in_the_trash_with_its_bookmark(open_desk: Opener) -> None:
    desk = open_desk()
    bookmark = keep(desk, 1)
    desk.set_note(bookmark.id, "to be checked")
    desk.undo()
    desk.drop(bookmark.id)
    again = open_desk()
    assert [removed.bookmark.note for removed in again.removed()] == ["to be checked"]
    assert again.bring_back(bookmark.id).note == "to be checked"


# Pieces as one passage


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("[“We will,”] she said, [“and soon.”]", "“We will … and soon.”"),
        ("[“One.”] he said. [“Two?”] He paused. [“Three!”]", "“One. … Two? … Three!”"),
        ("[“It begins here.]\n\n[“It goes on.”]", "“It begins here. It goes on.”"),
        ('["We will,"] she said, ["and soon."]', '"We will … and soon."'),
        ("[« Oui, »] dit-il, [« demain. »]", "« Oui … demain. »"),
        ("[“Alone,”] he said.", "“Alone,”"),
    ],
)
def test_pieces_become_one_passage_in_one_pair_of_marks(text: str, passage: str) -> None:
    pieces: list[str] = []
    spans: list[Span] = []
    plain = ""
    for part in text.split("["):
        words, closing, rest = part.rpartition("]")
        if closing:
            pieces.append(words)
            spans.append(Span(len(plain), len(plain) + len(words)))
        plain += words + rest
    assert join_pieces(pieces, spans) == passage


def test_no_piece_is_no_passage() -> None:
    assert join_pieces([], []) == ""
