"""A reading time in the words of the interface."""

from __future__ import annotations

_HOURS_ALONE = 10
"""From so many hours on minutes say nothing."""


def in_words(minutes: int) -> str:
    """Return ``3 min``, ``1 h 20 min``, ``2 h`` or ``60 h``; above ten hours the nearest one."""
    hours, rest = divmod(minutes, 60)
    if hours >= _HOURS_ALONE:
        return f"{round(minutes / 60):,} h"
    return " ".join(filter(None, [f"{hours} h" if hours else "", f"{rest} min" if rest or not hours else ""]))
