"""How many days a month has, in three calendars."""

from __future__ import annotations

from typing import Final

from homs_wiki.profile.dates import Calendar

from .value import Date, Point

_GREGORIAN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LAST_JULIAN_YEAR: Final = 1923
"""Greece, the last European country to leave the Julian calendar, did so in this year."""

_ESFAND: Final = 12
SURE_SOLAR: Final = range(1244, 1473)
"""Solar Hijri years in which the cycle of 33 years gives the equinoxes that Iran goes by."""


def longest_month(calendar: Calendar, month: int, year: int | None) -> int:
    """Give the number of days that ``month`` (1 to 12) can have in ``year`` at most.

    Where it is not certain (no year, a year that was a leap year in the Julian calendar when that
    was still in use, any Hijri month), it is the larger number.
    """
    if calendar == "hijri":
        return 30
    if calendar == "solar-hijri":
        if month == _ESFAND and year is not None and _is_surely_common(year):
            return 29
        return 31 if month <= 6 else 30
    if month == 2 and year is not None and not _may_be_leap(year):
        return 28
    return _GREGORIAN[month - 1]


def _is_surely_common(year: int) -> bool:
    """Tell whether a solar Hijri year surely has 365 days: 8 of 33 years have one more."""
    return year in SURE_SOLAR and (8 * year + 29) // 33 == (8 * year + 21) // 33


def _may_be_leap(year: int) -> bool:
    """Tell whether a year was a leap year in the Gregorian or the Julian calendar."""
    if year < 0:
        return True
    gregorian = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return gregorian or (year <= _LAST_JULIAN_YEAR and year % 4 == 0)


def fault_of(date: Date) -> str | None:
    """Say what makes a date impossible: ``no-such-month``, ``no-such-day`` or nothing."""
    for point in (date.start, date.end):
        if point is not None and (fault := _fault_of_point(date.calendar, point)):
            return fault
    return None


def _fault_of_point(calendar: Calendar, point: Point) -> str | None:
    """Judge one end of a date."""
    if point.month is None:
        return None
    if not 1 <= point.month <= 12:
        return "no-such-month"
    if point.day is not None and not 1 <= point.day <= longest_month(
        calendar, point.month, point.year
    ):
        return "no-such-day"
    return None
