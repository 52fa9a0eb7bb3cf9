"""Dates as people read them: ISO 8601 in, a few words out, never moved between zones."""

from __future__ import annotations

import time

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LENGTHS = (4, 2, 2)
"""The digits of a year, a month and a day."""


def short_date(iso: str | None) -> str:
    """Return ``11 Jul 2020`` for ``2020-07-11T18:16``; as much of it as is known, or nothing."""
    year, *rest = parts = (iso or "").partition("T")[0].partition(" ")[0].split("-")
    if tuple(map(len, parts)) != _LENGTHS[: len(parts)] or not all(map(str.isdecimal, parts)):
        return ""
    if not rest or not 1 <= int(rest[0]) <= 12:
        return year
    name = MONTHS[int(rest[0]) - 1]
    return f"{int(rest[1])} {name} {year}" if len(rest) > 1 else f"{name} {year}"


def local_day(seconds: float) -> str:
    """Return ``11 Jul 2020`` for seconds since 1970, where the person is; nothing for an absurd time."""
    try:
        moment = time.localtime(seconds)
    except (OverflowError, ValueError, OSError):
        return ""
    return f"{moment.tm_mday} {MONTHS[moment.tm_mon - 1]} {moment.tm_year}"
