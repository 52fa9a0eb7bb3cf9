"""The plain mode in a pseudo-terminal and in a pipe: words and line ends, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.terminal.session import Terminal

HOSTILE = "a\x1b[31m\x1b]52;c;QUFB\x07\x1b]0;t\x1b\\\x08\x7f\x9b31m\x9d0;x\x9c\u202eevil\u2066[/b]"


def test_in_a_terminal_it_prompts_and_writes_no_control_sequence(stocked: Path) -> None:
    with Terminal(["--plain"]) as terminal:
        terminal.wait_for("11 articles, 11 unread", "1. A long account", "\n>")
        terminal.press("2", "Enter")
        terminal.wait_for("1 minute, 3 quotations")
        terminal.press("]", "Enter", "s", "Enter")
        terminal.wait_for("Kept quotation 1, Ana Rivera, chair of the works committee.")
        terminal.press("^D")
        assert terminal.wait_for_exit() == 0
        assert b"\x1b" not in terminal.written
        assert terminal.written.count(b"> ") == 4


def test_a_pipe_is_answered_without_prompts_and_line_by_line(stocked: Path) -> None:
    command = [sys.executable, "-m", "reader", "--plain"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1, env=os.environ
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline().startswith("Pullquote, 11 articles")
        assert process.stdout.readline().startswith("1. A long account")
        process.stdin.write("j\n")
        assert process.stdout.readline().startswith("2. The bridge will wait, unread.")
        process.stdin.write("q\n")
        assert process.stdout.read() == ""
    assert process.returncode == 0


def test_hostile_text_and_input_stay_text(stocked: Path) -> None:
    source = (
        f"# Title {HOSTILE}\n\nText {HOSTILE}\n\n“Quoted {HOSTILE},” said Ana {HOSTILE} Rivera.\n\n"
        + "Plain words. " * 600
    )
    (stocked / "library" / "hostile.md").write_text(source, "utf-8")
    typed = f"/title\n1\n\n\n]\ns\n'\nq\n{HOSTILE}\n/{HOSTILE}\na {HOSTILE}\n".encode() + b"\xff\xfe\x00\n?\n"
    command = [sys.executable, "-m", "reader", "--plain"]
    done = subprocess.run(command, input=typed, capture_output=True, check=True, env=os.environ)
    said = done.stdout.decode()
    assert "Kept 1 of 1" in said
    assert said.splitlines()[-1].startswith("?, help")
    assert not any(ord(sign) < 32 and sign != "\n" for sign in said)
    assert not any(sign in said for sign in "\x7f\x9b\x9c\x9d\u202e")
    assert done.stderr == b""


def test_an_article_is_shown_in_lines(stocked: Path) -> None:
    command = [sys.executable, "-m", "reader", "show", "--plain", "bridge0001"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=os.environ)
    lines = done.stdout.splitlines()
    assert lines[0] == "The bridge will wait"
    assert "Quotation 3 of 3, Tom Okafor, engineer: “Nobody asked the river,”" in lines
    assert lines[-1] == "said Tom Okafor, an engineer."
    assert "" not in lines
