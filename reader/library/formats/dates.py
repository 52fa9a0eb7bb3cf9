"""Dates as newspapers print them, turned into ISO 8601 without moving them between zones."""

from __future__ import annotations

import re
from datetime import date, time

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>[12]\d{3})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_DAY_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        r"(?P<year>[12]\d{3})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
        rf"\b{_DAY}[ -]{_MONTH},?[ -]{_YEAR}\b",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>[12]\d{3})\b",
        r"(?P<year>[12]\d{3})年 ?(?P<month>\d{1,2})月 ?(?P<day>\d{1,2})日",
    )
)
_TIME = re.compile(
    r"(?<![\d:.+-])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?(?!\d)"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b))?",
    re.IGNORECASE,
)
_WEEKDAYS = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
# Words that may stand beside a date and a time and say nothing that we keep. A zone's letters are
# among them: CST is Chicago's and Shanghai's.
_FILLER = re.compile(
    rf"\b(?:at|on|hours?|hrs|local time|{_WEEKDAYS}|[A-Z]{{2,5}}T|T)(?![a-z])|[\s,;|·•()–—-]", re.IGNORECASE
)
_ISO = re.compile(
    r"(?P<day>[12]\d{3}-\d{2}-\d{2})"
    r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?"
    r"|[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?",
    re.IGNORECASE | re.ASCII,
)
_LONGEST = 80


def iso_date(text: str) -> str | None:
    """Return the date in ISO 8601, to the minute where one is given, or None for an unknown shape.

    What is ISO already stays as it was written. A zone is kept when it is a number, else left out.
    """
    text = " ".join(text[: _LONGEST + 1].split())
    if not text or len(text) > _LONGEST:
        return None
    if iso := _ISO.fullmatch(text):
        return text.replace(" ", "T", 1).replace(" ", "") if _is_day(iso["day"] or "2000-01-01") else None
    for shape in _DAY_SHAPES:
        found = shape.search(text)
        if found is None:
            continue
        day = _day_of(found)
        if day is None:
            continue
        rest = text[: found.start()] + " " + text[found.end() :]
        return _with_time(day, rest)
    return None


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _day_of(found: re.Match[str]) -> date | None:
    month = found["month"]
    number = int(month) if month.isdecimal() else _MONTHS.get(month.lower(), 0)
    try:
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def _with_time(day: date, rest: str) -> str | None:
    """Return the day with the time that ``rest`` gives; None when ``rest`` says something else as well."""
    clock = ""
    found = _TIME.search(rest)
    if found is not None:
        spoken = _clock_of(found)
        if spoken is None:
            return None
        clock = spoken
        rest = rest[: found.start()] + " " + rest[found.end() :]
    if _FILLER.sub("", rest):
        return None
    return day.isoformat() + clock


def _clock_of(found: re.Match[str]) -> str | None:
    hour = int(found["hour"])
    half = (found["half"] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        moment = time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None
    zone = (found["zone"] or "").upper()
    if zone in {"UTC", "GMT"}:
        zone = "Z"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return "T" + moment.isoformat("seconds" if found["second"] else "minutes") + zone
