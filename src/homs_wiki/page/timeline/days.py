"""Days as numbers, and the three calendars that name them.

A day number counts days of the Gregorian calendar, which is carried on before its beginning in
1582: 1 January of the year 1 is day 1, as in ``datetime.date.toordinal``, and days before it are
zero and negative. Years before Christ are negative, without a year 0.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from homs_wiki.page.dates.calendars import SURE_SOLAR
from homs_wiki.profile.dates import Calendar

_ERA_DAYS: Final = 146_097  # of 400 Gregorian years
_TO_MARCH: Final = 305  # days from 1 March of the year 0 to day 0

_JULIAN_LEAD: Final = 2  # days by which the Julian 1 January of the year 1 was earlier

_FIRST_HIJRI: Final = 227_015  # 1 Muharram 1: 16 July 622 in the Julian calendar
_BEFORE_SOLAR: Final = 226_894  # so that 1 Farvardin 1403 is 20 March 2024


def gregorian_day(year: int, month: int, day: int) -> int:
    """Return the number of a Gregorian day.

    Years begin in March here, so that the day that a leap year has more is the last one.
    """
    year, of_year = _from_march(year, month, day)
    return year * 365 + year // 4 - year // 100 + year // 400 + of_year - _TO_MARCH


def julian_day(year: int, month: int, day: int) -> int:
    """Return the number of a day that is counted in the Julian calendar."""
    year, of_year = _from_march(year, month, day)
    return year * 365 + year // 4 + of_year - _TO_MARCH - _JULIAN_LEAD


def weekday_of_number(number: int) -> int:
    """Return which day of the week a day is, by its number: Monday is 1, Sunday 7."""
    return (number - 1) % 7 + 1


def _from_march(year: int, month: int, day: int) -> tuple[int, int]:
    """Return the year that begins in March, with a year 0, and the days of it that are over."""
    year += year < 0
    return year - (month <= 2), (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1


def gregorian_date(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number."""
    number += _TO_MARCH
    era, of_era = divmod(number, _ERA_DAYS)
    # Days that end 4, 100 and 400 years are the ones that make years uneven.
    of_cycle = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * of_cycle + of_cycle // 4 - of_cycle // 100)
    shifted = (5 * of_year + 2) // 153
    day = of_year - (153 * shifted + 2) // 5 + 1
    month = shifted + (3 if shifted < 10 else -9)
    year = era * 400 + of_cycle + (month <= 2)
    return year - (year <= 0), month, day


def _hijri_day(year: int, month: int, day: int) -> int:
    """Return the number of a day of the tabular Hijri calendar: 11 leap years in 30."""
    before = (year - 1) * 354 + (3 + 11 * year) // 30
    return _FIRST_HIJRI - 1 + before + (59 * (month - 1) + 1) // 2 + day


def _solar_day(year: int, month: int, day: int) -> int:
    """Return the number of a day of the solar Hijri calendar: 8 leap years in 33."""
    before = (year - 1) * 365 + (8 * year + 21) // 33
    return _BEFORE_SOLAR + before + 31 * (month - 1) - max(0, month - 7) + day


DAY_OF: Final[Mapping[Calendar, Callable[[int, int, int], int]]] = {
    "gregorian": gregorian_day,
    "hijri": _hijri_day,
    "solar-hijri": _solar_day,
}
"""The number of the day of a year, month and day, by calendar."""


def tolerance_of(calendar: Calendar, year: int) -> int:
    """Return by how many days the number of a day of that calendar may be wrong.

    A Hijri month begins when the new moon is seen, which differs from the table and from country
    to country by up to two days; solar Hijri years outside the time that the cycle is good for,
    by one.
    """
    if calendar == "hijri":
        return 2
    return int(calendar == "solar-hijri" and year not in SURE_SOLAR)
