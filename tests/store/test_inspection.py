"""Checking says what is wrong, repairing puts it right and throws nothing away."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from tinydb import TinyDB

from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import InterfaceState, ReadMark
from reader.store import Store
from tests.store.samples import make_bookmark, read_tables, write_tables

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = ArticleId("harbour")


def make_state(folder: Path) -> dict[str, dict[str, dict[str, object]]]:
    with Store.open(folder) as store:
        store.put_bookmark(make_bookmark(1))
        store.put_bookmark(make_bookmark(2))
        store.put_mark(HARBOUR, ReadMark(position=3))
        store.put_known_files([KnownFile(HARBOUR, "h.md", "1")])
        store.put_interface(InterfaceState("night"))
    return read_tables(folder)


def test_documents_under_the_wrong_id_are_moved(tmp_path: Path) -> None:
    tables = make_state(tmp_path)
    marks = tables["marks"]
    marks["17"] = marks.pop(next(iter(marks)))
    bookmarks = tables["bookmarks"]
    right = next(iter(bookmarks))
    bookmarks["by hand"] = bookmarks.pop(right)
    tables["ui"]["2"] = tables["ui"].pop("1")
    tables["mine"] = {"x": {"n": 1}, "1": {"n": 2}}
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        assert store.mark(HARBOUR) == ReadMark()
        findings = store.check()
        assert len(findings) == 4
        assert all("wrong id" in finding.message and finding.remedy for finding in findings)
        assert store.repair() == findings
        assert store.check() == store.repair() == ()
        assert store.mark(HARBOUR) == ReadMark(position=3)
        assert store.bookmark("b0001") == make_bookmark(1)
        assert store.interface() == InterfaceState("night")
    with TinyDB(tmp_path / "state.json") as database:
        assert right in {str(document.doc_id) for document in database.table("bookmarks")}
        assert len(database.table("mine")) == 2
    (copies,) = (tmp_path / "set-aside").iterdir()
    assert json.loads((copies / "state.json").read_bytes()) == tables


def test_documents_that_cannot_be_read_are_set_aside_whole(tmp_path: Path) -> None:
    tables = make_state(tmp_path)
    for table in ("bookmarks", "marks", "files"):
        tables[table]["5"] = {"junk": [table]}
    tables["marks"]["6"] = 4  # type: ignore[assignment]
    doubled = dict(next(iter(tables["bookmarks"].values())))
    tables["bookmarks"]["8"] = doubled
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        assert len(store.bookmarks()) == 3
        assert len(store.check()) == 5
        assert len(store.repair()) == 5
        assert store.check() == ()
        assert store.bookmarks() == (make_bookmark(1), make_bookmark(2))
        assert store.mark(HARBOUR) == ReadMark(position=3)
        assert store.known_files() == (KnownFile(HARBOUR, "h.md", "1"),)
    aside = [record["document"] for record in read_tables(tmp_path)["set_aside"].values()]
    for document in ({"junk": ["bookmarks"]}, {"junk": ["marks"]}, {"junk": ["files"]}, 4, doubled):
        assert document in aside


def test_leftovers_are_moved_out_of_the_way(tmp_path: Path) -> None:
    make_state(tmp_path)
    (tmp_path / "spool").mkdir(exist_ok=True)
    leftovers = ["state.torn", "state.json.broken-20240506-101112", "spool/1-2.change.bad", "spool/3.tmp"]
    for name in leftovers:
        (tmp_path / name).write_bytes(name.encode())
        os.utime(tmp_path / name, (1, 1))
    (tmp_path / "state.json.77.tmp").write_bytes(b"being written")
    with Store.open(tmp_path) as store:
        assert len(store.check()) == len(leftovers)
        store.repair()
        assert store.check() == ()
    moved = {path.read_bytes() for path in (tmp_path / "set-aside").rglob("*") if path.is_file()}
    assert {name.encode() for name in leftovers} <= moved
    assert (tmp_path / "state.json.77.tmp").exists()


def test_files_damaged_while_open_are_written_anew(tmp_path: Path) -> None:
    make_state(tmp_path)
    with Store.open(tmp_path) as store:
        store.put_bookmark(make_bookmark(3))
        for name in ("state.json", "state.journal"):
            path = tmp_path / name
            path.write_bytes(path.read_bytes()[:-4])
            findings = store.check()
            assert len(findings) == 1
            assert str(path) in findings[0].message
            assert store.repair() == findings
            assert store.check() == ()
            store.put_bookmark(make_bookmark(4, note=name))
    with Store.open(tmp_path) as store:
        assert [bookmark.id for bookmark in store.bookmarks()] == ["b0001", "b0002", "b0003", "b0004"]


def test_a_file_altered_while_open_is_found_and_kept(tmp_path: Path) -> None:
    tables = make_state(tmp_path)
    with Store.open(tmp_path) as store:
        tables["ui"]["1"]["theme"] = "paper"
        write_tables(tmp_path, tables)  # type: ignore[arg-type]
        assert "altered by something else" in store.check()[0].message
        assert len(store.repair()) == 1
        assert store.check() == ()
        assert store.interface() == InterfaceState("night")
    (copies,) = (tmp_path / "set-aside").iterdir()
    assert json.loads((copies / "state.json").read_bytes()) == tables
