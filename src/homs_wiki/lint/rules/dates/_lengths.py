"""How long a range of dates is, in any unit, as exactly as its dates tell."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.lint.finding import Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from homs_wiki.page.dates import Date
    from homs_wiki.profile.date_words import Unit

_DAYS: Final = {
    "day": (1.0, 0.0),
    "week": (7.0, 0.0),
    "month": (30.44, 3.0),
    "year": (365.24, 3.0),
    "decade": (3652.4, 5.0),
}
"""How many days a unit has in the mean, and by how many the single ones differ from that."""
_HOURS: Final = 24
_YEARS: Final = (2000, 2001)
"""A leap year and a common one, for ranges that do not say their year."""
_PRECISE: Final = frozenset(("day", "month", "year"))
_SAID: Final[Mapping[Unit, Callable[[str], Phrase]]] = {
    "hour": lambda span: Phrase("{span} hours", span=span),
    "day": lambda span: Phrase("{span} days", span=span),
    "week": lambda span: Phrase("{span} weeks", span=span),
    "month": lambda span: Phrase("{span} months", span=span),
    "year": lambda span: Phrase("{span} years", span=span),
    "decade": lambda span: Phrase("{span} decades", span=span),
}


class Bounds(NamedTuple):
    """How many of a unit something is, at least and at most."""

    least: int
    most: int

    def __contains__(self, amount: object) -> bool:
        """Tell whether it may be so many."""
        return isinstance(amount, int) and self.least <= amount <= self.most

    def said(self, unit: Unit) -> Phrase:
        """Give it in words."""
        span = str(self.least) if self.least == self.most else f"{self.least}–{self.most}"
        return _SAID[unit](span)


def bounds_of(date: Date, unit: Unit) -> Bounds | None:
    """Give how many of ``unit`` a range is, at least and at most; None if it is not certain."""
    if date.approximate or date.precision not in _PRECISE or date.end is None:
        return None
    days = [_days_between(_with_year(date, year)) for year in _YEARS]
    known = [each for each in days if each is not None]
    if not known:
        return None
    least, most = min(low for low, _ in known), max(high for _, high in known)
    if least < 0:
        return None  # reversed: another rule says so
    if unit == "hour":
        return Bounds(max(0, least - 1) * _HOURS, most * _HOURS)
    mean, margin = _DAYS[unit]
    return Bounds(max(1, floor((least + margin) / mean)), ceil((most - margin) / mean))


def _days_between(date: Date) -> tuple[int, int] | None:
    """Give how many days a range has at least, its last day not counted, and at most."""
    from homs_wiki.page.timeline import place

    start = place(date._replace(end=date.start))
    end = place(date._replace(start=date.end)) if date.end else None
    if start is None or end is None:
        return None
    return end.first - start.last, end.last - start.first + 1


def _with_year(date: Date, year: int) -> Date:
    """Put a range that does not say its year into one."""
    start, end = date.start, date.end
    if start.year is not None or end is None or end.year is not None:
        return date
    crosses = (end.month or 0) < (start.month or 0)
    return date._replace(start=start._replace(year=year), end=end._replace(year=year + crosses))
