"""Finding dates in plain text: forms, single dates as the wikis write them, any text at all."""

import string
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page.dates import Date, find_dates
from homs_wiki.page.dates.grammar import grammar
from homs_wiki.profile.dates import DIGIT_SETS, load_date_facts

LANGUAGES = ("ur", "en", "ar", "fa", "hi", "de", "fr", "es", "ru", "tr", "zh", "ja")
_PATTERNS = tomllib.loads((Path(__file__).parent / "patterns.toml").read_text(encoding="utf-8"))
_SINGLE = [
    (language, text, expected)
    for language, dates in _PATTERNS.items()
    for text, expected in dates.items()
]


@pytest.mark.parametrize(("language", "text", "expected"), _SINGLE)
def test_single_date_is_read_whole(
    language: str, text: str, expected: str, said: Callable[[Date], str]
) -> None:
    found = find_dates(text, load_date_facts(language), field=True)
    assert [(date.text, said(date.date)) for date in found] == [(text, expected)]


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("en", "5 December 2024", {"order": "dmy", "month_style": "long", "month_language": "en"}),
        ("en", "December 5, 2024", {"order": "mdy", "comma": ","}),
        ("en", "5 Dec 2024", {"order": "dmy", "month_style": "short"}),
        ("en", "5 December", {"order": "dm"}),
        ("en", "December 5", {"order": "md"}),
        ("en", "December 2024", {"order": "my"}),
        ("en", "05 December 2024", {"leading_zero": True}),
        ("en", "5th December 2024", {"ordinal": "th"}),
        ("en", "2024-12-05", {"order": "iso", "month_style": "number"}),
        ("en", "14/5/2024", {"order": "numeric"}),
        ("en", "7 - 8 December", {"separator": " - "}),
        ("en", "7–8 December", {"separator": "–"}),
        ("en", "1990 to 2000", {"separator": " to "}),
        ("en", "44 BC", {"year_suffix": "BC", "suffix_gap": " "}),
        ("ur", "5 دسمبر 2024ء", {"year_suffix": "ء", "suffix_gap": "", "month_language": "ur"}),
        ("ur", "2024 ء", {"year_suffix": "ء", "suffix_gap": " "}),
        ("ur", "2024ئ", {"year_suffix": "ئ"}),
        ("ur", "سنہ 2024ء", {"year_word": "سنہ", "order": "y"}),
        ("ur", "جنوری 9, 2010", {"order": "mdy", "comma": ","}),
        ("ur", "7 جنوری، 2024ء", {"order": "dmy", "comma": "،"}),
        ("ur", "۵ دسمبر ۲۰۲۴ء", {"digits": "persian"}),
        ("ur", "٥ دسمبر ٢٠٢٤ء", {"digits": "arabic"}),
        ("ur", "5 دسمبر ۲۰۲۴ء", {"digits": "mixed"}),
        ("ur", "5 December 2024", {"month_language": "en", "year_suffix": ""}),
        ("fr", "1er mars 2010", {"ordinal": "er"}),
        ("de", "5. Dezember 2024", {"ordinal": "."}),
        ("hi", "५ दिसंबर २०२४", {"digits": "devanagari"}),
        ("ru", "5 декабря 2024 года", {"year_suffix": "года"}),
        ("zh", "2024年12月5日", {"order": "ymd", "month_style": "number"}),
    ],
)
def test_form(language: str, text: str, form: dict[str, object]) -> None:
    (date,) = find_dates(text, load_date_facts(language), field=True)
    assert {name: getattr(date.form, name) for name in form} == form


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "the 1990s", "#s"),
        ("en", "the 1990's", "#'s"),
        ("en", "the '90s", "'#s"),
        ("en", "the 21st century", "#th century"),
        ("en", "the 19th-century", "#th-century"),
        ("en", "the nineteenth century", "one century"),
        ("ur", "13 ویں صدی", "# ویں صدی"),
        ("ur", "13ویں صدی", "#ویں صدی"),
        ("ur", "تیرہویں صدی", "one صدی"),
        ("ur", "1990ء کی دہائی", "#ء کی دہائی"),
        ("ur", "1990 کے عشرے", "# کے عشرے"),
        ("fr", "le XIXe siècle", "Ie siècle"),
        ("fr", "le 19e siècle", "#e siècle"),
        ("ar", "تسعينيات القرن 20", "one القرن #"),
        ("en", "5 May 2024", ""),
    ],
)
def test_form_of_a_period(language: str, text: str, period: str) -> None:
    (date,) = find_dates(text, load_date_facts(language))
    assert date.form.period == period


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        ("5 May – 8 May 2024", ("month",)),
        ("5 May 2024 – 8 May 2024", ("month", "year")),
        ("5 May 2024 – 8 June 2024", ("year",)),
        ("2024-05-05/2024-05-08", ("month", "year")),
        ("5 May – 8 June 2024", ()),
        ("5–8 May 2024", ()),
        ("5 May 2024 – present", ()),
        ("5 May 2024", ()),
    ],
)
def test_what_a_range_repeats(text: str, repeated: tuple[str, ...]) -> None:
    (date,) = find_dates(text, load_date_facts("en"))
    assert date.repeated == repeated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "2011–present"),
        ("en", "27 November 2024 – ongoing"),
        ("en", "May 2011 to date"),
        ("ur", "2011ء – تاحال"),
        ("ur", "27 نومبر 2024ء – جاری"),
        ("ur", "2011ء تا حال"),
        ("ar", "2011–الآن"),
        ("ar", "2011 حتى الآن"),
        ("fa", "۲۰۱۱–تاکنون"),
        ("de", "1990 bis heute"),
        ("fr", "1990 à aujourd'hui"),
        ("es", "1990-presente"),
        ("ru", "1990 — настоящее время"),
        ("tr", "1990-günümüz"),
        ("zh", "1990年至今"),
        ("ja", "1990年～現在"),
    ],
)
def test_range_without_an_end(language: str, text: str) -> None:
    (date,) = find_dates(text, load_date_facts(language), field=True)
    assert (date.text, date.date.end) == (text, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "c. 1450"),
        ("en", "(c.1450)"),
        ("en", "circa 1450"),
        ("ur", "تقریباً 1450ء میں"),
        ("ur", "لگ بھگ 1450ء میں"),
        ("ur", "1450ء کے لگ بھگ"),
        ("ur", "1450ء کے قریب"),
        ("ar", "حوالي عام 1450"),
        ("fa", "حدود سال ۱۴۵۰"),
        ("de", "um 1450 gebaut"),
        ("fr", "vers 1450"),
        ("ru", "около 1450 года"),
        ("hi", "1450 ई. के आसपास"),
        ("tr", "MS 450 civarında"),
        ("zh", "约1450年"),
        ("ja", "1450年頃"),
    ],
)
def test_approximate_date(language: str, text: str) -> None:
    (date,) = find_dates(text, load_date_facts(language))
    assert date.date.approximate


