"""How dates are written in a language: the typed reader of ``data/dates/*.toml``.

Each file holds the names of the months of up to three calendars, the marks and words that stand
around years, and the patterns in which day, month and year follow each other. The files are read
when a language is first asked for; nothing is read on import.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from homs_wiki.profile.compiled import read_toml
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
    glued: bool
    """Dates are often written without the spaces in them (``6ستمبر1965ء``)."""
    months: Mapping[str, MonthName]
    doubtful_months: frozenset[str]
    """Month names that are other words too: never a date without a number or a clear word."""
    lone_month_before: frozenset[str]
    lone_month_after: frozenset[str]
    lone_month_after_two: frozenset[str]
    """Pairs of words that make any name before them a month (``مارچ کے مہینے``)."""
    doubtful_month_before: frozenset[str]
    month_hints: frozenset[str]
    """Words before a doubtful name that make it a month if no name or noun is behind it."""
    seasons: Mapping[str, str]
    day_words: Mapping[str, int]
    day_ordinals: Mapping[str, int]
    """Words for days that are other numbers too, read only before a month (Arabic ``الأول من``)."""
    ordinals: tuple[str, ...]
    prefixes: tuple[str, ...]
    """Particles that are written together with the word behind them."""
    commas: tuple[str, ...]
    marks_after: Mapping[str, YearMark]
    """What may follow a year (``ء``, ``AD``, ``г.``) and what it says."""
    weak_marks: frozenset[str]
    """Marks that are units too (``م`` metre, ``г.`` gram): no evidence of a year by themselves."""
    misspelled_marks: Mapping[str, str]
    """Marks in wrong letters, and the right ones (``ہ`` for ``ھ``)."""
    either_hijri: frozenset[str]
    """Marks of Hijri years that may be those of solar Hijri ones as well."""
    short_marks: frozenset[str]
    """Marks that make a year even of a number of one or two digits (``66 AD``; not ``3 года``)."""
    weak_mark_before: frozenset[str]
    """Words before a number that make it a year if a weak mark follows."""
    marks_before: Mapping[str, YearMark]
    year_words: tuple[str, ...]
    """The word for year where it stands before the number as a part of the date (``سنہ``)."""
    year_before: frozenset[str]
    year_phrases: tuple[str, ...]
    """Phrases of two words or more that make the bare number behind them a year."""
    year_after_two: frozenset[str]
    """Pairs of words that make the bare number before them a year (``1857 کی جنگ``)."""
    amounts: frozenset[str]
    """Words of ``year_before`` that stand before amounts too, told by the noun behind these."""
    hints: frozenset[str]
    """Words before years and amounts: with one of them, what counts nothing is a year."""
    measures: frozenset[str]
    """Words that say what is measured: behind them and a hint is no year (``length of 1600``)."""
    functions: frozenset[str]
    """Words that nothing counts: articles, pronouns, some prepositions, conjunctions and verbs."""
    verbs: frozenset[str]
    """Verbs that stand behind a year at the beginning of a sentence (``1936 was``)."""
    capital_nouns: bool
    """Nouns are written with a capital, so that other words can be told from them."""
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
    range_openers: frozenset[str]
    """Words before a range that may be one of years (``من 2008 إلى 2013``)."""
    range_closers: frozenset[str]
    """Words behind two bare numbers that make them a range of years (``1998 से 2003 तक``)."""
    pairs: tuple[str, ...]
    """Words that join two days or two months to one date, but not two dates to a range."""
    between: tuple[tuple[str, str], ...]
    open_after: frozenset[str]
    present: tuple[str, ...]
    ongoing: frozenset[str]
    """Words for an end that has not come, behind a dash only (``2024ء – جاری``)."""
    approximate: frozenset[str]
    approximate_behind: tuple[str, ...]
    night_before: tuple[str, ...]
    night_after: tuple[str, ...]
    numeric: tuple[str, ...]
    """Numeric forms: order and separator, ``dmy.``, ``mdy/``; ``any/`` where the order is open."""
    date_patterns: tuple[str, ...]
    decade_patterns: tuple[str, ...]
    century_patterns: tuple[str, ...]
    season_patterns: tuple[str, ...]
    decade_words: Mapping[str, int]
    """Names of decades in a century, with their first years in it (``تسعينيات القرن العشرين``)."""
    century_words: Mapping[str, int]
    century_anchors: tuple[str, ...]
    """Words for century where a number word stands before them; none where it is behind."""
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
        "": "digits unspaced also prefixes commas approximate approximate_behind house months"
        " month seasons day year range night patterns century decade eras",
        "house": "order digits year_suffix",
        "months": " ".join(CALENDARS),
        "month": "before after after_two doubtful doubtful_before hints",
        "seasons": " ".join(SEASONS),
        "day": "words ordinals ordinals_before",
        "year": "words links solar evidence_before evidence_phrases evidence_after determiners"
        " evidence_after_two amounts hints measures functions verbs capital_nouns"
        " short list endings counted no_year_before no_year_after weak weak_before after before"
        " misspelled either_hijri",
        "range": "words pairs openers closers between open_after present ongoing",
        "night": "before after",
        "patterns": "date decade century season numeric starts glued",
        "century": "anchors words",
        "decade": "words",
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
        table = read_toml(_FOLDER / f"{language}.toml")
    except FileNotFoundError:
        return None
    except ValueError as error:
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
        listed = part.get(key, ())
        # A long list of single words is one text: TOML is read ten times as fast so.
        several = listed.split() if isinstance(listed, str) else listed
        return frozenset(prefix + word for word in several for prefix in prefixes)

    return DateFacts(
        language=language,
        digit_sets=tuple(table["digits"]),
        house=table.get("house", {}),
        unspaced=table.get("unspaced", False),
        glued=pattern.get("glued", False),
        months=_all_months(language, table),
        doubtful_months=frozenset(month.get("doubtful", ())),
        lone_month_before=words(month, "before"),
        lone_month_after=words(month, "after"),
        lone_month_after_two=words(month, "after_two"),
        doubtful_month_before=words(month, "doubtful_before"),
        month_hints=words(month, "hints"),
        seasons={word: name for name in SEASONS for word in table.get("seasons", {}).get(name, ())},
        day_words=table.get("day", {}).get("words", {}),
        day_ordinals=table.get("day", {}).get("ordinals_before", {}),
        ordinals=tuple(table.get("day", {}).get("ordinals", ())),
        prefixes=tuple(table.get("prefixes", ())),
        commas=tuple(table.get("commas", (",",))),
        marks_after=_marks(year.get("after", {})),
        weak_marks=frozenset(year.get("weak", ())),
        misspelled_marks=year.get("misspelled", {}),
        either_hijri=frozenset(year.get("either_hijri", ())),
        short_marks=_short_marks(year),
        weak_mark_before=words(year, "weak_before"),
        marks_before=_marks(year.get("before", {})),
        year_words=tuple(year.get("words", ())),
        year_before=words(year, "evidence_before"),
        year_phrases=tuple(year.get("evidence_phrases", ())),
        year_after_two=words(year, "evidence_after_two"),
        amounts=words(year, "amounts"),
        hints=words(year, "hints"),
        measures=words(year, "measures"),
        functions=words(year, "functions"),
        verbs=words(year, "verbs"),
        capital_nouns=year.get("capital_nouns", False),
        year_after=words(year, "evidence_after"),
        no_year_before=words(year, "no_year_before"),
        year_endings=tuple(year.get("endings", ())),
        determiners=words(year, "determiners"),
        list_words=words(year, "list"),
        counted=words(year, "counted"),
        number_before=words(year, "no_year_after"),
        solar_years=(solar[0], solar[1]) if solar else None,
        range_words=tuple(span.get("words", ())),
        range_openers=words(span, "openers"),
        range_closers=words(span, "closers"),
        pairs=tuple(span.get("pairs", ())),
        between=tuple((first, last) for first, last in span.get("between", ())),
        open_after=words(span, "open_after"),
        present=tuple(span.get("present", ())),
        ongoing=frozenset(span.get("ongoing", ())),
        approximate=words(table, "approximate"),
        approximate_behind=tuple(table.get("approximate_behind", ())),
        night_before=tuple(table.get("night", {}).get("before", ())),
        night_after=tuple(table.get("night", {}).get("after", ())),
        numeric=tuple(pattern.get("numeric", ())),
        date_patterns=tuple(pattern["date"]),
        decade_patterns=tuple(pattern.get("decade", ())),
        century_patterns=tuple(pattern.get("century", ())),
        season_patterns=tuple(pattern.get("season", ())),
        decade_words=table.get("decade", {}).get("words", {}),
        century_words=table.get("century", {}).get("words", {}),
        century_anchors=tuple(table.get("century", {}).get("anchors", ())),
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
