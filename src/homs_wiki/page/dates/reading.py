"""From a match of a language's patterns to what it says and how it is written."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from homs_wiki.profile.dates import DIGIT_SETS, Calendar, DateFacts, MonthName, YearMark

from .grammar import Grammar
from .layout import Written
from .value import DateForm, Order, Point, Precision

_SET_OF_ZERO: Final = {digits[0]: name for name, digits in DIGIT_SETS.items()}
_HAN: Final = {"〇": 0, "零": 0, **{letter: i for i, letter in enumerate("一二三四五六七八九", 1)}}
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}
_SOLAR_CENTURY: Final = 1300
"""To which a decade of two digits belongs where years are solar Hijri ones."""
_MOST_FORMS: Final = 16
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

    def month_named(self, letter: str) -> MonthName | None:
        """Give the month that a part names, if it is written."""
        name = self.group(letter)
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


def read_part(part: Written) -> Reading:
    """Give the value of one written date."""
    pattern = part.layout.pattern
    kind = pattern.kind
    if kind in _SPAN_OF:
        return _period(part)
    if kind == "numeric":
        return _numeric(part)
    year, calendar = _year(part)
    spans = part.layout.spans
    if kind == "season":
        seasons = part.layout.grammar.facts.seasons
        season = seasons[" ".join((part.group("x") or "").split())]
        last = _second_year(part, year) if "z" in spans else year
        return Reading(calendar, "season", Point(year), Point(last), season)
    if "z" in spans:
        return Reading(calendar, "year", Point(year), Point(_second_year(part, year)))
    if kind == "year":
        point = Point(year)
        return Reading(calendar, "year", point, point)
    return _day_or_month(part, year, calendar)


def _day_or_month(part: Written, year: int | None, calendar: Calendar) -> Reading:
    """Read a day, month or year with its parts in any order."""
    layout = part.layout
    spans = layout.spans
    first_month = last_month = None
    if layout.month is not None and layout.last_month is not None:
        first_month, last_month = layout.month.number, layout.last_month.number
        # A year without a mark is counted as the month is; with one, the mark decides.
        calendar = layout.month.calendar
    elif text := part.group("k"):
        first_month = last_month = han_number(text)
        if second := part.group("l"):
            last_month = han_number(second)
    first_day = _day(part, "d") if "d" in spans else None
    last_day = _day(part, "e") if "e" in spans else first_day
    precision: Precision = "day" if first_day is not None else "month" if first_month else "year"
    end = Point(year, last_month, last_day)
    if first_day == last_day and first_month == last_month:
        return Reading(calendar, precision, end, end)
    if year is not None and first_month and last_month and first_month > last_month:
        year -= 1
    return Reading(calendar, precision, Point(year, first_month, first_day), end)


def _day(part: Written, letter: str) -> int:
    """Give the number of a day, written in digits or as a word."""
    text = part.group(letter) or ""
    if text.isdecimal():
        return int(text)
    facts = part.layout.grammar.facts
    word = facts.day_words.get(text, facts.day_ordinals.get(text))
    return word if word is not None else han_number(text)


def _year(part: Written) -> tuple[int | None, Calendar]:
    """Give the year with its sign, and the calendar in which it is counted."""
    text = part.group("y")
    if text is None:
        return None, "gregorian"
    facts = part.layout.grammar.facts
    year = int(text) if text.isdecimal() else 1 if text == "元" else han_number(text)
    if era := part.group("a"):
        return facts.eras[era] + year, "gregorian"
    mark = _mark_of(part)
    if mark == "bc":
        return -year, "gregorian"
    if mark in ("hijri", "solar-hijri"):
        return year, mark
    solar = facts.solar_years
    if mark is None and solar is not None and solar[0] <= year <= solar[1]:
        return year, "solar-hijri"
    return year, "gregorian"


def _mark_of(part: Written) -> YearMark | None:
    """Give what the mark behind or before a year says, if there is one."""
    facts = part.layout.grammar.facts
    if (behind := part.group("s")) and (mark := facts.marks_after.get(_plain(behind))):
        return mark
    before = part.group("b")
    return facts.marks_before.get(_plain(before)) if before else None


def _plain(text: str) -> str:
    """Give a mark with plain single spaces, as the data writes it."""
    return " ".join(text.split())


def _second_year(part: Written, first: int | None) -> int:
    """Give the second year of a range such as 1939–45 in full."""
    text = part.group("z") or ""
    value = number(text)
    if first is not None and first < 0:
        return -value
    if len(text) != 2 or first is None:
        return value
    return _in_century(first, value)


def _in_century(first: int, value: int) -> int:
    """Give the next year behind ``first`` that ends in the two digits of ``value``."""
    return first - first % 100 + value + (100 if value < first % 100 else 0)


def _period(part: Written) -> Reading:
    """Read a decade or a century as its first and last year."""
    facts = part.layout.grammar.facts
    precision: Precision = "decade" if part.layout.pattern.kind == "decade" else "century"
    if precision == "decade":
        first = _first_of_decade(part)
        last = first + 9
    else:
        century = _century(part, "t")
        first, last = (century - 1) * 100 + 1, century * 100
    mark = _mark_of(part)
    calendar: Calendar = mark if mark in ("hijri", "solar-hijri") else "gregorian"
    if mark == "bc":
        first, last = (-(first + 9), -first) if precision == "decade" else (-last, -first)
    elif precision == "decade" and _is_solar(facts, first) and mark is None:
        calendar = "solar-hijri"
    return Reading(calendar, precision, Point(first), Point(last))


def _first_of_decade(part: Written) -> int:
    """Give the first year of a decade; of one without a century, that of the last one."""
    facts = part.layout.grammar.facts
    text = part.group("t")
    count = han_number(text) if text else facts.decade_words[part.group("v") or ""]
    if count >= 100:
        return count
    if {"u", "w"} & part.layout.spans.keys():
        return (_century(part, "u") - 1) * 100 + count
    return count + (1900 if facts.solar_years is None else _SOLAR_CENTURY)


def _century(part: Written, letter: str) -> int:
    """Give the number of a century, written in the group ``letter`` or as a word."""
    if text := part.group(letter):
        return han_number(text)
    word = part.group("w") or ""
    named = part.layout.grammar.facts.century_words.get(" ".join(word.split()))
    return named if named is not None else roman(word)


def _is_solar(facts: DateFacts, year: int) -> bool:
    """Tell whether a bare year is a solar Hijri one in this language."""
    solar = facts.solar_years
    return solar is not None and solar[0] <= year <= solar[1]


def _numeric(part: Written) -> Reading:
    """Read a date in numbers; where its order is open and could be either, only its year."""
    first, second = number(part.group("d") or "0"), number(part.group("k") or "0")
    year, calendar = _year(part)
    if part.layout.pattern.detail.startswith("any") and first != second:
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
    if start.year is not None and end.year is not None and 0 < end.year < 100 < start.year:
        end = end._replace(year=_in_century(start.year, end.year))  # ``2023ء–24ء``
    if end.year is not None and end.year < 0 and start.year is not None and start.year > 0:
        start = start._replace(year=-start.year)  # "300–200 BC": the mark is for both
    return start, end


def form_of(part: Written, separator: str) -> DateForm:
    """Give the form in which a date is written; ``separator`` is that of the range it ends."""
    key = (separator, part.has_leading_zero)
    forms = part.layout.forms
    form = forms.get(key)
    if form is None:
        if len(forms) >= _MOST_FORMS:
            forms.clear()
        form = forms[key] = _form(part, *key)
    return form


def _form(part: Written, separator: str, leading_zero: bool) -> DateForm:
    """Work the form of a date out."""
    month = part.layout.last_month
    suffix = part.group("s") or ""
    return DateForm(
        order=_order(part),
        month_style=month.style if month else "number" if part.group("k") else "none",
        month_language=month.language if month else "",
        digits=digit_set(part.text),
        year_suffix=suffix,
        suffix_gap=part.group("g") or "" if suffix else "",
        year_word=part.group("b") or "",
        comma=part.group("c") or "",
        ordinal=part.group("o") or "",
        leading_zero=leading_zero,
        separator=part.group("r") or part.group("q") or separator,
        period=_period_form(part) if part.layout.pattern.kind in _SPAN_OF else "",
    )


def _period_form(part: Written) -> str:
    """Give how a decade or century is written, with signs for its numbers."""
    spans = part.layout.spans
    pieces: list[str] = []
    behind = 0
    for start, end in sorted(spans[letter] for letter in "tuvw" if letter in spans):
        number = part.text[start:end]
        sign = "#" if number[0].isdecimal() else "I" if set(number) <= _ROMAN.keys() else "one"
        pieces += (part.text[behind:start], sign)
        behind = end
    rest = part.text[behind:]
    ordinals = part.layout.grammar.facts.ordinals
    if len(ordinals) > 1 and rest.startswith(ordinals):
        # English writes 1st, 2nd, 3rd and 4th: the same form.
        rest = ordinals[-1] + rest[len(next(each for each in ordinals if rest.startswith(each))) :]
    return "".join((*pieces, rest))


def _order(part: Written) -> Order:
    """Name the parts that are written, in their order."""
    kind = part.layout.pattern.kind
    if kind == "iso" or kind == "numeric":
        return "iso" if kind == "iso" else "numeric"
    if kind in ("decade", "century", "season"):
        return "other"
    found: list[tuple[int, str]] = []
    for letter, group in (("d", "d"), ("m", "m"), ("m", "k"), ("y", "y")):
        if group in part.layout.spans:
            found.append((part.layout.spans[group][0], letter))
    return "".join(letter for _, letter in sorted(found))  # type: ignore[return-value]


def digit_set(text: str) -> str:
    """Name the digit set of a text: ``mixed`` if there are several, ``none`` if there is none."""
    found = {chr(ord(letter) - int(letter)) for letter in text if letter.isdecimal()}
    if not found:
        return "none"
    return _SET_OF_ZERO.get(found.pop(), "other") if len(found) == 1 else "mixed"
