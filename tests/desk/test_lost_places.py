"""The tray of lost places: found over the whole library, each with its reason."""

from __future__ import annotations

import pytest

from reader.domain.article import Article, ArticleId
from reader.domain.mark import Bookmark
from reader.library.library import Library
from reader.paths import Folders
from tests.articles import BRIDGE
from tests.desk.conftest import Opener


def test_lost_words_and_gone_articles_are_found_and_nothing_else(library: Folders, open_desk: Opener) -> None:
    desk = open_desk()
    kept: dict[str, list[Bookmark]] = {}
    for head in desk.heads:
        reading = desk.reading(head)
        kept[head.id] = [desk.keep(reading, quotation) for quotation in reading.quotations]
    assert [looked.reasons for looked in desk.lost_place_search(desk.bookmarks()).steps()][-1] == {}
    said = "“Nobody asked the river,” said Tom Okafor, an engineer."
    (library.library / "bridge.md").write_text(BRIDGE.replace(said, "Nobody else spoke."), "utf-8")
    (library.content / "tour.md").unlink()
    desk = open_desk()
    desk.take_scan(desk.scanner().scan())
    *_, looked = desk.lost_place_search(desk.bookmarks()).steps()
    assert looked.article_count == looked.total == 2
    lost, gone = kept["bridge0001"][-1], kept["tour"][0]
    assert set(looked.reasons) == {lost.id, gone.id}
    assert looked.reasons[gone.id] == "Its article is no longer in the library."
    assert looked.reasons[lost.id].endswith(".")


def test_nothing_kept_is_nothing_to_look_for(open_desk: Opener) -> None:
    assert list(open_desk().lost_place_search(()).steps()) == []


def test_an_article_is_read_again_only_when_it_or_what_is_kept_of_it_has_changed(
    library: Folders, open_desk: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_desk()
    bridge, tour = desk.find("bridge0001"), desk.find("tour")
    for head in (bridge, tour):
        desk.keep(desk.reading(head), desk.reading(head).quotations[0])
    read: list[str] = []
    read_article = Library.read

    def reading(self: Library, article: ArticleId) -> Article:
        read.append(article)
        return read_article(self, article)

    monkeypatch.setattr(Library, "read", reading)

    def look() -> list[str]:
        read.clear()
        list(desk.lost_place_search(desk.bookmarks()).steps())
        return sorted(read)

    assert look() == ["bridge0001", "tour"]
    assert look() == []
    (library.library / "bridge.md").write_text(BRIDGE + "\nMore.\n", "utf-8")
    desk.take_scan(desk.scanner().scan())
    bridge = desk.find("bridge0001")
    assert look() == ["bridge0001"]
    desk.drop(desk.bookmarks()[0].id)
    desk.keep(desk.reading(bridge), desk.reading(bridge).quotations[1])
    assert look() == ["bridge0001"]
