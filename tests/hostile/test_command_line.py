"""Input that was made to do harm, through every verb: a sentence or success, and nothing that commands."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command import TIMEOUT_SECONDS, Command, process_environment
from tests.hostile.calm import ALL_VERBS, COMMANDS, contents, expect_calm, expect_the_rest_to_work

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
        ("\x1b[31mred", 3), ("new\nline", 3), ("\udcff", 3), ("a\x00b", 3),
        ("/proc/self/mem", 3), ("9" * 5000, 3),
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
