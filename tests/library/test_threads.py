"""Several threads, and several processes, use one library at a time."""

from __future__ import annotations

from collections import OrderedDict
from threading import Thread
from typing import TYPE_CHECKING, Any

from reader.library import heads as heads_module
from reader.library.catalogue import Catalogue

if TYPE_CHECKING:
    import pytest

    from reader.library.library import Library


def test_a_count_that_another_process_put_is_seen_without_being_told(
    library: Library, another: Library
) -> None:
    assert library.quote_count("hash", "1") is None
    another.put_quote_count("hash", "1", 4)
    assert library.quote_count("hash", "1") == 4


def test_a_count_put_while_it_is_asked_for_is_not_lost(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Catalogue.quote_count

    def read_and_be_overtaken(catalogue: Catalogue, content_hash: str, version: str) -> int | None:
        count = read(catalogue, content_hash, version)
        library.put_quote_count(content_hash, version, 4)
        return count

    monkeypatch.setattr(Catalogue, "quote_count", read_and_be_overtaken)
    library.quote_count("hash", "1")
    assert library.quote_count("hash", "1") == 4


def test_a_count_that_is_forgotten_while_it_is_asked_for_is_still_told(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Forgetful(dict[tuple[str, str], int]):
        """What is kept is cleared by another thread at once."""

        def __setitem__(self, key: tuple[str, str], count: int) -> None:
            self.clear()

    monkeypatch.setattr(library, "_quote_counts", Forgetful())
    library.put_quote_count("hash", "1", 4)
    assert library.quote_count("hash", "1") == 4


def test_a_list_may_be_read_while_another_thread_reads_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heads_module, "PAGE_LENGTH", 1)
    monkeypatch.setattr(heads_module, "_KEPT_PAGES", 1)
    others: list[Thread] = []
    titles: list[str] = []

    class Overtaken(OrderedDict[int, Any]):
        """Another thread reads the other page as soon as the first has been found here."""

        def get(self, page: int, default: Any = None) -> Any:
            found = super().get(page, default)
            if found is not None and not others:
                others.append(Thread(target=lambda: titles.append(heads[1].title)))
                others[0].start()
                others[0].join(0.2)
            return found

    monkeypatch.setattr(heads_module, "OrderedDict", Overtaken)
    heads = library.heads()
    assert [heads[0].title, heads[0].title] == ["The tour", "The tour"]
    others[0].join()
    assert titles == ["A bundled piece"]
