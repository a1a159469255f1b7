"""Finds the dates in a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from homs_wiki.profile.dates import DateFacts
from homs_wiki.source.patterns import compiled
from homs_wiki.source.span import Span

from .calendars import fault_of
from .evidence import (
    is_approximate,
    is_counted,
    is_lone_month,
    is_year,
    is_year_in_range,
    word_before,
)
from .grammar import NO_DATE_BEHIND, Grammar, Pattern, grammar
from .layout import Layout, Written
from .reading import Part, form_of, join, read_part
from .value import Date, DateForm

_LETTER: Final = compiled(r"[0-9][a-z]\Z")
"""A letter that tells works of one author and year apart, as citations have it: 2009a."""
_LONGEST_MONTH: Final = 31
_NO_YEAR: Final = 3
_BARE_YEAR: Final = 4
_LONGEST_SHORTENED: Final = 6
_LONGEST_BACK: Final = 40
"""How far before a year or "century" a word that belongs to the date can begin."""
_DASHES: Final = frozenset("-–—−")
_WITH_MONTH: Final = frozenset(("date", "iso", "numeric"))
_SAME: dict[str, str] = {"years": "year", "iso": "day", "numeric": "day"}


class _Searched:
    """A text in which dates were looked for: as written and blotted, and the grammar of both."""

    __slots__ = ("blotted", "rules", "text")

    def __init__(self, text: str, rules: Grammar) -> None:
        self.text = text
        self.rules = rules
        self.blotted = rules.blot(text)

    def part_at(self, start: int, is_backed: bool = False) -> Part | None:
        """Match the date that begins at ``start``, if any does."""
        match = self._match(start, is_backed)
        return Part(match, self.rules, self.text) if match else None

    def layout(self, text: str, start: int, pattern: Pattern) -> Layout:
        """Give the layout of the date ``text``, which ``pattern`` found at ``start`` before."""
        known = self.rules.known_layout(pattern, text)
        if known is not None:
            return known
        match: re.Match[str] = self._match(start, pattern.is_backed)  # type: ignore[assignment]
        return self.rules.layout(Part(match, self.rules, self.text))

    def _match(self, start: int, is_backed: bool) -> re.Match[str] | None:
        expression = self.rules.backed if is_backed else self.rules.scanner
        return expression.match(self.blotted, start)


class FoundDate:
    """A date in a text: where it stands (code points), what it says and how it is written.

    ``date``, ``form`` and ``fault`` are worked out when first asked for.
    """

    # A long page has thousands: what a match knows is not kept, but matched again where the
    # layout of its shape is not known.
    __slots__ = (
        "_date",
        "_first_end",
        "_form",
        "_layout",
        "_mark",
        "_open",
        "_pattern",
        "_searched",
        "_second",
        "_second_pattern",
        "end",
        "start",
    )

    def __init__(
        self,
        searched: _Searched,
        first: Part,
        second: Part | None = None,
        mark: str = "",
        open_end: int = -1,
    ) -> None:
        self._searched = searched
        self.start = first.start
        self.end = open_end if open_end >= 0 else second.end if second else first.end
        self._pattern = first.pattern
        self._first_end = first.end
        self._second = second.start if second else -1
        self._second_pattern = second.pattern if second else None
        self._mark = mark
        self._open = open_end >= 0
        self._date: Date | None = None
        self._form: DateForm | None = None
        self._layout: Layout | None = None

    def __repr__(self) -> str:
        return f"FoundDate({self.text!r}, {self.date!r})"

    @property
    def text(self) -> str:
        """The date as written."""
        return self._searched.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where the date stands in the text that was searched."""
        return Span(self.start, self.end)

    @property
    def date(self) -> Date:
        """What the date says."""
        if self._date is None:
            self._date = self._read()
        return self._date

    @property
    def form(self) -> DateForm:
        """How the date is written."""
        if self._form is None:
            self._form = form_of(self._last(), self._mark)
        return self._form

    @property
    def forms(self) -> tuple[DateForm, ...]:
        """How each end is written; one form for a single date."""
        if self._second < 0:
            return (self.form,)
        return (form_of(self._first(), self._mark), self.form)

    @property
    def has_two_ends(self) -> bool:
        """Whether it is a range of two dates that are both written out, as 5 May – 8 May."""
        return self._second >= 0

    @property
    def repeated(self) -> tuple[Literal["month", "year"], ...]:
        """What both ends of a range write although it is the same (``5 May – 8 May 2024``)."""
        if self._second_pattern is None:
            return ()
        spans, others = self._first().layout.spans, self._last().layout.spans
        date = self.date
        found: list[Literal["month", "year"]] = []
        if date.end is None:
            return ()
        if {"m", "k"} & spans.keys() & others.keys() and date.start.month == date.end.month:
            found.append("month")
        if "y" in spans and "y" in others and date.start.year == date.end.year:
            found.append("year")
        return tuple(found)

    @property
    def fault(self) -> str | None:
        """Why no such date exists: ``no-such-day``, ``no-such-month``; ``None`` if it does."""
        return fault_of(self.date)

    @property
    def valid(self) -> bool:
        """Whether the calendar has the date."""
        return self.fault is None

    def text_behind(self, length: int) -> str:
        """Give the beginning of what stands behind the date."""
        return self._searched.text[self.end : self.end + length]

    def text_before(self, length: int) -> str:
        """Give the end of what stands before the date."""
        return self._searched.text[max(0, self.start - length) : self.start]

    @property
    def facts(self) -> DateFacts:
        """The facts of the language in which it was read."""
        return self._searched.rules.facts

    @property
    def parts(self) -> tuple[Written, ...]:
        """The date as written, with the places of its parts; of a range both its ends."""
        return (self._first(),) if self._second < 0 else (self._first(), self._last())

    @property
    def is_year(self) -> bool:
        """Whether it is a year, or a range of years, without month and day."""
        return self._pattern.kind in ("year", "years")

    @property
    def has_month(self) -> bool:
        """Whether it names a month, in a word or in numbers, beside a day or a year."""
        return self._pattern.kind in _WITH_MONTH

    @property
    def is_month(self) -> bool:
        """Whether it is a month, or several, without day and year."""
        return self._pattern.kind == "month"

    @property
    def separator_span(self) -> Span | None:
        """Where the mark between the ends of a range stands, spaces around it included."""
        if self._second >= 0:
            return Span(self._first_end, self._second)
        spans = self._first().layout.spans
        for letter in "rq":
            if letter in spans:
                start, end = spans[letter]
                return Span(self.start + start, self.start + end)
        return None

    def _first(self) -> Written:
        """Give the date, or the first end of the range, with its layout."""
        searched = self._searched
        text = searched.text[self.start : self._first_end]
        if self._layout is None:
            self._layout = searched.layout(text, self.start, self._pattern)
        return Written(text, self._layout)

    def _last(self) -> Written:
        """Give the date, or the second end of the range, with its layout."""
        if self._second_pattern is None:
            return self._first()
        searched = self._searched
        text = searched.text[self._second : self.end]
        return Written(text, searched.layout(text, self._second, self._second_pattern))

    def _read(self) -> Date:
        """Work the value out."""
        text, rules = self._searched.text, self._searched.rules
        first = read_part(self._first())
        calendar, precision, start, end, season = first
        if self._second >= 0:
            second = read_part(self._last())
            start, end = join(first, second)
            if calendar != second.calendar and first.start.month is None:
                calendar = second.calendar
            if precision in ("decade", "century") and start.year and end.year:
                precision = "year" if precision != second.precision else precision
        return Date(
            calendar,
            precision,
            start,
            None if self._open else end,
            is_approximate(text, self.start, self.end, rules),
            season,
            start != end and _is_night(text, self.start, self.end, rules),
        )


