"""How dates are written in a language: the typed reader of ``data/dates/*.toml``.

Each file holds the names of the months of up to three calendars, the marks and words that stand
around years, and the patterns in which day, month and year follow each other. The files are read
when a language is first asked for; nothing is read on import.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from homs_wiki.profile.tables import ProfileError

Calendar = Literal["gregorian", "hijri", "solar-hijri"]
YearMark = Literal["gregorian", "bc", "hijri", "solar-hijri"]

CALENDARS: Final[tuple[Calendar, ...]] = ("gregorian", "hijri", "solar-hijri")
YEAR_MARKS: Final[tuple[YearMark, ...]] = ("gregorian", "bc", "hijri", "solar-hijri")
SEASONS: Final = ("spring", "summer", "autumn", "winter")

DIGIT_SETS: Final[Mapping[str, str]] = {
    "latin": "0123456789",
    "persian": "۰۱۲۳۴۵۶۷۸۹",
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "devanagari": "०१२३४५६७८९",
    "fullwidth": "０１２３４５６７８９",
}
"""Digit sets by name; ``persian`` (U+06F0 …) is the one Urdu shares."""


class MonthName(NamedTuple):
    """What a month name says: number from 1, calendar, ``long`` or ``short``, language code."""

    number: int
    calendar: Calendar
    style: Literal["long", "short"]
    language: str


class DateFacts(NamedTuple):
    """Everything that reading the dates of one language needs; see the comments in the data.

    Two of them are equal only if they are the same object, so that they can be keys of a cache.
    """

    language: str
    digit_sets: tuple[str, ...]
    """Names in ``DIGIT_SETS``; the first is the one the language's Wikipedia writes."""
    house: Mapping[str, str]
    """What the house writes in running text: ``order``, ``digits``, ``year_suffix``, as known."""
    unspaced: bool
    """The script puts no spaces between words, so that a word has no visible edge."""
    months: Mapping[str, MonthName]
    doubtful_months: frozenset[str]
    """Month names that are other words too: never a date without a number or a clear word."""
    lone_month_before: frozenset[str]
    lone_month_after: frozenset[str]
    doubtful_month_before: frozenset[str]
    seasons: Mapping[str, str]
    day_words: Mapping[str, int]
    ordinals: tuple[str, ...]
    prefixes: tuple[str, ...]
    """Particles that are written together with the word behind them."""
    commas: tuple[str, ...]
    marks_after: Mapping[str, YearMark]
    """What may follow a year (``ء``, ``AD``, ``г.``) and what it says."""
    weak_marks: frozenset[str]
    """Marks that are units too (``م`` metre, ``г.`` gram): no evidence of a year by themselves."""
    short_marks: frozenset[str]
    """Marks that make a year even of a number of one or two digits (``66 AD``; not ``3 года``)."""
    weak_mark_before: frozenset[str]
    """Words before a number that make it a year if a weak mark follows."""
    marks_before: Mapping[str, YearMark]
    year_words: tuple[str, ...]
    """The word for year where it stands before the number as a part of the date (``سنہ``)."""
    year_before: frozenset[str]
    year_before_two: frozenset[str]
    year_after: frozenset[str]
    no_year_before: frozenset[str]
    """Beginnings of what stands behind a number that is no year, whatever other words say."""
    year_endings: tuple[str, ...]
    """Case endings that follow a year without a space (Turkish ``'te``)."""
    determiners: frozenset[str]
    """Words before a year that describes what stands behind it (``the 2011 riots``)."""
    list_words: frozenset[str]
    """What joins years to a list: a year behind a year and one of these is one too."""
    counted: frozenset[str]
    """What is counted or measured: a number before one of these is no year."""
    number_before: frozenset[str]
    """Words before a number that is no year (``page``, ``about``, ``population of``)."""
    solar_years: tuple[int, int] | None
    """Bare years in this range are solar Hijri ones."""
    range_words: tuple[str, ...]
    between: tuple[tuple[str, str], ...]
    open_after: frozenset[str]
    present: tuple[str, ...]
    approximate: frozenset[str]
    night_before: tuple[str, ...]
    night_after: tuple[str, ...]
    numeric: tuple[str, ...]
    """Numeric forms: order and separator, ``dmy.``, ``mdy/``; ``any/`` where the order is open."""
    date_patterns: tuple[str, ...]
    decade_patterns: tuple[str, ...]
    century_patterns: tuple[str, ...]
    season_patterns: tuple[str, ...]
    century_words: Mapping[str, int]
    century_anchor: str
    """The word for century where a number word stands before it; empty where it is behind."""
    back_links: frozenset[str]
    """Words between a season or the word for year and the year (``summer of 1990``)."""
    starts: tuple[str, ...]
    """Words with which a decade or century pattern begins."""
    eras: Mapping[str, int]
    """Names of eras that count years anew (令和), with the year before their first."""

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


_FOLDER: Final = Path(__file__).parent / "data" / "dates"
_KEYS: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(keys.split())
    for name, keys in {
        "": "digits unspaced also prefixes commas approximate house months month seasons day year"
        " range night patterns century eras",
        "house": "order digits year_suffix",
        "months": " ".join(CALENDARS),
        "month": "before after doubtful doubtful_before",
        "seasons": " ".join(SEASONS),
        "day": "words ordinals",
        "year": "words links solar evidence_before evidence_before_two evidence_after determiners"
        " short list endings counted no_year_before no_year_after weak weak_before after before",
        "range": "words between open_after present",
        "night": "before after",
        "patterns": "date decade century season numeric starts",
        "century": "anchor words",
    }.items()
}


