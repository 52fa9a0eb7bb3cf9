from __future__ import annotations

import contextlib
import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.main import VERBS, main
from reader.errors import NotFoundError
from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import HERE, TIMEOUT_SECONDS, Command, process_environment, run_process
from tests.terminal.session import Terminal

README = Path(HERE) / "README.md"


def test_the_readme_names_every_verb(reader: Command) -> None:
    _, _, after = README.read_text("utf-8").partition("## The command line\n\n```\n")
    named = {line.split()[1] for line in after.partition("```")[0].splitlines() if line.startswith("reader ")}
    assert named - {"the", "--plain"} == {verb for verb in VERBS if verb}
    out = reader("--help").out
    assert all(re.search(rf"^ +{verb}\s", out, re.MULTILINE) for verb in named - {"the"})


def test_help_ends_well(reader: Command) -> None:
    for verb in filter(None, VERBS):
        outcome = reader(verb, "--help")
        assert (outcome.code, outcome.err) == (0, "")
        assert "Exit codes:" in outcome.out


def test_the_version_is_the_packages(reader: Command) -> None:
    assert reader("--version").out == f"pullquote {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["lsit"], ["list", "extra"], ["show"], ["show", "a", "b"], ["keep", "a"], ["mark", "tour", "seen"],
        ["mark", "tour"], ["drop"], ["add"], ["list", "--jason"], ["--library"], ["list", "--library", ""],
        ["--state=", "list"], ["-x"],
    ],
)  # fmt: skip
def test_wrong_usage_is_one_sentence(reader: Command, arguments: list[str]) -> None:
    assert reader.refused(*arguments).code == 2
    assert not reader.folders.state.exists()


