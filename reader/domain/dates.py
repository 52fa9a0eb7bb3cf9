"""Dates as people read them: ISO 8601 in, a few words out, never moved between zones."""

from __future__ import annotations

import re
import time

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?$")


def short_date(iso: str | None) -> str:
    """Return ``11 Jul 2020`` for ``2020-07-11T18:16``; as much of it as is known, or nothing."""
    match = _ISO_DATE.match(iso or "")
    if not match:
        return ""
    year, month, day = match.groups()
    if not month or not 1 <= int(month) <= 12:
        return year
    name = MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def local_day(seconds: float) -> str:
    """Return ``11 Jul 2020`` for seconds since 1970, where the person is; nothing for an absurd time."""
    try:
        moment = time.localtime(seconds)
    except (OverflowError, ValueError, OSError):
        return ""
    return f"{moment.tm_mday} {MONTHS[moment.tm_mon - 1]} {moment.tm_year}"