@cache
def load_date_facts(language: str) -> DateFacts:
    """Give the date facts of a language by its code; English ones where we have no file for it."""
    table = _read(language)
    if table is None:
        return load_date_facts("en")
    return _facts(language, table)


def _read(language: str) -> dict[str, Any] | None:
    """Read one data file; ``None`` where there is none.

    Raises:
        ProfileError: it is not TOML, or has a key that nothing reads: a mistake of ours.
    """
    if not (language.isascii() and language.isalpha()):
        return None
    try:
        content = (_FOLDER / f"{language}.toml").read_bytes()
    except FileNotFoundError:
        return None
    try:
        table = tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(f"dates/{language}.toml: {error}") from error
    for name, keys in _KEYS.items():
        unknown = (table.get(name, {}) if name else table).keys() - keys
        if unknown:
            raise ProfileError(f"dates/{language}.toml, [{name}]: unknown keys {sorted(unknown)}")
    return table


def _facts(language: str, table: Mapping[str, Any]) -> DateFacts:
    """Make the typed value of a read file."""
    year = table.get("year", {})
    month = table.get("month", {})
    span = table.get("range", {})
    pattern = table.get("patterns", {})
    solar = year.get("solar")
    prefixes = ("", *table.get("prefixes", ()))

    def words(part: Mapping[str, Any], key: str) -> frozenset[str]:
        return frozenset(prefix + word for word in part.get(key, ()) for prefix in prefixes)

    return DateFacts(
        language=language,
        digit_sets=tuple(table["digits"]),
        house=table.get("house", {}),
        unspaced=table.get("unspaced", False),
        months=_all_months(language, table),
        doubtful_months=frozenset(month.get("doubtful", ())),
        lone_month_before=words(month, "before"),
        lone_month_after=words(month, "after"),
        doubtful_month_before=words(month, "doubtful_before"),
        seasons={word: name for name in SEASONS for word in table.get("seasons", {}).get(name, ())},
        day_words=table.get("day", {}).get("words", {}),
        ordinals=tuple(table.get("day", {}).get("ordinals", ())),
        prefixes=tuple(table.get("prefixes", ())),
        commas=tuple(table.get("commas", (",",))),
        marks_after=_marks(year.get("after", {})),
        weak_marks=frozenset(year.get("weak", ())),
        short_marks=_short_marks(year),
        weak_mark_before=words(year, "weak_before"),
        marks_before=_marks(year.get("before", {})),
        year_words=tuple(year.get("words", ())),
        year_before=words(year, "evidence_before"),
        year_before_two=words(year, "evidence_before_two"),
        year_after=words(year, "evidence_after"),
        no_year_before=words(year, "no_year_before"),
        year_endings=tuple(year.get("endings", ())),
        determiners=words(year, "determiners"),
        list_words=words(year, "list"),
        counted=words(year, "counted"),
        number_before=words(year, "no_year_after"),
        solar_years=(solar[0], solar[1]) if solar else None,
        range_words=tuple(span.get("words", ())),
        between=tuple((first, last) for first, last in span.get("between", ())),
        open_after=words(span, "open_after"),
        present=tuple(span.get("present", ())),
        approximate=words(table, "approximate"),
        night_before=tuple(table.get("night", {}).get("before", ())),
        night_after=tuple(table.get("night", {}).get("after", ())),
        numeric=tuple(pattern.get("numeric", ())),
        date_patterns=tuple(pattern["date"]),
        decade_patterns=tuple(pattern.get("decade", ())),
        century_patterns=tuple(pattern.get("century", ())),
        season_patterns=tuple(pattern.get("season", ())),
        century_words=table.get("century", {}).get("words", {}),
        century_anchor=table.get("century", {}).get("anchor", ""),
        back_links=words(year, "links"),
        starts=tuple(pattern.get("starts", ())),
        eras=table.get("eras", {}),
    )


def _marks(table: Mapping[str, Iterable[str]]) -> dict[str, YearMark]:
    """Turn mark lists by meaning into meanings by mark."""
    return {mark: meaning for meaning in YEAR_MARKS for mark in table.get(meaning, ())}


def _short_marks(year: Mapping[str, Any]) -> frozenset[str]:
    """Collect the marks of an era other than the common one, and those the file names."""
    after = year.get("after", {})
    eras = [mark for meaning in YEAR_MARKS[1:] for mark in after.get(meaning, ())]
    return frozenset((*eras, *year.get("short", ()))) - frozenset(year.get("weak", ()))


def _all_months(language: str, table: Mapping[str, Any]) -> dict[str, MonthName]:
    """Collect a language's month names and, behind them, those of the languages it also reads."""
    names: dict[str, MonthName] = {}
    for other in table.get("also", ()):
        names.update(_months(other, _read(other) or {}, ("gregorian",)))
    names.update(_months(language, table, CALENDARS))
    return names


def _months(
    language: str, table: Mapping[str, Any], calendars: Iterable[Calendar]
) -> dict[str, MonthName]:
    """Collect the month names written in one file."""
    names: dict[str, MonthName] = {}
    for calendar in calendars:
        months = table.get("months", {}).get(calendar, {})
        # Long names last: where both styles share a name (May, June) it is the long one.
        for style, key in (("short", "short"), ("long", "variants"), ("long", "long")):
            for number, spellings in enumerate(months.get(key, ()), 1):
                for name in (spellings,) if isinstance(spellings, str) else spellings:
                    names[name] = MonthName(number, calendar, style, language)  # type: ignore[arg-type]
    return names
