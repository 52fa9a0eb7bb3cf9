"""The owner acting at the worst moment of a reader's reading: the reader starts over and misses nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.domain.article import ArticleId
from reader.domain.mark import ReadMark
from reader.store import Store
from reader.store.follower import Follower
from reader.store.loading import StatePaths, load_state
from reader.store.records import decode_mark
from reader.store.spool import Spool
from reader.store.storage import keep_as_is

if TYPE_CHECKING:
    from collections.abc import Callable

HARBOUR = ArticleId("harbour")
BRIDGE = ArticleId("bridge")


def positions(tables: dict[str, dict[str, dict[str, object]]]) -> set[int]:
    return {decode_mark(record).position for record in tables["marks"].values()}


def follow(folder: Path) -> Follower:
    """Return a reader that never takes the lock."""
    paths = StatePaths.of(folder)
    return Follower(paths, Spool(paths.spool), keep_as_is, "", "")


def act_once(act: Callable[[], object]) -> Callable[[], None]:
    """Return a function that acts the first time it is called."""
    acts = [act]

    def act_first_time() -> None:
        if acts:
            acts.pop()()

    return act_first_time


def test_a_fold_between_snapshot_and_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path) as owner:
        owner.put_mark(HARBOUR, ReadMark(position=1))
    owner = Store.open(tmp_path)
    owner.put_mark(BRIDGE, ReadMark(position=2))
    act = act_once(owner.close)
    read_bytes = Path.read_bytes

    def read_then_act(path: Path) -> bytes:
        data = read_bytes(path)
        if path.name == "state.json":
            act()
        return data

    monkeypatch.setattr(Path, "read_bytes", read_then_act)
    assert positions(load_state(StatePaths.of(tmp_path)).tables) == {1, 2}


def test_a_change_taken_in_altered_and_folded_after_it_was_read_from_the_spool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path) as owner:
        owner.put_mark(HARBOUR, ReadMark(position=1))
    owner = Store.open(tmp_path)
    with Store.open(tmp_path) as other:
        other.put_mark(HARBOUR, ReadMark(position=2))

    def go_on() -> None:
        owner.take_in()
        owner.put_mark(HARBOUR, ReadMark(position=3))
        owner.close()

    act = act_once(go_on)
    read_bytes = Path.read_bytes

    def act_then_read(path: Path) -> bytes:
        if path.name == "state.json":
            act()
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", act_then_read)
    assert positions(follow(tmp_path).tables) == {3}


def test_a_journal_exchanged_while_its_end_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = Store.open(tmp_path)
    owner.put_mark(HARBOUR, ReadMark(position=1))
    follower = follow(tmp_path)
    owner.put_mark(HARBOUR, ReadMark(position=2))
    later: list[Store] = []

    def exchange() -> None:
        owner.close()
        later.append(Store.open(tmp_path))
        for number in range(20):
            later[0].put_mark(ArticleId(f"a{number}"), ReadMark(position=number + 10))

    act = act_once(exchange)
    path_open = Path.open

    def act_then_open(path: Path, *arguments: Any, **settings: Any) -> Any:
        if path.name == "state.journal":
            act()
        return path_open(path, *arguments, **settings)

    monkeypatch.setattr(Path, "open", act_then_open)
    assert follower.take_in().is_reloaded
    assert positions(follower.tables) == {2, *range(10, 30)}
    later[0].close()
