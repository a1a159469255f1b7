"""The date patterns that the wikis are known to write, each with its example, are read whole."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from homs_wiki.page import Page, read_text
from homs_wiki.page.dates import Date
from homs_wiki.profile import load_profile

_SAYS = {
    ("ur", "day month year"): "2024-12-05",
    ("ur", "day month year without suffix"): "1564-04-26",
    ("ur", "day month, year"): "2024-01-07",
    ("ur", "linked day and year"): "1947-08-14",
    ("ur", "linked year"): "1947",
    ("ur", "year linked without its suffix"): "1972",
    ("ur", "month year"): "2022-04",
    ("ur", "month year in maintenance template"): "2026-01",
    ("ur", "year"): "1947",
    ("ur", "year after the word for year"): "2024",
    ("ur", "year range"): "1871/1918",
    ("ur", "open range"): "1701/",
    ("ur", "day range"): "--12-07/--12-08",
    ("ur", "month day, year in citation"): "2010-01-09",
    ("ur", "ISO in citation"): "2018-12-26",
    ("ur", "Wayback timestamp"): "2005-03-23",
    ("ur", "decade"): "1990s",
    ("ur", "century"): "c13",
    ("ur", "BC year"): "-322",
    ("ur", "Hijri"): "AH 1446-01-05",
    ("ur", "signature"): "2023-05-01",
    ("en", "dmy"): "2024-12-05",
    ("en", "mdy"): "2024-12-05",
    ("en", "ISO"): "2024-12-05",
    ("ar", "dmy"): "2019-05-30",
    ("ar", "ISO in citation"): "2017-03-19",
    ("ar", "leading zero"): "2016-03-03",
    ("ar", "Hijri"): "AH 1446-06-04",
    ("fa", "Gregorian dmy"): "2008-07-26",
    ("fa", "solar Hijri dmy"): "SH 1396-09-16",
    ("fa", "ISO in citation"): "2018-03-22",
    ("fa", "mixed digits"): "2018-06-13",
    ("hi", "dmy"): "2024-12-05",
    ("de", "text"): "2024-12-05",
    ("de", "citation"): "2020-11-12",
    ("fr", "text"): "2019-07-05",
    ("fr", "citation"): "2017-02-05",
    ("fr", "numeric"): "2007-01-14",
    ("es", "text"): "2006-10-05",
    ("es", "month year"): "2010-12",
    ("ru", "text"): "2024-12-05",
    ("ru", "citation"): "2019-07-23",
    ("tr", "text"): "2015-06-29",
    ("zh", "text"): "2024-12-05",
    ("zh", "citation"): "2016-05-21",
    ("ja", "text"): "2007-12-17",
    ("ja", "maintenance"): "2017-09",
    ("ja", "citation, English"): "2008-08-20",
}
"""What the example of a pattern says, by language and kind (notation of test_marked.py)."""
_NO_MENTION = {("ur", "category of births / deaths")}
"""Titles of categories are read by ``page.categories``, not as dates of the text."""


@pytest.fixture(scope="session")
def patterns(shared: Path) -> dict[tuple[str, str], str]:
    """The examples of the patterns by language and kind."""
    table = json.loads((shared / "locales" / "locales.json").read_text(encoding="utf-8"))
    return {
        (language, pattern["kind"]): pattern["example"]
        for language, facts in table["languages"].items()
        for pattern in facts["date_patterns"]
    }


def test_every_pattern_is_tested(patterns: dict[tuple[str, str], str]) -> None:
    assert patterns.keys() == _SAYS.keys() | _NO_MENTION


@pytest.mark.parametrize(("language", "kind"), _SAYS, ids=", ".join)
def test_example_of_a_pattern(
    patterns: dict[tuple[str, str], str], said: Callable[[Date], str], language: str, kind: str
) -> None:
    (date,) = _page(language, patterns[language, kind]).dates
    assert said(date.date) == _SAYS[language, kind]


@pytest.mark.parametrize(("language", "kind"), _NO_MENTION, ids=", ".join)
def test_title_of_a_category_is_no_date_of_the_text(
    patterns: dict[tuple[str, str], str], language: str, kind: str
) -> None:
    assert _page(language, patterns[language, kind]).dates == []


def _page(language: str, example: str) -> Page:
    """Read an example where it belongs: a parameter in a citation, the rest in running text."""
    text = f"<ref>{{{{cite web{example}}}}}</ref>" if example.startswith("|") else example
    if language == "de" and example.startswith("|"):
        text = f"<ref>{{{{Internetquelle|url=http://a.example|titel=A{example}}}}}</ref>"
    return read_text(text, load_profile(f"{language}.wikipedia"))
