"""Dates as people read them."""

from __future__ import annotations

import pytest

from reader.domain.dates import short_date


@pytest.mark.parametrize(
    ("iso", "shown"),
    [
        ("2020-07-11T18:16", "11 Jul 2020"),
        ("2020-07-11", "11 Jul 2020"),
        ("2020-07", "Jul 2020"),
        ("2020", "2020"),
        ("2026-11-23T19:02:56Z", "23 Nov 2026"),
        ("2020-13-01", "2020"),
        ("soon", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_short_dates(iso: str | None, shown: str) -> None:
    assert short_date(iso) == shown
