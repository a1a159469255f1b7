"""Which dates of a page have not come yet, or have long gone by."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from homs_wiki.page.dates.glance import glance

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator

    from homs_wiki.page import Page
    from homs_wiki.page.dates import PageDate, Point

_ROLES: Final = frozenset(("prose", "infobox", "template"))


def _today() -> datetime.date:
    from homs_wiki.page.citations.judging import today  # seldom asked for here

    return today()


def coming(
    page: Page, roles: frozenset[str] = _ROLES, now: Callable[[], datetime.date] = _today
) -> Iterator[PageDate]:
    """Yield the Gregorian dates that begin after tomorrow, the first day that is today anywhere.

    Args:
        page: the page.
        roles: the roles of the dates to look at.
        now: tells the day of today.
    """
    for date in glance(page).late:
        if date.role not in roles:
            continue
        value = date.date
        if value.calendar == "gregorian" and not value.approximate and date.fault is None:
            tomorrow = now() + timedelta(days=1)
            if _is_after(value.start, (tomorrow.year, tomorrow.month, tomorrow.day)):
                yield date


def _is_after(point: Point, day: tuple[int, int, int]) -> bool:
    """Tell whether an end of a date lies after a day, as far as it is known."""
    known = [part for part in point if part is not None]
    return point.year is not None and tuple(known) > day[: len(known)]


def years_ago(date: PageDate, now: Callable[[], datetime.date] = _today) -> int:
    """Give how many full years have gone by since a Gregorian date; 0 if that is not known."""
    value = date.date
    year, month, day = value.start
    if year is None or value.calendar != "gregorian" or value.is_range or date.fault is not None:
        return 0
    this = now()
    # Without its month and day, it may have been the last of the year.
    return this.year - year - ((month or 12, day or 31) > (this.month, this.day))
