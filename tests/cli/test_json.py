from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.shapes import (
    BLOCK,
    BLOCK_EXTRAS,
    BOOKMARK,
    INLINE,
    INLINE_EXTRAS,
    LISTED,
    QUOTE,
    SHOWN,
    SPEAKER,
    expect_shape,
    expect_texts,
)

KINDS = {"direct", "partial"}
RICH = """\
---
title: Everything é at once 👍
language: en
tags: [harbour, “tide”]
updated: 2026-03-04T23:30:00-08:00
---
## A heading

1. One [link](https://example.org/a) and *more*.
   - “Deeper,” said Ana Rivera.

```python
print("“no quotation”")
```

> A block quote.

> [!caption]
> The quay. (Jo Lee)

| a | b |
|---|---|
| 1 | 2 |

![The harbour](https://example.org/h.png)

---

“A first part 👍,” said Ana Rivera, “and a second.”

Tom Okafor was there too. “It begins here.

“It goes on,” Okafor said.
"""


@pytest.fixture
def rich(reader: Command, tmp_path: Path) -> Command:
    (tmp_path / "rich.md").write_text(RICH, "utf-8")
    assert reader("add", "rich.md").code == 0
    return reader


def test_list_prints_an_array_of_heads(rich: Command) -> None:
    heads = rich("list", "--json").document
    for head in heads:
        expect_shape(head, LISTED)
        expect_texts(head["authors"])
        expect_texts(head["tags"])
    assert [head["number"] for head in heads] == [1, 2, 3]
    newest, bridge, tour = heads
    assert (newest["title"], newest["language"]) == ("Everything é at once 👍", "en")
    assert (newest["tags"], newest["authors"]) == (["harbour", "“tide”"], [])
    assert newest["updated"] == "2026-03-04T23:30:00-08:00"
    assert newest["quotes"] == 3
    assert bridge == {
        "number": 2,
        "id": "bridge0001",
        "title": "The bridge will wait",
        "authors": ["Jo Lee"],
        "source": "The Example",
        "place": "Harbour",
        "published": "2026-03-02T08:15",
        "updated": None,
        "added": "2026-03-03T10:00:00Z",
        "url": "https://example.org/bridge",
        "language": None,
        "tags": [],
        "minutes": 1,
        "quotes": None,
        "kept": 0,
        "read": False,
        "progress": 0.0,
        "path": str(rich.folders.library / "bridge.md"),
    }
    assert (tour["id"], tour["added"], tour["url"]) == ("tour", None, None)


def test_list_says_what_was_read_kept_and_counted(reader: Command) -> None:
    reader("keep", "bridge0001", "2")
    reader("mark", "bridge0001", "read")
    head = reader("list", "--json").document[0]
    assert (head["quotes"], head["kept"], head["read"], head["progress"]) == (3, 1, True, 1.0)


def test_an_empty_list_is_an_array_too(reader: Command) -> None:
    for article in ("bridge0001", "tour"):
        reader("mark", article, "read")
    outcome = reader("list", "--unread", "--json")
    assert (outcome.code, outcome.document) == (1, [])


def test_show_prints_one_object_whose_offsets_lie_in_its_text(rich: Command) -> None:
    article = rich("show", "1", "--json").document
    expect_shape(article, SHOWN)
    assert {name: article[name] for name in LISTED} == rich("list", "--json").document[0]
    text = article["text"]
    end = -2
    for block in article["blocks"]:
        expect_shape(block, BLOCK, BLOCK_EXTRAS)
        assert text[end : block["start"]] == ("" if end < 0 else "\n\n")
        end = block["end"]
    assert end == len(text)
    for span in article["spans"]:
        expect_shape(span, INLINE, INLINE_EXTRAS)
    texts = {block["kind"]: text[block["start"] : block["end"]] for block in article["blocks"]}
    assert texts["heading"] == "A heading"
    assert texts["code"] == 'print("“no quotation”")'
    assert texts["caption"] == "The quay. (Jo Lee)"
    assert texts.keys() >= {"list_item", "block_quote", "table", "image", "rule", "paragraph"}
    (link,) = (span for span in article["spans"] if span["kind"] == "link")
    assert (text[link["start"] : link["end"]], link["url"]) == ("link", "https://example.org/a")


