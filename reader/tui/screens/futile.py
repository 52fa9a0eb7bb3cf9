"""Why a key of the page would do nothing now, in a sentence."""

from __future__ import annotations

_NO_HEADING = "No heading in this article."
_NO_QUOTATION = "No quotation in this article."
_NOTHING_WIDE = "Nothing on the screen is wider than the column."
_LIST_AWAY = "The list does not stand beside the page here."
_REASONS = {
    "next_heading": _NO_HEADING,
    "previous_heading": _NO_HEADING,
    "links": "No link, image or footnote in this article.",
    "unfold": "No related line here is too long to be shown whole.",
    "jump_back": "No jump to go back from.",
    "jump_forward": "No jump to go forward to.",
    "pan_right": _NOTHING_WIDE,
    "pan_left": _NOTHING_WIDE,
    "browse": "This article has no web address.",
    "export": "Nothing of this article is kept, so there is nothing to export.",
    "list_wider": _LIST_AWAY,
    "list_narrower": _LIST_AWAY,
}
_OF_QUOTATIONS = frozenset(
    "next_quote previous_quote next_match previous_match keep note tag label status copy_quote cite pipe "
    "repair card only_speaker".split()
)


def why_futile(action_id: str, *, has_text: bool) -> str:
    """Return why an action that cannot be done now is not; the usual reason is that there is no text."""
    if not has_text:
        return "There is no text here."
    return _NO_QUOTATION if action_id in _OF_QUOTATIONS else _REASONS.get(action_id, "")
