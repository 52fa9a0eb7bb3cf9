"""Colours mixed, and moved until they stand out enough (WCAG 2.1, relative luminance and contrast)."""

from __future__ import annotations

from collections.abc import Sequence

BLACK, WHITE = "#000000", "#ffffff"
STEPS = 20


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``, from 0 to 1."""
    linear = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, other: str, share: float) -> str:
    """Return ``colour`` with a ``share``, from 0 to 1, of ``other`` in it."""
    mixed = [
        round(one + (two - one) * share) for one, two in zip(_channels(colour), _channels(other), strict=True)
    ]
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def legible(colour: str, grounds: Sequence[str], least: float) -> str:
    """Return the colour nearest to ``colour`` that has a contrast of ``least`` with each ground.

    It moves towards black or white, whichever stands out more; where even that is not enough, it is that.
    """
    end = max(BLACK, WHITE, key=lambda extreme: min(contrast(extreme, ground) for ground in grounds))
    moved = (mix(colour, end, step / STEPS) for step in range(STEPS + 1))
    fitting = (tried for tried in moved if all(contrast(tried, ground) >= least for ground in grounds))
    return next(fitting, end)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
