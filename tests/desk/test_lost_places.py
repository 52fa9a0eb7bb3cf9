"""The tray of lost places: found over the whole library, each with its reason."""

from __future__ import annotations

from reader.domain.mark import Bookmark
from reader.paths import Folders
from tests.articles import BRIDGE
from tests.desk.conftest import Opener


def test_lost_words_and_gone_articles_are_found_and_nothing_else(library: Folders, open_desk: Opener) -> None:
    desk = open_desk()
    kept: dict[str, list[Bookmark]] = {}
    for head in desk.heads:
        reading = desk.reading(head)
        kept[head.id] = [desk.keep(reading, quotation) for quotation in reading.quotations]
    assert [looked.reasons for looked in desk.lost_place_search().steps()][-1] == {}
    said = "“Nobody asked the river,” said Tom Okafor, an engineer."
    (library.library / "bridge.md").write_text(BRIDGE.replace(said, "Nobody else spoke."), "utf-8")
    (library.content / "tour.md").unlink()
    desk = open_desk()
    desk.take_scan(desk.scanner().scan())
    *_, looked = desk.lost_place_search().steps()
    assert looked.article_count == looked.total == 2
    lost, gone = kept["bridge0001"][-1], kept["tour"][0]
    assert set(looked.reasons) == {lost.id, gone.id}
    assert looked.reasons[gone.id] == "Its article is no longer in the library."
    assert looked.reasons[lost.id].endswith(".")


def test_nothing_kept_is_nothing_to_look_for(open_desk: Opener) -> None:
    assert list(open_desk().lost_place_search().steps()) == []
