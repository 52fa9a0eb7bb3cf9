"""Names that a person decides on, as they stand in the text."""

from __future__ import annotations

from reader.desk.desk import Desk
from reader.desk.sources import Overrides, Source

NOTE = "“We will wait for the river,” said the Wirt\u00adschafts\u00administer.\n\nNothing else was said.\n"


def test_a_name_with_soft_hyphens_is_found_in_the_text(desk: Desk) -> None:
    desk.add(Source("note.txt", NOTE.encode()), Overrides())
    head = desk.find(desk.last_added or "")
    (quotation,) = desk.reading(head).quotations
    assert quotation.speaker is not None
    label = quotation.speaker.label
    assert "\u00ad" in label
    desk.set_speaker(desk.reading(head), quotation, label)
    (named,) = desk.reading(head).quotations
    assert named.speaker is not None
    assert named.speaker.mention == quotation.speaker.mention
    desk.undo()
    desk.same_person("Ana Rivera", label)
    (renamed,) = desk.reading(head).quotations
    assert renamed.speaker is not None
    assert renamed.speaker.name == "Ana Rivera"
