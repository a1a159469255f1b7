"""What stands beside dates: what belongs to none, days of the week, other calendars, durations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homs_wiki.page import Page, read_text
from homs_wiki.page.dates import Date, Point
from homs_wiki.page.dates.beside import (
    find_lengths,
    read_duration_in_words,
    read_durations,
    read_same_days,
    read_weekdays,
    weekday_of,
)
from homs_wiki.profile import load_profile


def _page(text: str, language: str = "en") -> Page:
    return read_text(text, load_profile(f"{language}.wikipedia"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On Monday they came. On 6 May 2022 they left."),
        ("en", "He left on 6 May 2022 and Friday was quiet."),
        ("en", "Man Friday read it in May 2022."),
        ("ur", "وہ 6 دسمبر 2024ء، ہفتہ وار اجلاس میں گیا۔"),
        ("ur", "6 دسمبر 2024ء کو پیر صاحب آئے۔"),
        ("de", "Am Montag kam er. Am 6. Mai 2022 ging er."),
    ],
)
def test_days_of_the_week_that_belong_to_no_date(language: str, text: str) -> None:
    assert read_weekdays(_page(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "On Monday, 5 December 2022 it rained.", [("5 December 2022", "Monday", 1)]),
        ("en", "On Monday the 5th of May 2022 it rained.", [("5th of May 2022", "Monday", 1)]),
        ("en", "It fell on 6 December 2024 (Friday).", [("6 December 2024", "Friday", 5)]),
        (
            "en",
            "Friday 6 May 2022, Saturday 7 May 2022.",
            [("6 May 2022", "Friday", 5), ("7 May 2022", "Saturday", 6)],
        ),
        ("ur", "پیر 5 دسمبر 2022ء کو۔", [("5 دسمبر 2022ء", "پیر", 1)]),
        ("ur", "بروز جمعہ، 6 دسمبر 2024ء کو۔", [("6 دسمبر 2024ء", "جمعہ", 5)]),
        ("ur", "6 دسمبر 2024ء بروز ہفتہ وہ آیا۔", [("6 دسمبر 2024ء", "ہفتہ", 6)]),
        ("ur", "6 دسمبر 2024ء (جمعہ) کو۔", [("6 دسمبر 2024ء", "جمعہ", 5)]),
        ("ar", "يوم الاثنين 5 ديسمبر 2022.", [("5 ديسمبر 2022", "الاثنين", 1)]),
        ("fa", "دوشنبه ۵ دسامبر ۲۰۲۲", [("۵ دسامبر ۲۰۲۲", "دوشنبه", 1)]),
        ("de", "Am Montag, dem 5. Mai 2022.", [("5. Mai 2022", "Montag", 1)]),
        ("fr", "Le lundi 5 mai 2022.", [("5 mai 2022", "lundi", 1)]),
        ("es", "El lunes 5 de mayo de 2022.", [("5 de mayo de 2022", "lunes", 1)]),
        ("ru", "В среду, 7 декабря 2022 года.", [("7 декабря 2022 года", "среду", 3)]),
        ("tr", "5 Aralık 2022 Pazartesi günü.", [("5 Aralık 2022", "Pazartesi", 1)]),
        ("hi", "सोमवार, 5 दिसंबर 2022 को", [("5 दिसंबर 2022", "सोमवार", 1)]),
        ("zh", "2022年12月5日（星期一）。", [("2022年12月5日", "星期一", 1)]),
        ("ja", "2022年12月5日（月曜日）に。", [("2022年12月5日", "月曜日", 1)]),
    ],
)
def test_weekdays(language: str, text: str, expected: list[tuple[str, str, int]]) -> None:
    found = read_weekdays(_page(text, language))
    assert [(each.date.text, each.text, each.number) for each in found] == expected
    assert [text[slice(*each.span)] for each in found] == [name for _, name, _ in expected]


def test_weekday_that_is_not_that_of_the_date() -> None:
    right, wrong = read_weekdays(_page("On Monday 5 December 2022 and on Friday 9 May 2022."))
    assert (right.number, right.true_number) == (1, 1)
    assert (wrong.number, wrong.true_number) == (5, 1)


def test_weekday_in_markup_and_in_an_infobox() -> None:
    text = (
        "{{Infobox military conflict\n| date = Friday, 6 May 2022\n}}\n[[Friday]], [[6 May]] 2022."
    )
    page = _page(text)
    found = read_weekdays(page)
    assert [(each.date.role, text[slice(*each.span)]) for each in found] == [
        ("infobox", "Friday"),
        ("prose", "Friday"),
    ]


@pytest.mark.parametrize(
    ("point", "calendar"),
    [
        (Point(2022, 12), "gregorian"),
        (Point(None, 12, 5), "gregorian"),
        (Point(2022, 2, 30), "gregorian"),
        (Point(1446, 1, 5), "hijri"),
        (Point(1500, 1, 5), "gregorian"),
        (Point(-44, 3, 15), "gregorian"),
        (Point(99999, 3, 15), "gregorian"),
    ],
)
def test_day_of_the_week_that_nobody_knows(point: Point, calendar: str) -> None:
    assert weekday_of(Date(calendar, "day", point, point), point) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ur", "10 محرم 61ھ کو اور 10 اکتوبر 680ء کو"),
        ("en", "Born 10 October 680 (11 October 681 elsewhere)."),
        ("en", "On 10 Muharram 61 AH he fell; on 5 May 2020 it was shown."),
    ],
)
def test_dates_that_are_not_told_as_one(language: str, text: str) -> None:
    assert read_same_days(_page(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ur", "10 محرم 61ھ بمطابق 10 اکتوبر 680ء کو", ("10 محرم 61ھ", "10 اکتوبر 680ء")),
        ("ur", "656ھ/1258ء میں", ("656ھ", "1258ء")),
        ("ur", "1ھ (622ء) میں", ("1ھ", "622ء")),
        ("ar", "17 رمضان 2 هـ الموافق 13 مارس 624", ("17 رمضان 2 هـ", "13 مارس 624")),
        ("fa", "۱۱ دی ۱۳۷۸ برابر با ۱ ژانویه ۲۰۰۰", ("۱۱ دی ۱۳۷۸", "۱ ژانویه ۲۰۰۰")),
        ("fa", "۱۱ دی ۱۳۷۸ (۱ ژانویه ۲۰۰۰)", ("۱۱ دی ۱۳۷۸", "۱ ژانویه ۲۰۰۰")),
        ("en", "10 Muharram 61 AH (10 October 680)", ("10 Muharram 61 AH", "10 October 680")),
    ],
)
def test_one_day_in_two_calendars(language: str, text: str, expected: tuple[str, str]) -> None:
    (pair,) = read_same_days(_page(text, language))
    assert (pair.first.text, pair.second.text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 May 2022 (3 days)",
        "5–8 May 2022 was long (3 days)",
        "5–8 May 2022 (3 men)",
        "5–8 May 2022, 3",
    ],
)
def test_brackets_that_are_no_duration_of_a_range(text: str) -> None:
    assert read_durations(_page(text)) == []


@pytest.mark.parametrize(
    ("language", "text", "amount", "unit"),
    [
        ("en", "From 26–28 March 2018 (3 days).", 3, "day"),
        ("en", "1–3 January 2010 (lasted three days)", 3, "day"),
        ("en", "2001–2011 (10 years)", 10, "year"),
        ("ur", "26 تا 28 مارچ 2018ء (3 دن)", 3, "day"),
        ("ur", "26 تا 28 مارچ 2018ء (تین دن)", 3, "day"),
        ("ar", "26-28 مارس 2018 (3 أيام)", 3, "day"),
        ("fa", "۲۶–۲۸ مارس ۲۰۱۸ (۳ روز)", 3, "day"),
        ("de", "Vom 26. bis 28. März 2018 (drei Tage)", 3, "day"),
        ("fr", "du 26 au 28 mars 2018 (3 jours)", 3, "day"),
    ],
)
def test_duration(language: str, text: str, amount: int, unit: str) -> None:
    (found,) = read_durations(_page(text, language))
    assert (found.amount, found.unit) == (amount, unit)
    assert text[slice(*found.span)] == found.text


def test_duration_in_the_next_line_of_an_infobox() -> None:
    text = "{{Infobox military conflict\n| date = 5–8 December 2024<br />(3 days)\n}}"
    (found,) = read_durations(_page(text))
    assert text[slice(*found.span)] == "3 days"


_PIECES = st.sampled_from(
    [
        "Friday",
        " ",
        ", ",
        "5 May 2022",
        "5–8 May 2022",
        "(",
        ")",
        "3 days",
        "جمعہ",
        "بروز ",
        "10 محرم 61ھ",
        "/",
        "680ء",
        "بمطابق ",
        "\n",
        "the ",
        "{{Infobox person|birth_date=",
        "}}",
        "[[",
        "]]",
        "<br>",
        "2022年5月5日",
    ]
)


@pytest.mark.parametrize("language", ["en", "ur", "ja", "tr"])
@given(text=st.lists(_PIECES, max_size=16).map("".join))
def test_any_text(language: str, text: str) -> None:
    page = _page(text, language)
    spans = [each.span for each in read_weekdays(page)]
    spans += [each.span for each in read_durations(page)]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
    for pair in read_same_days(page):
        assert pair.first.span.end <= pair.second.span.start


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He came two years later; from 1990 to 1995 he stayed."),
        ("en", "For some years from 1990 to 1995 he stayed."),
        ("ur", "1990ء سے 1995ء تک وہ وہاں رہا، دو سال بعد گیا۔"),
        ("ja", "1990年から1995年まで二年。"),
    ],
)
def test_ranges_whose_length_no_word_beside_them_tells(language: str, text: str) -> None:
    page = _page(text, language)
    assert [read_duration_in_words(page, date) for date in page.dates] == [None] * len(page.dates)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He was there for two years from 1990 to 1995.", (2, "year", "two years")),
        ("en", "It lasted 3 days, from 5 May to 8 May 2020.", (3, "day", "3 days")),
        ("ur", "وہ 1990ء سے 1995ء تک دو سال رہا۔", (2, "year", "دو سال")),
        ("de", "Er war zwei Jahre lang, von 1990 bis 1995, dort.", (2, "year", "zwei Jahre")),
        ("fr", "Il est maire pendant deux ans, de 1990 à 1995.", (2, "year", "deux ans")),
    ],
)
def test_lengths_of_ranges_in_words(
    language: str, text: str, expected: tuple[int, str, str]
) -> None:
    page = _page(text, language)
    found = read_duration_in_words(page, page.dates[0])
    assert found is not None
    assert (found.amount, found.unit, found.text) == expected
    assert text[slice(*found.span)] == found.text


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "It lasted four days. She reigned for two years.", [(4, "day", "lasted four days")]),
        ("ur", "جنگ چار دن جاری رہی۔", [(4, "day", "چار دن جاری رہی")]),
        ("de", "Sie dauerte 4 Tage.", [(4, "day", "dauerte 4 Tage")]),
        ("zh", "战争历时四年。", [(4, "year", "历时四年")]),
        ("ja", "四年。", []),
    ],
)
def test_lengths_of_events(language: str, text: str, expected: list[tuple[int, str, str]]) -> None:
    page = _page(text, language)
    found = find_lengths(page, (0, len(page.prose.text)), "lasted")
    assert [(each.amount, each.unit, each.text) for each in found] == expected
    assert all(text[slice(*each.span)] == each.text for each in found)


def test_lengths_of_reigns() -> None:
    page = _page("It lasted four days. She [[reign|reigned]] for [[year|two years]].")
    found = find_lengths(page, (0, len(page.prose.text)), "reigned")
    assert [(each.amount, each.unit) for each in found] == [(2, "year")]
