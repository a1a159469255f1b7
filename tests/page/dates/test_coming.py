"""Which dates have not come yet, and how long ago others are, on a day that the test sets."""

import datetime

import pytest

from homs_wiki.page import read_text
from homs_wiki.page.dates.coming import coming, years_ago
from homs_wiki.profile import load_profile


def _page(text: str, language: str = "en"):  # type: ignore[no-untyped-def]
    return read_text(text, load_profile(f"{language}.wikipedia"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On 23 November 2030 and 24 November 2030.", ["24 November 2030"], id="days"),
        pytest.param("In November 2030 and December 2030.", ["December 2030"], id="months"),
        pytest.param("In 2030 and in 2031.", ["2031"], id="years"),
        pytest.param("About 2031, in 2091 AH, in 300 BC.", [], id="approximate, Hijri, BC"),
        pytest.param("On 31 November 2031.", [], id="no such day"),
        pytest.param("In 2029–2035, in 2031–2035.", ["2031–2035"], id="ranges by their start"),
    ],
)
def test_dates_after_tomorrow(text: str, expected: list[str]) -> None:
    today = datetime.date(2030, 11, 22)
    found = coming(_page(text), now=lambda: today)
    assert [date.text for date in found] == expected


def test_the_last_day_of_a_month_has_a_tomorrow() -> None:
    page = _page("On 31 December 2030, 1 January 2031 and 2 January 2031.")
    found = coming(page, now=lambda: datetime.date(2030, 12, 31))
    assert [date.text for date in found] == ["2 January 2031"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param("In 2025.", 4, id="a year may be its last day"),
        pytest.param("On 22 November 2025.", 5, id="five years ago today"),
        pytest.param("On 23 November 2025.", 4, id="five years ago tomorrow"),
        pytest.param("In November 2025.", 4, id="a month may be its last day"),
        pytest.param("In 2020–2025.", 0, id="a range"),
        pytest.param("In 1410 AH.", 0, id="another calendar"),
    ],
)
def test_full_years_since_a_date(text: str, years: int) -> None:
    (date,) = _page(text).dates
    assert years_ago(date, now=lambda: datetime.date(2030, 11, 22)) == years
