"""Dates as each style writes them, from what of an ISO 8601 date is known."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from reader.domain.dates import MONTHS

LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_AP_MONTHS = (
    "Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_MLA_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?", re.ASCII)


def date_parts(iso: str | None) -> tuple[int, ...]:
    """Return (year, month, day), as much of it as is known and is a date of the calendar."""
    match = _ISO_DATE.fullmatch(iso or "")
    if match is None:
        return ()
    parts = tuple(int(part) for part in match.groups() if part)
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return parts[:1] if parts[0] else ()
    return parts


def iso_day(iso: str | None) -> str:
    """Return ``2020-07-11``, ``2020-07`` or ``2020``; nothing when unknown."""
    year, *rest = date_parts(iso) or (0,)
    return "-".join([f"{year:04}", *(f"{part:02}" for part in rest)]) if year else ""


def day_first(iso: str | None, months: tuple[str, ...] = LONG_MONTHS) -> str:
    """Return ``11 July 2020``."""
    year, *rest = (*map(str, date_parts(iso)),) or ("",)
    month = months[int(rest[0]) - 1] if rest else ""
    day = rest[1] if len(rest) > 1 else ""
    return " ".join(filter(None, [day, month, year]))


def month_first(iso: str | None) -> str:
    """Return ``July 11, 2020``, as American styles do."""
    parts = date_parts(iso)
    if len(parts) < 3:
        return day_first(iso)
    return f"{LONG_MONTHS[parts[1] - 1]} {parts[2]}, {parts[0]}"


def ap_date(iso: str | None) -> str:
    """Return ``July 11, 2020`` or ``Sept. 1, 2020``: AP shortens long months before a day only."""
    parts = date_parts(iso)
    if len(parts) < 3:
        return day_first(iso)
    return f"{_AP_MONTHS[parts[1] - 1]} {parts[2]}, {parts[0]}"


def mla_date(iso: str | None) -> str:
    """Return ``2 Mar. 2026``; May, June and July are not shortened."""
    return day_first(iso, _MLA_MONTHS)


def apa_date(iso: str | None) -> str:
    """Return ``2020, July 11``, or ``n.d.`` when there is no date."""
    parts = date_parts(iso)
    if not parts:
        return "n.d."
    rest = " ".join([LONG_MONTHS[parts[1] - 1], *map(str, parts[2:])]) if len(parts) > 1 else ""
    return ", ".join(filter(None, [str(parts[0]), rest]))


def bibtex_month(iso: str | None) -> str:
    """Return BibTeX's own name of the month, ``jul``; nothing when unknown."""
    parts = date_parts(iso)
    return MONTHS[parts[1] - 1].lower() if len(parts) > 1 else ""


def utc_time(seconds: float, form: str) -> str:
    """Return a moment in UTC in the form of ``strftime``; nothing for one that no calendar has."""
    try:
        moment = datetime.fromtimestamp(seconds, UTC)
    except (OverflowError, ValueError, OSError):
        return ""
    # `strftime` does not fill years before 1000 on every platform, and no form takes such a year.
    return moment.strftime(form) if moment.year >= 1000 else ""