def test_flags_stand_before_or_after_the_verb(reader: Command, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.md").write_text(BRIDGE.replace("bridge0001", "other"), "utf-8")
    for arguments in (["--library", str(other), "list"], ["list", "--library", str(other)]):
        assert reader(*arguments, "--json").document[0]["id"] == "other"
    assert reader("--library", "nowhere", "list", "--json", "--library", "other").document[0]["id"] == "other"


def test_flags_go_before_the_environment(reader: Command, tmp_path: Path) -> None:
    flags = [f"--{name}={tmp_path}/{name}2" for name in ("library", "state", "cache", "config")]
    assert reader("keep", "tour", "1", *flags).code == 0
    assert (tmp_path / "state2" / "state.json").exists()
    assert (tmp_path / "cache2").is_dir()
    assert not reader.folders.state.exists()
    assert [line.split()[1] for line in reader("where", *flags).lines[:4]] == [
        f"{tmp_path}/{name}2" for name in ("library", "state", "cache", "config")
    ]


def test_without_flag_and_environment_the_home_is_used(
    reader: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LIBRARY", "STATE", "CACHE", "CONFIG"):
        monkeypatch.setenv(f"PULLQUOTE_{name}", "")
    home = tmp_path / "home"
    assert [line.split()[1] for line in reader("where").lines[:4]] == [
        f"{home}/.local/share/pullquote/library",
        f"{home}/.local/state/pullquote",
        f"{home}/.cache/pullquote",
        f"{home}/.config/pullquote/config.toml",
    ]


def test_no_verb_has_a_word_of_its_own_that_names_a_folder(reader: Command, tmp_path: Path) -> None:
    calls = (
        ["list"], ["show", "tour"], ["quotes", "tour"], ["bookmarks"], ["keep", "tour", "1"], ["drop", "x"],
        ["mark", "tour", "read"], ["mark", "tour", "unread"], ["check"], ["remove", "1"], ["add", "x"],
    )  # fmt: skip
    before = {path.name for path in tmp_path.iterdir()}
    for call in calls:
        reader(*call)
    assert {path.name for path in tmp_path.iterdir()} - before == {"state", "cache"}


def test_debug_lets_the_error_through(reader: Command) -> None:
    with pytest.raises(NotFoundError):
        main(["--debug", "show", "nowhere"])
    with pytest.raises(NotFoundError):
        main(["show", "nowhere", "--debug"])
    outcome = run_process("add", "nowhere.txt", "--debug")
    assert "Traceback" in outcome.err
    assert "ContentError" in outcome.err


def test_a_fault_is_a_sentence_too(
    reader: Command, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("of\nits own \x1b[31m")

    monkeypatch.setattr("reader.cli.where.run", fail)
    assert main(["where"]) == 3
    assert capsys.readouterr().err == (
        "reader: Pullquote met a fault of its own (RuntimeError: of its own [31m); --debug shows where.\n"
    )
    with pytest.raises(RuntimeError):
        main(["where", "--debug"])


def test_an_interrupt_is_130(reader: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.where.run", interrupt)
    assert (reader("where").code, reader("where").err) == (130, "")


def _fill(pipe: int) -> None:
    os.set_blocking(pipe, False)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(pipe, b"Some words. " * 100)


def test_control_c_while_waiting_for_input_ends_quietly(reader: Command) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reader", "add", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=process_environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        _fill(process.stdin.fileno())
        assert select.select([], [process.stdin], [], TIMEOUT_SECONDS)[1]  # it reads, so there is room again
        process.send_signal(signal.SIGINT)
        assert (process.stdout.read(), process.stderr.read()) == (b"", b"")
    assert process.returncode == 130
    assert [path.name for path in reader.folders.library.iterdir()] == ["bridge.md"]


def test_without_a_terminal_the_list_is_printed(reader: Command) -> None:
    assert reader() == reader("list")
    outcome = run_process()
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.lines[0] == reader("list").lines[0]


def test_an_empty_library_in_a_pipe_is_no_error(reader: Command, library: Folders) -> None:
    (library.library / "bridge.md").unlink()
    (library.content / "tour.md").unlink()
    assert (reader().code, reader().out) == (0, "")
    assert reader("list").code == 1


CLOSED_PIPES = [["list"], ["show", "tour"], ["quotes", "--json"], ["--help"]]


@pytest.mark.parametrize("arguments", CLOSED_PIPES)
def test_a_pipe_that_nobody_reads_is_silent(reader: Command, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=process_environment(),
        check=False,
        timeout=TIMEOUT_SECONDS,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_was_asked_for_is_done_though_nobody_listens(reader: Command, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Text number {number}.", "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "reader", "add", "0.txt", "1.txt", "2.txt"]
    done = subprocess.run(
        command, stdout=writing, env=process_environment(), check=False, timeout=TIMEOUT_SECONDS
    )
    os.close(writing)
    assert done.returncode == 0
    assert len(list(reader.folders.library.iterdir())) == 4


def test_a_full_disk_behind_the_output_is_a_sentence(reader: Command) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=process_environment(),
            check=False,
            timeout=TIMEOUT_SECONDS,
        )
    assert done.returncode == 4
    assert done.stderr.startswith(b"reader: The disk refused: No space left on device")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("redirection", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("call", ["", "keep tour 1"])
def test_closed_streams_do_no_harm(reader: Command, redirection: str, call: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m reader {call} {redirection}"],
        capture_output=True,
        env=process_environment(),
        check=False,
        timeout=TIMEOUT_SECONDS,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(reader("bookmarks").lines) == (1 if call else 0)
    assert reader("check").code == 0


def test_a_terminal_without_utf_8_gets_every_line(reader: Command) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reader", "quotes", "bridge0001"],
        capture_output=True,
        env=process_environment() | {"PYTHONIOENCODING": "ascii"},
        check=False,
        timeout=TIMEOUT_SECONDS,
    )
    assert done.returncode == 0
    assert b"Tom Okafor: \\u201cNobody asked the river" in done.stdout


@pytest.mark.parametrize(
    ("settings", "line", "words"),
    [
        ('theme = "night"\ncolour = 3\n', 2, "“colour”, which is no setting"),
        ("\n\ncolumn_width = 7\n", 3, "between 30 and 120"),
        ('mouse = "no"\n', 1, "mouse takes true or false"),
    ],
)
def test_a_setting_that_is_unknown_is_named_with_its_line(
    reader: Command, library: Folders, settings: str, line: int, words: str
) -> None:
    library.config.write_text(settings, "utf-8")
    with Terminal(columns=250, environment={"PYTHONPATH": HERE}) as terminal:
        terminal.wait_for(f"Line {line} of {library.config}", words, "`reader check` tells all")
        terminal.press("Q")
        assert terminal.wait_for_exit() == 0
    checked = reader("check")
    assert checked.code == 4
    assert f"Settings: Line {line} of {library.config}" in checked.out
    assert words in checked.out


def test_settings_that_are_no_toml_keep_the_app_from_starting(reader: Command, library: Folders) -> None:
    library.config.write_text("theme = \n", "utf-8")
    with Terminal(columns=250, environment={"PYTHONPATH": HERE}) as terminal:
        assert terminal.wait_for_exit() == 3
    assert terminal.text.startswith(f"reader: The settings file {library.config} is not TOML")
    assert terminal.text.count("reader:") == 1
    assert "Traceback" not in terminal.text
