"""Input that was made to do harm, through every verb: a sentence or success, and nothing that commands."""

from __future__ import annotations

import ctypes
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.paths import Folders
from tests.articles import BRIDGE
from tests.cli.command import TIMEOUT_SECONDS, Command, Outcome, process_environment

# All that a terminal may take for a command, or that turns the order of what is shown.
COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\ufeff]")
PAYLOAD = (
    "a\x1b[31m\x1b]52;c;QUFB\x07\x1b]0;title\x1b\\\x1bPq\x1b\\\x08\x0b\x0c\r\x0e\x7f\x00\x9b31m\x9d0;x\x9c"
    "\u202eevil\u2066\u2028[b]bold[/b] [@click=app.quit]q[/] [link=file:///etc/passwd]x[/link] [/] &#27;[1m"
)
ODD_NAMES = [
    "esc\x1b[31mape.md",
    "new\nline.md",
    "bell\x07\x7f\x08.md",
    "c1\x9b31m.md",
    "bidi\u202etxt.md",
    "[b]markup[].md",
    "-rf.md",
    os.fsdecode(b"broken\xff\xfe.md"),
    "x" * 252 + ".md",
]
BAD_FILES = {
    "empty": b"",
    "blank": b" \n\n \t",
    "binary": bytes(range(256)) * 40,
    "pdf": b"%PDF-1.7\nwords",
    "unknown encoding": b"\x81\x8d\x8f\xff\xfe\xfd" * 50,
    "no yaml": b"---\ntitle: [a\nb: {\n---\nwords\n",
    "control in yaml": b"---\ntitle: \x01\x02\n---\nwords\n",
    "large": b"words and words and more of them\n" * 620_000,
}
ALL_VERBS: tuple[list[str], ...] = (
    ["list"], ["list", "--json"], ["list", "--unread"], ["quotes"], ["quotes", "--json"], ["bookmarks"],
    ["bookmarks", "--json"], ["check"], ["where"], [],
)  # fmt: skip


