"""What was parsed and found is kept for the next time, and never taken for something else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reader.desk.desk
import reader.desk.preparing
from reader.desk.desk import Desk
from reader.desk.reading import Entry, Reading, pack_page, unpack_page
from reader.desk.sources import Overrides, Source, check_overrides, read_loose
from reader.domain.article import Article, ArticleHead, ArticleId, Block, BlockKind, InlineKind, InlineSpan
from reader.domain.mark import ReadMark
from reader.domain.quote import Quote, QuoteKind, Speaker, SpeakerKind, quotations
from reader.domain.span import Span
from reader.errors import ContentError, UsageError
from reader.paths import Folders, bundled_content
from tests.articles import BRIDGE
from tests.desk.conftest import Opener

PIECES = sorted(bundled_content().glob("*.md"))
NOTE = "“We will wait,” said Ana Rivera.\n"
HEAD = ArticleHead(ArticleId("a"), "A title")

texts = st.text(max_size=80)
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 99), st.integers(0, 99))
speakers = st.builds(
    Speaker,
    spans,
    texts,
    st.none() | texts,
    st.booleans(),
    st.none() | st.sampled_from(SpeakerKind),
    st.none() | texts,
)
quotes = st.builds(
    Quote, spans, st.sampled_from(QuoteKind), st.none() | speakers, st.integers(min_value=0, max_value=5)
)
blocks = st.builds(Block, st.sampled_from(BlockKind), spans, st.integers(0, 9), texts, texts, texts)
inlines = st.builds(InlineSpan, st.sampled_from(InlineKind), spans, texts)
articles = st.builds(
    Article,
    st.just(HEAD),
    texts,
    st.lists(blocks, max_size=4).map(tuple),
    st.lists(inlines, max_size=4).map(tuple),
)


@given(articles, st.lists(quotes, max_size=6))
def test_a_page_comes_back_as_it_was(article: Article, found: list[Quote]) -> None:
    reading = Reading(article, quotations(found))
    assert unpack_page(HEAD, pack_page(article, list(reading.quotes))) == reading


@pytest.mark.parametrize("path", PIECES, ids=lambda path: path.stem)
def test_a_bundled_piece_comes_back_as_it_was(path: Path) -> None:
    reading = read_loose(Source(path.name, path.read_bytes()))
    assert reading.quotations
    packed = pack_page(reading.article, list(reading.quotes))
    assert packed.isascii()
    assert unpack_page(reading.article.head, packed) == reading


@given(st.integers(0, 4000), st.binary(max_size=4))
def test_damaged_bytes_are_no_page(place: int, noise: bytes) -> None:
    reading = read_loose(Source("a.md", BRIDGE.encode()))
    packed = pack_page(reading.article, list(reading.quotes))
    assert unpack_page(HEAD, packed[: place % len(packed)]) is None
    damaged = packed[: place % len(packed)] + noise + packed[place % len(packed) + len(noise) :]
    found = unpack_page(HEAD, damaged)
    assert found is None or isinstance(found, Reading)


NO_PAGES = [
    b"", b"null", b"[]", b"{}", b'["text"]', b"[1, 2, 3, 4]", b"\xff\xfe", b"[" * 100_000, b'"abcd"',
    b"[5, [], [], []]", b'["", [["paragraph", 5, 3, 0, "", "", ""]], [], []]',
    b'["", [["poem", 0, 3, 0, "", "", ""]], [], []]', b'["", [], [], [[0, 1, "direct", 0, [0, 1]]]]',
]  # fmt: skip


@pytest.mark.parametrize("packed", NO_PAGES, ids=lambda packed: ascii(packed[:30]))
def test_what_is_not_a_page_is_none(packed: bytes) -> None:
    assert unpack_page(HEAD, packed) is None


def count_preparations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that grows by an id whenever the desk parses an article."""
    prepared: list[str] = []
    prepare = reader.desk.preparing.prepare

    def counted(library: object, head: ArticleHead) -> Reading:
        prepared.append(head.id)
        return prepare(library, head)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.desk.desk.prepare", counted)
    monkeypatch.setattr("reader.desk.preparing.prepare", counted)
    return prepared


