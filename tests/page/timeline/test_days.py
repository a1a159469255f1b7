"""Days as numbers in three calendars, and where dates lie."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page.dates import Date, Point
from homs_wiki.page.timeline import When, place
from homs_wiki.page.timeline.days import (
    DAY_OF,
    gregorian_date,
    gregorian_day,
    julian_day,
    tolerance_of,
    weekday_of_number,
)


@given(st.dates())
def test_days_are_those_of_pythons_calendar(day: date) -> None:
    assert gregorian_day(day.year, day.month, day.day) == day.toordinal()
    assert gregorian_date(day.toordinal()) == (day.year, day.month, day.day)


@given(st.integers(-4_000_000, 4_000_000))
def test_every_day_comes_back(number: int) -> None:
    year, month, day = gregorian_date(number)
    assert year != 0
    assert gregorian_day(year, month, day) == number


def test_the_year_before_the_first_is_the_first_before_christ() -> None:
    assert gregorian_day(-1, 12, 31) + 1 == gregorian_day(1, 1, 1) == 1


@pytest.mark.parametrize(
    ("julian", "gregorian"),
    [
        pytest.param((1582, 10, 5), (1582, 10, 15), id="first day of the Gregorian calendar"),
        pytest.param((1917, 10, 25), (1917, 11, 7), id="October Revolution"),
        pytest.param((1, 1, 3), (1, 1, 1), id="two days apart in the year 1"),
        pytest.param((1900, 2, 29), (1900, 3, 13), id="leap year in one of them"),
    ],
)
def test_julian_days(julian: Any, gregorian: Any) -> None:
    assert julian_day(*julian) == gregorian_day(*gregorian)


@given(st.dates())
def test_days_of_the_week_are_those_of_pythons_calendar(day: date) -> None:
    assert weekday_of_number(day.toordinal()) == day.isoweekday()


@pytest.mark.parametrize(
    ("calendar", "there", "here"),
    [
        pytest.param("hijri", (1446, 1, 1), (2024, 7, 8), id="new year by the table"),
        pytest.param("hijri", (1, 1, 1), (622, 7, 19), id="first day of the Hijri era"),
        pytest.param("solar-hijri", (1403, 1, 1), (2024, 3, 20), id="Nowruz of a leap year"),
        pytest.param("solar-hijri", (1404, 1, 1), (2025, 3, 21), id="Nowruz after a leap year"),
        pytest.param("solar-hijri", (1403, 12, 30), (2025, 3, 20), id="last day of a leap year"),
        pytest.param("solar-hijri", (1357, 11, 22), (1979, 2, 11), id="day in the second half"),
    ],
)
def test_other_calendars(calendar: Any, there: Any, here: Any) -> None:
    assert DAY_OF[calendar](*there) == gregorian_day(*here)


def test_a_hijri_day_may_be_wrong_by_two() -> None:
    assert tolerance_of("hijri", 1446) == 2
    assert tolerance_of("solar-hijri", 1403) == 0
    assert tolerance_of("solar-hijri", 900) == 1
    assert tolerance_of("gregorian", 2024) == 0


def single(precision: Any, *point: int | None, calendar: Any = "gregorian") -> Date:
    return Date(calendar, precision, Point(*point), Point(*point))


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> tuple[int, int]:
    return gregorian_day(*first), gregorian_day(*last)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        pytest.param(single("day", 2024, 2, 29), (2024, 2, 29), (2024, 2, 29), id="day"),
        pytest.param(single("month", 2024, 2), (2024, 2, 1), (2024, 2, 29), id="month"),
        pytest.param(single("month", 2024, 12), (2024, 12, 1), (2024, 12, 31), id="last month"),
        pytest.param(single("year", 2024), (2024, 1, 1), (2024, 12, 31), id="year"),
        pytest.param(single("year", -44), (-44, 1, 1), (-44, 12, 31), id="before Christ"),
        pytest.param(single("year", -1), (-1, 1, 1), (-1, 12, 31), id="last before Christ"),
        pytest.param(
            Date("gregorian", "century", Point(1901), Point(2000)),
            (1901, 1, 1), (2000, 12, 31), id="century",
        ),
        pytest.param(
            Date("gregorian", "day", Point(2024, 12, 8), Point(2024, 12, 5)),
            (2024, 12, 5), (2024, 12, 8), id="ends in the wrong order",
        ),
        pytest.param(
            Date("solar-hijri", "year", Point(1403), Point(1403)),
            (2024, 3, 20), (2025, 3, 20), id="year of another calendar",
        ),
    ],
)  # fmt: skip
def test_places(date: Date, first: Any, last: Any) -> None:
    when = place(date)
    assert when is not None
    assert (when.first, when.last) == days(first, last)
    assert not when.is_open


def test_a_stretch_without_an_end_has_the_days_of_its_beginning() -> None:
    when = place(Date("gregorian", "year", Point(2011), None))
    assert when == When(*days((2011, 1, 1), (2011, 12, 31)), is_open=True)


@pytest.mark.parametrize(
    "point",
    [
        pytest.param((None, 5, 3), id="no year"),
        pytest.param((2024, 13, 1), id="no such month"),
        pytest.param((2024, 0, 1), id="month zero"),
    ],
)
def test_what_is_not_known_has_no_place(point: Any) -> None:
    assert place(single("day", *point)) is None
