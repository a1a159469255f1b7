"""How many days the months have."""

import pytest

from homs_wiki.page.dates import Date, Point
from homs_wiki.page.dates.calendars import fault_of, longest_month


@pytest.mark.parametrize(
    ("calendar", "month", "year", "days"),
    [
        pytest.param("gregorian", 2, 2023, 28, id="common year"),
        pytest.param("gregorian", 2, 2024, 29, id="leap year"),
        pytest.param("gregorian", 2, 1900, 29, id="leap year of the Julian calendar"),
        pytest.param("gregorian", 2, 2100, 28, id="no leap year, when nobody was Julian"),
        pytest.param("gregorian", 2, None, 29, id="no year"),
        pytest.param("hijri", 1, 1446, 30, id="any Hijri month"),
        pytest.param("solar-hijri", 6, 1402, 31, id="first half of a solar year"),
        pytest.param("solar-hijri", 7, 1402, 30, id="second half of a solar year"),
        pytest.param("solar-hijri", 12, 1402, 29, id="Esfand of a common year"),
        pytest.param("solar-hijri", 12, 1403, 30, id="Esfand of a leap year"),
        pytest.param("solar-hijri", 12, 1408, 30, id="Esfand of a leap year after five"),
        pytest.param("solar-hijri", 12, 900, 30, id="Esfand of a year that nobody is sure of"),
        pytest.param("solar-hijri", 12, None, 30, id="Esfand without a year"),
    ],
)
def test_longest_month(calendar: str, month: int, year: int | None, days: int) -> None:
    assert longest_month(calendar, month, year) == days  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("calendar", "point", "fault"),
    [
        pytest.param("gregorian", Point(2024, 2, 29), None, id="29 February"),
        pytest.param("gregorian", Point(2023, 2, 29), "no-such-day", id="29 February too many"),
        pytest.param("gregorian", Point(2024, 13, 1), "no-such-month", id="month 13"),
        pytest.param("hijri", Point(1446, 1, 31), "no-such-day", id="Hijri 31"),
        pytest.param("solar-hijri", Point(1402, 12, 30), "no-such-day", id="30 Esfand"),
        pytest.param("solar-hijri", Point(1403, 12, 30), None, id="30 Esfand of a leap year"),
    ],
)
def test_faults(calendar: str, point: Point, fault: str | None) -> None:
    assert fault_of(Date(calendar, "day", point, point)) == fault  # type: ignore[arg-type]