def find_dates(text: str, facts: DateFacts, *, field: bool = False) -> list[FoundDate]:
    """Find the dates in a text, in order; spans are code points in ``text``.

    With ``field`` the text is the value of a date field, in which a bare year needs no evidence.
    Linear in the text; never raises.
    """
    if field and text[-1:].islower() and _LETTER.search(text):
        text = text[:-1]
    rules = grammar(facts)
    searched = _Searched(text, rules)
    found: list[FoundDate] = []
    last: FoundDate | None = None
    behind = 0
    back_numbers = rules.back_numbers
    for match in _matches(searched):
        start = match.start()
        if start < behind:
            continue
        # A mark such as that of thousands makes a number a part of something else.
        if start and text[start - 1] in NO_DATE_BEHIND and _is_joined_number(match, last, searched):
            continue
        part = Part(match, rules, text)
        # Most numbers of three digits are no years, and nothing but a mark or word could tell.
        if part.end - start == _NO_YEAR and not back_numbers and text[start : part.end].isdecimal():
            continue
        date = _date_at(part, searched, field, last)
        if date is not None:
            found.append(date)
            last = date
            behind = date.end
    return found


def _matches(searched: _Searched) -> Iterable[re.Match[str]]:
    """Give the matches of all that may be a date, by their starts."""
    rules = searched.rules
    matches = rules.scanner.finditer(searched.blotted)
    if rules.facts.century_anchors and (centuries := _centuries(searched)):
        return sorted([*matches, *centuries], key=re.Match.start)
    return matches


