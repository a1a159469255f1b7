"""From a match of a language's patterns to what it says and how it is written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from homs_wiki.profile.dates import DIGIT_SETS, Calendar, DateFacts, MonthName

from .grammar import Grammar
from .value import DateForm, Order, Point, Precision

_SET_OF_ZERO: Final = {digits[0]: name for name, digits in DIGIT_SETS.items()}
_HAN: Final = {"〇": 0, "零": 0, **{letter: i for i, letter in enumerate("一二三四五六七八九", 1)}}
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_SPAN_OF: Final[dict[str, int]] = {"decade": 10, "century": 100}


class Part:
    """One matched date (or one end of a range): its match, its pattern, its place in the text.

    The match is of the blotted text (see ``grammar``), ``text`` the one as written.
    """

    __slots__ = ("end", "grammar", "match", "pattern", "start", "text")

    def __init__(self, match: re.Match[str], grammar: Grammar, text: str) -> None:
        self.match = match
        self.grammar = grammar
        self.text = text
        self.pattern = pattern = grammar.patterns[match.lastgroup or ""]
        self.start, self.end = match.span(pattern.group)

    def group(self, letter: str) -> str | None:
        """Give the text of a part of the date by its letter (see ``grammar._parts``)."""
        name = self.pattern.names.get(letter)
        if name is None:
            return None
        start, end = self.match.span(name)
        return self.text[start:end] if start >= 0 else None

    def has(self, letter: str) -> bool:
        """Tell whether a part of the date is written."""
        name = self.pattern.names.get(letter)
        return name is not None and self.match.end(name) > 0

    @property
    def month(self) -> MonthName | None:
        """The month name, if one is written."""
        name = self.group("n") or self.group("m")
        return _month(self.grammar.facts, name) if name else None


def _month(facts: DateFacts, name: str) -> MonthName:
    """Look a month name up, however its inner spaces are written."""
    return facts.months.get(name) or facts.months[" ".join(name.split())]


def number(text: str) -> int:
    """Give the value of decimal digits of any script, or of Han numerals digit by digit."""
    if text.isdecimal():
        return int(text)
    value = 0
    for letter in text:
        value = value * 10 + (_HAN[letter] if letter in _HAN else int(letter))
    return value


def han_number(text: str) -> int:
    """Give the value of digits, or of a Han number below 100 (``二十一``)."""
    if "十" not in text:
        return number(text)
    tens, _, ones = text.partition("十")
    return (number(tens) if tens else 1) * 10 + (number(ones) if ones else 0)


def roman(text: str) -> int:
    """Give the value of a Roman number of I, V and X."""
    total = 0
    for letter, following in zip(text, [*text[1:], ""], strict=False):
        value = _ROMAN[letter]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total


class Reading(NamedTuple):
    """What one part says before it is joined with another."""

    calendar: Calendar
    precision: Precision
    start: Point
    end: Point
    season: str | None = None


def read_part(part: Part) -> Reading:
    """Give the value of one matched date."""
    kind = part.pattern.kind
    if kind in _SPAN_OF:
        return _period(part)
    if kind == "numeric":
        return _numeric(part)
    year, calendar = _year(part)
    if kind == "season":
        season = part.grammar.facts.seasons[" ".join((part.group("x") or "").split())]
        last = _second_year(part, year) if part.group("z") else year
        return Reading(calendar, "season", Point(year), Point(last), season)
    if part.group("z"):
        return Reading(calendar, "year", Point(year), Point(_second_year(part, year)))
    return _day_or_month(part, year, calendar)


def _day_or_month(part: Part, year: int | None, calendar: Calendar) -> Reading:
    """Read a day, month or year with its parts in any order."""
    facts = part.grammar.facts
    first_month = last_month = None
    if name := part.group("m"):
        month = _month(facts, name)
        first_month = last_month = month.number
        # A year without a mark is counted as the month is; with one, the mark decides.
        calendar = month.calendar
        if other := part.group("n"):
            last_month = _month(facts, other).number
    elif text := part.group("k"):
        first_month = last_month = han_number(text)
        if second := part.group("l"):
            last_month = han_number(second)
    first_day = _day(facts, part.group("d"))
    last_day = _day(facts, part.group("e")) if part.group("e") else first_day
    precision: Precision = "day" if first_day is not None else "month" if first_month else "year"
    first_year = year
    if year is not None and first_month and last_month and first_month > last_month:
        first_year = year - 1
    start = Point(first_year, first_month, first_day)
    return Reading(calendar, precision, start, Point(year, last_month, last_day))


def _day(facts: DateFacts, text: str | None) -> int | None:
    """Give the number of a day, written in digits or as a word."""
    if text is None:
        return None
    word = facts.day_words.get(text)
    return word if word is not None else han_number(text)


def _year(part: Part) -> tuple[int | None, Calendar]:
    """Give the year with its sign, and the calendar in which it is counted."""
    text = part.group("y")
    if text is None:
        return None, "gregorian"
    facts = part.grammar.facts
    year = 1 if text == "元" else han_number(text)
    if era := part.group("a"):
        return facts.eras[era] + year, "gregorian"
    mark = facts.marks_after.get(_plain(part.group("s"))) or facts.marks_before.get(
        _plain(part.group("b"))
    )
    if mark == "bc":
        return -year, "gregorian"
    if mark in ("hijri", "solar-hijri"):
        return year, mark
    solar = facts.solar_years
    if mark is None and solar is not None and solar[0] <= year <= solar[1]:
        return year, "solar-hijri"
    return year, "gregorian"


def _plain(text: str | None) -> str:
    """Give a mark with plain single spaces, as the data writes it."""
    return " ".join(text.split()) if text else ""


def _second_year(part: Part, first: int | None) -> int:
    """Give the second year of a range such as 1939–45 in full."""
    text = part.group("z") or ""
    value = number(text)
    if first is not None and first < 0:
        return -value
    if len(text) != 2 or first is None:
        return value
    century = first - first % 100
    return century + value + (100 if value < first % 100 else 0)


def _period(part: Part) -> Reading:
    """Read a decade or a century as its first and last year."""
    facts = part.grammar.facts
    precision: Precision = "decade" if part.pattern.kind == "decade" else "century"
    if text := part.group("t"):
        count = han_number(text)
    else:
        word = part.group("w") or ""
        named = facts.century_words.get(" ".join(word.split()))
        count = named if named is not None else roman(word)
    if precision == "decade":
        if count < 100 and (century := part.group("u")):
            count += (han_number(century) - 1) * 100
        elif count < 100:
            count += 1900
        first, last = count, count + 9
    else:
        first, last = (count - 1) * 100 + 1, count * 100
    mark = facts.marks_after.get(_plain(part.group("s"))) or facts.marks_before.get(
        _plain(part.group("b"))
    )
    calendar: Calendar = mark if mark in ("hijri", "solar-hijri") else "gregorian"
    if mark == "bc":
        first, last = (-(first + 9), -first) if precision == "decade" else (-last, -first)
    elif precision == "decade" and _is_solar(facts, first) and mark is None:
        calendar = "solar-hijri"
    return Reading(calendar, precision, Point(first), Point(last))


def _is_solar(facts: DateFacts, year: int) -> bool:
    """Tell whether a bare year is a solar Hijri one in this language."""
    solar = facts.solar_years
    return solar is not None and solar[0] <= year <= solar[1]


def _numeric(part: Part) -> Reading:
    """Read a date in numbers; where its order is open and could be either, only its year."""
    first, second = number(part.group("d") or "0"), number(part.group("k") or "0")
    year, calendar = _year(part)
    if part.pattern.detail.startswith("any") and first != second:
        if first <= 12 and second <= 12:
            return Reading(calendar, "year", Point(year), Point(year))
        if second > 12:
            first, second = second, first
    point = Point(year, second, first)
    return Reading(calendar, "day", point, point)


def join(first: Reading, second: Reading) -> tuple[Point, Point]:
    """Give the ends of a range of two dates; what one leaves unsaid comes from the other."""
    start, end = first.start, second.end
    if end.month is None and start.month is not None and second.precision == "day":
        end = end._replace(month=start.month)
    if start.year is None and end.year is not None:
        crosses = (start.month or 0) > (end.month or 99)
        start = start._replace(year=end.year - crosses)
    elif end.year is None and start.year is not None:
        crosses = (start.month or 0) > (end.month or 99)
        end = end._replace(year=start.year + crosses)
    if end.year is not None and end.year < 0 and start.year is not None and start.year > 0:
        start = start._replace(year=-start.year)  # "300–200 BC": the mark is for both
    return start, end


def form_of(part: Part, separator: str) -> DateForm:
    """Give the form in which a date is written; ``separator`` is that of the range it ends."""
    month = part.month
    text = part.text[part.start : part.end]
    suffix = part.group("s") or ""
    day = part.group("d") or ""
    return DateForm(
        order=_order(part),
        month_style=month.style if month else "number" if part.group("k") else "none",
        month_language=month.language if month else "",
        digits=digit_set(text),
        year_suffix=suffix,
        suffix_gap=part.group("g") or "" if suffix else "",
        year_word=part.group("b") or "",
        comma=part.group("c") or "",
        ordinal=part.group("o") or "",
        leading_zero=bool(day) and len(day) == 2 and day[0] in _SET_OF_ZERO,
        separator=part.group("r") or part.group("q") or separator,
    )


def _order(part: Part) -> Order:
    """Name the parts that are written, in their order."""
    kind = part.pattern.kind
    if kind == "iso" or kind == "numeric":
        return "iso" if kind == "iso" else "numeric"
    if kind in ("decade", "century", "season"):
        return "other"
    found: list[tuple[int, str]] = []
    for letter, group in (("d", "d"), ("m", "m"), ("m", "k"), ("y", "y")):
        if name := part.pattern.names.get(group):
            place = part.match.start(name)
            if place >= 0:
                found.append((place, letter))
    return "".join(letter for _, letter in sorted(found))  # type: ignore[return-value]


def digit_set(text: str) -> str:
    """Name the digit set of a text: ``mixed`` if there are several, ``none`` if there is none."""
    found = {chr(ord(letter) - int(letter)) for letter in text if letter.isdecimal()}
    if not found:
        return "none"
    return _SET_OF_ZERO.get(found.pop(), "other") if len(found) == 1 else "mixed"
