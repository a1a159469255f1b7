"""date-calendars-disagree: a day given in two calendars that is not one day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from homs_wiki.lint.finding import Phrase, Severity
from homs_wiki.lint.rule import Rule
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.standing import is_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page
    from homs_wiki.page.dates import Date, PageDate

_LAST_JULIAN: Final = 1923
_PRECISE: Final = frozenset(("day", "month", "year"))


class DateCalendarsDisagree(Rule):
    """A date is given in two calendars, and the two do not correspond.

    ## What it does
    Looks at a Hijri or solar Hijri date directly beside a Gregorian one (“5 Muharram 1446 AH
    (11 July 2024)”, „1446ھ/2024ء“, „10 محرم 61ھ بمطابق 10 اکتوبر 680ء“), or beside each other.

    Two days must be the same day. A Hijri month begins when the new moon is seen, which differs
    from country to country: two days more or less than the tabular calendar count as right. Solar
    Hijri days are exact from 1244 to 1472; before and after, one day more or less counts as right.
    Gregorian dates up to 1923 may be Julian ones. Months and years must have a day in common.

    Centuries, approximate dates, dates that do not exist, and quotations are left alone. A Persian
    year that only says هجری may be a solar or a lunar one.

    ## Why it matters
    One of the two has been converted or typed wrongly, and a reader cannot tell which.

    ## Example
    ```wikitext
    The treaty was signed in 1446 AH (2022).
    ```

    ## Use instead
    ```wikitext
    The treaty was signed in 1446 AH (2024).
    ```

    ## Fix safety
    There is no fix: only the source knows which of the two is right.
    """

    name = "date-calendars-disagree"
    family = "dates"
    severity = Severity.WARNING
    message = "“{first}” and “{second}” do not correspond: {reason}"

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each pair of dates that are not one."""
        from homs_wiki.page.dates.beside import read_same_days

        for first, second in read_same_days(page):
            if not (_is_certain(first) and _is_certain(second)):
                continue
            apart = _days_apart(first, second)
            if not apart or is_quoted(page, first) or is_quoted(page, second):
                continue
            are_days = first.date.precision == second.date.precision == "day"
            reason = (
                Phrase("they are at least {count} days apart", count=apart)
                if are_days
                else Phrase("they have no day in common")
            )
            span = (first.span.start, second.span.end)
            yield self.finding(span, first=first.text, second=second.text, reason=reason)


def _is_certain(date: PageDate) -> bool:
    """Tell whether it is known between which days a date lies."""
    value = date.date
    return (
        value.precision in _PRECISE
        and not value.approximate
        and value.end is not None
        and value.start.year is not None
        and value.start.year > 0
        and date.fault is None
    )


def _days_apart(first: PageDate, second: PageDate) -> int:
    """Give how many days lie between two dates at least; 0 if they may have one in common."""
    return min(_gap(one, other) for one in _readings(first) for other in _readings(second))


def _readings(date: PageDate) -> Iterator[tuple[int, int]]:
    """Yield the first and the last day of a date, in each calendar that may be meant."""
    from homs_wiki.page.timeline import place

    value = date.date
    for each in (value, *_other_calendars(date)):
        when = place(each)
        if when is None:
            continue
        first, last = when.first - when.tolerance, when.last + when.tolerance
        yield first, last
        if each.calendar == "gregorian" and (each.start.year or 0) <= _LAST_JULIAN:
            shift = _julian_shift(each)
            yield first + shift, last + shift


def _other_calendars(date: PageDate) -> Iterator[Date]:
    """Yield what a Persian date says if a mark that may be of both calendars is of the other."""
    value = date.date
    if value.calendar != "hijri" or not isinstance(date.found, FoundDate):
        return
    if date.text.endswith(tuple(date.found.facts.either_hijri)):
        yield value._replace(calendar="solar-hijri")


def _julian_shift(value: Date) -> int:
    """Give by how many days a Gregorian date lies later if it is a Julian one."""
    from homs_wiki.page.timeline.days import gregorian_day, julian_day

    year, month, day = value.start
    point = (year or 1, month or 1, day or 1)
    return julian_day(*point) - gregorian_day(*point)


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Give how many days lie between two stretches of days; 0 if they touch."""
    return max(one[0] - other[1], other[0] - one[1], 0)