def _is_joined_number(match: re.Match[str], last: FoundDate | None, searched: _Searched) -> bool:
    """Tell whether the mark before a match makes it a number that is a part of something else.

    It does not where it is that of an abbreviation (``c.1450``), or between a year and itself in
    another calendar (``1439ھ/2018ء``).
    """
    start = match.start()
    if not match.string[start].isdecimal():
        return False
    mark = searched.text[start - 1]
    if mark == "/":
        return last is None or last.end != start - 1 or not last.form.year_suffix
    if mark != ".":
        return True
    pieces = searched.text[max(0, start - _LONGEST_SHORTENED) : start].rsplit(None, 1)
    return not pieces or pieces[-1].lstrip("([") not in searched.rules.facts.approximate


def _centuries(searched: _Searched) -> list[re.Match[str]]:
    """Find the centuries that are named with a number word (``nineteenth century``)."""
    text, rules = searched.text, searched.rules
    found = []
    for anchor in rules.facts.century_anchors:
        start = text.find(anchor)
        while start >= 0:
            word = rules.century_word.search(text, max(0, start - _LONGEST_BACK), start)
            if word is not None and (match := rules.backed.match(searched.blotted, word.start())):
                found.append(match)
            start = text.find(anchor, start + len(anchor))
    return found


def _date_at(
    part: Part, searched: _Searched, field: bool, last: FoundDate | None
) -> FoundDate | None:
    """Give the date at a candidate, with the word before it and the other end of a range."""
    if part.pattern.kind not in ("year", "years"):
        return _with_range(part, searched, field) if _is_date(part, last) else None
    before = word_before(part.text, part.start)
    if backed := _backed(part, searched, before, last.end if last else 0):
        return _with_range(backed, searched, field)
    if not is_year(part, field, before, last):
        return None
    date = _with_range(part, searched, field)
    if date.text_behind(1) in part.grammar.no_mark:
        return date
    return None if _is_cut_short(date) or _is_amount(date, part, searched) else date


def _is_amount(date: FoundDate, part: Part, searched: _Searched) -> bool:
    """Tell whether a bare number goes on to another that is counted (``1500 to 2000 people``)."""
    if part.end != date.end or part.pattern.kind != "year":
        return False
    mark = part.grammar.mark_at(part.text, part.end)
    if mark is None or part.has("s") or part.has("b"):
        return False
    other = searched.part_at(mark.end())
    return other is not None and other.pattern.kind == "year" and is_counted(other)


def _backed(part: Part, searched: _Searched, before: str, behind: int) -> Part | None:
    """Give the date that begins with a season or the word for year before a year, if any."""
    rules, text = part.grammar, part.text
    if before not in rules.back_words:
        if "'" not in before and "’" not in before:
            return None
        elided = before.replace("’", "'").rpartition("'")[2]  # French l'été
        if elided not in rules.back_words:
            return None
    back = rules.back.search(text, max(behind, part.start - _LONGEST_BACK), part.start)
    longer = searched.part_at(back.start(), is_backed=True) if back else None
    if longer is None:
        return None
    if longer.end < part.end and len(part.group("z") or "") != _BARE_YEAR:
        return None  # a second year of four digits is found again behind the mark
    if longer.pattern.kind == "year":
        return longer if is_year(longer, False, word_before(text, longer.start)) else None
    return longer


def _is_cut_short(date: FoundDate) -> bool:
    """Tell whether a bare number goes on behind a dash with what is no year (``1990-12345``)."""
    if date.text_behind(1) not in _DASHES:
        return False
    return date.is_year and date.text_behind(2)[1:].isdecimal() and not date.form.year_suffix


def _is_date(part: Part, last: FoundDate | None = None) -> bool:
    """Tell whether a match other than of a bare year is a date, by what stands around it."""
    kind = part.pattern.kind
    if kind == "month":
        return is_lone_month(part, last)
    if kind == "date":
        return _is_plausible(part) and not _is_joined(part)
    if kind in ("numeric", "iso"):
        return _is_numeric(part) and not _is_joined(part)
    return True


def _is_joined(part: Part) -> bool:
    """Tell whether a hyphen joins a number to what stands before it (``x-5 May``)."""
    text, start = part.text, part.start
    return start > 0 and text[start - 1] == "-" and text[start].isdecimal()


