"""The storage and the table below the store: TinyDB's whole interface holds, and one change is one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document

from reader.errors import StoreError
from reader.store.journal import encode_json
from reader.store.storage import JournalStorage
from reader.store.table import KeyedDB
from tests.store.samples import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping
    from pathlib import Path


def open_database(folder: Path) -> KeyedDB:
    return KeyedDB(folder, storage=JournalStorage)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[KeyedDB]:
    with open_database(tmp_path / "state") as database:
        yield database


def journal_lines(folder: Path) -> list[object]:
    """Return the journal's lines as the format says they are, each with its checksum proved."""
    lines = []
    for line in (folder / "state.journal").read_bytes().splitlines():
        checksum, body = line.split(b" ", 1)
        assert int(checksum, 16) == crc32(body)
        lines.append(json.loads(body))
    return lines


def test_one_change_is_one_line_and_no_other_file_is_touched(tmp_path: Path) -> None:
    with open_database(tmp_path) as database:
        table = database.table("marks")
        table.insert(Document({"n": 1}, doc_id=2**62))
        table.update({"n": 2}, doc_ids=[2**62])
        table.upsert(Document({"n": 3}, doc_id=2**62))
        table.upsert(Document({"n": 9}, doc_id=7))
        table.remove(doc_ids=[7])
        assert journal_lines(tmp_path) == [
            [0, "marks", str(2**62), {"n": 1}],
            [0, "marks", str(2**62), {"n": 2}],
            [0, "marks", str(2**62), {"n": 3}],
            [0, "marks", "7", {"n": 9}],
            [0, "marks", "7", None],
        ]
        assert not (tmp_path / "state.json").exists()
    assert read_tables(tmp_path)["marks"] == {str(2**62): {"n": 3}}


def test_the_generic_operations_of_tinydb_hold(database: KeyedDB) -> None:
    table = database.table("things")
    assert table.insert({"kind": "boat", "n": 1}) == 1
    assert table.insert_multiple({"kind": "crane", "n": n} for n in (2, 3)) == [2, 3]
    assert table.search(where("kind") == "crane") == [{"kind": "crane", "n": 2}, {"kind": "crane", "n": 3}]
    assert table.update({"kind": "tug"}, where("n") == 1) == [1]
    assert table.update(increment("n"), where("kind") == "crane") == [2, 3]
    assert table.update_multiple([({"late": True}, where("n") == 4)]) == [3]
    assert table.upsert({"kind": "tug", "n": 8}, where("kind") == "tug") == [1]
    assert table.upsert({"kind": "quay"}, where("kind") == "quay") == [4]
    assert table.update({"seen": 1}) == [1, 2, 3, 4]
    assert table.get(doc_id=1) == {"kind": "tug", "n": 8, "seen": 1}
    assert table.get(where("kind") == "quay") == {"kind": "quay", "seen": 1}
    assert table.count(Query().seen == 1) == len(table) == 4
    assert table.contains(doc_id=4)
    assert table.remove(where("kind") == "crane") == [2, 3]
    assert sorted(document.doc_id for document in table) == [1, 4]
    assert table.insert({"kind": "new"}) == 5
    table.truncate()
    assert table.all() == []
    assert table.insert({"kind": "first"}) == 1
    database.insert({"default": True})
    assert database.tables() == {"things", "_default"}
    database.drop_table("things")
    assert database.tables() == {"_default"}
    database.drop_tables()
    assert database.tables() == set()


def test_generic_and_keyed_operations_survive_reopening_together(tmp_path: Path) -> None:
    for turn in range(3):
        with open_database(tmp_path) as database:
            table = database.table("t")
            assert len(table) == turn * 2
            table.insert(Document({"turn": turn}, doc_id=1000 * (turn + 1)))
            table.insert({"turn": turn})
            table.update({"all": turn}, where("turn") >= 0)
            table.update({"keyed": turn}, doc_ids=[1000])
    with TinyDB(tmp_path / "state.json") as plain:
        documents = {document.doc_id: dict(document) for document in plain.table("t")}
    assert documents[1000] == {"turn": 0, "all": 2, "keyed": 2}
    assert len(documents) == 6


def test_no_query_outlives_a_change(tmp_path: Path) -> None:
    with open_database(tmp_path) as database, open_database(tmp_path) as other:
        table = database.table("t")
        late = where("n") > 1
        table.insert_multiple([{"n": 1}, {"n": 2}])
        assert [document.doc_id for document in table.search(late)] == [2]
        table.update({"n": 3}, doc_ids=[1])
        assert [document.doc_id for document in table.search(late)] == [1, 2]
        table.update({"n": 0}, where("n") == 3)
        assert [document.doc_id for document in table.search(late)] == [2]
        other.table("t").insert(Document({"n": 9}, doc_id=9))
        database.storage.take_in()
        assert [document.doc_id for document in table.search(late)] == [2, 9]


