"""The real command in a real pseudo-terminal, the way a person goes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles import long_article, write_library
from tests.terminal.every_screen import walk
from tests.terminal.session import Terminal

SAVED_PAGE = """\
Published: 09:30, March 2, 2026 | Updated: 11:05, March 3, 2026
The ferry will sail again
By Jo Lee in Harbour

The ferry at its berth on Monday. (ANA RIVERA / THE EXAMPLE)

The harbour board voted on Monday to put the old ferry back on its route before the summer begins.

ALSO READ: The river, measured

"We have mended what could be mended," said Tom Okafor, head of the yard. "The rest is paint."

The board, led by Ana Rivera, kept the fare where it was.

"Nobody should pay more to cross than to wait," she said.
"""


def reader(*arguments: str, stdin: str = "") -> str:
    """Run a verb and return what it printed."""
    command = [sys.executable, "-m", "reader", *arguments]
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=True, env=os.environ)
    return done.stdout


def test_who_is_killed_comes_back_to_the_article_he_was_in(places: Path) -> None:
    write_library(places / "library")
    state = places / "state"
    with Terminal() as terminal:
        terminal.wait_for("A long account", "Start here")
        terminal.press("/", *"pullquote start", "Enter")
        terminal.wait_for("1 article with")
        terminal.press("Enter", "j")
        article = r'"last_article":\s*"([^"]+)"'
        terminal.wait_until(
            lambda _: any(re.search(article, file.read_text("utf-8")) for file in state.glob("state.j*")),
            "the article to be remembered",
        )
        terminal.kill()
    with Terminal() as terminal:
        terminal.wait_for("A long account", "This page quotes itself")


def test_add_read_keep_kill_and_come_back(places: Path) -> None:
    page = places / "ferry.txt"
    page.write_text(SAVED_PAGE, "utf-8")
    article = reader("add", str(page)).strip()
    assert re.fullmatch(r"[A-Za-z0-9]{10}", article)
    with Terminal() as terminal:
        terminal.wait_for(
            "The ferry will sail again", "Start here", "HARBOUR · 2 MAR 2026", "Jo Lee", "2 QUOTES"
        )
        terminal.press("Enter", "]", "]")
        terminal.wait_for("Quote 2 of 2", "Ana Rivera")
        terminal.press("s")
        terminal.wait_for("Kept: Ana Rivera", "★")
        terminal.kill()
    (bookmark,) = json.loads(reader("bookmarks", "--json"))
    assert bookmark["text"] == '"Nobody should pay more to cross than to wait,"'
    assert bookmark["speaker"]["name"] == "Ana Rivera"
    assert bookmark["article"] == article
    with Terminal() as terminal:
        terminal.wait_for("The ferry will sail again", "★")
        terminal.press("'")
        terminal.wait_for("1 kept quotation", "Nobody should pay more", "Ana Rivera")
        terminal.press("Enter")
        terminal.wait_for("Quote 2 of 2")
        terminal.press("q")
        terminal.wait_for("unread")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_verbs_work_while_the_app_is_open_and_it_shows_what_they_did(places: Path) -> None:
    write_library(places / "library")
    with Terminal() as terminal:
        terminal.wait_for("A long account", "11 unread")
        reader("keep", "bridge0001", "3")
        terminal.wait_until(lambda text: "★" in text, "the star of a quotation kept elsewhere")
        reader("add", "-", stdin="# From outside\n\n“Hello,” said Ana Rivera.\n")
        terminal.wait_for("From outside")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert [kept["text"] for kept in json.loads(reader("bookmarks", "--json"))] == [
        "“Nobody asked the river,”"
    ]


@pytest.mark.parametrize(("columns", "rows"), [(120, 40), (80, 24), (40, 20), (20, 5)])
def test_every_size_shows_list_and_page(places: Path, columns: int, rows: int) -> None:
    write_library(places / "library")
    with Terminal(columns=columns, rows=rows) as terminal:
        terminal.wait_for("A long")
        terminal.press("j", "Enter", "]")
        terminal.wait_for("ready")
        terminal.press("h", "q")
        assert terminal.wait_for_exit() == 0


def test_resizing_in_a_storm_ends_well(places: Path) -> None:
    write_library(places / "library")
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("Enter", "Space", "Space")
        for columns, rows in [(100, 30), (20, 5), (79, 24), (81, 24), (10, 3), (200, 60), (40, 20)] * 3:
            terminal.resize(columns, rows)
            terminal.read(0.01)
        terminal.resize(120, 40)
        terminal.wait_for("A long account", "Paragraph")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0


def test_no_colour_is_written_where_none_is_wanted(places: Path) -> None:
    (places / "library").mkdir()
    words = "and many plain words to be read by anybody who came by. " * 250
    said = "“Quoted here,” said Ana Rivera of [a page](https://www.example.org/x)."
    (places / "library" / "one.md").write_text(f"# Without colour\n\n{said}\n\n{words}\n", "utf-8")
    with Terminal(environment={"NO_COLOR": "1"}, columns=140) as terminal:
        terminal.wait_for("Without colour")
        walk(terminal, "some words")
        sequences = re.findall(rb"\x1b\[([0-9;:]*)m", bytes(terminal.written))
    assert sequences
    for sequence in sequences:
        for code in sequence.split(b";"):
            assert code in {b"", b"0", b"1", b"2", b"3", b"4", b"7"}, sequence


def test_copying_reaches_the_terminal_as_osc_52(places: Path) -> None:
    write_library(places / "library")
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("j", "Enter", "]", "y")
        terminal.wait_for("Sent to the terminal")
        assert b"\x1b]52;c;" in terminal.written
        terminal.press("Q")
        terminal.wait_for_exit()


def test_hostile_titles_and_texts_stay_text(places: Path) -> None:
    library = places / "library"
    library.mkdir()
    payload = "\x1b]0;owned\x07\x1b[31mred\x9b5n \u202egnp.exe [/b][@click=app.quit]press[/] [bold"
    plain = "and then many plain words " * 60
    source = (
        f"# A title {payload}\n\nText {payload} {plain}\n\n“Quoted {payload},” said Ana {payload} Rivera.\n"
    )
    (library / "hostile.md").write_text(source, "utf-8")
    with Terminal() as terminal:
        terminal.wait_for("A title", "[@click=app.quit]press[/]")
        terminal.press("Enter", "]", "s", "'")
        terminal.wait_for("1 kept quotation")
        terminal.press("q", "Q")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b]0;" not in terminal.written
        assert b"\x1b[31mred" not in terminal.written
        assert "\u202e".encode() not in terminal.written
        assert b"\xc2\x9b" not in terminal.written


def test_the_app_leaves_the_terminal_as_it_found_it(places: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("Start here")
        terminal.press("^Q")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b[?1049l" in terminal.written
        assert b"\x1b[?25h" in terminal.written


def test_a_long_article_that_stands_first_opens(places: Path) -> None:
    (places / "library").mkdir()
    (places / "library" / "long.md").write_text(long_article(400), "utf-8")
    with Terminal() as terminal:
        terminal.wait_for("A long account", "Paragraph 0 tells", "40 QUOTES")
        terminal.press("Enter", "G")
        terminal.wait_for("Paragraph 399")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0


def test_a_full_disk_ends_with_a_sentence_and_no_traceback(places: Path) -> None:
    write_library(places / "library")
    reader("list")
    with Terminal(file_size_limit=1) as terminal:
        terminal.wait_for("A long account")
        terminal.press("j", "Enter", "s")
        terminal.wait_until(lambda text: "kept" not in text.splitlines()[-1].lower(), "anything but Kept")
        terminal.press("Q")
        terminal.wait_for_exit()
        assert b"Traceback" not in terminal.written