def _is_plausible(part: Part) -> bool:
    """Tell whether day, month and year as matched are a date."""
    day = part.group("d")
    if day is None or part.group("y") is not None:
        return True
    name = part.pattern.names.get("m")
    if name is not None and part.end != part.match.end(name) and is_counted(part):
        return False  # "March 20 people": the number belongs to what is behind it
    # A day that no month has is the slip of a pen only beside a year.
    return not day.isdecimal() or 0 < int(day) <= _LONGEST_MONTH


def _is_numeric(part: Part) -> bool:
    """Tell whether the numbers of a numeric date are near enough to a date to be one."""
    if word_before(part.text, part.start) in part.grammar.facts.number_before:
        return False
    month, day = int(part.group("k") or 0), int(part.group("d") or 0)
    if part.pattern.kind == "iso":
        return month <= 19 and day <= 39
    return 0 < month <= 31 and 0 < day <= 31 and (month <= 12 or day <= 12)


def _with_range(part: Part, searched: _Searched, field: bool) -> FoundDate:
    """Look behind a date for the other end of a range and give both, or the one."""
    rules, text = part.grammar, part.text
    mark = rules.mark_at(text, part.end)
    if mark is None or part.pattern.kind in ("years", "month") or mark.end() >= len(text):
        return _single(part, searched)
    present = rules.present.match(text, mark.end())
    if present and (present[0] not in rules.facts.ongoing or mark[0].strip() in _DASHES):
        return FoundDate(searched, part, None, mark[0], present.end())
    other = searched.part_at(mark.end()) or _backed_at(mark.end(), searched)
    if other is None or not _fits(part, other, mark[0], field):
        return _single(part, searched)
    return FoundDate(searched, part, other, mark[0])


def _backed_at(start: int, searched: _Searched) -> Part | None:
    """Match the other end of a range that begins with the word for year."""
    rules = searched.rules
    if not rules.facts.year_words or searched.text[start].isdecimal():
        return None
    return searched.part_at(start, is_backed=True)


def _fits(first: Part, second: Part, mark: str, field: bool) -> bool:
    """Tell whether two dates with a mark between them are one range."""
    conjunction = first.grammar.conjunctions.get(mark.strip())
    if conjunction is not None and not _stands_before(first, conjunction):
        return False
    if _level(first.pattern, first) != _level(second.pattern, second) or _differ(first, second):
        return False
    if second.pattern.kind == "year":
        return is_year_in_range(second)
    if second.pattern.kind == "years":
        return is_year(second, field, "")
    return _is_date(second)


def _differ(first: Part, second: Part) -> bool:
    """Tell whether two years have the marks of different calendars."""
    marks = first.grammar.facts.marks_after
    kinds = [marks.get(" ".join((part.group("s") or "").split())) for part in (first, second)]
    lunar = [kind in ("hijri", "solar-hijri") for kind in kinds]
    return None not in kinds and (lunar[0] != lunar[1] or (lunar[0] and kinds[0] != kinds[1]))


def _stands_before(part: Part, word: str) -> bool:
    """Tell whether a word stands directly before a date."""
    start = part.start
    return part.text[max(0, start - len(word) - 2) : start].lower().split()[-1:] == [word]


def _level(pattern: Pattern, part: Part) -> str:
    """Name how fine a date is, to tell what can be the ends of one range."""
    if pattern.kind == "date":
        return "day" if part.has("d") else "month"
    return _SAME.get(pattern.kind, pattern.kind)


def _single(part: Part, searched: _Searched) -> FoundDate:
    """Give a date that is no range, or one that is open at its end."""
    text, end = part.text, part.end
    facts = part.grammar.facts
    if facts.open_after and part.pattern.kind == "year" and part.has("s"):
        word = part.grammar.next_word.match(text, end)
        if word is not None and word[1] in facts.open_after and _ends_clause(text, word.end()):
            return FoundDate(searched, part, open_end=end)
    return FoundDate(searched, part)


def _ends_clause(text: str, place: int) -> bool:
    """Tell whether a text ends at ``place`` or goes on with a mark of punctuation."""
    rest = text[place : place + 1]
    return not rest or rest in ",،;؛.۔)"


def _is_night(text: str, start: int, end: int, rules: Grammar) -> bool:
    """Tell whether two days are called a night."""
    if rules.night_after is not None and rules.night_after.match(text, end):
        return True
    before = " ".join(text[max(0, start - 16) : start].lower().split())
    return any(before.endswith(words) for words in rules.facts.night_before)