def test_ids_are_taken_once_and_missing_ones_skipped(database: KeyedDB) -> None:
    table = database.table("t")
    table.insert(Document({"n": 1}, doc_id=5))
    with pytest.raises(ValueError, match="already exists"):
        table.insert(Document({"n": 2}, doc_id=5))
    with pytest.raises(ValueError, match="already exists"):
        table.insert_multiple([Document({}, doc_id=6), Document({}, doc_id=6)])
    with pytest.raises(ValueError, match="Mapping"):
        table.insert([1])  # type: ignore[arg-type]
    assert table.update({"n": 3}, doc_ids=[5, 77]) == [5]
    assert table.remove(doc_ids=[77]) == []
    assert table.all() == [{"n": 3}]


def test_a_failing_update_leaves_nothing_half_changed(database: KeyedDB) -> None:
    table = database.table("t")
    table.insert_multiple([{"n": [1]}, {"n": [2]}])

    def fail_at_the_second(document: MutableMapping[str, list[int]]) -> None:
        document["n"].append(9)
        if 2 in document["n"]:
            raise KeyError("no")

    for target in ({"cond": where("n").exists()}, {"doc_ids": [1, 2]}):
        with pytest.raises(KeyError):
            table.update(fail_at_the_second, **target)
        assert table.all() == [{"n": [1]}, {"n": [2]}]


def test_a_document_shares_nothing_with_the_one_given(database: KeyedDB) -> None:
    table = database.table("t")
    given = {"list": [1], "pair": (1, 2)}
    table.insert(given)
    given["list"].append(2)  # type: ignore[attr-defined]
    assert table.all() == [{"list": [1], "pair": [1, 2]}]


def test_what_is_no_json_is_refused_whole(database: KeyedDB) -> None:
    table = database.table("t")
    with pytest.raises(TypeError):
        table.insert_multiple([{"fine": 1}, {"set": {1}}])
    assert table.all() == []
    with pytest.raises(ValueError, match="JSON"):
        table.insert({"n": float("inf")})
    assert table.all() == []


def test_a_follower_may_change_documents_but_not_rewrite_everything(tmp_path: Path) -> None:
    with open_database(tmp_path) as owner, open_database(tmp_path) as other:
        other.table("t").insert(Document({"n": 1}, doc_id=1))
        with pytest.raises(StoreError, match="in use by process"):
            other.table("t").truncate()
        assert other.table("t").all() == [{"n": 1}]
        assert owner.table("t").all() == []


def fill(folder: Path, documents: int) -> None:
    """Write a snapshot of so many documents of about 500 bytes, as ``state.json`` alone."""
    table = {str(number): {"text": "x" * 480} for number in range(documents)}
    folder.mkdir(exist_ok=True)
    meta = {"1": {"schema": 1, "generation": 0}}
    (folder / "state.json").write_text(encode_json({"_meta": meta, "t": table}), encoding="ascii")


@pytest.mark.parametrize(
    ("documents", "lines", "is_folded"), [(10, 1, True), (9000, 1, False), (9000, 2000, True)]
)
def test_a_clean_exit_folds_what_is_worth_it(
    tmp_path: Path, documents: int, lines: int, *, is_folded: bool
) -> None:
    fill(tmp_path, documents)
    before = (tmp_path / "state.json").read_bytes()
    with open_database(tmp_path) as database:
        table = database.table("t")
        for number in range(lines):
            table.update({"text": "short"}, doc_ids=[number % documents])
        assert (tmp_path / "state.json").read_bytes() == before
    assert ((tmp_path / "state.json").read_bytes() != before) == is_folded
    with open_database(tmp_path) as database:
        assert database.table("t").get(doc_id=0) == {"text": "short"}


def test_closing_without_a_change_writes_nothing(tmp_path: Path) -> None:
    for _ in range(2):
        with open_database(tmp_path) as database:
            database.table("t").put("1", {"n": 1})
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir() if path.suffix != ".lock"}
    with open_database(tmp_path) as database:
        assert len(database.table("t")) == 1
    with open_database(tmp_path):
        pass
    assert before == {
        path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir() if path.suffix != ".lock"
    }


def test_a_very_long_journal_is_folded_at_open(tmp_path: Path) -> None:
    fill(tmp_path, 9000)
    with open_database(tmp_path) as database:
        database.table("t").put("1", {"text": "y" * (5 << 20)})
        crashed = tmp_path / "crashed"
        crashed.mkdir()
        for name in ("state.json", "state.journal"):
            (crashed / name).write_bytes((tmp_path / name).read_bytes())
    with open_database(crashed) as database:
        assert (crashed / "state.journal").stat().st_size < 1000
        assert len(database.table("t").get(doc_id=1)["text"]) == 5 << 20


def test_the_snapshot_before_is_kept(tmp_path: Path) -> None:
    for turn in range(3):
        with open_database(tmp_path) as database:
            database.table("t").put("1", {"turn": turn})
    previous = json.loads((tmp_path / "state.json.previous").read_bytes())
    assert previous == {"_meta": {"1": {"schema": 1, "generation": 2}}, "t": {"1": {"turn": 1}}}
    assert read_tables(tmp_path)["_meta"]["1"]["generation"] == 3
    assert not list(tmp_path.glob("*.tmp"))
