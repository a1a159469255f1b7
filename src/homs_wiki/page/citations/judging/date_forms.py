"""The forms of dates that Module:Citation/CS1 accepts, and what each says.

A form is tried after the other; the first whose shape fits decides, and if its conditions fail
(a day that the month doesn't have, years in the wrong order) the date is bad. ``-`` in the shapes
is a hyphen or an en dash.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from homs_wiki.profile.citation_module import CitationModule
from homs_wiki.profile.memo import Memo
from homs_wiki.source.lazy import lazily

_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS: Final = ("Winter", "Spring", "Summer", "Fall", "Autumn")
_NAMED: Final = frozenset(
    {
        "First Quarter", "Second Quarter", "Third Quarter", "Fourth Quarter", "Easter", "Christmas",
    }
)  # fmt: skip
_GREGORIAN_FROM: Final = 1582


class DateForm:
    """What a date says, if the module reads it.

    Attributes:
        form: number of the form in the module's order, 1 to 17; 0 for "n.d.", -1 for "c. 2009".
        years: those that it names in full, and the later one of a short range.
        day: year, month and day of a single whole date; else None.
        date_only: accepted in ``date`` and not in other parameters.
    """

    __slots__ = ("date_only", "day", "form", "years")

    def __init__(
        self,
        form: int,
        years: tuple[int, ...],
        day: tuple[int, int, int] | None = None,
        *,
        date_only: bool = False,
    ) -> None:
        self.form = form
        self.years = years
        self.day = day
        self.date_only = date_only


# Number and styles of a month by one of its names; both of a range must have a style in common.
_Month = tuple[int, frozenset[str]]


class _Words:
    """The names that dates on a wiki may have.

    Attributes:
        months: of the Gregorian calendar.
        seasons: English ones; others are not known.
        marks: letters behind a year; none in English.
        others: single words of `_NAMED`.
    """

    __slots__ = ("marks", "months", "others", "seasons")

    def __init__(
        self,
        months: Mapping[str, _Month],
        seasons: frozenset[str],
        marks: frozenset[str] = frozenset(),
    ) -> None:
        self.months = months
        self.seasons = seasons
        self.marks = marks
        self.others = seasons.union(*(name.split() for name in _NAMED))


# Building blocks. A name is anything but digits; which names are right is looked up.
_D = "([1-9][0-9]?)"
_Y3 = "([0-9]{3,4})"
_Y = "([0-9]{4})"
_NAME = r"([^\W\d_](?:[^\d,–-]*[^\W\d_])?)"
_DASH = "[-–]"
_A = r"[^\W\d_]?"

_Read = Callable[["re.Match[str]", _Words], DateForm | None]


def _real(year: int, month: int, day: int) -> bool:
    """Tell whether there was such a day: Julian before 1582, Gregorian from then on."""
    if month == 2 and day == 29:
        return year % 4 == 0 and (year < _GREGORIAN_FROM or year % 100 != 0 or year % 400 == 0)
    return 1 <= day <= _LENGTHS[month - 1]


def _same_style(first: _Month, last: _Month) -> bool:
    return bool(first[1] & last[1])


def _whole(form: int, year: str, month: int, day: str) -> DateForm | None:
    date = (int(year), month, int(day))
    return DateForm(form, date[:1], date) if _real(*date) else None


def _iso(match: "re.Match[str]", _: _Words) -> DateForm | None:
    year, month, day = match.groups()
    if not 1 <= int(month) <= 12 or int(year) < _GREGORIAN_FROM:
        return None
    return _whole(1, year, int(month), day)


def _month_day(match: "re.Match[str]", words: _Words) -> DateForm | None:
    month = words.months.get(match[1])
    return _whole(2, match[3], month[0], match[2]) if month else None


def _day_month(match: "re.Match[str]", words: _Words) -> DateForm | None:
    month = words.months.get(match[2])
    return _whole(4, match[3], month[0], match[1]) if month else None


def _days(
    form: int, month: str, days: tuple[str, str], year: str, words: _Words
) -> DateForm | None:
    found = words.months.get(month)
    first, last = map(int, days)
    if not found or first >= last or not _real(int(year), found[0], last):
        return None
    return DateForm(form, (int(year),))


def _month_days(match: "re.Match[str]", words: _Words) -> DateForm | None:
    return _days(3, match[1], (match[2], match[3]), match[4], words)


def _days_month(match: "re.Match[str]", words: _Words) -> DateForm | None:
    return _days(5, match[3], (match[1], match[2]), match[4], words)


def _two_days(
    form: int, first: tuple[str, str], last: tuple[str, str], year: str, words: _Words
) -> DateForm | None:
    """Read two days of one year, each given as name of the month and day."""
    one, two = words.months.get(first[0]), words.months.get(last[0])
    if one is None or two is None:
        seasons = words.seasons.issuperset((first[0], last[0])) and first[0] != last[0]
        return DateForm(form, (int(year),), date_only=True) if seasons and form == 7 else None
    if one[0] >= two[0] or not _same_style(one, two):
        return None
    days = (one[0], int(first[1])), (two[0], int(last[1]))
    if not all(_real(int(year), *day) for day in days):
        return None
    return DateForm(form, (int(year),))


def _day_month_twice(match: "re.Match[str]", words: _Words) -> DateForm | None:
    return _two_days(6, (match[2], match[1]), (match[4], match[3]), match[5], words)


def _month_day_twice(match: "re.Match[str]", words: _Words) -> DateForm | None:
    return _two_days(7, (match[1], match[2]), (match[3], match[4]), match[5], words)


def _two_dates(
    form: int, first: tuple[str | Any, ...], last: tuple[str | Any, ...], words: _Words
) -> DateForm | None:
    """Read two days of two years, each given as year, name of the month and day."""
    one, two = words.months.get(first[1]), words.months.get(last[1])
    years = int(first[0]), int(last[0])
    if one is None or two is None or years[0] >= years[1] or not _same_style(one, two):
        return None
    if not (_real(years[0], one[0], int(first[2])) and _real(years[1], two[0], int(last[2]))):
        return None
    return DateForm(form, years)


def _dmy_twice(match: "re.Match[str]", words: _Words) -> DateForm | None:
    return _two_dates(8, match.group(3, 2, 1), match.group(6, 5, 4), words)


def _mdy_twice(match: "re.Match[str]", words: _Words) -> DateForm | None:
    return _two_dates(9, match.group(3, 1, 2), match.group(6, 4, 5), words)


def _season_short(match: "re.Match[str]", _: _Words) -> DateForm | None:
    year = int(match[1])
    last = year - year % 100 + int(match[2])
    return DateForm(10, (year, last)) if last == year + 1 else None


def _season_years(match: "re.Match[str]", _: _Words) -> DateForm | None:
    years = int(match[1]), int(match[2])
    return DateForm(11, years, date_only=True) if years[1] == years[0] + 1 else None


def _names_years(match: "re.Match[str]", words: _Words) -> DateForm | None:
    years = int(match[2]), int(match[4])
    months = words.months.get(match[1]), words.months.get(match[3])
    if years[0] >= years[1]:
        return None
    if months[0] and months[1]:
        return DateForm(12, years) if _same_style(months[0], months[1]) else None
    if words.seasons.issuperset((match[1], match[3])):
        return DateForm(12, years, date_only=True)
    return None


def _names_year(match: "re.Match[str]", words: _Words) -> DateForm | None:
    first, last, year = match[1], match[2], int(match[3])
    months = words.months.get(first), words.months.get(last)
    if months[0] and months[1]:
        fits = months[0][0] < months[1][0] and _same_style(months[0], months[1])
        return DateForm(13, (year,)) if fits else None
    if words.seasons.issuperset((first, last)) and first != last:
        return DateForm(13, (year,), date_only=True)
    return None


def _name_year(match: "re.Match[str]", words: _Words) -> DateForm | None:
    name, year = _SPACES.sub(" ", match[1]), int(match[2])
    if name in words.months:
        return DateForm(14, (year,))
    if name in words.seasons or name in _NAMED:
        return DateForm(14, (year,), date_only=True)
    return None


def _years(match: "re.Match[str]", _: _Words) -> DateForm | None:
    years = int(match[1]), int(match[2])
    return DateForm(15, years) if years[0] < years[1] else None


def _years_short(match: "re.Match[str]", _: _Words) -> DateForm | None:
    year = int(match[1])
    last = year - year % 100 + int(match[2])
    return DateForm(16, (year, last)) if int(match[2]) >= 13 and last > year else None


def _year(match: "re.Match[str]", _: _Words) -> DateForm | None:
    return DateForm(17, (int(match[1]),))


_SPACES: Final = lazily(" +")
_NO_DATE: Final = lazily(rf"(?:n\.d\.|nd){_A}")
_CIRCA: Final = lazily(rf"c\. ([1-9][0-9]{{2,3}}){_A}")

# The usual ones first; their shapes exclude those that are tried before them in the module.
_FORMS: Final[tuple[tuple[str, _Read], ...]] = (
    (f"{_Y}-([0-9]{{2}})-(?!00)([0-9]{{2}})", _iso),
    (f"{_D} +{_NAME} +{_Y3}{_A}", _day_month),
    (f"{_NAME} +{_D}, +{_Y3}{_A}", _month_day),
    (f"{_Y3}{_A}", _year),
    (f"{_NAME} +{_Y}{_A}", _name_year),
    (f"{_NAME} +{_D}{_DASH}{_D}, +{_Y}{_A}", _month_days),
    (f"{_D}{_DASH}{_D} +{_NAME} +{_Y}{_A}", _days_month),
    (f"{_D} +{_NAME} +{_DASH} +{_D} +{_NAME} +{_Y}{_A}", _day_month_twice),
    (f"{_NAME} +{_D} +{_DASH} +{_NAME} +{_D}, +{_Y}{_A}", _month_day_twice),
    (f"{_D} +{_NAME} +{_Y} +{_DASH} +{_D} +{_NAME} +{_Y}{_A}", _dmy_twice),
    (f"{_NAME} +{_D}, +{_Y} +{_DASH} +{_NAME} +{_D}, +{_Y}{_A}", _mdy_twice),
    (f"(?:Winter|Summer) +{_Y}{_DASH}([0-9]{{2}}){_A}", _season_short),
    (f"(?:Winter|Summer) +{_Y}{_DASH}{_Y}{_A}", _season_years),
    (f"{_NAME} +{_Y} +{_DASH} +{_NAME} +{_Y}{_A}", _names_years),
    (f"{_NAME}{_DASH}{_NAME} +{_Y}{_A}", _names_year),
    (f"{_Y3}{_DASH}{_Y3}{_A}", _years),
    (f"{_Y}{_DASH}([0-9]{{2}}){_A}", _years_short),
)


# What cannot be read like this may mean something else: 2020-05, a month and its other name.
_ELSEWHERE: Final = frozenset({_name_year, _names_year, _years_short})
_SHAPES: Final = tuple((lazily(shape), read) for shape, read in _FORMS)


class DateReader:
    """Reads the dates of one wiki's citations; the same few stand in many of them.

    Args:
        module: the module of the wiki.

    Attributes:
        read: text → what it says; False if it is no date, True if that cannot be known: a
            template makes it, or the wiki's module may know words and digits that we don't.
    """

    __slots__ = ("_digits", "_is_english", "_is_stock", "_words", "read")

    def __init__(self, module: CitationModule) -> None:
        self._words = _words(module.profile.language)
        self._is_english = module.is_english
        self._is_stock = module.stock_dates
        self._digits = str.maketrans("".join(module.digits), "0123456789" * len(module.digits))
        self.read: Memo[str, DateForm | bool] = Memo(self._read)

    def _read(self, text: str) -> DateForm | bool:
        if "{{" in text or len(text) > _LONGEST:
            return "{{" in text
        plain = text if text.isascii() else text.translate(self._digits)
        if _NO_DATE.fullmatch(plain):
            return DateForm(0, (), date_only=True)
        if match := _CIRCA.fullmatch(plain):
            return DateForm(-1, (int(match[1]),))
        for shape, read in _SHAPES:
            if match := shape.fullmatch(plain):
                found = read(match, self._words)
                return found or self._may_be_read(plain, read)
        return not self._is_stock or self._may_be_read(plain)

    def _may_be_read(self, text: str, read: _Read | None = None) -> bool:
        """Tell whether there is a word, a digit or a form in a date that only the wiki may know.

        Args:
            text: the date.
            read: what should have read it.
        """
        if self._is_english:
            return False
        if not self._is_stock and read in _ELSEWHERE:
            return True
        known = self._words
        for word in _WORD.findall(text):
            if word not in known.months and word not in known.others and word not in known.marks:
                return True
        return any(digit not in "0123456789" for digit in _DIGIT.findall(text))


_LONGEST: Final = 100
_WORD: Final = lazily(r"[^\W\d_]+")
_DIGIT: Final = lazily(r"\d")


def _words(language: str) -> _Words:
    """Return the names that dates on a wiki may have: the English ones and its own."""
    long, short = frozenset({"long"}), frozenset({"short"})
    months = {name[:3]: (number, short) for number, name in enumerate(_MONTHS, 1)}
    months.update((name, (number, long)) for number, name in enumerate(_MONTHS, 1))
    months["May"] = (5, long | short)
    if language == "en":
        return _Words(months, frozenset(_SEASONS))
    from homs_wiki.profile.dates import load_date_facts

    facts = load_date_facts(language)
    for name, month in facts.months.items():
        if month.calendar == "gregorian" and month.language == language:
            months[name] = (month.number, long | short)
    return _Words(months, frozenset(_SEASONS), frozenset(facts.marks_after))