@pytest.fixture
def library(folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folders:
    """Return folders with one good article and no bundled pieces."""
    content = tmp_path / "content"
    content.mkdir()
    folders.library.mkdir()
    (folders.library / "bridge.md").write_text(BRIDGE, "utf-8")
    monkeypatch.setattr("reader.paths.bundled_content", lambda: content)
    monkeypatch.chdir(tmp_path)
    return Folders(folders.library, folders.state, folders.cache, folders.config, content)


@pytest.fixture
def reader(library: Folders, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    return Command(library, capsys, monkeypatch)


def contents(folder: Path) -> dict[str, bytes]:
    """Return what lies in a folder, every file by its path, so that before and after can be compared."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def expect_calm(outcome: Outcome) -> None:
    """Hold what was printed to words: nothing in it commands a terminal."""
    assert not COMMANDS.search(outcome.out)
    assert not COMMANDS.search(outcome.err)
    assert all(line.startswith("reader: ") for line in outcome.err.splitlines())


def expect_the_rest_to_work(reader: Command) -> None:
    """Hold the good article to being listed, shown, quoted, kept, marked and let go as ever."""
    assert "bridge0001" in [head["id"] for head in reader("list", "--json").document]
    assert "We will be ready" in reader("show", "bridge0001").out
    kept = reader("keep", "bridge0001", "1")
    assert reader("mark", "bridge0001", "read").code == 0
    assert reader("drop", kept.out.strip()).code == 0
    for outcome in (reader(*arguments) for arguments in ALL_VERBS):
        expect_calm(outcome)


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_is_one_sentence_and_adds_nothing(reader: Command, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "bad.md").write_bytes(data)
    reader("list")
    before = contents(reader.folders.library)
    for arguments in (["add", "bad.md"], ["add", "-"], ["quotes", "bad.md"], ["quotes", "-", "--json"]):
        outcome = reader.refused(*arguments, stdin=data)
        assert outcome.code == 3
        expect_calm(outcome)
    assert contents(reader.folders.library) == before


@pytest.mark.parametrize("data", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_bad_file_in_the_library_is_named_and_the_rest_works(reader: Command, data: bytes) -> None:
    (reader.folders.library / "bad.md").write_bytes(data)
    outcome = reader("list")
    assert outcome.code == 0
    (sentence,) = outcome.err.splitlines()
    assert sentence.startswith("reader: bad.md ")
    assert (reader.folders.library / "bad.md").read_bytes() == data
    expect_the_rest_to_work(reader)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("missing.txt", 3), (".", 3), ("", 3), ("/", 3), ("bridge.md/x", 3), ("x" * 300, 3), ("x/" * 3000, 3),
        ("loop", 3), ("dangling", 3), ("pipe", 3), ("/dev/null", 3), ("/dev/zero", 3), ("~nobody-here/x", 3),
        ("\x1b[31mred", 3), ("new\nline", 3), ("\udcff", 3), ("a\x00b", 3), ("/proc/self/mem", 3),
    ],
    ids=lambda value: ascii(value)[:20],
)  # fmt: skip
def test_a_path_that_leads_nowhere_is_one_sentence(
    reader: Command, tmp_path: Path, path: str, code: int
) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")
    outcome = reader.refused("add", path)
    assert outcome.code == code
    expect_calm(outcome)
    outcome = reader("quotes", path)
    assert outcome.code in {1, 3}
    expect_calm(outcome)
    assert [path.name for path in reader.folders.library.iterdir()] == ["bridge.md"]


def test_nearly_utf_8_is_read_as_far_as_it_goes(reader: Command, tmp_path: Path) -> None:
    (tmp_path / "broken.txt").write_bytes("“Höchste Zeit für Öl,” said Ana Rivera.".encode() + b"\xff\xfe")
    (piece,) = reader("quotes", "broken.txt", "--json").document
    assert piece["text"] == "“Höchste Zeit für Öl,”"
    assert reader("add", "broken.txt").code == 0
    expect_the_rest_to_work(reader)


def test_input_without_end_is_refused(reader: Command) -> None:
    with Path("/dev/zero").open("rb") as zeros:
        done = subprocess.run(
            [sys.executable, "-m", "reader", "add", "-"],
            stdin=zeros,
            capture_output=True,
            env=process_environment(),
            check=False,
            timeout=TIMEOUT_SECONDS,
        )
    assert (done.returncode, done.stdout) == (3, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_an_odd_file_name_is_shown_as_words(reader: Command, name: str) -> None:
    for text in ("Words. “We will wait,” said Ana Rivera.\n", ""):
        (reader.folders.library / name).write_text(text, "utf-8")
        for arguments in ALL_VERBS:
            expect_calm(reader(*arguments))
    expect_the_rest_to_work(reader)


@pytest.mark.parametrize("name", ODD_NAMES[:-1], ids=ascii)
def test_a_file_of_an_odd_name_is_added_and_shown(reader: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Words. “We will wait,” said Ana Rivera.\n", "utf-8")
    added = reader("add", "--", name)
    assert added.code == 0
    expect_calm(added)
    article = added.out.strip()
    head = reader("show", article, "--json").document
    assert not COMMANDS.search(head["title"])
    assert re.fullmatch(r"[a-z0-9-]+\.md", Path(head["path"]).name)
    for arguments in (["show", article], ["quotes", "--", name], ["keep", article, "1"], ["remove", article]):
        outcome = reader(*arguments)
        assert outcome.code == 0
        expect_calm(outcome)


def test_pipes_links_and_folders_in_the_library_are_passed_over(reader: Command, tmp_path: Path) -> None:
    library = reader.folders.library
    secret = tmp_path / "secret.md"
    secret.write_text("“Nobody is to read this,” said Ana Rivera.\n", "utf-8")
    (library / "link.md").symlink_to(secret)
    (library / "folder-link").symlink_to(tmp_path)
    (library / "dangling.md").symlink_to("nowhere")
    (library / "loop.md").symlink_to("loop.md")
    (library / "folder.md").mkdir()
    os.mkfifo(library / "pipe.md")
    os.mkfifo(library / "p\x1b[31m.md")
    outcome = reader("list", "--json")
    assert [head["id"] for head in outcome.document] == ["bridge0001"]
    assert len(outcome.err.splitlines()) == 5
    assert "Nobody is to read this" not in reader("quotes").out
    expect_the_rest_to_work(reader)


FRONT_MATTER = """\
---
title: {0}
authors: [{0}]
source: {0}
place: {0}
language: {0}
tags: [{0}]
published: {0}
url: {0}
id: {0}
---
Words before. “We \x1b[1mwill \x07wait,” said \x1b]0;x\x07Ana \x9b31mRivera.

{1}

# {1}

```{1}
{1}
```

[{1}](https://example.org/{1}) ![{1}](https://example.org)
"""


@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_titles_and_texts_that_command_are_words(reader: Command, tmp_path: Path, suffix: str) -> None:
    raw = PAYLOAD.replace("\x00", "").replace("\x01", "")
    source = FRONT_MATTER.format(json.dumps(PAYLOAD), raw) + "More words, and more of them.\n" * 200
    (tmp_path / f"evil{suffix}").write_text(source, "utf-8")
    (reader.folders.library / f"evil{suffix}").write_text(source, "utf-8")
    added = reader("add", f"evil{suffix}", "--title", PAYLOAD, "--tag", PAYLOAD, "--author", PAYLOAD)
    assert added.code == 0
    article = reader("list", "--json").document[0]
    calls = [
        ["keep", article["id"], "1"], *ALL_VERBS, ["show", article["id"]], ["quotes", f"evil{suffix}"],
        ["show", article["id"], "--json"], ["mark", article["id"], "read"],
    ]  # fmt: skip
    for arguments in calls:
        outcome = reader(*arguments)
        assert outcome.code == 0
        expect_calm(outcome)
    (bookmark,) = reader("bookmarks", "--json").document
    for outcome in (reader("drop", bookmark["id"]), reader("remove", article["id"])):
        assert outcome.code == 0
        expect_calm(outcome)
    shown = reader("show", reader("list", "--json").document[0]["id"], "--json").document
    assert not COMMANDS.search(json.dumps(shown, ensure_ascii=False).replace("\\n", ""))


def test_terminal_output_from_standard_input_is_words(reader: Command) -> None:
    data = (
        "\x1b]0;me@host\x07\x1b[1;32m$\x1b[0m cat it\r\n"
        "“We \x1b[1mwill\x1b[0m wait,” said \x9b31mAna Rivera.\r\n"
    ).encode() + b"words " * 100
    outcome = reader("quotes", "-", stdin=data)
    assert outcome.code == 0
    expect_calm(outcome)
    article = reader("add", "-", stdin=data).out.strip()
    shown = reader("show", article)
    expect_calm(shown)
    assert "cat it" in shown.out


@pytest.mark.parametrize(
    "argument", ["\x1b[31mred", "bell\x07\x7f", "c1\x9b31m", "a\nb", "bidi\u202ex", "[/b]"]
)
def test_arguments_that_command_are_words(reader: Command, argument: str) -> None:
    calls = (
        [argument], ["list", argument], ["show", argument], ["quotes", argument], ["add", argument],
        ["add", f"https://{argument}"], ["add", "bridge.md", f"--url={argument}"], ["keep", argument, "1"],
        ["add", "bridge.md", f"--published={argument}"], ["keep", "1", argument], ["drop", argument],
        ["mark", argument, "read"], ["mark", "1", argument], ["remove", argument], [f"--{argument}"],
    )  # fmt: skip
    for arguments in calls:
        outcome = reader.refused(*arguments)
        assert outcome.code in {1, 2, 3}
        expect_calm(outcome)


@pytest.mark.parametrize("name", ["l\x1b[31mx", "new\nline", os.fsdecode(b"broken\xff")], ids=ascii)
def test_folders_of_odd_names_are_used_and_shown_as_words(
    reader: Command, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("library", "state", "cache"):
        monkeypatch.setenv(f"PULLQUOTE_{kind.upper()}", str(tmp_path / f"{name}-{kind}"))
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    article = reader("add", "note.txt").out.strip()
    assert reader("keep", article, "1").code == 0
    state = tmp_path / f"{name}-state" / "state.json"
    state.write_text("broken", "utf-8")
    for arguments in (*ALL_VERBS, ["check", "--repair"], ["remove", article]):
        expect_calm(reader(*arguments))
    assert reader("bookmarks").code == 0


def test_a_store_edited_to_command_is_shown_as_words(reader: Command) -> None:
    reader("keep", "bridge0001", "1")
    path = reader.folders.state / "state.json"
    tables = json.loads(path.read_text("utf-8"))
    (bookmark,) = tables["bookmarks"].values()
    bookmark.update(title=PAYLOAD, source=PAYLOAD, exact=[PAYLOAD] * len(bookmark["exact"]), note=PAYLOAD)
    bookmark["speaker"].update(mention=PAYLOAD, name=PAYLOAD)
    tables["\x1b[31mtable"] = {"\x1b[31m": {"a": 1}}
    tables["marks"] = {"\x1b[31m5": {"article": "\x1b[31m"}, "7": {"article": 5}}
    path.write_text(json.dumps(tables), "utf-8")
    for arguments in (*ALL_VERBS, ["check", "--repair"], ["check"], ["drop", bookmark["id"]]):
        expect_calm(reader(*arguments))
    expect_the_rest_to_work(reader)


# Places that are not what they should be


def _fill(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 200)


def _truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def _make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _make_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/full")


@pytest.mark.parametrize("damage", [_fill, _truncate, _make_folder, _make_link, Path.unlink, Path.touch])
def test_a_broken_catalogue_is_made_anew_or_done_without(
    reader: Command, damage: Callable[[Path], None]
) -> None:
    kept = reader("keep", "bridge0001", "1").out
    for path in reader.folders.cache.iterdir():
        damage(path)
    outcome = reader("list")
    assert (outcome.code, outcome.err) == (0, "")
    assert reader("bookmarks").out.startswith(kept.strip())
    assert reader("check").code in {0, 4}
    expect_calm(reader("check", "--repair"))
    expect_the_rest_to_work(reader)


@pytest.mark.parametrize("kind", ["library", "state"])
@pytest.mark.parametrize("below", ["", "/deeper/still"])
def test_a_file_in_the_place_of_a_folder_is_one_sentence(
    reader: Command, tmp_path: Path, kind: str, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    monkeypatch.setenv(f"PULLQUOTE_{kind.upper()}", f"{tmp_path}/file{below}")
    for arguments in (
        ["list"],
        ["show", "1"],
        ["add", "content"],
        ["mark", "1", "read"],
        ["keep", "1", "1"],
        [],
    ):
        outcome = reader.refused(*arguments)
        assert outcome.code == (3 if kind == "library" else 4)
        expect_calm(outcome)
    assert (tmp_path / "file").read_text("utf-8") == "mine"
    assert reader("where").code == 0


@pytest.mark.parametrize("below", ["", "/deeper/still"])
def test_a_file_in_the_place_of_the_cache_slows_and_nothing_else(
    reader: Command, tmp_path: Path, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    monkeypatch.setenv("PULLQUOTE_CACHE", f"{tmp_path}/file{below}")
    expect_the_rest_to_work(reader)
    assert reader("check").code == 4
    assert (tmp_path / "file").read_text("utf-8") == "mine"


# Folders without rights

PR_CAPBSET_DROP = 24
DAC_OVERRIDE, DAC_READ_SEARCH = 1, 2


def give_up_rights() -> None:
    """Let a child of root be bound by rights as everybody is; it can still read the interpreter's files."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "prctl")


def run_without_rights(*arguments: str) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        preexec_fn=give_up_rights,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=process_environment(),
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in outcome.err
    assert "fault of its own" not in outcome.err
    expect_calm(outcome)
    return outcome


@pytest.fixture
def forbid(reader: Command) -> Iterator[Callable[[Path, int], None]]:
    """Take the rights to a folder away until the test is over."""
    forbidden: list[Path] = []

    def take_away(folder: Path, mode: int) -> None:
        forbidden.append(folder)
        folder.chmod(mode)

    yield take_away
    for folder in forbidden:
        folder.chmod(0o700)


Forbid = Callable[[Path, int], None]


def test_a_library_without_rights_is_one_sentence(reader: Command, forbid: Forbid, tmp_path: Path) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    forbid(reader.folders.library, 0)
    for arguments in (
        ["list"],
        ["add", "note.txt"],
        ["quotes", "library/bridge.md"],
        ["remove", "bridge0001"],
    ):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (3, "")
        assert len(outcome.err.splitlines()) == 1
    checked = run_without_rights("check")
    assert (checked.code, checked.err) == (4, "")
    assert "permission denied" in checked.out
    assert run_without_rights("bookmarks").out.startswith(kept)
    assert run_without_rights("quotes", "note.txt").code == 0
    reader.folders.library.chmod(0o700)
    assert reader("show", "bridge0001", "--json").document["kept"] == 1


def test_a_library_that_cannot_be_written_is_read(reader: Command, forbid: Forbid, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    before = contents(reader.folders.library)
    forbid(reader.folders.library, 0o500)
    for arguments in (["add", "note.txt"], ["remove", "bridge0001"]):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (3, "")
        assert len(outcome.err.splitlines()) == 1
    assert run_without_rights("keep", "bridge0001", "1").code == 0
    assert contents(reader.folders.library) == before


def test_a_folder_in_the_library_without_rights_is_passed_over(reader: Command, forbid: Forbid) -> None:
    closed = reader.folders.library / "closed"
    closed.mkdir()
    forbid(closed, 0)
    outcome = run_without_rights("list", "--json")
    assert "bridge0001" in [head["id"] for head in outcome.document]
    (sentence,) = outcome.err.splitlines()
    assert sentence.startswith("reader: The folder closed cannot be read (permission denied);")


def test_a_state_without_rights_is_one_sentence(reader: Command, forbid: Forbid, tmp_path: Path) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    (tmp_path / "note.txt").write_text("“We will wait,” said Ana Rivera.\n", "utf-8")
    before = contents(reader.folders.library), contents(reader.folders.state)
    forbid(reader.folders.state, 0)
    for arguments in (
        ["list"],
        ["keep", "1", "2"],
        ["mark", "1", "read"],
        ["add", "note.txt"],
        ["check"],
        [],
    ):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (4, "")
        assert len(outcome.err.splitlines()) == 1
    assert run_without_rights("quotes", "note.txt").code == 0
    assert run_without_rights("where").code == 0
    reader.folders.state.chmod(0o700)
    assert (contents(reader.folders.library), contents(reader.folders.state)) == before
    assert reader("bookmarks").out.startswith(kept)


def test_a_state_that_cannot_be_written_is_read(reader: Command, forbid: Forbid) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    for path in reader.folders.state.iterdir():
        path.chmod(0o400)
    forbid(reader.folders.state, 0o500)
    assert run_without_rights("bookmarks").out.startswith(kept)
    assert run_without_rights("list").code == 0
    for arguments in (["keep", "bridge0001", "2"], ["mark", "bridge0001", "read"], ["drop", kept]):
        outcome = run_without_rights(*arguments)
        assert (outcome.code, outcome.out) == (4, "")
        assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize("mode", [0, 0o500])
def test_a_cache_without_rights_slows_and_nothing_else(reader: Command, forbid: Forbid, mode: int) -> None:
    kept = reader("keep", "bridge0001", "1").out.strip()
    for path in reader.folders.cache.iterdir():
        path.chmod(0o400)
    forbid(reader.folders.cache, mode)
    listed = run_without_rights("list", "--json")
    assert "bridge0001" in [head["id"] for head in listed.document]
    assert listed.err == ""
    assert run_without_rights("keep", "bridge0001", "1").out.strip() == kept
    assert run_without_rights("check").code == 4
