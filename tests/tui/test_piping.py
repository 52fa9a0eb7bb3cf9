"""A quotation handed to a program of the user's: real scripts that answer, fail, hang, flood and stay."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.paths import Folders
from reader.settings import Settings
from reader.tui.piping import LINE_BYTES, run
from tests.tui.conftest import Opener

SH = ("/bin/sh", "-c")


def test_the_program_gets_the_document_and_its_first_line_is_said() -> None:
    assert run([*SH, 'read word; echo; echo "got $word"; echo more'], b"words\n") == "/bin/sh: got words"
    assert run([*SH, "cat > /dev/null"], b"words\n") == "/bin/sh is done."


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo no such key >&2; exit 3", "“/bin/sh” ended with code 3: no such key"),
        ("exit 3", "“/bin/sh” ended with code 3."),
        ("kill -9 $$", "“/bin/sh” was ended by signal 9."),
    ],
)
def test_a_program_that_fails_is_told_with_its_code(script: str, said: str) -> None:
    assert run([*SH, script], b"") == said


def test_a_program_that_does_not_end_is_stopped_with_all_it_started(tmp_path: Path) -> None:
    script = f"sleep 60 & echo $! > {tmp_path}/child; wait"
    assert run([*SH, script], b"", 0.5) == "“/bin/sh” did not end within 0.5 seconds and was stopped."
    child = Path(f"/proc/{(tmp_path / 'child').read_text().strip()}/stat")
    assert not child.exists() or child.read_text().rpartition(")")[2].split()[0] == "Z"


def test_a_program_that_is_not_there_is_a_sentence() -> None:
    said = run(["no-such-program"], b"")
    assert said == "“no-such-program” did not start (No such file or directory); mend pipe in the settings."
    assert "did not start" in run(["a\0b"], b"")


def test_a_flood_of_output_is_dropped_but_its_beginning() -> None:
    said = run([*SH, "head -c 20000000 /dev/zero | tr '\\0' x"], b"")
    assert len(said) <= LINE_BYTES + len("/bin/sh: ")


def test_what_stays_in_the_background_is_not_waited_for() -> None:
    assert run([*SH, "echo done; sleep 30 &"], b"") == "/bin/sh: done"


def test_what_a_program_says_never_reaches_the_terminal_as_more_than_text() -> None:
    assert run([*SH, r"printf '\033]0;owned\007 [bold]x'"], b"") == "/bin/sh: ]0;owned [bold]x"


def test_arguments_are_no_shell() -> None:
    assert run(["printf", "%s", "$(id); `id` * > x"], b"") == "printf: $(id); `id` * > x"


async def test_the_key_hands_on_the_quotation_as_json(
    library: Folders, open_app: Opener, tmp_path: Path
) -> None:
    target = tmp_path / "taken.json"
    settings = Settings(pipe=(*SH, f"cat > {target}; echo stored"))
    async with open_app(library, settings=settings) as session:
        await session.press("j", "enter", "right_square_bracket", "exclamation_mark")
        await session.until(lambda: "/bin/sh: stored" in session.status)
        document = json.loads(target.read_text("ascii"))
        assert document["text"] == "“We will be ready by May … Not before.”"
        assert document["speaker"]["name"] == "Ana Rivera"
        assert (document["id"], document["kept_at"]) == (None, None)
        await session.press("s", "apostrophe", "exclamation_mark")
        await session.settle()
        (bookmark,) = session.desk.bookmarks()
        assert json.loads(target.read_text("ascii"))["id"] == bookmark.id


async def test_without_a_program_the_key_says_how_to_set_one(library: Folders, open_app: Opener) -> None:
    async with open_app(library) as session:
        await session.press("j", "enter", "right_square_bracket", "exclamation_mark")
        assert 'put pipe = ["program", "argument"] into the settings' in session.status
