"""What stands beside a date and speaks of it.

A day of the week, the same day in another calendar, how long a range is: each is found in the
running text and in infoboxes of a page, with its value and its place, so that it can be held
against the date. What the words are stands in ``profile/data/dates/words/``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from homs_wiki.profile.date_words import DateWords, Unit, load_date_words
from homs_wiki.profile.dates import DIGIT_SETS
from homs_wiki.profile.memo import Memo
from homs_wiki.source import Span
from homs_wiki.source.patterns import compiled

from .glance import glance
from .grammar import one_of
from .reader import PageDate
from .value import Date, Point
from .words import edges

if TYPE_CHECKING:
    from homs_wiki.page.page import Page

_BEFORE: Final = 32
_BEHIND: Final = 40
"""How far from a date is looked, in code points."""
_LONGEST_BETWEEN: Final = 24
_EQUALS: Final = frozenset("(（=/")
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
    """How long a range is said to be: ``(3 days)`` behind it, ``for three days from`` before it.

    Attributes:
        date: the range.
        amount: how many of the unit.
        unit: the unit.
        text: what stands in the brackets, or the words, as written.
        span: where that stands on the page (code points).
    """

    date: PageDate
    amount: int
    unit: Unit
    text: str
    span: Span


class _Weekdays:
    """How a language writes days of the week beside dates.

    Attributes:
        words: the words.
        before: finds a name before a date, at the end of a stretch.
        behind: matches a name behind a date.
    """

    __slots__ = ("before", "behind", "words")

    def __init__(self, words: DateWords, before: re.Pattern[str], behind: re.Pattern[str]) -> None:
        self.words = words
        self.before = before
        self.behind = behind


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
    seen = glance(page)
    found: list[Weekday] = []
    if not seen.weekdays:
        return found
    patterns = _weekdays(page.profile.language)
    taken, taken_by = 0, -1  # up to where a day behind the date before goes, in its text
    for index in seen.weekdays:
        date = seen.near[index]
        place = _Place(page, date)
        free = taken if taken_by == index - 1 else 0
        before = patterns.before.search(place.text, max(free, place.before), place.start)
        behind = patterns.behind.match(place.text, place.end, place.behind)
        if (before is None and behind is None) or date.date.precision != "day":
            continue
        if before is not None:
            found.append(_weekday(place, before, patterns, date.date.start))
        if behind is None or date.date.end is None:
            continue
        if not _is_of_next(seen.near, index, place, behind, patterns):
            found.append(_weekday(place, behind, patterns, date.date.end))
            taken, taken_by = behind.end() if place.is_prose else 0, index
    return found


def read_same_days(page: Page) -> list[SameDay]:
    """Give the pairs of dates that are told as one day in two calendars, in order."""
    found: list[SameDay] = []
    words = load_date_words(page.profile.language).same_day
    for first, second, between in glance(page).followers:
        # Seen sooner than a pattern is compiled.
        if _EQUALS.isdisjoint(between) and not any(word in between for word in words):
            continue
        is_joint = _same_day(page.profile.language)
        if not is_joint[between] or (found and found[-1].second is first):
            continue
        if _are_one(first, second):
            found.append(SameDay(first, second))
    return found


def read_durations(page: Page) -> list[Duration]:
    """Give the durations that stand behind ranges of the page, in order."""
    found: list[Duration] = []
    for date in glance(page).brackets:
        if not date.date.is_range:
            continue
        words, pattern = _durations(page.profile.language)
        place = _Place(page, date)
        match = pattern.match(place.text, place.end, place.behind)
        if match is not None:
            amount, unit = words.amount(match["n"]), words.unit(match["unit"])
            span = place.span(match.start("all"), match.end("all"))
            found.append(Duration(date, amount, unit, match["all"], span))
    return found


def read_duration_in_words(page: Page, date: PageDate) -> Duration | None:
    """Give how long a range is in the words directly before or behind it; None if none say it."""
    phrases = _phrases(page.profile.language)
    if phrases.behind is None:  # and before few is anything, which is soon seen
        text, start = (page.prose.text, date.prose) if date.prose >= 0 else (page.text, date.start)
        if not text.endswith(phrases.ends, max(0, start - _BEFORE), start):
            return None
    place = _Place(page, date)
    text, match = place.text, None
    if phrases.before and text.endswith(phrases.ends, place.before, place.start):
        match = phrases.before.search(text, place.before, place.start)
    if match is None and phrases.behind:
        match = phrases.behind.match(text, place.end, place.behind)
    if match is None:
        return None
    start, end = match.start("n"), match.end("unit")
    amount, unit = phrases.words.amount(match["n"]), phrases.words.unit(match["unit"])
    return Duration(date, amount, unit, text[start:end], place.span(start, end))


class Length(NamedTuple):
    """How long something is said to have been in running text.

    Attributes:
        amount: how many of the unit.
        unit: the unit.
        text: the words, as a reader sees them.
        span: where they stand on the page (code points).
    """

    amount: int
    unit: Unit
    text: str
    span: Span


def find_lengths(
    page: Page, stretch: tuple[int, int], kind: Literal["lasted", "reigned"]
) -> list[Length]:
    """Give how long an event or a reign is said to have been in a stretch of the prose."""
    words, pattern = _lengths(page.profile.language, kind)
    prose = page.prose
    return [
        Length(
            words.amount(match["n"]), words.unit(match["unit"]), match[0], prose.span(*match.span())
        )
        for match in (pattern.finditer(prose.text, *stretch) if pattern else ())
    ]


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


def _weekday(place: _Place, match: re.Match[str], patterns: _Weekdays, point: Point) -> Weekday:
    """Make a day of the week of a match; ``place`` knows its date."""
    name = match["name"]
    number = patterns.words.weekdays[name]
    return Weekday(place.date, number, point, name, place.span(*match.span("name")))


def _is_of_next(
    dates: list[PageDate], index: int, place: _Place, match: re.Match[str], patterns: _Weekdays
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
    before = patterns.before.search(place.text, match.start("name"), start)
    return before is not None and before.start("name") == match.start("name")


def _are_one(first: PageDate, second: PageDate) -> bool:
    """Tell whether two dates in a row may be one day, or one year, in two calendars."""
    if first.role != second.role or first.date.calendar == second.date.calendar:
        return False
    return first.date.precision == second.date.precision or _years(first, second)


def _years(first: PageDate, second: PageDate) -> bool:
    """Tell whether both dates have a year."""
    return first.date.start.year is not None and second.date.start.year is not None


@cache
def _weekdays(language: str) -> _Weekdays:
    """Compile the days of the week of a language."""
    words = load_date_words(language)
    left, right = edges(language)
    name = f"(?P<name>{one_of(words.weekdays)}){right}"
    links = f"(?:{one_of(words.weekday_links)}{_SPACE}+)?"
    mark = f"{one_of(words.weekday_marks)}{_SPACE}+"
    plain = f"|{_SPACE}" if words.weekday_follows else ""
    doubtful = "".join(f"(?<!{re.escape(each)})" for each in sorted(words.doubtful_weekdays))
    return _Weekdays(
        words,
        compiled(rf"{left}{name}{_SPACE}?[,،、]?{_SPACE}?{links}\Z"),
        compiled(
            rf"(?:{_SPACE}?(?P<bracket>[(（]){_SPACE}?(?:{mark})?|[,،]?{_SPACE}?{mark}"
            rf"|(?P<open>[,،]{_SPACE}{plain}))"
            rf"{name}(?(bracket){_SPACE}?[)）]|(?(open)(?:{doubtful}|(?=[,،.۔:;؛)\n]|\Z))))"
        ),
    )


@cache
def _same_day(language: str) -> Memo[str, bool]:
    """Tell of what stands between two dates whether it makes them one day."""
    same = one_of(load_date_words(language).same_day)
    joint = compiled(
        rf"{_SPACE}?[,،]?{_SPACE}?{same}{_SPACE}{{0,2}}"
        rf"|{_SPACE}?[(（=/]{_SPACE}?(?:{same}{_SPACE})?"
    )
    return Memo(lambda between: joint.fullmatch(between) is not None)


class _Phrases:
    """How a language says how long a range is, in words.

    ``before`` and ``behind`` the range, where such are known; ``ends`` are the last words of those
    before it.
    """

    __slots__ = ("before", "behind", "ends", "words")

    def __init__(
        self, words: DateWords, before: re.Pattern[str] | None, behind: re.Pattern[str] | None
    ) -> None:
        self.words = words
        self.before = before
        self.behind = behind
        lasts = {each.split()[-1] for each in words.durations_before}
        self.ends = tuple(last + space for last in sorted(lasts) for space in " \u00a0")


@cache
def _phrases(language: str) -> _Phrases:
    """Compile how long a range is, in words."""
    words = load_date_words(language)
    left, _ = edges(language)
    before, behind = words.durations_before, words.durations_behind
    return _Phrases(
        words,
        compiled(rf"{left}{_around(before, words)}{_SPACE}{{1,2}}\Z") if before else None,
        compiled(f"{_SPACE}?{_around(behind, words)}") if behind else None,
    )


@cache
def _lengths(
    language: str, kind: Literal["lasted", "reigned"]
) -> tuple[DateWords, re.Pattern[str] | None]:
    """Compile how long something is said to have been; None where no words are known."""
    words = load_date_words(language)
    templates = words.lasted if kind == "lasted" else words.reigned
    left, _ = edges(language)
    return words, compiled(left + _around(templates, words)) if templates else None


def _around(templates: tuple[str, ...], words: DateWords) -> str:
    """Give an expression for a number and a unit with the words of templates around them."""
    _, right = edges(words.language)
    number = f"(?P<n>{_NUMBER}|{one_of(words.numbers)})"
    parts = [re.split(r"\{n\} ?\{unit\}", template) for template in templates]
    before, behind = (one_of([part[side] for part in parts]) for side in (0, 1))
    space = f"{_SPACE}{{0,2}}" if not right else f"(?:{_SPACE}{{1,2}}|-)"
    return f"{before}{number}{space}(?P<unit>{one_of(words.units)}){right}{behind}"


@cache
def _durations(language: str) -> tuple[DateWords, re.Pattern[str]]:
    """Compile how long a range is, in brackets behind it."""
    words = load_date_words(language)
    left, right = edges(language)
    number = f"(?P<n>{_NUMBER}|{one_of(words.numbers)})"
    unit = f"(?P<unit>{one_of(words.units)}){right}"
    return words, compiled(
        rf"(?:{_SPACE}|<br ?/?>|\n){{0,3}}[(（]"
        rf"(?P<all>[^()\d\n]{{0,16}}?{left}{number}(?:{_SPACE}|-){{0,2}}{unit})[^()\n]{{0,12}}[)）]"
    )
