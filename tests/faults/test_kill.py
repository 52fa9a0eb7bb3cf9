"""A writer killed at any instant loses nothing that it had acknowledged."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from reader.store import Store
from tests.faults.steps import Model, content_of, take_step

if TYPE_CHECKING:
    from pathlib import Path


def run_and_kill(folder: Path, first: int, acknowledgements: int) -> int:
    """Let a writer go on from step ``first``, kill it some time after; return its last acknowledged step."""
    command = [sys.executable, "-m", "tests.faults.writer", str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": "."}) as writer:
        assert writer.stdout is not None
        said = b""
        while said.count(b"\n") < acknowledgements:
            piece = os.read(writer.stdout.fileno(), 4096)
            assert piece, "the writer ended by itself"
            said += piece
        writer.kill()
        said += writer.stdout.read()
    whole = said[: said.rfind(b"\n")]
    return int(whole.rsplit(b"\n", 1)[-1])


def check_kills(folder: Path, runs: int, seed: int) -> int:
    """Kill ``runs`` writers of one history one after the other; return how many steps were acknowledged."""
    chance = random.Random(seed)
    model, first = Model(), 0
    for _ in range(runs):
        last = run_and_kill(folder, first, chance.randrange(1, 300))
        for number in range(first, last + 1):
            take_step(number, None, model)
        with Store.open(folder) as store:
            found = content_of(store)
            assert store.is_owner
            assert not [notice for notice in store.notices if "damaged change" not in notice]
        first = last + 1
        if found != model:
            # The step in flight may have been written before its acknowledgement was.
            take_step(first, None, model)
            first += 1
        assert found == model
        with TinyDB(folder / "state.json") as database:
            assert len(database.table("bookmarks")) == len(model.bookmarks)
    return first


def test_no_acknowledged_step_is_lost(tmp_path: Path) -> None:
    assert check_kills(tmp_path, runs=20, seed=1) > 100


@pytest.mark.long
def test_no_acknowledged_step_is_lost_in_many_kills(tmp_path: Path) -> None:
    assert sum(check_kills(tmp_path / str(seed), runs=50, seed=seed) for seed in range(6)) > 2000
