"""The shapes of ``--json`` as they are promised: a name to the types its value may have."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any

Shape = Mapping[str, tuple[type, ...]]
TEXT = (str,)
COUNT = (int,)
MAYBE_TEXT = (str, NoneType)

LISTED: Shape = {
    "number": COUNT,
    "id": TEXT,
    "title": TEXT,
    "authors": (list,),
    "source": MAYBE_TEXT,
    "place": MAYBE_TEXT,
    "published": MAYBE_TEXT,
    "updated": MAYBE_TEXT,
    "added": MAYBE_TEXT,
    "url": MAYBE_TEXT,
    "language": MAYBE_TEXT,
    "tags": (list,),
    "minutes": COUNT,
    "quotes": (int, NoneType),
    "kept": COUNT,
    "read": (bool,),
    "progress": (float,),
    "path": TEXT,
}
SHOWN: Shape = {**LISTED, "text": TEXT, "blocks": (list,), "spans": (list,)}
BLOCK: Shape = {"kind": TEXT, "start": COUNT, "end": COUNT}
BLOCK_EXTRAS: Shape = {"level": COUNT, "marker": TEXT, "language": TEXT, "url": TEXT}
INLINE: Shape = {"kind": TEXT, "start": COUNT, "end": COUNT}
INLINE_EXTRAS: Shape = {"url": TEXT}
QUOTE: Shape = {
    "article": TEXT,
    "number": COUNT,
    "group": COUNT,
    "start": COUNT,
    "end": COUNT,
    "text": TEXT,
    "kind": TEXT,
    "speaker": (dict, NoneType),
    "repaired": (bool,),
}
SPEAKER: Shape = {
    "start": COUNT,
    "end": COUNT,
    "mention": TEXT,
    "name": MAYBE_TEXT,
    "sure": (bool,),
    "kind": MAYBE_TEXT,
    "role": MAYBE_TEXT,
    "repaired": MAYBE_TEXT,
}
BOOKMARK: Shape = {
    "id": TEXT,
    "article": TEXT,
    "title": TEXT,
    "source": MAYBE_TEXT,
    "url": MAYBE_TEXT,
    "published": MAYBE_TEXT,
    "text": TEXT,
    "spans": (list,),
    "exact": (list,),
    "before": TEXT,
    "after": TEXT,
    "sentence": TEXT,
    "speaker": (dict, NoneType),
    "found_speaker": (dict, NoneType),
    "repaired_speaker": MAYBE_TEXT,
    "note": TEXT,
    "tags": (list,),
    "label": TEXT,
    "status": TEXT,
    "kind": TEXT,
    "former": (list,),
    "kept_at": MAYBE_TEXT,
    "kept_at_seconds": (int, float),
}


def expect_shape(document: Any, shape: Shape, extras: Shape | None = None) -> None:
    """Hold a document to a shape: every key of it and none beside, ``extras`` as may be."""
    assert type(document) is dict
    assert shape.keys() <= document.keys()
    assert document.keys() <= shape.keys() | (extras or {}).keys()
    for name, value in document.items():
        assert type(value) in {**shape, **(extras or {})}[name], name


def expect_texts(values: Any) -> None:
    """Hold a value to a list of texts."""
    assert type(values) is list
    assert all(type(value) is str for value in values)