@pytest.mark.parametrize(
    "text", ["1450ء میں", "یہ 1450ء میں", "1450ء کے بعد", "قریبی 1450ء کے بعد"]
)
def test_date_that_is_not_approximate(text: str) -> None:
    (date,) = find_dates(f"{text} بنا۔", load_date_facts("ur"))
    assert not date.date.approximate


@pytest.mark.parametrize("text", ["656ھ - 1258ء", "656ھ تا 1258ء", "656ھ/1258ء"])
def test_years_of_two_calendars_are_no_range(text: str, said: Callable[[Date], str]) -> None:
    found = find_dates(f"بغداد {text} میں گرا۔", load_date_facts("ur"))
    assert [said(date.date) for date in found] == ["AH 656", "1258"]


@pytest.mark.parametrize("year", [1900, 2023, 2100])
def test_29_february_of_a_common_year(year: int) -> None:
    (date,) = find_dates(f"29 February {year}", load_date_facts("en"))
    julian_leap = year == 1900  # still counted so in Russia and Greece
    assert date.valid is julian_leap


@pytest.mark.parametrize("text", ["29 February", "29 February 2024", "29 February 2000"])
def test_29_february_that_may_be(text: str) -> None:
    (date,) = find_dates(text, load_date_facts("en"))
    assert date.valid


