"""Bytes that are no text, pastes with commands in them, signals: what a terminal sends beside keys."""

from __future__ import annotations

import signal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.store import Store
from reader.tui.terminal_driver import PasteFilter
from tests.terminal.session import Terminal

BEGIN, END = "\x1b[200~", "\x1b[201~"


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["a", "\x1b[A", "\x1b[20", "\x1b", BEGIN[1:]]), st.text("b\x1b[201~", max_size=12)
        ),
        max_size=4,
    ),
    st.lists(st.integers(0, 80), max_size=6),
)
def test_a_paste_has_no_escapes_wherever_what_is_read_is_cut(
    pieces: list[tuple[str, str]], cuts: list[int]
) -> None:
    pieces = [(typed, pasted.replace(END, "")) for typed, pasted in pieces]
    sent = "".join(f"{typed}{BEGIN}{pasted}{END}" for typed, pasted in pieces)
    wanted = PasteFilter().passed(sent)
    if all(END not in pasted + END[:-1] for _, pasted in pieces):
        assert wanted == "".join(
            f"{typed}{BEGIN}{pasted.replace(chr(27), '')}{END}" for typed, pasted in pieces
        )
    in_parts, edges = PasteFilter(), [0, *sorted(cuts), len(sent)]
    parts = [sent[start:stop] for start, stop in pairwise(edges)]
    assert "".join(map(in_parts.passed, parts)) == wanted


def test_what_is_typed_is_passed_on_at_once() -> None:
    pastes = PasteFilter()
    assert [pastes.passed(part) for part in ("\x1b", "[", "A", "\x1b[20", "x")] == [
        "\x1b",
        "[",
        "A",
        "\x1b[20",
        "x",
    ]


def test_bytes_that_are_no_text_end_nothing(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.send(b"\xff\xfe")
        terminal.press("Enter", "/")
        terminal.send(b"day 9\xe9x")
        terminal.wait_for("day 9\ufffdx", "none")
        terminal.press("^Q")
        assert terminal.wait_for_exit() == 0
        assert b"Traceback" not in terminal.written


@pytest.mark.parametrize("keys", [(), ("/",), ("Enter",), ("Enter", "/"), ("Enter", "]", "a")])
def test_a_paste_presses_no_keys_and_sends_no_command(stocked: Path, keys: tuple[str, ...]) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        for key in keys:
            terminal.press(key)
            terminal.settle()
        before = len(terminal.written)
        payload = "x\x1b[31ms\x1b]52;c;eA==\x07D\x9b31m\u202e\x85y"
        terminal.send(f"{BEGIN}{payload}{END}".encode())
        terminal.settle()
        painted = bytes(terminal.written[before:]).decode()
        for refused in ("\x07", "\x9b", "\u202e", "\x85", "\x1b]52", "\x1b[31m"):
            assert refused not in painted
        if keys[-1:] in (("/",), ("a",)):
            assert "x[31ms]52;c;eA==D" in terminal.text
        assert "Removed" not in terminal.text
        terminal.kill()
    with Store.open(stocked / "state") as store:
        assert store.bookmarks() == ()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(stocked: Path, number: signal.Signals) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("Enter", "]", "a", "half a thought")
        terminal.wait_for("half a thought")
        terminal.process.send_signal(number)
        assert terminal.wait_for_exit() == 128 + number
        for ended in (b"\x1b[?1049l", b"\x1b[?25h", b"\x1b[?2004l", b"\x1b[?1000l"):
            assert ended in terminal.written
    with Store.open(stocked / "state") as store:
        assert [draft.text for draft in store.drafts()] == ["half a thought"]


def test_the_key_that_ends_a_note_may_come_twice(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("Enter", "]", "a", "done")
        terminal.wait_for("done")
        terminal.send(b"\x13\x13")
        terminal.wait_for("Note kept")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0


def test_pullquote_is_left_from_a_note_with_what_is_written_saved(stocked: Path) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press("Enter", "]", "a", "half a thought", "^Q")
        assert terminal.wait_for_exit() == 0
    with Store.open(stocked / "state") as store:
        assert [draft.text for draft in store.drafts()] == ["half a thought"]


@pytest.mark.parametrize("keys", [(":",), ("T",), ("Enter", "]", "e")])
def test_pullquote_is_left_from_any_list_laid_over_it(stocked: Path, keys: tuple[str, ...]) -> None:
    with Terminal() as terminal:
        terminal.wait_for("A long account")
        terminal.press(*keys)
        terminal.settle()
        terminal.press("^Q")
        assert terminal.wait_for_exit() == 0
