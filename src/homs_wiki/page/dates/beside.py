"""What stands beside a date and speaks of it.

A day of the week, the same day in another calendar, how long a range is: each is found in the
running text and in infoboxes of a page, with its value and its place, so that it can be held
against the date. What the words are stands in ``profile/data/dates/words/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from homs_wiki.profile.date_words import DateWords, Unit, load_date_words
from homs_wiki.profile.dates import DIGIT_SETS, load_date_facts
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

from .grammar import WORD, one_of
from .reader import PageDate
from .value import Date, Point

if TYPE_CHECKING:
    from homs_wiki.page.page import Page

_BEFORE: Final = 32
_BEHIND: Final = 40
"""How far from a date is looked, in code points."""
_LONGEST_BETWEEN: Final = 24
_ROLES: Final = frozenset(("prose", "infobox"))
_FIRST_GREGORIAN: Final = 1583
_SPACE: Final = r"[^\S\n]"
_NUMBER: Final = f"[{''.join(DIGIT_SETS.values())}]{{1,4}}"


class Weekday(NamedTuple):
    """A day of the week beside a date.

    Attributes:
        date: the date.
        number: which day is named: Monday is 1, Sunday 7.
        point: the end of the date that is meant (the first where it stands before a range).
        text: the name as written.
        span: where the name stands on the page (code points).
    """

    date: PageDate
    number: int
    point: Point
    text: str
    span: Span

    @property
    def true_number(self) -> int | None:
        """Which day of the week the date is; ``None`` where that is not known."""
        return weekday_of(self.date.date, self.point)


class SameDay(NamedTuple):
    """Two dates that are given as one, in two calendars, by their order in the text."""

    first: PageDate
    second: PageDate


class Duration(NamedTuple):
    """How long a range is said to be, behind it: ``(3 days)``.

    Attributes:
        date: the range.
        amount: how many of the unit.
        unit: the unit.
        text: what stands in the brackets, as written.
        span: where that stands on the page (code points).
    """

    date: PageDate
    amount: int
    unit: Unit
    text: str
    span: Span


class _Patterns(NamedTuple):
    """The compiled words of one language."""

    words: DateWords
    weekday_before: re.Pattern[str]
    weekday_behind: re.Pattern[str]
    same_day: re.Pattern[str]
    duration: re.Pattern[str]


def weekday_of(date: Date, point: Point) -> int | None:
    """Give the day of the week of a Gregorian day (Monday is 1).

    ``None`` for other calendars, unknown parts, days that do not exist and days before the year
    1583, which may be Julian ones.
    """
    if date.calendar != "gregorian" or point.year is None or point.year < _FIRST_GREGORIAN:
        return None
    if point.month is None or point.day is None:
        return None
    from datetime import date as day  # seldom needed

    try:
        return day(point.year, point.month, point.day).isoweekday()
    except ValueError:
        return None


def read_weekdays(page: Page) -> list[Weekday]:
    """Give the days of the week that stand beside dates of the page, in order."""
    patterns = _patterns(page.profile.language)
    found: list[Weekday] = []
    taken = 0  # by the date before, in its text
    dates = [each for each in _dates(page) if each.date.precision == "day"]
    for index, date in enumerate(dates):
        place = _Place(page, date)
        before = patterns.weekday_before.search(place.text, max(taken, place.before), place.start)
        if before is not None:
            found.append(_weekday(place, before, patterns, date.date.start))
        taken = 0
        if date.date.end is None:
            continue
        behind = patterns.weekday_behind.match(place.text, place.end, place.behind)
        if behind is not None and not _is_of_next(dates, index, place, behind, patterns):
            found.append(_weekday(place, behind, patterns, date.date.end))
            taken = behind.end() if place.is_prose else 0
    return found


def read_same_days(page: Page) -> list[SameDay]:
    """Give the pairs of dates that are told as one day in two calendars, in order."""
    patterns = _patterns(page.profile.language)
    found: list[SameDay] = []
    last: PageDate | None = None
    for date in _dates(page):
        if last is not None and _is_same(page, last, date, patterns):
            found.append(SameDay(last, date))
            last = None
        else:
            last = date
    return found


def read_durations(page: Page) -> list[Duration]:
    """Give the durations that stand behind ranges of the page, in order."""
    patterns = _patterns(page.profile.language)
    words = patterns.words
    found: list[Duration] = []
    for date in _dates(page):
        if not date.date.is_range:
            continue
        place = _Place(page, date)
        match = patterns.duration.match(place.text, place.end, place.behind)
        if match is None:
            continue
        written = match["n"]
        amount = int(written) if written.isdecimal() else words.numbers[" ".join(written.split())]
        unit = words.units[" ".join(match["unit"].split())]
        span = place.span(match.start("all"), match.end("all"))
        found.append(Duration(date, amount, unit, match["all"], span))
    return found


class _Place:
    """A date in the text in which a reader sees it, and the way back to the page."""

    __slots__ = ("_page", "before", "behind", "date", "end", "is_prose", "start", "text")

    def __init__(self, page: Page, date: PageDate) -> None:
        self._page = page
        self.date = date
        self.is_prose = date.role == "prose"
        if self.is_prose:
            self.text = page.prose.text
            self.start, self.end = date.prose, date.prose + len(date.text)
        else:
            self.text = page.text
            self.start, self.end = date.span
        self.before = max(0, self.start - _BEFORE)
        self.behind = min(len(self.text), self.end + _BEHIND)

    def span(self, start: int, end: int) -> Span:
        """Give where a stretch of the text stands on the page."""
        return self._page.prose.span(start, end) if self.is_prose else Span(start, end)


def _dates(page: Page) -> Iterator[PageDate]:
    """Yield the dates beside which something may stand."""
    return (each for each in page.dates if each.role in _ROLES)


def _weekday(place: _Place, match: re.Match[str], patterns: _Patterns, point: Point) -> Weekday:
    """Make a day of the week of a match; ``place`` knows its date."""
    name = match["name"]
    number = patterns.words.weekdays[name]
    return Weekday(place.date, number, point, name, place.span(*match.span("name")))


def _is_of_next(
    dates: list[PageDate], index: int, place: _Place, match: re.Match[str], patterns: _Patterns
) -> bool:
    """Tell whether a day of the week behind a date belongs to the next date rather."""
    if index + 1 == len(dates) or match["bracket"]:
        return False
    following = dates[index + 1]
    if following.role != place.date.role:
        return False
    start = following.prose if place.is_prose else following.span.start
    if not match.end() <= start <= match.end() + _LONGEST_BETWEEN:
        return False
    before = patterns.weekday_before.search(place.text, match.start("name"), start)
    return before is not None and before.start("name") == match.start("name")


def _is_same(page: Page, first: PageDate, second: PageDate, patterns: _Patterns) -> bool:
    """Tell whether two dates in a row are one day in two calendars."""
    if first.role != second.role or first.date.calendar == second.date.calendar:
        return False
    if first.date.precision != second.date.precision and not _years(first, second):
        return False
    place, other = _Place(page, first), _Place(page, second)
    if not 0 < other.start - place.end <= _LONGEST_BETWEEN:
        return False
    return patterns.same_day.fullmatch(place.text, place.end, other.start) is not None


def _years(first: PageDate, second: PageDate) -> bool:
    """Tell whether both dates have a year."""
    return first.date.start.year is not None and second.date.start.year is not None


@cache
def _patterns(language: str) -> _Patterns:
    """Compile the words of a language."""
    words = load_date_words(language)
    unspaced = load_date_facts(language).unspaced
    left, right = ("", "") if unspaced else (rf"(?<![{WORD}])", rf"(?![{WORD}])")
    name = f"(?P<name>{one_of(words.weekdays)}){right}"
    links = f"(?:{one_of(words.weekday_links)}{_SPACE}+)?"
    mark = f"{one_of(words.weekday_marks)}{_SPACE}+"
    plain = f"|{_SPACE}" if words.weekday_follows else ""
    same = one_of(words.same_day)
    doubtful = "".join(f"(?<!{re.escape(each)})" for each in sorted(words.doubtful_weekdays))
    number = f"(?P<n>{_NUMBER}|{one_of(words.numbers)})"
    unit = f"(?P<unit>{one_of(words.units)}){right}"
    return _Patterns(
        words,
        compiled(rf"{left}{name}{_SPACE}?[,،、]?{_SPACE}?{links}\Z"),
        compiled(
            rf"(?:{_SPACE}?(?P<bracket>[(（]){_SPACE}?(?:{mark})?|[,،]?{_SPACE}?{mark}"
            rf"|(?P<open>[,،]{_SPACE}{plain}))"
            rf"{name}(?(bracket){_SPACE}?[)）]|(?(open)(?:{doubtful}|(?=[,،.۔:;؛)\n]|\Z))))"
        ),
        compiled(
            rf"{_SPACE}?[,،]?{_SPACE}?{same}{_SPACE}{{0,2}}"
            rf"|{_SPACE}?[(（=/]{_SPACE}?(?:{same}{_SPACE})?"
        ),
        compiled(
            rf"(?:{_SPACE}|<br ?/?>|\n){{0,3}}[(（]"
            rf"(?P<all>[^()\d\n]{{0,16}}?{left}{number}(?:{_SPACE}|-){{0,2}}{unit})[^()\n]{{0,12}}[)）]"
        ),
    )
