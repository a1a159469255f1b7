"""Dates in citations in the language of the wiki."""

import pytest

from homs_wiki.page.citations.judging.date_forms import DateForm, DateReader
from homs_wiki.profile import load_profile
from homs_wiki.profile.citation_module import citation_module


def read(text: str, wiki: str) -> DateForm | bool:
    module = citation_module(load_profile(wiki))
    assert module is not None
    return DateReader(module).read[text]


@pytest.mark.parametrize(
    ("wiki", "text", "day"),
    [
        ("ur", "5 دسمبر 2024ء", (2024, 12, 5)),
        ("ur", "5 دسمبر 2024", (2024, 12, 5)),
        ("ur", "دسمبر 5, 2024", (2024, 12, 5)),
        ("ur", "5 December 2024", (2024, 12, 5)),
        ("ur", "2024-12-05", (2024, 12, 5)),
        ("ar", "30 مايو 2019", (2019, 5, 30)),
        ("ar", "30 أيار 2019", (2019, 5, 30)),
        ("fa", "۲۶ ژوئیه ۲۰۰۸", (2008, 7, 26)),
        ("fa", "13 ژوئن 2018", (2018, 6, 13)),
        ("tr", "29 Haziran 2015", (2015, 6, 29)),
        ("hi", "5 दिसंबर 2024", (2024, 12, 5)),
    ],
)
def test_a_day(wiki: str, text: str, day: tuple[int, int, int]) -> None:
    found = read(text, wiki)
    assert isinstance(found, DateForm)
    assert found.day == day


@pytest.mark.parametrize(
    ("wiki", "text", "years"),
    [
        ("ur", "دسمبر 2024ء", (2024,)),
        ("ur", "2024ء", (2024,)),
        ("ur", "7-8 دسمبر 2024", (2024,)),
        ("ur", "1871–1918", (1871, 1918)),
        ("fa", "ژوئن ۲۰۱۸", (2018,)),
    ],
)
def test_other_forms(wiki: str, text: str, years: tuple[int, ...]) -> None:
    found = read(text, wiki)
    assert isinstance(found, DateForm)
    assert found.years == years


@pytest.mark.parametrize(
    ("wiki", "text"),
    [
        # Digits that the wiki's module may translate, words that it may know.
        ("ur", "۵ دسمبر ۲۰۲۴"),
        ("ur", "5 محرم 1446"),
        ("ur", "موسم گرما 2024"),
        ("ar", "03 مارس 2016"),
        ("ar", "5 جمادى الآخرة 1446"),
        ("fa", "۱۶ آذر ۱۳۹۶"),
        ("es", "5 de octubre de 2006"),
        ("zh", "2024年12月5日"),
        ("ja", "2024年12月5日"),
        ("tr", "5/3/2020"),
        ("zh", "2020-05"),
        ("ar", "أيار/مايو 1990"),
    ],
)
def test_what_cannot_be_known_is_left_alone(wiki: str, text: str) -> None:
    assert read(text, wiki) is True


@pytest.mark.parametrize(
    ("wiki", "text"),
    [
        ("ur", "دسمبر 5، 2024"),
        ("ur", "5 دسمبر، 2024ء"),
        ("ur", "1871ء–1918ء"),
        ("ur", "05 دسمبر 2024"),
        ("ur", "5 دسمبر 2024 ء"),
        ("ur", "31 اپریل 2024ء"),
        ("ur", "دسمبر–مئی 2024"),
        ("ar", "31 أبريل 2019"),
        ("fa", "۳۱ ژوئن ۲۰۱۸"),
        ("en", "5 دسمبر 2024"),
        ("en", "2020-05"),
        ("ur", "2020-05"),
        ("es", "31 April 2020"),
    ],
)
def test_no_dates(wiki: str, text: str) -> None:
    assert read(text, wiki) is False