def test_quotes_slice_the_text_that_show_gives(rich: Command) -> None:
    pieces = rich("quotes", "--json").document
    texts = {
        head["id"]: rich("show", head["id"], "--json").document["text"]
        for head in rich("list", "--json").document
    }
    assert {piece["article"] for piece in pieces} == texts.keys()
    for piece in pieces:
        expect_shape(piece, QUOTE)
        text = texts[piece["article"]]
        assert text[piece["start"] : piece["end"]] == piece["text"]
        assert piece["kind"] in KINDS
        assert piece["number"] == piece["group"] + 1
        speaker = piece["speaker"]
        if speaker is not None:
            expect_shape(speaker, SPEAKER)
            assert text[speaker["start"] : speaker["end"]] == speaker["mention"]


def test_the_pieces_of_a_quotation_share_a_number(rich: Command) -> None:
    pieces = rich("quotes", "1", "--json").document
    starts = [piece["start"] for piece in pieces]
    assert starts == sorted(starts)
    numbers = [(piece["number"], piece["text"]) for piece in pieces]
    assert numbers == [
        (1, "“Deeper,”"),
        (2, "“A first part 👍,”"),
        (2, "“and a second.”"),
        (3, "“It begins here."),
        (3, "“It goes on,”"),
    ]
    names = [piece["speaker"]["name"] for piece in pieces]
    assert names == ["Ana Rivera"] * 3 + ["Tom Okafor"] * 2


def test_a_quotation_of_nobody_has_no_speaker(reader: Command) -> None:
    pieces = reader("quotes", "-", "--json", stdin="“Nothing is lost yet.”".encode()).document
    assert [(piece["article"], piece["text"], piece["speaker"]) for piece in pieces] == [
        ("-", "“Nothing is lost yet.”", None)
    ]


def test_bookmarks_prints_an_array_complete_in_itself(reader: Command) -> None:
    assert (reader("bookmarks", "--json").code, reader("bookmarks", "--json").document) == (1, [])
    kept = reader("keep", "bridge0001", "1").out.strip()
    (bookmark,) = reader("bookmarks", "--json").document
    expect_shape(bookmark, BOOKMARK)
    expect_shape(bookmark["speaker"], SPEAKER)
    text = reader("show", "bridge0001", "--json").document["text"]
    spans = bookmark["spans"]
    pieces = [piece for piece in reader("quotes", "bridge0001", "--json").document if piece["number"] == 1]
    assert spans == [[piece["start"], piece["end"]] for piece in pieces]
    assert bookmark["text"] == "“We will be ready by May … Not before.”"
    assert text[: spans[0][0]].endswith(bookmark["before"])
    assert text[spans[-1][1] :].startswith(bookmark["after"])
    expected = {
        "id": kept,
        "article": "bridge0001",
        "title": "The bridge will wait",
        "source": "The Example",
        "url": "https://example.org/bridge",
        "published": "2026-03-02T08:15",
        "note": "",
        "tags": [],
        "label": "",
    }
    assert {name: bookmark[name] for name in expected} == expected
    assert bookmark["speaker"]["name"] == "Ana Rivera"


def test_a_moment_no_calendar_has_is_null(reader: Command) -> None:
    reader("keep", "tour", "1")
    snapshot = reader.folders.state / "state.json"
    moment = reader("bookmarks", "--json").document[0]["kept_at"]
    assert moment.endswith("Z")
    written = snapshot.read_text("utf-8")
    start = written.index('"kept_at":') + len('"kept_at":')
    end = written.index(",", start)
    snapshot.write_text(written[:start] + "1e300" + written[end:], "utf-8")
    assert reader("bookmarks", "--json").document[0]["kept_at"] is None