def test_order_of_slashed_numbers_is_left_open(said: Callable[[Date], str]) -> None:
    (date,) = find_dates("4/5/2024", load_date_facts("en"))
    assert said(date.date) == "2024"


def test_missing_half_of_a_range_comes_from_the_other(said: Callable[[Date], str]) -> None:
    (date,) = find_dates("December 28 – January 3, 2025", load_date_facts("en"))
    assert said(date.date) == "2024-12-28/2025-01-03"
    (date,) = find_dates("December 28, 2024 – January 3", load_date_facts("en"))
    assert said(date.date) == "2024-12-28/2025-01-03"


def test_a_date_does_not_go_on_in_the_next_line() -> None:
    found = find_dates("He left in 1990\nMay 5 was wet\n5\nMay", load_date_facts("en"))
    assert [date.text for date in found] == ["1990", "May 5"]


def test_letter_behind_the_year_of_a_field(said: Callable[[Date], str]) -> None:
    facts = load_date_facts("en")
    (date,) = find_dates("5 March 2009b", facts, field=True)
    assert (date.text, said(date.date)) == ("5 March 2009", "2009-03-05")
    assert find_dates("2009b", facts) == []


def test_season_in_two_years(said: Callable[[Date], str]) -> None:
    (date,) = find_dates("Winter 2008–09", load_date_facts("en"))
    assert said(date.date) == "winter 2008/2009"


@pytest.mark.parametrize("mark", ["–", "/", " – "])
def test_range_of_iso_dates(mark: str, said: Callable[[Date], str]) -> None:
    (date,) = find_dates(f"2024-12-05{mark}2024-12-08", load_date_facts("en"))
    assert said(date.date) == "2024-12-05/2024-12-08"
    assert date.form.separator == mark


@pytest.mark.parametrize("text", ["2024-12-05–7", "2024-12-05/7", "2024-12-05-2024-12-08"])
def test_numbers_behind_an_iso_date_make_it_none(text: str) -> None:
    assert find_dates(text, load_date_facts("en")) == []


@pytest.mark.parametrize("text", ["\2 5, 2024", "5 \2\1 2024", "\3 May\1 2024"])
def test_characters_that_stand_for_names_in_ourselves_are_no_names(text: str) -> None:
    for date in find_dates(text, load_date_facts("ur")):
        assert date.date.start.month in (None, 5)
        assert date.date.start.day is None


def test_any_space_but_a_line_end_joins_a_date(said: Callable[[Date], str]) -> None:
    (date,) = find_dates("5\u2009May\u00a02024", load_date_facts("en"))
    assert said(date.date) == "2024-05-05"


def test_separator_span_is_what_stands_between() -> None:
    text = "It was 5 December - 3 January then."
    (date,) = find_dates(text, load_date_facts("en"))
    assert date.separator_span is not None
    assert text[slice(*date.separator_span)] == " - "


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_is_found_in_a_date(language: str) -> None:
    facts = load_date_facts(language)
    for name, month in facts.months.items():
        for text in (f"5 {name} 1444", f"5 de {name} de 1444", f"5. {name} 1444"):
            found = find_dates(text, facts)
            if found and found[0].date.start.month == month.number and found[0].date.start.day == 5:
                break
        else:
            pytest.fail(f"{name} is not found")


