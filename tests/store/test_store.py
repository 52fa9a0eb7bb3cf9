"""The store through its public door: what is put comes back, in this process and in the next."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tinydb import TinyDB

from reader.domain.anchor import Anchor, make_anchor
from reader.domain.article import ArticleId, KnownFile
from reader.domain.mark import InterfaceState, ReadMark
from reader.domain.span import Span
from reader.errors import StoreError
from reader.store import Store
from reader.store.lock import StateLock
from tests.store.samples import make_bookmark, read_tables, write_tables

if TYPE_CHECKING:
    from pathlib import Path

HARBOUR = ArticleId("harbour")
BRIDGE = ArticleId("bridge")
PLACE = make_anchor("It stays where it is, for good.", (Span(3, 20),))
READ = ReadMark(1_700_000_000.25, position=12, reached=480, is_starred=True, letters=(("a", PLACE),))


def test_an_empty_folder_is_an_empty_state(tmp_path: Path) -> None:
    with Store.open(tmp_path / "deep" / "state") as store:
        assert store.is_owner
        assert store.holder == ""
        assert store.notices == ()
        assert store.mark(HARBOUR) == ReadMark()
        assert dict(store.marks()) == {}
        assert store.bookmarks() == store.bookmarks_of(HARBOUR) == ()
        assert store.kept_count(HARBOUR) == 0
        assert store.bookmark("b0001") is None
        assert store.interface() == InterfaceState()
        assert store.known_files() == ()
        assert store.check() == ()


def test_a_marked_place_may_be_a_code_point_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
    tables = read_tables(tmp_path)
    (mark,) = tables["marks"].values()
    mark["letters"] = {"b": 7}
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        assert store.mark(HARBOUR).letters == (("b", Anchor((Span(7, 7),), ("",), "", "")),)
        store.put_mark(HARBOUR, replace(store.mark(HARBOUR), position=13))
    with Store.open(tmp_path) as store:
        assert store.mark(HARBOUR).letters == (("b", Anchor((Span(7, 7),), ("",), "", "")),)


def test_everything_comes_back_after_reopening(tmp_path: Path) -> None:
    bookmarks = [make_bookmark(3), make_bookmark(1), make_bookmark(2, article="bridge")]
    files = [KnownFile(HARBOUR, "a/harbour.md", "aa"), KnownFile(BRIDGE, "bridge.txt", "bb")]
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
        for bookmark in bookmarks:
            store.put_bookmark(bookmark)
        store.put_interface(InterfaceState("night", 68, 30, "harbour"))
        store.put_known_files(files)
    for _ in range(2):
        with Store.open(tmp_path) as store:
            assert store.mark(HARBOUR) == READ
            assert dict(store.marks()) == {HARBOUR: READ}
            assert [kept.id for kept in store.bookmarks()] == ["b0001", "b0002", "b0003"]
            assert store.bookmarks_of(HARBOUR) == (bookmarks[1], bookmarks[0])
            assert store.kept_count(BRIDGE) == 1
            assert store.bookmark("b0002") == bookmarks[2]
            assert store.interface() == InterfaceState("night", 68, 30, "harbour")
            assert sorted(store.known_files(), key=lambda file: file.path) == files
            assert store.notices == ()
            assert store.check() == ()


def test_a_default_mark_is_removed_and_not_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
        store.put_mark(BRIDGE, ReadMark())
        store.put_mark(HARBOUR, ReadMark())
        assert store.mark(HARBOUR) == ReadMark()
        assert len(store.marks()) == 0
    assert read_tables(tmp_path)["marks"] == {}


def test_the_articles_read_are_those_whose_mark_says_so_and_can_be_understood(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(ArticleId("read"), ReadMark(1e9, 10, 20))
        store.put_mark(ArticleId("begun"), ReadMark(None, 10, 20))
        store.put_mark(ArticleId("unread again"), ReadMark(1e9))
        store.put_mark(ArticleId("unread again"), ReadMark(None, 5))
        assert store.read_articles() == {"read"}
    state = tmp_path / "state.json"
    state.write_text(state.read_text("utf-8").replace("1000000000.0", '"yesterday"'), "utf-8")
    with Store.open(tmp_path) as store:
        assert store.read_articles() == set()


def test_a_mark_stores_only_what_differs(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, ReadMark(position=7))
    assert list(read_tables(tmp_path)["marks"].values()) == [{"article": "harbour", "pos": 7}]


def test_bookmarks_are_replaced_moved_and_dropped(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        for number in range(4):
            store.put_bookmark(make_bookmark(number))
        assert store.kept_count(HARBOUR) == 4
        store.put_bookmark(replace(make_bookmark(1), note="in print on Friday", kept_at=9e9))
        store.put_bookmark(make_bookmark(2, article="bridge"))
        store.drop_bookmark("b0000")
        store.drop_bookmark("b0000")
        store.drop_bookmark("never kept")
        assert [kept.id for kept in store.bookmarks_of(HARBOUR)] == ["b0003", "b0001"]
        assert [kept.id for kept in store.bookmarks_of(BRIDGE)] == ["b0002"]
        assert [kept.id for kept in store.bookmarks()] == ["b0002", "b0003", "b0001"]
        assert store.kept_count(HARBOUR) == 2
        assert store.bookmark("b0000") is None


def test_the_last_bookmark_of_an_article_can_go(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_bookmark(make_bookmark(1))
        assert store.kept_count(HARBOUR) == 1
        store.drop_bookmark("b0001")
        assert store.kept_count(HARBOUR) == 0
        assert store.bookmarks_of(HARBOUR) == ()
        store.put_bookmark(make_bookmark(1))
        assert store.kept_count(HARBOUR) == 1


def test_known_files_are_updated_by_article_and_forgotten(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_known_files([KnownFile(HARBOUR, "old.md", "aa"), KnownFile(BRIDGE, "bridge.md", "bb")])
        store.put_known_files([KnownFile(HARBOUR, "new.md", "aa")])
        store.forget_file(BRIDGE)
        store.forget_file(BRIDGE)
        assert store.known_files() == (KnownFile(HARBOUR, "new.md", "aa"),)


@pytest.mark.parametrize("text", ["\ud800 half", "\x00\x1b[31m", "“ﬁ” \u2028 👩‍🚀", ""])
def test_any_text_survives(tmp_path: Path, text: str) -> None:
    bookmark = replace(make_bookmark(1, article=f"id {text}"), exact=(text, text), note=text, source=text)
    with Store.open(tmp_path) as store:
        store.put_bookmark(bookmark)
        store.put_mark(bookmark.article, READ)
    with Store.open(tmp_path) as store:
        assert store.bookmarks_of(bookmark.article) == (bookmark,)
        assert store.mark(bookmark.article) == READ


@pytest.mark.parametrize("identity", ["", " ", "-x", "../up", "a\nb", "\x00", "\ud800", "👩‍🚀", "ﬁ" * 5000])
def test_any_id_is_an_id(tmp_path: Path, identity: str) -> None:
    bookmark = replace(make_bookmark(1, article=identity), id=identity)
    for _ in range(2):
        with Store.open(tmp_path) as store:
            store.put_bookmark(bookmark)
            store.put_mark(bookmark.article, READ)
        with Store.open(tmp_path) as store:
            assert store.bookmark(identity) == bookmark
            assert store.bookmarks_of(bookmark.article) == (bookmark,)
            assert store.mark(bookmark.article) == READ
            assert store.check() == ()
            store.drop_bookmark(identity)
            assert [removed.bookmark for removed in store.removed_bookmarks()] == [bookmark]


@pytest.mark.parametrize("moment", [0.0, -1e9, 1e-300, 4e9, 1e300])
def test_any_moment_is_kept_whatever_the_clock_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: float
) -> None:
    bookmarks = [replace(make_bookmark(number), kept_at=moment) for number in range(3)]
    with Store.open(tmp_path) as store:
        for bookmark in reversed(bookmarks):
            store.put_bookmark(bookmark)
        store.put_mark(HARBOUR, ReadMark(read_at=moment))
    # In 1970 the files are from the future, and what is dropped is dropped long ago.
    monkeypatch.setattr(time, "time", lambda: 3600.0)
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == tuple(bookmarks)
        assert store.mark(HARBOUR) == ReadMark(read_at=moment)
        store.drop_bookmark("b0001")
        store.put_bookmark(make_bookmark(9))
    with Store.open(tmp_path) as store:
        assert [removed.bookmark for removed in store.removed_bookmarks()] == [bookmarks[1]]
        assert store.bookmark("b0009") == make_bookmark(9)
        assert store.notices == ()


def test_plain_tinydb_opens_the_file(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
        store.put_bookmark(make_bookmark(1))
    with TinyDB(tmp_path / "state.json") as database:
        assert [document["article"] for document in database.table("marks")] == ["harbour"]
        document = database.table("bookmarks").all()[0]
        assert document["spans"] == [[1, 10], [21, 31]]
        assert document["speaker"]["name"] == "Yin Qi"
        assert database.table("_meta").get(doc_id=1) == {"schema": 1, "generation": 1}
        database.table("bookmarks").update({"note": "by other means"})
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == (make_bookmark(1, note="by other means"),)


def test_fields_of_another_version_survive_an_update(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, ReadMark(position=3, is_starred=True))
        store.put_bookmark(make_bookmark(1))
    tables = read_tables(tmp_path)
    mark, bookmark = (next(iter(tables[name].values())) for name in ("marks", "bookmarks"))
    mark["mood"] = "curious"
    bookmark["colour"] = "teal"
    speaker = bookmark["speaker"]
    assert isinstance(speaker, dict)
    speaker |= {"kind": "chorus", "pitch": 4}
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        kept = store.bookmarks()[0]
        assert kept.speaker is not None
        assert kept.speaker.kind is None
        store.put_mark(HARBOUR, ReadMark(position=4))
        store.put_bookmark(replace(kept, note="new"))
    tables = read_tables(tmp_path)
    assert list(tables["marks"].values()) == [{"article": "harbour", "pos": 4, "mood": "curious"}]
    document = next(iter(tables["bookmarks"].values()))
    assert (document["colour"], document["note"]) == ("teal", "new")
    assert document["speaker"] == speaker


def test_a_document_that_does_not_decode_is_left_and_reported(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_bookmark(make_bookmark(1))
        store.put_bookmark(make_bookmark(2))
        store.put_mark(HARBOUR, READ)
        store.put_interface(InterfaceState("night"))
    tables = read_tables(tmp_path)
    first = next(iter(tables["bookmarks"].values()))
    first["spans"] = [[9, 1]]
    next(iter(tables["marks"].values()))["read"] = "yesterday"
    tables["ui"]["1"]["theme"] = 4
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        assert store.bookmarks() == (make_bookmark(2),)
        assert store.kept_count(HARBOUR) == 1
        assert store.bookmark("b0001") is None
        assert store.mark(HARBOUR) == ReadMark()
        assert list(store.marks()) == []
        assert store.interface() == InterfaceState()
        assert len(store.check()) == 3
        store.put_bookmark(make_bookmark(3))
    assert read_tables(tmp_path)["bookmarks"].keys() > tables["bookmarks"].keys()
    assert first in read_tables(tmp_path)["bookmarks"].values()


def test_a_document_that_does_not_decode_is_kept_when_a_new_one_takes_its_place(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
    tables = read_tables(tmp_path)
    broken = next(iter(tables["marks"].values()))
    broken["read"] = "yesterday"
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
        assert store.mark(HARBOUR) == READ
        assert store.check() == ()
    aside = list(read_tables(tmp_path)["set_aside"].values())
    assert [document["document"] for document in aside] == [broken]


def test_a_file_of_a_newer_version_is_read_and_never_written(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
    tables = read_tables(tmp_path)
    tables["_meta"]["1"]["schema"] = 2
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    before = (tmp_path / "state.json").read_bytes()
    with Store.open(tmp_path) as store:
        assert store.mark(HARBOUR) == READ
        assert not store.is_owner
        assert "newer Pullquote" in store.notices[0]
        with pytest.raises(StoreError, match="newer Pullquote"):
            store.put_mark(BRIDGE, READ)
        with pytest.raises(StoreError, match="newer Pullquote"):
            store.repair()
        assert store.mark(BRIDGE) == ReadMark()
        assert not store.take_in()
        assert len(store.check()) == 1
        # The newer one must be able to start beside this.
        lock = StateLock(tmp_path / "state.lock")
        assert lock.acquire()
        lock.release()
    assert (tmp_path / "state.json").read_bytes() == before
    assert not (tmp_path / "spool").exists()


def test_closing_twice_is_harmless_and_ends_writing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.put_mark(HARBOUR, READ)
    store.close()
    store.close()
    assert not store.take_in()
    with pytest.raises(StoreError, match="closed"):
        store.put_mark(BRIDGE, READ)
    with Store.open(tmp_path) as again:
        assert again.is_owner
        assert list(again.marks()) == [HARBOUR]


def test_a_file_where_the_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    place = tmp_path / "state"
    place.write_text("a file", encoding="utf-8")
    for folder in (place, place / "deeper"):
        with pytest.raises(StoreError, match=r"is a file: .*--state\.$"):
            Store.open(folder)
    assert place.read_text(encoding="utf-8") == "a file"


def test_a_folder_where_the_snapshot_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "state.json").mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        Store.open(tmp_path)


def test_what_is_put_again_unchanged_is_not_written_again(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_bookmark(make_bookmark(1))
        store.put_mark(HARBOUR, READ)
        length = (tmp_path / "state.journal").stat().st_size
        store.put_bookmark(make_bookmark(1))
        store.put_mark(HARBOUR, READ)
        assert (tmp_path / "state.journal").stat().st_size == length


def test_a_change_that_is_no_json_changes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(ValueError, match="JSON"):
            store.put_mark(HARBOUR, ReadMark(read_at=float("nan")))
        assert store.mark(HARBOUR) == ReadMark()


def test_a_journal_that_was_taken_away_is_written_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put_mark(HARBOUR, READ)
        (tmp_path / "state.journal").unlink()
        store.take_in()
        assert "taken away" in store.notices[0]
        store.put_mark(BRIDGE, READ)
        (tmp_path / "state.lock").unlink()
        (tmp_path / "state.journal").replace(tmp_path / "elsewhere")
        store.take_in()
    with Store.open(tmp_path) as store:
        assert set(store.marks()) == {HARBOUR, BRIDGE}


def test_a_bookmark_with_more_passages_than_places_is_set_aside_and_the_others_are_shown(
    tmp_path: Path,
) -> None:
    with Store.open(tmp_path) as store:
        store.put_bookmark(make_bookmark(1))
        store.put_bookmark(make_bookmark(2))
    tables = read_tables(tmp_path)
    broken = next(
        document for document in tables["bookmarks"].values() if document["id"] == make_bookmark(1).id
    )
    broken["spans"] = []
    write_tables(tmp_path, tables)  # type: ignore[arg-type]
    with Store.open(tmp_path) as store:
        assert [bookmark.id for bookmark in store.bookmarks()] == [make_bookmark(2).id]
        assert store.check()
