"""date-weekday-wrong: a day of the week that is not that of the date beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates.beside import read_weekdays, weekday_of
from homs_wiki.page.dates.standing import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Point
    from homs_wiki.page.dates.beside import Weekday

_REFORM: Final = 1582
_LAST_JULIAN: Final = 1923
"""The years in which European countries changed to the Gregorian calendar."""


class DateWeekdayWrong(Rule):
    """The day of the week beside a date is not the one on which the date fell.

    ## What it does
    Looks at days of the week that stand directly beside a full Gregorian date (“Monday, 5 May
    2022”, “5 May 2022 (Monday)”, „پیر 5 مئی 2022ء“), in the text and in infoboxes. Dates up to
    1923 may be Julian ones: they count only if the day is wrong in both calendars, and those
    before 1583 not at all. A date without its year counts if the text around it leaves one year
    possible, and the day is wrong in all years that the page names. It is also reported that the
    day stands both before a date and behind it. Quotations, titles in italics and text marked as
    another language are left alone.

    ## Why it matters
    One of the two is wrong, the day of the month mostly. It is the cheapest proof of a slip that a
    date can have.

    ## Example
    ```wikitext
    The bridge was hit on Thursday, 6 December 2024.
    ```

    ## Use instead
    ```wikitext
    The bridge was hit on Friday, 6 December 2024.
    ```

    ## Fix safety
    There is no fix: only the source knows which of the two is right.
    """

    name = "date-weekday-wrong"
    family = "dates"
    severity = Severity.WARNING
    message = "“{weekday}” beside “{date}”: {reason}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each day of the week that is not that of its date, or stands there twice."""
        years = _Years(page)
        before: Weekday | None = None
        for found in read_weekdays(page):
            reason = _repeated(before, found) or _wrong(page, found, years)
            before = found
            if reason is not None and not is_quoted(page, found.date):
                yield self.finding(
                    found.span, weekday=found.text, date=found.date.text, reason=reason
                )


def _repeated(before: Weekday | None, found: Weekday) -> Phrase | None:
    """Say that a day of the week stands before the date and behind it."""
    if before is None or before.date is not found.date or before.number != found.number:
        return None
    is_one = found.date.date.start == found.date.date.end
    return Phrase("the day of the week is told twice") if is_one else None


def _wrong(page: Page, found: Weekday, years: _Years) -> Phrase | None:
    """Say which day it was, if that is another one and certain."""
    point = found.point
    if point.year is None:
        point = years.resolved(found)
    right = weekday_of(found.date.date, point)
    if right is None or right == found.number or _may_be_julian(found.number, point):
        return None
    return Phrase("it is a {right}", right=_name(page, right))


class _Years:
    """Finds the years of dates that do not say theirs; reads nothing before it is asked."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._points: dict[int, Point] | None = None
        self._named: set[int] = set()

    def resolved(self, found: Weekday) -> Point:
        """Give the end of a date with its year, if all that the page says leaves one possible.

        That is the year that the context gives, if the day of the week fits in no year that the
        page names.
        """
        if self._points is None:
            self._points = self._read()
        point = self._points.get(found.date.start)
        if point is None or found.date.date.is_range:
            return found.point
        years = (weekday_of(found.date.date, point._replace(year=year)) for year in self._named)
        return found.point if found.number in years else point

    def _read(self) -> dict[int, Point]:
        from homs_wiki.page.timeline.statements import statements_of

        for date in self._page.dates:
            if not date.role.startswith("citation") and date.date.calendar == "gregorian":
                ends = (date.date.start, date.date.end or date.date.start)
                self._named.update(end.year for end in ends if end.year is not None)
        return {
            statement.found.start: statement.date.start
            for statement in statements_of(self._page)
            if statement.is_resolved
        }


def _may_be_julian(number: int, point: Point) -> bool:
    """Tell whether the day is right if the date is counted in the Julian calendar."""
    year, month, day = point
    if year is None or month is None or day is None or not _REFORM <= year <= _LAST_JULIAN:
        return False
    from homs_wiki.page.timeline.days import julian_day, weekday_of_number

    return weekday_of_number(julian_day(year, month, day)) == number


def _name(page: Page, number: int) -> str:
    """Give the name of a day in the language of the page."""
    from homs_wiki.profile.date_words import load_date_words

    weekdays = load_date_words(page.profile.language).weekdays
    return next(name for name, day in weekdays.items() if day == number)
