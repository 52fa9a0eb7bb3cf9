"""Stored files of older layouts come up to the present one, and are kept as they were."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import InterfaceState, ReadMark
from reader.store import Store
from reader.store.migrations import MIGRATIONS
from reader.store.snapshot import SCHEMA
from tests.faults.steps import copy_as_crashed
from tests.store.samples import make_bookmark, read_tables

STORED = Path(__file__).parent / "schemas"
"""One stored file a schema, all of the same contents."""

HARBOUR = ArticleId("harbour")


def expect_contents(store: Store) -> None:
    assert store.bookmarks() == (make_bookmark(1), make_bookmark(2))
    assert dict(store.marks()) == {
        HARBOUR: ReadMark(1_700_000_000.5, 12, 480, is_starred=True),
        ArticleId("bridge"): ReadMark(position=3),
    }
    assert store.known_files() == (KnownFile(HARBOUR, "harbour.md", "aa"),)
    assert store.interface() == InterfaceState("paper", 70, 30, "harbour")


def stored(schema: int, folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(STORED / f"schema-{schema}.json", folder / "state.json")
    return folder


def test_every_schema_has_a_migration_and_a_stored_file() -> None:
    assert sorted(MIGRATIONS) == list(range(SCHEMA))
    assert sorted(path.name for path in STORED.iterdir()) == [
        f"schema-{schema}.json" for schema in range(SCHEMA + 1)
    ]


@pytest.mark.parametrize("schema", range(SCHEMA))
def test_an_older_file_is_brought_up_and_kept(tmp_path: Path, schema: int) -> None:
    folder = stored(schema, tmp_path / "state")
    with Store.open(folder) as store:
        expect_contents(store)
        assert f"the file as it was is kept as state.json.schema-{schema}" in store.notices[0]
        assert store.check() == ()
        # A crash right after finds the new file, not the old one with lines of the new schema.
        crashed = copy_as_crashed(folder, tmp_path / "crashed")
    for place in (folder, crashed):
        with Store.open(place) as store:
            assert store.notices == ()
            expect_contents(store)
        assert (place / f"state.json.schema-{schema}").read_bytes() == (
            STORED / f"schema-{schema}.json"
        ).read_bytes()
        assert read_tables(place)["_meta"]["1"]["schema"] == SCHEMA
        assert read_tables(place)["mine"] == {"1": {"untouched": True}}


def test_the_present_file_needs_nothing(tmp_path: Path) -> None:
    folder = stored(SCHEMA, tmp_path / "state")
    with Store.open(folder) as store:
        expect_contents(store)
        assert store.notices == ()
        assert store.check() == ()
    assert not list(folder.glob("*.schema-*"))


@pytest.mark.parametrize("schema", range(SCHEMA))
def test_an_older_backup_is_brought_up(tmp_path: Path, schema: int) -> None:
    with Store.open(tmp_path) as store:
        store.restore(STORED / f"schema-{schema}.json")
        expect_contents(store)
        assert store.check() == ()


def test_a_document_whose_place_is_taken_stays_for_a_check_to_find(tmp_path: Path) -> None:
    folder = stored(0, tmp_path / "state")
    tables = json.loads((folder / "state.json").read_bytes())
    tables["bookmarks"]["9"] = tables["bookmarks"]["1"] | {"note": "another"}
    tables["bookmarks"]["10"] = {"junk": 1}
    (folder / "state.json").write_text(json.dumps(tables), "utf-8")
    with Store.open(folder) as store:
        assert store.bookmark("b0001") == make_bookmark(1)
        assert len(store.check()) == 2
