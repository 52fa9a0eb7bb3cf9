"""The one cell in the margin that tells a kept quotation."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.mark import LABELS
from reader.tui.cells import graphemes, width_cells
from reader.tui.page.markings import Marking

KEPT_SIGN, NOTE_SIGN = "★", "†"
"""A kept quotation, and one with a note."""


def kept_sign(markings: Sequence[Marking], *, has_room_for_labels: bool) -> str:
    """Return the sign of what is kept and begins on a line; nothing begins there, a space.

    Where labels have no room beside the text their first letter stands for them, as in an editor's
    margin; the star is the usual label's.
    """
    if not markings:
        return " "
    if any(marking.is_noted for marking in markings):
        return NOTE_SIGN
    label = next((marking.label for marking in markings if marking.label), "")
    if has_room_for_labels or not label or label == LABELS[0]:
        return KEPT_SIGN
    _, end, cells = graphemes(label)[0]
    return label[:end] if cells == 1 and width_cells(label[:end]) == 1 else KEPT_SIGN
