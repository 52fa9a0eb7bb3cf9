"""Copying: real programs on PATH that work, hang or fail, and the terminal where there is none."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.paths import Folders
from reader.tui.clipboard import SCREEN_PIECE, run, terminal_sequence, way_from
from tests.tui.conftest import Opener

QUOTE = "“We will be ready by May … Not before.” — Ana Rivera"
TO_TERMINAL = "Sent to the terminal, which may or may not take it."
Programs = Callable[[str, str], None]


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Programs:
    """Put shell scripts into a folder that is first on PATH; what they take ends in ``taken``."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TAKEN", str(tmp_path / "taken"))

    def put(name: str, script: str) -> None:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)

    return put


def everything(name: str) -> str:
    return f"/usr/bin/{name}"


@pytest.mark.parametrize(
    ("environ", "arguments"),
    [
        ({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0", "TMUX": "t"}, "wl-copy"),
        ({"DISPLAY": ":0"}, "xclip -selection clipboard -in"),
        ({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, None),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "x", "TMUX": "t"}, "tmux load-buffer -w -"),
        ({"WSL_DISTRO_NAME": "d"}, "clip.exe"),
        ({"TMUX": "t"}, "tmux load-buffer -w -"),
        ({}, None),
    ],
)
def test_the_way_follows_from_where_one_is(environ: dict[str, str], arguments: str | None) -> None:
    way = way_from(environ, everything)
    assert (" ".join(way.arguments) if way else None) == arguments


def test_a_program_that_is_not_there_is_no_way() -> None:
    environ = {"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}
    way = way_from(environ, lambda name: everything(name) if name == "xsel" else None)
    assert way is not None
    assert way.arguments == ("xsel", "--clipboard", "--input")
    assert way_from(environ, lambda _: None) is None


async def test_a_desktops_program_gets_the_text_and_is_named(
    library: Folders, open_app: Opener, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As xclip does it: the parent ends, a child stays and holds every stream open.
    programs("wl-copy", 'cat > "$TAKEN"; sleep 30 & exit 0')
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "y")
        await session.until(lambda: "Copied with wl-copy." in session.status)
        assert (tmp_path / "taken").read_text("utf-8") == QUOTE
        assert session.app.clipboard == ""


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("sleep 60", "xclip did not answer within a second. "),
        ('echo "Can\'t open display" >&2; exit 1', "xclip failed (Can't open display). "),
        ("exit 7", "xclip failed (code 7). "),
    ],
)
async def test_a_program_that_hangs_or_fails_is_told_and_the_terminal_asked(
    library: Folders,
    open_app: Opener,
    programs: Programs,
    monkeypatch: pytest.MonkeyPatch,
    script: str,
    said: str,
) -> None:
    programs("xclip", script)
    monkeypatch.setenv("DISPLAY", ":99")
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "y")
        await session.until(lambda: f"{said}{TO_TERMINAL}" in session.status)
        assert session.app.clipboard == QUOTE


async def test_the_next_key_is_not_held_up_by_a_program_that_hangs(
    library: Folders, open_app: Opener, programs: Programs, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs("xclip", "sleep 60")
    monkeypatch.setenv("DISPLAY", ":99")
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket")
        await session.pilot.press("y", "right_square_bracket")
        current = session.reading_screen.page.current_quotation
        assert current is not None
        assert current.number == 2
        assert "did not answer" not in session.status


async def test_without_a_program_nothing_is_promised(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "y")
        assert TO_TERMINAL in session.status
        assert session.app.clipboard == "The bridge will wait https://example.org/bridge"


async def test_tmux_is_named_and_promises_no_more_than_it_knows(
    library: Folders, open_app: Opener, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs("tmux", 'echo "$@" > "$TAKEN.arguments"; cat > "$TAKEN"')
    monkeypatch.setenv("TMUX", "/tmp/tmux-1/default,1,0")
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "y")
        await session.until(
            lambda: "Handed to tmux, whose terminal may or may not take it." in session.status
        )
        assert (tmp_path / "taken").read_text("utf-8") == QUOTE
        assert (tmp_path / "taken.arguments").read_text("utf-8") == "load-buffer -w -\n"


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_a_real_tmux_has_the_text_in_its_buffer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A path of its own, and a short one: a socket's may have 107 bytes.
    with tempfile.TemporaryDirectory(prefix="tmux") as folder:
        socket = f"{folder}/socket"
        tmux = ["tmux", "-f", "/dev/null", "-S", socket]
        subprocess.run([*tmux, "new-session", "-d", "cat"], check=True, timeout=10)
        try:
            monkeypatch.setenv("TMUX", f"{socket},1,0")
            way = way_from(os.environ)
            assert way is not None
            text = f"{QUOTE}\n\t; rm -rf $(x) 'é'\n"
            assert run(way, text) == ""
            shown = subprocess.run([*tmux, "show-buffer"], check=True, timeout=10, capture_output=True)
            assert shown.stdout.decode() == text
        finally:
            subprocess.run([*tmux, "kill-server"], check=False, timeout=10)


async def test_of_two_texts_copied_in_a_row_the_later_stays(
    library: Folders, open_app: Opener, programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The first takes longer than the second.
    programs("wl-copy", 'words=$(cat); case $words in *ready*) sleep 0.3;; esac; echo "$words" > "$TAKEN"')
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    async with open_app(library) as session:
        await session.press("j", "enter")
        await session.press("right_square_bracket", "y", "right_square_bracket", "y")
        await session.settle()
        assert "drier year" in (tmp_path / "taken").read_text("utf-8")


def test_a_large_text_goes_through_a_program_that_reads_late(programs: Programs, tmp_path: Path) -> None:
    programs("wl-copy", 'sleep 0.05; cat > "$TAKEN"')
    way = way_from({"WAYLAND_DISPLAY": "w"})
    assert way is not None
    text = "“word” " * 300_000
    assert run(way, text) == ""
    assert (tmp_path / "taken").read_text("utf-8") == text


def test_a_program_that_reads_nothing_holds_up_nothing(programs: Programs) -> None:
    programs("wl-copy", "exit 0")
    way = way_from({"WAYLAND_DISPLAY": "w"})
    assert way is not None
    assert run(way, "x" * 10_000_000) == ""


def test_the_terminals_sequence_is_osc_52_and_goes_through_screen_in_pieces() -> None:
    text = "“quoted” " * 500
    plain = terminal_sequence(text, {})
    assert plain.startswith("\x1b]52;c;")
    assert plain.endswith("\a")
    assert base64.b64decode(plain[7:-1]).decode() == text
    wrapped = terminal_sequence(text, {"STY": "1.pts-0"})
    pieces = wrapped.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert "".join(pieces) == plain
    assert max(map(len, pieces)) <= SCREEN_PIECE


async def test_citations_are_copied_in_the_style_of_the_settings(library: Folders, open_app: Opener) -> None:
    from reader.settings import Settings

    async with open_app(library, settings=Settings(citation_style="apa")) as session:
        await session.press("j", "Y")
        reference = "Lee, J. (2026, March 2). The bridge will wait. The Example. https://example.org/bridge"
        assert session.app.clipboard == reference
        await session.press("enter", "right_square_bracket", "Y")
        cited = (
            f"“We will be ready by May … Not before,” said Ana Rivera (quoted in Lee, 2026).\n\n{reference}"
        )
        assert session.app.clipboard == cited
        await session.press("s", "apostrophe", "Y")
        assert session.app.clipboard == cited
        await session.press("escape", "g", "v", "w", "Y")
        assert "(Lee, 2026).\n\n" in session.app.clipboard
