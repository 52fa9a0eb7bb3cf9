"""The conversation itself: a line in, an answer out, until the lines end or one leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.desk.desk import Desk
from reader.plain.list_room import ListRoom
from reader.plain.room import Room, Say
from reader.plain.wording import counted, one_line


def converse(desk: Desk, lines: Iterable[str], say: Say) -> None:
    """Answer ``lines`` with whole lines given to ``say``; the article of the end is remembered."""
    articles = ListRoom(desk, say)
    for notice in desk.notices:
        say(notice)
    count = counted(len(desk.heads), "article")
    say(f"Pullquote, {count}, {desk.unread_count:,} unread. ? says what can be asked.")
    if desk.read_only_sentence:
        say(desk.read_only_sentence)
    for draft in desk.drafts():
        row = desk.row_of(draft.article)
        title = f", in “{desk.heads[row].title}”" if row is not None else ""
        say(f"A note was not finished, on {one_line(draft.anchor.exact[0])}{title}.")
    articles.enter()
    room: Room = articles
    for line in lines:
        if desk.take_in():
            room.changed()
        following = room.answer(line)
        if following is None:
            break
        if following is not room:
            room = following
            room.enter()
    room.end_writing()
    if articles.head is not None:
        desk.save_interface(replace(desk.interface, last_article=articles.head.id))
