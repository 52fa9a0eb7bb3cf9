"""The plain mode: lines in, lines out, and the same things kept, marked and remembered as by the app."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.desk.desk import Desk
from reader.domain.article import ArticleId
from reader.domain.quote import Speaker, SpeakerKind
from reader.domain.span import Span
from reader.plain.commands import COMMANDS, Place, commands_of, understand
from reader.plain.conversation import converse
from reader.plain.room import Room
from reader.plain.wording import speaker_words
from reader.tui.action_table import ACTIONS
from reader.tui.keys import key_sign
from tests.plain.conftest import Converse

BRIDGE = ArticleId("bridge0001")
FIRST = "Quotation 1 of 3, Ana Rivera, chair of the works committee: “We will be ready by May … Not before.”"
RELATED = (
    "Related: ALSO READ: The river, measured from the old bridge to the harbour mouth in nine dry summers"
)
LAST = "Quotation 3 of 3, Tom Okafor, engineer: “Nobody asked the river,”"


def test_a_list_is_said_row_by_row(ask: Converse) -> None:
    rows = ask("list")
    assert rows[0].startswith("1. A long account, unread. The Example, ")
    assert rows[1].startswith("2. The bridge will wait, unread. The Example, 2 Mar 2026, 1 minute")
    assert len(rows) == 10
    assert ask("g", "f", "f")[11].startswith("11. ")
    assert ask("g", "k")[1:] == ["That is the first article.", rows[0]]
    assert ask("g", "j")[1:] == [rows[1]]


def test_an_article_is_said_paragraph_by_paragraph(ask: Converse) -> None:
    said = ask("2", "", "", "", "", "k", ".")
    assert said == [
        "The bridge will wait",
        "By Jo Lee",
        "The Example, Harbour, 2 Mar 2026",
        "1 minute, 3 quotations",
        "The council met on Tuesday about the new bridge.",
        "Quotation 1 of 3, Ana Rivera, chair of the works committee: “We will be ready by May,”",
        "said Ana Rivera, chair of the works committee.",
        "Quotation 1 continued: “Not before.”",
        RELATED,
        "Rivera had promised an earlier date. The plan, she said,",
        "Quotation 2 of 3, Ana Rivera, chair of the works committee: “was drawn up in a drier year.”",
        *[RELATED] * 2,
    ]


def test_quotations_are_stepped_through(ask: Converse) -> None:
    said = ask("2", "]", "n", "[", "3", "]", "9", "p")[4:]
    assert said[0] == FIRST
    assert said[1].startswith("Quotation 2 of 3, Ana Rivera")
    assert said[2] == FIRST
    assert said[3] == LAST
    assert said[4] == "No quotation after this place."
    assert said[5] == "There are 3 quotations, so there is no number 9."
    assert said[6].startswith("Quotation 2 of 3")


def test_what_is_kept_and_let_go_is_so_for_the_app_too(ask: Converse, desk: Callable[[], Desk]) -> None:
    assert ask("2", "3", "s", ".")[-2:] == [
        "Kept quotation 3, Tom Okafor, engineer.",
        "Quotation 3 of 3, Tom Okafor, engineer, kept: “Nobody asked the river,”",
    ]
    with desk() as opened:
        (bookmark,) = opened.bookmarks()
        assert bookmark.text == "“Nobody asked the river,”"
    kept, *rest = ask("'", "l", "q", "'", "s", "U", "s", "l")
    assert kept.startswith("Kept 1 of 1, Tom Okafor, engineer: “Nobody asked the river,” From The bridge")
    assert rest[:2] == ["The bridge will wait", LAST.replace(":", ", kept:")]
    assert rest[-1] == "Nothing kept yet; s keeps a quotation while you read."
    with desk() as opened:
        assert opened.bookmarks() == ()


def test_the_place_and_the_end_are_remembered(ask: Converse, desk: Callable[[], Desk]) -> None:
    ask("2", "", "")
    with desk() as opened:
        mark = opened.mark(BRIDGE)
        assert opened.interface.last_article == BRIDGE
        assert not mark.is_read
    said = ask("", "")
    assert said[4].startswith("You stopped at ")
    assert said[5].startswith("Quotation 1 of 3")
    assert ask("", "G", "")[-2:] == [
        "End of the article, marked as read.",
        "That was the end; J opens the next article, q goes back to the list.",
    ]
    with desk() as opened:
        mark = opened.mark(BRIDGE)
        assert mark.is_read
        assert mark.reached == len(opened.reading(opened.find(BRIDGE)).article.text)
    assert ask("m", "U") == ["Marked as unread.", "Undone: unread “The bridge will wait”."]


def test_words_are_found_in_the_list_and_in_an_article(ask: Converse) -> None:
    assert ask("/bridge", "/", "/zeppelin")[:3:2] == ["1 article with “bridge”.", "11 articles, 11 unread."]
    assert ask("/zeppelin")[-1] == "Nothing has these words; / shows all articles."
    said = ask("1", "/on day 7", "n", "N", "/nowhere", "/", "n")[3:]
    assert [line.split(" tells")[0] for line in said[:6]] == [
        "Match 1 of 11:", "Paragraph 7", "Match 2 of 11:", "Paragraph 70", "Match 1 of 11:", "Paragraph 7",
    ]  # fmt: skip
    assert said[6] == "“nowhere” is not in this article."
    assert said[-1].startswith("Quotation 1 of 12")


def test_a_share_of_the_article_and_pages_of_it(ask: Converse) -> None:
    assert ask("1", "50%")[3].startswith("Paragraph 6")
    assert len(ask("1", "g", "f")) == 4 + 1 + 9 + 3
    assert ask("1", "g", "w")[-1] == "A long account, at 1 percent, 12 quotations."


def test_files_come_and_go(ask: Converse, tmp_path: Path) -> None:
    page = tmp_path / "new.md"
    page.write_text("# From a file\n\nWords.\n", "utf-8")
    said = ask("a", f"a {page}", "s", "D", "U", "a /nowhere/at/all")
    assert said[0].startswith("a PATH adds")
    assert said[1] == "Added “From a file”."
    assert said[2] == "Starred “From a file”."
    assert said[3].startswith("Removed “From a file”")
    assert said[4].startswith("Undone: removed")
    assert said[5] == "There is no file “/nowhere/at/all”; check the path."


def test_a_store_held_by_another_is_said_and_nothing_is_changed(
    ask: Converse, desk: Callable[[], Desk]
) -> None:
    with desk() as other:
        greeting: list[str] = []
        with desk() as reader:
            converse(reader, (), greeting.append)
        assert greeting[1].startswith("Read-only: ")
        said = ask("2", "3", "s", "m", "G")
        assert [line for line in said if line.startswith("Read-only: ")]
        assert said[-1] == "End of the article."
        assert other.bookmarks() == ()


@pytest.mark.parametrize("line", ["xyzzy", "0", "999999999999999999999", "\x1b[31m", "/", "²", "%", "5%"])
def test_anything_may_be_typed(ask: Converse, line: str) -> None:
    for before in ((), ("2",), ("'",)):
        assert ask(*before, line, "?")[-1] == "?, help: Say what can be asked for."


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (
            "- outer\n    - inner\n\n      more of it\n    - [x] done\n- last\n",
            ["• outer", "Level 2: • inner", "more of it", "Level 2: Done: done", "• last"],
        ),
        (
            "> said\n>\n> - a\n>   - b\n>\n> ## c\n\nAfter.\n",
            [
                "Block quote: said",
                "Block quote: • a",
                "Block quote: Level 2: • b",
                "Block quote: Heading: c",
                "After.",
            ],
        ),
    ],
)
def test_what_stands_inside_another_is_said_to_be_there(
    ask: Converse, tmp_path: Path, source: str, lines: list[str]
) -> None:
    page = tmp_path / "nested.md"
    page.write_text(f"# Nested\n\n{source}", "utf-8")
    assert ask(f"a {page}", "l", "f")[-6:-1] == lines


def test_doubt_is_said_in_words(ask: Converse, tmp_path: Path) -> None:
    page = tmp_path / "doubt.md"
    page.write_text("# Doubt\n\nIt rained.\n\n“We may go,” he said.\n", "utf-8")
    assert ask(f"a {page}", "l", "]")[-1] == "Quotation 1 of 1, said by “he”, name unknown: “We may go,”"
    assert speaker_words(None) == "speaker unknown"
    doubtful = Speaker(Span(0, 2), "Yin", "Yin Qi", is_sure=False, kind=SpeakerKind.PERSON, role="chief")
    assert speaker_words(doubtful) == "perhaps Yin Qi, chief"


@pytest.mark.parametrize("place", list(Place))
def test_every_command_is_understood_and_done(place: Place) -> None:
    rooms = [room for room in _all_rooms(Room) if getattr(room, "place", None) is place]
    names = [name for command in commands_of(place) for name in command.names]
    assert len(names) == len(set(names))
    for command in commands_of(place):
        assert all(callable(getattr(room, f"do_{command.id}", None)) for room in rooms), command
        for name in command.names:
            asked = understand(name, place)
            assert asked is not None
            assert asked.command is command


def _all_rooms(room: type[object]) -> list[type[object]]:
    return [room, *(deeper for below in room.__subclasses__() for deeper in _all_rooms(below))]


def test_the_letters_are_those_of_the_app() -> None:
    app = {action.id: {key_sign(key) for key in action.keys} for action in ACTIONS}
    for command in COMMANDS:
        if command.id in app and command.id != "open":
            assert set(command.names) & app[command.id], command


def test_each_command_has_a_word() -> None:
    for command in COMMANDS:
        assert not command.names or any(len(name) > 1 and name.isascii() for name in command.names), command


def test_a_note_is_written_line_by_line_and_undone(ask: Converse, desk: Callable[[], Desk]) -> None:
    said = ask("2", "3", "a", "q", "", "two  ", ".", "'", "q")[5:]
    assert said[0] == "Type the note on quotation 3, Tom Okafor, engineer, as many lines as you like."
    assert said[1].startswith("A line with a single dot keeps it")
    assert said[2] == "Note kept."
    assert said[3].endswith(" Note: q  two")
    with desk() as opened:
        assert [bookmark.note for bookmark in opened.bookmarks()] == ["q\n\ntwo"]
    said = ask("'", "note", ".", "a", "", ".", "U")
    assert said[1:5] == ["The note now:", "q", "", "two"]
    assert said[7] == "Left as it was."
    assert said[-2:] == ["Note taken away.", "Undone: the note on “Nobody asked the river,”."]
    assert "Undone: the note on “Nobody asked the river,”." in ask("2", "3", "a", "x", ".", "U", "'")


def test_a_note_broken_off_is_gone_on_with(ask: Converse, desk: Callable[[], Desk]) -> None:
    def lines() -> Iterator[str]:
        yield from ("2", "3", "a", "one", "two")
        raise KeyboardInterrupt

    ask()
    with pytest.raises(KeyboardInterrupt), desk() as opened:
        converse(opened, lines(), lambda _: None)
    said: list[str] = []
    with desk() as opened:
        converse(opened, ["2", "3", "a", "three", "."], said.append)
        assert [bookmark.note for bookmark in opened.bookmarks()] == ["one\ntwo\nthree"]
        assert opened.drafts() == ()
    assert "A note was not finished, on “Nobody asked the river,”, in “The bridge will wait”." in said
    assert said[said.index("You had not finished this note, and go on after it:") + 1 :][:2] == ["one", "two"]
    assert ask("'", "a", "four", "-")[-1] == "Left as it was."
    with desk() as opened:
        assert [bookmark.note for bookmark in opened.bookmarks()] == ["one\ntwo\nthree"]
        assert opened.drafts() == ()


def test_a_note_whose_lines_end_early_is_kept(ask: Converse, desk: Callable[[], Desk]) -> None:
    assert ask("2", "3", "a", "the end")[-1] == "Note kept."
    with desk() as opened:
        assert [bookmark.note for bookmark in opened.bookmarks()] == ["the end"]


def test_a_note_that_is_refused_is_said_and_nothing_changed(ask: Converse, desk: Callable[[], Desk]) -> None:
    assert ask("2", "3", "a", "x" * 1_000_001, ".", "q")[-2].startswith("The note has 1,000,001 characters")
    with desk() as opened:
        assert [bookmark.note for bookmark in opened.bookmarks()] in ([], [""])


def test_tags_and_labels_are_given_and_taken(ask: Converse) -> None:
    words = "“Nobody asked the river,”"
    said = ask("2", "3", "t", "t river old", "tag -old", "H", "H check", "U", "U", "U", "label my own", "H -")
    assert said[5] == "No tags."
    assert said[7:9] == ["Tags: #river #old.", "Tags: #river."]
    assert said[9] == "No label."
    assert said[11:] == [
        "Label: check.", f"Undone: the label of {words}.", f"Undone: the tags of {words}.",
        f"Undone: kept {words}, the tags of {words}.",
        "Label: my own.", "Label taken away.",
    ]  # fmt: skip
    assert ask("'", "t river", "H key", ".")[-1].startswith(
        "Kept 1 of 1, Tom Okafor, engineer, label key, #river: “Nobody asked"
    )


def test_a_speaker_is_put_right_by_name_and_undone(ask: Converse) -> None:
    said = ask("2", "e x", "3", "s", "e", "e ana rivera", ".", "'", "q", "]", "U", "2", "3")
    assert said[4] == "No quotation here; ] goes to the next one."
    assert said[7].startswith("e NAME says who said quotation 3, as in: e Ana Rivera. Names here: Ana Rivera")
    assert said[8] == "Quotation 3. Speaker: Ana Rivera, by your word."
    assert said[9].startswith("Quotation 3 of 3, Ana Rivera, kept: “Nobody asked")
    assert said[10].startswith("Kept 1 of 1, Ana Rivera: “Nobody asked")
    assert "Undone: the speaker of “Nobody asked the river,”." in said
    assert said[-1].startswith("Quotation 3 of 3, Tom Okafor, engineer, kept")


def test_what_was_undone_is_done_again(ask: Converse) -> None:
    said = ask("2", "3", "s", "U", "redo", "^R", "'")
    assert said[-4:-1] == [
        "Undone: kept “Nobody asked the river,”.",
        "Done again: kept “Nobody asked the river,”.",
        "Nothing to do again.",
    ]


def test_the_article_follows_what_is_undone(ask: Converse) -> None:
    said = ask("2", "3", "repair Ben Cruz", ".", "U", ".")
    assert said[-3].startswith("Quotation 3 of 3, Ben Cruz: ")
    assert said[-2:] == ["Undone: the speaker of “Nobody asked the river,”.", LAST]


def test_words_are_found_as_by_the_app(ask: Converse) -> None:
    def matches(*lines: str) -> list[str]:
        return [line for line in ask("1", "g", *lines)[4:] if line.startswith(("Match", "“", "The pattern"))]

    assert matches("/DAY 7") == ["“DAY 7” is not in this article."]
    assert matches("/on dáy 7", "n") == ["Match 1 of 11:", "Match 2 of 11:"]
    assert matches("/re:on day 1[01]\\b", "n", "n", "N") == [
        "Match 1 of 2:", "Match 2 of 2:", "Match 1 of 2, on from the top:", "Match 2 of 2, on from the end:",
    ]  # fmt: skip


def test_a_pattern_that_is_none_is_said(ask: Converse) -> None:
    assert ask("1", "/re:(")[-1].startswith("No regular expression: ")
    assert ask("1", "/re:(", "]")[-1].startswith("Quotation ")


def test_a_search_goes_on_from_where_one_is(ask: Converse) -> None:
    said = ask("1", "/on day 7", "g", "n", "G", "N")[3:]
    assert [line for line in said if line.startswith("Match")] == [
        "Match 1 of 11:", "Match 1 of 11:", "Match 11 of 11:",
    ]  # fmt: skip
