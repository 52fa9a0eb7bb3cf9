"""A very long article is prepared in a process of its own, which never outlives whoever asked for it."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Generator, Iterator
from typing import Any

import pytest

from reader.desk.desk import Desk
from reader.desk.preparing import APART_COUNT, THREAD_LENGTH
from reader.domain.article import ArticleHead
from reader.errors import ContentError
from reader.paths import Folders
from tests.articles import long_article
from tests.bench.library import fill_library


@pytest.fixture
def desk(folders: Folders) -> Iterator[Desk]:
    folders.library.mkdir(parents=True)
    (folders.library / "long.md").write_text(long_article(4_500), "utf-8")
    with Desk(folders) as opened:
        yield opened


@pytest.fixture
def head(desk: Desk) -> ArticleHead:
    found = desk.find("long000001")
    assert found.length > THREAD_LENGTH
    return found


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that are started, in turn."""
    processes: list[subprocess.Popen[bytes]] = []

    class Noted(subprocess.Popen[bytes]):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            processes.append(self)

    monkeypatch.setattr(subprocess, "Popen", Noted)
    return processes


def test_the_process_finds_what_the_thread_finds(
    desk: Desk, head: ArticleHead, started: list[subprocess.Popen[bytes]]
) -> None:
    assert desk.prepare_apart(head, lambda: False) == desk.prepare(head)
    assert [process.returncode for process in started] == [0]
    assert desk.is_prepared(head)
    assert desk.entry(head).quote_count == 450
    assert desk.prepare_apart(head, lambda: False) == desk.prepare(head)
    assert len(started) == 1, "what is in the cache needs no process"


def test_a_cancelled_process_is_ended(
    desk: Desk, head: ArticleHead, started: list[subprocess.Popen[bytes]]
) -> None:
    assert desk.prepare_apart(head, lambda: bool(started)) is None
    assert started[0].returncode is not None
    assert not desk.is_prepared(head)


def test_a_process_ended_from_outside_is_a_sentence(
    desk: Desk, head: ArticleHead, started: list[subprocess.Popen[bytes]]
) -> None:
    def kill() -> bool:
        started[0].kill()
        return False

    with pytest.raises(ContentError, match="was ended; go to another article"):
        desk.prepare_apart(head, kill)


def test_a_file_that_has_gone_is_a_sentence(desk: Desk, head: ArticleHead, folders: Folders) -> None:
    (folders.library / "long.md").unlink()
    with pytest.raises(ContentError, match=r"long\.md.* is gone"):
        desk.prepare_apart(head, lambda: False)


def test_without_a_process_the_thread_does_it(
    desk: Desk, head: ArticleHead, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert desk.prepare_apart(head, lambda: False) == desk.prepare(head)


def test_many_articles_are_prepared_ahead_in_one_process_and_a_few_in_none(
    folders: Folders, started: list[subprocess.Popen[bytes]]
) -> None:
    fill_library(folders.library, APART_COUNT, 300)
    with Desk(folders) as opened:
        assert len(list(opened.preparer().steps_apart())) >= APART_COUNT
        assert [process.returncode for process in started] == [0]
        heads = [opened.find(f"made{number:06}") for number in range(APART_COUNT)]
        assert all(opened.is_prepared(head) and opened.entry(head).quote_count for head in heads)
        fill_library(folders.library, APART_COUNT + 1, 300)
        opened.take_scan(opened.scanner().scan())
        assert len(list(opened.preparer().steps_apart())) == 1
        assert len(started) == 1


def test_preparing_ahead_ends_with_whoever_asked_for_it(
    folders: Folders, started: list[subprocess.Popen[bytes]]
) -> None:
    fill_library(folders.library, 2 * APART_COUNT, 300)
    with Desk(folders) as opened:
        steps = opened.preparer().steps_apart()
        next(steps)
        assert isinstance(steps, Generator)
        steps.close()
        assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_articles_are_prepared_ahead_although_no_process_can_be_had(
    folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise BlockingIOError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    fill_library(folders.library, APART_COUNT, 300)
    with Desk(folders) as opened:
        assert len(list(opened.preparer().steps_apart())) >= APART_COUNT