def test_an_article_is_parsed_once_and_never_again(
    open_desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = count_preparations(monkeypatch)
    desk = open_desk()
    head = desk.find("bridge0001")
    assert not desk.is_prepared(head)
    first = desk.reading(head)
    assert desk.is_prepared(head)
    again = open_desk()
    assert again.is_prepared(again.find("bridge0001"))
    assert again.reading(again.find("bridge0001")) == first
    assert prepared == ["bridge0001"]


@pytest.mark.parametrize(
    "module", [reader.desk.desk, reader.desk.preparing], ids=lambda module: module.__name__
)
def test_the_version_holds_engine_and_form(module: object) -> None:
    from reader.desk.reading import PAGE_FORMAT
    from reader.quotes import ENGINE_VERSION

    assert getattr(module, "PAGE_VERSION") == f"{PAGE_FORMAT}.{ENGINE_VERSION}"  # noqa: B009


def test_another_version_reads_nothing_of_the_old(open_desk: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    prepared = count_preparations(monkeypatch)
    desk = open_desk()
    desk.reading(desk.find("bridge0001"))
    for name in ("reader.desk.desk.PAGE_VERSION", "reader.desk.preparing.PAGE_VERSION"):
        monkeypatch.setattr(name, "another")
    later = open_desk()
    head = later.find("bridge0001")
    assert not later.is_prepared(head)
    assert later.entry(head).quote_count is None
    later.reading(head)
    assert later.entry(head).quote_count == 3
    assert prepared == ["bridge0001", "bridge0001"]


def test_a_page_that_is_damaged_is_made_anew(
    open_desk: Opener, library: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    first = desk.reading(desk.find("bridge0001"))
    monkeypatch.setattr("reader.desk.desk.unpack_page", lambda *_: None)
    prepared = count_preparations(monkeypatch)
    again = open_desk()
    assert again.reading(again.find("bridge0001")) == first
    assert prepared == ["bridge0001"]


def test_an_edited_article_is_parsed_anew(open_desk: Opener, library: Folders) -> None:
    desk = open_desk()
    desk.reading(desk.find("bridge0001"))
    (library.library / "bridge.md").write_text(BRIDGE.replace("by May", "by June"), "utf-8")
    assert desk.take_scan(desk.scanner().scan())
    head = desk.find("bridge0001")
    assert desk.entry(head).quote_count is None
    assert "by June" in desk.reading(head).article.text


def test_a_head_that_changed_alone_keeps_the_page(open_desk: Opener, library: Folders) -> None:
    desk = open_desk()
    desk.reading(desk.find("bridge0001"))
    (library.library / "bridge.md").rename(library.library / "renamed.md")
    desk.take_scan(desk.scanner().scan())
    head = desk.find("bridge0001")
    assert head.path.endswith("renamed.md")
    assert desk.is_prepared(head)
    assert desk.reading(head).article.head == head


# Counts


def test_a_count_appears_when_an_article_is_added_or_opened(desk: Desk) -> None:
    assert [desk.entry(head).quote_count for head in desk.heads] == [None, None]
    assert desk.add(Source("note.txt", NOTE.encode()), Overrides()) == "Added “note”."
    assert [desk.entry(head).quote_count for head in desk.heads] == [1, None, None]
    desk.reading(desk.find("bridge0001"))
    assert [desk.entry(head).quote_count for head in desk.heads] == [1, 3, None]


def test_counts_appear_as_articles_are_prepared_ahead(desk: Desk) -> None:
    steps = desk.preparer().steps()
    next(steps)
    assert [desk.entry(head).quote_count for head in desk.heads] == [3, None]
    assert sum(1 for _ in steps) == 1
    assert [desk.entry(head).quote_count for head in desk.heads] == [3, 1]
    assert list(desk.preparer().steps()) == []


def test_a_file_that_cannot_be_prepared_stops_no_other(desk: Desk, library: Folders) -> None:
    (library.library / "bridge.md").unlink()
    assert sum(1 for _ in desk.preparer().steps()) == 1
    assert desk.entry(desk.find("tour")).quote_count == 1


# What has gone, and what comes in


def test_an_article_whose_file_has_gone_is_told_in_a_sentence(desk: Desk, library: Folders) -> None:
    head = desk.find("bridge0001")
    (library.library / "bridge.md").unlink()
    with pytest.raises(ContentError, match=r"^bridge\.md is gone; .+\.$"):
        desk.reading(head)
    assert desk.library_looks_changed()
    assert desk.take_scan(desk.scanner().scan())
    assert [article.id for article in desk.heads] == ["tour"]
    assert desk.reading(desk.find("tour")).quotations


def test_an_article_that_was_read_before_can_be_read_until_the_list_is_new(
    desk: Desk, library: Folders
) -> None:
    head = desk.find("bridge0001")
    reading = desk.reading(head)
    (library.library / "bridge.md").unlink()
    assert desk.reading(head) == reading


def test_adding_the_same_text_again_changes_nothing(desk: Desk) -> None:
    desk.add(Source("note.txt", NOTE.encode()), Overrides())
    first = desk.last_added
    assert desk.add(Source("other.txt", NOTE.encode()), Overrides()) == "“note” was in the library already."
    assert desk.last_added == first
    assert len(desk.heads) == 3
    desk.undo()
    assert len(desk.heads) == 2
    assert not desk.can_undo


def test_a_desk_that_cannot_open_holds_no_lock(library: Folders) -> None:
    nowhere = Folders(library.config / "x", library.state, library.cache, library.config, library.content)
    library.config.touch()
    with pytest.raises(ContentError):
        Desk(nowhere)
    with Desk(library) as desk:
        assert desk.is_owner


def test_what_is_no_date_or_address_is_refused() -> None:
    check_overrides(Overrides(published="2020-07-11", url="https://example.org/"))
    check_overrides(Overrides())
    for said in (Overrides(published="soon"), Overrides(url="ftp://example.org")):
        with pytest.raises(UsageError):
            check_overrides(said)


@pytest.mark.parametrize(
    ("mark", "length", "progress"),
    [
        (ReadMark(), 100, 0.0),
        (ReadMark(reached=40), 100, 0.4),
        (ReadMark(reached=400), 100, 1.0),
        (ReadMark(read_at=1.0), 100, 1.0),
        (ReadMark(reached=40), 0, 0.0),
    ],
)
def test_progress_lies_between_nothing_and_all(mark: ReadMark, length: int, progress: float) -> None:
    head = ArticleHead(ArticleId("a"), "A title", length=length)
    assert Entry(head, mark, None, 0).progress == progress


def test_a_packed_page_is_json_that_says_nothing_of_the_head() -> None:
    reading = read_loose(Source("a.md", BRIDGE.encode()))
    packed = pack_page(reading.article, list(reading.quotes))
    assert json.loads(packed)[0] == reading.article.text
    assert b"bridge0001" not in packed
