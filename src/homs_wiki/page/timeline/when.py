"""Where a date lies on the line of days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .days import DAY_OF, tolerance_of

if TYPE_CHECKING:
    from homs_wiki.page.dates import Date, Point
    from homs_wiki.profile.dates import Calendar

_MONTHS = 12


class When(NamedTuple):
    """A stretch of days.

    Attributes:
        first: number of its first day (see `days`).
        last: number of its last day; of a stretch without an end, the last day of its beginning.
        is_open: it has no end.
        tolerance: days by which both may be wrong, because of the calendar they were converted
            from.
    """

    first: int
    last: int
    is_open: bool = False
    tolerance: int = 0

    @property
    def length(self) -> int:
        """How many days it has, 1 or more."""
        return self.last - self.first + 1


def place(date: Date) -> When | None:
    """Return the days that ``date`` names: a year is all its days.

    None where the year is not known. Ends in the wrong order are put right. Whether the calendar
    has such a day is for the caller to ask (``fault``); a month that it does not have gives None.
    """
    start = _days_of(date.calendar, date.start)
    if start is None:
        return None
    tolerance = tolerance_of(date.calendar, date.start.year or 0)
    if date.end is None:
        return When(*start, True, tolerance)
    if date.end == date.start:
        return When(*start, False, tolerance)
    end = _days_of(date.calendar, date.end)
    if end is None:
        return None
    return When(min(start[0], end[0]), max(start[1], end[1]), False, tolerance)


def _days_of(calendar: Calendar, point: Point) -> tuple[int, int] | None:
    """Return the first and last day of one end of a date."""
    year, month, day = point
    number = DAY_OF[calendar]
    if year is None or (month is not None and not 1 <= month <= _MONTHS):
        return None
    if month is None:
        return number(year, 1, 1), number(_next_year(year), 1, 1) - 1
    if day is not None:
        this = number(year, month, day)
        return this, this
    following = (year, month + 1) if month < _MONTHS else (_next_year(year), 1)
    return number(year, month, 1), number(*following, 1) - 1


def _next_year(year: int) -> int:
    """Return the year behind ``year``: there is no year 0."""
    return 1 if year == -1 else year + 1