_PIECES = st.sampled_from(
    [
        *"0123456789۰۵٠٥०५０５",
        *string.ascii_letters[:6],
        *" \n.,;:-–—/()[]{}|='\"ءھ年月日г.،",
        "December", "May", "دسمبر", "محرم", "آذر", "декабря", "mars", "de", "Mai", "Aralık",
        "दिसंबर",
        "BC", "AD", "century", "صدی", "siècle", "XIX", "1990", "2024", "in ", "سنہ", "سے", "تا",
        "&nbsp;", "summer", "世紀", "平成", "公元前", "十", "’", "１２",
    ]
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=24).map("".join)))
def test_any_text(language: str, text: str) -> None:
    facts = load_date_facts(language)
    for field in (False, True):
        behind = 0
        for date in find_dates(text, facts, field=field):
            assert behind <= date.start < date.end <= len(text)
            assert date.text == text[date.start : date.end]
            assert date.date.precision
            assert date.form.order
            assert date.forms
            assert date.valid in (True, False)
            assert date.date.is_range in (True, False)
            assert date.date.is_full_day in (True, False)
            if date.separator_span is not None:
                first, last = date.separator_span
                assert date.start <= first < last <= date.end
            behind = date.end


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    day=st.integers(1, 28),
    month=st.integers(1, 12),
    year=st.integers(1000, 2099),
    digits=st.sampled_from(sorted(DIGIT_SETS)),
)
def test_written_date_is_read_back(
    said: Callable[[Date], str], language: str, day: int, month: int, year: int, digits: str
) -> None:
    facts = load_date_facts(language)
    if digits not in facts.digit_sets:
        digits = facts.digit_sets[0]
    table = str.maketrans("0123456789", DIGIT_SETS[digits])
    names = [
        name
        for name, at in facts.months.items()
        if (at.number, at.calendar, at.language) == (month, "gregorian", language)
    ]
    of = " de " if language == "es" else ". " if language == "de" else " "
    later = " de " if language == "es" else " "
    texts = [f"{day}{of}{name}{later}{year}" for name in names] or [f"{year}年{month}月{day}日"]
    for text in texts:
        (date,) = find_dates(text.translate(table), facts)
        assert said(date.date) == f"{year}-{month:02}-{day:02}"
        assert date.form.digits == digits


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "piece",
    [
        *(
            "1",
            "1 ",
            "1990-",
            "1990, ",
            "5–",
            "May ",
            "in 1990 and ",
            "'",
            "d. ",
            "1.",
            "年",
            "سے ",
        ),
        *(
            "of 1950 ",
            "1950 to ",
            "5-May-",
            "1ھ/",
            "c.1950",
            ". 1951 was ",
            "und 1951 war ",
            "من 1951 ",
        ),
        *("in May, ", "تسعينيات القرن ", "1950 کی ", "years "),
    ],
)
def test_long_repetition_is_read(language: str, piece: str) -> None:
    find_dates(piece * 20_000, load_date_facts(language))


_DIGITS = st.text(alphabet="0123456789", min_size=9, max_size=9)


@pytest.mark.parametrize("language", LANGUAGES)
@given(
    pieces=st.lists(_PIECES, max_size=16), other=_DIGITS, data=st.sampled_from((2024, 1999, 1305))
)
def test_dates_of_one_shape_are_read_as_each_alone(
    language: str, pieces: list[str], other: str, data: int
) -> None:
    """What was found out about other dates of the same shape changes nothing."""
    facts = load_date_facts(language)
    text = "".join(pieces) + f" {data}"
    layouts = grammar(facts)._layouts
    layouts.clear()
    alone = [(date.date, date.forms, date.repeated) for date in find_dates(text, facts)]
    layouts.clear()
    changed = text.translate(str.maketrans("123456789", other))
    for date in find_dates(changed, facts):
        assert date.forms
    assert [(date.date, date.forms, date.repeated) for date in find_dates(text, facts)] == alone
