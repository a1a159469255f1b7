"""citation-date-unlike-url: the address names another day than the date."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from homs_wiki.lint.finding import Severity
from homs_wiki.lint.rule import Option, Rule
from homs_wiki.lint.rules.citations._cited import citation_at, read_cited
from homs_wiki.lint.rules.citations._cs1 import CS1_LANGUAGES
from homs_wiki.lint.rules.citations._days import Days, published
from homs_wiki.lint.rules.citations._parameters import written_span
from homs_wiki.page.citations.judging.day_reader import date_reader
from homs_wiki.profile.dates import load_date_facts
from homs_wiki.source.lazy import lazily

if TYPE_CHECKING:
    from collections.abc import Iterator

    from homs_wiki.lint.finding import Finding
    from homs_wiki.page import Page

_YEAR = r"(?:199[0-9]|20[0-9]{2})"
# A glance at all addresses: a year and something behind it that may be the rest of a day, or a day
# with a name and a year behind it.
_GLANCE = lazily(
    rf"/(?:({_YEAR})(?:/([^/\s|}}]{{1,80}})/([0-9]{{1,2}})\b|-?([01][0-9])-?([0-3][0-9])\b)"
    rf"|([0-3]?[0-9])-([^/\s|}}\-0-9][^/\s|}}-]{{2,80}})-({_YEAR})\b)"
)
_SHAPES = (
    lazily(rf"/({_YEAR})/([^/]{{1,40}})/([0-9]{{1,2}})(?![0-9./])(?=[/_-]|\Z)"),
    lazily(rf"/({_YEAR})/([^/]{{1,40}})/([0-9]{{1,2}})/"),
    lazily(rf"/({_YEAR})-([01][0-9])-([0-3][0-9])(?=[/_-]|\Z)"),
    lazily(rf"/({_YEAR})([01][0-9])([0-3][0-9])(?=[/_-]|\Z|\.s?html?\b)"),
)
# The same with the day first and the month by its name.
_DAY_FIRST = lazily(rf"/([0-3]?[0-9])-([^/\-0-9][^/-]{{2,40}})-({_YEAR})(?=[/_-]|\Z|\.s?html?\b)")
# What such a path leads to was put on the server on that day, and may be older; or is of many days.
_FILES = lazily(
    r"upload|/files?/|/images?/|/documents?/|/attachments?/|/archives?/|\.(?:pdf|docx?|jpe?g|png)\b",
    re.IGNORECASE,
)
# What is older was put on the web later.
_FIRST_YEAR = 1995
_LANGUAGES = ("en", "ar", "ur", "fa")


class CitationDateUnlikeUrl(Rule):
    """The address of an article names another day than the citation.

    ## What it does
    Compares `date` with a day in the path of `url`: `/2024/12/07/`, `/2024/dec/07/`,
    `/2024-12-07/`, `/20241207/` or `/7-dec-2024/`, with English, Arabic, Persian or Urdu names of
    months too. A few days' difference is left alone, because what is printed on one day may be put
    on the web on another. So are addresses of uploaded files, sources of before 1995, and citations
    with `orig-date` or `publication-date`.

    ## Why it matters
    News sites put the day of publication into the address. If the date is another one, it is
    mistyped, or that of another event or source.

    ## Example
    ```wikitext
    {{cite news |title=Mill burns |url=https://example.org/2024/12/07/mill |date=12 July 2024}}
    ```

    ## Use instead
    ```wikitext
    {{cite news |title=Mill burns |url=https://example.org/2024/12/07/mill |date=7 December 2024}}
    ```

    ## Fix safety
    There is no fix: the source has to be looked at.
    """

    name = "citation-date-unlike-url"
    family = "citations"
    severity = Severity.WARNING
    triggers = ("/199", "/20", "-199", "-200", "-201", "-202")
    languages = CS1_LANGUAGES
    message = "{date} is not the day in the address, {written}"
    options = {"days": Option(7, "By how many days the two may differ.")}  # noqa: RUF012 - as in all rules

    def check(self, page: Page) -> Iterator[Finding]:
        """Yield each date that is not that of the address."""
        cited = read_cited(page.document)
        last = -1
        for match in _GLANCE.finditer(cited.text):
            most = self.number("days")
            if _is_plainly_that(page, cited.text, match, most):
                continue
            citation = citation_at(page.document, cited.offset(match.start()))
            if citation is None or citation.index == last or citation.kind == "book":
                continue
            last = citation.index
            parameter = citation.get("date")
            day = _day_of(citation.value("url")) if parameter else None
            days = published(page, citation) if day else None
            if not parameter or not day or not days or days.last.year < _FIRST_YEAR:
                continue
            if _distance(day, days) > most:
                yield self.finding(
                    written_span(parameter), date=citation.value("date"), written=day.isoformat()
                )


def _is_plainly_that(page: Page, text: str, match: re.Match[str], most: int) -> bool:
    """Tell whether the date nearby is that of the path, which nearly all are."""
    year, month, day, month_2, day_2, day_3, month_3, year_3 = match.groups()
    there = _date(year or year_3, _readable(month or month_2 or month_3), day or day_2 or day_3)
    if there is None:
        return True
    here = match.start()
    start = text.rfind("{{", max(0, here - _REACH), here)
    end = text.find("}}", here, here + _REACH)
    near = _DATE.search(text, max(start, 0), max(end, start))
    reader = date_reader(page.profile)
    form = reader.read[near[1].rstrip()] if near and reader else False
    if isinstance(form, bool) or not form.day:
        return False
    found = date(*form.day)
    return _distance(there, Days(found, found)) <= most


_REACH = 2000
_DATE = lazily(r"[|\s]date *= *([^|}\n\0]*)")


def _distance(day: date, days: Days) -> int:
    return max((days.first - day) // timedelta(days=1), (day - days.last) // timedelta(days=1))


def _readable(path: str) -> str:
    """Return a part of an address with its letters in place of their codes."""
    if "%" not in path:
        return path
    from urllib.parse import unquote  # seldom needed

    return unquote(path)


def _day_of(url: str) -> date | None:
    """Return the one day that stands in the path of an address; None if there is none."""
    path = _readable(url.partition("?")[0].partition("#")[0])
    if path.count("//") != 1 or _FILES.search(path):
        return None
    found = {
        day
        for shape in _SHAPES
        for match in shape.finditer(path)
        if (day := _date(*match.groups()))
    }
    found.update(
        day for match in _DAY_FIRST.finditer(path) if (day := _date(*reversed(match.groups())))
    )
    return found.pop() if len(found) == 1 else None


def _date(year: str, month: str, day: str) -> date | None:
    """Return a date by its parts, the month by its number or name; None if there is none."""
    number = int(month) if month.isascii() and month.isdigit() else _months().get(month.lower(), 0)
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    """Return the numbers of the months by their names in the languages that addresses have."""
    return {
        name.lower(): month.number
        for language in _LANGUAGES
        for name, month in load_date_facts(language).months.items()
        if month.calendar == "gregorian"
    }
