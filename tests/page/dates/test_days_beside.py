"""Bare numbers beside a date that may be days of its month."""

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.dates import FoundDate
from homs_wiki.page.dates.days_beside import has_day_beside
from homs_wiki.profile import load_profile


def _has_day_beside(text: str, wiki: str) -> bool:
    found = read_text(text, load_profile(wiki)).dates[0].found
    assert isinstance(found, FoundDate)
    return has_day_beside(found)


@pytest.mark.parametrize(
    ("text", "wiki"),
    [
        ("On 5 December it rained.", "en.wikipedia"),
        ("On December 5, 12 people fled.", "en.wikipedia"),
        ("On December 5 and 6 December it rained.", "en.wikipedia"),
        ("Of 12 wells, 5 December 2024 was the last day.", "en.wikipedia"),
        ("In 2,005 and 1.12, 5 December.", "en.wikipedia"),
        ("یہ 5 دسمبر اور 6 دسمبر کو ہوا۔", "ur.wikipedia"),
    ],
)
def test_no_day(text: str, wiki: str) -> None:
    assert not _has_day_beside(text, wiki)


@pytest.mark.parametrize(
    ("text", "wiki"),
    [
        ("On 5, 6 and 7 December it rained.", "en.wikipedia"),
        ("On 5 or 6 or 7 December it rained.", "en.wikipedia"),
        ("On December 5 or 6 it rained.", "en.wikipedia"),
        ("On December 5, 2024, 6 and 7.", "en.wikipedia"),
        ("Am 5., 6. und 7. Dezember regnete es.", "de.wikipedia"),
        ("یہ 5، 6 اور 7 دسمبر کو ہوا۔", "ur.wikipedia"),
    ],
)
def test_a_day(text: str, wiki: str) -> None:
    assert _has_day_beside(text, wiki)
