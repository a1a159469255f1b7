"""The year of a date that does not say it, from what stands before.

The years that are possible come from the narrowest place that has any: the paragraph up to the
date, the section up to it, the headings above it, the title, and the event's own dates. A story
goes forward: a day that comes later in the year than the one before it is of the same year, one
that comes earlier may be of the next year as well. A day soon after one of the last year named
(5 June 1950, then 12 June) is of that year, whatever years came before. A page that names a single
year again and again is about that year. Where two years stay possible, none is chosen; nor for a
month alone, which may be one of every year ("is held in July").
"""

from __future__ import annotations

from calendar import isleap
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from homs_wiki.page.dates import Date, FoundDate, PageDate, Point
    from homs_wiki.page.outline import Section
    from homs_wiki.profile.dates import Calendar

_MOST: Final = 4
"""More years than these in one place tell nothing of a date there."""

_OFTEN: Final = 3
_LEAP_DAY: Final = (2, 29)
_NO_YEAR: Final = frozenset(("decade", "century"))


class Resolved(NamedTuple):
    """What a date says together with its context.

    Attributes:
        date: the date, its year filled in if it was missing and is certain.
        is_resolved: the year was filled in.
        years: the years that are possible, in order, where the date has none.
    """

    date: Date
    is_resolved: bool = False
    years: tuple[int, ...] = ()


class _Told:
    """The years that a paragraph or section has named, and the day named last."""

    __slots__ = ("days", "last", "years")

    def __init__(self) -> None:
        self.years: dict[Calendar, set[int]] = {}
        self.last: dict[Calendar, tuple[int | None, int | None]] = {}
        self.days: dict[Calendar, Point | None] = {}
        """What was named last, if it is a day with its year."""

    def add(self, date: Date) -> None:
        years = self.years.setdefault(date.calendar, set())
        for point in (date.start, date.end):
            if point is not None and point.year is not None and len(years) <= _MOST:
                years.add(point.year)
        self.last[date.calendar] = date.start[1:]
        self.days[date.calendar] = (date.end or date.start) if date.precision == "day" else None

    def possible(self, date: Date) -> set[int]:
        """Return the years that the date may be of; empty if nothing is known."""
        years = self.years.get(date.calendar, set())
        if not years or len(years) > _MOST:
            return set()
        if len(years) == 1:
            is_before = _is_before(date.start, self.last[date.calendar])
            return {*years, _next(max(years))} if is_before else years
        told = self.days[date.calendar]
        if told is not None and told.year == max(years) and _is_soon_after(date.start, told):
            return {told.year}
        return years


class Context:
    """What a page has said of years so far; dates are given to it in the order of the page.

    Args:
        sections: the sections of the page.
        headings: the dates in headings.
        title: the dates in the page's title.
        own: the event's own dates.
        told: all dates of running text, headings and infoboxes.
    """

    def __init__(
        self,
        sections: Sequence[Section],
        headings: Iterable[PageDate],
        title: Iterable[FoundDate],
        own: Iterable[PageDate],
        told: Iterable[PageDate],
    ) -> None:
        self._headings = _years_of_headings(sections, headings)
        self._title = _gregorian_years(title)
        self._only = _only_year(told)
        self._own: dict[Calendar, set[int]] = {}
        for found in own:
            self._own.setdefault(found.date.calendar, set()).update(_years(found.date))
        self._section = self._block = -1
        self._in_section = _Told()
        self._in_block = _Told()

    def resolve(self, date: Date, section: int, block: int) -> Resolved:
        """Return what a date says in its place, and remember it for those behind it.

        Args:
            date: the date as it is written.
            section: the index of its section.
            block: where its paragraph begins; the same number for all dates of a paragraph.
        """
        if section != self._section:
            self._section, self._in_section = section, _Told()
            self._block = -1
        if block != self._block:
            self._block, self._in_block = block, _Told()
        found = Resolved(date)
        if date.start.year is None:
            years = self._possible(date, section)
            found = Resolved(date, years=tuple(sorted(years)))
            if len(years) == 1 and date.precision == "day":
                found = Resolved(_with_year(date, *years), True)
        if found.date.start.year is not None and date.precision not in _NO_YEAR:
            self._in_block.add(found.date)
            self._in_section.add(found.date)
        return found

    def _possible(self, date: Date, section: int) -> set[int]:
        """Return the years of the narrowest place; a heading above it may exclude some of them."""
        years = next(filter(None, self._places(date, section)), set())
        if len(years) > 1 and date.calendar == "gregorian":
            years = years & self._headings[section] or years & self._only or years
        if date.calendar == "gregorian" and _LEAP_DAY in (date.start[1:], (date.end or ())[1:]):
            return {year for year in years if isleap(year + (year < 0))}
        return years

    def _places(self, date: Date, section: int) -> Iterator[set[int]]:
        yield self._in_block.possible(date)
        yield self._in_section.possible(date)
        if date.calendar == "gregorian":
            yield self._headings[section]
            yield self._title
            yield self._only
        yield self._own.get(date.calendar, set())


def _years_of_headings(sections: Sequence[Section], headings: Iterable[PageDate]) -> list[set[int]]:
    """Return the years in the heading of each section, or else in those above it."""
    years: list[set[int]] = [set() for _ in sections]
    for found in headings:
        years[found.section] |= _gregorian_years((found,))
    for section in sections:
        if not years[section.index] and section.parent is not None:
            years[section.index] = years[section.parent.index]
    return years


def _gregorian_years(dates: Iterable[PageDate | FoundDate]) -> set[int]:
    """Return the years that dates name, as far as they name single ones."""
    return {
        year
        for found in dates
        if found.date.calendar == "gregorian" and found.date.precision not in _NO_YEAR
        for year in _years(found.date)
    }


def _only_year(dates: Iterable[PageDate]) -> set[int]:
    """Return the year that a page names often enough, if it names no other."""
    named: Counter[int] = Counter()
    for found in dates:
        named.update(_gregorian_years((found,)))
    return set(named) if len(named) == 1 and named.total() >= _OFTEN else set()


def _years(date: Date) -> set[int]:
    """Return the years from start to end; none if there are too many of them."""
    first, last = date.start.year, date.end.year if date.end else None
    if first is None:
        return set()
    if last is None or not first <= last < first + _MOST:
        return {first} if last == first else set()
    return set(range(first, last + 1)) - {0}


def _is_before(point: Point, told: tuple[int | None, int | None]) -> bool:
    """Tell whether a month and day come earlier in the year than those told before."""
    month, day = told
    if month is None or point.month is None or point.month > month:
        return False
    return point.month < month or (day is not None and point.day is not None and point.day < day)


def _is_soon_after(point: Point, told: Point) -> bool:
    """Tell whether a day comes later in the year than one told before, and by a month or so."""
    if point.month is None or told.month is None or _is_before(point, told[1:]):
        return False
    return point.month - told.month <= 1


def _with_year(date: Date, year: int) -> Date:
    start, end = date.start, date.end
    if end is not None and end.year is None:
        crosses = (end.month or 99) < (start.month or 0)
        end = end._replace(year=_next(year) if crosses else year)
    return date._replace(start=start._replace(year=year), end=end)


def _next(year: int) -> int:
    return 1 if year == -1 else year + 1
