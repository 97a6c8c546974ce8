"""Dates and times are understood as people type them, and nothing else is."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.model.parsing import date_of, minutes_of


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-03",
        "3/12/2026",
        "03-12-2026",
        "3.12.2026",
        "3 12 2026",
        " 2026-12-3 ",
        "3 december 2026",
        "donderdag 3 december 2026",
        "Do 3 dec. 2026",
        "3  DEC 2026",
        "3 décembre 2026",
    ],
)
def test_a_date_in_any_common_form(text: str) -> None:
    assert date_of(text) == datetime.date(2026, 12, 3)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "morgen",
        "31/02/2026",
        "2026-13-01",
        "3/12/26",
        "0/1/2026",
        "1/1/1999",
        "٣/12/2026",
        "dinsdag 3 december 2026",
        "3 ju 2026",
        "31 februari 2026",
        "december 2026",
    ],
)
def test_no_date(text: str) -> None:
    assert date_of(text) is None


@given(st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 12, 31)))
def test_every_day_of_this_century_is_read_back(day: datetime.date) -> None:
    assert date_of(day.isoformat()) == date_of(f"{day.day}/{day.month}/{day.year}") == day


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("9:30", 570),
        ("9.30", 570),
        ("9u30", 570),
        ("9u", 540),
        ("09:05", 545),
        ("23:59", 1439),
        ("9.30 uur", 570),
        ("9 uur", 540),
        ("9 u 30", 570),
        ("9:30u", 570),
    ],
)
def test_a_time_in_any_common_form(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", "9", "24:00", "9:60", "half tien", "9:3", "-1:00", "9 uur 30 uur", "930 uur"])
def test_no_time(text: str) -> None:
    assert minutes_of(text) is None
